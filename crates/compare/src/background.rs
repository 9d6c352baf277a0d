//! What a comparison is seen against: the corpus, as far as it was counted.

use crate::frequency::{PhraseFrequencies, Phrases};
use crate::passages::{Sentence, TermFrequencies};
use crate::wording::{Vocabulary, Wording};
use visavis_corpus::Article;

/// How frequent phrases and terms are in a corpus. Texts that are compared are numbered by its vocabulary.
#[derive(Clone, Debug, Default)]
pub struct Background {
    vocabulary: Vocabulary,
    phrases: PhraseFrequencies,
    terms: TermFrequencies,
    articles: usize,
}

impl Background {
    /// Counts over `articles`: those of the corpus, or some of them where they are many.
    pub fn new(articles: &[Article]) -> Self {
        let mut counting = Counting::default();
        articles.iter().for_each(|article| counting.add(article));
        counting.done()
    }

    /// How many articles were counted.
    pub const fn articles(&self) -> usize {
        self.articles
    }

    /// How many of them have each phrase.
    pub const fn phrases(&self) -> &PhraseFrequencies {
        &self.phrases
    }

    /// How many of them have each term.
    pub const fn terms(&self) -> &TermFrequencies {
        &self.terms
    }

    /// The words of `article`, numbered as those of the corpus.
    pub fn wording(&mut self, article: &Article) -> Wording {
        Wording::of_article(article, &mut self.vocabulary)
    }

    /// At most `most` of `count` positions, evenly spread and the same each time: which articles of a large corpus to count.
    pub fn sample(count: usize, most: usize) -> impl Iterator<Item = usize> {
        let taken = count.min(most);
        (0..taken).map(move |at| at * count / taken.max(1))
    }
}

/// A background in the making: article by article, and each in steps, so that a page can answer in between.
#[derive(Clone, Debug, Default)]
pub struct Counting {
    background: Background,
    phrases: Phrases,
    /// Of the article at hand, as far as it was cut.
    sentences: Vec<Sentence>,
    /// Its next block.
    block: usize,
}

impl Counting {
    /// Counts `article` as well.
    pub fn add(&mut self, article: &Article) {
        while self.step(article) {}
    }

    /// Cuts one more block of `article`, which is the same until it is counted, or, after the last, counts what it has; whether anything is
    /// left to do.
    pub fn step(&mut self, article: &Article) -> bool {
        let Background { vocabulary, terms, articles, .. } = &mut self.background;
        if self.block < article.blocks.len() {
            self.sentences.extend(terms.sentences_of_block(article, self.block));
            self.block += 1;
            return true;
        }
        self.phrases.add(&Wording::of_article(article, vocabulary));
        terms.add(&self.sentences);
        *articles += 1;
        self.sentences.clear();
        self.block = 0;
        false
    }

    /// The background of what was counted.
    pub fn done(self) -> Background {
        Background { phrases: self.phrases.counted(), ..self.background }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_spread_over_the_corpus() {
        for (count, most, expected) in [(3, 5, vec![0, 1, 2]), (10, 4, vec![0, 2, 5, 7]), (0, 4, vec![])] {
            assert_eq!(Background::sample(count, most).collect::<Vec<_>>(), expected);
        }
    }
}
