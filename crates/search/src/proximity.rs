//! How close the terms of a query stand in a text.

use crate::{Index, Query, Scope, pattern::Pattern, rank::WEIGHTS};
use visavis_corpus::{ArticleIx, Pack};

/// Words further apart than this have nothing to do with each other.
const FAR: u32 = 8;
/// How fast the repetition of closeness saturates.
const K1: f64 = 1.2;
/// Terms worth more than this gain no more by standing close.
const ENOUGH: f64 = 1.0;

/// The single words of a query, ready to be found in texts.
pub(crate) struct Proximity {
    /// For each language, and for each number of the lexicon, the terms that it stands for, one bit each.
    tables: Vec<(u8, Vec<u64>)>,
    /// What each term is worth.
    worth: Vec<f64>,
}

impl Proximity {
    /// `None` where the query has fewer than two words that can stand close.
    pub(crate) fn new(index: &Index, query: &Query, positive: &[bool], worth: &[f64]) -> Option<Self> {
        let single = |at: &usize| {
            let term = &query.terms[*at];
            positive[*at] && term.forms.len() == 1 && term.scope == Scope::Text
        };
        let terms: Vec<usize> = (0..query.terms.len().min(64)).filter(single).collect();
        if terms.len() < 2 {
            return None;
        }
        let dictionary = index.dictionary();
        let patterns: Vec<Pattern> = terms.iter().map(|&at| Pattern::new(index, &query.terms[at])).collect();
        let table = |language| {
            let tongue = crate::index::tongue_bit(language);
            let mut table = vec![0; dictionary.lexicon_len()];
            for (bit, pattern) in patterns.iter().enumerate() {
                for class in pattern.places[0].0.iter().filter(|class| class.tongues & tongue != 0) {
                    dictionary.numbers(&class.words).iter().for_each(|&number| table[number as usize] |= 1 << bit);
                }
            }
            (tongue, table)
        };
        let tables = dictionary.languages().map(table).collect();
        Some(Self { tables, worth: terms.iter().map(|&at| worth[at]).collect() })
    }

    /// What the closeness of the terms in `article` is worth: for each two different terms that follow each other, the rarer the terms
    /// and the closer they stand, the more; repetition saturates. After Büttcher, Clarke and Lushman, *Term proximity scoring for ad-hoc
    /// retrieval on very large text collections* (2006).
    pub(crate) fn of(&self, index: &Index, pack: &Pack, article: ArticleIx) -> f64 {
        let Some(document) = index.documents().get(article.index()) else { return 0.0 };
        let Some((_, table)) = self.tables.iter().find(|(tongue, _)| tongue & document.tongue() != 0) else {
            return 0.0;
        };
        let mut gained = vec![0.0; self.worth.len()];
        let mut before: Option<(u64, u32)> = None;
        index.each_number(pack, article, |_, _, at, number| {
            let terms = table.get(number as usize).copied().unwrap_or(0);
            if terms == 0 {
                return;
            }
            if let Some((earlier, place)) = before
                && at - place <= FAR
                && earlier != terms
            {
                let close = 1.0 / f64::from((at - place) * (at - place));
                let (one, other) = (earlier.trailing_zeros() as usize, terms.trailing_zeros() as usize);
                gained[one] += self.worth[other] * close;
                gained[other] += self.worth[one] * close;
            }
            before = Some((terms, at));
        });
        let worth = |(gained, worth): (&f64, &f64)| worth.min(ENOUGH) * gained * (K1 + 1.0) / (gained + K1);
        WEIGHTS.closeness * gained.iter().zip(&self.worth).map(worth).sum::<f64>()
    }
}
