//! What is known of words beforehand: which say nothing, which say little, and which say the same.
//!
//! In a corpus of a few articles rarity is a poor guide: `point` and `possible` may be as rare as `siège`. Three small lists, of the most
//! frequent words of French and English and of the press's ways of speaking, stand in for the frequencies of a large corpus. They are
//! general: none was made for a particular corpus.

use super::terms::Term;
use visavis_text::{Tongue, distinct, fold, ordered, stem_key};

/// Function words, and the verbs and days that the press uses of any matter, folded.
const EMPTY: &str = include_str!("empty.txt");

/// Frequent words of general meaning, each line after its language.
const GENERAL: &str = include_str!("general.txt");

/// Families, each line after its class where it is not of matters: French words, then, after a bar, English ones.
const FAMILIES: &str = include_str!("families.txt");

/// What is left of the weight of a name or a country that every article has.
const TOPIC: f64 = 0.25;

/// What is left of the weight of a word of general meaning.
const LITTLE: f64 = 0.2;

/// What a number weighs, against a word: bare, it may count anything.
const BARE_NUMBER: f64 = 0.6;

/// What families are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// Something that is done or happens: what a sentence is about.
    Matter,
    /// Those who take part, whoever they are.
    Party,
    /// A country, its people and its capital, which stands for its government.
    Country,
}

impl Class {
    /// How a line of families is begun.
    const MARKS: [(&'static str, Self); 2] = [("party: ", Self::Party), ("country: ", Self::Country)];

    /// What such a family weighs, against a word.
    const fn bearing(self) -> f64 {
        match self {
            Self::Matter => 1.6,
            Self::Party => 1.0,
            Self::Country => 0.7,
        }
    }
}

/// A family: its first word, and its class.
#[derive(Clone, Copy, Debug)]
struct Kin {
    name: &'static str,
    class: Class,
}

/// What is left of the weight of a word whose family is counted as well.
const BESIDE_KIN: f64 = 0.35;

/// The lists, by stem.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    // Each in order.
    empty: Vec<&'static str>,
    general: Vec<String>,
    families: Vec<((Tongue, String), Kin)>,
    /// Of the families that are not of matters.
    classes: Vec<(&'static str, Class)>,
    kin: Vec<String>,
}

impl Default for Lexicon {
    fn default() -> Self {
        let mut families =
            ordered(FAMILIES.lines().flat_map(family).collect(), |a: &((Tongue, String), Kin), b| a.0.cmp(&b.0));
        families.dedup_by(|a, b| a.0 == b.0);
        let named = families.iter().map(|(_, kin)| (kin.name, kin.class)).filter(|(_, class)| *class != Class::Matter);
        let mut classes = ordered(named.collect(), |a: &(&str, Class), b| a.0.cmp(b.0));
        classes.dedup_by(|a, b| a.0 == b.0);
        Self {
            empty: distinct(EMPTY.split_whitespace().collect()),
            general: distinct(GENERAL.lines().flat_map(general).collect()),
            kin: distinct(families.iter().map(|((_, stem), _)| stem.clone()).collect()),
            classes,
            families,
        }
    }
}

impl Lexicon {
    /// What `word` stands for: a number, or a stem and its family, or nothing.
    pub(super) fn terms(&self, word: &str, tongue: Tongue) -> Vec<Term> {
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            let digits = word.trim_start_matches('0');
            return if digits.is_empty() { vec![] } else { vec![Term::Number(digits.to_owned())] };
        }
        if word.chars().nth(1).is_none() || self.empty.binary_search(&fold(word).as_str()).is_ok() {
            return vec![];
        }
        let key = (tongue, stem_key(word, tongue));
        match self.kin_of(&key) {
            Some(kin) if kin.class == Class::Country => vec![kin.term()],
            kin => kin.map(Kin::term).into_iter().chain([Term::Stem(key.1)]).collect(),
        }
    }

    /// The country that `word` speaks of, by its name, its people or its capital.
    pub(super) fn country(&self, word: &str, tongue: Tongue) -> Option<Term> {
        let kin = self.kin_of(&(tongue, stem_key(word, tongue)))?;
        (kin.class == Class::Country).then(|| kin.term())
    }

    /// How much of the weight of its rarity `term` deserves.
    pub(super) fn bearing(&self, term: &Term) -> f64 {
        match term {
            Term::Family(name) => self.class(name).bearing(),
            Term::Number(_) => BARE_NUMBER,
            Term::Stem(stem) if self.kin.binary_search(stem).is_ok() => BESIDE_KIN,
            Term::Stem(stem) if self.general.binary_search(stem).is_ok() => LITTLE,
            _ => 1.0,
        }
    }

    /// What is left of the weight of `term` where every article has it: names and countries are then the topic; what is done or happens
    /// stays the matter.
    pub(super) fn left_as_topic(&self, term: &Term) -> f64 {
        match term {
            Term::Family(name) => match self.class(name) {
                Class::Matter => 1.0,
                Class::Party => 0.5,
                Class::Country => TOPIC,
            },
            Term::Stem(_) => 0.5,
            Term::Entity(_) | Term::Number(_) | Term::Date(_) => TOPIC,
        }
    }

    fn class(&self, name: &str) -> Class {
        let found = self.classes.binary_search_by(|(other, _)| (*other).cmp(name));
        found.map_or(Class::Matter, |at| self.classes[at].1)
    }

    fn kin_of(&self, key: &(Tongue, String)) -> Option<&Kin> {
        let found = self.families.binary_search_by(|(other, _)| other.cmp(key));
        found.ok().map(|at| &self.families[at].1)
    }
}

impl Kin {
    fn term(&self) -> Term {
        Term::Family(self.name.to_owned())
    }
}

/// The stems of one line of general words.
fn general(line: &'static str) -> impl Iterator<Item = String> {
    let (tongue, words) = match line.split_once(' ') {
        Some(("en", words)) => (Tongue::English, words),
        Some((_, words)) => (Tongue::French, words),
        None => (Tongue::French, ""),
    };
    words.split(' ').map(move |word| stem_key(word, tongue))
}

/// The stems of one family, with its first word and its class.
fn family(line: &'static str) -> impl Iterator<Item = ((Tongue, String), Kin)> {
    let marked = Class::MARKS.iter().find_map(|&(mark, class)| Some((line.strip_prefix(mark)?, class)));
    let (line, class) = marked.unwrap_or((line, Class::Matter));
    let (french, english) = line.split_once(" | ").unwrap_or((line, ""));
    let kin = Kin { name: line.split(' ').next().unwrap_or_default(), class };
    let tongues = [(french, Tongue::French), (english, Tongue::English)];
    let stems = tongues
        .into_iter()
        .flat_map(|(words, tongue)| words.split_whitespace().map(move |word| (tongue, stem_key(word, tongue))));
    stems.map(move |key| (key, kin))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn words_of_no_matter_stand_for_nothing() {
        let lexicon = Lexicon::default();
        for word in ["Les", "ÉTÉ", "déclaré", "l", "000"] {
            assert_eq!(lexicon.terms(word, Tongue::French), [], "{word}");
        }
    }

    #[test]
    fn words_for_one_thing_meet_in_their_family_across_languages() {
        let lexicon = Lexicon::default();
        let family = |word, tongue| lexicon.terms(word, tongue).into_iter().next();
        assert_eq!(family("pilonnages", Tongue::French), Some(Term::Family("bombe".into())));
        assert_eq!(family("airstrikes", Tongue::English), family("bombardé", Tongue::French));
    }

    #[test]
    fn a_country_is_met_in_its_people_and_its_capital() {
        let lexicon = Lexicon::default();
        for word in ["Russie", "russes", "Moscou", "Kremlin"] {
            assert_eq!(lexicon.country(word, Tongue::French), Some(Term::Family("russie".into())), "{word}");
        }
        assert_eq!(lexicon.country("bombe", Tongue::French), None);
    }

    #[test]
    fn no_word_is_of_two_families() {
        let mut seen = BTreeMap::new();
        for (line, (key, kin)) in FAMILIES.lines().flat_map(|line| family(line).map(move |kin| (line, kin))) {
            if let Some(other) = seen.insert(key.clone(), kin.name) {
                assert_eq!(other, kin.name, "{key:?} of {line}");
            }
        }
    }

    #[test]
    fn a_word_of_general_meaning_weighs_little() {
        let lexicon = Lexicon::default();
        let bearing = |word| lexicon.terms(word, Tongue::French).iter().map(|term| lexicon.bearing(term)).sum::<f64>();
        assert!(bearing("possible") < bearing("tartine") && bearing("tartine") < bearing("bombardement"));
    }
}
