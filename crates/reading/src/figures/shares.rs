//! Shares of a whole: `un habitant sur cinq`, `trois Français sur quatre`, `one in five adults`.

use super::counted::{is_noun, noun};
use super::{Found, Number, Words, number, reduced};
use visavis_corpus::{Decimal, Language};
use visavis_text::Span;

/// How many words of what is counted stand before `sur`.
const WORDS: usize = 3;
/// The largest whole that a share is of.
const WHOLE: i64 = 1000;

/// The share that begins at the word `at`, and one past its last word.
pub(super) fn share(words: Words<'_>, at: usize) -> Option<(Found, usize)> {
    match words.language {
        Language::French => french(words, at),
        Language::English => english(words, at),
    }
}

/// A whole number that is small enough, and past it; `un`, which is an article elsewhere, counts.
fn whole(words: Words<'_>, at: usize) -> Option<(i64, usize)> {
    if matches!(&*words.small(at), "un" | "une" | "one") {
        return Some((1, at + 1));
    }
    words.tokens.get(at)?;
    let Number { value, end, about: false, .. } = number(words, at)? else { return None };
    (value.scale == 0 && (1..=WHOLE).contains(&value.digits)).then_some((value.digits, end))
}

fn french(words: Words<'_>, at: usize) -> Option<(Found, usize)> {
    let sur = (at + 2..=at + 1 + WORDS).find(|sur| words.tokens.get(*sur).is_some_and(|token| token.text == "sur"))?;
    let (part, first) = whole(words, at)?;
    let named = first < sur
        && (first..=sur + 1).all(|word| words.joins(word))
        && (first..sur).all(|word| is_noun(&words.small(word)));
    let (all, end) = whole(words, sur + 1).filter(|_| named)?;
    // `un contrat sur trois ans` is no share.
    let counts = words.joins(end) && words.small(end).len() > 2 && words.small(end).ends_with('s');
    let noun = words.text[words.tokens[first].span.start()..words.tokens[sur - 1].span.end()].to_owned();
    (part < all && !counts).then(|| (found(words, at, end - 1, part, all, noun), end))
}

fn english(words: Words<'_>, at: usize) -> Option<(Found, usize)> {
    let (link, of) = [(at + 1, "in"), (at + 1, "out"), (at + 2, "in"), (at + 2, "out")]
        .into_iter()
        .find(|(link, word)| words.tokens.get(*link).is_some_and(|token| token.text == *word))?;
    let (part, first) = whole(words, at).filter(|(_, end)| *end == link)?;
    let second = link + if of == "out" { 2 } else { 1 };
    if (of == "out" && &*words.small(link + 1) != "of") || !(first..=second).all(|word| words.joins(word)) {
        return None;
    }
    let (all, end) = whole(words, second).filter(|(all, _)| part < *all)?;
    let number = Number { value: Decimal { digits: all, scale: 0 }, first: second, end, about: false, of: false };
    let (noun, until) = noun(words, number)?;
    let time = ["days", "weeks", "months", "years", "hours", "minutes", "seconds", "games", "matches"];
    if time.contains(&noun.as_str()) {
        return None;
    }
    let last = (end..words.tokens.len()).find(|word| words.tokens[*word].span.end() >= until)?;
    Some((found(words, at, last, part, all, noun), last + 1))
}

fn found(words: Words<'_>, first: usize, last: usize, part: i64, all: i64, noun: String) -> Found {
    let span = Span::new(words.tokens[first].span.start(), words.tokens[last].span.end());
    Found { span, value: reduced(part * 10_000 / all, 4), noun, qualifier: None }
}
