//! Time measured from the article's own day: `hier`, `il y a un an`, `dans deux jours`, `ces trois derniers mois`.

use super::expression::{Meaning, Read, Reader, Unit};
use super::relative::{RELATIVE_ENGLISH, RELATIVE_FRENCH, unit};
use crate::figures::{Numeral, Sum, numeral};
use visavis_corpus::Language;

/// Words that say that a count is a rough one.
#[rustfmt::skip]
const ABOUT: [&str; 20] = [
    "environ", "pres", "de", "d", "plus", "moins", "a", "peine", "tout", "juste", "deja", "maintenant", "exactement", "quelque",
    "presque", "bientot", "about", "almost", "nearly", "just",
];
/// Counts of days, months or centuries that a calendar reaches.
const COUNTED: std::ops::RangeInclusive<i32> = 1..=400;
/// Words for a count that nothing determines.
const SOME: [&str; 8] = ["quelques", "plusieurs", "des", "few", "several", "couple", "some", "many"];

impl Reader<'_> {
    /// What is measured from the article's day and begins at `at`.
    pub(super) fn distance(&self, at: usize) -> Read {
        self.ago(at).or_else(|| self.last_units(at)).or_else(|| self.vague(at))
    }

    /// A count in words or digits, and past it: `deux`, `vingt-cinq`, `30`, `une dizaine d'`.
    pub(super) fn count(&self, at: usize) -> Option<(i32, usize)> {
        if let Some(number) = self.number(at, 1..=3).filter(|number| COUNTED.contains(number)) {
            return Some((number, at + 1));
        }
        let (mut sum, mut end) = (Sum::default(), at);
        loop {
            let linked = end > at && matches!(self.key(end), "et" | "and") && self.joins(end) && self.joins(end + 1);
            let next = end + usize::from(linked);
            let numeral = numeral(self.key(next), self.language).filter(|_| end == at || self.joins(end));
            match numeral {
                Some(Numeral::About(n)) => {
                    let all = i32::try_from(sum.value().max(1).checked_mul(n)?).ok();
                    let all = all.filter(|count| COUNTED.contains(count))?;
                    return Some((all, self.past(next + 1, &["de", "d", "of"])));
                }
                Some(numeral) => match sum.then(numeral) {
                    Some(more) => (sum, end) = (more, next + 1),
                    None => break,
                },
                None => break,
            }
        }
        if sum.taken == 0 && self.language == Language::English && matches!(self.key(at), "a" | "an") {
            return Some((1, at + 1));
        }
        let count = i32::try_from(sum.value()).ok().filter(|count| COUNTED.contains(count))?;
        (sum.taken > 0).then_some((count, end))
    }

    /// A count of units at `at`, with a half that may follow, and past it: `un an et demi`.
    fn units(&self, at: usize) -> Option<(i32, Unit, usize)> {
        let (count, named) = self.count(at)?;
        if matches!(self.key(named), "fortnight" | "fortnights") && self.joins(named) {
            return Some((count * 2, Unit::Week, named + 1));
        }
        let unit = unit(self.key(named)).filter(|_| self.joins(named))?;
        let half = self.phrase(named + 1, &["et", "demi"]) || self.phrase(named + 1, &["et", "demie"]);
        match unit {
            Unit::Year if half && self.joins(named + 1) => Some((count * 12 + 6, Unit::Month, named + 3)),
            _ => Some((count, unit, named + 1)),
        }
    }

    /// `hier`, `cette semaine`, `l'an dernier`, `le mois prochain`, `ce week-end`.
    pub(super) fn relative(&self, at: usize) -> Read {
        let rows: &[(&[&str], Meaning)] = match self.language {
            Language::French => RELATIVE_FRENCH,
            Language::English => RELATIVE_ENGLISH,
        };
        let said = rows.iter().find(|(words, _)| self.phrase(at, words));
        said.map(|(words, meaning)| (*meaning, at, at + words.len()))
    }

    /// `il y a un an`, `depuis trois semaines`, `dans deux jours`, `two weeks ago`, `in two days' time`.
    fn ago(&self, at: usize) -> Read {
        let (back, first) = match (self.language, self.key(at)) {
            (Language::French, "il") if self.phrase(at, &["il", "y", "a"]) => (1, at + 3),
            (Language::French, "depuis" | "voila" | "voici") => (1, at + 1),
            (Language::French, "dans" | "ici") | (Language::English, "in") => (-1, at + 1),
            (Language::English, _) => (1, at),
            _ => return None,
        };
        let told = self.language == Language::French;
        if told && !self.joins(first) {
            return None;
        }
        let about = if self.phrase(first, &["un", "peu"]) { first + 2 } else { first };
        let about = if told || back < 0 { self.past(about, &ABOUT) } else { about };
        let vague = if self.key(about) == "a" { about + 1 } else { about };
        if SOME.contains(&self.key(vague)) {
            let named = self.past(vague + 1, &["of", "dizaines", "centaines", "milliers", "de", "d"]);
            unit(self.key(named)).filter(|_| self.joins(named))?;
            return (told || self.key(named + 1) == "ago")
                .then(|| (Meaning::Vague, at, named + 1 + usize::from(!told)));
        }
        // `in a week's time`: the article, which was passed over as a part of `à peine`, is the count.
        let (count, unit, end) =
            self.units(about).or_else(|| self.units(about.checked_sub(1).filter(|one| *one >= first)?))?;
        let count = count * back;
        let meaning = Meaning::Ago { count, unit };
        if told {
            return Some((meaning, at, end));
        }
        match self.key(end) {
            "ago" if back > 0 && self.joins(end) => Some((meaning, at, end + 1)),
            "time" if back < 0 => Some((meaning, at, end + 1)),
            "s" if back < 0 && self.key(end + 1) == "time" => Some((meaning, at, end + 2)),
            "from" if back > 0 && self.key(end + 1) == "now" => {
                Some((Meaning::Ago { count: -count, unit }, at, end + 2))
            }
            _ => None,
        }
    }

    /// `ces trois derniers mois`, `les deux prochaines années`, `the past three months`, `the past year`.
    fn last_units(&self, at: usize) -> Read {
        let back = |word: &str| match word {
            "derniers" | "dernieres" | "past" | "last" | "previous" => Some(1),
            "prochains" | "prochaines" | "next" | "coming" => Some(-1),
            _ => None,
        };
        let led = matches!(self.key(at), "ces" | "les" | "des" | "aux" | "the" | "over" | "these");
        let start = at + usize::from(led);
        if let Some((count, which)) = self.count(start).filter(|_| self.language == Language::French) {
            let back = back(self.key(which)).filter(|_| self.joins(which))?;
            let unit = unit(self.key(which + 1)).filter(|_| self.joins(which + 1))?;
            return Some((Meaning::Last { count: count * back, unit }, at, which + 2));
        }
        let back = back(self.key(start))?;
        let counted = self.units(start + 1).filter(|_| self.joins(start + 1));
        // `the past year`, but `last year` is a year of the calendar.
        let single = || {
            let unit = unit(self.key(start + 1))
                .filter(|_| self.key(start) == "past" && !self.key(start + 1).ends_with('s'))?;
            Some((1, unit, start + 2))
        };
        let (count, unit, end) = counted.or_else(single)?;
        Some((Meaning::Last { count: count * back, unit }, at, end))
    }

    /// `ces derniers jours`, `dans les prochaines semaines`, `recent weeks`: spoken of and not determined.
    fn vague(&self, at: usize) -> Read {
        let which = |word: &str| {
            matches!(
                word,
                "derniers" | "dernieres" | "prochains" | "prochaines" | "last" | "next" | "coming" | "recent" | "past"
            )
        };
        let led = usize::from(matches!(self.key(at), "ces" | "les" | "des" | "aux" | "the" | "these"));
        let few = self.past(at + led + 1, &["quelques", "few", "several", "couple", "of"]);
        let some = self.past(at + led, &["quelques"]);
        let (told, named) = if which(self.key(some)) { (some, few.max(some + 1)) } else { (at + led, few) };
        let time = |word: &str| unit(word).is_some() && (word.ends_with('s')) || word == "temps";
        let fits =
            which(self.key(told)) && time(self.key(named)) && self.joins(named) && (led == 0 || self.joins(at + 1));
        fits.then_some((Meaning::Vague, at, named + 1))
    }
}
