//! From a query and filters to ranked articles and facet counts.

use crate::{Facets, Filters, Index, Query, Term, facets::Gate, hits::Pattern, rank};
use visavis_corpus::{ArticleIx, Pack};

/// An article that answers a query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Which.
    pub article: ArticleIx,
    /// How well, by BM25; 0 where nothing was asked.
    pub score: f64,
    /// How often the terms occur in it.
    pub occurrences: u32,
}

/// How many articles hold a term, whatever else is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermCount {
    /// The term as it was typed.
    pub text: String,
    /// Articles.
    pub articles: usize,
}

/// The answer to a query.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Results {
    /// Best first; where nothing was asked, in order of publication, the undated last. Ties by id.
    pub found: Vec<Found>,
    /// What choosing further would leave.
    pub facets: Facets,
    /// The terms, in the order of the query.
    pub terms: Vec<TermCount>,
}

impl Index {
    /// Answers `query` among the articles that pass `filters`.
    ///
    /// `pack` is the one that the index was built from.
    pub fn search(&self, pack: &Pack, query: &Query, filters: &Filters) -> Results {
        let counts: Vec<Vec<u32>> = query.terms.iter().map(|term| self.counts(pack, term)).collect();
        let holding: Vec<usize> = counts.iter().map(|term| term.iter().filter(|&&count| count > 0).count()).collect();
        let worth: Vec<f64> =
            holding.iter().map(|&articles| rank::inverse_frequency(self.documents().len(), articles)).collect();

        let gate = Gate::new(pack, filters);
        let mut found = vec![];
        let mut matching = vec![];
        for (at, document) in self.documents().iter().enumerate() {
            if !matches(query, counts.iter().map(|term| term[at])) {
                continue;
            }
            let failed = gate.fails(document);
            matching.push((document, failed));
            if failed == 0 {
                let weighed = |(term, worth): (&Vec<u32>, &f64)| worth * rank::weight(self, term[at], document.length);
                found.push(Found {
                    article: ArticleIx(at as u32),
                    score: counts.iter().zip(&worth).map(weighed).sum(),
                    occurrences: counts.iter().map(|term| term[at]).sum(),
                });
            }
        }
        order(pack, query, &mut found);
        let facets = gate.count(self, matching.into_iter());
        let count = |(term, articles): (&Term, usize)| TermCount { text: term.text.clone(), articles };
        Results { found, facets, terms: query.terms.iter().zip(holding).map(count).collect() }
    }

    /// How often `term` occurs in each article.
    fn counts(&self, pack: &Pack, term: &Term) -> Vec<u32> {
        let pattern = Pattern::new(self, term);
        let mut counts = self.sum(pattern.places.first());
        if pattern.places.len() > 1 {
            for place in &pattern.places[1..] {
                counts.iter_mut().zip(self.sum(Some(place))).for_each(|(count, other)| *count = other.min(*count));
            }
            // All the words are there; whether they stand side by side is seen in the text.
            for (article, count) in (0..).map(ArticleIx).zip(&mut counts) {
                if *count > 0 {
                    *count = self.occurrences(pack, article, &pattern);
                }
            }
        }
        counts
    }

    /// How often any of `forms` occurs in each article.
    fn sum(&self, forms: Option<&std::ops::Range<u32>>) -> Vec<u32> {
        let mut counts = vec![0; self.documents().len()];
        for posting in forms.into_iter().flat_map(|forms| self.postings(forms)) {
            counts[posting.article.index()] += posting.count;
        }
        counts
    }
}

/// Whether an article that holds each term `counts` times answers `query`.
fn matches(query: &Query, mut counts: impl Iterator<Item = u32>) -> bool {
    query.is_empty() || if query.any { counts.any(|count| count > 0) } else { counts.all(|count| count > 0) }
}

fn order(pack: &Pack, query: &Query, found: &mut [Found]) {
    if query.is_empty() {
        let day = |found: &Found| pack.heads()[found.article.index()].date.value().copied();
        found.sort_by_key(|found| (day(found).is_none(), day(found), found.article));
    } else {
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.article.cmp(&b.article)));
    }
}
