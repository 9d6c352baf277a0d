//! What the program knows without being told: written lists that ship with it. Each file says where it comes from.

mod adjectives;

use super::{
    classes::Class,
    trie::Trie,
    words::{WordId, Words},
};
use adjectives::forms;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;
use visavis_corpus::Kind;
use visavis_text::{Tongue, fold, stem};

const COUNTRIES: &str = include_str!("countries.txt");
const PEOPLES: &str = include_str!("peoples.txt");
const PLACES: &str = include_str!("places.txt");
const BODIES: &str = include_str!("bodies.txt");
const FIRST_NAMES: &str = include_str!("first_names.txt");
const ORDINARY_ENGLISH: &str = include_str!("ordinary_english.txt");
const ORDINARY: &str = include_str!("ordinary.txt");

/// What a listed name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// A country or its capital: what can speak for a government.
    Country,
    /// Another place.
    Place,
    /// A body, a medium or an event.
    Body,
}

/// Somebody or something that the program knows.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Its first name in the list.
    pub(super) name: &'static str,
    /// Its kind.
    pub(super) kind: Kind,
    /// Which list.
    pub(super) source: Source,
}

/// A people, with the adjective that speaks of it.
#[derive(Clone, Debug)]
pub(super) struct People {
    /// The plural noun, as in `Syriens`.
    pub(super) name: String,
    /// The country, if it is a country's, as an entry.
    pub(super) country: Option<u32>,
}

/// All that is known.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// Entries; positions are what [`Known::names`] gives.
    pub(super) entries: Vec<Entry>,
    /// Names of entries.
    pub(super) names: Trie<u32>,
    /// Names that have an article, without it: `le critique du Monde`, `aux Échos`.
    pub(super) contracted: Trie<u32>,
    /// Peoples; positions are what [`Known::demonyms`] gives.
    pub(super) peoples: Vec<People>,
    /// Adjectives and nouns of peoples.
    pub(super) demonyms: Trie<u32>,
    /// The people of a single word, as in `russe`.
    pub(super) demonym_words: FxHashMap<WordId, u32>,
}

impl Known {
    /// Reads the lists.
    pub(super) fn new(words: &mut Words) -> Self {
        let mut known = Self::default();
        rows(FIRST_NAMES).for_each(|name| first_name(name, words));
        rows(COUNTRIES).for_each(|row| known.country(row, words));
        rows(PEOPLES).for_each(|row| known.people(row, words));
        rows(PLACES).for_each(|row| known.entry(row, Kind::Place, Source::Place, words));
        let mut kind = Kind::Other;
        for row in rows(BODIES) {
            match row.strip_prefix('[').and_then(|row| row.strip_suffix(']')) {
                Some(heading) => kind = Kind::parse(heading).unwrap_or(Kind::Other),
                None => known.entry(row, kind, Source::Body, words),
            }
        }
        known
    }

    fn entry(&mut self, row: &'static str, kind: Kind, source: Source, words: &mut Words) {
        let names: Vec<&'static str> = fields(row, ';').collect();
        let Some(&name) = names.first() else { return };
        let ix = self.entries.len() as u32;
        self.entries.push(Entry { name, kind, source });
        for name in names {
            self.names.add(words, name, ix);
            if let Some(bare) = name.strip_prefix("Le ").or_else(|| name.strip_prefix("Les ")) {
                self.contracted.add(words, bare, ix);
            }
        }
    }

    fn country(&mut self, row: &'static str, words: &mut Words) {
        let columns: Vec<&'static str> = row.split('|').map(str::trim).collect();
        let &[names, capitals, french, english] = columns.as_slice() else { return };
        let country = self.entries.len() as u32;
        self.entry(names, Kind::Place, Source::Country, words);
        for capital in fields(capitals, '/') {
            self.entry(capital, Kind::Place, Source::Country, words);
        }
        self.adjectives(french, english, Some(country), words);
    }

    fn people(&mut self, row: &'static str, words: &mut Words) {
        let columns: Vec<&'static str> = row.split('|').map(str::trim).collect();
        if let &[_, french, english] = columns.as_slice() {
            self.adjectives(french, english, None, words);
        }
    }

    fn adjectives(&mut self, french: &str, english: &str, country: Option<u32>, words: &mut Words) {
        let written: Vec<&str> = french.split(';').map(str::trim).filter(|form| *form != "-").collect();
        let Some(first) = written.first().or(english.split(';').next().map(str::trim).as_ref()).copied() else {
            return;
        };
        let ix = self.peoples.len() as u32;
        self.peoples.push(People { name: capitalised(&forms(first).plural), country });
        let mut all: Vec<String> = written.iter().flat_map(|form| forms(form).all()).collect();
        if let Some(feminine) = written.get(1) {
            all.push(format!("{feminine}s"));
        }
        let english = english.split(';').map(str::trim).filter(|form| *form != "-");
        // `-ese`, `-ish` and the like make no plural of their own.
        all.extend(english.flat_map(|form| [form.to_string(), format!("{form}s")]));
        for form in all {
            self.demonyms.add(words, &form, ix);
            if let Some(id) = words.find(&fold(&form)) {
                self.demonym_words.entry(id).or_insert(ix);
            }
        }
    }

    /// Whether the dictionary of ordinary words holds `word`.
    pub(super) fn is_ordinary(word: WordId, words: &mut Words) -> bool {
        if !words.class(word).has(Class::ASKED) {
            let found = is_dictionary_word(words.text(word));
            words.mark(word, if found { Class::ASKED | Class::ORDINARY } else { Class::ASKED });
        }
        words.class(word).has(Class::ORDINARY)
    }

    /// Marks `word`, where the dictionary of ordinary English words holds it.
    pub(super) fn ask_english(word: WordId, words: &mut Words) {
        if is_english_word(words.text(word)) {
            words.mark_english(word, Class::ORDINARY);
        }
    }
}

/// Marks a first name. Of a hyphened one, each part is one: the whole is recognised by its first part.
fn first_name(name: &str, words: &mut Words) {
    let id = words.number(name.split('-').next().unwrap_or(name));
    words.mark(id, Class::FIRST_NAME);
}

/// Stems of ordinary words.
static STEMS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| rows(ORDINARY).collect());

/// Whether the dictionary of ordinary words holds the folded word `word`, in any form.
pub(super) fn is_dictionary_word(word: &str) -> bool {
    let holds = |form: &str| STEMS.contains(stem(form, Tongue::French).as_ref());
    // The list leaves out the rarer endings of verbs; these two open sentences (`Rappelons`, `Lisez`).
    let verb = word.strip_suffix("ons").or_else(|| word.strip_suffix("ez"));
    holds(word) || verb.is_some_and(|verb| holds(&format!("{verb}er")))
}

/// Stems of ordinary English words.
static ENGLISH_STEMS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| rows(ORDINARY_ENGLISH).collect());

fn is_english_word(word: &str) -> bool {
    ENGLISH_STEMS.contains(stem(word, Tongue::English).as_ref())
}

/// The rows of a list: neither empty nor a comment.
fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|row| !row.is_empty() && !row.starts_with('#'))
}

fn fields(row: &'static str, separator: char) -> impl Iterator<Item = &'static str> {
    row.split(separator).map(str::trim).filter(|field| !field.is_empty() && *field != "-")
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_lists_is_understood() {
        let known = Known::new(&mut Words::new());
        assert!(rows(COUNTRIES).all(|row| row.split('|').count() == 4));
        assert!(rows(PEOPLES).all(|row| row.split('|').count() == 3));
        assert!(known.entries.iter().all(|entry| entry.kind != Kind::Other));
    }

    #[test]
    fn dictionary_words_are_ordinary_in_every_form() {
        let mut words = Words::new();
        let ordinary = ["bombardements", "annoncé", "rebelles", "Ville", "Kerry", "Lavrov"].map(|word| {
            let id = words.number(word);
            Known::is_ordinary(id, &mut words)
        });
        assert_eq!(ordinary, [true, true, true, true, false, false]);
    }
}
