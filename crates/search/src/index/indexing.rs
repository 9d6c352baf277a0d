//! Building an index step by step, while the pack arrives.

use super::{
    Dictionary, Document, Index,
    dictionary::Listing,
    document::Describing,
    postings::{Counting, Placing},
};
use crate::rank;
use std::sync::OnceLock;
use visavis_corpus::{ArticleIx, BREAK, Pack, PackError};

/// An index in the making: first the words are listed, then they are counted in each article, then the counts are sorted by word.
#[derive(Debug)]
pub struct Indexing {
    describing: Describing,
    stage: Stage,
    documents: Vec<Document>,
}

#[derive(Debug)]
enum Stage {
    Listing(Listing),
    Counting(Dictionary, Counting),
    Placing(Dictionary, Placing),
}

impl Indexing {
    /// Begins with the heads and the words of `pack`, which have to be there; its texts may still arrive.
    pub fn new(pack: &Pack) -> Self {
        let describing = Describing::new(pack);
        let stage = Stage::Listing(Listing::new(pack, describing.languages(pack)));
        Self { describing, stage, documents: Vec::with_capacity(pack.heads().len()) }
    }

    /// Articles whose words are counted.
    pub fn counted(&self) -> usize {
        self.documents.len()
    }

    /// Takes the next step, of less than some milliseconds; false where nothing is left to do, or the next article is not there.
    ///
    /// # Errors
    /// [`PackError`] where an article of the pack cannot be read.
    pub fn step(&mut self, pack: &Pack) -> Result<bool, PackError> {
        let next = match &mut self.stage {
            Stage::Listing(listing) => {
                if listing.step(pack) {
                    return Ok(true);
                }
                let dictionary = std::mem::take(listing).done();
                let counting = Counting::new(dictionary.words());
                Stage::Counting(dictionary, counting)
            }
            Stage::Counting(dictionary, counting) if self.documents.len() < pack.heads().len() => {
                let article = ArticleIx(self.documents.len() as u32);
                if !pack.has(article) {
                    return Ok(false);
                }
                let mut document = self.describing.describe(pack, article)?;
                count(pack, article, &mut document, dictionary, counting);
                self.documents.push(document);
                return Ok(true);
            }
            Stage::Counting(dictionary, counting) => {
                Stage::Placing(std::mem::take(dictionary), std::mem::take(counting).finish())
            }
            Stage::Placing(_, placing) => return Ok(placing.step()),
        };
        self.stage = next;
        Ok(true)
    }

    /// The index, once `pack` is all there.
    ///
    /// # Errors
    /// [`PackError`] where an article of the pack cannot be read, or is not there.
    pub fn done(mut self, pack: &Pack) -> Result<Index, PackError> {
        while self.step(pack)? {}
        let Self { describing, stage: Stage::Placing(dictionary, placing), mut documents } = self else {
            return Err(PackError::Inconsistent { part: "TEXT".into(), what: "an article is missing".into() });
        };
        let catalogue = describing.finish(pack, &documents);
        rank::weigh(&mut documents);
        let postings = placing.done();
        Ok(Index { dictionary, postings, documents, catalogue, positions: OnceLock::new(), quotes: OnceLock::new() })
    }
}

/// Counts the words of one article. Not inlined: browsers translate anew, and well, what is called often, not what loops for long.
#[inline(never)]
fn count(pack: &Pack, article: ArticleIx, document: &mut Document, dictionary: &Dictionary, counting: &mut Counting) {
    let mut block = 0;
    for number in pack.stream(article) {
        if number == BREAK {
            block += 1;
        } else if let Some(part) = document.parts.get(block).copied().flatten()
            && let Some(word) = dictionary.word_of(number)
        {
            document.lengths[part as usize] += 1;
            counting.add(word, part);
        }
    }
    counting.close(article);
}
