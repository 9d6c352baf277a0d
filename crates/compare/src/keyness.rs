//! Keyness: which words one text uses more than another, and how surely.
//!
//! Two figures that answer two questions. The log-likelihood (Dunning 1993, in the form of Rayson & Garside 2000) says how surely the
//! difference is none of chance: 15.13 and more happens by chance less than once in 10,000. The log-ratio (Hardie 2014) says how large
//! it is: 1 is twice as frequent, 2 four times, -1 half.

use crate::entities::per_thousand;
use serde::Serialize;
use std::collections::BTreeMap;
use visavis_corpus::Article;
use visavis_text::{distinct, elides, fold, gathered, ordered, words};

/// Below this many words on either side, the figures say little.
const SMALL: usize = 2_000;

/// Below this many occurrences expected on either side, a log-likelihood says little.
const SPARSE: f64 = 5.0;

/// What a word that one side lacks counts as there, for its log-ratio to be a number (Hardie 2014).
const ABSENT: f64 = 0.5;

/// How often a text has a word.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct WordCount {
    /// Occurrences.
    pub count: u32,
    /// Paragraphs that have it.
    pub paragraphs: u32,
    /// How it is printed, and how often so.
    forms: BTreeMap<String, u32>,
}

/// The words of one or several texts, folded, and how often each occurs. Elided words (`l'`, `qu'`) are left out: they are halves.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct WordCounts {
    words: BTreeMap<String, WordCount>,
    total: usize,
    paragraphs: usize,
}

impl WordCounts {
    /// Counts over the blocks of `articles` that are read.
    pub fn of_articles<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Self {
        let blocks = articles.into_iter().flat_map(|article| &article.blocks).filter(|block| block.role.is_read());
        Self::of_paragraphs(blocks.map(|block| block.text.as_str()))
    }

    /// Counts over bare paragraphs.
    pub fn of_paragraphs<'t>(paragraphs: impl IntoIterator<Item = &'t str>) -> Self {
        let mut counts = Self::default();
        paragraphs.into_iter().for_each(|paragraph| counts.add(paragraph));
        counts
    }

    /// How many words were counted.
    pub const fn total(&self) -> usize {
        self.total
    }

    /// How many paragraphs they stand in.
    pub const fn paragraphs(&self) -> usize {
        self.paragraphs
    }

    fn add(&mut self, paragraph: &str) {
        let mut here = vec![];
        for word in words(paragraph).filter(|word| !elides(word.text)) {
            let folded = fold(word.text);
            let count = self.words.entry(folded.clone()).or_default();
            count.count += 1;
            *count.forms.entry(word.text.to_owned()).or_default() += 1;
            self.total += 1;
            here.push(folded);
        }
        self.paragraphs += usize::from(!here.is_empty());
        for word in distinct(here) {
            self.words.entry(word).or_default().paragraphs += 1;
        }
    }
}

/// A word and how much more one text uses it than the other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KeyWord {
    /// Its folded form.
    pub word: String,
    /// How it is printed most often.
    pub form: String,
    /// Occurrences on each side.
    pub counts: [u32; 2],
    /// Occurrences in a thousand words of each side.
    pub per_thousand: [f64; 2],
    /// Paragraphs of each side that have it: a word of one paragraph says little of a text.
    pub paragraphs: [u32; 2],
    /// How surely the difference is none of chance.
    pub log_likelihood: f64,
    /// How large it is: above 0 the first side uses it more.
    pub log_ratio: f64,
    /// Whether so few occurrences were expected that the log-likelihood says little.
    pub sparse: bool,
}

/// The words of two sides, by keyness.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Keyness {
    /// The surest difference first; of equals, in order of the word.
    pub rows: Vec<KeyWord>,
    /// Words of each side.
    pub words: [usize; 2],
    /// Whether a side is so small that all this says little.
    pub small: bool,
}

/// Sets the words of `here` against those of `there`.
pub fn keyness(here: &WordCounts, there: &WordCounts) -> Keyness {
    let words = distinct(here.words.keys().chain(there.words.keys()).collect());
    let rows = words.into_iter().map(|word| row(word, [here, there])).collect();
    let rows = ordered(rows, |a: &KeyWord, b: &KeyWord| {
        b.log_likelihood.total_cmp(&a.log_likelihood).then_with(|| a.word.cmp(&b.word))
    });
    let totals = [here.total, there.total];
    Keyness { rows, words: totals, small: totals.iter().any(|&total| total < SMALL) }
}

fn row(word: &str, sides: [&WordCounts; 2]) -> KeyWord {
    let found = sides.map(|side| side.words.get(word));
    let counts = found.map(|found| found.map_or(0, |count| count.count));
    let totals = sides.map(WordCounts::total);
    let expected = expected(counts, totals);
    KeyWord {
        word: word.to_owned(),
        form: printed(found),
        counts,
        per_thousand: [0, 1].map(|side| per_thousand(counts[side], totals[side])),
        paragraphs: found.map(|found| found.map_or(0, |count| count.paragraphs)),
        log_likelihood: log_likelihood(counts, expected),
        log_ratio: log_ratio(counts, totals),
        sparse: expected.iter().any(|&expected| expected < SPARSE),
    }
}

/// The form in which both sides together print a word most often; of equals, the first in order.
fn printed(found: [Option<&WordCount>; 2]) -> String {
    let forms = found.into_iter().flatten().flat_map(|count| &count.forms);
    let forms = gathered(forms.map(|(form, count)| (form.as_str(), *count)).collect());
    forms
        .into_iter()
        .map(|(form, counts)| (form, counts.iter().sum::<u32>()))
        .max_by_key(|&(form, count)| (count, std::cmp::Reverse(form)))
        .map_or_else(String::new, |(form, _)| form.into())
}

/// Occurrences on each side if both used the word alike.
fn expected(counts: [u32; 2], totals: [usize; 2]) -> [f64; 2] {
    let all = f64::from(counts[0] + counts[1]) / (totals[0] + totals[1]).max(1) as f64;
    totals.map(|total| total as f64 * all)
}

/// 2 Σ observed · ln(observed / expected).
fn log_likelihood(counts: [u32; 2], expected: [f64; 2]) -> f64 {
    let term = |side: usize| {
        let observed = f64::from(counts[side]);
        if counts[side] == 0 { 0.0 } else { observed * libm::log(observed / expected[side]) }
    };
    // Rounding can leave a little less than nothing.
    (2.0 * (term(0) + term(1))).max(0.0)
}

/// log₂ of the relative frequencies' ratio; 0 where a side has no words.
fn log_ratio(counts: [u32; 2], totals: [usize; 2]) -> f64 {
    let rate = |side: usize| f64::from(counts[side]).max(ABSENT) / totals[side] as f64;
    if totals.contains(&0) { 0.0 } else { libm::log(rate(0) / rate(1)) / std::f64::consts::LN_2 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(found: f64, expected: f64) -> bool {
        (found - expected).abs() < 0.005
    }

    #[test]
    fn the_figures_follow_their_formulas() {
        // Expected: 8.33 and 16.67; 2 × (20 ln 2.4 + 5 ln 0.3) = 22.98. Eight times as frequent: log₂ 8 = 3.
        let counts = [20, 5];
        let totals = [10_000, 20_000];
        assert!(close(log_likelihood(counts, expected(counts, totals)), 22.98));
        assert!(close(log_ratio(counts, totals), 3.0));
    }

    #[test]
    fn the_surest_difference_comes_first() {
        let here = WordCounts::of_paragraphs(["siège siège siège ville", "siège l’armée"]);
        let there = WordCounts::of_paragraphs(["libération ville ville armée armée"]);
        let keyness = keyness(&here, &there);
        let rows: Vec<(&str, [u32; 2], [u32; 2])> =
            keyness.rows.iter().map(|row| (row.form.as_str(), row.counts, row.paragraphs)).collect();
        assert_eq!(rows[0], ("siège", [4, 0], [2, 0]));
        assert_eq!(keyness.words, [6, 5]);
        assert!(keyness.small);
    }

    #[test]
    fn an_empty_side_gives_numbers() {
        let some = WordCounts::of_paragraphs(["un mot"]);
        let keyness = keyness(&some, &WordCounts::default());
        assert!(keyness.rows.iter().all(|row| row.log_likelihood.is_finite() && row.log_ratio.is_finite()));
    }

    proptest! {
        #[test]
        fn exchanging_the_sides_turns_the_sign(a in "[a-c é']{0,80}", b in "[a-c é']{0,80}") {
            let [a, b] = [&a, &b].map(|text| WordCounts::of_paragraphs([text.as_str()]));
            let (here, there) = (keyness(&a, &b), keyness(&b, &a));
            let mut turned = there.rows.iter();
            for row in &here.rows {
                let other = turned.find(|other| other.word == row.word);
                prop_assert!(other.is_some_and(|other| (other.log_ratio + row.log_ratio).abs() < 1e-9), "{row:?}");
                turned = there.rows.iter();
            }
        }
    }
}
