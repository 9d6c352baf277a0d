//! How many articles of a corpus have a phrase, a word or an entity.

use crate::numbered::fingerprint;
use crate::wording::{Word, Wording};
use visavis_text::order_by_number;

/// How many articles have each sequence of a few words.
#[derive(Clone, Debug, Default)]
pub struct PhraseFrequencies {
    /// In order of the fingerprint of the sequence.
    articles: Vec<(u64, u32)>,
}

/// The fingerprints of the sequences of the texts so far, each as often as texts have it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrases(Vec<u64>);

impl Phrases {
    /// Adds those of one text.
    pub(crate) fn add(&mut self, text: &Wording) {
        let mut phrases: Vec<u64> = phrases(text.words()).collect();
        sort(&mut phrases);
        phrases.dedup();
        self.0.extend(phrases);
    }

    /// Counts them.
    pub(crate) fn counted(mut self) -> PhraseFrequencies {
        sort(&mut self.0);
        let mut articles: Vec<(u64, u32)> = vec![];
        for phrase in self.0 {
            match articles.last_mut() {
                Some((last, count)) if *last == phrase => *count += 1,
                _ => articles.push((phrase, 1)),
            }
        }
        PhraseFrequencies { articles }
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

/// The fingerprints of the sequences of [`PHRASE`] words in `words`.
fn phrases(words: &[Word]) -> impl Iterator<Item = u64> {
    words.windows(PHRASE).map(fingerprint)
}

fn sort(phrases: &mut Vec<u64>) {
    order_by_number(phrases, |phrase| *phrase);
}
