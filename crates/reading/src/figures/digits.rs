//! Numbers in digits: `250 000`, `1,5`, `3.2`, `1.200.000`, `10,000`.

use super::Words;
use visavis_corpus::{Decimal, Language};

/// Digits that fit with a factor of a billion behind them.
const MOST: usize = 15;

/// The number in digits at the word `at`, and one past its last word; `None` where the digits are of something else.
pub(super) fn digits(words: Words<'_>, at: usize) -> Option<(Decimal, usize)> {
    let whole = |at: usize| {
        words.tokens.get(at).map(|token| token.text).filter(|text| text.bytes().all(|b| b.is_ascii_digit()))
    };
    let first = whole(at)?;
    if is_part_of_something(words, at) {
        return None;
    }
    let (mut all, mut end) = (first.to_owned(), at + 1);
    while let Some(group) = whole(end).filter(|group| group.len() == 3 && all.len() <= MOST && groups(words, at, end)) {
        all += group;
        end += 1;
    }
    let grouped = end > at + 1;
    if grouped && first.starts_with('0') {
        return None;
    }
    let mut scale = 0;
    if let Some(fraction) = whole(end).filter(|fraction| fraction.len() <= 4 && is_point(words, end, grouped)) {
        all += fraction;
        scale = fraction.len() as u8;
        end += 1;
    }
    let bound = matches!(words.gap(end), "/" | ":" | "." | "," | "-" | "–") && whole(end).is_some();
    (all.len() <= MOST && !bound).then_some(())?;
    Some((Decimal { digits: all.parse().ok()?, scale }, end))
}

/// Whether the group of three at `at` belongs to the number that began at `first`.
fn groups(words: Words<'_>, first: usize, at: usize) -> bool {
    let gap = words.gap(at);
    let same = at == first + 1 || gap == words.gap(first + 1);
    let mark = match words.language {
        Language::French => gap == ".",
        Language::English => gap == ",",
    };
    // `en 2016 250 personnes`: what begins with four digits is not in groups.
    let short = words.tokens[first].text.len() <= 3;
    same && short && (mark || matches!(gap, " " | "\u{a0}" | "\u{202f}" | "\u{2009}" | "'" | "’"))
}

/// Whether a decimal point or comma stands before the word at `at`.
fn is_point(words: Words<'_>, at: usize, grouped: bool) -> bool {
    let gap = words.gap(at);
    match words.language {
        Language::French => gap == "," || (gap == "." && !grouped),
        Language::English => gap == ".",
    }
}

/// Whether the digits at `at` stand in a word, a date, a score, an hour, a reference.
fn is_part_of_something(words: Words<'_>, at: usize) -> bool {
    let before = words.gap(at);
    let glued = at > 0 && !before.is_empty() && matches!(before, "-" | "/" | ":" | "." | "," | "–" | "_");
    let numbered =
        before.trim_end().ends_with(['#', '°', '@', '$', '€', '£']) && !before.trim_end().ends_with(['$', '€', '£']);
    let named = matches!(
        &*words.small(at.wrapping_sub(1)),
        "n" | "no" | "article" | "page" | "chapitre" | "figure" | "numéro" | "chaîne" | "rue" | "place" | "loi"
    );
    glued || numbered || (at > 0 && named && before.trim() == "") || before.contains("n°")
}
