//! How much a term says: the rarer in the corpus, the more.

use super::lexicon::Lexicon;
use super::terms::{Sentence, Term, sentences_of_block};
use std::collections::BTreeMap;
use visavis_corpus::Article;

/// How many sentences, and how many articles, of a corpus have each term.
#[derive(Clone, Debug, Default)]
pub struct TermFrequencies {
    articles: u32,
    sentences: u32,
    terms: BTreeMap<Term, Frequency>,
    lexicon: Lexicon,
}

#[derive(Clone, Copy, Debug, Default)]
struct Frequency {
    articles: u32,
    sentences: u32,
    /// The last article that has it, counted from 1.
    last: u32,
}

impl TermFrequencies {
    /// Counts over the articles of a corpus.
    pub fn new<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Self {
        let mut frequencies = Self::default();
        for article in articles {
            let sentences = frequencies.sentences_of(article);
            frequencies.add(&sentences);
        }
        frequencies
    }

    /// The sentences of `article`, cut into the terms that are counted here.
    pub(crate) fn sentences_of(&self, article: &Article) -> Vec<Sentence> {
        (0..article.blocks.len()).flat_map(|block| self.sentences_of_block(article, block)).collect()
    }

    /// Those of one block, by its position; none where it is not read.
    pub(crate) fn sentences_of_block(&self, article: &Article, block: usize) -> Vec<Sentence> {
        sentences_of_block(article, block, &self.lexicon)
    }

    /// Counts an article by its sentences.
    pub(crate) fn add(&mut self, sentences: &[Sentence]) {
        self.articles += 1;
        self.sentences += sentences.len() as u32;
        for term in sentences.iter().flat_map(|sentence| sentence.terms.keys()) {
            // Most are known: a copy is made of those that are not.
            let frequency = match self.terms.get_mut(term) {
                Some(frequency) => frequency,
                None => self.terms.entry(term.clone()).or_default(),
            };
            frequency.sentences += 1;
            frequency.articles += u32::from(frequency.last != self.articles);
            frequency.last = self.articles;
        }
    }

    /// What `term` weighs: the information of meeting it in a sentence, less the more the other articles of the corpus have it too.
    pub(crate) fn weight(&self, term: &Term) -> f64 {
        let Frequency { articles, sentences, .. } = self.terms.get(term).copied().unwrap_or_default();
        let sentences = f64::from(sentences.max(2));
        let information = libm::log(f64::from(self.sentences.max(2)) / sentences + 1.0);
        // Of a pair of articles both have what they share: only the others tell whether it is the topic of all.
        let others = f64::from(self.articles.saturating_sub(2).max(1));
        let elsewhere = f64::from(articles.saturating_sub(2)) / others;
        let lost = (1.0 - self.lexicon.left_as_topic(term)) * elsewhere;
        information * (1.0 - lost) * self.lexicon.bearing(term)
    }
}
