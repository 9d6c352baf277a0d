//! What a sentence is about, with what the sentences beside it lend: “He refused to come” is about whoever was named before.

use super::terms::Sentence;
use visavis_text::ordered;

/// What is left of the weight of a term that stands in the sentence before.
const BEFORE: f64 = 0.3;

/// And in the sentence after.
const AFTER: f64 = 0.15;

/// What is left of either across the end of a paragraph.
const OTHER_BLOCK: f64 = 0.5;

/// A term of a sentence or of one beside it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Near {
    /// What is left of its weight: 1 for one of the sentence itself.
    pub(super) share: f64,
    /// The position of the sentence that has it.
    pub(super) sentence: usize,
}

impl Near {
    pub(super) fn is_own(self) -> bool {
        self.share >= 1.0
    }
}

/// The terms of the sentence at `at` and of those beside it, in order; `own` has the terms of each sentence.
pub(super) fn surroundings(all: &[Sentence], own: &[Vec<usize>], at: usize) -> Vec<(usize, Near)> {
    let beside = [(Some(at), 1.0), (at.checked_sub(1), BEFORE), (Some(at + 1), AFTER)];
    let mut terms = vec![];
    for (sentence, share) in beside.into_iter().filter_map(|(other, share)| Some((other?, share))) {
        let Some(other) = all.get(sentence) else { continue };
        let share = if other.place.block == all[at].place.block { share } else { share * OTHER_BLOCK };
        terms.extend(own[sentence].iter().map(|&term| (term, Near { share, sentence })));
    }
    // Of each term the greatest share.
    let mut terms = ordered(terms, |x: &(usize, Near), y| x.0.cmp(&y.0).then_with(|| y.1.share.total_cmp(&x.1.share)));
    terms.dedup_by(|after, first| after.0 == first.0);
    terms
}
