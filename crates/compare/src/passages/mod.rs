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
use std::collections::{BTreeMap, BTreeSet};
use terms::Sentence;
use visavis_corpus::Article;

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
    let mut meetings: Vec<Meeting> = candidates(&sides)
        .into_iter()
        .map(|(i, j)| meeting(&sides[0][i], &sides[1][j], frequencies))
        .filter(|meeting| meeting.strength >= parameters.least_strength)
        .collect();
    meetings.sort_by(|x, y| y.strength.total_cmp(&x.strength).then_with(|| x.sides.cmp(&y.sides)));
    thin(&mut meetings, parameters.most_per_sentence);
    meetings
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

/// Pairs of sentences that share anything.
fn candidates(sides: &[Vec<Weighed>; 2]) -> BTreeSet<(usize, usize)> {
    let mut there: BTreeMap<&Term, Vec<usize>> = BTreeMap::new();
    for (j, weighed) in sides[1].iter().enumerate() {
        weighed.sentence.terms.keys().for_each(|term| there.entry(term).or_default().push(j));
    }
    let with = |term| there.get(term).into_iter().flatten().copied();
    let here = sides[0].iter().enumerate();
    here.flat_map(|(i, weighed)| weighed.sentence.terms.keys().flat_map(with).map(move |j| (i, j))).collect()
}

fn meeting(a: &Weighed, b: &Weighed, frequencies: &TermFrequencies) -> Meeting {
    let mut evidence: Vec<Evidence> = a
        .sentence
        .terms
        .iter()
        .filter_map(|(term, here)| {
            let there = b.sentence.terms.get(term)?;
            let places = [(a, here), (b, there)].map(|(side, spans)| in_block(side.sentence.place.block, spans));
            Some(Evidence { term: term.clone(), weight: frequencies.weight(term), places })
        })
        .collect();
    evidence.sort_by(|x, y| y.weight.total_cmp(&x.weight).then_with(|| x.term.cmp(&y.term)));
    let strength = strength(&evidence, a.norm * b.norm);
    Meeting { sides: [a.sentence.place, b.sentence.place], strength, evidence }
}

/// The weight shared, more of it the more various it is, against the weight of both sentences; 0–1.
fn strength(evidence: &[Evidence], norms: f64) -> f64 {
    let shared: f64 = evidence.iter().map(|evidence| evidence.weight).sum();
    // The square root of the product of norms: half as severe on long sentences as a cosine.
    let measure = shared * (evidence.len() as f64).sqrt() / norms.sqrt().max(f64::MIN_POSITIVE);
    if evidence.is_empty() { 0.0 } else { measure / (measure + HALF) }
}

fn in_block(block: u32, spans: &[visavis_text::Span]) -> Vec<Place> {
    spans.iter().map(|&span| Place { block, span }).collect()
}

/// Leaves out the pairs of a sentence that has `most` stronger ones.
fn thin(meetings: &mut Vec<Meeting>, most: usize) {
    let mut counts: [BTreeMap<Place, usize>; 2] = [BTreeMap::new(), BTreeMap::new()];
    meetings.retain(|meeting| {
        let full =
            [0, 1].iter().any(|&side| counts[side].get(&meeting.sides[side]).is_some_and(|&count| count >= most));
        if !full {
            [0, 1].iter().for_each(|&side| *counts[side].entry(meeting.sides[side]).or_default() += 1);
        }
        !full
    });
}

#[cfg(test)]
mod tests;
