//! How well an article answers.

use crate::Index;

/// How fast repetition saturates.
const K1: f64 = 1.2;
/// How much length counts.
const B: f64 = 0.75;

/// What a term is worth: the rarer, the more. Robertson and Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond* (2009),
/// with 1 added inside the logarithm, so that a word in most articles is worth little and never less than nothing.
///
/// `articles` is how many there are, `holding` how many hold the term.
pub(crate) fn inverse_frequency(articles: usize, holding: usize) -> f64 {
    let (all, holding) = (articles as f64, holding as f64);
    libm::log(1.0 + (all - holding + 0.5) / (holding + 0.5))
}

/// What `count` occurrences in an article of `length` words are worth (BM25, as above).
pub(crate) fn weight(index: &Index, count: u32, length: u32) -> f64 {
    let count = f64::from(count);
    let share = f64::from(length) / index.mean_length().max(1.0);
    count * (K1 + 1.0) / (count + K1 * (1.0 - B + B * share))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rare_term_is_worth_more_and_a_common_one_still_something() {
        assert!(inverse_frequency(100, 1) > inverse_frequency(100, 50));
        assert!(inverse_frequency(100, 100) > 0.0);
    }
}
