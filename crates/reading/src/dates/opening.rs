//! Words with which an expression of time can begin: most words are none, and need not be tried against every form.

use super::calendar::{FEASTS, MONTHS, SEASONS, weekdays};
use super::relative::{RELATIVE_ENGLISH, RELATIVE_FRENCH};
use super::years::{CENTURIES, DECADES};
use crate::figures::numeral_words;
use crate::sieve::Sieve;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;
use visavis_corpus::Language;
use visavis_text::fold;

/// The forms that can begin with a word, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opens(u8);

impl Opens {
    pub(super) const DAYS: Self = Self(1);
    pub(super) const MONTHS: Self = Self(2);
    pub(super) const RELATIVE: Self = Self(4);
    pub(super) const DISTANCE: Self = Self(8);
    pub(super) const YEARS: Self = Self(16);
    pub(super) const NONE: Self = Self(0);
    #[cfg(test)]
    pub(super) const ALL: Self = Self(31);

    /// Whether `form` is one of them.
    pub(super) const fn has(self, form: Self) -> bool {
        self.0 & form.0 != 0
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Words with which days begin, beside their own names: `du 3 au 5`.
const BEFORE_DAYS: &str = "du les entre from between nuit";
/// And months: `fin octobre`, `premier trimestre`.
const BEFORE_MONTHS: &str = "debut early beginning start mi mid middle milieu fin late end later earlier premier deuxieme second troisieme \
    quatrieme first third fourth 1er 2e 2eme 3e 3eme 4e 4eme";
/// And distances, beside numbers: `il y a un an`, `ces derniers mois`.
const BEFORE_DISTANCES: &str = "il depuis voila voici dans ici in ces les des aux the these over past last previous next coming recent \
    derniers dernieres prochains prochaines a an quelques few several couple some many";

static OPENING: LazyLock<FxHashMap<String, Opens>> = LazyLock::new(|| {
    let mut opening: FxHashMap<String, Opens> = FxHashMap::default();
    let mut add = |words: &mut dyn Iterator<Item = String>, opens: Opens| {
        for word in words {
            let known = opening.entry(word).or_insert(Opens::NONE);
            *known = known.and(opens);
        }
    };
    let owned = str::to_owned;
    let split = |words: &'static str| words.split_whitespace().map(owned);
    let days = [Language::French, Language::English].into_iter().flat_map(weekdays);
    add(&mut days.map(owned).chain(split(BEFORE_DAYS)), Opens::DAYS);
    add(&mut FEASTS.iter().filter_map(|(words, _)| words.first().copied()).map(owned), Opens::DAYS);
    let months = MONTHS.iter().copied().flatten().copied();
    add(&mut months.map(owned), Opens::DAYS.and(Opens::MONTHS));
    add(&mut split(BEFORE_MONTHS).chain(SEASONS.iter().map(|(name, ..)| owned(name))), Opens::MONTHS);
    let relative = RELATIVE_FRENCH.iter().chain(RELATIVE_ENGLISH).filter_map(|(words, _)| words.first().copied());
    add(&mut relative.map(owned), Opens::RELATIVE);
    add(&mut split(BEFORE_DISTANCES), Opens::DISTANCE);
    add(&mut numeral_words().map(fold), Opens::DISTANCE.and(Opens::YEARS));
    let centuries = CENTURIES.iter().flat_map(|century| ["e", "eme", "er"].map(|end| format!("{century}{end}")));
    add(&mut centuries.chain(DECADES.iter().map(|(word, _)| owned(word))), Opens::YEARS);
    opening
});

/// What can begin with `word`, folded.
pub(super) fn opens(word: &str) -> Opens {
    static SIEVE: LazyLock<Sieve> = LazyLock::new(|| Sieve::of(OPENING.keys().map(String::as_str)));
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let months = if word.ends_with(|c: char| c.is_ascii_digit()) { Opens::NONE } else { Opens::MONTHS };
        return Opens::DAYS.and(Opens::DISTANCE).and(Opens::YEARS).and(months);
    }
    if !SIEVE.may_hold(word) {
        return Opens::NONE;
    }
    OPENING.get(word).copied().unwrap_or(Opens::NONE)
}
