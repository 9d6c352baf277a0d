//! Days and intervals of days, without a clock and without a time zone.

use serde::{Deserialize, Serialize};
use std::fmt;
use time::{Date, Month, Weekday};

/// A day of the Gregorian calendar, years 1–9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The day `year-month-day`, or `None` where the calendar has no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = Month::try_from(month).ok()?;
        (1..=9999).contains(&year).then(|| Date::from_calendar_date(year, month, day).ok().map(Self))?
    }

    /// Reads `2016-10-12`.
    pub fn parse(iso: &str) -> Option<Self> {
        let mut parts = iso.splitn(3, '-');
        let mut part = |len: usize| parts.next().filter(|p| p.len() == len && p.bytes().all(|b| b.is_ascii_digit()));
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Year.
    pub const fn year(self) -> i32 {
        self.0.year()
    }

    /// Month, 1–12.
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// Day of the month, 1–31.
    pub const fn day(self) -> u8 {
        self.0.day()
    }

    /// Day of the week, 0 for Monday.
    pub const fn weekday(self) -> u8 {
        match self.0.weekday() {
            Weekday::Monday => 0,
            Weekday::Tuesday => 1,
            Weekday::Wednesday => 2,
            Weekday::Thursday => 3,
            Weekday::Friday => 4,
            Weekday::Saturday => 5,
            Weekday::Sunday => 6,
        }
    }

    /// Days since an arbitrary fixed day: differences count days.
    pub const fn number(self) -> i32 {
        self.0.to_julian_day()
    }

    /// The day `days` later (earlier where negative); `None` outside the years 1–9999.
    pub fn plus(self, days: i32) -> Option<Self> {
        Self::from_number(self.number().checked_add(days)?)
    }

    fn from_number(number: i32) -> Option<Self> {
        let date = Date::from_julian_day(number).ok()?;
        (1..=9999).contains(&date.year()).then_some(Self(date))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.number().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_number(i32::deserialize(deserializer)?)
            .ok_or_else(|| serde::de::Error::custom("a day outside the calendar"))
    }
}

/// A day, or an interval that contains it: what the clues allow, and no more.
///
/// Invariant: `first <= last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct When {
    first: Day,
    last: Day,
}

impl When {
    /// One day.
    pub const fn day(day: Day) -> Self {
        Self { first: day, last: day }
    }

    /// From `first` to `last`, both included; `None` where they are reversed.
    pub fn between(first: Day, last: Day) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// Reads `2016-10-12` or `2016-10-11/2016-10-12`.
    pub fn parse(iso: &str) -> Option<Self> {
        match iso.split_once('/') {
            Some((first, last)) => Self::between(Day::parse(first)?, Day::parse(last)?),
            None => Day::parse(iso).map(Self::day),
        }
    }

    /// First day.
    pub const fn first(self) -> Day {
        self.first
    }

    /// Last day.
    pub const fn last(self) -> Day {
        self.last
    }

    /// Whether it is a single day.
    pub fn is_day(self) -> bool {
        self.first == self.last
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_day() { self.first.fmt(f) } else { write!(f, "{}/{}", self.first, self.last) }
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (first, last) = <(Day, Day)>::deserialize(deserializer)?;
        Self::between(first, last).ok_or_else(|| serde::de::Error::custom("an interval that ends before it starts"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_days_are_read_and_written() {
        assert_eq!(Day::parse("2016-10-12").map(|d| d.to_string()).as_deref(), Some("2016-10-12"));
        for bad in ["2016-02-30", "2016-1-2", "2016-13-01", "16-10-12", "2016-10-12T00", "", "+016-10-12"] {
            assert_eq!(Day::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn weekdays_are_counted_from_monday() {
        // 12 October 2016 was a Wednesday.
        assert_eq!(Day::new(2016, 10, 12).map(Day::weekday), Some(2));
    }

    #[test]
    fn an_interval_does_not_end_before_it_starts() {
        assert_eq!(When::parse("2016-10-12/2016-10-11"), None);
        assert_eq!(
            When::parse("2016-10-11/2016-10-12").map(|w| w.to_string()).as_deref(),
            Some("2016-10-11/2016-10-12")
        );
    }
}
