//! Passages that meet: sentences of two articles on the same matter, in whatever order.
//!
//! What two sentences share — entities under any name, numbers, days, stems — is weighed by its rarity in the corpus ([`weight`]); what
//! every article has is the topic and hardly counts. A strength is the weight shared against the weight of both sentences, the
//! more the more different things are shared. With each strength comes its evidence.

mod lexicon;
mod terms;
mod weight;

pub use terms::Term;
pub use weight::TermFrequencies;

use crate::wording::Place;
use serde::Serialize;
use std::collections::BTreeMap;
use terms::Sentence;
use visavis_corpus::Article;
use visavis_text::ordered;

/// What counts as meeting.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PassageParameters {
    /// Strength from which a pair is listed: 0.35.
    pub least_strength: f64,
    /// Most pairs listed for one sentence: 4.
    pub most_per_sentence: usize,
}

impl Default for PassageParameters {
    fn default() -> Self {
        Self { least_strength: 0.35, most_per_sentence: 4 }
    }
}

/// Something that two sentences share.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evidence {
    /// What it is.
    pub term: Term,
    /// What it weighs.
    pub weight: f64,
    /// Where each sentence has it.
    pub places: [Vec<Place>; 2],
}

/// Two sentences that meet.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Meeting {
    /// The sentences.
    pub sides: [Place; 2],
    /// How surely they are about the same matter, 0–1.
    pub strength: f64,
    /// What they share, the weightiest first.
    pub evidence: Vec<Evidence>,
}

/// The measure of sharing that is a strength of one half.
const HALF: f64 = 1.0;

/// The sentences of `a` and `b` that meet, the strongest pair first; of equals, in the order of the articles.
pub fn compare_passages(
    a: &Article,
    b: &Article,
    frequencies: &TermFrequencies,
    parameters: PassageParameters,
) -> Vec<Meeting> {
    let sides = [a, b].map(|article| weighed(article, frequencies));
    let mut pairs = ordered(strong(&sides, frequencies, parameters.least_strength), |x, y| {
        y.strength.total_cmp(&x.strength).then_with(|| x.sentences.cmp(&y.sentences))
    });
    thin(&mut pairs, parameters.most_per_sentence);
    pairs.into_iter().map(|pair| meeting(&sides, pair, frequencies)).collect()
}

/// A sentence with the length of its vector of weights.
#[derive(Debug)]
struct Weighed {
    sentence: Sentence,
    norm: f64,
}

fn weighed(article: &Article, frequencies: &TermFrequencies) -> Vec<Weighed> {
    let weigh = |sentence: Sentence| {
        let squares: f64 =
            sentence.terms.keys().map(|term| frequencies.weight(term)).map(|weight| weight * weight).sum();
        Weighed { sentence, norm: squares.sqrt() }
    };
    frequencies.sentences_of(article).into_iter().map(weigh).collect()
}

/// Two sentences, by their positions, and how strongly they meet.
#[derive(Clone, Copy, Debug)]
struct Strong {
    sentences: [usize; 2],
    strength: f64,
}

/// What two sentences share, summed up.
#[derive(Clone, Copy, Debug, Default)]
struct Shared {
    weight: f64,
    terms: u32,
}

/// The pairs of sentences of at least this strength. Weights are summed along the terms, so that pairs that share nothing cost nothing.
fn strong(sides: &[Vec<Weighed>; 2], frequencies: &TermFrequencies, least: f64) -> Vec<Strong> {
    let mut there: BTreeMap<&Term, Vec<usize>> = BTreeMap::new();
    for (j, weighed) in sides[1].iter().enumerate() {
        weighed.sentence.terms.keys().for_each(|term| there.entry(term).or_default().push(j));
    }
    let mut shared = vec![Shared::default(); sides[1].len()];
    let mut found = vec![];
    for (i, here) in sides[0].iter().enumerate() {
        for (term, with) in here.sentence.terms.keys().filter_map(|term| Some((term, there.get(term)?))) {
            let weight = frequencies.weight(term);
            for &j in with {
                shared[j] = Shared { weight: shared[j].weight + weight, terms: shared[j].terms + 1 };
            }
        }
        for (j, shared) in shared.iter_mut().enumerate().filter(|(_, shared)| shared.terms > 0) {
            let strength = strength(std::mem::take(shared), here.norm * sides[1][j].norm);
            if strength >= least {
                found.push(Strong { sentences: [i, j], strength });
            }
        }
    }
    found
}

/// A pair with its evidence.
fn meeting(sides: &[Vec<Weighed>; 2], pair: Strong, frequencies: &TermFrequencies) -> Meeting {
    let [a, b] = [0, 1].map(|side| &sides[side][pair.sentences[side]]);
    let evidence: Vec<Evidence> = a
        .sentence
        .terms
        .iter()
        .filter_map(|(term, here)| {
            let there = b.sentence.terms.get(term)?;
            let places = [(a, here), (b, there)].map(|(side, spans)| in_block(side.sentence.place.block, spans));
            Some(Evidence { term: term.clone(), weight: frequencies.weight(term), places })
        })
        .collect();
    let evidence = ordered(evidence, |x, y| y.weight.total_cmp(&x.weight).then_with(|| x.term.cmp(&y.term)));
    Meeting { sides: [a.sentence.place, b.sentence.place], strength: pair.strength, evidence }
}

/// The weight shared, more of it the more various it is, against the weight of both sentences; 0–1.
fn strength(shared: Shared, norms: f64) -> f64 {
    // The square root of the product of norms: half as severe on long sentences as a cosine.
    let measure = shared.weight * f64::from(shared.terms).sqrt() / norms.sqrt().max(f64::MIN_POSITIVE);
    measure / (measure + HALF)
}

fn in_block(block: u32, spans: &[visavis_text::Span]) -> Vec<Place> {
    spans.iter().map(|&span| Place { block, span }).collect()
}

/// Leaves out the pairs of a sentence that has `most` stronger ones.
fn thin(pairs: &mut Vec<Strong>, most: usize) {
    let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    pairs.retain(|pair| {
        let ends = [0, 1].map(|side| (side, pair.sentences[side]));
        let full = ends.iter().any(|end| counts.get(end).is_some_and(|&count| count >= most));
        if !full {
            ends.into_iter().for_each(|end| *counts.entry(end).or_default() += 1);
        }
        !full
    });
}

#[cfg(test)]
mod tests;
