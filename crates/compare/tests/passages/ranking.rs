//! Pairs of sentences ranked by how strongly they meet, and how well a ranking agrees with what was judged.

use visavis_compare::{Meeting, PassageParameters, Place, TermFrequencies, compare_passages};
use visavis_corpus::Article;

/// A sentence: its article and its number in it, from 1.
pub(crate) type Numbered = (usize, usize);

/// A sentence of each of two articles.
pub(crate) type Pair = (Numbered, Numbered);

/// Every pair of sentences that shares more than what is lent, the strongest first. `number` tells the number of a sentence by its article and
/// its place there; a sentence without one is left out.
pub(crate) fn ranking(articles: &[Article], number: impl Fn(usize, Place) -> Option<usize>) -> Vec<(Pair, Meeting)> {
    let frequencies = TermFrequencies::new(articles);
    let parameters = PassageParameters { least_strength: 0.0, most_per_sentence: usize::MAX };
    let mut ranked = vec![];
    for (b, there) in articles.iter().enumerate() {
        for (a, here) in articles[..b].iter().enumerate() {
            let found = compare_passages(here, there, &frequencies, parameters);
            let named = |m: &Meeting| Some(((a, number(a, m.sides[0])?), (b, number(b, m.sides[1])?)));
            ranked.extend(found.into_iter().filter_map(|meeting| Some((named(&meeting)?, meeting))));
        }
    }
    ranked.sort_by(|(p, x), (q, y)| y.strength.total_cmp(&x.strength).then_with(|| p.cmp(q)));
    ranked
}

/// The mean, over the `listed` pairs of a reader, of the precision down to each; 0 for a pair that is not ranked. `hits` says of each
/// ranked pair whether it is one of them.
pub(crate) fn average_precision(hits: impl Iterator<Item = bool>, listed: usize) -> f64 {
    let ranks = hits.zip(1_u32..).filter(|(hit, _)| *hit).map(|(_, rank)| f64::from(rank));
    ranks.zip(1_u32..).map(|(rank, found)| f64::from(found) / rank).sum::<f64>() / listed.max(1) as f64
}
