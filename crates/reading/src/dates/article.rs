//! The day of an article: stated, or what the days it speaks of allow.
//!
//! A page that gives its date says so. Where none does, each expression of time narrows the days on which the article can have
//! appeared: not before an embedded post or the scene of a picture; within a year of a day that is named without its year; within a week
//! of a day that is called by its weekday alone. What remains is the answer, with its clues, as an interval; where one end stays
//! open, the day is unknown.

use super::{
    calendar::key,
    expression::{Expression, Meaning, Side},
};
use visavis_corpus::{Block, Claim, Clue, ClueKind, Confidence, Day, Role, When};

/// Days within which a day without a year lies of its article.
const YEAR: i32 = 364;
/// Days within which a bare weekday lies of its article.
const WEEK: i32 = 6;
/// How far beyond the other articles of a corpus a day without a year is looked for.
const AROUND: i32 = 183;

/// What the text says of the article's day.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Bounds {
    first: Option<Day>,
    last: Option<Day>,
    clues: Vec<Clue>,
    stated: Option<(Day, Clue)>,
}

/// Characters before a day that are looked at.
const FAR_BACK: usize = 400;

/// Words that give the day of a page.
const PUBLISHED: &[&str] =
    &["publie", "posted", "published", "paru", "parue", "mis en ligne", "mise en ligne", "date de publication"];
const UPDATED: &[&str] = &["mis a jour", "mise a jour", "updated", "modifie", "actualise"];

/// What the `blocks` of an article allow by what is `spoken` in them, given the days of the `others` of its corpus.
pub(super) fn bounds(blocks: &[Block], spoken: &[(u32, Expression)], others: Option<When>) -> Bounds {
    let mut bounds = Bounds::default();
    let found: Vec<(&Block, Expression)> =
        spoken.iter().filter_map(|(ix, one)| Some((blocks.get(*ix as usize)?, *one))).collect();
    for (block, expression) in &found {
        bounds.state(block, expression);
        bounds.absolute(block, expression);
    }
    let near = bounds.near(&found, others);
    for (block, expression) in &found {
        bounds.without_year(block, expression, near);
    }
    bounds.weekdays(&found, near);
    bounds
}

impl Bounds {
    /// The claim, where the owner says nothing.
    pub(super) fn claim(self) -> Claim<When> {
        if let Some((day, clue)) = self.stated {
            return Claim::stated(When::day(day), clue);
        }
        match self.when() {
            Some(when) => {
                let days = when.last().number() - when.first().number();
                let confidence = Confidence::percent(match days {
                    0 => 70,
                    1..=7 => 60,
                    8..=31 => 50,
                    _ => 30,
                });
                Claim::inferred(when, confidence, self.clues)
            }
            None => Claim::unknown(self.clues),
        }
    }

    /// The days that the text allows, where both ends are known.
    pub(super) fn when(&self) -> Option<When> {
        match &self.stated {
            Some((day, _)) => Some(When::day(*day)),
            None => When::between(self.first?, self.last?),
        }
    }

    /// What stands beside the owner's word: what the text allows, and whether the two agree.
    pub(super) fn beside(self, own: When) -> Vec<Clue> {
        let allowed = self.when();
        let (first, last) = allowed.map_or((self.first, self.last), |when| (Some(when.first()), Some(when.last())));
        let outside = first.is_some_and(|first| own.last() < first) || last.is_some_and(|last| own.first() > last);
        let shown = match (first, last) {
            (Some(first), Some(last)) if first == last => first.to_string(),
            (None, None) => return vec![],
            (first, last) => {
                let end = |day: Option<Day>| day.map_or_else(|| "..".into(), |day| day.to_string());
                format!("{}/{}", end(first), end(last))
            }
        };
        let kind = if outside { ClueKind::Conflict } else { ClueKind::TextAllows };
        let stated = self.stated.map(|(_, clue)| clue);
        std::iter::once(Clue::new(kind, shown)).chain(stated).chain(self.clues).collect()
    }

    fn tell(&mut self, clue: Clue) {
        if self.clues.last() != Some(&clue) {
            self.clues.push(clue);
        }
    }

    fn not_before(&mut self, day: Day, clue: Clue) {
        if self.first.is_none_or(|first| day > first) {
            self.first = Some(day);
            self.tell(clue);
        }
    }

    fn not_after(&mut self, day: Day, clue: Clue) {
        if self.last.is_none_or(|last| day < last) {
            self.last = Some(day);
            self.tell(clue);
        }
    }

    /// A line that gives the day of the page.
    fn state(&mut self, block: &Block, expression: &Expression) {
        let Meaning::Day(day) = expression.meaning else { return };
        // A line that gives the day is short, and so is what stands before it.
        let head = &block.text[..expression.span.start()];
        let from = head.char_indices().rev().nth(FAR_BACK).map_or(0, |(at, _)| at);
        let before = key(&head[from..]);
        let tail: String = before.chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect();
        let says = |words: &[&str]| words.iter().any(|word| tail.contains(word));
        // What was updated last counts: a line gives both days, one after the other.
        let updated = UPDATED.iter().filter_map(|word| tail.rfind(word)).max();
        let published = PUBLISHED.iter().filter_map(|word| tail.rfind(word)).max();
        let dateline = block.role == Role::Lead
            && expression.span.start() < 40
            && before.ends_with(|c: char| c.is_whitespace())
            && before.trim_end().ends_with(',')
            && block.text[expression.span.end()..].trim_start().starts_with('(');
        let line = clue(ClueKind::BylineLine, block, expression);
        if updated > published {
            self.not_after(day, line);
        } else if self.stated.is_none()
            && ((block.role == Role::Byline) || (says(PUBLISHED) && before.len() < 60) || dateline)
        {
            self.stated = Some((day, line));
        }
    }

    /// Days with their year.
    fn absolute(&mut self, block: &Block, expression: &Expression) {
        let Meaning::Day(day) = expression.meaning else { return };
        match block.role {
            Role::Embed => self.not_before(day, clue(ClueKind::EmbedDate, block, expression)),
            Role::Caption | Role::Credit => self.not_before(day, clue(ClueKind::FullDate, block, expression)),
            role if role.is_read() => match expression.side {
                Side::Past => self.not_before(day, clue(ClueKind::FullDate, block, expression)),
                Side::Future => self.not_after(day, clue(ClueKind::FullDate, block, expression)),
                Side::Unknown => {}
            },
            _ => {}
        }
    }

    /// Days among which the year of a day without one is looked for: those around an embedded post, else around the other articles.
    fn near(&mut self, found: &[(&Block, Expression)], others: Option<When>) -> Option<When> {
        let days = |role: Role| {
            found.iter().filter(move |(block, _)| block.role == role).filter_map(|(_, expression)| {
                match expression.meaning {
                    Meaning::Day(day) => Some(day),
                    _ => None,
                }
            })
        };
        if let Some(post) = days(Role::Embed).max() {
            return When::between(post.plus(-AROUND)?, post.plus(AROUND - 1)?);
        }
        let others = others?;
        let near = When::between(others.first().plus(-AROUND)?, others.last().plus(AROUND)?)?;
        let yearless = |expression: &Expression| yearless(expression.meaning).is_some();
        if found.iter().any(|(_, expression)| yearless(expression)) {
            self.clues.push(Clue::new(ClueKind::OtherArticles, others.to_string()));
        }
        Some(near)
    }

    /// A day without its year lies within a year of the article.
    fn without_year(&mut self, block: &Block, expression: &Expression, near: Option<When>) {
        if !block.role.is_read() {
            return;
        }
        let Some(day) = near.and_then(|near| only_day(expression.meaning, near)) else { return };
        let line = || clue(ClueKind::PartialDate, block, expression);
        if expression.side != Side::Future
            && let Some(last) = day.plus(YEAR)
        {
            self.not_after(last, line());
        }
        let first = if expression.side == Side::Past { Some(day) } else { day.plus(-YEAR) };
        if let Some(first) = first {
            self.not_before(first, line());
        }
        if expression.side == Side::Future {
            self.not_after(day, line());
        }
    }

    /// A weekday alone lies within a week: the one that is named with its day elsewhere, or that of a picture.
    fn weekdays(&mut self, found: &[(&Block, Expression)], near: Option<When>) {
        let bare = |side: Option<Side>| {
            found.iter().filter_map(move |(block, expression)| match expression.meaning {
                Meaning::Weekday(weekday)
                    if block.role.is_read() && side.is_none_or(|side| side == expression.side) =>
                {
                    Some((weekday, *block, expression))
                }
                _ => None,
            })
        };
        for (_, expression) in found {
            let Meaning::DayOfMonth { weekday: Some(weekday), .. } = expression.meaning else { continue };
            let day = near.and_then(|near| only_day(expression.meaning, near));
            if let (Some(day), Some((_, block, bare))) = (day, bare(None).find(|(other, ..)| *other == weekday)) {
                if let Some(first) = day.plus(-WEEK) {
                    self.not_before(first, clue(ClueKind::PartialDate, block, bare));
                }
                if let Some(last) = day.plus(WEEK) {
                    self.not_after(last, clue(ClueKind::PartialDate, block, bare));
                }
            }
        }
        // `a annoncé vendredi`, beside a picture of Friday 9 December 2016.
        let pictured = found.iter().any(|(block, expression)| {
            matches!(block.role, Role::Caption | Role::Credit)
                && Some(expression.meaning) == self.first.map(Meaning::Day)
        });
        if let Some(first) = self.first.filter(|_| pictured && self.last.is_none())
            && let Some((_, block, weekday)) = bare(Some(Side::Past)).find(|(weekday, ..)| *weekday == first.weekday())
            && let Some(last) = first.plus(WEEK)
        {
            self.not_after(last, clue(ClueKind::PartialDate, block, weekday));
        }
    }
}

/// A day without a year, as its number, its month, and its weekday: of several, the first.
const fn yearless(meaning: Meaning) -> Option<(u8, u8, Option<u8>)> {
    match meaning {
        Meaning::DayOfMonth { day, month, weekday } => Some((day, month, weekday)),
        Meaning::DaysOfMonths { from: (month, day), .. } => Some((day, month, None)),
        _ => None,
    }
}

/// The one day in `near` that a day without a year can be.
fn only_day(meaning: Meaning, near: When) -> Option<Day> {
    let (day, month, weekday) = yearless(meaning)?;
    let years = near.first().year()..=near.last().year();
    let mut fitting = years
        .filter_map(|year| Day::new(year, month, day))
        .filter(|date| (near.first()..=near.last()).contains(date))
        .filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday));
    let day = fitting.next()?;
    fitting.next().is_none().then_some(day)
}

fn clue(kind: ClueKind, block: &Block, expression: &Expression) -> Clue {
    Clue::new(kind, &block.text[expression.span.range()]).at(block.lines)
}
