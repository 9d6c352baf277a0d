//! What is worked out once, when a pack is opened.

mod counts;
mod dictionary;
mod document;
mod indexing;
mod positions;
mod postings;

pub(crate) use counts::{Counts, Part};
pub(crate) use dictionary::{Dictionary, WordIx};
pub use document::Month;
pub(crate) use document::{Document, tongue_bit};
pub use indexing::Indexing;
pub(crate) use positions::{At, Column};
pub(crate) use postings::Posting;

use crate::quotes::Quoted;
use document::Catalogue;
use positions::Positions;
use postings::Postings;
use std::sync::OnceLock;
use visavis_corpus::{ArticleIx, BREAK, EntityIx, Pack, PackError};

/// Which articles hold which word, how often, and what else a query needs of each article at once.
#[derive(Clone, Debug)]
pub struct Index {
    dictionary: Dictionary,
    postings: Postings,
    /// What is known of each article, in the order of the pack.
    documents: Vec<Document>,
    /// What the articles have in common.
    catalogue: Catalogue,
    /// Where common words stand, once a phrase has asked for it.
    positions: OnceLock<Positions>,
    /// The quotations of each article, once they have been asked for.
    pub(crate) quotes: OnceLock<Vec<Vec<Quoted>>>,
}

impl Index {
    /// Reads the numbers of every article once.
    ///
    /// # Errors
    /// [`PackError`] where an article of the pack cannot be read.
    pub fn build(pack: &Pack) -> Result<Self, PackError> {
        Indexing::new(pack).done(pack)
    }

    /// How many distinct forms the texts have, removed parts included.
    pub fn forms(&self) -> usize {
        self.dictionary.forms()
    }

    /// Words in the blocks of an article that are read.
    pub fn words(&self, article: ArticleIx) -> u32 {
        self.documents.get(article.index()).map_or(0, Document::length)
    }

    /// How many articles name `entity` in what is read.
    pub fn naming(&self, entity: EntityIx) -> usize {
        self.catalogue.named_by.get(entity.index()).map_or(0, |&articles| articles as usize)
    }

    pub(crate) const fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    pub(crate) fn documents(&self) -> &[Document] {
        &self.documents
    }

    pub(crate) const fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The postings of a range of words, word after word.
    pub(crate) fn postings(&self, words: &std::ops::Range<WordIx>) -> &[Posting] {
        self.postings.of(words)
    }

    /// Where common words stand. They are looked for when this is first asked.
    pub(crate) fn positions(&self, pack: &Pack) -> &Positions {
        self.positions.get_or_init(|| {
            let word = |word: WordIx| {
                let postings = self.postings(&(word..word + 1));
                let occurrences = postings.iter().map(|posting| posting.counts().total() as usize).sum();
                (word, postings.len(), occurrences)
            };
            let words = 0..self.dictionary.words() as WordIx;
            let mut positions = Positions::reserve(self.documents.len(), words.map(word));
            let slots = positions.slots(self.dictionary.words());
            for article in pack.indices() {
                self.each_number(pack, article, |_, part, at, number| {
                    if let Some(word) = self.dictionary.word_of(number) {
                        positions.push(slots[word as usize], article, At::new(part, at));
                    }
                });
            }
            positions
        })
    }

    /// Calls `see` at each word of `article` that is read, with its block, its part, its position among the words of the article, and
    /// its number. Positions leave a gap between blocks, so that nothing stands side by side across one.
    #[inline]
    pub(crate) fn each_number(&self, pack: &Pack, article: ArticleIx, mut see: impl FnMut(u32, Part, u32, u32)) {
        let Some(document) = self.documents.get(article.index()) else { return };
        let mut parts = document.parts.iter().copied();
        let (mut block, mut part, mut at) = (0, parts.next().flatten(), 0);
        for number in pack.stream(article) {
            if number == BREAK {
                block += 1;
                at += BLOCK_GAP;
                part = parts.next().flatten();
            } else if let Some(part) = part {
                see(block, part, at, number);
                at += u32::from(self.dictionary.is_word(number));
            }
        }
    }
}

/// How far apart the last word of a block and the first of the next count as standing.
pub(crate) const BLOCK_GAP: u32 = 1000;
