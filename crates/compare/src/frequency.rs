//! How many articles of a corpus have a phrase, a word or an entity.

use crate::wording::{Word, Wording};
use visavis_text::{counted, distinct};

/// How many articles have each sequence of a few words.
#[derive(Clone, Debug, Default)]
pub struct PhraseFrequencies {
    /// In order of the sequence.
    articles: Vec<([u32; PHRASE], u32)>,
}

/// The sequences of the texts so far, each as often as texts have it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrases(Vec<[u32; PHRASE]>);

impl Phrases {
    /// Adds those of one text.
    pub(crate) fn add(&mut self, text: &Wording) {
        self.0.extend(distinct(phrases(text.words()).collect()));
    }

    /// Counts them.
    pub(crate) fn counted(self) -> PhraseFrequencies {
        PhraseFrequencies { articles: counted(self.0) }
    }
}

/// Words of a sequence that is counted.
const PHRASE: usize = 4;

impl PhraseFrequencies {
    /// Counts over `texts`, all numbered by one vocabulary.
    pub fn new<'t>(texts: impl IntoIterator<Item = &'t Wording>) -> Self {
        let mut all = Phrases::default();
        texts.into_iter().for_each(|text| all.add(text));
        all.counted()
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
