//! Copies: what two texts share word for word, or nearly.
//!
//! Runs of a few words in common are the seeds ([`seed`]); each is extended by local alignment over words dropped, added and replaced
//! ([`align`]); what is long enough is a copied passage, once, with every place where either text has it ([`group`]), the differences of
//! its first places ([`passage`]) and what kind of sharing it probably is ([`class`]).
//!
//! The result does not depend on which text comes first: the texts are put in an order of their own before they are compared.

mod align;
mod class;
mod group;
mod passage;
mod seed;

pub use class::CopyClass;
pub use passage::{Change, CopiedPassage, Piece, Stretch};

use crate::frequency::PhraseFrequencies;
use crate::wording::Wording;
use group::{Group, Grouping};
use serde::Serialize;
use visavis_text::{ordered, ordered_by};

/// What counts as a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CopyParameters {
    /// Words that have to be the same, running, for a comparison to begin: 3. Fewer find more rewritten copies and cost more.
    pub seed_words: usize,
    /// Words in common from which a passage counts as copied: 9.
    pub least_words: usize,
    /// Words in common from which a shorter passage is listed as a set phrase: 5. As many as `least_words`, or more, lists none.
    pub phrase_words: usize,
    /// Other articles that have to have a passage for it to be a set phrase, whatever its length: 3.
    pub phrase_articles: usize,
}

impl Default for CopyParameters {
    fn default() -> Self {
        Self { seed_words: 3, least_words: 9, phrase_words: 5, phrase_articles: 3 }
    }
}

/// What two texts share.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Copies {
    /// The passages, those with the most words in common first.
    pub passages: Vec<CopiedPassage>,
    /// Words of each text: what the shares are shares of.
    pub words: [usize; 2],
    /// Words of each text in passages other than set phrases.
    pub copied: [usize; 2],
    /// The same as a share, 0–1.
    pub shares: [f64; 2],
    /// What counted as a copy.
    pub parameters: CopyParameters,
}

/// The passages that `a` and `b` share. Both have to be numbered by one vocabulary.
///
/// `elsewhere` says which phrases are frequent in the corpus; without it a phrase is set by its length alone.
pub fn compare_copies(
    a: &Wording,
    b: &Wording,
    parameters: CopyParameters,
    elsewhere: Option<&PhraseFrequencies>,
) -> Copies {
    let mut copying = Copying::new([a, b], parameters);
    while copying.step([a, b], elsewhere) {}
    copying.done([a, b])
}

/// The same in the making, in steps: each is told the same two texts.
#[derive(Debug)]
pub(crate) struct Copying {
    parameters: CopyParameters,
    /// Whether the texts are compared in the other order.
    swapped: bool,
    stage: Stage,
    /// In the order of the groups.
    passages: Vec<CopiedPassage>,
}

#[derive(Debug)]
enum Stage {
    Grouping(Grouping),
    /// What is still to be described.
    Describing(std::vec::IntoIter<Group>),
}

impl Copying {
    /// Begins to compare the texts.
    pub(crate) fn new(texts: [&Wording; 2], parameters: CopyParameters) -> Self {
        let swapped = order(texts[1]) < order(texts[0]);
        let [first, second] = in_order(texts, swapped);
        let stage = Stage::Grouping(Grouping::new(first, second, parameters));
        Self { parameters, swapped, stage, passages: vec![] }
    }

    /// Takes the next step; whether anything is left to do.
    pub(crate) fn step(&mut self, texts: [&Wording; 2], elsewhere: Option<&PhraseFrequencies>) -> bool {
        match &mut self.stage {
            Stage::Grouping(grouping) => {
                let [first, second] = in_order(texts, self.swapped);
                if !grouping.step(first, second) {
                    self.stage = Stage::Describing(grouping.done().into_iter());
                }
            }
            Stage::Describing(groups) => {
                let Some(group) = groups.next() else { return false };
                let group = if self.swapped { group.swapped() } else { group };
                let passage = passage(&group, texts, self.parameters, elsewhere);
                self.passages.extend(Some(passage).filter(|p| is_listed(p, self.parameters)));
            }
        }
        true
    }

    /// What was found in the steps so far; all of it once nothing is left to do.
    pub(crate) fn done(self, texts: [&Wording; 2]) -> Copies {
        let passages = ordered_by(self.passages, |p| (std::cmp::Reverse(p.words), p.first_words()));
        let words = texts.map(Wording::len);
        let copied = [0, 1].map(|side| covered(passages.iter().map(|passage| (passage, side))));
        let shares = [0, 1].map(|side| share(copied[side], words[side]));
        Copies { passages, words, copied, shares, parameters: self.parameters }
    }
}

/// The texts in the order in which they are compared.
fn in_order([a, b]: [&Wording; 2], swapped: bool) -> [&Wording; 2] {
    if swapped { [b, a] } else { [a, b] }
}

/// An order of texts that does not depend on which was numbered first: by length, then by the first difference of form.
fn order(text: &Wording) -> impl PartialOrd {
    (text.len(), text.digest())
}

fn passage(
    group: &Group,
    texts: [&Wording; 2],
    parameters: CopyParameters,
    elsewhere: Option<&PhraseFrequencies>,
) -> CopiedPassage {
    let mut passage = passage::describe(group, texts);
    passage.class = class::classify(group, texts, passage.words, parameters, elsewhere);
    passage
}

/// Whether a passage is long enough for its class.
fn is_listed(passage: &CopiedPassage, parameters: CopyParameters) -> bool {
    passage.words >= parameters.least_words
        || passage.class != CopyClass::OwnText && passage.class != CopyClass::AgencyCopy
}

/// Words of a text that passages other than set phrases cover; each comes with the side that the text is.
pub(crate) fn covered<'p>(passages: impl Iterator<Item = (&'p CopiedPassage, usize)>) -> usize {
    let counted = passages.filter(|(passage, _)| passage.class != CopyClass::SetPhrase);
    let stretches: Vec<[usize; 2]> =
        counted.flat_map(|(passage, side)| &passage.sides[side]).map(|stretch| stretch.words).collect();
    let (mut total, mut end) = (0, 0);
    for [first, last] in ordered(stretches, Ord::cmp) {
        total += last.saturating_sub(first.max(end));
        end = end.max(last);
    }
    total
}

/// `part` of `whole`, 0 of nothing.
pub(crate) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests;
