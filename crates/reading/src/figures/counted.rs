//! What a number counts, and what qualifies it.

use super::{Number, Words};
use std::collections::HashSet;
use std::sync::LazyLock;
use visavis_corpus::Language;
use visavis_text::elides;

/// The noun or unit, and how far the figure reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) noun: String,
    pub(super) qualifier: Option<String>,
    /// Where a sign before the number begins: `$10`.
    pub(super) start: Option<usize>,
    /// One past the last byte of the figure.
    pub(super) end: usize,
    /// What a sign multiplies the number by: a million in `M€`.
    pub(super) factor: i64,
}

/// Signs that are units.
const SIGNS: &[&str] = &["%", "‰", "€", "$", "£", "¥", "°C", "°F", "°", "m²", "km²", "m2", "km2"];

/// What qualifies a number, before it; longest first.
const BEFORE: &[&str] = &[
    "un peu plus de",
    "un peu moins de",
    "un total de",
    "pas moins de",
    "pas plus de",
    "à peu près",
    "autour de",
    "aux alentours de",
    "au moins",
    "au plus",
    "au total",
    "plus de",
    "plus d",
    "moins de",
    "moins d",
    "près de",
    "près d",
    "environ",
    "jusqu à",
    "presque",
    "à peine",
    "quelque",
    "quelques",
    "au minimum",
    "au maximum",
    "entre",
    "seulement",
    "exactement",
    "les deux",
    "plusieurs",
    "de l ordre de",
    "more than",
    "less than",
    "fewer than",
    "at least",
    "at most",
    "up to",
    "nearly",
    "almost",
    "about",
    "around",
    "some",
    "roughly",
    "approximately",
    "over",
    "under",
    "only",
    "as many as",
];

/// Words that no noun is: what follows a number and is one of these says that nothing named is counted.
const NO_NOUN: &str = "\
    a à au aux avec c ce ces chez comme contre d dans de des dont du elle elles en entre est et il ils l la \
    le les leur leurs lors mais n ne nous on ont ou où par pas pendant pour puis qu que qui s sa sans se ses \
    si sont sous sur tandis un une vers y était étaient ainsi and are as at but by for from had has have he \
    in into is it of on or she than that the they this to was were which who will with per selon après avant \
    depuis plus moins janvier février mars avril mai juin juillet août septembre octobre novembre décembre \
    january february march april may june july august september october november december h am pm th av ap \
    st nd rd er ème e avait avaient fut sera seront \
";

static NO_NOUNS: LazyLock<HashSet<&str>> = LazyLock::new(|| NO_NOUN.split_whitespace().collect());

/// Adjectives that stand before the noun.
const BETWEEN: &[&str] = &[
    "autres",
    "nouveaux",
    "nouvelles",
    "premiers",
    "premières",
    "derniers",
    "dernières",
    "jeunes",
    "petits",
    "petites",
    "grands",
    "grandes",
    "vieux",
    "bons",
    "bonnes",
    "other",
    "more",
    "new",
    "young",
    "first",
    "last",
];

/// What `number` counts.
pub(super) fn counted(words: Words<'_>, number: Number) -> Option<Counted> {
    let (qualifier, first) = qualifier(words, number.first);
    let start = words.tokens[number.first].span.start();
    let prefixed = sign_before(&words.text[..start]);
    let end = words.tokens[number.end - 1].span.end();
    let qualify =
        |noun: String, end: usize| Counted { noun, qualifier: qualifier.clone(), start: first, end, factor: 1 };
    if let Some((sign, at)) = prefixed {
        let start = Some(first.unwrap_or(at));
        return Some(Counted { start, ..qualify(sign.to_owned(), end) });
    }
    if let Some((sign, factor, end)) = money_after(words.text, end) {
        return Some(Counted { factor, ..qualify(sign.to_owned(), end) });
    }
    if let Some((sign, end)) = sign_after(words.text, end) {
        return Some(qualify(sign.to_owned(), end));
    }
    if is_year(words, number) {
        return None;
    }
    let (noun, end) = noun(words, number)?;
    Some(qualify(noun, end))
}

/// `€`, `$` right before the number, and where it stands.
fn sign_before(text: &str) -> Option<(&'static str, usize)> {
    let text = text.trim_end_matches(' ');
    let sign = ["€", "$", "£", "¥"].into_iter().find(|sign| text.ends_with(sign))?;
    Some((sign, text.len() - sign.len()))
}

/// `M€`, `Md€`, `k€` after the number: the sign, what it multiplies by, and where it ends.
fn money_after(text: &str, end: usize) -> Option<(&'static str, i64, usize)> {
    const SHORT: [(&str, i64); 4] = [("Mds", 1_000_000_000), ("Md", 1_000_000_000), ("M", 1_000_000), ("k", 1_000)];
    let after = text[end..].trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
    let (short, factor) = SHORT.into_iter().find(|(short, _)| after.starts_with(short))?;
    let rest = after[short.len()..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let sign = ["€", "$", "£"].into_iter().find(|sign| rest.starts_with(sign))?;
    Some((sign, factor, text.len() - rest.len() + sign.len()))
}

/// A sign after the number, and where it ends.
fn sign_after(text: &str, end: usize) -> Option<(&'static str, usize)> {
    let rest = &text[end..];
    let after = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
    let start = end + rest.len() - after.len();
    let sign = SIGNS.iter().filter(|sign| after.starts_with(**sign)).max_by_key(|sign| sign.len())?;
    let bare = after[sign.len()..].chars().next().is_none_or(|next| !next.is_alphanumeric());
    bare.then_some((*sign, start + sign.len()))
}

/// Four digits that are a year: nothing but a noun in the plural right after makes them a number.
fn is_year(words: Words<'_>, number: Number) -> bool {
    let value = number.value;
    let plain = number.end == number.first + 1 && value.scale == 0 && words.tokens[number.first].text.len() == 4;
    let led = matches!(
        &*words.small(number.first.wrapping_sub(1)),
        "en" | "in"
            | "depuis"
            | "since"
            | "année"
            | "janvier"
            | "février"
            | "mars"
            | "avril"
            | "mai"
            | "juin"
            | "juillet"
            | "août"
            | "septembre"
            | "octobre"
            | "novembre"
            | "décembre"
            | "l"
            | "de"
            | "of"
            | "d"
            | "entre"
            | "et"
    );
    plain && (1700..=2100).contains(&value.digits) && (led || !words.small(number.end).ends_with('s'))
}

/// Whether `heures` after the number tells the hour: `à huit heures`, but not `huit heures de trêve`.
fn tells_the_hour(words: Words<'_>, number: Number) -> bool {
    if !matches!(&*words.small(number.end), "heure" | "heures") {
        return false;
    }
    let (before, after) = (words.small(number.first.wrapping_sub(1)), words.small(number.end + 1));
    // `les 24 Heures du Mans`
    if words.is_capital(number.end) {
        return true;
    }
    if number.value.scale > 0 || number.value.digits > 24 || number.about {
        return false;
    }
    let of = matches!(&*after, "de" | "d") && words.joins(number.end + 1);
    let on = words.joins(number.end + 1)
        && (matches!(&*after, "du" | "et" | "trente" | "quinze" | "gmt" | "précises" | "pile" | "locales")
            || after.starts_with(|c: char| c.is_ascii_digit())
            || &*after == "à" && words.small(number.end + 2).starts_with(|c: char| c.is_ascii_digit()));
    let at = matches!(&*before, "à" | "est" | "vers" | "dès" | "avant" | "entre" | "aux" | "sur" | "et")
        && words.joins(number.first);
    !of && (on || at)
}

/// `deux de ses victimes`, `trois des accusés`, `two of his victims`: where the noun begins after the words at `at`.
fn some_of(words: Words<'_>, at: usize) -> Option<usize> {
    if !words.joins(at) || !words.joins(at + 1) {
        return None;
    }
    let own = matches!(
        &*words.small(at + 1),
        "ses"
            | "leurs"
            | "nos"
            | "mes"
            | "vos"
            | "ces"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "your"
            | "these"
            | "those"
            | "the"
    );
    match &*words.small(at) {
        "des" => Some(at + 1),
        "de" | "of" if own && words.joins(at + 2) => Some(at + 2),
        _ => None,
    }
}

/// The noun after the number, with an adjective before it, and where it ends.
pub(super) fn noun(words: Words<'_>, number: Number) -> Option<(String, usize)> {
    let mut at = number.end;
    let of = words.joins(at) && matches!(&*words.small(at), "de" | "d" | "des" | "of");
    if of && number.of {
        at += 1;
        // `la moitié de la population`, `un tiers des habitants`
        while matches!(
            &*words.small(at),
            "la" | "l" | "le" | "les" | "the" | "ses" | "leurs" | "son" | "sa" | "its" | "their" | "his" | "her"
        ) && words.joins(at)
        {
            at += 1;
        }
    } else if number.about && words.language == Language::French {
        return None;
    } else if let Some(named) =
        some_of(words, at).filter(|_| number.value.scale == 0 && (2..1000).contains(&number.value.digits))
    {
        at = named;
    }
    if tells_the_hour(words, number) {
        return None;
    }
    let first = at;
    while BETWEEN.contains(&&*words.small(at))
        && words.joins(at)
        && words.joins(at + 1)
        && !words.is_capital(at + 1)
        && is_noun(&words.small(at + 1))
    {
        at += 1;
    }
    let token = words
        .tokens
        .get(at)
        .filter(|_| words.joins(at))
        .filter(|_| !words.gap(at).contains(['-', '\'', '’']) || at > number.end)?;
    let small = words.small(at);
    let good = is_noun(&small)
        && super::numeral(&small, words.language).is_none()
        && !elides(&small)
        && token.text.chars().all(char::is_alphabetic)
        && token.text.chars().count() > 1;
    if !good {
        return None;
    }
    let mut end = token.span.end();
    // `pays-bas`, `porte-parole`: what is hyphened is one noun.
    let mut last = at;
    while words.joins(last + 1) && matches!(words.gap(last + 1), "-" | "\u{2011}") {
        last += 1;
        end = words.tokens[last].span.end();
    }
    // `km/h`
    if words.gap(last + 1) == "/"
        && words.tokens.get(last + 1).is_some_and(|per| per.text.chars().all(char::is_alphabetic))
    {
        end = words.tokens[last + 1].span.end();
    }
    // `millions d'euros`: the noun alone names the unit.
    Some((words.text[words.tokens[first].span.start()..end].to_owned(), end))
}

pub(super) fn is_noun(small: &str) -> bool {
    !small.is_empty() && !NO_NOUNS.contains(small) && !small.starts_with(|c: char| c.is_ascii_digit())
}

/// What qualifies the number whose first word is `first`, as written, and where it begins.
pub(super) fn qualifier(words: Words<'_>, first: usize) -> (Option<String>, Option<usize>) {
    for len in (1..=4).rev() {
        let Some(start) = first.checked_sub(len) else { continue };
        if (start + 1..=first).any(|at| !words.joins(at)) {
            continue;
        }
        let phrase: Vec<String> = (start..first).map(|at| words.small(at).into_owned()).collect();
        if BEFORE.contains(&phrase.join(" ").as_str()) {
            let from = words.tokens[start].span.start();
            let to = words.tokens[first - 1].span.end();
            return (Some(words.text[from..to].to_owned()), Some(from));
        }
    }
    (None, None)
}
