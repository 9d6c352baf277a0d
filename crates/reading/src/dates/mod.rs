//! Dates: the days that an article speaks of, and the day on which it appeared.
//!
//! The two need each other: `mercredi` is a day once the article's is known, and the article's can follow from `samedi 15 octobre`. So
//! expressions are read first, without an article ([`expression`]); they bound the article's day ([`article`]); and what the article's
//! day, its owner's before any other, makes of them is what is marked ([`resolve`]).

mod article;
mod calendar;
mod days;
mod distance;
mod expression;
mod months;
mod opening;
mod relative;
mod resolve;
mod side;
mod tense;
mod years;

pub(crate) use calendar::month;

use article::{Bounds, bounds};
use expression::{Expression, Meaning, Side, Year, expressions};
use resolve::resolve;
use visavis_corpus::{Article, Block, Claim, DateMention, Day, Ground, Language, Step, When, Workers};

/// The expressions of time of an article, each with its block.
type Spoken = Vec<(u32, Expression)>;

/// Gives each of `articles` its day, where the text allows one; sets beside the owner's what the text allows; marks the days spoken of.
pub(crate) fn settle(articles: &mut [Article], workers: &impl Workers) {
    let read = |article: &Article| {
        let spoken = spoken(&article.blocks, language(article));
        let bounds = bounds(&article.blocks, &spoken, None);
        (spoken, bounds)
    };
    let (spoken, alone): (Vec<Spoken>, Vec<Bounds>) = workers.map(Step::Date, articles, read).into_iter().unzip();
    let known = |(article, bounds): (&Article, &Bounds)| article.head.date.value().copied().or_else(|| bounds.when());
    let own: Vec<Option<When>> = articles.iter().zip(&alone).map(known).collect();
    let (before, after) = (hulls(own.iter()), hulls(own.iter().rev()));
    let last = articles.len().saturating_sub(1);
    for (at, ((article, alone), spoken)) in articles.iter_mut().zip(alone).zip(spoken).enumerate() {
        let others = hull(before[at], after[last - at]);
        let open = others.is_some() && alone.when().is_none();
        let bounds = if open { bounds(&article.blocks, &spoken, others) } else { alone };
        article.head.date = match article.head.date.ground() {
            Ground::Unknown => bounds.claim(),
            _ => beside(article.head.date.clone(), bounds),
        };
        article.marks.dates = mentions(spoken, article.head.date.value().copied());
    }
}

fn language(article: &Article) -> Language {
    article.head.language.value().copied().unwrap_or(Language::French)
}

/// A claim that does not follow from the text, with what does beside it.
fn beside(claim: Claim<When>, bounds: Bounds) -> Claim<When> {
    let clues = claim.value().map_or_else(Vec::new, |own| bounds.beside(*own));
    claim.with_clues(clues)
}

/// For each place, the days from the first to the last of what stands before it.
fn hulls<'w>(days: impl Iterator<Item = &'w Option<When>>) -> Vec<Option<When>> {
    let mut so_far: Option<When> = None;
    let step = |when: &Option<When>| {
        let before = so_far;
        so_far = hull(so_far, *when);
        before
    };
    days.map(step).collect()
}

fn hull(a: Option<When>, b: Option<When>) -> Option<When> {
    match (a, b) {
        (Some(a), Some(b)) => When::between(a.first().min(b.first()), a.last().max(b.last())),
        (a, b) => a.or(b),
    }
}

/// What the blocks that are shown say of time.
fn spoken(blocks: &[Block], language: Language) -> Spoken {
    let shown = (0..).zip(blocks).filter(|(_, block)| !block.role.is_removed());
    shown.flat_map(|(ix, block)| expressions(&block.text, language).into_iter().map(move |one| (ix, one))).collect()
}

/// The days that `spoken` means in an article that appeared on `article`, in order.
fn mentions(spoken: Spoken, article: Option<When>) -> Vec<DateMention> {
    let named = |(_, expression): &(u32, Expression)| match expression.meaning {
        Meaning::DayOfMonth { weekday: Some(_), .. } => resolve(expression, article, &[]).map(When::first),
        _ => None,
    };
    let dated: Vec<Day> = spoken.iter().filter_map(named).take(32).collect();
    // `vendredi` whose verb does not tell is the one whose verb does.
    let mut sides = [Side::Unknown; 7];
    for (_, expression) in &spoken {
        if let (Meaning::Weekday(day), true) = (expression.meaning, expression.side != Side::Unknown) {
            let side = &mut sides[usize::from(day)];
            *side = if *side == Side::Unknown { expression.side } else { *side };
        }
    }
    let mut frame = Frame::default();
    let mention = |(block, mut expression): (u32, Expression)| {
        expression.meaning = frame.within(block, &expression, article);
        if let (Meaning::Weekday(day), Side::Unknown) = (expression.meaning, expression.side)
            && dated.iter().all(|date| date.weekday() != day)
        {
            expression.side = sides[usize::from(day)];
        }
        DateMention { block, span: expression.span, when: resolve(&expression, article, &dated) }
    };
    spoken.into_iter().map(mention).collect()
}

/// The year in which a passage is told: `En 1977, ...` sets it for the months without a year that follow, until something is told of now.
#[derive(Clone, Copy, Debug, Default)]
struct Frame {
    block: u32,
    year: Option<i32>,
}

impl Frame {
    /// What `expression` means in the passage so far.
    fn within(&mut self, block: u32, expression: &Expression, article: Option<When>) -> Meaning {
        if self.block != block {
            *self = Self { block, year: None };
        }
        let meaning = expression.meaning;
        let told = match meaning {
            Meaning::Years(first, last) if first == last => Some(first),
            Meaning::Day(day) => Some(day.year()),
            Meaning::Month { year: Year::Given(year), .. } | Meaning::Months { year: Year::Given(year), .. } => {
                Some(year)
            }
            _ => None,
        };
        if expression.opens || told.is_some_and(|year| article.is_some_and(|article| article.last().year() == year)) {
            let of_now = matches!(
                meaning,
                Meaning::Weekday(_)
                    | Meaning::DaysFromNow(..)
                    | Meaning::WeekFromNow(_)
                    | Meaning::YearFromNow(_)
                    | Meaning::Ago { .. }
            );
            if told.is_some() || of_now {
                self.year = told.filter(|year| article.is_some_and(|article| article.first().year() > *year));
            }
        }
        match (self.year, meaning) {
            (Some(_), _) if expression.side == Side::Future => meaning,
            (Some(year), Meaning::DayOfMonth { day, month, weekday: None }) => {
                Day::new(year, month, day).map_or(meaning, Meaning::Day)
            }
            (Some(year), Meaning::Month { year: Year::Unsaid, month, third }) => {
                Meaning::Month { year: Year::Given(year), month, third }
            }
            _ => meaning,
        }
    }
}

#[cfg(test)]
mod tests;
