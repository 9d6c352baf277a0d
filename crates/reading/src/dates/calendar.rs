//! Names of days, months and seasons.

use std::borrow::Cow;
use visavis_corpus::{Day, Language, When};
use visavis_text::{Token, fold, folded};

/// The days of the week, from Monday on.
pub(super) const fn weekdays(language: Language) -> [&'static str; 7] {
    match language {
        Language::French => ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        Language::English => ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    }
}

/// The day of the week that `word` names, 0 for Monday.
pub(super) fn weekday(word: &str, language: Language) -> Option<u8> {
    weekdays(language).iter().position(|day| *day == word).map(|at| at as u8)
}

/// The names of the months, folded, and their short forms.
pub(super) const MONTHS: [&[&str]; 12] = [
    &["janvier", "january", "janv", "jan"],
    &["fevrier", "february", "fevr", "fev", "feb"],
    &["mars", "march", "mar"],
    &["avril", "april", "avr", "apr"],
    &["mai", "may"],
    &["juin", "june", "jun"],
    &["juillet", "july", "juil", "jul"],
    &["aout", "august", "aug"],
    &["septembre", "september", "sept", "sep"],
    &["octobre", "october", "oct"],
    &["novembre", "november", "nov"],
    &["decembre", "december", "dec"],
];

/// The month that `word`, folded, names or shortens, 1–12. Captions are often English in a French page: both languages count.
pub(crate) fn month(word: &str) -> Option<u8> {
    MONTHS.iter().position(|names| names.contains(&word)).map(|at| at as u8 + 1)
}

/// Whether `word` is a month written whole in `language`: short forms and foreign ones need a day beside them.
pub(super) fn is_whole_month(word: &str, language: Language) -> bool {
    const FRENCH: [&str; 12] = [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ];
    const ENGLISH: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    match language {
        Language::French => FRENCH.contains(&word),
        Language::English => ENGLISH.contains(&word),
    }
}

/// The months of a season, the last of them in the next year where it comes before the first.
pub(super) fn season(word: &str, language: Language) -> Option<(u8, u8)> {
    let french = language == Language::French;
    SEASONS.iter().find(|(name, in_french, _)| *name == word && *in_french == french).map(|(_, _, months)| *months)
}

/// Names of seasons, whether they are French, and their months.
pub(super) const SEASONS: [(&str, bool, (u8, u8)); 9] = [
    ("printemps", true, (3, 6)),
    ("ete", true, (6, 9)),
    ("automne", true, (9, 12)),
    ("hiver", true, (12, 3)),
    ("spring", false, (3, 6)),
    ("summer", false, (6, 9)),
    ("autumn", false, (9, 12)),
    ("fall", false, (9, 12)),
    ("winter", false, (12, 3)),
];

/// The day of a feast in any year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    /// The same month and day each year.
    Fixed(u8, u8),
    /// So many days after Easter Sunday.
    Easter(i32),
}

/// Feasts: their words, folded, the longer of two that begin alike first.
pub(super) const FEASTS: [(&[&str], Feast); 20] = [
    (&["jour", "de", "l", "an"], Feast::Fixed(1, 1)),
    (&["lundi", "de", "paques"], Feast::Easter(1)),
    (&["dimanche", "de", "paques"], Feast::Easter(0)),
    (&["lundi", "de", "pentecote"], Feast::Easter(50)),
    (&["dimanche", "de", "pentecote"], Feast::Easter(49)),
    (&["vendredi", "saint"], Feast::Easter(-2)),
    (&["mardi", "gras"], Feast::Easter(-47)),
    (&["easter", "sunday"], Feast::Easter(0)),
    (&["easter", "monday"], Feast::Easter(1)),
    (&["good", "friday"], Feast::Easter(-2)),
    (&["noel"], Feast::Fixed(12, 25)),
    (&["toussaint"], Feast::Fixed(11, 1)),
    (&["saint", "sylvestre"], Feast::Fixed(12, 31)),
    (&["paques"], Feast::Easter(0)),
    (&["pentecote"], Feast::Easter(49)),
    (&["ascension"], Feast::Easter(39)),
    (&["easter"], Feast::Easter(0)),
    (&["christmas", "eve"], Feast::Fixed(12, 24)),
    (&["christmas", "day"], Feast::Fixed(12, 25)),
    (&["christmas"], Feast::Fixed(12, 25)),
];

impl Feast {
    /// Its day in `year`.
    pub(super) fn in_year(self, year: i32) -> Option<Day> {
        match self {
            Self::Fixed(month, day) => Day::new(year, month, day),
            Self::Easter(days) => easter(year)?.plus(days),
        }
    }
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's algorithm, as in Meeus, *Astronomical Algorithms*, chapter 8).
fn easter(year: i32) -> Option<Day> {
    let (golden, century, rest) = (year.rem_euclid(19), year / 100, year % 100);
    let moon = (19 * golden + century - century / 4 - (8 * century + 13) / 25 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 19 * sunday) / 433;
    let days = moon + sunday - 7 * late;
    let month = (days + 90) / 25;
    let day = (days + 33 * month + 19) % 32;
    Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// The days of a month.
pub(super) fn days_of_month(year: i32, month: u8) -> Option<When> {
    let first = Day::new(year, month, 1)?;
    let next = if month == 12 { Day::new(year + 1, 1, 1) } else { Day::new(year, month + 1, 1) };
    When::between(first, next?.plus(-1)?)
}

/// The days of a year.
pub(super) fn days_of_year(year: i32) -> Option<When> {
    When::between(Day::new(year, 1, 1)?, Day::new(year, 12, 31)?)
}

/// `text` as lists have it.
pub(super) fn key(text: &str) -> String {
    fold(text)
}

/// The words of a text as lists have them.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys<'t>(Vec<Cow<'t, str>>);

impl<'t> Keys<'t> {
    /// Those of `words`.
    pub(super) fn new(words: &[Token<'t>]) -> Self {
        Self(words.iter().map(|word| folded(word.text)).collect())
    }

    /// The word at `at`.
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        self.0.get(at).map(Cow::as_ref)
    }
}

/// The same day of the month `months` later; the last of the month where it has no such day.
pub(super) fn months_later(day: Day, months: i32) -> Option<Day> {
    let all = day.year() * 12 + i32::from(day.month()) - 1 + months;
    let (year, month) = (all.div_euclid(12), all.rem_euclid(12) as u8 + 1);
    Day::new(year, month, day.day()).or_else(|| days_of_month(year, month).map(When::last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_where_the_calendars_have_it() {
        for (year, expected) in [
            (2008, "2008-03-23"),
            (2011, "2011-04-24"),
            (2015, "2015-04-05"),
            (2016, "2016-03-27"),
            (2018, "2018-04-01"),
            (2019, "2019-04-21"),
            (2024, "2024-03-31"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter(year), Day::parse(expected), "{year}");
        }
        assert_eq!(Feast::Easter(39).in_year(2024), Day::parse("2024-05-09"));
    }
}
