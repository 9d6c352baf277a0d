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
pub(crate) struct Counting {
    /// Of the article at hand, for each word.
    counts: Vec<Packed>,
    /// Its words.
    seen: Vec<WordIx>,
    /// What was counted, in order of article.
    words: Vec<WordIx>,
    postings: Vec<Posting>,
}

impl Counting {
    pub(crate) fn new(words: usize) -> Self {
        Self { counts: vec![Packed::default(); words], seen: vec![], words: vec![], postings: vec![] }
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
            self.postings.push(Posting { article, packed: std::mem::take(&mut self.counts[word as usize]) });
        }
        self.seen.clear();
    }

    /// Sorts by word. The sort is a counting one and stable, so that the postings of a word stay in order of article.
    pub(crate) fn finish(self) -> Postings {
        let mut starts = vec![0_u32; self.counts.len() + 1];
        self.words.iter().for_each(|&word| starts[word as usize + 1] += 1);
        for word in 0..self.counts.len() {
            starts[word + 1] += starts[word];
        }
        let mut next = starts.clone();
        let mut all = vec![Posting { article: ArticleIx(0), packed: Packed::default() }; self.postings.len()];
        for (words, postings) in self.words.chunks(STRETCH).zip(self.postings.chunks(STRETCH)) {
            place(words, postings, &mut next, &mut all);
        }
        Postings { starts, all }
    }
}

/// Postings that are put into place in one go.
const STRETCH: usize = 4096;

/// Puts the postings of `words` where `next` says that the next one of each word belongs. Not inlined, as [`super::count`].
#[inline(never)]
fn place(words: &[WordIx], postings: &[Posting], next: &mut [u32], all: &mut [Posting]) {
    for (&word, &posting) in words.iter().zip(postings) {
        let slot = &mut next[word as usize];
        all[*slot as usize] = posting;
        *slot += 1;
    }
}
