//! Words with which an expression of time can begin: most words are none, and need not be tried against every form.

use super::calendar::{FEASTS, MONTHS, SEASONS, weekdays};
use super::relative::{RELATIVE_ENGLISH, RELATIVE_FRENCH};
use super::years::CENTURIES;
use crate::figures::numeral_words;
use crate::sieve::Sieve;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;
use visavis_corpus::Language;
use visavis_text::fold;

/// Words before days, months, years and spans of time.
const LEADING: &str = "\
    du les entre from between debut early beginning start mi mid middle milieu fin late end later earlier nuit il environ pres about \
    ces des aux the these over depuis voila voici dans ici in past last previous next coming recent derniers dernieres prochains prochaines \
    premier deuxieme second troisieme quatrieme first third fourth une a an quelques few several couple some many \
    twenties thirties forties fifties sixties seventies eighties nineties";

static OPENING: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let days = [Language::French, Language::English].into_iter().flat_map(weekdays);
    let months = MONTHS.iter().copied().flatten().copied();
    let relative = RELATIVE_FRENCH.iter().chain(RELATIVE_ENGLISH).filter_map(|(words, _)| words.first().copied());
    let feasts = FEASTS.iter().filter_map(|(words, _)| words.first().copied());
    let seasons = SEASONS.iter().map(|(name, ..)| *name);
    let words = LEADING.split_whitespace().chain(days).chain(months).chain(relative).chain(feasts).chain(seasons);
    let centuries =
        CENTURIES.iter().flat_map(|century| [format!("{century}e"), format!("{century}eme"), format!("{century}er")]);
    let numerals = numeral_words().map(fold);
    words.map(str::to_owned).chain(centuries).chain(numerals).collect()
});

/// Whether an expression can begin with `word`, folded.
pub(super) fn may_open(word: &str) -> bool {
    static SIEVE: LazyLock<Sieve> = LazyLock::new(|| Sieve::of(OPENING.iter().map(String::as_str)));
    word.starts_with(|c: char| c.is_ascii_digit()) || SIEVE.may_hold(word) && OPENING.contains(word)
}
