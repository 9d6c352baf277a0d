//! Figures: how many of what.
//!
//! A number in digits or in words, what qualifies it (`au moins`), and the noun or unit that it counts. What only looks like a number is
//! left out: dates, times, years, scores, ordinals, references, parts of names (`Europe 1`, `COP21`). A number that counts nothing named is
//! no figure: there is nothing to compare it by.

mod counted;
mod digits;
mod numerals;
mod shares;

use counted::{Counted, counted};
use digits::digits;
pub(crate) use digits::is_numbered;
use numerals::may_be_numeral;
pub(crate) use numerals::{Numeral, Sum, numeral, numeral_words};
use std::borrow::Cow;
use visavis_corpus::{Block, DateMention, Decimal, Figure, Language, Mention, Role};
use visavis_text::{Span, Token, words};

/// The figures of an article in `language`, in order; `dates` and `mentions` are its own, in order, and what they cover counts nothing.
pub(crate) fn figures(
    blocks: &[Block],
    mentions: &[Mention],
    dates: &[DateMention],
    language: Language,
) -> Vec<Figure> {
    let mut found = vec![];
    for (ix, block) in (0..).zip(blocks).filter(|(_, block)| counts(block.role)) {
        let mut taken: Vec<Span> = in_block(mentions, ix, |mention| mention.block).iter().map(|m| m.span).collect();
        taken.extend(in_block(dates, ix, |date| date.block).iter().map(|date| date.span));
        taken.sort_unstable();
        let one = |figure: Found| Figure {
            block: ix,
            span: figure.span,
            value: figure.value,
            noun: Some(figure.noun),
            qualifier: figure.qualifier,
        };
        found.extend(in_text(&block.text, &taken, language).into_iter().map(one));
    }
    found
}

/// Whether what stands in a block of `role` tells of the matter, rather than of the page.
const fn counts(role: Role) -> bool {
    role.is_read() || matches!(role, Role::Caption | Role::Embed)
}

/// Those of `marks`, which are in order of their block, that stand in `block`.
fn in_block<T>(marks: &[T], block: u32, of: fn(&T) -> u32) -> &[T] {
    let start = marks.partition_point(|mark| of(mark) < block);
    let end = marks.partition_point(|mark| of(mark) <= block);
    &marks[start..end]
}

/// A figure in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    span: Span,
    value: Decimal,
    noun: String,
    qualifier: Option<String>,
}

/// The words of a text.
#[derive(Clone, Copy, Debug)]
struct Words<'w> {
    text: &'w str,
    tokens: &'w [Token<'w>],
    language: Language,
}

impl<'w> Words<'w> {
    /// What stands before the word at `at`.
    fn gap(&self, at: usize) -> &'w str {
        let before = at.checked_sub(1).map(|before| self.tokens.get(before));
        let start = before.map_or(0, |before| before.map_or(self.text.len(), |token| token.span.end()));
        let end = self.tokens.get(at).map_or(self.text.len(), |token| token.span.start());
        &self.text[start..end]
    }

    /// Whether nothing but spaces, or a hyphen, stands before the word at `at`.
    fn joins(&self, at: usize) -> bool {
        at > 0 && at < self.tokens.len() && matches!(self.gap(at).trim(), "" | "-" | "\u{2011}" | "’" | "'")
    }

    /// The word at `at` in small letters; empty beyond the end.
    fn small(&self, at: usize) -> Cow<'w, str> {
        match self.tokens.get(at) {
            None => Cow::Borrowed(""),
            Some(token) if token.text.bytes().all(|byte| byte.is_ascii_lowercase()) => Cow::Borrowed(token.text),
            Some(token) => Cow::Owned(token.text.to_lowercase()),
        }
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.text.starts_with(char::is_uppercase))
    }
}

/// A number and the words that it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Number {
    value: Decimal,
    /// First word.
    first: usize,
    /// One past the last word.
    end: usize,
    /// Whether the word itself says that the number is a rough one: `dizaine`.
    about: bool,
    /// Whether `de`, `of` has to follow: `une dizaine de`.
    of: bool,
}

fn in_text(text: &str, taken: &[Span], language: Language) -> Vec<Found> {
    let tokens: Vec<Token<'_>> = words(text).collect();
    let words = Words { text, tokens: &tokens, language };
    let (mut found, mut at, mut names) = (vec![], 0, taken.iter().peekable());
    while at < tokens.len() {
        let span = tokens[at].span;
        while names.next_if(|name| name.end() <= span.start()).is_some() {}
        let covered = names.peek().is_some_and(|name| name.start() <= span.start());
        if covered || !may_begin(words, at) {
            at += 1;
            continue;
        }
        if let Some((share, end)) = shares::share(words, at) {
            found.push(share);
            at = end;
            continue;
        }
        let Some(number) = number(words, at) else {
            at += 1;
            continue;
        };
        let counted = counted(words, number).map(|counted| (number, counted)).or_else(|| range_end(words, number));
        if let Some(figure) = counted.map(|(number, counted)| finish(words, number, counted)) {
            // A qualifier does not reach into the figure before: `3 à 25 plus 30`.
            let free = found.last().is_none_or(|last: &Found| last.span.end() <= figure.span.start());
            let bare = Found { span: Span::new(span.start(), figure.span.end()), qualifier: None, ..figure.clone() };
            found.push(if free { figure } else { bare });
        }
        at = number.end;
        let end = found.last().map_or(0, |last| last.span.end());
        while tokens.get(at).is_some_and(|token| token.span.start() < end) {
            at += 1;
        }
    }
    found
}

/// The lower end of a range, which counts what the other end does: `entre 200 et 300 personnes`, `de 3 à 5 millions d'euros`.
fn range_end(words: Words<'_>, lower: Number) -> Option<(Number, Counted)> {
    let (link, second) = (lower.end, lower.end + 1);
    if !words.joins(link) || !words.joins(second) {
        return None;
    }
    let before = words.small(lower.first.wrapping_sub(1));
    let fits = match &*words.small(link) {
        "à" | "to" | "ou" | "or" => true,
        "et" | "and" => matches!(&*before, "entre" | "between"),
        _ => false,
    };
    let upper = number(words, second).filter(|upper| fits && upper.value.scale.max(lower.value.scale) < 4)?;
    let noun = counted(words, upper)?.noun;
    let (qualifier, start) = counted::qualifier(words, lower.first);
    let end = words.tokens[lower.end - 1].span.end();
    let lower = as_large(words, lower, upper).unwrap_or(lower);
    let rises = i128::from(lower.value.digits) * 10_i128.pow(u32::from(upper.value.scale))
        < i128::from(upper.value.digits) * 10_i128.pow(u32::from(lower.value.scale));
    let falls = matches!(&*before, "de" | "from");
    (rises || falls).then_some((lower, Counted { noun, qualifier, start, end, factor: 1 }))
}

/// `lower` in the millions that are written after `upper` alone.
fn as_large(words: Words<'_>, lower: Number, upper: Number) -> Option<Number> {
    let large = |number: Number| match numeral(&words.small(number.end - 1), words.language) {
        Some(Numeral::Times(factor)) if factor >= 1000 && number.end > number.first + 1 => Some(factor),
        _ => None,
    };
    let factor = large(upper).filter(|_| large(lower).is_none())?;
    let digits = lower.value.digits.checked_mul(factor)?;
    Some(Number { value: reduced(digits, lower.value.scale), ..lower })
}

/// Whether a number can begin at the word `at`.
fn may_begin(words: Words<'_>, at: usize) -> bool {
    let word = words.tokens[at].text;
    word.starts_with(|c: char| c.is_ascii_digit()) || may_be_numeral(word, words.language)
}

/// The number that begins at the word `at`.
fn number(words: Words<'_>, at: usize) -> Option<Number> {
    if words.tokens[at].text.starts_with(|c: char| c.is_ascii_digit()) {
        let (value, end) = digits(words, at)?;
        let number = Number { value, first: at, end, about: false, of: false };
        return scaled(words, and_a_half(words, number));
    }
    // `page deux`; of these alone, since `il place deux hommes` counts.
    let numbered = matches!(
        &*words.small(at.wrapping_sub(1)),
        "page"
            | "article"
            | "chapitre"
            | "chapter"
            | "room"
            | "salle"
            | "number"
            | "numéro"
            | "season"
            | "episode"
            | "phase"
    );
    let may = may_be_numeral(words.tokens[at].text, words.language) && !(numbered && words.joins(at));
    if may { in_words(words, at) } else { None }
}

/// `five and a half years`, `cinq ans et demi`
fn and_a_half(words: Words<'_>, number: Number) -> Number {
    let says =
        |at: usize, said: &[&str]| (0..said.len()).all(|n| words.joins(at + n) && words.small(at + n) == said[n]);
    let (half, end) = match words.language {
        Language::English => (says(number.end, &["and", "a", "half"]), number.end + 3),
        Language::French => {
            let after = number.end + 1;
            (says(after, &["et", "demi"]) || says(after, &["et", "demie"]), number.end)
        }
    };
    match number.value.digits.checked_mul(10).and_then(|tenths| tenths.checked_add(5)) {
        Some(digits) if half && number.value.scale == 0 => {
            Number { value: Decimal { digits, scale: 1 }, end, ..number }
        }
        _ => number,
    }
}

/// `1,5 million`, `3 milliards`.
fn scaled(words: Words<'_>, number: Number) -> Option<Number> {
    if !words.joins(number.end) {
        return Some(number);
    }
    match numeral(&words.small(number.end), words.language) {
        Some(Numeral::Times(factor)) if factor >= 1000 => {
            let digits = number.value.digits.checked_mul(factor)?;
            Some(Number {
                value: reduced(digits, number.value.scale),
                end: number.end + 1,
                of: factor >= 1_000_000,
                ..number
            })
        }
        _ => Some(number),
    }
}

/// Without the zeros that a factor left behind the point.
const fn reduced(mut digits: i64, mut scale: u8) -> Decimal {
    while scale > 0 && digits % 10 == 0 {
        digits /= 10;
        scale -= 1;
    }
    Decimal { digits, scale }
}

/// `vingt-cinq`, `une dizaine`, `un tiers`, `des centaines`.
fn in_words(words: Words<'_>, at: usize) -> Option<Number> {
    let (mut sum, mut end) = (Sum::default(), at);
    while end == at || words.joins(end) || joined_by_and(words, end) {
        let next = if end > at && joined_by_and(words, end) { end + 1 } else { end };
        let Some(numeral) = numeral(&words.small(next), words.language) else { break };
        match (numeral, sum.then(numeral)) {
            (_, Some(more)) => (sum, end) = (more, next + 1),
            (Numeral::About(n), None) => return about(words, at, next, sum, n),
            (Numeral::Part(1, 2), None) if words.small(next + 1) == "a" && sum.taken == 0 => {
                return half_a(words, at, next + 2);
            }
            (Numeral::Part(n, of), None) => return part(words, at, next, sum, (n, of)),
            _ => break,
        }
    }
    if sum.taken == 0 {
        return None;
    }
    let large = words.small(end.saturating_sub(1));
    let of = matches!(large.trim_end_matches('s'), "million" | "milliard");
    // `un`, `une`, `one` alone are articles.
    let article = sum.taken == 1 && sum.value() == 1;
    let number = Number { value: Decimal { digits: sum.value(), scale: 0 }, first: at, end, about: false, of };
    (!article).then(|| and_a_half(words, number))
}

/// `half a million`, `half a dozen`
fn half_a(words: Words<'_>, first: usize, at: usize) -> Option<Number> {
    let (Numeral::Times(whole) | Numeral::About(whole)) = numeral(&words.small(at), words.language)? else {
        return None;
    };
    Some(Number { value: Decimal { digits: whole / 2, scale: 0 }, first, end: at + 1, about: false, of: true })
}

/// `vingt et un`, `two hundred and five`.
fn joined_by_and(words: Words<'_>, at: usize) -> bool {
    words.joins(at)
        && matches!(&*words.small(at), "et" | "and")
        && words.joins(at + 1)
        && numeral(&words.small(at + 1), words.language).is_some()
}

/// `une dizaine`, `deux douzaines`, `des centaines`.
fn about(words: Words<'_>, first: usize, at: usize, sum: Sum, n: i64) -> Option<Number> {
    let count = if sum.taken == 0 { 1 } else { sum.value() };
    let digits = count.checked_mul(n)?;
    // `dizaines de milliers`, `tens of thousands`
    let (digits, end) = match numeral(&words.small(at + 2), words.language) {
        Some(Numeral::About(more) | Numeral::Times(more))
            if more > n
                && matches!(&*words.small(at + 1), "de" | "of")
                && words.joins(at + 1)
                && words.joins(at + 2) =>
        {
            (digits.checked_mul(more)?, at + 3)
        }
        _ => (digits, at + 1),
    };
    Some(Number { value: Decimal { digits, scale: 0 }, first, end, about: true, of: true })
}

/// `un tiers`, `trois quarts`, `la moitié`.
fn part(words: Words<'_>, first: usize, at: usize, sum: Sum, (numerator, denominator): (i64, i64)) -> Option<Number> {
    let a_part = words.joins(at) && words.small(at.wrapping_sub(1)) == "a" && words.small(at + 1) == "of";
    let counted = sum.taken > 0 || denominator == 2 || a_part;
    let numerator = numerator.checked_mul(if sum.taken == 0 { 1 } else { sum.value() })?;
    let (digits, exact) = (numerator * 10_000 / denominator, numerator * 10_000 % denominator == 0);
    counted.then(|| Number { value: reduced(digits, 4), first, end: at + 1, about: !exact, of: true })
}

fn finish(words: Words<'_>, number: Number, counted: Counted) -> Found {
    let start = words.tokens[number.first].span.start();
    let rough = number.about.then(|| words.text[start..words.tokens[number.end - 1].span.end()].to_owned());
    let value = match counted.factor {
        1 => Some(number.value),
        factor => number.value.digits.checked_mul(factor).map(|digits| reduced(digits, number.value.scale)),
    };
    Found {
        span: Span::new(counted.start.unwrap_or(start), counted.end),
        value: value.unwrap_or(number.value),
        noun: counted.noun,
        qualifier: counted.qualifier.or(rough),
    }
}

#[cfg(test)]
mod tests;
