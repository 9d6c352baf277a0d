//! Annotations after the W3C's Web Annotation Data Model (JSON-LD): alone, listed, one a line, or in a page or a collection.
//!
//! Of a target, `source` says which article is meant, and its selectors where: `TextQuoteSelector` (`exact`, `prefix`, `suffix`),
//! `TextPositionSelector` (`start`, `end`: characters of the file's text), also refined by one another. Of the bodies, a textual one is
//! the label, and one whose purpose is `identifying`, or that is but an address, says whom or what is meant.

use super::{Document, Note, Whereabouts, json::Records};
use crate::{error::Errors, source::Source};
use serde_json::{Value, value::RawValue};
use std::collections::BTreeMap;

const SHAPE: &str = "a Web Annotation has a \"target\" with a TextQuoteSelector or a TextPositionSelector, and a \"body\" whose \"value\" is the label";

/// Nested selectors and pages that are followed.
const DEEP: usize = 8;

/// Whether `text` looks like annotations of this model rather than like spaCy's.
pub(super) fn is_its(text: &str) -> bool {
    let head = text.get(..text.floor_char_boundary(4000)).unwrap_or(text);
    ["\"@context\"", "\"Annotation\"", "\"AnnotationPage\"", "\"AnnotationCollection\"", "Selector\""]
        .iter()
        .any(|sign| head.contains(sign))
}

/// The documents of `source`, one for each article that it names; `None` where there is something wrong.
pub(super) fn documents(source: &Source, shown: &str, errors: &mut Errors) -> Option<Vec<Document>> {
    let mut records = Records::of(source, shown, errors)?;
    let mut documents: BTreeMap<Option<String>, Document> = BTreeMap::new();
    for value in std::mem::take(&mut records.values) {
        for (raw, annotation) in annotations(value, 0) {
            let line = records.line(raw);
            match note(&annotation, line) {
                Ok((article, note)) => {
                    let new = || Document { line, article: article.clone(), ..Document::default() };
                    documents.entry(article.clone()).or_insert_with(new).notes.push(note);
                }
                Err(what) => records.fail(raw, what, SHAPE, errors),
            }
        }
    }
    records.is_sound().then(|| documents.into_values().collect())
}

/// The annotations in `value`: itself, or those of the page or collection that it is.
fn annotations(value: &RawValue, depth: usize) -> Vec<(&RawValue, Value)> {
    let held: BTreeMap<String, &RawValue> = serde_json::from_str(value.get()).unwrap_or_default();
    let inner = ["items", "first", "@graph", "rows"].iter().find_map(|key| held.get(*key));
    let Some(inner) = inner.filter(|_| depth < DEEP && !held.contains_key("target")) else {
        return vec![(value, serde_json::from_str(value.get()).unwrap_or_default())];
    };
    let listed = serde_json::from_str::<Vec<&RawValue>>(inner.get()).unwrap_or_else(|_| vec![inner]);
    listed.into_iter().flat_map(|value| annotations(value, depth + 1)).collect()
}

/// The first of a list, or what is none.
fn one(value: &Value) -> &Value {
    value.as_array().and_then(|list| list.first()).unwrap_or(value)
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(Into::into)
}

/// What `annotation` says, and the name it gives its article.
fn note(annotation: &Value, line: u32) -> Result<(Option<String>, Note), &'static str> {
    let target = one(annotation.get("target").ok_or("it has no \"target\"")?);
    let source = target.get("source").map(one).or(Some(target));
    let article = source
        .and_then(|source| {
            source.as_str().map(Into::into).or_else(|| text(source, "id")).or_else(|| text(source, "@id"))
        })
        .map(|iri: String| iri.split('#').next().unwrap_or_default().to_string());
    let mut found = Selectors::default();
    found.read(target.get("selector").ok_or("its \"target\" has no \"selector\"")?, 0);
    let place = match (found.quote, found.position) {
        (Some((before, exact, after)), position) => Whereabouts::Quoted { before, exact, after, position },
        (None, Some((start, end))) => Whereabouts::Position(start, end),
        (None, None) => return Err("its \"selector\" has neither \"exact\" words nor \"start\" and \"end\""),
    };
    let (label, meant) = bodies(annotation);
    Ok((article, Note { line, label: label.ok_or("no \"body\" holds a label")?, link: meant, place }))
}

/// The label, and the address of what is meant.
fn bodies(annotation: &Value) -> (Option<String>, Option<String>) {
    let body = annotation.get("body").or_else(|| annotation.get("bodyValue"));
    let list = match body {
        Some(Value::Array(list)) => list.as_slice(),
        Some(body) => std::slice::from_ref(body),
        None => &[],
    };
    let (mut label, mut link) = (None, None);
    for body in list {
        let purpose = text(body, "purpose").or_else(|| text(annotation, "motivation")).unwrap_or_default();
        let value = text(body, "value").or_else(|| text(body, "label"));
        let address = text(body, "source").or_else(|| text(body, "id"));
        match (body.as_str(), value, address) {
            (Some(said), ..) if said.contains("://") => link = link.or(Some(said.into())),
            (Some(said), ..) => label = label.or(Some(said.into())),
            (None, Some(value), _) if purpose == "identifying" => link = link.or(Some(value)),
            (None, Some(value), address) => {
                label = label.or(Some(value));
                link = link.or(address.filter(|id| id.contains("://")));
            }
            (None, None, Some(address))
                if purpose == "identifying" || body.get("value").is_none() && label.is_some() =>
            {
                link = link.or(Some(address));
            }
            (None, None, Some(address)) => {
                // A class of an ontology, by the last part of its address.
                label = label.or_else(|| address.rsplit(['/', '#', ':']).next().map(Into::into));
            }
            (None, None, None) => {}
        }
    }
    (label, link)
}

/// What the selectors of a target say.
#[derive(Default)]
struct Selectors {
    quote: Option<(String, String, String)>,
    position: Option<(usize, usize)>,
}

impl Selectors {
    fn read(&mut self, selector: &Value, depth: usize) {
        if depth > DEEP {
            return;
        }
        if let Value::Array(list) = selector {
            list.iter().for_each(|selector| self.read(selector, depth + 1));
            return;
        }
        if let Some(exact) = text(selector, "exact") {
            let side = |key| text(selector, key).unwrap_or_default();
            self.quote = Some((side("prefix"), exact, side("suffix")));
        }
        let number = |key| selector.get(key).and_then(Value::as_u64).and_then(|number| usize::try_from(number).ok());
        if let (Some(start), Some(end)) = (number("start"), number("end")) {
            self.position = Some((start, end));
        }
        if let Some(refined) = selector.get("refinedBy") {
            self.read(refined, depth + 1);
        }
    }
}
