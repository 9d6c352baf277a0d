//! A copied passage as it is shown: its places, and its differences.

use super::align::Step;
use super::class::CopyClass;
use super::group::Group;
use super::share;
use crate::wording::{Place, Wording};
use serde::Serialize;
use visavis_text::ordered;

/// What became of some words between two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// The same words in both, but for case, accents, apostrophes and hyphens.
    Same,
    /// In the first text only.
    Dropped,
    /// In the second text only.
    Added,
    /// Other words.
    Replaced,
}

/// Neighbouring words of a passage that fared alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// What became of them.
    pub change: Change,
    /// How many words each text has here.
    pub words: [usize; 2],
    /// Where they stand in each text; none where it has none.
    pub places: [Vec<Place>; 2],
}

/// Words of one text that a passage covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stretch {
    /// The first word and one past the last, counted over the text.
    pub words: [usize; 2],
    /// Where they stand, a place for each block touched.
    pub places: Vec<Place>,
}

/// A passage that two texts share.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CopiedPassage {
    /// What kind of sharing it probably is.
    pub class: CopyClass,
    /// Where each text has it, at least once; the first two are those that `pieces` sets side by side.
    pub sides: [Vec<Stretch>; 2],
    /// Words in common.
    pub words: usize,
    /// Share of the words of both that are the same: 1 is a copy word by word.
    pub verbatim: f64,
    /// Share of each whole text that its first stretch makes up.
    pub shares: [f64; 2],
    /// What is the same and what differs, in order.
    pub pieces: Vec<Piece>,
}

impl CopiedPassage {
    /// The first words that it covers, in each text.
    pub(super) fn first_words(&self) -> [usize; 2] {
        [0, 1].map(|side| self.sides[side].first().map_or(0, |stretch| stretch.words[0]))
    }
}

/// Describes `group`, but for its class.
pub(super) fn describe(group: &Group, texts: [&Wording; 2]) -> CopiedPassage {
    let words = group.best.same();
    let lengths = group.best.words.map(|[first, end]| end - first);
    CopiedPassage {
        class: CopyClass::OwnText,
        sides: [0, 1].map(|side| stretches(group, side, texts[side])),
        words,
        verbatim: share(2 * words, lengths[0] + lengths[1]),
        shares: [0, 1].map(|side| share(lengths[side], texts[side].len())),
        pieces: pieces(group, texts),
    }
}

/// The places of one side: that of the best alignment, then the others in order.
fn stretches(group: &Group, side: usize, text: &Wording) -> Vec<Stretch> {
    let others = ordered(group.others[side].clone(), Ord::cmp);
    let stretch = |words: [usize; 2]| Stretch { words, places: text.places(words[0], words[1]) };
    std::iter::once(group.best.words[side]).chain(others).map(stretch).collect()
}

/// The alignment, neighbouring steps of a kind together; words dropped, added and replaced side by side are one replacement.
fn pieces(group: &Group, texts: [&Wording; 2]) -> Vec<Piece> {
    let mut at = group.best.words.map(|[first, _]| first);
    let mut pieces = vec![];
    for steps in group.best.steps.chunk_by(|x, y| (*x == Step::Same) == (*y == Step::Same)) {
        let words = [Step::Added, Step::Dropped].map(|without| steps.iter().filter(|&&step| step != without).count());
        let change = match (steps.first(), words) {
            (Some(Step::Same), _) => Change::Same,
            (_, [_, 0]) => Change::Dropped,
            (_, [0, _]) => Change::Added,
            _ => Change::Replaced,
        };
        let places = [0, 1].map(|side| texts[side].places(at[side], at[side] + words[side]));
        at = [at[0] + words[0], at[1] + words[1]];
        pieces.push(Piece { change, words, places });
    }
    pieces
}
