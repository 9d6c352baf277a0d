//! The words of a corpus, numbered, so that everything after works on small numbers.

use super::{
    classes::{CLASSES, Class},
    english,
};
use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;
use visavis_text::{fold_into, is_folded};

/// The number of a folded word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(super) struct WordId(pub(super) u32);

impl WordId {
    /// As an index into a list.
    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Folded words and what they are known to do.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// In order of their numbers.
    texts: IndexSet<Box<str>, FxBuildHasher>,
    classes: Vec<Class>,
    /// What they do in an English sentence.
    english: Vec<Class>,
    buffer: String,
}

impl Words {
    /// The words that have a class.
    pub(super) fn new() -> Self {
        let mut words = Self::default();
        for &(class, list) in CLASSES {
            for word in list.split_ascii_whitespace() {
                let id = words.number(word);
                words.classes[id.index()] |= class;
            }
        }
        for &(class, list) in english::CLASSES {
            for word in list.split_ascii_whitespace() {
                let id = words.number(word);
                words.english[id.index()] |= class;
            }
        }
        words
    }

    /// The number of `word`, which is folded first.
    pub(super) fn number(&mut self, word: &str) -> WordId {
        if is_folded(word) {
            return self.folded(word);
        }
        let mut folded = std::mem::take(&mut self.buffer);
        folded.clear();
        fold_into(word, &mut folded);
        let id = self.folded(&folded);
        self.buffer = folded;
        id
    }

    /// The number of the folded word `word`.
    fn folded(&mut self, word: &str) -> WordId {
        if let Some(id) = self.find(word) {
            return id;
        }
        let (at, _) = self.texts.insert_full(word.into());
        self.classes.push(Class::NONE);
        self.english.push(Class::NONE);
        WordId(at as u32)
    }

    /// Takes over the words of `other`: for each of its numbers, the one that the word has here.
    pub(super) fn take(&mut self, other: &Self) -> Vec<WordId> {
        other.texts.iter().map(|word| self.folded(word)).collect()
    }

    /// The number of the folded word `word`, if it was ever met.
    pub(super) fn find(&self, word: &str) -> Option<WordId> {
        self.texts.get_index_of(word).map(|at| WordId(at as u32))
    }

    /// The folded word.
    pub(super) fn text(&self, id: WordId) -> &str {
        &self.texts[id.index()]
    }

    /// What the word is known to do.
    pub(super) fn class(&self, id: WordId) -> Class {
        self.classes[id.index()]
    }

    /// What the word is known to do in an English sentence.
    pub(super) fn english(&self, id: WordId) -> Class {
        let own = self.english[id.index()];
        // `as`, `to` and the like stand in French and Arabic names, not in English ones.
        if own.has(Class::FUNCTION) { own } else { own | self.classes[id.index()].among(english::SHARED) }
    }

    /// Adds to what the word is known to do in an English sentence.
    pub(super) fn mark_english(&mut self, id: WordId, class: Class) {
        self.english[id.index()] |= class;
    }

    /// Adds to what the word is known to do.
    pub(super) fn mark(&mut self, id: WordId, class: Class) {
        self.classes[id.index()] |= class;
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }
}
