//! How often each word of the corpus is written small and how often with a capital: the best evidence for a name is a word that is
//! never seen small.

use super::{
    classes::Class,
    known::Known,
    sheet::{Shape, Token},
    words::{WordId, Words},
};

/// Counts by word.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    small: Vec<u32>,
    inside: Vec<u32>,
}

impl Counts {
    /// Counts the words of one block.
    pub(super) fn add(&mut self, tokens: &[Token], words: usize) {
        if self.small.len() < words {
            self.small.resize(words, 0);
            self.inside.resize(words, 0);
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

/// Asks the dictionary about every word that has a capital somewhere.
pub(super) fn ask_dictionary(tokens: &[Token], words: &mut Words) {
    for token in tokens.iter().filter(|token| token.shape.is_capital()) {
        if !words.class(token.word).has(Class::ASKED) {
            Known::is_ordinary(token.word, words);
        }
    }
}
