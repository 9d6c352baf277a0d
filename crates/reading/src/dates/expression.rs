//! Expressions of time in a text, before anything is known of the article's own date.

use super::calendar::{Feast, Keys, month, weekday};
use super::opening::{Opens, opens};
use visavis_corpus::{Day, Language};
use visavis_text::{Span, Token, words};

/// What an expression says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A day with its year.
    Day(Day),
    /// From a day to a day, with their year.
    Days(Day, Day),
    /// A day without a year, with its weekday where that is given.
    DayOfMonth { day: u8, month: u8, weekday: Option<u8> },
    /// From a day to a day of some year, each as month and day.
    DaysOfMonths { from: (u8, u8), to: (u8, u8) },
    /// A day of the month, with its weekday and no month: `samedi 15`.
    Dated { day: u8, weekday: u8 },
    /// A day of the week.
    Weekday(u8),
    /// The day of the week that comes `least` days from the article's or later, and so many weeks after.
    WeekdayLater { weekday: u8, weeks: i32, least: i32 },
    /// The day of a feast.
    Feast(Feast),
    /// The night that ends on a day of the week.
    NightTo(u8),
    /// A month of a year, or a part of one, in thirds: 0 all of it, 1–3 its beginning, middle, end.
    Month { year: Year, month: u8, third: u8 },
    /// From a month to a month of a year: a season, a quarter. Where the last comes before the first, it is of the next year.
    Months { year: Year, first: u8, last: u8 },
    /// From a year to a year, both included.
    Years(i32, i32),
    /// From so many days from the article's to so many.
    DaysFromNow(i32, i32),
    /// The night before the article's day or after it.
    Night,
    /// The week that is so many from the article's.
    WeekFromNow(i32),
    /// A weekend, by what is said of it.
    Weekend,
    /// The month that is so many from the article's, or a third of it.
    MonthFromNow { months: i32, third: u8 },
    /// The year that is so many from the article's.
    YearFromNow(i32),
    /// So much time ago, about; in so much time, where the count is negative.
    Ago { count: i32, unit: Unit },
    /// From so much time ago to now; from now on, where the count is negative.
    Last { count: i32, unit: Unit },
    /// Some time that nothing determines.
    Vague,
}

/// Which year a month or a season is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    Given(i32),
    /// So many from the article's.
    FromNow(i32),
    /// The last that is over: `l'été dernier`.
    Last,
    /// The next that has not begun: `next summer`.
    Next,
    Unsaid,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

/// Whether what is spoken of lies before or after the article, where the text says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Past,
    Future,
    Unknown,
}

/// An expression and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Expression {
    pub(super) span: Span,
    pub(super) meaning: Meaning,
    pub(super) side: Side,
    /// Whether it opens its sentence, and so sets the time of what follows.
    pub(super) opens: bool,
}

/// The expressions of a text, in order.
pub(super) fn expressions(text: &str, language: Language) -> Vec<Expression> {
    if !may_speak_of_time(text) {
        return vec![];
    }
    let tokens: Vec<Token<'_>> = words(text).collect();
    let keys = Keys::new(&tokens);
    let reader = Reader { text, tokens: &tokens, keys: &keys, language };
    let (mut found, mut at, mut last_year) = (vec![], 0, None);
    while at < tokens.len() {
        match reader.read_from(at).or_else(|| reader.another_year(at, last_year)) {
            Some((meaning, first, end)) => {
                let span = Span::new(tokens[first].span.start(), tokens[end - 1].span.end());
                found.push(Expression { span, meaning, side: reader.side(first, end), opens: reader.opens(first) });
                at = end;
                last_year = matches!(meaning, Meaning::Years(..)).then_some(end);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether there can be an expression at all; most blocks of tables and lists are spared.
fn may_speak_of_time(text: &str) -> bool {
    text.len() >= 4
}

/// The words of a text.
pub(super) struct Reader<'r> {
    pub(super) text: &'r str,
    pub(super) tokens: &'r [Token<'r>],
    keys: &'r Keys<'r>,
    pub(super) language: Language,
}

/// A meaning, the first word, one past the last.
pub(super) type Read = Option<(Meaning, usize, usize)>;

impl Reader<'_> {
    /// The word at `at`, folded; empty beyond the end.
    pub(super) fn key(&self, at: usize) -> &str {
        self.keys.get(at).unwrap_or_default()
    }

    /// The word before the one at `at`, folded, where nothing but spaces stands between them.
    pub(super) fn before(&self, at: usize) -> &str {
        if self.joins(at) { self.key(at - 1) } else { "" }
    }

    /// What stands before the word at `at`.
    pub(super) fn gap(&self, at: usize) -> &str {
        let before = at.checked_sub(1).map(|before| self.tokens.get(before));
        let start = before.map_or(0, |before| before.map_or(self.text.len(), |token| token.span.end()));
        &self.text[start..self.tokens.get(at).map_or(self.text.len(), |token| token.span.start())]
    }

    /// Whether the word at `at` follows the one before with nothing but spaces, a hyphen, an apostrophe or an abbreviation's stop.
    pub(super) fn joins(&self, at: usize) -> bool {
        at > 0 && at < self.tokens.len() && matches!(self.gap(at).trim(), "" | "-" | "'" | "’" | "\u{2011}")
    }

    /// Whether a hyphen or a dash stands before the word at `at`: `3-7 octobre`, `2011–2013`.
    pub(super) fn is_dashed(&self, at: usize) -> bool {
        at < self.tokens.len() && matches!(self.gap(at).trim(), "-" | "\u{2011}" | "–")
    }

    /// Whether `expected` stand at `at`, one after the other.
    pub(super) fn phrase(&self, at: usize, expected: &[&str]) -> bool {
        (0..expected.len()).all(|n| self.key(at + n) == expected[n] && (n == 0 || self.joins(at + n)))
    }

    /// Past those of `passed` that stand at `at`, one after the other.
    pub(super) fn past(&self, mut at: usize, passed: &[&str]) -> usize {
        while self.joins(at) && passed.contains(&self.key(at)) {
            at += 1;
        }
        at
    }

    /// Whether the word at `at` begins with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.text.starts_with(char::is_uppercase))
    }

    pub(super) fn number(&self, at: usize, digits: std::ops::RangeInclusive<usize>) -> Option<i32> {
        let word = self.keys.get(at)?;
        (digits.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok())?
    }

    /// Four digits after a month that are a year of any age.
    pub(super) fn old_year(&self, at: usize) -> Option<i32> {
        self.year(at).or_else(|| self.number(at, 4..=4).filter(|year| (1000..1700).contains(year)))
    }

    /// Four digits that are a year.
    pub(super) fn year(&self, at: usize) -> Option<i32> {
        let followed = matches!(self.gap(at + 1), "/" | "-" | "," | ".")
            && self.keys.get(at + 1).is_some_and(|next| next.bytes().all(|b| b.is_ascii_digit()));
        self.number(at, 4..=4).filter(|year| (1700..2100).contains(year) && !followed)
    }

    /// The month that the word at `at` names or shortens.
    pub(super) fn month(&self, at: usize) -> Option<u8> {
        month(self.key(at))
    }

    /// The day of the week that the word at `at` names.
    pub(super) fn weekday(&self, at: usize) -> Option<u8> {
        weekday(self.key(at), self.language)
    }

    /// The expression that begins at `at`; most words begin none, which is told at once.
    fn read_from(&self, at: usize) -> Read {
        let opens = opens(self.key(at));
        if opens == Opens::NONE { None } else { self.read(at, opens) }
    }

    fn read(&self, at: usize, opens: Opens) -> Read {
        let try_as = |form: Opens, read: fn(&Self, usize) -> Read| if opens.has(form) { read(self, at) } else { None };
        try_as(Opens::DAYS, Self::days)
            .or_else(|| try_as(Opens::MONTHS, Self::months))
            .or_else(|| try_as(Opens::RELATIVE, Self::relative))
            .or_else(|| try_as(Opens::DISTANCE, Self::distance))
            .or_else(|| try_as(Opens::YEARS, Self::years))
            .filter(|(meaning, _, end)| !self.is_of_then(*meaning, *end))
    }

    /// `ce jour-là`, `cette année-là`: not seen from the article's day.
    fn is_of_then(&self, meaning: Meaning, end: usize) -> bool {
        let from_now = matches!(
            meaning,
            Meaning::DaysFromNow(..)
                | Meaning::WeekFromNow(_)
                | Meaning::MonthFromNow { .. }
                | Meaning::YearFromNow(_)
                | Meaning::Months { .. }
                | Meaning::Night
                | Meaning::Weekend
                | Meaning::Weekday(_)
        );
        from_now && self.key(end) == "la" && self.is_dashed(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Words of expressions of time, in both languages, and others.
    const WORDS: &str = "il y a un an trois jours plus tôt two weeks ago environ about près 3 12 2015 2016-10-12 12/10/2016 1er 9th \
        du au les entre et from to between samedi lundi Saturday octobre October mars mai May sept. fin début mi early late milieu \
        été printemps autumn hier avant-hier aujourd’hui demain ce soir cette semaine la dernière prochaine l’an dernier l’année \
        ces derniers jours the last next coming week-end weekend mois month year années en depuis in since of de ville président \
        nuit à dans voilà ici quelques prochains past recent few time from now premier deuxième trimestre quarter half siècle century \
        XXe 20th 1990s 90 1939-1945 - -là hiver winter summer fall this Noël Christmas décennies et demi end beginning later earlier";

    proptest! {
        #[test]
        fn a_word_begins_no_form_that_it_does_not_open(picked in prop::collection::vec(any::<prop::sample::Index>(), 0..12)) {
            let all: Vec<&str> = WORDS.split_whitespace().collect();
            let text = picked.iter().map(|ix| *ix.get(&all)).collect::<Vec<_>>().join(" ");
            let tokens: Vec<Token<'_>> = words(&text).collect();
            let keys = Keys::new(&tokens);
            for language in [Language::French, Language::English] {
                let reader = Reader { text: &text, tokens: &tokens, keys: &keys, language };
                for at in 0..tokens.len() {
                    let all = reader.read(at, Opens::ALL);
                    prop_assert_eq!(reader.read_from(at), all, "{} in {}", reader.key(at), text);
                }
            }
        }
    }
}
