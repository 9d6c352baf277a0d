//! Passages that meet: sentences of two articles on the same matter, in whatever order.
//!
//! What two sentences share — entities under any name, numbers, days, stems, families of words — is weighed by its rarity in the corpus
//! ([`weight`]): names that every article has are the topic and hardly count, what is done or happens does. The sentences beside
//! lend a little ([`near`]). A strength is the weight shared against the weight of both sentences, the more the more different
//! things are shared. With each strength comes its evidence.

mod lexicon;
mod near;
mod terms;
mod weight;

pub use terms::Term;
pub use weight::TermFrequencies;

use crate::wording::Place;
use near::{Near, surroundings};
use serde::Serialize;
use std::collections::BTreeMap;
pub(crate) use terms::Sentence;
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

impl PassageParameters {
    /// For programs, which can choose for themselves: weaker pairs too, and more for a sentence.
    pub const RANKED: Self = Self { least_strength: 0.2, most_per_sentence: 12 };
}

/// Something that two sentences share.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evidence {
    /// What it is.
    pub term: Term,
    /// What it weighs.
    pub weight: f64,
    /// Where each sentence has it; in one beside it where it was lent by that.
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
const HALF: f64 = 1.5;

/// The sentences of `a` and `b` that meet, the strongest pair first; of equals, in the order of the articles.
pub fn compare_passages(
    a: &Article,
    b: &Article,
    frequencies: &TermFrequencies,
    parameters: PassageParameters,
) -> Vec<Meeting> {
    let sentences = [a, b].map(|article| frequencies.sentences_of(article));
    meetings([&sentences[0], &sentences[1]], frequencies, parameters)
}

/// The same, of the sentences of two articles.
pub(crate) fn meetings(
    sentences: [&[Sentence]; 2],
    frequencies: &TermFrequencies,
    parameters: PassageParameters,
) -> Vec<Meeting> {
    let sides = [0, 1].map(|side| weighed(sentences[side], frequencies));
    let mut pairs = ordered(strong(&sides, frequencies, parameters.least_strength), |x, y| {
        y.strength.total_cmp(&x.strength).then_with(|| x.sentences.cmp(&y.sentences))
    });
    thin(&mut pairs, parameters.most_per_sentence);
    pairs.into_iter().map(|pair| meeting(sentences, &sides, pair, frequencies)).collect()
}

/// What a sentence is about, with the length of the vector of its own weights.
#[derive(Debug)]
struct Weighed<'a> {
    terms: BTreeMap<&'a Term, Near>,
    norm: f64,
}

fn weighed<'a>(sentences: &'a [Sentence], frequencies: &TermFrequencies) -> Vec<Weighed<'a>> {
    let weigh = |at: usize| {
        let weights = sentences[at].terms.keys().map(|term| frequencies.weight(term));
        let squares: f64 = weights.map(|weight| weight * weight).sum();
        Weighed { terms: surroundings(sentences, at), norm: squares.sqrt() }
    };
    (0..sentences.len()).map(weigh).collect()
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
    /// The weight of what both have themselves.
    own: f64,
    /// And of what one of them is lent.
    lent: f64,
    /// How many terms; a part of one for what is lent.
    terms: f64,
}

impl Shared {
    /// What is lent counts at most as much as what is there: it tells of whom, not of what.
    fn weight(self) -> f64 {
        self.own + self.lent.min(self.own)
    }
}

/// The sentences of one side that have a term.
#[derive(Debug, Default)]
struct Having {
    own: Vec<usize>,
    /// With what is left of its weight there.
    lent: Vec<(usize, f64)>,
}

/// The pairs of sentences of at least this strength. Weights are summed along the terms, so that pairs that share nothing cost nothing.
fn strong(sides: &[Vec<Weighed<'_>>; 2], frequencies: &TermFrequencies, least: f64) -> Vec<Strong> {
    let there = having(&sides[1]);
    let mut shared = vec![Shared::default(); sides[1].len()];
    let mut found = vec![];
    for (i, here) in sides[0].iter().enumerate() {
        for (term, near) in &here.terms {
            let Some(with) = there.get(term) else { continue };
            let weight = frequencies.weight(term);
            // What both only borrow is no evidence.
            for &j in &with.own {
                let sum = if near.is_own() { &mut shared[j].own } else { &mut shared[j].lent };
                *sum += weight * near.share;
                shared[j].terms += near.share;
            }
            for &(j, share) in with.lent.iter().filter(|_| near.is_own()) {
                shared[j].lent += weight * share;
                shared[j].terms += share;
            }
        }
        for (j, shared) in shared.iter_mut().enumerate().filter(|(_, shared)| shared.terms > 0.0) {
            let strength = strength(std::mem::take(shared), here.norm * sides[1][j].norm);
            if strength > 0.0 && strength >= least {
                found.push(Strong { sentences: [i, j], strength });
            }
        }
    }
    found
}

fn having<'a>(side: &[Weighed<'a>]) -> BTreeMap<&'a Term, Having> {
    let mut all: BTreeMap<&Term, Having> = BTreeMap::new();
    for (j, weighed) in side.iter().enumerate() {
        for (term, near) in &weighed.terms {
            let having = all.entry(term).or_default();
            if near.is_own() {
                having.own.push(j);
            } else {
                having.lent.push((j, near.share));
            }
        }
    }
    all
}

/// A pair with its evidence.
fn meeting(
    sentences: [&[Sentence]; 2],
    sides: &[Vec<Weighed<'_>>; 2],
    pair: Strong,
    frequencies: &TermFrequencies,
) -> Meeting {
    let [a, b] = [0, 1].map(|side| &sides[side][pair.sentences[side]]);
    let shared = |(&term, &here): (&&Term, &Near)| {
        let there = *b.terms.get(term)?;
        let weight = frequencies.weight(term) * here.share * there.share;
        let places = [(0, here), (1, there)].map(|(side, near)| places(&sentences[side][near.sentence], term));
        (here.is_own() || there.is_own()).then(|| Evidence { term: term.clone(), weight, places })
    };
    let evidence = a.terms.iter().filter_map(shared).collect();
    let evidence = ordered(evidence, |x: &Evidence, y| y.weight.total_cmp(&x.weight).then_with(|| x.term.cmp(&y.term)));
    let sides = [0, 1].map(|side| sentences[side][pair.sentences[side]].place);
    Meeting { sides, strength: pair.strength, evidence }
}

/// The weight shared, more of it the more various it is, against the weight of both sentences; 0–1.
fn strength(shared: Shared, norms: f64) -> f64 {
    // The square root of the product of norms: half as severe on long sentences as a cosine.
    let measure = shared.weight() * shared.terms.sqrt() / norms.sqrt().max(f64::MIN_POSITIVE);
    measure / (measure + HALF)
}

fn places(sentence: &Sentence, term: &Term) -> Vec<Place> {
    let spans = sentence.terms.get(term).into_iter().flatten();
    spans.map(|&span| Place { block: sentence.place.block, span }).collect()
}

/// Leaves out the pairs of a sentence that has `most` stronger ones.
fn thin(pairs: &mut Vec<Strong>, most: usize) {
    let mut crowd = Crowd::new(most);
    pairs.retain(|pair| crowd.admits(pair.sentences));
}

/// The positions of those `meetings`, the strongest first, that are to be listed.
pub fn listed(meetings: &[Meeting], parameters: PassageParameters) -> Vec<usize> {
    let mut crowd = Crowd::new(parameters.most_per_sentence);
    let strong = meetings.iter().enumerate().filter(|(_, meeting)| meeting.strength >= parameters.least_strength);
    strong.filter(|(_, meeting)| crowd.admits(meeting.sides)).map(|(at, _)| at).collect()
}

/// How many pairs each end has so far.
struct Crowd<K> {
    counts: BTreeMap<(usize, K), usize>,
    most: usize,
}

impl<K: Copy + Ord> Crowd<K> {
    const fn new(most: usize) -> Self {
        Self { counts: BTreeMap::new(), most }
    }

    /// Whether neither end has all that it may have; if so, the pair is counted.
    fn admits(&mut self, ends: [K; 2]) -> bool {
        let ends = [(0, ends[0]), (1, ends[1])];
        let free = ends.iter().all(|end| self.counts.get(end).is_none_or(|&count| count < self.most));
        if free {
            ends.into_iter().for_each(|end| *self.counts.entry(end).or_default() += 1);
        }
        free
    }
}

#[cfg(test)]
mod tests;
