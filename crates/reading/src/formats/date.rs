//! The day that a field states, as databases, pages and newspapers write it.

use crate::dates::month;
use visavis_corpus::{Day, When};
use visavis_text::{fold, words};

/// Reads `2016-10-12T08:00:00+02:00`, `20161012`, `12/10/2016`, `mercredi 12 octobre 2016`, `October 12, 2016 Wednesday`,
/// `Wed, 12 Oct 2016 08:00:00 GMT`: the day as it is written, whatever the time zone. A month or a year alone is the interval of its days;
/// `03/04/2016`, which two countries read in two ways, is nothing.
pub(super) fn read(text: &str) -> Option<When> {
    let text = text.trim();
    When::parse(text).or_else(|| iso(text)).or_else(|| european(text)).or_else(|| in_words(text))
}

/// Digits at the start of `text`, as a number, and the rest.
fn number(text: &str, most: usize) -> Option<(i32, usize, &str)> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let digits = (1..=most).contains(&len).then(|| &text[..len])?;
    Some((digits.parse().ok()?, len, &text[len..]))
}

/// A day that begins with its year: `2016-10-12…`, `2016/10/12`, `20161012`, `2016-10`, `2016`.
fn iso(text: &str) -> Option<When> {
    let (year, len, rest) = number(text, 8)?;
    if len == 8 && rest.is_empty() {
        let part = |number: i32| u8::try_from(number % 100).ok();
        return Day::new(year / 10000, part(year / 100)?, part(year)?).map(When::day);
    }
    if len != 4 {
        return None;
    }
    let Some(rest) = rest.strip_prefix(['-', '/', '.']) else { return rest.is_empty().then(|| months(year, 1, 12))? };
    let (month, _, rest) = number(rest, 2)?;
    let month = u8::try_from(month).ok()?;
    let Some(rest) = rest.strip_prefix(['-', '/', '.']) else {
        return rest.is_empty().then(|| months(year, month, month))?;
    };
    let (day, _, rest) = number(rest, 2)?;
    let over = !rest.starts_with(|c: char| c.is_alphanumeric() && !matches!(c, 'T' | 't'));
    over.then(|| Day::new(year, month, u8::try_from(day).ok()?).map(When::day))?
}

/// From the first day of one month to the last of another.
fn months(year: i32, first: u8, last: u8) -> Option<When> {
    let end = if last == 12 { Day::new(year + 1, 1, 1)? } else { Day::new(year, last + 1, 1)? };
    When::between(Day::new(year, first, 1)?, end.plus(-1)?)
}

/// `12/10/2016`, `12.10.2016`: the day first, where nobody could take it for the month.
fn european(text: &str) -> Option<When> {
    let (first, _, rest) = number(text, 2)?;
    let mark = rest.chars().next().filter(|c| matches!(c, '/' | '.' | '-'))?;
    let (second, _, rest) = number(&rest[1..], 2)?;
    let (year, len, rest) = number(rest.strip_prefix(mark)?, 4)?;
    if len != 4 || rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let day = |day: i32, month: i32| Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    match (day(first, second), day(second, first)) {
        (Some(day), None) | (None, Some(day)) => Some(When::day(day)),
        // With stops, no country puts the month first.
        (Some(day), Some(other)) => (mark == '.' || day == other).then(|| When::day(day)),
        (None, None) => None,
    }
}

/// A day with the name of its month: `12 octobre 2016`, `1er mars 2016`, `October 12, 2016`, `octobre 2016`.
fn in_words(text: &str) -> Option<When> {
    let words: Vec<String> = words(text).take(40).map(|word| fold(word.text)).collect();
    let (month_at, month) = words.iter().enumerate().find_map(|(at, word)| Some((at, month(word)?)))?;
    let day = |at: usize| {
        let word = words.get(at)?;
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        digits.parse::<u8>().ok().filter(|day| (1..=31).contains(day))
    };
    let year = |at: usize| words.get(at)?.parse::<i32>().ok().filter(|year| (1000..=9999).contains(year));
    let before = month_at.checked_sub(1).and_then(day);
    let (day, year) = match (before, year(month_at + 1), day(month_at + 1), year(month_at + 2)) {
        (Some(day), Some(year), ..) | (_, None, Some(day), Some(year)) => (day, year),
        (None, Some(year), ..) => return months(year, month, month),
        _ => return None,
    };
    Day::new(year, month, day).map(When::day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_the_sources_write_them() {
        for (text, expected) in [
            ("2016-10-12", "2016-10-12"),
            ("2016-10-12T23:30:00+02:00", "2016-10-12"),
            ("2016-10-12 08:00:00", "2016-10-12"),
            ("2016/10/12", "2016-10-12"),
            ("20161012", "2016-10-12"),
            ("2016-10-11/2016-10-12", "2016-10-11/2016-10-12"),
            ("2016-10", "2016-10-01/2016-10-31"),
            ("2016-12", "2016-12-01/2016-12-31"),
            ("2016", "2016-01-01/2016-12-31"),
            ("13/10/2016", "2016-10-13"),
            ("10/13/2016", "2016-10-13"),
            ("03.04.2016", "2016-04-03"),
            ("mercredi 12 octobre 2016", "2016-10-12"),
            ("Politique, jeudi 1er mars 2012, p. 16", "2012-03-01"),
            ("January 11, 2010 Monday", "2010-01-11"),
            ("12 April 2013 Tuesday", "2013-04-12"),
            ("Wed, 12 Oct 2016 08:00:00 GMT", "2016-10-12"),
            ("août 2016", "2016-08-01/2016-08-31"),
        ] {
            assert_eq!(read(text).map(|when| when.to_string()).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_or_two_is_none() {
        for text in
            ["", "hier", "03/04/2016", "2016-13-01", "20161", "31 février 2016", "12345678901", "2016-10-12abc", "mars"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
