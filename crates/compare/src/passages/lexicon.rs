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

/// Families: French words, then, after a bar, English ones.
const FAMILIES: &str = include_str!("families.txt");

/// What is left of the weight of a word of general meaning.
const LITTLE: f64 = 0.2;

/// What a number weighs, against a word: bare, it may count anything.
const BARE_NUMBER: f64 = 0.6;

/// What a family weighs, against a word.
const KIN: f64 = 0.6;

/// What is left of the weight of a word whose family is counted as well.
const BESIDE_KIN: f64 = 0.35;

/// The lists, by stem.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    // Each in order.
    empty: Vec<&'static str>,
    general: Vec<String>,
    families: Vec<((Tongue, String), &'static str)>,
    kin: Vec<String>,
}

impl Default for Lexicon {
    fn default() -> Self {
        // A word is of the family that is listed last.
        let listed = FAMILIES.lines().flat_map(family).collect::<Vec<_>>().into_iter().rev().collect();
        let mut families = ordered(listed, |a: &((Tongue, String), &str), b| a.0.cmp(&b.0));
        families.dedup_by(|a, b| a.0 == b.0);
        Self {
            empty: distinct(EMPTY.split_whitespace().collect()),
            general: distinct(GENERAL.lines().flat_map(general).collect()),
            kin: distinct(families.iter().map(|((_, stem), _)| stem.clone()).collect()),
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
        let stem = stem_key(word, tongue);
        let key = (tongue, stem);
        let found = self.families.binary_search_by(|(word, _)| word.cmp(&key));
        let family = found.ok().map(|at| Term::Family(self.families[at].1.to_owned()));
        family.into_iter().chain([Term::Stem(key.1)]).collect()
    }

    /// How much of the weight of its rarity `term` deserves.
    pub(super) fn bearing(&self, term: &Term) -> f64 {
        match term {
            Term::Family(_) => KIN,
            Term::Number(_) => BARE_NUMBER,
            Term::Stem(stem) if self.kin.binary_search(stem).is_ok() => BESIDE_KIN,
            Term::Stem(stem) if self.general.binary_search(stem).is_ok() => LITTLE,
            _ => 1.0,
        }
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

/// The stems of one family, with its first word.
fn family(line: &'static str) -> impl Iterator<Item = ((Tongue, String), &'static str)> {
    let (french, english) = line.split_once(" | ").unwrap_or((line, ""));
    let name = line.split(' ').next().unwrap_or_default();
    let tongues = [(french, Tongue::French), (english, Tongue::English)];
    let stems = tongues
        .into_iter()
        .flat_map(|(words, tongue)| words.split_whitespace().map(move |word| (tongue, stem_key(word, tongue))));
    stems.map(move |key| (key, name))
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_word_of_general_meaning_weighs_little() {
        let lexicon = Lexicon::default();
        let bearing = |word| lexicon.terms(word, Tongue::French).iter().map(|term| lexicon.bearing(term)).sum::<f64>();
        assert!(bearing("possible") < bearing("bombardement") && bearing("bombardement") <= bearing("tartine"));
    }
}
