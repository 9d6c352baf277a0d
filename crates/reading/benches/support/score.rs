//! Counting what was recognised against what was judged.

use super::gold::{Judged, Verdict};
use std::fmt;
use visavis_corpus::{Article, Kind, MentionRule};
use visavis_text::{Span, slice};

/// The kinds that are counted.
pub(crate) const KINDS: [Kind; 3] = [Kind::Person, Kind::Place, Kind::Organisation];

/// Right, wrong and missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) right: usize,
    pub(crate) wrong: usize,
    pub(crate) missed: usize,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }

    /// The harmonic mean of the two.
    pub(crate) fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.wrong + self.missed).max(1) as f64
    }
}

/// The 95 % interval of Wilson, E. B. (1927) for `right` of `all`.
fn interval(right: usize, all: usize) -> (f64, f64) {
    let (n, z) = (all.max(1) as f64, 1.96_f64);
    let p = right as f64 / n;
    let (centre, spread) = (p + z * z / (2.0 * n), z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt());
    let scale = 1.0 + z * z / n;
    ((centre - spread) / scale, (centre + spread) / scale)
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |right, other: usize| {
            let (low, high) = interval(right, right + other);
            format!("{:.3} [{low:.2}–{high:.2}]", right as f64 / (right + other).max(1) as f64)
        };
        let (precision, recall) = (share(self.right, self.wrong), share(self.right, self.missed));
        write!(f, "P {precision}  R {recall}  F1 {:.3}  ({} judged)", self.f1(), self.right + self.missed)
    }
}

/// Counts by kind, and what went wrong, for reading.
#[derive(Clone, Debug, Default)]
pub(crate) struct Score {
    pub(crate) kinds: [Tally; 3],
    pub(crate) errors: Vec<String>,
}

impl Score {
    /// All kinds together.
    pub(crate) fn all(&self) -> Tally {
        let mut all = Tally::default();
        self.kinds.iter().for_each(|tally| all.add(*tally));
        all
    }

    /// Adds those of `other`.
    pub(crate) fn add(&mut self, other: &Self) {
        self.kinds.iter_mut().zip(other.kinds).for_each(|(tally, other)| tally.add(other));
        self.errors.extend(other.errors.iter().cloned());
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (kind, tally) in KINDS.iter().zip(&self.kinds) {
            writeln!(f, "  {:<13}{tally}", kind.name())?;
        }
        write!(f, "  {:<13}{}", "all", self.all())
    }
}

/// Counts the mentions of `article` against `judged`. `nested`: names inside names are asked for too; else the outermost alone.
pub(crate) fn score(article: &Article, judged: &Judged, nested: bool) -> Score {
    let mut score = Score::default();
    for (at, (text, judgements)) in judged.paragraphs.iter().enumerate() {
        let mentions = article.marks.mentions.iter().filter(|mention| {
            // A description is no name.
            mention.block as usize == at && mention.rule != MentionRule::Description
        });
        let found: Vec<(Span, Kind)> = mentions.map(|mention| (mention.span, mention.kind)).collect();
        paragraph(text, &found, judgements, nested, &mut score);
    }
    score
}

fn paragraph(text: &str, found: &[(Span, Kind)], judged: &[(Span, Verdict)], nested: bool, score: &mut Score) {
    let outer = |span: Span| !judged.iter().any(|&(other, _)| other != span && other.contains(span));
    let asked: Vec<(Span, Kind)> = judged
        .iter()
        .filter_map(|&(span, verdict)| match verdict {
            Verdict::Name(kind) if KINDS.contains(&kind) && (nested || outer(span)) => Some((span, kind)),
            _ => None,
        })
        .collect();
    let mut met = vec![false; asked.len()];
    for &(span, kind) in found {
        let Some(index) = KINDS.iter().position(|&counted| counted == kind) else { continue };
        let same = |&(wanted, of): &(Span, Kind)| of == kind && core(text, wanted) == core(text, span);
        let words = slice(text, span).unwrap_or_default();
        if let Some(at) = asked.iter().enumerate().position(|(at, wanted)| !met[at] && same(wanted)) {
            met[at] = true;
            score.kinds[index].right += 1;
        } else if asked.iter().any(|(wanted, _)| wanted.overlaps(span))
            || !judged.iter().any(|(other, _)| other.overlaps(span))
        {
            score.kinds[index].wrong += 1;
            score.errors.push(format!("+ {} “{words}” in: {}", kind.name(), around(text, span)));
        }
    }
    for (&(span, kind), _) in asked.iter().zip(met).filter(|(_, met)| !met) {
        let index = KINDS.iter().position(|&counted| counted == kind).unwrap_or(0);
        score.kinds[index].missed += 1;
        let words = slice(text, span).unwrap_or_default();
        score.errors.push(format!("- {} “{words}” in: {}", kind.name(), around(text, span)));
    }
}

/// The part of a name that every guide agrees on: without article, form of address, and a head in small letters.
fn core(text: &str, span: Span) -> Span {
    const LEADING: [&str; 23] = [
        "Le", "La", "Les", "L", "M", "MM", "Mme", "Mlle", "Dr", "Me", "Monsieur", "Madame", "The", "Mr", "Un", "Une",
        "Mrs", "Ms", "Miss", "Sir", "Lord", "Lady", "Dame",
    ];
    let words: Vec<_> = visavis_text::words(slice(text, span).unwrap_or_default()).collect();
    let leading = |word: &str| word.starts_with(char::is_lowercase) || LEADING.contains(&word);
    let from = words
        .iter()
        .position(|word| !leading(word.text))
        .and_then(|at| words.get(at))
        .map_or(0, |word| word.span.start());
    let to = words.last().map_or(span.len(), |word| word.span.end());
    Span::new(span.start() + from, span.start() + to)
}

fn around(text: &str, span: Span) -> String {
    let start = (0..=span.start().saturating_sub(40)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let end = (span.end() + 40..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    text[start..end].replace('\n', " ")
}
