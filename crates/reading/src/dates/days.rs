//! Days by their number or their name, alone and from one to another.

use super::calendar::FEASTS;
use super::expression::{Meaning, Read, Reader, Year};
use visavis_corpus::{Day, Language};

/// As much of a day as is written in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    weekday: Option<u8>,
    day: u8,
    month: Option<u8>,
    year: Option<i32>,
    /// Whether the month stands before the day: `October 3`.
    month_first: bool,
    /// One past its last word.
    end: usize,
}

impl Reader<'_> {
    /// The day or days that begin at `at`.
    pub(super) fn days(&self, at: usize) -> Read {
        if self.is_address(at) {
            return None;
        }
        self.numeric(at)
            .or_else(|| self.range(at))
            .or_else(|| self.night(at))
            .or_else(|| self.feast(at))
            .or_else(|| self.one_day(at))
            .or_else(|| self.weekday_alone(at))
    }

    /// `rue du 4-Septembre`, `14 March Road`: a street that is called by a day.
    fn is_address(&self, at: usize) -> bool {
        #[rustfmt::skip]
const STREETS: [&str; 18] = [
            "rue", "place", "avenue", "boulevard", "square", "pont", "station", "quai", "lycee", "hopital", "stade", "ecole", "metro",
            "salle", "college", "impasse", "cours", "passage",
        ];
        let french = matches!(self.before(at), "du" | "de") && STREETS.contains(&self.before(at - 1))
            || self.key(at) == "du" && STREETS.contains(&self.before(at));
        let road =
            |at: usize| matches!(self.key(at), "road" | "street" | "avenue" | "lane" | "square") && self.is_capital(at);
        french || road(at + 2) && self.joins(at + 2) && self.month(at + 1).is_some()
    }

    /// A day of the month: `15`, `1er`, `9th`.
    fn day(&self, at: usize) -> Option<u8> {
        let word = self.key(at);
        let bare = ["er", "st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        let day = (bare.len() <= 2 && !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit()))
            .then(|| bare.parse().ok())??;
        (1..=31).contains(&day).then_some(day)
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

    /// What is written of a day at `at`: `3`, `lundi 3`, `3 octobre 2016`, `Saturday, October 15`, `the 15th of October`.
    fn part(&self, at: usize) -> Option<Part> {
        let weekday = self.weekday(at);
        let named = at + usize::from(weekday.is_some());
        let comma = weekday.is_some() && self.gap(named).trim() == ",";
        if weekday.is_some() && !comma && !self.joins(named) {
            return None;
        }
        let start = if weekday.is_some() { self.past(named, &["le", "the"]) } else { named };
        if let Some(month) = self.month(start).filter(|_| self.is_capital(start))
            && (self.joins(start + 1) || self.gap(start + 1) == ". ")
            && let Some(day) = self.day(start + 1)
        {
            return Some(self.dated(Part {
                weekday,
                day,
                month: Some(month),
                year: None,
                month_first: true,
                end: start + 2,
            }));
        }
        let day = self.day(start)?;
        let month_at = self.past(start + 1, &["of"]);
        let month = self.month(month_at).filter(|_| self.joins(month_at));
        let end = if month.is_some() { month_at + 1 } else { start + 1 };
        let part = Part { weekday, day, month, year: None, month_first: false, end };
        Some(if month.is_some() { self.dated(part) } else { part })
    }

    /// With the year that may follow.
    fn dated(&self, part: Part) -> Part {
        let apart = matches!(self.gap(part.end).trim(), "" | "," | ".");
        match self.old_year(part.end).filter(|_| apart) {
            Some(year) => Part { year: Some(year), end: part.end + 1, ..part },
            None => part,
        }
    }

    /// `du 3 au 5 mars 2016`, `les 3 et 4 mars`, `entre le 3 et le 7`, `du lundi 3 au vendredi 7 octobre`, `October 3-7`.
    fn range(&self, at: usize) -> Read {
        let opener = match self.key(at) {
            opener @ ("du" | "les" | "entre" | "from" | "between") if self.joins(at + 1) => opener,
            _ => "",
        };
        let first = if opener.is_empty() { at } else { self.past(at + 1, &["le", "the"]) };
        let from = self.part(first)?;
        if opener == "les"
            && from.month.is_none()
            && let Some(listed) = self.list(first, from)
        {
            return Some(listed);
        }
        // `16:11 - 18 juin` is an hour and a day.
        if self.is_dashed(from.end) && self.gap(first).ends_with([':', 'h']) {
            return None;
        }
        let second = self.link(from.end, opener)?;
        let to = self.part(second)?;
        let together = to.day == from.day + 1;
        match (opener, self.key(from.end)) {
            // `les 3 et 7 octobre` are two days, of which the first has its month from the second.
            ("les", "et") | ("", "and") if !together => {
                let month = from.month.or(to.month)?;
                return Some((Meaning::DayOfMonth { day: from.day, month, weekday: from.weekday }, first, from.end));
            }
            _ => {}
        }
        spanned(from, to).map(|meaning| (meaning, first, to.end))
    }

    /// The first word after what links two ends of a range, where the link at `at` fits the opener.
    fn link(&self, at: usize, opener: &str) -> Option<usize> {
        if self.is_dashed(at) && self.tokens[at].text.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase()) {
            return Some(at);
        }
        let fits = match self.key(at) {
            "au" | "to" | "until" | "through" => true,
            "et" => matches!(opener, "entre" | "les"),
            "and" => opener != "from",
            "jusqu" => self.key(at + 1) == "au",
            _ => false,
        };
        let next = at + 1 + usize::from(self.key(at) == "jusqu");
        (fits && self.joins(at) && self.joins(next)).then(|| self.past(next, &["le", "the"]))
    }

    /// `3, 4 et 5 octobre`: days that follow one another.
    fn list(&self, first: usize, from: Part) -> Read {
        let (mut at, mut day) = (from.end, from.day);
        while self.gap(at).trim() == "," && self.day(at) == Some(day + 1) {
            (at, day) = (at + 1, day + 1);
        }
        let last = self.part(at + 1).filter(|last| last.day == day + 1 && last.month.is_some())?;
        let linked = day > from.day && matches!(self.key(at), "et" | "and") && self.joins(at) && self.joins(at + 1);
        linked.then(|| spanned(from, last).map(|meaning| (meaning, first, last.end)))?
    }

    /// `nuit de mardi à mercredi`.
    fn night(&self, at: usize) -> Read {
        let opens = self.key(at) == "nuit" && matches!(self.key(at + 1), "de" | "du");
        let (from, to) = (self.weekday(at + 2).filter(|_| opens)?, self.weekday(at + 4)?);
        let linked = matches!(self.key(at + 3), "a" | "au") && (from + 1) % 7 == to && self.day(at + 5).is_none();
        linked.then_some((Meaning::NightTo(to), at + 2, at + 5))
    }

    /// `15 octobre`, `samedi 15`, `samedi 15 octobre 2016`, `Saturday, October 15`, `9 December 2016`.
    fn one_day(&self, at: usize) -> Read {
        let part = self.part(at)?;
        let Some(month) = part.month else {
            let weekday = part.weekday?;
            // `Friday, 20 people`
            let joined = self.joins(part.end - 1);
            return joined.then_some((Meaning::Dated { day: part.day, weekday }, at, part.end));
        };
        if let Some(year) = part.year {
            return Some((Meaning::Day(Day::new(year, month, part.day)?), at, part.end));
        }
        // A day of history that is called by its name.
        if (month, part.day) == (9, 11) && self.is_dashed(part.end - 1) && self.is_capital(part.end - 1) {
            return Some((Meaning::Day(Day::new(2001, 9, 11)?), at, part.end));
        }
        // 29 February exists in some years.
        Day::new(2000, month, part.day)?;
        let end = if self.joins(part.end) && matches!(self.key(part.end), "dernier" | "prochain") {
            part.end + 1
        } else {
            part.end
        };
        Some((Meaning::DayOfMonth { day: part.day, month, weekday: part.weekday }, at, end))
    }

    /// `samedi`, `lundi soir`, `vendredi dernier`.
    fn weekday_alone(&self, at: usize) -> Read {
        // `chaque samedi` is no day.
        let each = matches!(self.before(at), "chaque" | "every" | "each");
        let weekday = self.weekday(at).filter(|_| !each && !self.is_called_by_weekday(at))?;
        if let Some(later) = self.weeks_later(at, weekday) {
            return Some(later);
        }
        let after = ["dernier", "prochain", "matin", "soir", "midi", "morning", "afternoon", "evening", "night"];
        let end = at + 1 + usize::from(self.joins(at + 1) && after.contains(&self.key(at + 1)));
        Some((Meaning::Weekday(weekday), at, end))
    }

    /// `samedi en huit`, `Saturday week`, `jeudi prochain`, `a week from Thursday`: not simply the next one.
    fn weeks_later(&self, at: usize, weekday: u8) -> Read {
        let (weeks, least, end) = if self.phrase(at + 1, &["en", "huit"]) {
            (1, 1, at + 3)
        } else if self.phrase(at + 1, &["en", "quinze"]) {
            (2, 1, at + 3)
        } else if self.key(at + 1) == "week" && self.joins(at + 1) {
            (1, 1, at + 2)
        } else if self.before(at) == "from" && self.before(at - 1) == "week" {
            (1, 1, at + 1)
        } else if self.key(at + 1) == "prochain" && self.joins(at + 1) {
            // One would say `jeudi` of the day after tomorrow.
            (0, 3, at + 2)
        } else if self.before(at) == "next" {
            (0, 3, at + 1)
        } else {
            return None;
        };
        Some((Meaning::WeekdayLater { weekday, weeks, least }, at, end))
    }

    /// `Black Friday`, `Mardi gras`, `Saturday Night Fever`: a name, and no day of this week.
    fn is_called_by_weekday(&self, at: usize) -> bool {
        const BEFORE: [&str; 8] = ["ash", "black", "super", "bloody", "palm", "cyber", "giving", "sheffield"];
        let before = BEFORE.contains(&self.before(at)) && self.is_capital(at.saturating_sub(1));
        // `Anne-Lise Dimanche`, `Le Jeudi`: French days are written small.
        let french = self.language == Language::French;
        let name = french && self.is_capital(at) && self.joins(at) && self.is_capital(at - 1);
        // `« Vendredi », une huile`
        let title =
            self.gap(at).trim_end().ends_with(['«', '“']) && self.gap(at + 1).trim_start().starts_with(['»', '”']);
        let part = matches!(self.key(at + 1), "night" | "morning" | "live") && self.is_capital(at + 1);
        let after = self.joins(at + 1) && (part || self.key(at + 1) == "noir")
            || self.phrase(at + 1, &["des", "cendres"])
            || self.phrase(at + 1, &["des", "rameaux"]);
        before || name || title || after
    }

    /// `à Noël`, `le lundi de Pâques`, `before Christmas`: what is a day only beside a word of time.
    fn feast(&self, at: usize) -> Read {
        #[rustfmt::skip]
const LED: [&str; 17] = [
            "a", "avant", "apres", "depuis", "ici", "de", "le", "la", "l", "before", "after", "since", "by", "at", "on", "until",
            "for",
        ];
        let (words, feast) = FEASTS.iter().find(|(words, _)| self.phrase(at, words))?;
        let before = self.before(at);
        // `marché de Noël`, `l'Ascension du col`
        let own = before != "de" || ["soir", "jour", "lendemain", "veille"].contains(&self.before(at - 1));
        let named = words.len() > 1 || self.is_capital(at) && !matches!(self.key(at + 1), "du" | "de" | "des");
        let said = words.len() > 1 || LED.contains(&before);
        let end = at + words.len();
        match self.year_after(end) {
            (Year::Given(year), end) if own && named => Some((Meaning::Day(feast.in_year(year)?), at, end)),
            _ => (said && own && named).then_some((Meaning::Feast(*feast), at, end)),
        }
    }
}

/// From one day to another, of which each gives the other what is not written twice.
fn spanned(from: Part, to: Part) -> Option<Meaning> {
    // `3 octobre au 7` does not say of what; `October 3 to 7` does.
    let end_month = to.month.or(from.month.filter(|_| from.month_first))?;
    let (start, end) = ((from.month.unwrap_or(end_month), from.day), (end_month, to.day));
    let years = match (from.year, to.year) {
        (None, None) => {
            let exist = [start, end].iter().all(|(month, day)| Day::new(2000, *month, *day).is_some());
            return exist.then_some(Meaning::DaysOfMonths { from: start, to: end });
        }
        (Some(first), Some(last)) => (first, last),
        (None, Some(last)) => (last - i32::from(start > end), last),
        (Some(first), None) => (first, first + i32::from(start > end)),
    };
    let days = (Day::new(years.0, start.0, start.1)?, Day::new(years.1, end.0, end.1)?);
    (days.0 <= days.1).then_some(Meaning::Days(days.0, days.1))
}
