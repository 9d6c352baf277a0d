//! Which articles hold which word, and how often.

use super::{Counts, Part, WordIx, counts::Packed};
use std::ops::Range;
use visavis_corpus::ArticleIx;

/// One article holds a word, so many times in each part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Posting {
    /// Which article.
    pub(crate) article: ArticleIx,
    packed: Packed,
}

impl Posting {
    /// How often.
    #[inline]
    pub(crate) fn counts(self) -> Counts {
        self.packed.into()
    }
}

/// Postings of word `w` are `all[starts[w]..starts[w + 1]]`, in order of article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Postings {
    starts: Vec<u32>,
    all: Vec<Posting>,
}

impl Postings {
    /// The postings of a range of words, word after word.
    pub(crate) fn of(&self, words: &Range<WordIx>) -> &[Posting] {
        let at = |word: WordIx| self.starts.get(word as usize).map_or(self.all.len(), |&start| start as usize);
        &self.all[at(words.start)..at(words.end)]
    }
}

/// Counts words, article after article.
#[derive(Debug, Default)]
pub(crate) struct Counting {
    /// Of the article at hand, for each word.
    counts: Vec<Packed>,
    /// Its words.
    seen: Vec<WordIx>,
    /// What was counted, in order of article: in stretches, as a list that grows is copied again and again.
    counted: Vec<Vec<(WordIx, Posting)>>,
    /// How many articles have each word.
    having: Vec<u32>,
}

/// Postings that are counted, and put into place, in one go.
const STRETCH: usize = 4096;

impl Counting {
    pub(crate) fn new(words: usize) -> Self {
        Self { counts: vec![Packed::default(); words], having: vec![0; words], ..Self::default() }
    }

    /// One more `word` in `part` of the article at hand.
    #[inline]
    pub(crate) fn add(&mut self, word: WordIx, part: Part) {
        let count = &mut self.counts[word as usize];
        if count.is_zero() {
            self.seen.push(word);
        }
        count.add(part);
    }

    /// What was counted belongs to `article`; the next one begins.
    pub(crate) fn close(&mut self, article: ArticleIx) {
        for word in self.seen.drain(..) {
            self.having[word as usize] += 1;
            let posting = Posting { article, packed: std::mem::take(&mut self.counts[word as usize]) };
            if self.counted.last().is_none_or(|stretch| stretch.len() == STRETCH) {
                self.counted.push(Vec::with_capacity(STRETCH));
            }
            if let Some(stretch) = self.counted.last_mut() {
                stretch.push((word, posting));
            }
        }
    }

    /// Everything is counted.
    pub(crate) fn finish(self) -> Placing {
        let mut starts = Vec::with_capacity(self.having.len() + 1);
        let mut before = 0;
        for having in self.having {
            starts.push(before);
            before += having;
        }
        starts.push(before);
        let all = vec![Posting { article: ArticleIx(0), packed: Packed::default() }; before as usize];
        Placing { next: starts.clone(), postings: Postings { starts, all }, counted: self.counted.into_iter() }
    }
}

/// Sorts what was counted by word, a stretch at a time. The sort is a counting one and stable, so that the postings of a word stay in order
/// of article.
#[derive(Debug)]
pub(crate) struct Placing {
    /// What is not in its place yet.
    counted: std::vec::IntoIter<Vec<(WordIx, Posting)>>,
    /// Where the next posting of each word belongs.
    next: Vec<u32>,
    postings: Postings,
}

impl Placing {
    /// Puts some more into place; whether anything is left. Not inlined, as `count` in the module above.
    #[inline(never)]
    pub(crate) fn step(&mut self) -> bool {
        let Some(stretch) = self.counted.next() else { return false };
        for (word, posting) in stretch {
            let slot = &mut self.next[word as usize];
            self.postings.all[*slot as usize] = posting;
            *slot += 1;
        }
        true
    }

    /// The postings, once nothing is left.
    pub(crate) fn done(self) -> Postings {
        self.postings
    }
}
