//! Which words of the dictionary may stand at each place of a term.

use crate::{
    Index, Matching, Term,
    index::{WordIx, tongue_bit},
    misspelling,
};
use std::ops::Range;
use visavis_text::ordered_by;

/// How close a word is to what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Grade {
    /// The word itself.
    Exact,
    /// But for accents.
    Folded,
    /// It shares the stem.
    Related,
    /// It begins so.
    Begun,
    /// It is spelt nearly so.
    Misspelt,
}

/// Words that are equally close.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Class {
    pub(crate) words: Range<WordIx>,
    pub(crate) grade: Grade,
    /// The languages in which they count, one bit each.
    pub(crate) tongues: u8,
}

/// Every language.
pub(crate) const ANY_TONGUE: u8 = u8::MAX;

/// The words that may stand at one place: classes that do not overlap, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place(pub(crate) Vec<Class>);

impl Place {
    /// Whether `word` may stand here in a text of `tongue`.
    pub(crate) fn fits(&self, word: WordIx, tongue: u8) -> bool {
        let at = self.0.partition_point(|class| class.words.end <= word);
        self.0[at..]
            .iter()
            .take_while(|class| class.words.start <= word)
            .any(|class| word < class.words.end && class.tongues & tongue != 0)
    }

    fn push(&mut self, words: Range<WordIx>, grade: Grade, tongues: u8) {
        if words.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(last) if last.words.end == words.start && last.grade == grade && last.tongues == tongues => {
                last.words.end = words.end;
            }
            _ => self.0.push(Class { words, grade, tongues }),
        }
    }

    fn holds(&self, word: WordIx) -> bool {
        self.0.iter().any(|class| class.words.contains(&word))
    }
}

/// The words that may stand at each place of a term.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    pub(crate) places: Vec<Place>,
}

impl Pattern {
    pub(crate) fn new(index: &Index, term: &Term) -> Self {
        let last = term.forms.len().saturating_sub(1);
        let alone = last == 0;
        let place = |(at, (form, spelling)): (usize, (&String, &String))| {
            let matching = if alone { term.matching } else { Matching::Exact };
            // In a phrase accents are as forgiving as in a single word: only `=` insists on them.
            let strict = alone && term.matching == Matching::Exact && form != spelling;
            place(index, form, spelling, matching, term.prefix && at == last, strict)
        };
        Self { places: term.forms.iter().zip(&term.spellings).enumerate().map(place).collect() }
    }
}

fn place(index: &Index, form: &str, spelling: &str, matching: Matching, prefix: bool, strict: bool) -> Place {
    let dictionary = index.dictionary();
    let mut place = Place::default();
    let folded = dictionary.folded(form);
    for word in folded.clone() {
        let exact = dictionary.spelling(word) == spelling;
        if exact || !strict {
            place.push(word..word + 1, if exact { Grade::Exact } else { Grade::Folded }, ANY_TONGUE);
        }
    }
    if prefix {
        let begun = dictionary.words_of(&dictionary.beginning(form));
        // What folds to the beginning itself comes first among what begins so.
        place.push(begun.start.max(folded.end)..begun.end, Grade::Begun, ANY_TONGUE);
    }
    let near: Vec<(WordIx, Grade, u8)> = match matching {
        Matching::Exact => vec![],
        Matching::Related => related(index, spelling),
        Matching::Misspelt(most) => {
            let forms = misspelling::near(dictionary, form, most).into_iter();
            let words = forms.flat_map(|(form, _)| dictionary.words_of(&(form..form + 1)));
            words.map(|word| (word, Grade::Misspelt, ANY_TONGUE)).collect()
        }
    };
    for (word, grade, tongues) in near {
        if !place.holds(word) {
            place.push(word..word + 1, grade, tongues);
        }
    }
    place.0 = ordered_by(place.0, |class| class.words.start);
    place
}

/// The words that share a stem with `spelling`, each with the languages in which they do.
fn related(index: &Index, spelling: &str) -> Vec<(WordIx, Grade, u8)> {
    let dictionary = index.dictionary();
    let mut words: Vec<(WordIx, Grade, u8)> = vec![];
    for language in dictionary.languages() {
        let of = dictionary.related(spelling, language);
        words.extend(of.into_iter().map(|word| (word, Grade::Related, tongue_bit(language))));
    }
    let mut words = ordered_by(words, |&(word, ..)| word);
    words.dedup_by(|next, before| {
        let same = next.0 == before.0;
        if same {
            before.2 |= next.2;
        }
        same
    });
    words
}
