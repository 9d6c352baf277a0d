//! From a query and filters to ranked articles and facet counts.

use crate::{
    Facets, Filters, Index, Query, Relaxation, Term, bits::Bits, evaluate::Evaluated, facets::Gate, index::Part,
    matches::Matches, proximity::Proximity, rank, relax,
};
use visavis_corpus::{ArticleIx, Pack, Role};
use visavis_text::order_by_number;

/// An article that answers a query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Which.
    pub article: ArticleIx,
    /// How well, by BM25F and the closeness of the terms; 0 where nothing was asked.
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
    /// Where nothing was found: the parts of the query that no article answers, as positions in [`Query::chips`].
    pub unmet: Vec<usize>,
    /// Where nothing was found: what asking less would find.
    pub relaxations: Vec<Relaxation>,
}

/// What one term adds to the score of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct TermShare {
    /// Position in [`Query::terms`].
    pub term: usize,
    /// How often it stands in each part, in the order of [`Role::ALL`]; parts where it does not stand are left out.
    pub parts: Vec<(Role, u32)>,
    /// What the term is worth by its rarity, whatever the article.
    pub rarity: f64,
    /// What it adds here.
    pub score: f64,
}

/// How many of the best have the closeness of their terms looked at. It only adds, so that the others cannot overtake them unfairly.
const LOOKED_AT: usize = 100;

impl Index {
    /// Answers `query` among the articles that pass `filters`.
    ///
    /// `pack` is the one that the index was built from.
    pub fn search(&self, pack: &Pack, query: &Query, filters: &Filters) -> Results {
        let evaluated = Evaluated::new(self, pack, query);
        let scoring = Scoring::new(self, query, &evaluated);
        let answer = evaluated.answer(query, self.documents().len(), None);
        let gate = Gate::new(self, pack, filters);
        let mut passing = Bits::none(self.documents().len());
        let mut tally = gate.tally(&answer);
        for article in answer.iter() {
            let document = &self.documents()[article];
            let parts = scoring.parts(article).unwrap_or_else(|| document.parts_held());
            let failed = gate.fails(document, parts);
            tally.add(document, parts, failed);
            if failed == 0 {
                passing.insert(article);
            }
        }
        let found = self.ranked(pack, query, &scoring, &passing);
        let count = |(term, matches): (&Term, &Matches)| TermCount {
            text: term.text.clone(),
            articles: matches.articles.count(),
        };
        let terms = query.terms.iter().zip(&evaluated.terms).map(count).collect();
        let mut results = Results { found, facets: tally.finish(self), terms, ..Results::default() };
        if results.found.is_empty() && !query.is_empty() {
            results.unmet = evaluated.unmet();
            results.relaxations = relax::relaxations(self, query, &evaluated, &gate);
        }
        results
    }

    /// What each term of `query` adds to the score of `article`; terms that it does not hold are left out. What is missing from
    /// [`Found::score`] is the closeness of the terms.
    pub fn explain(&self, pack: &Pack, query: &Query, article: ArticleIx) -> Vec<TermShare> {
        let evaluated = Evaluated::new(self, pack, query);
        let scoring = Scoring::new(self, query, &evaluated);
        let share = |(term, matches): (usize, &Matches)| {
            let counts =
                *matches.counts.get(article.index()).filter(|counts| scoring.positive[term] && !counts.is_zero())?;
            let parts =
                [Part::Title, Part::Lead, Part::Body, Part::Subheading].map(|part| (part.role(), counts.in_part(part)));
            Some(TermShare {
                term,
                parts: parts.into_iter().filter(|(_, count)| *count > 0).collect(),
                rarity: scoring.worth[term],
                score: scoring.worth[term] * rank::WEIGHTS.saturated(matches.weights[article.index()]),
            })
        };
        evaluated.terms.iter().enumerate().filter_map(share).collect()
    }

    fn ranked(&self, pack: &Pack, query: &Query, scoring: &Scoring<'_>, articles: &Bits) -> Vec<Found> {
        if !scoring.asks() {
            let published = self.catalogue().published.iter().map(|article| article.index());
            return published.filter(|&article| articles.contains(article)).map(|at| scoring.found(at)).collect();
        }
        let mut found = best_first(articles.iter().map(|article| scoring.found(article)).collect());
        if let Some(proximity) = Proximity::new(self, query, &scoring.positive, &scoring.worth) {
            let others = found.split_off(found.len().min(LOOKED_AT));
            for found in &mut found {
                found.score += proximity.of(self, pack, found.article);
            }
            found = best_first(found);
            found.extend(others);
        }
        found
    }
}

/// Best first; those that are as good stay in their order, which is that of the articles. Scores are never negative, and the bits of such
/// numbers are in their order, so that they can be counted into place: a letter typed may find every article.
fn best_first(mut found: Vec<Found>) -> Vec<Found> {
    order_by_number(&mut found, |found| !found.score.to_bits());
    found
}

/// What the terms of a query are worth.
struct Scoring<'e> {
    evaluated: &'e Evaluated,
    positive: Vec<bool>,
    worth: Vec<f64>,
}

impl<'e> Scoring<'e> {
    fn new(index: &Index, query: &Query, evaluated: &'e Evaluated) -> Self {
        let worth = |matches: &Matches| rank::worth(index.documents().len(), matches.articles.count());
        Self { evaluated, positive: query.positive(), worth: evaluated.terms.iter().map(worth).collect() }
    }

    /// Whether any term speaks for an article.
    fn asks(&self) -> bool {
        self.positive.contains(&true)
    }

    fn terms(&self) -> impl Iterator<Item = (&Matches, f64)> {
        let all = self.evaluated.terms.iter().zip(&self.worth).zip(&self.positive);
        all.filter(|(_, positive)| **positive).map(|((matches, worth), _)| (matches, *worth))
    }

    fn found(&self, article: usize) -> Found {
        let mut found = Found { article: ArticleIx(article as u32), score: 0.0, occurrences: 0 };
        for (matches, worth) in self.terms() {
            found.score += worth * rank::WEIGHTS.saturated(matches.weights[article]);
            found.occurrences = found.occurrences.saturating_add(matches.counts[article].total());
        }
        found
    }

    /// The parts of an article in which a term stands, one bit each; `None` where no term speaks for it.
    fn parts(&self, article: usize) -> Option<u8> {
        let parts = self.terms().fold(0, |parts, (matches, _)| parts | matches.counts[article].parts());
        (parts != 0).then_some(parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_stand_first_and_equals_in_order_of_article() {
        let score = |at: u32| f64::from(at * 7919 % 13) / 3.0;
        let found: Vec<Found> =
            (0..500).map(|at| Found { article: ArticleIx(at), score: score(at), occurrences: 1 }).collect();
        let sorted = best_first(found);
        let before =
            |a: &Found, b: &Found| a.score > b.score || a.score.to_bits() == b.score.to_bits() && a.article < b.article;
        assert!(sorted.windows(2).all(|pair| before(&pair[0], &pair[1])));
        assert_eq!(sorted.len(), 500);
    }
}
