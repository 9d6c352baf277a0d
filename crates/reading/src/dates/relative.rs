//! Words that measure time from the article's own day.

use super::expression::{Meaning, Unit};

/// The unit of time that a folded word names.
pub(super) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "jour" | "jours" | "day" | "days" => Unit::Day,
        "semaine" | "semaines" | "week" | "weeks" => Unit::Week,
        "mois" | "month" | "months" => Unit::Month,
        "an" | "ans" | "annee" | "annees" | "year" | "years" => Unit::Year,
        _ => return None,
    })
}

/// Small numbers in words.
pub(super) const SMALL_NUMBERS: &[(&[&str], i32)] = &[
    (&["un", "une", "a", "one"], 1),
    (&["deux", "two"], 2),
    (&["trois", "three"], 3),
    (&["quatre", "four"], 4),
    (&["cinq", "five"], 5),
    (&["six"], 6),
    (&["sept", "seven"], 7),
    (&["huit", "eight"], 8),
    (&["neuf", "nine"], 9),
    (&["dix", "ten"], 10),
    (&["onze", "eleven"], 11),
    (&["douze", "twelve"], 12),
    (&["quinze", "fifteen"], 15),
    (&["vingt", "twenty"], 20),
    (&["trente", "thirty"], 30),
];

/// A small number in words or digits.
pub(super) fn small_number(word: &str) -> Option<i32> {
    let written = SMALL_NUMBERS.iter().find(|(words, _)| words.contains(&word)).map(|(_, number)| *number);
    written.or_else(|| word.parse().ok().filter(|number| (1..=400).contains(number)))
}

/// Expressions and what they mean, the longer of two that begin alike first.
pub(super) const RELATIVE_FRENCH: &[(&[&str], Meaning)] = &[
    (&["avant", "hier"], Meaning::DayFromNow(-2)),
    (&["apres", "demain"], Meaning::DayFromNow(2)),
    (&["hier"], Meaning::DayFromNow(-1)),
    (&["aujourd'hui"], Meaning::DayFromNow(0)),
    (&["ce", "jour"], Meaning::DayFromNow(0)),
    (&["ce", "matin"], Meaning::DayFromNow(0)),
    (&["ce", "soir"], Meaning::DayFromNow(0)),
    (&["cet", "apres", "midi"], Meaning::DayFromNow(0)),
    (&["demain"], Meaning::DayFromNow(1)),
    (&["cette", "semaine"], Meaning::WeekFromNow(0)),
    (&["la", "semaine", "derniere"], Meaning::WeekFromNow(-1)),
    (&["la", "semaine", "passee"], Meaning::WeekFromNow(-1)),
    (&["la", "semaine", "prochaine"], Meaning::WeekFromNow(1)),
    (&["ce", "week", "end"], Meaning::Weekend),
    (&["le", "week", "end", "dernier"], Meaning::Weekend),
    (&["le", "week", "end", "prochain"], Meaning::Weekend),
    (&["durant", "le", "week", "end"], Meaning::Weekend),
    (&["pendant", "le", "week", "end"], Meaning::Weekend),
    (&["ce", "mois", "ci"], Meaning::MonthFromNow(0)),
    (&["le", "mois", "dernier"], Meaning::MonthFromNow(-1)),
    (&["le", "mois", "prochain"], Meaning::MonthFromNow(1)),
    (&["cette", "annee"], Meaning::YearFromNow(0)),
    (&["l", "an", "dernier"], Meaning::YearFromNow(-1)),
    (&["l", "annee", "derniere"], Meaning::YearFromNow(-1)),
    (&["l", "an", "passe"], Meaning::YearFromNow(-1)),
    (&["l", "annee", "passee"], Meaning::YearFromNow(-1)),
    (&["l", "an", "prochain"], Meaning::YearFromNow(1)),
    (&["l", "annee", "prochaine"], Meaning::YearFromNow(1)),
];

/// The same in English.
pub(super) const RELATIVE_ENGLISH: &[(&[&str], Meaning)] = &[
    (&["yesterday"], Meaning::DayFromNow(-1)),
    (&["today"], Meaning::DayFromNow(0)),
    (&["tonight"], Meaning::DayFromNow(0)),
    (&["tomorrow"], Meaning::DayFromNow(1)),
    (&["this", "week"], Meaning::WeekFromNow(0)),
    (&["last", "week"], Meaning::WeekFromNow(-1)),
    (&["next", "week"], Meaning::WeekFromNow(1)),
    (&["this", "weekend"], Meaning::Weekend),
    (&["last", "weekend"], Meaning::Weekend),
    (&["next", "weekend"], Meaning::Weekend),
    (&["this", "month"], Meaning::MonthFromNow(0)),
    (&["last", "month"], Meaning::MonthFromNow(-1)),
    (&["next", "month"], Meaning::MonthFromNow(1)),
    (&["this", "year"], Meaning::YearFromNow(0)),
    (&["last", "year"], Meaning::YearFromNow(-1)),
    (&["next", "year"], Meaning::YearFromNow(1)),
];
