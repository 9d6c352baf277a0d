//! `[[annotations]]`: files of annotations made elsewhere, and what they are worth here.

use super::table::{At, Table};
use crate::{ReadingError, error::nearest};
use visavis_corpus::Kind;

/// What the owner says of one file of annotations.
#[derive(Clone, Debug)]
pub(crate) struct AnnotationsWord {
    /// Its path below the folder of annotations.
    pub(crate) file: At<String>,
    /// How it is written; where this is not said, its name and content tell.
    pub(crate) format: Option<AnnotationsFormat>,
    /// The one article that it is about, by id or file.
    pub(crate) article: Option<At<String>>,
    /// Whether they stand in place of what is recognised in their articles, not beside it.
    pub(crate) instead: bool,
    /// What its labels mean; `None` for those that are to be left out.
    pub(crate) labels: Vec<(String, Option<Kind>)>,
}

/// How annotations are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AnnotationsFormat {
    Spacy,
    Iob,
    WebAnnotation,
}

impl AnnotationsFormat {
    const ALL: [(&'static str, Self); 3] =
        [("spacy", Self::Spacy), ("iob", Self::Iob), ("web-annotation", Self::WebAnnotation)];
}

/// Reads every `[[annotations]]`.
pub(super) fn annotations(root: &Table<'_>) -> Vec<AnnotationsWord> {
    root.tables("annotations", "[[annotations]]").iter().filter_map(word).collect()
}

fn word(table: &Table<'_>) -> Option<AnnotationsWord> {
    table.only(&["file", "format", "article", "mode", "labels"]);
    let mode = table.text("mode");
    let mode = mode.and_then(|mode| one_of(table, &mode, "a mode", &[("beside", false), ("instead", true)]));
    let format = table.text("format");
    Some(AnnotationsWord {
        file: table.required("file")?,
        format: format.and_then(|format| one_of(table, &format, "a format of annotations", &AnnotationsFormat::ALL)),
        article: table.text("article"),
        instead: mode.unwrap_or(false),
        labels: labels(table),
    })
}

fn labels(table: &Table<'_>) -> Vec<(String, Option<Kind>)> {
    let Some(table) = table.table("labels", "labels") else { return vec![] };
    let mut meanings: Vec<(&str, Option<Kind>)> = Kind::ALL.map(|kind| (kind.name(), Some(kind))).into();
    meanings.push(("nothing", None));
    let label = |key: String| {
        let meaning = table.text(&key)?;
        Some((key, one_of(&table, &meaning, "a kind of entity", &meanings)?))
    };
    table.keys().into_iter().filter_map(label).collect()
}

fn one_of<T: Copy>(table: &Table<'_>, text: &At<String>, expected: &'static str, all: &[(&str, T)]) -> Option<T> {
    let found = all.iter().find(|(name, _)| *name == text.value);
    if found.is_none() {
        let names: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
        let hint = nearest(&text.value, names.iter().copied(), || format!("write one of {}", names.join(", ")));
        table.fail(text.line, ReadingError::BadValue { value: text.value.clone(), expected, hint });
    }
    found.map(|&(_, value)| value)
}
