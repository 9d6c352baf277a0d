//! How many articles of a corpus have a phrase, a word or an entity.

use crate::wording::{Word, Wording};
use visavis_text::{counted, distinct};

/// How many articles have each sequence of a few words.
#[derive(Clone, Debug, Default)]
pub struct PhraseFrequencies {
    /// In order of the sequence.
    articles: Vec<([u32; PHRASE], u32)>,
}

/// Words of a sequence that is counted.
const PHRASE: usize = 4;

impl PhraseFrequencies {
    /// Counts over `texts`, all numbered by one vocabulary.
    pub fn new<'t>(texts: impl IntoIterator<Item = &'t Wording>) -> Self {
        let of_each = texts.into_iter().flat_map(|text| distinct(phrases(text.words()).collect()));
        Self { articles: counted(of_each.collect()) }
    }

    /// How many articles have each part of `words`: the number for its rarest sequence; 0 for fewer words than a sequence has.
    pub(crate) fn articles_with(&self, words: &[Word]) -> usize {
        let having = |phrase| {
            let found = self.articles.binary_search_by_key(&phrase, |(phrase, _)| *phrase);
            found.map_or(0, |at| self.articles[at].1 as usize)
        };
        phrases(words).map(having).min().unwrap_or_default()
    }
}

/// The sequences of [`PHRASE`] words in `words`.
fn phrases(words: &[Word]) -> impl Iterator<Item = [u32; PHRASE]> {
    words.windows(PHRASE).filter_map(|window| {
        let numbers: Vec<u32> = window.iter().map(|word| word.id.number()).collect();
        <[u32; PHRASE]>::try_from(numbers).ok()
    })
}
