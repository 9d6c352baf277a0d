//! Where two texts have some words running in common.

use crate::numbered::{Numbered, fingerprint, sort};
use crate::wording::{Word, Wording};
use std::cmp::Ordering;
use visavis_text::ordered_by;

/// Most pairs of places that one sequence of words gives rise to. Sequences that are more frequent are paired in their order, the first
/// with the first and so on, so that a word repeated without end costs no more than its length, and a text still meets itself.
const MOST_PAIRS: usize = 64;

/// A sequence of the same words in two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Its first word in each.
    pub(super) at: [usize; 2],
    /// Its length in words.
    pub(super) len: usize,
}

/// The runs of at least `length` words that `a` and `b` share, those that can grow no further, the longest first.
pub(super) fn runs(a: &Wording, b: &Wording, length: usize) -> Vec<Run> {
    let length = length.max(1);
    // By diagonal, so that the pairs of one run are neighbours.
    let diagonal = |[i, j]: [u32; 2]| (u64::from(i.wrapping_sub(j)) << 32 | u64::from(i), j);
    let mut pairs: Vec<Numbered> = pairs(a.words(), b.words(), length).into_iter().map(diagonal).collect();
    sort(&mut pairs);
    let mut runs: Vec<Run> = vec![];
    for (key, j) in pairs {
        let [i, j] = [key as u32, j].map(|word| word as usize);
        match runs.last_mut() {
            Some(run) if run.at[0].wrapping_sub(run.at[1]) == i.wrapping_sub(j) && i <= run.at[0] + run.len => {
                run.len = i + length - run.at[0];
            }
            _ => runs.push(Run { at: [i, j], len: length }),
        }
    }
    ordered_by(runs, |run| (usize::MAX - run.len, run.at))
}

/// The places in both texts where the same `length` words begin.
fn pairs(a: &[Word], b: &[Word], length: usize) -> Vec<[u32; 2]> {
    let (here, there) = (grams(a, length), grams(b, length));
    let (mut here, mut there) = (here.as_slice(), there.as_slice());
    let mut pairs = vec![];
    while let (Some(first), Some(second)) = (here.first(), there.first()) {
        let (known, other) = match first.0.cmp(&second.0) {
            Ordering::Less => (same(here), 0),
            Ordering::Greater => (0, same(there)),
            Ordering::Equal => (same(here), same(there)),
        };
        pair(&here[..known], &there[..other], &mut pairs);
        (here, there) = (&here[known..], &there[other..]);
    }
    pairs.retain(|&pair| {
        let [i, j] = pair.map(|word| word as usize);
        ids(&a[i..i + length]).eq(ids(&b[j..j + length]))
    });
    pairs
}

/// A fingerprint of each sequence of `length` words with its place, sorted.
fn grams(words: &[Word], length: usize) -> Vec<Numbered> {
    let mut grams: Vec<Numbered> = words.windows(length).map(fingerprint).zip(0..).collect();
    sort(&mut grams);
    grams
}

/// How many of `grams` begin with the same fingerprint.
fn same(grams: &[Numbered]) -> usize {
    grams.iter().take_while(|gram| gram.0 == grams[0].0).count()
}

/// Every place of `here` with every place of `there`, or in their order where these are too many.
fn pair(here: &[Numbered], there: &[Numbered], pairs: &mut Vec<[u32; 2]>) {
    if here.len() * there.len() > MOST_PAIRS {
        pairs.extend(here.iter().zip(there).map(|(x, y)| [x.1, y.1]));
    } else {
        pairs.extend(here.iter().flat_map(|x| there.iter().map(move |y| [x.1, y.1])));
    }
}

fn ids(words: &[Word]) -> impl Iterator<Item = crate::wording::WordId> {
    words.iter().map(|word| word.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Vocabulary;

    fn found(a: &str, b: &str) -> Vec<Run> {
        let mut vocabulary = Vocabulary::default();
        runs(&Wording::of_text(a, &mut vocabulary), &Wording::of_text(b, &mut vocabulary), 3)
    }

    #[test]
    fn neighbouring_seeds_are_one_run() {
        assert_eq!(found("x a b c d e y", "z a b c d e"), [Run { at: [1, 1], len: 5 }]);
    }

    #[test]
    fn a_run_is_found_at_each_of_its_places() {
        assert_eq!(found("a b c", "a b c x a b c"), [Run { at: [0, 0], len: 3 }, Run { at: [0, 4], len: 3 }]);
    }

    #[test]
    fn one_word_repeated_without_end_is_one_run() {
        let text = "mot ".repeat(100_000);
        assert_eq!(found(&text, &text), [Run { at: [0, 0], len: 100_000 }]);
    }
}
