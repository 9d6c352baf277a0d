//! Passages that meet: sentences of two articles on the same matter, in whatever order.
//!
//! What two sentences share — entities under any name, numbers, days, stems, families of words — is weighed by its rarity in the corpus
//! ([`weight`]): names that every article has are the topic and hardly count, what is done or happens does. The sentences beside
//! lend a little ([`near`]). A strength is the weight shared against the weight of both sentences, the more the more different
//! things are shared. With each strength comes its evidence.

mod lexicon;
mod making;
mod near;
mod terms;
mod weight;

pub use terms::Term;
pub use weight::TermFrequencies;

use crate::wording::Place;
pub(crate) use making::Meetings;
use serde::Serialize;
use std::collections::BTreeMap;
pub(crate) use terms::Sentence;
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

/// The sentences of `a` and `b` that meet, the strongest pair first; of equals, in the order of the articles.
pub fn compare_passages(
    a: &Article,
    b: &Article,
    frequencies: &TermFrequencies,
    parameters: PassageParameters,
) -> Vec<Meeting> {
    let sentences = [a, b].map(|article| frequencies.sentences_of(article));
    let sentences = [sentences[0].as_slice(), &sentences[1]];
    let mut meeting = Meetings::new(sentences, frequencies, parameters);
    while meeting.step(sentences) {}
    meeting.done()
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
