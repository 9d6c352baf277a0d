//! Places that stand for their government: `Moscou a annoncé`, `Washington et Moscou`, `selon Ankara`.

use super::{
    Hit, Sheet,
    classes::Class,
    known::Source,
    scan::{Book, Ground, Reader},
};
use visavis_corpus::{Kind, Mention};

/// Marks the metonyms among `mentions`, which stand in order for `hits`.
pub(super) fn mark(mentions: &mut [Mention], sheets: &[Sheet], hits: &[Hit], book: &Book) {
    let acts: Vec<bool> = hits
        .iter()
        .zip(mentions.iter())
        .map(|(hit, mention)| {
            mention.kind == Kind::Place && acts(hit, &Reader::beside(book, &sheets[hit.sheet as usize]))
        })
        .collect();
    for (at, mention) in mentions.iter_mut().enumerate() {
        // What is coordinated with one that acts, acts too.
        let beside = |other: usize| {
            acts.get(other).copied().unwrap_or(false)
                && mention.kind == Kind::Place
                && is_power(&hits[at], book, sheets)
                && coordinated(&hits[at.min(other)], &hits[at.max(other)])
        };
        mention.metonym = acts[at] || beside(at + 1) || at > 0 && beside(at - 1);
    }
}

/// Whether a country or a capital is named.
fn is_power(hit: &Hit, book: &Book, sheets: &[Sheet]) -> bool {
    let tokens = &sheets[hit.sheet as usize].tokens[hit.candidate.first..=hit.candidate.last];
    let entry = match hit.candidate.ground {
        Ground::Known(entry) => Some(entry),
        _ => book.known.names.longest(tokens).filter(|&(_, len)| len == tokens.len()).map(|(&entry, _)| entry),
    };
    entry.is_some_and(|entry| book.known.entries[entry as usize].source == Source::Country)
}

fn coordinated(first: &Hit, second: &Hit) -> bool {
    first.sheet == second.sheet && second.coordinated
}

/// Whether the place named by `hit` does what only a government does.
fn acts(hit: &Hit, reader: &Reader<'_>) -> bool {
    let tokens = &reader.tokens[hit.candidate.first..=hit.candidate.last];
    let entry = match hit.candidate.ground {
        Ground::Known(entry) => Some(entry),
        _ => reader.book.known.names.longest(tokens).filter(|&(_, len)| len == tokens.len()).map(|(&entry, _)| entry),
    };
    if entry.is_none_or(|entry| reader.book.known.entries[entry as usize].source != Source::Country) {
        return false;
    }
    let (first, next) = (hit.candidate.first, hit.candidate.last + 1);
    let before = if reader.tokens[first].opens() || first == 0 { "" } else { reader.text(first - 1) };
    let article = matches!(before, "la" | "le" | "l" | "les");
    let governed = if article && first > 1 { reader.text(first - 2) } else { before };
    if matches!(governed, "a" | "en" | "dans" | "vers" | "depuis" | "sur" | "au" | "aux" | "de" | "d" | "du" | "des") {
        return false;
    }
    if matches!(governed, "selon") || !article && matches!(governed, "par" | "entre" | "avec") {
        return true;
    }
    speaks(reader, next)
}

/// Whether a verb of speech or decision follows at `at`, behind a pronoun, an adverb or an auxiliary.
fn speaks(reader: &Reader<'_>, at: usize) -> bool {
    for next in at..at + 4 {
        if !reader.follows(next) && !reader.touches(next) {
            return false;
        }
        if reader.class(next).has(Class::SPEECH) {
            return true;
        }
        if !reader.class(next).has(Class::AUXILIARY | Class::FUNCTION) || reader.class(next).has(Class::ARTICLE) {
            return false;
        }
    }
    false
}
