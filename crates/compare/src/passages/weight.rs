//! How much a term says: the rarer in the corpus, the more.

use super::lexicon::Lexicon;
use super::terms::{Sentence, Term, sentences_of_block};
use std::collections::{BTreeMap, BTreeSet};
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
}

impl TermFrequencies {
    /// Counts over the articles of a corpus.
    pub fn new<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Self {
        let mut frequencies = Self::default();
        articles.into_iter().for_each(|article| frequencies.count(article));
        frequencies
    }

    /// Counts `article` as well.
    pub(crate) fn count(&mut self, article: &Article) {
        let sentences = self.sentences_of(article);
        self.add(&sentences);
    }

    /// The sentences of `article`, cut into the terms that are counted here.
    pub(crate) fn sentences_of(&self, article: &Article) -> Vec<Sentence> {
        (0..article.blocks.len()).flat_map(|block| self.sentences_of_block(article, block)).collect()
    }

    /// Those of one block, by its position; none where it is not read.
    pub(crate) fn sentences_of_block(&self, article: &Article, block: usize) -> Vec<Sentence> {
        sentences_of_block(article, block, &self.lexicon)
    }

    fn add(&mut self, sentences: &[Sentence]) {
        self.articles += 1;
        self.sentences += sentences.len() as u32;
        let mut distinct = BTreeSet::new();
        for term in sentences.iter().flat_map(|sentence| sentence.terms.keys()) {
            let frequency = self.terms.entry(term.clone()).or_default();
            frequency.sentences += 1;
            frequency.articles += u32::from(distinct.insert(term));
        }
    }

    /// What `term` weighs: the information of meeting it in a sentence, less the more the other articles of the corpus have it too.
    pub(crate) fn weight(&self, term: &Term) -> f64 {
        let Frequency { articles, sentences } = self.terms.get(term).copied().unwrap_or_default();
        let sentences = f64::from(sentences.max(2));
        let information = libm::log(f64::from(self.sentences.max(2)) / sentences + 1.0);
        // Of a pair of articles both have what they share: only the others tell whether it is the topic of all.
        let others = f64::from(self.articles.saturating_sub(2).max(1));
        let elsewhere = f64::from(articles.saturating_sub(2)) / others;
        let lost = (1.0 - self.lexicon.left_as_topic(term)) * elsewhere;
        information * (1.0 - lost) * self.lexicon.bearing(term)
    }
}
