//! Words with which an expression of time can begin: most words are none, and need not be tried against every form.

use super::calendar::{MONTHS, SEASONS, weekdays};
use super::relative::{RELATIVE_ENGLISH, RELATIVE_FRENCH, SMALL_NUMBERS};
use crate::sieve::Sieve;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;
use visavis_corpus::Language;

/// Words before days, months, years and spans of time.
const LEADING: [&str; 19] = [
    "du", "les", "entre", "from", "between", "debut", "early", "mi", "mid", "milieu", "fin", "late", "il", "environ",
    "pres", "about", "ces", "des", "the",
];

static OPENING: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let days = [Language::French, Language::English].into_iter().flat_map(weekdays);
    let months = MONTHS.iter().copied().flatten().copied();
    let relative = RELATIVE_FRENCH.iter().chain(RELATIVE_ENGLISH).filter_map(|(words, _)| words.first().copied());
    let numbers = SMALL_NUMBERS.iter().flat_map(|(words, _)| words.iter().copied());
    let seasons = SEASONS.iter().map(|(name, _)| *name);
    LEADING.into_iter().chain(days).chain(months).chain(relative).chain(numbers).chain(seasons).collect()
});

/// Whether an expression can begin with `word`, folded.
pub(super) fn may_open(word: &str) -> bool {
    static SIEVE: LazyLock<Sieve> = LazyLock::new(|| Sieve::of(OPENING.iter().copied()));
    word.starts_with(|c: char| c.is_ascii_digit()) || SIEVE.may_hold(word) && OPENING.contains(word)
}
