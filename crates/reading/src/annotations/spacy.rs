//! What spaCy's `doc.to_json()` gives, one document, a list of them, or one a line: `text`, and `ents` with `start`, `end` (characters)
//! and `label`. Prodigy's `spans` are read alike. `kb_id` says whom an entity is; `article`, `file` or `id`, which article the text is of.

use super::{Characters, Document, Note, Whereabouts, json::Records};
use crate::{error::Errors, source::Source};
use serde::Deserialize;
use serde_json::{Value, value::RawValue};
use std::borrow::Cow;
use visavis_text::Span;

#[derive(Deserialize)]
struct Doc<'t> {
    #[serde(borrow)]
    text: Option<Cow<'t, str>>,
    #[serde(borrow)]
    ents: Option<Vec<&'t RawValue>>,
    #[serde(borrow)]
    spans: Option<&'t RawValue>,
    article: Option<Value>,
    file: Option<Value>,
    id: Option<Value>,
}

#[derive(Deserialize)]
struct Ent<'t> {
    start: usize,
    end: usize,
    #[serde(borrow)]
    label: Cow<'t, str>,
    /// The words, where they are written besides.
    #[serde(borrow)]
    text: Option<Cow<'t, str>>,
    #[serde(borrow)]
    kb_id: Option<Cow<'t, str>>,
}

const SHAPE: &str =
    "a document of spaCy is {\"text\": \"…\", \"ents\": [{\"start\": 0, \"end\": 4, \"label\": \"LOC\"}, …]}";

/// The documents of `source`; `None` where there is something wrong.
pub(super) fn documents(source: &Source, shown: &str, errors: &mut Errors) -> Option<Vec<Document>> {
    let mut records = Records::of(source, shown, errors)?;
    let mut documents = vec![];
    for value in std::mem::take(&mut records.values) {
        match serde_json::from_str::<Doc<'_>>(value.get()) {
            Ok(Doc { text: Some(text), ents, spans, article, file, id }) => {
                let ents = ents.or_else(|| serde_json::from_str(spans?.get()).ok()).unwrap_or_default();
                let notes = notes(&ents, &text, &mut records, errors);
                let article = [article, file, id].into_iter().flatten().find_map(|name| name_of(&name));
                documents.push(Document { line: records.line(value), article, text: text.into_owned(), notes });
            }
            Ok(_) => records.fail(value, "it has no \"text\"", SHAPE, errors),
            Err(error) => records.fail(value, &error.to_string(), SHAPE, errors),
        }
    }
    records.is_sound().then_some(documents)
}

fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => Some(name.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn notes(ents: &[&RawValue], text: &str, records: &mut Records<'_>, errors: &mut Errors) -> Vec<Note> {
    let characters = Characters::of(text);
    let mut notes = vec![];
    for value in ents {
        match serde_json::from_str::<Ent<'_>>(value.get()) {
            Ok(ent) => notes.push(Note {
                line: records.line(value),
                place: whereabouts(&ent, text, &characters),
                label: ent.label.into_owned(),
                link: ent.kb_id.filter(|id| !id.is_empty()).map(Cow::into_owned),
            }),
            Err(error) => records.fail(value, &error.to_string(), SHAPE, errors),
        }
    }
    notes
}

/// Where an entity stands: at its offsets, if they hold its words; else where its words are.
fn whereabouts(ent: &Ent<'_>, text: &str, characters: &Characters<'_>) -> Whereabouts {
    let bytes = characters.byte(ent.start).zip(characters.byte(ent.end)).filter(|(start, end)| start < end);
    match (bytes, &ent.text) {
        (Some((start, end)), None) => Whereabouts::Here(Span::new(start, end)),
        (Some((start, end)), Some(words)) if text[start..end] == **words => Whereabouts::Here(Span::new(start, end)),
        (_, Some(words)) => Whereabouts::Quoted {
            before: String::new(),
            exact: words.to_string(),
            after: String::new(),
            position: Some((ent.start, ent.end)),
        },
        (None, None) => {
            let (start, end) = (ent.start, ent.end);
            Whereabouts::Nowhere(format!("what stands from {start} to {end} of a text without so many characters"))
        }
    }
}
