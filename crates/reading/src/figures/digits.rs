//! Numbers in digits: `250 000`, `1,5`, `3.2`, `1.200.000`, `10,000`.

use super::Words;
use visavis_corpus::{Decimal, Language};
use visavis_text::fold;

/// What is called by a number, folded: the number counts nothing.
#[rustfmt::skip]
const NUMBERED: [&str; 51] = [
    "n", "no", "numero", "number", "article", "articles", "page", "pages", "chapitre", "chapter", "section", "figure", "tome", "volume", "loi",
    "code", "resolution", "rue", "place", "route", "chaine", "channel", "ligne", "salle", "chambre", "room", "saison", "season", "episode", "groupe",
    "ligue", "phase", "niveau", "level", "grade", "categorie", "modele", "boeing", "airbus", "peugeot", "windows", "vol", "flight", "cac", "ftse",
    "nasdaq", "stoxx", "sbf", "russell", "nikkei", "dax",
];

/// Whether what the folded `word` names is called by a number: `article 49`, `Boeing 737`.
pub(crate) fn is_numbered(word: &str) -> bool {
    NUMBERED.contains(&word)
}

/// Digits that fit with a factor of a billion behind them.
const MOST: usize = 15;

/// The number in digits at the word `at`, and one past its last word; `None` where the digits are of something else.
pub(super) fn digits(words: Words<'_>, at: usize) -> Option<(Decimal, usize)> {
    let whole = |at: usize| {
        words.tokens.get(at).map(|token| token.text).filter(|text| text.bytes().all(|b| b.is_ascii_digit()))
    };
    if let Some(short) = shortened(words, at) {
        return Some(short);
    }
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

/// `$48m`, `£48.3m`, `€1.2bn`: an amount of money with its factor in a letter.
fn shortened(words: Words<'_>, at: usize) -> Option<(Decimal, usize)> {
    if !words.gap(at).ends_with(['$', '€', '£', '¥']) {
        return None;
    }
    let parted = |at: usize| {
        let text = words.tokens.get(at)?.text;
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let factor = match &*text[digits.len()..].to_lowercase() {
            "k" => 1_000,
            "m" | "mn" => 1_000_000,
            "b" | "bn" => 1_000_000_000,
            "tn" => 1_000_000_000_000,
            _ => return None,
        };
        (!digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit()))
            .then_some((digits, factor))
    };
    let (all, scale, factor, end) = if let Some((digits, factor)) = parted(at) {
        (digits.to_owned(), 0, factor, at + 1)
    } else {
        let first = words.tokens[at].text;
        let (fraction, factor) =
            parted(at + 1).filter(|_| matches!(words.gap(at + 1), "." | ",") && first.len() <= 4)?;
        (first.to_owned() + fraction, fraction.len() as u8, factor, at + 2)
    };
    let digits = all.parse::<i64>().ok()?.checked_mul(factor)?;
    Some((super::reduced(digits, scale), end))
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
    let named = is_numbered(&fold(&words.small(at.wrapping_sub(1))));
    glued || numbered || (at > 0 && named && before.trim() == "") || before.contains("n°")
}
