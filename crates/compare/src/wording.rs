//! A text as the sequence of its words, numbered, each with its place.

use crate::quotation::quotations;
use serde::Serialize;
use std::collections::HashMap;
use visavis_corpus::Article;
use visavis_text::{Span, fold, sentences, words};

/// The number of a folded word in a [`Vocabulary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// The number.
    pub(crate) const fn number(self) -> u32 {
        self.0
    }
}

/// Numbers folded words in the order in which they are first met.
///
/// The table is only ever asked for one word, never listed: its order cannot leak.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    ids: HashMap<Box<str>, WordId>,
}

impl Vocabulary {
    /// The number of `folded`, a new one where it is met for the first time.
    pub fn id(&mut self, folded: &str) -> WordId {
        if let Some(&id) = self.ids.get(folded) {
            return id;
        }
        let id = WordId(self.ids.len() as u32);
        self.ids.insert(folded.into(), id);
        id
    }
}

/// A stretch of text inside one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Place {
    /// Position of the block in its article; 0 in a bare text.
    pub block: u32,
    /// Bytes of the block's text.
    pub span: Span,
}

/// A word of a [`Wording`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four properties that do not depend on one another")]
pub struct Word {
    /// Its folded form.
    pub id: WordId,
    /// Where it stands.
    pub place: Place,
    /// Whether it stands between quotation marks.
    pub quoted: bool,
    /// Whether it is so short that it is probably an article, a pronoun or a preposition.
    pub light: bool,
    /// Whether a sentence begins with it.
    pub opens: bool,
    /// Whether a sentence ends with it.
    pub closes: bool,
}

/// The words of a text in their order: elided, hyphenated and folded forms apart, so that `l’ONU` and `L'Onu` are the same two words.
#[derive(Clone, Debug, Default)]
pub struct Wording {
    words: Vec<Word>,
    credited: bool,
    digest: u64,
}

/// Words of at most this many characters are light, unless they are numbers.
const LIGHT: usize = 3;

impl Wording {
    /// The words of the blocks of `article` that are read.
    pub fn of_article(article: &Article, vocabulary: &mut Vocabulary) -> Self {
        let mut wording = Self { credited: article.head.credit.value().is_some(), ..Self::default() };
        for (at, block) in article.blocks.iter().enumerate().filter(|(_, block)| block.role.is_read()) {
            wording.push(at as u32, &block.text, vocabulary);
        }
        wording
    }

    /// The words of a bare text.
    pub fn of_text(text: &str, vocabulary: &mut Vocabulary) -> Self {
        let mut wording = Self::default();
        wording.push(0, text, vocabulary);
        wording
    }

    /// The same words, said to come from an agency.
    #[must_use]
    pub fn credited(self) -> Self {
        Self { credited: true, ..self }
    }

    /// Whether the text says that it comes from an agency.
    pub const fn is_credited(&self) -> bool {
        self.credited
    }

    /// The words, in order.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// A fingerprint of the folded words, the same whoever numbered them.
    pub(crate) const fn digest(&self) -> u64 {
        self.digest
    }

    /// Where the words `first..end` stand: one place for each block that they touch.
    pub fn places(&self, first: usize, end: usize) -> Vec<Place> {
        let mut places: Vec<Place> = vec![];
        for word in self.words.get(first..end).unwrap_or_default() {
            match places.last_mut() {
                Some(last) if last.block == word.place.block => {
                    last.span = Span::new(last.span.start(), word.place.span.end());
                }
                _ => places.push(word.place),
            }
        }
        places
    }

    fn push(&mut self, block: u32, text: &str, vocabulary: &mut Vocabulary) {
        let quotations = quotations(text);
        let mut quotation = quotations.iter().peekable();
        let mut sentence = sentences(text).peekable();
        let from = self.words.len();
        for token in words(text) {
            while quotation.peek().is_some_and(|span| span.end() <= token.span.start()) {
                quotation.next();
            }
            let mut opens = self.words.len() == from;
            while sentence.peek().is_some_and(|span| span.end() <= token.span.start()) {
                sentence.next();
                opens = true;
            }
            if opens && self.words.len() > from {
                self.close();
            }
            let folded = fold(token.text);
            self.digest = mix(self.digest, &folded);
            self.words.push(Word {
                id: vocabulary.id(&folded),
                place: Place { block, span: token.span },
                quoted: quotation.peek().is_some_and(|span| span.contains(token.span)),
                light: folded.len() <= LIGHT && !folded.contains(|c: char| c.is_ascii_digit()),
                opens,
                closes: false,
            });
        }
        if self.words.len() > from {
            self.close();
        }
    }

    /// The last word ends a sentence.
    fn close(&mut self) {
        if let Some(word) = self.words.last_mut() {
            word.closes = true;
        }
    }
}

/// Mixes a word into a fingerprint (FNV-1a).
pub(crate) fn mix(digest: u64, word: &str) -> u64 {
    let step = |digest: u64, byte: u8| (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    word.bytes().chain([0]).fold(digest, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opening(text: &str) -> Vec<bool> {
        Wording::of_text(text, &mut Vocabulary::default()).words().iter().map(|word| word.opens).collect()
    }

    #[test]
    fn spellings_of_a_word_are_one_word() {
        let mut vocabulary = Vocabulary::default();
        let ids = |text: &str, vocabulary: &mut Vocabulary| -> Vec<WordId> {
            Wording::of_text(text, vocabulary).words().iter().map(|word| word.id).collect()
        };
        assert_eq!(ids("L’ÉTAT d’Alep-Est", &mut vocabulary), ids("l'Etat d'Alep Est", &mut vocabulary));
    }

    #[test]
    fn the_first_and_the_last_word_of_a_sentence_are_known() {
        assert_eq!(opening("Oui, bien sûr. Non."), [true, false, false, true]);
    }

    #[test]
    fn words_between_quotation_marks_are_known() {
        let wording = Wording::of_text("il dit « oui », non", &mut Vocabulary::default());
        assert_eq!(wording.words().iter().map(|word| word.quoted).collect::<Vec<_>>(), [false, false, true, false]);
    }

    #[test]
    fn a_stretch_of_one_block_is_one_place() {
        let wording = Wording::of_text("un deux, trois", &mut Vocabulary::default());
        assert_eq!(wording.places(0, 2), [Place { block: 0, span: Span::new(0, 7) }]);
        assert_eq!(wording.places(2, 9), []);
    }
}
