//! Where common words stand.
//!
//! The texts themselves tell where a rare word stands: it has few articles to look into. A phrase of words that nearly every article
//! holds (`de la`) would mean to read the whole corpus, so of the words that more than one article in some has, and of no others,
//! positions are kept. They are worked out when they are first needed.

use super::{Part, WordIx};
use std::ops::Range;
use visavis_corpus::ArticleIx;

/// One article in so many makes a word common.
const COMMON: usize = 64;
/// In fewer articles than this, no word is: they are read in no time.
const FEW: usize = 64;

/// Most words that have a column: their numbers are small ones, and the greatest stands for none.
const MOST: usize = u16::MAX as usize;

/// A place in an article: the part in the upper two bits, the position of the word in the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct At(u32);

impl At {
    pub(crate) const fn new(part: Part, at: u32) -> Self {
        Self((part as u32) << 30 | at & 0x3fff_ffff)
    }

    pub(crate) fn part(self) -> Part {
        Part::ALL[(self.0 >> 30) as usize]
    }

    /// The position, as [`crate::Index::each_number`] counts it.
    pub(crate) const fn word(self) -> u32 {
        self.0 & 0x3fff_ffff
    }
}

/// The places of one word, article after article, in the order of its postings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Column {
    places: Vec<At>,
    /// The first one of each posting.
    starts: Vec<u32>,
    /// One more than the article that was added last.
    last: u32,
}

impl Column {
    /// The places in the article of the posting at `at`.
    pub(crate) fn of(&self, at: usize) -> &[At] {
        let end = self.starts.get(at + 1).map_or(self.places.len(), |&next| next as usize);
        &self.places[self.starts[at] as usize..end]
    }
}

/// The places of the common words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Positions {
    /// The common words, in order.
    words: Vec<WordIx>,
    columns: Vec<Column>,
}

impl Positions {
    /// No place yet of the words that have so many `postings` among `articles`. `occurrences` is about how often each stands in all.
    pub(crate) fn reserve(articles: usize, words: impl Iterator<Item = (WordIx, usize, usize)>) -> Self {
        let mut positions = Self::default();
        let least = (articles / COMMON).max(FEW);
        for (word, postings, occurrences) in words.filter(|&(_, postings, _)| postings > least).take(MOST) {
            positions.words.push(word);
            let column =
                Column { places: Vec::with_capacity(occurrences), starts: Vec::with_capacity(postings), last: 0 };
            positions.columns.push(column);
        }
        positions
    }

    /// For each of `words`, the number of its column, or of none.
    pub(crate) fn slots(&self, words: usize) -> Vec<u16> {
        let mut slots = vec![u16::MAX; words];
        for (&word, slot) in self.words.iter().zip(0..u16::MAX) {
            slots[word as usize] = slot;
        }
        slots
    }

    /// One more place in `article`, in column `slot`; of none, nothing. Articles come in order.
    #[inline]
    pub(crate) fn push(&mut self, slot: u16, article: ArticleIx, at: At) {
        if let Some(column) = self.columns.get_mut(slot as usize) {
            if column.last <= article.0 {
                column.last = article.0 + 1;
                column.starts.push(column.places.len() as u32);
            }
            column.places.push(at);
        }
    }

    /// The common ones among `words`, each with its places.
    pub(crate) fn among(&self, words: &Range<WordIx>) -> impl Iterator<Item = (WordIx, &Column)> {
        let from = self.words.partition_point(|&word| word < words.start);
        let to = self.words.partition_point(|&word| word < words.end);
        self.words[from..to].iter().copied().zip(&self.columns[from..to])
    }
}
