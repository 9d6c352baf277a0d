//! How many articles of a corpus have a phrase, a word or an entity.

use crate::wording::{Word, Wording};
use std::collections::{BTreeMap, BTreeSet};

/// How many articles have each sequence of a few words.
#[derive(Clone, Debug, Default)]
pub struct PhraseFrequencies {
    articles: BTreeMap<[u32; PHRASE], u32>,
}

/// Words of a sequence that is counted.
const PHRASE: usize = 4;

impl PhraseFrequencies {
    /// Counts over `texts`, all numbered by one vocabulary.
    pub fn new<'t>(texts: impl IntoIterator<Item = &'t Wording>) -> Self {
        let mut articles = BTreeMap::new();
        for text in texts {
            let distinct: BTreeSet<[u32; PHRASE]> = phrases(text.words()).collect();
            distinct.into_iter().for_each(|phrase| *articles.entry(phrase).or_default() += 1);
        }
        Self { articles }
    }

    /// How many articles have each part of `words`: the number for its rarest sequence; 0 for fewer words than a sequence has.
    pub(crate) fn articles_with(&self, words: &[Word]) -> usize {
        phrases(words)
            .map(|phrase| self.articles.get(&phrase).copied().unwrap_or_default() as usize)
            .min()
            .unwrap_or_default()
    }
}

/// The sequences of [`PHRASE`] words in `words`.
fn phrases(words: &[Word]) -> impl Iterator<Item = [u32; PHRASE]> {
    words.windows(PHRASE).filter_map(|window| {
        let numbers: Vec<u32> = window.iter().map(|word| word.id.number()).collect();
        <[u32; PHRASE]>::try_from(numbers).ok()
    })
}
