//! Expressions of time in a text, before anything is known of the article's own date.

use super::calendar::{Keys, is_whole_month, month, season, weekday};
use super::opening::may_open;
use super::relative::{RELATIVE_ENGLISH, RELATIVE_FRENCH, small_number, unit};
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
    /// A day of the month, with its weekday and no month: `samedi 15`.
    Dated { day: u8, weekday: u8 },
    /// A day of the week.
    Weekday(u8),
    /// A month of a year, or a part of one, in thirds: 0 all of it, 1–3 its beginning, middle, end.
    Month { year: Option<i32>, month: u8, third: u8 },
    /// Months of a year: a season.
    Season { year: i32, months: (u8, u8) },
    /// From a year to a year, both included.
    Years(i32, i32),
    /// So many days from the article's.
    DayFromNow(i32),
    /// The week that is so many from the article's.
    WeekFromNow(i32),
    /// A weekend, by what is said of it.
    Weekend,
    /// The month that is so many from the article's.
    MonthFromNow(i32),
    /// The year that is so many from the article's.
    YearFromNow(i32),
    /// So much time ago, about.
    Ago { count: i32, unit: Unit },
    /// Some time that nothing determines.
    Vague,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
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
}

/// The expressions of a text, in order.
pub(super) fn expressions(text: &str, language: Language) -> Vec<Expression> {
    if !may_speak_of_time(text) {
        return vec![];
    }
    let tokens: Vec<Token<'_>> = words(text).collect();
    let keys = Keys::new(&tokens);
    let reader = Reader { text, tokens: &tokens, keys: &keys, language };
    let (mut found, mut at) = (vec![], 0);
    while at < tokens.len() {
        match reader.read_from(at) {
            Some((meaning, first, end)) => {
                let span = Span::new(tokens[first].span.start(), tokens[end - 1].span.end());
                found.push(Expression { span, meaning, side: reader.side(first, end) });
                at = end;
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
    text: &'r str,
    pub(super) tokens: &'r [Token<'r>],
    keys: &'r Keys<'r>,
    pub(super) language: Language,
}

/// A meaning, the first word, one past the last.
type Read = Option<(Meaning, usize, usize)>;

impl Reader<'_> {
    /// The word at `at`, folded; empty beyond the end.
    pub(super) fn key(&self, at: usize) -> &str {
        self.keys.get(at).unwrap_or_default()
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

    fn phrase(&self, at: usize, expected: &[&str]) -> bool {
        (0..expected.len()).all(|n| self.key(at + n) == expected[n] && (n == 0 || self.joins(at + n)))
    }

    fn number(&self, at: usize, digits: std::ops::RangeInclusive<usize>) -> Option<i32> {
        let word = self.keys.get(at)?;
        (digits.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok())?
    }

    /// A day of the month: `15`, `1er`, `9th`.
    fn day(&self, at: usize) -> Option<u8> {
        let word = self.key(at);
        let bare = ["er", "st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        let day = (bare.len() <= 2 && !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit()))
            .then(|| bare.parse().ok())??;
        (1..=31).contains(&day).then_some(day)
    }

    fn year(&self, at: usize) -> Option<i32> {
        let followed = matches!(self.gap(at + 1), "/" | "-" | "," | ".")
            && self.keys.get(at + 1).is_some_and(|next| next.bytes().all(|b| b.is_ascii_digit()));
        self.number(at, 4..=4).filter(|year| (1700..2100).contains(year) && !followed)
    }

    /// The expression that begins at `at`; most words begin none, which is told at once.
    fn read_from(&self, at: usize) -> Read {
        if may_open(self.key(at)) { self.read(at) } else { None }
    }

    fn read(&self, at: usize) -> Read {
        self.numeric(at)
            .or_else(|| self.range(at))
            .or_else(|| self.weekday_first(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.month_first(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.ago(at))
            .or_else(|| self.vague(at))
            .or_else(|| self.year_alone(at))
    }

    /// `2016-10-12`, `12/10/2016`, `12.10.2016`.
    fn numeric(&self, at: usize) -> Read {
        let mark = self.gap(at + 1);
        if at + 2 >= self.tokens.len() || !matches!(mark, "-" | "/" | ".") || self.gap(at + 2) != mark {
            return None;
        }
        let two = |at| self.number(at, 1..=2).and_then(|n| u8::try_from(n).ok());
        if let Some(year) = self.number(at, 4..=4) {
            return Some((Meaning::Day(Day::new(year, two(at + 1)?, two(at + 2)?)?), at, at + 3));
        }
        let (a, b, year) = (two(at)?, two(at + 1)?, self.number(at + 2, 4..=4)?);
        // English writes the month first in some countries and not in others.
        let (day, month) = match self.language {
            Language::French => (a, b),
            Language::English if a > 12 => (a, b),
            Language::English if b > 12 => (b, a),
            Language::English => return Some((Meaning::Vague, at, at + 3)),
        };
        Some((Meaning::Day(Day::new(year, month, day)?), at, at + 3))
    }

    /// `du 3 au 5 mars 2016`, `les 3 et 4 mars`.
    fn range(&self, at: usize) -> Read {
        let opens = matches!(self.key(at), "du" | "les" | "entre" | "from" | "between");
        let first = if self.key(at + 1) == "le" { at + 2 } else { at + 1 };
        if !opens || !self.joins(at + 1) {
            return None;
        }
        let from = self.day(first)?;
        let named = month(self.key(first + 1));
        let link = first + 1 + usize::from(named.is_some());
        if !matches!(self.key(link), "au" | "et" | "to" | "and") {
            return None;
        }
        let second = if self.key(link + 1) == "le" { link + 2 } else { link + 1 };
        let (to, end_month) = (self.day(second)?, month(self.key(second + 1))?);
        let year = self.year(second + 2).filter(|_| self.joins(second + 2));
        let Some(year) = year else {
            return Some((
                Meaning::DayOfMonth { day: from, month: named.unwrap_or(end_month), weekday: None },
                first,
                second + 2,
            ));
        };
        let days = (Day::new(year, named.unwrap_or(end_month), from)?, Day::new(year, end_month, to)?);
        (days.0 <= days.1).then_some((Meaning::Days(days.0, days.1), first, second + 3))
    }

    /// `samedi`, `samedi 15`, `samedi 15 octobre`, `samedi 15 octobre 2016`, `Saturday, October 15`.
    fn weekday_first(&self, at: usize) -> Read {
        let weekday = weekday(self.key(at), self.language)?;
        let led = at + 1 + usize::from(self.key(at + 1) == "le" && self.joins(at + 1));
        let comma = self.gap(led).trim() == ",";
        if self.joins(led) || comma {
            if let Some((Meaning::DayOfMonth { day, month, .. }, _, end)) =
                self.day_first(led).or_else(|| self.month_first(led))
            {
                return Some((Meaning::DayOfMonth { day, month, weekday: Some(weekday) }, at, end));
            }
            if let Some((meaning @ Meaning::Day(_), _, end)) = self.day_first(led).or_else(|| self.month_first(led)) {
                return Some((meaning, at, end));
            }
            if let Some(day) = self.day(led).filter(|_| self.joins(led)) {
                return Some((Meaning::Dated { day, weekday }, at, led + 1));
            }
        }
        let end = at
            + 1
            + usize::from(
                matches!(self.key(at + 1), "dernier" | "prochain" | "matin" | "soir" | "midi") && self.joins(at + 1),
            );
        Some((Meaning::Weekday(weekday), at, end))
    }

    /// `15 octobre`, `1er mars 2016`, `9 December 2016`.
    fn day_first(&self, at: usize) -> Read {
        let day = self.day(at)?;
        let named = at + 1 + usize::from(self.key(at + 1) == "of");
        let month = month(self.key(named)).filter(|_| self.joins(at + 1) && self.joins(named))?;
        self.with_year(at, named + 1, day, month)
    }

    /// A day and a month up to `end`, with the year that may follow.
    fn with_year(&self, at: usize, end: usize, day: u8, month: u8) -> Read {
        let apart = matches!(self.gap(end).trim(), "" | "," | ".");
        match self.year(end).filter(|_| apart) {
            Some(year) => Some((Meaning::Day(Day::new(year, month, day)?), at, end + 1)),
            // 29 February exists in some years.
            None => Day::new(2000, month, day).map(|_| {
                let last = matches!(self.key(end), "dernier" | "prochain") && self.joins(end);
                (Meaning::DayOfMonth { day, month, weekday: None }, at, end + usize::from(last))
            }),
        }
    }

    /// `octobre 2016`, `October 15, 2016`, `en mars`, `fin octobre`, `mi-mars 2015`.
    fn month_first(&self, at: usize) -> Read {
        let third = match self.key(at) {
            "debut" | "early" => 1,
            "mi" | "mid" | "milieu" => 2,
            "fin" | "late" => 3,
            _ => 0,
        };
        let named = at + usize::from(third > 0);
        let named = named + usize::from(third > 0 && matches!(self.key(named), "du" | "mois"));
        let month = month(self.key(named)).filter(|_| third == 0 || self.joins(named))?;
        if third == 0 && self.joins(named + 1) || self.gap(named + 1) == ". " {
            let english = self.tokens[named].text.starts_with(char::is_uppercase);
            if let Some(day) = self.day(named + 1).filter(|_| english) {
                return self.with_year(named, named + 2, day, month);
            }
        }
        if !is_whole_month(self.key(named), self.language) {
            return None;
        }
        if let Some(year) = self.year(named + 1).filter(|_| self.joins(named + 1)) {
            return Some((Meaning::Month { year: Some(year), month, third }, at, named + 2));
        }
        let before = at.checked_sub(1).map_or("", |before| self.key(before));
        let led = third > 0
            || matches!(
                before,
                "en" | "depuis" | "in" | "since" | "a" | "de" | "d" | "mois" | "ici" | "by" | "until" | "last" | "next"
            ) && self.joins(at);
        let after = matches!(self.key(named + 1), "dernier" | "prochain" | "last") && self.joins(named + 1);
        let capital = self.language == Language::French || self.tokens[named].text.starts_with(char::is_uppercase);
        // `mars` is a planet, `mai` and `may` are words.
        let planet = self.language == Language::French && self.tokens[named].text.starts_with(char::is_uppercase);
        (capital && !planet && (led || after)).then_some((
            Meaning::Month { year: None, month, third },
            at,
            named + 1 + usize::from(after),
        ))
    }

    /// `hier`, `cette semaine`, `l'an dernier`, `le mois prochain`, `ce week-end`.
    fn relative(&self, at: usize) -> Read {
        let rows: &[(&[&str], Meaning)] = match self.language {
            Language::French => RELATIVE_FRENCH,
            Language::English => RELATIVE_ENGLISH,
        };
        let first = self.key(at);
        if first.len() < 2 && first != "l" {
            return None;
        }
        let begun = rows.iter().filter(|(words, _)| words.first() == Some(&first));
        begun
            .map(|(words, meaning)| (words, *meaning))
            .find(|(words, _)| self.phrase(at, words))
            .map(|(words, meaning)| (meaning, at, at + words.len()))
    }

    /// `il y a un an`, `trois jours plus tôt`, `two weeks ago`.
    fn ago(&self, at: usize) -> Read {
        let french = self.phrase(at, &["il", "y", "a"]);
        let first = if french { at + 3 } else { at };
        if french || self.language == Language::English {
            let about = usize::from(matches!(self.key(first), "environ" | "pres" | "about"));
            let (count, unit) = (small_number(self.key(first + about))?, unit(self.key(first + about + 1))?);
            let end = first + about + 2;
            if french {
                return Some((Meaning::Ago { count, unit }, at, end));
            }
            return (self.key(end) == "ago").then_some((Meaning::Ago { count, unit }, at, end + 1));
        }
        None
    }

    /// `ces derniers jours`, `dans les prochaines semaines`: spoken of and not determined.
    fn vague(&self, at: usize) -> Read {
        let which = |word: &str| {
            matches!(
                word,
                "derniers" | "dernieres" | "prochains" | "prochaines" | "last" | "next" | "coming" | "recent" | "past"
            )
        };
        let led = matches!(self.key(at), "ces" | "les" | "des" | "the");
        let few = usize::from(small_number(self.key(at + 1)).is_some());
        let fits = led
            && which(self.key(at + 1 + few))
            && unit(self.key(at + 2 + few)).is_some()
            && self.joins(at + 1)
            && self.joins(at + 2 + few);
        fits.then_some((Meaning::Vague, at, at + 3 + few))
    }

    /// `en 2015`, `depuis 2011`, `fin 2016`, `l'été 2015`, `les années 1990`.
    fn year_alone(&self, at: usize) -> Read {
        if let Some(months) = season(self.key(at)) {
            let year = self.year(at + 1).filter(|_| self.joins(at + 1))?;
            return Some((Meaning::Season { year, months }, at, at + 2));
        }
        let part = match self.key(at) {
            "debut" | "early" => Some((1, 4)),
            "fin" | "late" => Some((9, 12)),
            "mi" | "mid" => Some((5, 8)),
            _ => None,
        };
        if let (Some(months), Some(year)) = (part, self.year(at + 1).filter(|_| self.joins(at + 1))) {
            return Some((Meaning::Season { year, months }, at, at + 2));
        }
        let year = self.year(at)?;
        let before = at.checked_sub(1).map_or("", |before| self.key(before));
        if before == "annees" && year % 10 == 0 {
            return Some((Meaning::Years(year, year + 9), at, at + 1));
        }
        let led = matches!(
            before,
            "en" | "depuis"
                | "annee"
                | "an"
                | "in"
                | "since"
                | "des"
                | "of"
                | "de"
                | "d"
                | "avant"
                | "apres"
                | "jusqu"
                | "before"
                | "after"
                | "by"
                | "until"
                | "during"
        );
        let bracketed = self.gap(at).ends_with('(') && self.gap(at + 1).starts_with(')');
        // `1945 soldats` counts; `en 1945, soldats` dates.
        let counts = self.joins(at + 1)
            && self.key(at + 1).ends_with('s')
            && !matches!(
                self.key(at + 1),
                "sous" | "dans" | "as" | "was" | "sans" | "les" | "des" | "apres" | "mais" | "plus" | "vers" | "puis"
            );
        ((led && self.joins(at) && !counts) || bracketed).then_some((Meaning::Years(year, year), at, at + 1))
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
        ces derniers jours the last next coming week-end weekend mois month year années en depuis in since of de ville président";

    proptest! {
        #[test]
        fn what_opens_no_expression_begins_none(picked in prop::collection::vec(any::<prop::sample::Index>(), 0..12)) {
            let all: Vec<&str> = WORDS.split_whitespace().collect();
            let text = picked.iter().map(|ix| *ix.get(&all)).collect::<Vec<_>>().join(" ");
            let tokens: Vec<Token<'_>> = words(&text).collect();
            let keys = Keys::new(&tokens);
            for language in [Language::French, Language::English] {
                let reader = Reader { text: &text, tokens: &tokens, keys: &keys, language };
                for at in 0..tokens.len() {
                    prop_assert!(may_open(reader.key(at)) || reader.read(at).is_none(), "{} in {text}", reader.key(at));
                }
            }
        }
    }
}
