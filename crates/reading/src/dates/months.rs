//! Months, seasons, quarters, parts of a year, and from one month to another.

use super::calendar::{days_of_month, is_whole_month, season};
use super::expression::{Meaning, Read, Reader, Year};
use visavis_corpus::{Day, Language};

/// Words after which a month without a year is one.
#[rustfmt::skip]
const BEFORE_A_MONTH: [&str; 21] = [
    "en", "depuis", "in", "since", "a", "de", "d", "mois", "ici", "by", "until", "last", "next", "des", "courant", "jusqu", "avant",
    "apres", "this", "before", "after",
];

impl Reader<'_> {
    /// The month or months that begin at `at`.
    pub(super) fn months(&self, at: usize) -> Read {
        // `salle du 8-Mai-1945`: what is left of an address.
        if self.is_dashed(at) && self.is_capital(at) && self.key(at.wrapping_sub(1)).bytes().all(|b| b.is_ascii_digit())
        {
            return None;
        }
        self.month_range(at)
            .or_else(|| self.one_month(at))
            .or_else(|| self.season(at))
            .or_else(|| self.quarter(at))
            .or_else(|| self.part_of(at))
    }

    /// Which third or part of a year the word at `at` speaks of, and past it: `début`, `mi-`, `à la fin du`.
    fn third(&self, at: usize) -> (u8, usize) {
        let third = match self.key(at) {
            "debut" | "early" | "beginning" | "start" => 1,
            "mi" | "mid" | "milieu" | "middle" => 2,
            "fin" | "late" | "end" => 3,
            _ => return (0, at),
        };
        (third, self.past(at + 1, &["du", "de", "d", "mois", "l", "la", "le", "of", "the", "in"]))
    }

    /// The year said after a month or a season, and past it: `2016`, `de l'an dernier`, `last year`, `of this year`.
    pub(super) fn year_after(&self, at: usize) -> (Year, usize) {
        let next = self.past(at, &["de", "l", "of"]);
        if let Some(year) = self.old_year(next).filter(|_| self.joins(next)) {
            return (Year::Given(year), next + 1);
        }
        let said: [(&[&str], i32); 9] = [
            (&["cette", "annee"], 0),
            (&["an", "dernier"], -1),
            (&["an", "prochain"], 1),
            (&["annee", "derniere"], -1),
            (&["annee", "prochaine"], 1),
            (&["this", "year"], 0),
            (&["last", "year"], -1),
            (&["next", "year"], 1),
            (&["the", "year"], 0),
        ];
        let found = said.iter().find(|(words, _)| self.joins(next) && self.phrase(next, words));
        found.map_or((Year::Unsaid, at), |(words, years)| (Year::FromNow(*years), next + words.len()))
    }

    /// Past `dernier`, `prochain` or the like at `at`.
    fn past_which(&self, at: usize) -> usize {
        self.past(at, &["dernier", "derniere", "prochain", "prochaine", "passe", "passee"])
    }

    /// How many from the article's own the word before `end` says: -1 for `dernier`, 1 for `prochain`, else 0.
    fn which_from_now(&self, end: usize) -> i32 {
        match self.key(end - 1) {
            "dernier" | "derniere" | "passe" | "passee" => -1,
            "prochain" | "prochaine" => 1,
            _ => 0,
        }
    }

    /// The year that `dernier` or `prochain` up to `end`, or `last` or `next` before `first`, says.
    fn year_by_which(&self, first: usize, end: usize) -> Year {
        match (self.before(first), self.key(end - 1)) {
            ("last", _) | (_, "dernier" | "passe" | "last") => Year::Last,
            ("next", _) | (_, "prochain") => Year::Next,
            _ => Year::Unsaid,
        }
    }

    /// `octobre 2016`, `en mars`, `fin octobre`, `mi-mars 2015`, `March last year`.
    fn one_month(&self, at: usize) -> Read {
        let (third, named) = self.third(at);
        let month = self.month(named).filter(|_| third == 0 || self.joins(named))?;
        if !is_whole_month(self.key(named), self.language) {
            return None;
        }
        let (year, end) = self.year_after(named + 1);
        if year != Year::Unsaid {
            return Some((Meaning::Month { year, month, third }, at, end));
        }
        let led = third > 0 || BEFORE_A_MONTH.contains(&self.before(at));
        let end = self.past(named + 1, &["dernier", "prochain", "last"]);
        let capital = self.language == Language::French || self.is_capital(named);
        // `mars` is a planet, `mai` and `may` are words.
        let planet = self.language == Language::French && self.is_capital(named);
        let year = self.year_by_which(at, end);
        (capital && !planet && (led || end > named + 1)).then_some((Meaning::Month { year, month, third }, at, end))
    }

    /// `de mars à juin`, `entre mars et juin 2016`, `janvier-février`, `from March 2015 to June 2016`.
    fn month_range(&self, at: usize) -> Read {
        let whole = |at: usize| self.month(at).filter(|_| is_whole_month(self.key(at), self.language));
        let first = whole(at)?;
        let (from_year, link) = self.year_after(at + 1);
        let before = self.before(at);
        let dashed = self.is_dashed(link) && whole(link).is_some();
        let fits = match self.key(link) {
            _ if dashed => true,
            "a" => matches!(before, "de" | "d"),
            "au" | "to" | "through" | "until" => true,
            "et" => matches!(before, "entre" | "en"),
            "and" => matches!(before, "between" | "in"),
            _ => false,
        };
        let second = link + usize::from(!dashed);
        let last = whole(second).filter(|_| fits && self.joins(link) && self.joins(second))?;
        // `en mars et juin` are two.
        if matches!(before, "en" | "in") && !dashed && last != first % 12 + 1 {
            return None;
        }
        let (year, end) = self.year_after(second + 1);
        let wraps = i32::from(last < first);
        let year = match (from_year, year) {
            (Year::Given(first_year), Year::Given(last_year)) => {
                let days = (Day::new(first_year, first, 1)?, days_of_month(last_year, last)?.last());
                return (days.0 < days.1).then_some((Meaning::Days(days.0, days.1), at, end));
            }
            (Year::Unsaid, Year::Given(last_year)) => Year::Given(last_year - wraps),
            (Year::Unsaid, year) | (year, _) => year,
        };
        Some((Meaning::Months { year, first, last }, at, end))
    }

    /// `l'été 2015`, `au printemps`, `cet hiver`, `l'automne dernier`, `last summer`, `the spring of 2016`.
    fn season(&self, at: usize) -> Read {
        let (first, last) = season(self.key(at), self.language)?;
        let winter = last < first;
        let (year, end) = self.year_after(at + 1);
        match year {
            // `l'hiver 2015` can be two.
            Year::Given(given) if winter => {
                let pair = self.years_joined(at + 1).map(|(_, _, end)| end);
                let meaning =
                    if pair.is_some() { Meaning::Months { year, first, last } } else { Meaning::Years(given, given) };
                return Some((meaning, at, pair.unwrap_or(end)));
            }
            Year::Unsaid => {}
            _ => return Some((Meaning::Months { year, first, last }, at, end)),
        }
        if let Some((Meaning::Years(given, _), _, end)) = self.years_joined(at + 1).filter(|_| self.joins(at + 1)) {
            return Some((Meaning::Months { year: Year::Given(given), first, last }, at, end));
        }
        let end = self.past_which(at + 1);
        let before = self.before(at);
        let meaning = |year| Some((Meaning::Months { year, first, last }, at, end));
        match before {
            "cet" | "ce" | "this" => meaning(Year::FromNow(0)),
            _ if self.year_by_which(at, end) != Year::Unsaid => meaning(self.year_by_which(at, end)),
            "au" | "in" | "since" => meaning(Year::Unsaid).filter(|_| self.key(at + 1) != "arabe"),
            "l" => {
                let led = ["a", "des", "depuis", "durant", "pendant", "avant", "apres", "ici", "de"];
                meaning(Year::Unsaid).filter(|_| led.contains(&self.before(at - 1)))
            }
            "the" => meaning(Year::Unsaid)
                .filter(|_| ["in", "by", "since", "over", "during", "until", "of"].contains(&self.before(at - 1))),
            "d" => meaning(Year::Unsaid).filter(|_| self.third(at.saturating_sub(2)).0 > 0),
            _ => None,
        }
    }

    /// `au premier trimestre 2016`, `le second semestre`, `the third quarter of 2016`.
    fn quarter(&self, at: usize) -> Read {
        let which = match self.key(at) {
            "premier" | "1er" | "first" => 1,
            "deuxieme" | "second" | "2e" | "2eme" => 2,
            "troisieme" | "third" | "3e" | "3eme" => 3,
            "quatrieme" | "fourth" | "4e" | "4eme" => 4,
            _ => return None,
        };
        let months = match self.key(at + 1) {
            "trimestre" | "quarter" => 3,
            "semestre" | "half" if which <= 2 => 6,
            _ => return None,
        };
        let (year, end) = self.year_after(at + 2);
        // The first half of a match is none.
        let counts = year != Year::Unsaid || self.language == Language::French;
        let last = which * months;
        (self.joins(at + 1) && counts).then_some((Meaning::Months { year, first: last - months + 1, last }, at, end))
    }

    /// `à la fin de l'année`, `début 2016`, `fin du mois`, `late last year`, `later this month`.
    fn part_of(&self, at: usize) -> Read {
        let (third, named) = match self.key(at) {
            "later" | "earlier" => (0, at + 1),
            _ => self.third(at),
        };
        let (first, last) = match third {
            1 => (1, 4),
            2 => (5, 8),
            3 => (9, 12),
            _ => return None,
        };
        if third > 0 && self.key(named - 1) == "mois" {
            let end = self.past_which(named);
            return Some((Meaning::MonthFromNow { months: self.which_from_now(end), third }, at, end));
        }
        if !self.joins(named) {
            return None;
        }
        let months = |year, end| Some((Meaning::Months { year, first, last }, at, end));
        let (year, end) = self.year_after(named);
        if year != Year::Unsaid {
            return months(year, end);
        }
        let (year, end) = self.year_after(named.saturating_sub(1));
        if year != Year::Unsaid && self.key(named - 1) == "the" {
            return months(year, end);
        }
        let end = self.past_which(named + 1);
        let from_now = self.which_from_now(end);
        match self.key(named) {
            "annee" | "an" => match self.year(named + 1).filter(|_| self.joins(named + 1)) {
                Some(year) => months(Year::Given(year), named + 2),
                None => months(Year::FromNow(from_now), end),
            },
            "month" => Some((Meaning::MonthFromNow { months: 0, third }, at, named + 1)),
            "semaine" | "week" => Some((Meaning::WeekFromNow(from_now), at, end)),
            _ => None,
        }
    }
}
