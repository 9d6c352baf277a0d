//! Annotations made elsewhere, beside the recogniser's or in their place.
//!
//! Each format is read into the same thing ([`Document`]): a text, and notes with a place in it. An annotator seldom had the text as it
//! stands here (menus were left in, blocks were cut, tokens were joined by spaces), so offsets are never trusted: what stands at them
//! is looked for in the article, where the words around it agree best ([`anchor`]). What is found nowhere is said with its file and line.
//! What is found is linked with the entities that there are and takes the place of what it overlaps ([`put`]); what the owner lists stands.

mod anchor;
mod dense;
mod iob;
mod json;
mod labels;
mod put;
mod spacy;
mod web;

use crate::{
    File, Notice, Place, ReadingError,
    curation::{AnnotationsFormat, AnnotationsWord},
    decode::{Extent, decode},
    error::{Errors, nearest},
};
use anchor::{Anchors, Surface};
use dense::Characters;
use labels::Labelled;
use put::{Found, Linker};
use std::collections::{BTreeMap, BTreeSet};
use visavis_corpus::{Article, Entity};
use visavis_text::Span;

/// Most places of one file that are said one by one.
const SAID: usize = 200;

/// Where a note stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Whereabouts {
    /// Bytes of the document's text.
    Here(Span),
    /// Words, with what stands before and after them, and perhaps their characters in the article's file.
    Quoted { before: String, exact: String, after: String, position: Option<(usize, usize)> },
    /// Characters of the article's file.
    Position(usize, usize),
    /// Offsets that the document's text does not have.
    Nowhere(String),
}

/// One annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Note {
    /// Its line in the file.
    line: u32,
    /// What it says of the words.
    label: String,
    /// Whom or what it says they mean: an id, or an address.
    link: Option<String>,
    place: Whereabouts,
}

/// A text with its annotations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Document {
    /// Its line in the file.
    line: u32,
    /// What the file calls its article.
    article: Option<String>,
    text: String,
    notes: Vec<Note>,
}

/// Puts the annotations that `words` name into `articles`, which are in order of id and recognised already. `files` are those of the
/// folder of annotations, called `base` in messages; `texts` gives the text of an article's file.
pub(crate) fn import<'a>(
    words: &[AnnotationsWord],
    files: &[File],
    (config, base): (&str, &str),
    articles: &mut [Article],
    entities: &mut Vec<Entity>,
    texts: &dyn Fn(&Article) -> &'a str,
    (errors, notices): (&mut Errors, &mut Vec<Notice>),
) {
    unnamed(words, files, base, notices);
    let mut linker: Option<Linker> = None;
    for word in words {
        let Some(file) = files.iter().find(|file| file.path == word.file.value) else {
            let names = files.iter().map(|file| file.path.as_str());
            let hint = nearest(&word.file.value, names, || format!("put it into {base}"));
            let file = word.file.value.clone();
            errors.add(config, word.file.line, ReadingError::NoSuchAnnotations { file, hint });
            continue;
        };
        let shown = format!("{base}{}", file.path);
        let Some(documents) = read(file, &shown, word.format, errors, notices) else { continue };
        let mut report = Report { shown: &shown, notices, said: 0, unsaid: 0, labels: Labelled::default() };
        let given = word.article.as_ref().map(|article| (article, position(articles, &article.value)));
        if let Some((article, None)) = given {
            let hint = nearest(&article.value, articles.iter().map(|a| a.head.file.as_str()), || {
                "give its id, or its file below the folder of articles".into()
            });
            let file = article.value.clone();
            errors.add(config, article.line, ReadingError::NoSuchFile { file, hint });
            continue;
        }
        let of = whose(documents, given.and_then(|(_, at)| at), &file.path, articles, &mut report);
        let linker = linker.get_or_insert_with(|| Linker::new(entities, articles));
        for (at, documents) in of {
            let found = place(&documents, &articles[at], texts(&articles[at]), word, &mut report);
            let counts = put::put(&mut articles[at], found, word, linker, entities);
            report.count(&articles[at], counts);
        }
        report.finish(word);
    }
}

/// Says which files of annotations nobody asked for.
fn unnamed(words: &[AnnotationsWord], files: &[File], base: &str, notices: &mut Vec<Notice>) {
    let named: BTreeSet<&str> = words.iter().map(|word| word.file.value.as_str()).collect();
    for file in files.iter().filter(|file| !named.contains(file.path.as_str())) {
        let name = toml::Value::from(file.path.as_str());
        let what = format!("not imported: write [[annotations]] and file = {name} into corpus.toml, or remove it");
        notices.push(Notice { place: Place { file: format!("{base}{}", file.path), line: 0 }, what });
    }
}

/// The documents of a file; `None` where it cannot be read, which `errors` then says.
fn read(
    file: &File,
    shown: &str,
    format: Option<AnnotationsFormat>,
    errors: &mut Errors,
    notices: &mut Vec<Notice>,
) -> Option<Vec<Document>> {
    let source = decode(shown, &file.bytes, Extent::Collection, errors, notices)?;
    let ending = file.path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    let json = ["json", "jsonl", "ndjson", "jsonld"].contains(&ending.as_str());
    match format {
        Some(AnnotationsFormat::Spacy) => spacy::documents(&source, shown, errors),
        Some(AnnotationsFormat::WebAnnotation) => web::documents(&source, shown, errors),
        None if json && web::is_its(source.text()) => web::documents(&source, shown, errors),
        None if json => spacy::documents(&source, shown, errors),
        Some(AnnotationsFormat::Iob) | None => iob::documents(source.text(), shown, errors),
    }
}

/// The position of the article that `name` names: by its id, its file, the last part of either, or its address.
fn position(articles: &[Article], name: &str) -> Option<usize> {
    if let Ok(at) = articles.binary_search_by(|article| article.head.id.0.as_str().cmp(name)) {
        return Some(at);
    }
    let only = |is: &dyn Fn(&Article) -> bool| {
        let mut which = articles.iter().enumerate().filter(|(_, article)| is(article));
        let first = which.next().map(|(at, _)| at);
        first.filter(|_| which.next().is_none())
    };
    let last = name.rsplit('/').next().unwrap_or(name);
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let of_file = |article: &Article| article.head.file.rsplit('/').next().unwrap_or_default().to_string();
    only(&|article| article.head.file == name)
        .or_else(|| only(&|article| article.head.url.as_deref() == Some(name)))
        .or_else(|| only(&|article| of_file(article) == last))
        .or_else(|| only(&|article| article.head.id.0 == stem))
}

/// Which documents are about which article: as the owner says, as the file says, as the text shows, as the file is called.
fn whose(
    documents: Vec<Document>,
    given: Option<usize>,
    path: &str,
    articles: &[Article],
    report: &mut Report<'_>,
) -> BTreeMap<usize, Vec<Document>> {
    let mut of: BTreeMap<usize, Vec<Document>> = BTreeMap::new();
    let mut openings = None;
    let mut known: BTreeMap<String, Option<usize>> = BTreeMap::new();
    let by_name = position(articles, path);
    for document in documents {
        let named = || {
            let name = document.article.clone()?;
            *known.entry(name.clone()).or_insert_with(|| position(articles, &name))
        };
        let read = || {
            let openings = openings.get_or_insert_with(|| anchor::Openings::of(articles));
            openings.article(&document.text)
        };
        match given.or_else(named).or_else(read).or(by_name) {
            Some(at) => of.entry(at).or_default().push(document),
            None if document.notes.is_empty() => {}
            None => {
                let name = document.article.map_or_else(String::new, |name| format!(" “{name}”"));
                let what = format!(
                    "{} annotations of an article{name} that is not here; write article = \"…\" under [[annotations]]",
                    document.notes.len()
                );
                report.say(document.line, what);
            }
        }
    }
    of
}

/// Where the notes of `documents` stand in the blocks of `article`, whose file has the text `file`.
fn place(
    documents: &[Document],
    article: &Article,
    file: &str,
    word: &AnnotationsWord,
    report: &mut Report<'_>,
) -> Vec<Found> {
    let surface = Surface::of(article);
    let mut anchors = Anchors::new(&surface, file);
    let mut found = vec![];
    for document in documents {
        anchors.begin(&document.text);
        for note in &document.notes {
            let Some(kind) = report.labels.kind(&note.label, word) else { continue };
            match anchors.place(&note.place) {
                Ok((block, span)) => found.push(Found { block, span, kind, link: note.link.clone() }),
                Err(words) => {
                    let what = format!(
                        "{words} ({}) is not in {}; mend its offsets, or remove it",
                        labels::shown(&note.label),
                        article.head.file
                    );
                    report.say(note.line, what);
                }
            }
        }
    }
    report.moved(article, anchors.moved);
    found
}

/// What is said of one file.
struct Report<'r> {
    shown: &'r str,
    notices: &'r mut Vec<Notice>,
    said: usize,
    unsaid: usize,
    labels: Labelled,
}

impl Report<'_> {
    /// Says what is wrong at a line, as long as not too much is.
    fn say(&mut self, line: u32, what: String) {
        self.said += 1;
        if self.said > SAID {
            self.unsaid += 1;
        } else {
            self.note(line, what);
        }
    }

    fn note(&mut self, line: u32, what: String) {
        self.notices.push(Notice { place: Place { file: self.shown.into(), line }, what });
    }

    fn moved(&mut self, article: &Article, moved: usize) {
        if moved > 0 {
            let file = &article.head.file;
            self.note(0, format!("{moved} annotations of {file} were placed by their words: their offsets do not fit"));
        }
    }

    fn count(&mut self, article: &Article, counts: put::Counts) {
        let file = &article.head.file;
        if counts.inside > 0 {
            let what = format!("{} annotations of {file} overlap longer ones, which stand", counts.inside);
            self.note(0, what);
        }
        if counts.listed > 0 {
            let what = format!(
                "{} annotations of {file} lie on names that the owner lists as something else, which stand",
                counts.listed
            );
            self.note(0, what);
        }
    }

    /// What is left to say.
    fn finish(mut self, word: &AnnotationsWord) {
        if self.unsaid > 0 {
            self.note(0, format!("{} more annotations could not be placed", self.unsaid));
        }
        for what in std::mem::take(&mut self.labels).left_out(word) {
            self.note(0, what);
        }
    }
}
