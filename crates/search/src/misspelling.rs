//! Words that are spelt nearly like another.

use crate::index::Dictionary;

/// Longer words are never taken for misspelt ones.
const LONGEST: usize = 48;

/// How many letters have to be added, left out, changed, or swapped with their neighbour to turn `a` into `b`.
pub(crate) fn distance(a: &[char], b: &[char]) -> usize {
    let mut rows = Distances::new(a);
    b.iter().for_each(|&letter| rows.push(letter));
    rows.last().map_or(0, usize::from)
}

/// The forms of `dictionary` that at most `most` such steps turn `form` into, each with how many, in sorted order.
///
/// The forms are walked as a tree: the rows of the table of distances that belong to a common beginning are worked out once, and where
/// a beginning is already too far, all the forms that share it are passed over.
pub(crate) fn near(dictionary: &Dictionary, form: &str, most: u8) -> Vec<(usize, u8)> {
    let letters: Vec<char> = form.chars().collect();
    let mut found = vec![];
    if letters.len() > LONGEST {
        return found;
    }
    let mut rows = Distances::new(&letters);
    let mut at = 0;
    while at < dictionary.forms() {
        let candidate = dictionary.form(at);
        rows.keep(candidate);
        let too_far = candidate.char_indices().skip(rows.depth()).find_map(|(from, letter)| {
            rows.push(letter);
            (rows.least() > most).then_some(from + letter.len_utf8())
        });
        if let Some(end) = too_far {
            at = dictionary.after(at, &candidate.as_bytes()[..end]);
        } else {
            found.extend(rows.last().filter(|&steps| steps <= most).map(|steps| (at, steps)));
            at += 1;
        }
    }
    found
}

/// The table of distances between the beginnings of two words, row by row.
struct Distances<'w> {
    word: &'w [char],
    /// The letters of the other word so far.
    other: Vec<char>,
    rows: Vec<Vec<u8>>,
}

impl<'w> Distances<'w> {
    fn new(word: &'w [char]) -> Self {
        let first = (0..=word.len()).map(|at| at.min(255) as u8).collect();
        Self { word, other: vec![], rows: vec![first] }
    }

    fn depth(&self) -> usize {
        self.other.len()
    }

    /// Goes back to what the other word shares with `next`.
    fn keep(&mut self, next: &str) {
        let shared = self.other.iter().zip(next.chars()).take_while(|(a, b)| **a == *b).count();
        self.other.truncate(shared);
        self.rows.truncate(shared + 1);
    }

    fn push(&mut self, letter: char) {
        let above = &self.rows[self.depth()];
        let mut row = Vec::with_capacity(above.len());
        row.push(above[0].saturating_add(1));
        for (at, &own) in self.word.iter().enumerate() {
            let change = above[at].saturating_add(u8::from(own != letter));
            let mut least = change.min(above[at + 1].saturating_add(1)).min(row[at].saturating_add(1));
            let swapped = at > 0 && self.word[at - 1] == letter && self.other.last() == Some(&own);
            if swapped {
                least = least.min(self.rows[self.depth() - 1][at - 1].saturating_add(1));
            }
            row.push(least);
        }
        self.rows.push(row);
        self.other.push(letter);
    }

    fn least(&self) -> u8 {
        self.rows.last().and_then(|row| row.iter().min()).copied().unwrap_or(0)
    }

    fn last(&self) -> Option<u8> {
        self.rows.last()?.last().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn steps(a: &str, b: &str) -> usize {
        distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
    }

    #[test]
    fn letters_added_left_out_changed_or_swapped_are_steps() {
        for (a, b, expected) in
            [("alep", "alep", 0), ("alep", "alpe", 1), ("alep", "aleppo", 2), ("alep", "lep", 1), ("", "ab", 2)]
        {
            assert_eq!(steps(a, b), expected, "{a} {b}");
        }
    }

    proptest! {
        #[test]
        fn the_distance_is_the_same_both_ways(a in "[abc]{0,6}", b in "[abc]{0,6}") {
            prop_assert_eq!(steps(&a, &b), steps(&b, &a));
            prop_assert_eq!(steps(&a, &b) == 0, a == b);
        }
    }
}
