//! Names of days, months and seasons.

use visavis_corpus::{Day, Language, When};
use visavis_text::fold;

/// The day of the week that `word` names, 0 for Monday.
pub(super) fn weekday(word: &str, language: Language) -> Option<u8> {
    let days: [&str; 7] = match language {
        Language::French => ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        Language::English => ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    };
    days.iter().position(|day| *day == word).map(|at| at as u8)
}

/// The month that `word`, folded, names or shortens, 1–12. Captions are often English in a French page: both languages count.
pub(super) fn month(word: &str) -> Option<u8> {
    const MONTHS: [&[&str]; 12] = [
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

/// The months of a season, in the year in which it begins.
pub(super) fn season(word: &str) -> Option<(u8, u8)> {
    Some(match word {
        "printemps" | "spring" => (3, 6),
        "ete" | "summer" => (6, 9),
        "automne" | "autumn" => (9, 12),
        _ => return None,
    })
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

/// `word` as lists have it.
pub(super) fn key(word: &str) -> String {
    fold(word)
}

/// The same day of the month `months` later; the last of the month where it has no such day.
pub(super) fn months_later(day: Day, months: i32) -> Option<Day> {
    let all = day.year() * 12 + i32::from(day.month()) - 1 + months;
    let (year, month) = (all.div_euclid(12), all.rem_euclid(12) as u8 + 1);
    Day::new(year, month, day.day()).or_else(|| days_of_month(year, month).map(When::last))
}
