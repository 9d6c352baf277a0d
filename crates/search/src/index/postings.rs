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
    /// What was counted, in order of article.
    words: Vec<WordIx>,
    postings: Vec<Posting>,
    /// How many articles have each word.
    having: Vec<u32>,
}

impl Counting {
    pub(crate) fn new(words: usize) -> Self {
        let counts = vec![Packed::default(); words];
        Self { counts, seen: vec![], words: vec![], postings: vec![], having: vec![0; words] }
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
        for &word in &self.seen {
            self.words.push(word);
            self.having[word as usize] += 1;
            self.postings.push(Posting { article, packed: std::mem::take(&mut self.counts[word as usize]) });
        }
        self.seen.clear();
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
        let all = vec![Posting { article: ArticleIx(0), packed: Packed::default() }; self.postings.len()];
        let (words, counted) = (self.words, self.postings);
        Placing { next: starts.clone(), postings: Postings { starts, all }, words, counted, at: 0 }
    }
}

/// Sorts what was counted by word, some at a time. The sort is a counting one and stable, so that the postings of a word stay in order of
/// article.
#[derive(Debug)]
pub(crate) struct Placing {
    words: Vec<WordIx>,
    counted: Vec<Posting>,
    /// How many are in their places.
    at: usize,
    /// Where the next posting of each word belongs.
    next: Vec<u32>,
    postings: Postings,
}

/// Postings that are put into place in one step.
const STRETCH: usize = 4096;

impl Placing {
    /// Puts some more into place; whether anything is left. Not inlined, as `count` in the module above.
    #[inline(never)]
    pub(crate) fn step(&mut self) -> bool {
        let end = self.words.len().min(self.at + STRETCH);
        for (&word, &posting) in self.words[self.at..end].iter().zip(&self.counted[self.at..end]) {
            let slot = &mut self.next[word as usize];
            self.postings.all[*slot as usize] = posting;
            *slot += 1;
        }
        self.at = end;
        end < self.words.len()
    }

    /// The postings, once nothing is left.
    pub(crate) fn done(self) -> Postings {
        self.postings
    }
}
