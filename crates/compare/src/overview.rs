//! Overview: every article of a corpus against every other, by what they share word for word.
//!
//! Comparing all pairs would take time with the square of their number. Instead a few sequences of words stand for each article
//! (winnowing: Schleimer, Wilkerson & Aiken 2003), an inverted index says which articles have each, and only articles that share some
//! are ever looked at together: the time grows with the articles, and with what they share. Any run of
//! [`SEQUENCE`] + [`WINDOW`] - 1 = 8 words that two articles share leaves at least one sequence in common. The shares are estimates;
//! [`crate::compare_copies`] tells the passages of a pair.

use crate::copies::share;
use crate::numbered::{Numbered, sort};
use crate::wording::mix;
use serde::Serialize;
use std::collections::VecDeque;
use visavis_corpus::{Article, ArticleIx};
use visavis_text::{fold_into, gathered, ordered_by, words};

/// Words of a sequence.
const SEQUENCE: usize = 5;

/// Neighbouring sequences of which one is kept.
const WINDOW: usize = 4;

/// The sequences of words that stand for a text, as numbers: sorted, each once.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Fingerprints(Vec<u64>);

impl Fingerprints {
    /// Those of the blocks of `article` that are read.
    pub fn of_article(article: &Article) -> Self {
        Self::of_paragraphs(article.blocks.iter().filter(|block| block.role.is_read()).map(|block| block.text.as_str()))
    }

    /// Those of bare paragraphs.
    pub fn of_paragraphs<'t>(paragraphs: impl IntoIterator<Item = &'t str>) -> Self {
        let mut folded = String::new();
        let digests: Vec<u64> = paragraphs
            .into_iter()
            .flat_map(words)
            .map(|word| {
                folded.clear();
                fold_into(word.text, &mut folded);
                mix(0, &folded)
            })
            .collect();
        let mut kept: Vec<Numbered> =
            winnow(digests.windows(SEQUENCE).map(sequence)).into_iter().map(|number| (number, 0)).collect();
        sort(&mut kept);
        kept.dedup();
        Self(kept.into_iter().map(|(number, _)| number).collect())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none: the text has fewer words than a sequence.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// One number for a sequence of words, spread evenly so that the least of some is a fair choice.
fn sequence(words: &[u64]) -> u64 {
    let mixed =
        words.iter().fold(0u64, |mixed, &word| (mixed.rotate_left(17) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    mixed ^ (mixed >> 29)
}

/// The least number of each window; all of a text shorter than one.
fn winnow(numbers: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut kept: Vec<u64> = vec![];
    // Candidates for the least of the window: positions and numbers, both rising.
    let mut rising: VecDeque<(usize, u64)> = VecDeque::new();
    for (at, number) in numbers.enumerate() {
        while rising.back().is_some_and(|&(_, other)| other >= number) {
            rising.pop_back();
        }
        rising.push_back((at, number));
        while rising.front().is_some_and(|&(first, _)| first + WINDOW <= at) {
            rising.pop_front();
        }
        if at + 1 >= WINDOW {
            kept.extend(rising.front().map(|&(_, least)| least).filter(|least| kept.last() != Some(least)));
        }
    }
    if kept.is_empty() { rising.into_iter().map(|(_, number)| number).collect() } else { kept }
}

/// What counts as sharing.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct OverviewParameters {
    /// Sequences in common from which a pair is listed: 3. A text that has fewer has to share them all.
    pub least_shared: usize,
    /// Articles beyond which a sequence is taken for a turn that everybody uses: 500.
    pub most_articles: usize,
    /// Share of the shorter of two articles from which they are of one group: 0.2.
    pub group_share: f64,
}

impl Default for OverviewParameters {
    fn default() -> Self {
        Self { least_shared: 3, most_articles: 500, group_share: 0.2 }
    }
}

/// Two articles that share something.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SharingPair {
    /// The articles, the earlier first.
    pub articles: [ArticleIx; 2],
    /// Sequences in common.
    pub shared: usize,
    /// The same as a share of each article's sequences, 0–1: about the share of its words that the other has.
    pub shares: [f64; 2],
}

/// Which articles of a corpus share what.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Overview {
    /// Pairs that share something, in order of their articles.
    pub pairs: Vec<SharingPair>,
    /// Articles that copying links, directly or through others: the largest group first, then in order. None has one article only.
    pub groups: Vec<Vec<ArticleIx>>,
    /// Sequences left out because too many articles have them.
    pub common_turns: usize,
    /// What counted as sharing.
    pub parameters: OverviewParameters,
}

/// Every article against every other.
pub fn overview(articles: &[Fingerprints], parameters: OverviewParameters) -> Overview {
    let mut postings: Vec<Numbered> =
        articles.iter().zip(0..).flat_map(|(of, ix)| of.0.iter().map(move |&n| (n, ix))).collect();
    sort(&mut postings);
    let (mut shared, mut common_turns) = (vec![vec![]; articles.len()], 0);
    for posting in postings.chunk_by(|x, y| x.0 == y.0).filter(|posting| posting.len() > 1) {
        if posting.len() > parameters.most_articles {
            common_turns += 1;
        } else {
            link(posting, &mut shared);
        }
    }
    let pairs: Vec<SharingPair> = (0..)
        .zip(shared)
        .filter(|(_, others)| !others.is_empty())
        .flat_map(|(ix, others)| sharing(ix, others, articles, parameters))
        .collect();
    let groups = groups(&pairs, articles.len(), parameters.group_share);
    Overview { pairs, groups, common_turns, parameters }
}

/// Tells each article of a posting of the later ones.
fn link(posting: &[Numbered], shared: &mut [Vec<u32>]) {
    for (at, &(_, ix)) in posting.iter().enumerate() {
        if let Some(others) = shared.get_mut(ix as usize) {
            others.extend(posting[at + 1..].iter().map(|&(_, other)| other));
        }
    }
}

/// The pairs of the article `ix` with later ones, each of which stands in `others` once for each sequence in common.
fn sharing(ix: u32, others: Vec<u32>, articles: &[Fingerprints], parameters: OverviewParameters) -> Vec<SharingPair> {
    let mut others: Vec<Numbered> = others.into_iter().map(|other| (u64::from(other), other)).collect();
    sort(&mut others);
    let size = |ix: u32| articles.get(ix as usize).map_or(0, Fingerprints::len);
    let pair = |same: &[Numbered]| {
        let pair = [ix, same.first()?.1];
        let enough = pair.iter().any(|&ix| same.len() >= parameters.least_shared.min(size(ix)));
        enough.then(|| SharingPair {
            articles: pair.map(ArticleIx),
            shared: same.len(),
            shares: pair.map(|ix| share(same.len(), size(ix))),
        })
    };
    others.chunk_by(|x, y| x == y).filter_map(pair).collect()
}

/// Articles linked by pairs that share enough.
fn groups(pairs: &[SharingPair], articles: usize, least: f64) -> Vec<Vec<ArticleIx>> {
    let mut parents: Vec<usize> = (0..articles).collect();
    for pair in pairs.iter().filter(|pair| pair.shares.iter().any(|&share| share >= least)) {
        let [a, b] = pair.articles.map(|ix| root(ix.index(), &mut parents));
        parents[a.max(b)] = a.min(b);
    }
    let rooted = (0..articles).map(|ix| (root(ix, &mut parents), ArticleIx(ix as u32))).collect();
    let groups = gathered(rooted).into_iter().map(|(_, group)| group).filter(|group| group.len() > 1).collect();
    ordered_by(groups, |group| std::cmp::Reverse(group.len()))
}

/// The first article of the group of `ix`.
fn root(mut ix: usize, parents: &mut [usize]) -> usize {
    while parents[ix] != ix {
        parents[ix] = parents[parents[ix]];
        ix = parents[ix];
    }
    ix
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DISPATCH: &str =
        "Les avions russes ont mené des raids intensifs sur les secteurs est de la ville tenus par les rebelles.";

    fn compared(texts: &[&str]) -> Overview {
        let all: Vec<Fingerprints> = texts.iter().map(|text| Fingerprints::of_paragraphs([*text])).collect();
        overview(&all, OverviewParameters::default())
    }

    #[test]
    fn articles_that_share_a_dispatch_are_a_group() {
        let longer = format!("Un calme relatif régnait depuis dimanche soir dans toute la vallée. {DISPATCH}");
        let found = compared(&[DISPATCH, "Rien de tout cela n'est arrivé ici ni ailleurs hier.", &longer]);
        assert_eq!(found.groups, [[ArticleIx(0), ArticleIx(2)]]);
        assert_eq!(found.pairs.iter().map(|pair| pair.articles).collect::<Vec<_>>(), [[ArticleIx(0), ArticleIx(2)]]);
        let [here, there] = found.pairs[0].shares;
        assert!(here > 0.9 && there < 0.8, "{here} {there}");
    }

    #[test]
    fn a_turn_of_too_many_articles_links_none() {
        let all = vec![Fingerprints::of_paragraphs([DISPATCH]); 5];
        let found = overview(&all, OverviewParameters { most_articles: 4, ..OverviewParameters::default() });
        assert_eq!((found.pairs.len(), found.groups.len()), (0, 0));
        assert_eq!(found.common_turns, all[0].len());
    }

    #[test]
    fn one_word_repeated_without_end_is_one_sequence() {
        assert_eq!(Fingerprints::of_paragraphs(["mot ".repeat(100_000).as_str()]).len(), 1);
    }

    proptest! {
        #[test]
        fn a_run_of_eight_words_in_common_is_seen(before in "[a-e ]{0,40}", run in prop::collection::vec("[f-z]{3}", 8), after in "[A-E ]{0,40}") {
            let run = run.join(" ");
            let texts = [format!("{before} {run} un"), format!("{run} deux {after}")];
            let [a, b] = texts.each_ref().map(|text| Fingerprints::of_paragraphs([text.as_str()]));
            prop_assert!(a.0.iter().any(|number| b.0.contains(number)));
        }
    }
}
