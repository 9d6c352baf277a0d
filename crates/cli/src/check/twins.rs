//! Articles that read the same, or nearly: reprints of a dispatch, a page saved twice.
//!
//! An article is known by the smallest hashes of its runs of five words (bottom-k sketches: A. Z. Broder, *On the resemblance and
//! containment of documents*, 1997). Two sketches that share hashes are compared; the share of common hashes among the smallest of both
//! estimates how much of the runs the articles have in common. Runs that more than [`MAX_HOLDERS`] articles have tell nothing and are
//! skipped, so the work grows with the number of articles and not with its square.

use super::findings::{Finding, Kind};
use std::collections::{BTreeMap, BTreeSet};
use visavis_corpus::{Article, Corpus};
use visavis_text::{fold, words};

/// Hashes kept of each article.
const SKETCH: usize = 128;
/// Words of a run.
const RUN: usize = 5;
/// A run that more articles have is no sign of copying.
const MAX_HOLDERS: usize = 40;
/// From this resemblance on, in per cent, two articles are said to be near.
const NEAR: usize = 50;

/// The pairs of articles that read alike, each once.
pub(super) fn twins(corpus: &Corpus) -> Vec<Finding> {
    let sketches: Vec<Vec<u64>> = corpus.articles.iter().map(sketch).collect();
    let mut found = vec![];
    // What reads the same as an earlier article is said once, and takes no part in what follows.
    let mut first: BTreeMap<&[u64], usize> = BTreeMap::new();
    let mut alone = vec![];
    for (at, sketch) in sketches.iter().enumerate().filter(|(_, sketch)| !sketch.is_empty()) {
        if let Some(&same) = first.get(sketch.as_slice()) {
            found.push(finding(&corpus.articles[same], &corpus.articles[at], 100));
        } else {
            first.insert(sketch, at);
            alone.push((at, sketch));
        }
    }
    let mut holders: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, sketch) in alone {
        sketch.iter().for_each(|hash| holders.entry(*hash).or_default().push(at));
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for holders in holders.values().filter(|holders| (2..=MAX_HOLDERS).contains(&holders.len())) {
        for (at, first) in holders.iter().enumerate() {
            holders[at + 1..].iter().for_each(|second| *shared.entry((*first, *second)).or_default() += 1);
        }
    }
    let near = shared.into_keys().filter_map(|(first, second)| {
        let percent = resemblance(&sketches[first], &sketches[second]);
        (percent >= NEAR).then_some((first, second, percent))
    });
    found.extend(near.map(|(a, b, percent)| finding(&corpus.articles[a], &corpus.articles[b], percent)));
    found
}

fn finding(first: &Article, second: &Article, percent: usize) -> Finding {
    let other = &first.head.file;
    let what = if percent == 100 {
        format!("reads the same as {other}; remove one of the two, unless it is a reprint")
    } else {
        format!("reads nearly the same as {other} (about {percent} % of its runs of five words)")
    };
    Finding::new(Kind::Twins, &second.head.file, what)
}

/// The smallest hashes of the runs of words that are read.
fn sketch(article: &Article) -> Vec<u64> {
    let read = article.blocks.iter().filter(|block| block.role.is_read());
    let words: Vec<u64> =
        read.flat_map(|block| words(&block.text)).map(|word| hash(fold(word.text).as_bytes())).collect();
    let runs: BTreeSet<u64> =
        words.windows(RUN).map(|run| run.iter().fold(0, |hash, word| mixed(hash ^ word))).collect();
    runs.into_iter().take(SKETCH).collect()
}

/// FNV-1a, mixed so that the smallest hashes are a fair sample.
fn hash(bytes: &[u8]) -> u64 {
    mixed(
        bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)),
    )
}

/// The finaliser of `SplitMix64`.
fn mixed(hash: u64) -> u64 {
    let hash = (hash.wrapping_add(0x9e37_79b9_7f4a_7c15) ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// How many of the smallest hashes of both are in both, in per cent. Sketches are sorted.
fn resemblance(first: &[u64], second: &[u64]) -> usize {
    let both: BTreeSet<u64> = first.iter().chain(second).copied().collect();
    let smallest: Vec<u64> = both.into_iter().take(SKETCH).collect();
    let common = smallest.iter().filter(|hash| first.binary_search(hash).is_ok() && second.binary_search(hash).is_ok());
    (100 * common.count()).checked_div(smallest.len()).unwrap_or_default()
}
