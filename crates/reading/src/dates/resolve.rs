//! Days that an expression means, seen from the day of the article.

use super::{
    calendar::{days_of_month, days_of_year, months_later},
    expression::{Expression, Meaning, Side, Unit, Year},
};
use visavis_corpus::{Day, When};

/// How much nearer one year has to be than another for a day without a year, in days.
const CLEARLY: i32 = 60;

/// The days that `expression` means in an article of `article`; `None` where the text does not determine them.
///
/// Where the article's own day is one of several, what holds for all of them is given: the span from the first to the last.
/// `dated` are the days whose weekday the article names with them.
pub(super) fn resolve(expression: &Expression, article: Option<When>, dated: &[Day]) -> Option<When> {
    if let Some(when) = absolute(expression.meaning) {
        return Some(when);
    }
    let article = article?;
    let first = from(expression, article.first(), dated)?;
    let last = if article.is_day() { first } else { from(expression, article.last(), dated)? };
    When::between(first.first().min(last.first()), last.last().max(first.last()))
}

/// What needs no article.
pub(super) fn absolute(meaning: Meaning) -> Option<When> {
    match meaning {
        Meaning::Day(day) => Some(When::day(day)),
        Meaning::Days(first, last) => When::between(first, last),
        Meaning::Month { year: Year::Given(year), month, third } => part_of_month(year, month, third),
        Meaning::Months { year: Year::Given(year), first, last } => months(year, first, last),
        Meaning::Years(first, last) => When::between(days_of_year(first)?.first(), days_of_year(last)?.last()),
        _ => None,
    }
}

fn part_of_month(year: i32, month: u8, third: u8) -> Option<When> {
    let whole = days_of_month(year, month)?;
    match third {
        1 => When::between(whole.first(), Day::new(year, month, 10)?),
        2 => When::between(Day::new(year, month, 11)?, Day::new(year, month, 20)?),
        3 => When::between(Day::new(year, month, 21)?, whole.last()),
        _ => Some(whole),
    }
}

/// From a month of `year` to one of the same year, or of the next where it comes before.
fn months(year: i32, first: u8, last: u8) -> Option<When> {
    let end = year + i32::from(last < first);
    When::between(Day::new(year, first, 1)?, days_of_month(end, last)?.last())
}

/// What an expression means on the day `now`.
fn from(expression: &Expression, now: Day, dated: &[Day]) -> Option<When> {
    let side = expression.side;
    let week = |n: i32| {
        let monday = now.plus(7 * n - i32::from(now.weekday()))?;
        When::between(monday, monday.plus(6)?)
    };
    match expression.meaning {
        Meaning::DaysFromNow(first, last) => When::between(now.plus(first)?, now.plus(last)?),
        Meaning::Night => match side {
            Side::Past => When::between(now.plus(-1)?, now),
            Side::Future => When::between(now, now.plus(1)?),
            Side::Unknown => When::between(now.plus(-1)?, now.plus(1)?),
        },
        Meaning::WeekFromNow(weeks) => week(weeks),
        Meaning::MonthFromNow { months, third } => {
            months_later(now, months).and_then(|day| part_of_month(day.year(), day.month(), third))
        }
        Meaning::YearFromNow(years) => days_of_year(now.year() + years),
        Meaning::Weekend => weekend(now, side),
        Meaning::Weekday(weekday) => on_weekday(weekday, side, now, dated),
        Meaning::NightTo(weekday) => {
            let to = on_weekday(weekday, side, now, dated)?;
            When::between(to.first().plus(-1)?, to.last())
        }
        Meaning::WeekdayLater { weekday, weeks, least } => {
            let from = now.plus(least)?;
            let ahead = (i32::from(weekday) - i32::from(from.weekday())).rem_euclid(7);
            from.plus(ahead + 7 * weeks).map(When::day)
        }
        Meaning::Feast(feast) => {
            let days = (now.year() - 1..=now.year() + 1).filter_map(|year| feast.in_year(year));
            by_side(days.collect(), side, now).map(When::day)
        }
        Meaning::Dated { day, weekday } => dated_without_month(day, weekday, now),
        Meaning::DayOfMonth { day, month, weekday } => day_of_month(day, month, weekday, side, now).map(When::day),
        Meaning::DaysOfMonths { from, to } => days_of_months(from, to, side, now),
        Meaning::Month { year, month, third } => {
            part_of_month(year_of_months(year, month, month, side, now)?, month, third)
        }
        Meaning::Months { year, first, last } => months(year_of_months(year, first, last, side, now)?, first, last),
        Meaning::Ago { count, unit } => ago(count, unit, now),
        Meaning::Last { count, unit } => {
            let then = before(now, count, unit)?;
            When::between(then.min(now), then.max(now))
        }
        _ => None,
    }
}

/// The weekend just past, the one to come, or, where it could be either, both ends.
fn weekend(now: Day, side: Side) -> Option<When> {
    let weekday = i32::from(now.weekday());
    let coming = now.plus(5 - weekday)?;
    let past = coming.plus(-7)?;
    let days = |first: Day, last: Day| When::between(first, last.plus(1)?);
    match side {
        Side::Past => days(past, past),
        Side::Future => days(coming, coming),
        Side::Unknown if weekday <= 2 => days(past, past),
        Side::Unknown if weekday >= 5 => days(coming, coming),
        Side::Unknown => days(past, coming),
    }
}

fn on_weekday(weekday: u8, side: Side, now: Day, dated: &[Day]) -> Option<When> {
    let back = (i32::from(now.weekday()) - i32::from(weekday)).rem_euclid(7);
    let (past, next) = (now.plus(-back)?, now.plus((7 - back) % 7)?);
    match side {
        Side::Past => Some(When::day(past)),
        Side::Future => Some(When::day(next)),
        Side::Unknown => {
            let named = dated.iter().find(|day| day.weekday() == weekday && (day.number() - now.number()).abs() <= 7);
            named.map_or_else(|| When::between(past, next), |day| Some(When::day(*day)))
        }
    }
}

/// `samedi 15`: the nearest month in which they agree.
fn dated_without_month(day: u8, weekday: u8, now: Day) -> Option<When> {
    let month = i32::from(now.month()) - 1 + now.year() * 12;
    let candidates = (month - 1..=month + 1).filter_map(|month| {
        Day::new(month.div_euclid(12), month.rem_euclid(12) as u8 + 1, day).filter(|day| day.weekday() == weekday)
    });
    candidates.min_by_key(|day| (day.number() - now.number()).abs()).map(When::day)
}

/// The day of the year that is meant: the last one, the next one, or the nearest where it is clearly so.
pub(super) fn day_of_month(day: u8, month: u8, weekday: Option<u8>, side: Side, now: Day) -> Option<Day> {
    let agrees = |date: &Day| weekday.is_none_or(|weekday| date.weekday() == weekday);
    let candidates = (now.year() - 1..=now.year() + 1).filter_map(|year| Day::new(year, month, day)).filter(agrees);
    by_side(candidates.collect(), side, now)
}

/// Of days in order, the last one, the next one, or the nearest where it is clearly so.
fn by_side(mut days: Vec<Day>, side: Side, now: Day) -> Option<Day> {
    match side {
        Side::Past => days.into_iter().rev().find(|date| *date <= now),
        Side::Future => days.into_iter().find(|date| *date >= now),
        Side::Unknown => {
            let far = |date: &Day| (date.number() - now.number()).abs();
            days.sort_by_key(far);
            let nearest = *days.first()?;
            let clear = days.get(1).is_none_or(|second| far(second) - far(&nearest) >= CLEARLY);
            clear.then_some(nearest)
        }
    }
}

/// From one day to another without their year, each as month and day: what begins is past, what ends is to come.
fn days_of_months(from: (u8, u8), to: (u8, u8), side: Side, now: Day) -> Option<When> {
    let wraps = i32::from(from > to);
    if side == Side::Past {
        let first = day_of_month(from.1, from.0, None, side, now)?;
        return When::between(first, Day::new(first.year() + wraps, to.0, to.1)?);
    }
    let last = day_of_month(to.1, to.0, None, side, now)?;
    When::between(Day::new(last.year() - wraps, from.0, from.1)?, last)
}

/// The year in which months lie that begin with `first`: the one that is said, else the last that has begun, the next that has not ended, or
/// the nearest where it is clearly so.
fn year_of_months(year: Year, first: u8, last: u8, side: Side, now: Day) -> Option<i32> {
    let this = now.year();
    match year {
        Year::Given(year) => return Some(year),
        // `cet hiver`, said in January, began last year.
        Year::FromNow(years) if last < first && now.month() <= last => return Some(this + years - 1),
        Year::FromNow(years) => return Some(this + years),
        Year::Last | Year::Next | Year::Unsaid => {}
    }
    let spans = (this - 2..=this + 1).filter_map(|y| Some((y, months(y, first, last)?)));
    match year {
        Year::Last => return spans.rev().find(|(_, span)| span.last() < now).map(|(year, _)| year),
        Year::Next => return spans.into_iter().find(|(_, span)| span.first() > now).map(|(year, _)| year),
        _ => {}
    }
    let far = |span: &When| (span.first().number() - now.number()).max(now.number() - span.last().number()).max(0);
    match side {
        Side::Past => spans.rev().find(|(_, span)| span.first() <= now),
        Side::Future => spans.into_iter().find(|(_, span)| span.last() >= now),
        Side::Unknown => {
            let mut spans: Vec<(i32, When)> = spans.collect();
            spans.sort_by_key(|(_, span)| far(span));
            let clear = spans.get(1).is_none_or(|second| far(&second.1) - far(&spans[0].1) >= CLEARLY);
            spans.first().copied().filter(|_| clear)
        }
    }
    .map(|(year, _)| year)
}

/// So many units before `now`.
fn before(now: Day, count: i32, unit: Unit) -> Option<Day> {
    match unit {
        Unit::Day => now.plus(-count),
        Unit::Week => now.plus(-7 * count),
        Unit::Month => months_later(now, -count),
        Unit::Year => months_later(now, -12 * count),
        Unit::Decade => months_later(now, -120 * count),
        Unit::Century => months_later(now, -1200 * count),
    }
}

/// So much time ago: as exact as its unit.
fn ago(count: i32, unit: Unit, now: Day) -> Option<When> {
    let then = before(now, count, unit)?;
    let around = match unit {
        Unit::Day => 0,
        Unit::Week => 3,
        Unit::Month => 15,
        Unit::Year => 182,
        Unit::Decade => 1826,
        Unit::Century => 18262,
    };
    When::between(then.plus(-around)?, then.plus(around)?)
}
