//! How often each word of the corpus is written small and how often with a capital: the best evidence for a name is a word that is
//! never seen small.

use super::{
    known::Known,
    sheet::{Shape, Token},
    words::{WordId, Words},
};

/// Counts by word.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    small: Vec<u32>,
    inside: Vec<u32>,
    /// Whether it has a capital anywhere.
    capital: Vec<bool>,
}

impl Counts {
    /// Nothing is counted yet of so many `words`.
    pub(super) fn new(words: usize) -> Self {
        Self { small: vec![0; words], inside: vec![0; words], capital: vec![false; words] }
    }

    /// Counts the words of one block.
    pub(super) fn add(&mut self, tokens: &[Token]) {
        for token in tokens.iter().filter(|token| token.shape.is_capital()) {
            self.capital[token.word.index()] = true;
        }
        let shouts = shouts(tokens);
        for token in tokens.iter().filter(|token| !token.linked()) {
            match token.shape {
                Shape::Small => self.small[token.word.index()] += 1,
                Shape::Capital | Shape::Upper if !shouts && !token.opens() => self.inside[token.word.index()] += 1,
                _ => {}
            }
        }
    }

    /// Takes over what `other` counted of the same words.
    pub(super) fn take(&mut self, other: &Self) {
        self.small.iter_mut().zip(&other.small).for_each(|(own, other)| *own += other);
        self.inside.iter_mut().zip(&other.inside).for_each(|(own, other)| *own += other);
        self.capital.iter_mut().zip(&other.capital).for_each(|(own, other)| *own |= other);
    }

    /// Asks the dictionary about every word that has a capital somewhere; that of English too, where a text of the corpus is.
    pub(super) fn ask_dictionary(&self, words: &mut Words, english: bool) {
        for (word, _) in (0..).map(WordId).zip(&self.capital).filter(|(_, capital)| **capital) {
            Known::is_ordinary(word, words);
            if english {
                Known::ask_english(word, words);
            }
        }
    }

    /// How often `word` is written small.
    pub(super) fn small(&self, word: WordId) -> u32 {
        self.small.get(word.index()).copied().unwrap_or(0)
    }

    /// How often `word` has a capital where it need not.
    pub(super) fn inside(&self, word: WordId) -> u32 {
        self.inside.get(word.index()).copied().unwrap_or(0)
    }

    /// Whether a capital of `word` may be taken for that of a name, going by the corpus alone.
    pub(super) fn speaks_for_a_name(&self, word: WordId) -> bool {
        self.inside(word) * 2 > self.small(word)
    }

    /// Whether `word`, with a capital inside a sentence, is still an ordinary word.
    pub(super) fn is_mostly_small(&self, word: WordId) -> bool {
        self.small(word) * 2 >= self.inside(word).max(1) * 3
    }
}

/// Whether a block is printed in capitals, which then say nothing.
pub(super) fn shouts(tokens: &[Token]) -> bool {
    let letters = tokens.iter().filter(|token| token.shape != Shape::Plain && token.span().len() > 1);
    let (mut all, mut upper) = (0, 0);
    for token in letters {
        all += 1;
        upper += usize::from(token.shape == Shape::Upper);
    }
    upper >= 3 && upper * 10 >= all * 6 || upper >= 2 && upper == all
}
