//! Years, from one to another, decades and centuries.

use super::expression::{Meaning, Read, Reader};
use crate::figures::is_numbered;
use visavis_corpus::Language;

/// Words before a year that is one.
#[rustfmt::skip]
const BEFORE_A_YEAR: [&str; 28] = [
    "en", "depuis", "annee", "an", "in", "since", "des", "of", "de", "d", "avant", "apres", "jusqu", "before", "after", "by", "until",
    "during", "entre", "between", "from", "ici", "horizon", "vers", "courant", "through", "for", "pour",
];
/// Words that end in `s` and are no plural of what a number counts.
#[rustfmt::skip]
const NO_PLURAL: [&str; 16] = [
    "sous", "dans", "as", "was", "sans", "les", "des", "apres", "mais", "plus", "vers", "puis", "has", "alors", "lors", "ils",
];

/// Decades of the last century, as English calls them.
pub(super) const DECADES: [(&str, i32); 8] = [
    ("twenties", 20),
    ("thirties", 30),
    ("forties", 40),
    ("fifties", 50),
    ("sixties", 60),
    ("seventies", 70),
    ("eighties", 80),
    ("nineties", 90),
];

impl Reader<'_> {
    /// The year or years that begin at `at`.
    pub(super) fn years(&self, at: usize) -> Read {
        self.century(at)
            .or_else(|| self.years_joined(at))
            .or_else(|| self.year_range(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.year_alone(at))
    }

    /// `2011-2013`, `2015/2016`, `2015-16`.
    pub(super) fn years_joined(&self, at: usize) -> Read {
        let first = self.number(at, 4..=4).filter(|year| (1700..2100).contains(year))?;
        if !matches!(self.gap(at + 1), "-" | "–" | "/" | "\u{2011}") || matches!(self.gap(at + 2), "-" | "–" | "/")
        {
            return None;
        }
        let last = match self.number(at + 1, 2..=4)? {
            short @ 0..100 => first / 100 * 100 + short,
            last => last,
        };
        (last > first && last - first <= 100).then_some((Meaning::Years(first, last), at, at + 2))
    }

    /// `de 2011 à 2013`, `entre 1975 et 1990`, `from 2011 to 2013`.
    fn year_range(&self, at: usize) -> Read {
        let (first, last) = (self.year(at)?, self.year(at + 2)?);
        let fits = match self.key(at + 1) {
            "a" | "to" | "until" | "through" => {
                matches!(self.before(at), "de" | "depuis" | "entre" | "from" | "years" | "annees")
            }
            "et" => self.before(at) == "entre",
            "and" => self.before(at) == "between",
            _ => false,
        };
        (fits && first < last && self.joins(at + 1) && self.joins(at + 2)).then_some((
            Meaning::Years(first, last),
            at,
            at + 3,
        ))
    }

    /// `les années 1990`, `les années 90`, `les années soixante`, `the 1990s`.
    fn decade(&self, at: usize) -> Read {
        let decade = |first: i32, end| Some((Meaning::Years(first, first + 9), at, end));
        if let Some((_, tens)) = DECADES.iter().find(|(word, _)| *word == self.key(at)) {
            return if self.before(at) == "the" { decade(1900 + tens, at + 1) } else { None };
        }
        if let Some(bare) = self.key(at).strip_suffix("0s") {
            let first = bare.parse::<i32>().ok()? * 10;
            return match bare.len() {
                3 if (1700..2100).contains(&first) => decade(first, at + 1),
                1 if self.gap(at).ends_with(['\'', '’']) => decade(1900 + first, at + 1),
                _ => None,
            };
        }
        if !matches!(self.before(at), "annees") {
            return None;
        }
        if let Some(year) = self.year(at).filter(|year| year % 10 == 0) {
            return decade(year, at + 1);
        }
        let tens = |n: i32| (20..=90).contains(&n) && n % 10 == 0;
        if let Some(short) = self.number(at, 2..=2).filter(|n| tens(*n)) {
            return decade(1900 + short, at + 1);
        }
        let (number, end) = self.count(at)?;
        decade(1900 + number, end).filter(|_| tens(number))
    }

    /// `XXe siècle`, `19th century`.
    fn century(&self, at: usize) -> Read {
        if !matches!(self.key(at + 1), "siecle" | "siecles" | "century") || !self.joins(at + 1) {
            return None;
        }
        let word = self.key(at);
        let bare = ["eme", "er", "e", "st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end))?;
        let century = bare.parse().ok().or_else(|| roman(bare)).filter(|century| (1..=21).contains(century))?;
        Some((Meaning::Years(century * 100 - 99, century * 100), at, at + 2))
    }

    /// `en 2015`, `depuis 2011`, `(2014)`, `la présidentielle 2017`.
    fn year_alone(&self, at: usize) -> Read {
        let year = self.year(at).or_else(|| self.short_year(at))?;
        let before = self.before(at);
        // `jusqu'à 2030`
        let to = before == "a" && matches!(self.before(at - 1), "jusqu" | "ici");
        // `qui remontent pour partie à 1952`
        let from = matches!(before, "a" | "to")
            && (at.saturating_sub(6)..at)
                .any(|at| self.key(at).starts_with("remont") || matches!(self.key(at), "dates" | "dating"));
        let led = to || from || BEFORE_A_YEAR.contains(&before);
        let bracketed = self.gap(at).ends_with('(') && self.gap(at + 1).starts_with(')');
        ((led && !self.counts(at)) || bracketed || self.is_named(at, year)).then_some((
            Meaning::Years(year, year),
            at,
            at + 1,
        ))
    }

    /// `in '04`
    fn short_year(&self, at: usize) -> Option<i32> {
        let short = self.number(at, 2..=2).filter(|_| self.gap(at).trim_start().len() < self.gap(at).len())?;
        let led = matches!(self.gap(at).trim(), "'" | "’" | "‘")
            && matches!(self.key(at.wrapping_sub(1)), "in" | "of" | "since" | "en");
        led.then_some(if short <= 30 { 2000 + short } else { 1900 + short })
    }

    /// `le budget 2017`, `la Coupe du monde 2014`: a year right after a noun, with no noun after it.
    fn is_named(&self, at: usize, year: i32) -> bool {
        let before = self.before(at);
        let noun = before.len() > 3 && before.bytes().all(|b| b.is_ascii_lowercase()) && !is_numbered(before);
        let article = at >= 2
            && ["le", "la", "l", "du", "au", "les", "aux", "des", "une", "un", "the", "monde"]
                .iter()
                .any(|article| self.before(at - 1) == *article);
        let ends = self.tokens.get(at + 1).is_none()
            || !self.joins(at + 1)
            || [
                "a", "et", "est", "de", "du", "des", "en", "qui", "sur", "au", "and", "was", "is", "in", "ont", "sera",
                "avait", "etait",
            ]
            .contains(&self.key(at + 1));
        let french = self.language == Language::French;
        french && noun && article && ends && (1900..2060).contains(&year) && self.gap(at) == " "
    }

    /// `2007, 2012 et 2017`: a year beside the one that ended before the word `last`.
    pub(super) fn another_year(&self, at: usize, last: Option<usize>) -> Read {
        let last = last?;
        let beside = (at == last && self.gap(at).trim() == ",")
            || (at == last + 1
                && matches!(self.key(last), "et" | "ou" | "puis" | "and" | "or")
                && self.joins(last)
                && self.joins(at));
        let year = self.year(at).filter(|_| beside)?;
        (!self.counts(at)).then_some((Meaning::Years(year, year), at, at + 1))
    }

    /// Whether four digits count what follows: `1945 soldats` do, in `en 1945, soldats` they date.
    fn counts(&self, at: usize) -> bool {
        let after = self.key(at + 1);
        self.joins(at + 1) && after.ends_with('s') && !NO_PLURAL.contains(&after)
    }
}

/// A Roman number in small letters, as large as centuries need.
pub(super) fn roman(word: &str) -> Option<i32> {
    (1..).zip(CENTURIES).find(|(_, roman)| *roman == word).map(|(number, _)| number)
}

/// Centuries in Roman numbers.
#[rustfmt::skip]
pub(super) const CENTURIES: [&str; 21] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix",
    "xx", "xxi",
];
