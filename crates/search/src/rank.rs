//! How well an article answers.

use crate::{
    index::{Counts, Document, Part},
    pattern::Grade,
};

/// What counts how much. Tuned on the odd questions of PIAF and judged on the even ones: `cargo bench -p visavis-search --bench quality`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weights {
    /// What one occurrence is worth in the title, in a subheading, in the lead, in the body.
    parts: [f32; 4],
    /// How much the length of each of them counts.
    lengths: [f32; 4],
    /// What a word is worth that differs in accents.
    folded: f32,
    /// In its ending.
    related: f32,
    /// By what follows the beginning.
    begun: f32,
    /// By a slip.
    misspelt: f32,
    /// How fast repetition saturates.
    k1: f64,
    /// What the closeness of two terms is worth.
    pub(crate) closeness: f64,
}

/// The weights in use.
pub(crate) const WEIGHTS: Weights = Weights {
    parts: [2.5, 1.5, 1.5, 1.0],
    lengths: [0.3, 0.3, 0.6, 0.6],
    folded: 0.9,
    related: 0.45,
    begun: 0.5,
    misspelt: 0.4,
    k1: 1.0,
    closeness: 0.8,
};

impl Weights {
    /// What a word of `grade` is worth.
    pub(crate) const fn grade(&self, grade: Grade) -> f32 {
        match grade {
            Grade::Exact => 1.0,
            Grade::Folded => self.folded,
            Grade::Related => self.related,
            Grade::Begun => self.begun,
            Grade::Misspelt => self.misspelt,
        }
    }

    /// What a term is worth that an article holds with this weight: each repetition adds less.
    pub(crate) fn saturated(&self, weight: f32) -> f64 {
        let weight = f64::from(weight);
        weight * (self.k1 + 1.0) / (weight + self.k1)
    }
}

/// Works out what one occurrence in each part of each document weighs: the longer the part, the less. This is the `F` of BM25F:
/// Robertson and Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond* (2009).
pub(crate) fn weigh(documents: &mut [Document]) {
    for part in Part::ALL.map(|part| part as usize) {
        let lengths =
            || documents.iter().map(|document| u64::from(document.lengths[part])).filter(|&length| length > 0);
        let mean = lengths().sum::<u64>() as f32 / lengths().count().max(1) as f32;
        for document in &mut *documents {
            let share = document.lengths[part] as f32 / mean.max(1.0);
            let by_length = 1.0 - WEIGHTS.lengths[part] + WEIGHTS.lengths[part] * share;
            document.norms[part] = WEIGHTS.parts[part] / by_length;
        }
    }
}

/// What these occurrences weigh in `document`.
#[inline]
pub(crate) fn weighed(counts: Counts, document: &Document) -> f32 {
    Part::ALL.iter().map(|&part| counts.in_part(part) as f32 * document.norms[part as usize]).sum()
}

/// What a term is worth: the rarer, the more. With 1 added inside the logarithm, so that a word in most articles is worth little and
/// never less than nothing; raised to the power of 3/2, which takes from the words that every question has (`quel`, `comment`) what
/// BM25 gives them, and needs no list of them.
///
/// `articles` is how many there are, `holding` how many hold the term.
pub(crate) fn worth(articles: usize, holding: usize) -> f64 {
    let (all, holding) = (articles as f64, holding as f64);
    let rarity = libm::log(1.0 + (all - holding + 0.5) / (holding + 0.5));
    rarity * rarity.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rare_term_is_worth_more_and_a_common_one_still_something() {
        assert!(worth(100, 1) > worth(100, 50));
        assert!(worth(100, 100) > 0.0);
    }
}
