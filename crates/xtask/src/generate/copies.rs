//! Copies that are planted on purpose, and listed: what a finder of copies is measured against.
//!
//! They are planned block by block of articles, so that clusters keep their size and their number grows as the corpus does.

use super::article::{id, own};
use super::random::Random;
use super::source::Source;
use serde::Serialize;

const BLOCK: u64 = 50;
const CLUSTERS: usize = 2;
const PLAN: u64 = 3;
const PLACE: u64 = 4;

/// How faithful a copy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fidelity {
    /// To the byte.
    Verbatim,
    /// The same words, set by another typographer.
    Light,
}

/// One copied passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Planted {
    /// Where it comes from.
    pub from: String,
    /// Its bytes in that body.
    pub from_span: [usize; 2],
    /// Where it was put.
    pub to: String,
    /// Its bytes in that body.
    pub to_span: [usize; 2],
    /// How it was copied.
    pub fidelity: Fidelity,
}

/// From which article the one of that number copies, if it does.
fn origin(seed: u64, number: u64) -> Option<u64> {
    let block = number / BLOCK;
    let mut random = Random::new(seed, PLAN, block);
    let mut free: Vec<u64> = (block * BLOCK..(block + 1) * BLOCK).collect();
    for _ in 0..CLUSTERS {
        let size = 2 + random.below(4);
        let mut members: Vec<u64> = (0..size).map(|_| free.swap_remove(random.below(free.len()))).collect();
        members.sort_unstable();
        if members[1..].contains(&number) {
            return Some(members[0]);
        }
    }
    None
}

/// Puts a passage of another article among `paragraphs`, if the plan says so.
pub(super) fn plant(source: &Source, seed: u64, number: u64, paragraphs: &mut Vec<String>) -> Option<Planted> {
    let from = origin(seed, number)?;
    let (_, originals) = own(source, seed, from);
    let mut random = Random::new(seed, PLACE, number);
    let chosen = random.below(originals.len());
    let before: usize = originals[..chosen].iter().map(|sentences| sentences.join(" ").len() + 2).sum();
    let passage = originals.get(chosen)?.join(" ");
    let fidelity = if random.chance(500) { Fidelity::Verbatim } else { Fidelity::Light };
    let text = match fidelity {
        Fidelity::Verbatim => passage.clone(),
        Fidelity::Light => reset(&passage),
    };
    let place = random.below(paragraphs.len() + 1);
    let start: usize = paragraphs[..place].iter().map(|paragraph| paragraph.len() + 2).sum();
    let to_span = [start, start + text.len()];
    paragraphs.insert(place, text);
    Some(Planted { from: id(from), from_span: [before, before + passage.len()], to: id(number), to_span, fidelity })
}

/// The same words with other apostrophes, quotation marks and spaces.
fn reset(text: &str) -> String {
    let text = text.replace('\'', "’").replace("« ", "“").replace(" »", "”").replace(" :", "\u{a0}:");
    text.replace(" ;", "\u{202f};").replace("--", "–")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_copied_from_an_article_that_itself_copies() {
        for number in 0..2000 {
            if let Some(from) = origin(7, number) {
                assert!(from < number && origin(7, from).is_none(), "{number} from {from}");
            }
        }
    }

    #[test]
    fn copies_grow_as_the_corpus_does() {
        let count = |end: u64| (0..end).filter(|&number| origin(7, number).is_some()).count();
        let (small, large) = (count(1000), count(4000));
        assert!((3 * small..=5 * small).contains(&large) && small > 50, "{small}, then {large}");
    }
}
