//! How often sentences are cut where they end: `cargo xtask bench quality`. With `ERRORS=1` every error is listed.
//!
//! Real sentences are joined with a space, and the cuts are held against the joints. A sentence that closes with no mark (a label, an
//! entry of a list) would stand on a line of its own, so that its joint is neither right nor wrong.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use visavis_text::{Span, sentences};

/// Sentences of three texts, each on a line of its own.
const SENTENCES: [&str; 3] = ["aijwikinerfrwp3.tsv", "fr_gsd-ud-train.conllu.tsv", "fr_sequoia-ud-train.conllu.tsv"];

fn main() {
    if let Some(folder) = shared("ner_fr") {
        let texts = SENTENCES.map(|name| std::fs::read_to_string(folder.join(name)).expect("a text of sentences"));
        let all: Vec<Joined> = texts.iter().map(|text| Joined::new(sentences_of(text))).collect();
        let sum = |of: fn(&Joined) -> usize| all.iter().map(of).sum::<usize>();
        let (right, wrong, missed) =
            (sum(|one| one.right().len()), sum(|one| one.wrong().len()), sum(|one| one.missed().len()));
        println!(
            "sentences joined: precision {:.3} ({wrong} wrong)  recall {:.3} ({missed} missed)  of {} boundaries",
            share(right, right + wrong),
            share(right, right + missed),
            right + missed
        );
        all.iter().for_each(Joined::errors);
    }
    if let Some(folder) = shared("piaf") {
        let lines = std::fs::read_to_string(folder.join("docs.jsonl")).expect("paragraphs");
        let bodies: Vec<String> = lines.lines().filter_map(body).collect();
        // Where the sentences inside a paragraph end, nobody said.
        let joined = Joined::new(bodies.iter().map(String::as_str));
        let (right, missed) = (joined.right().len(), joined.missed().len());
        println!(
            "paragraphs joined: recall {:.3} ({missed} missed) of {} boundaries",
            share(right, right + missed),
            right + missed
        );
        if std::env::var_os("ERRORS").is_some() {
            joined.missed().iter().for_each(|&at| println!("    - {}", joined.around(at)));
        }
    }
}

fn share(right: usize, of: usize) -> f64 {
    right as f64 / of.max(1) as f64
}

/// Where the data lie that are not ours to keep.
fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    if !path.exists() {
        println!("SKIPPED ../shared/data/{name} is missing");
        return None;
    }
    Some(path)
}

/// The sentences of a file in `WebAnno` TSV.
fn sentences_of(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| line.strip_prefix("#Text=")).map(str::trim)
}

/// The paragraph of a record.
fn body(line: &str) -> Option<String> {
    let record: serde_json::Value = serde_json::from_str(line).ok()?;
    Some(record.get("body")?.as_str()?.trim().replace('\n', " "))
}

/// Sentences that were joined, and where the text was cut.
struct Joined {
    text: String,
    /// First byte of each sentence but the first, and whether the one before closes with a mark.
    joints: Vec<(usize, bool)>,
    /// First byte of each sentence that was found, but the first.
    found: BTreeSet<usize>,
}

impl Joined {
    fn new<'s>(parts: impl Iterator<Item = &'s str>) -> Self {
        let (mut text, mut joints) = (String::new(), vec![]);
        for part in parts {
            if !text.is_empty() {
                let closers = |c: char| c.is_whitespace() || matches!(c, '"' | '»' | '”' | '\'' | '’' | ')' | ']');
                let closed = text.trim_end_matches(closers).ends_with(['.', '!', '?', '…']);
                text.push(' ');
                joints.push((text.len(), closed));
            }
            text.push_str(part);
        }
        let found = sentences(&text).skip(1).map(Span::start).collect();
        Self { text, joints, found }
    }

    fn right(&self) -> Vec<usize> {
        self.joints.iter().filter(|(at, closed)| *closed && self.found.contains(at)).map(|(at, _)| *at).collect()
    }

    fn missed(&self) -> Vec<usize> {
        self.joints.iter().filter(|(at, closed)| *closed && !self.found.contains(at)).map(|(at, _)| *at).collect()
    }

    fn wrong(&self) -> Vec<usize> {
        self.found.iter().filter(|found| self.joints.iter().all(|(at, _)| at != *found)).copied().collect()
    }

    /// Lists what is wrong, where that is asked for.
    fn errors(&self) {
        if std::env::var_os("ERRORS").is_some() {
            self.wrong().iter().for_each(|&at| println!("    + {}", self.around(at)));
            self.missed().iter().for_each(|&at| println!("    - {}", self.around(at)));
        }
    }

    /// The words on both sides of `at`.
    fn around(&self, at: usize) -> String {
        let (from, to) = (self.text.floor_char_boundary(at.saturating_sub(50)), self.text.floor_char_boundary(at + 50));
        format!("{}¦{}", &self.text[from..at], &self.text[at..to])
    }
}
