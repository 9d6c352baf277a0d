//! What the labels of annotators mean here.

use crate::curation::AnnotationsWord;
use std::collections::BTreeMap;
use visavis_corpus::Kind;

/// What a label means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    /// A kind of entity.
    Kind(Kind),
    /// No name: a number, a day.
    NoName,
    /// Nothing that is known.
    Unknown,
}

/// Labels in use: `OntoNotes` 5 (spaCy's English models), the four of CoNLL-2003 and `WikiNER` (its French ones), Quaero's, and the names that
/// kinds have here. Letters alone count, in any case.
const LABELS: [(Kind, &[&str]); 6] = [
    (Kind::Person, &["per", "pers", "person", "persind", "perscoll", "personne"]),
    (
        Kind::Place,
        &["loc", "location", "gpe", "fac", "facility", "place", "lieu", "locadm", "locfac", "locphys", "geo"],
    ),
    (
        Kind::Organisation,
        &["org", "organization", "organisation", "corporation", "company", "group", "orgadm", "orgent", "orgind"],
    ),
    (Kind::People, &["norp", "demonym", "gentile", "people", "peoples", "peuple"]),
    (Kind::Event, &["event", "eve", "evt", "evenement"]),
    (Kind::Other, &["misc", "other", "workofart", "product", "prod", "law", "language", "creativework"]),
];

const NO_NAMES: [&str; 16] = [
    "date",
    "time",
    "percent",
    "percentage",
    "money",
    "quantity",
    "ordinal",
    "cardinal",
    "amount",
    "duration",
    "number",
    "num",
    "tim",
    "url",
    "email",
    "age",
];

fn meaning(label: &str) -> Meaning {
    let plain: String = label.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect();
    let known = LABELS.iter().find(|(_, labels)| labels.contains(&plain.as_str()));
    match known {
        Some(&(kind, _)) => Meaning::Kind(kind),
        None if NO_NAMES.contains(&plain.as_str()) => Meaning::NoName,
        None => Meaning::Unknown,
    }
}

/// The labels that were met and left out, with how often.
#[derive(Debug, Default)]
pub(super) struct Labelled {
    no_names: BTreeMap<String, usize>,
    unknown: BTreeMap<String, usize>,
}

impl Labelled {
    /// The kind that `label` means; where it means none, it is left out.
    pub(super) fn kind(&mut self, label: &str, word: &AnnotationsWord) -> Option<Kind> {
        if let Some((_, kind)) = word.labels.iter().find(|(own, _)| own == label) {
            return *kind;
        }
        let left = match meaning(label) {
            Meaning::Kind(kind) => return Some(kind),
            Meaning::NoName => &mut self.no_names,
            Meaning::Unknown => &mut self.unknown,
        };
        *left.entry(label.into()).or_default() += 1;
        None
    }

    /// What to say of those that were left out.
    pub(super) fn left_out(self, word: &AnnotationsWord) -> Vec<String> {
        let list = |labels: &BTreeMap<String, usize>| {
            let shown: Vec<String> =
                labels.iter().take(12).map(|(label, count)| format!("{} {count}", shown(label))).collect();
            let more = labels.len() - shown.len();
            if more == 0 { shown.join(", ") } else { format!("{} and {more} more labels", shown.join(", ")) }
        };
        let mut said = vec![];
        if !self.no_names.is_empty() {
            said.push(format!("annotations that are no names were left out: {}", list(&self.no_names)));
        }
        if let Some(label) = self.unknown.keys().next() {
            let key = toml::Value::from(shown(label));
            let file = toml::Value::from(word.file.value.as_str());
            said.push(format!(
                "annotations with labels that mean nothing here were left out: {}; say what they mean under [[annotations]] file = {file}: labels = {{ {key} = \"person\" }}, or \"nothing\"",
                list(&self.unknown)
            ));
        }
        said
    }
}

/// A label on one line, not too long.
pub(super) fn shown(label: &str) -> String {
    label.chars().take(40).map(|c| if c.is_control() { ' ' } else { c }).collect()
}
