//! Which articles a query asks for.

use crate::{
    Expr, Index, Name, Query, Test, bits::Bits, index::Counts, locate::Locator, matches::Matches, pattern::Pattern,
    scan::is_close,
};
use visavis_corpus::{Entity, EntityIx, Pack};

/// A query, worked out.
pub(crate) struct Evaluated {
    /// What is known of each term.
    pub(crate) terms: Vec<Matches>,
    /// The articles that each part of the query asks for.
    pub(crate) parts: Vec<Bits>,
}

impl Evaluated {
    pub(crate) fn new(index: &Index, pack: &Pack, query: &Query) -> Self {
        let terms: Vec<Matches> = query.terms.iter().map(|term| Matches::of(index, pack, term)).collect();
        let asked = Asked { index, pack, query, terms: &terms };
        let parts = query.parts.iter().map(|part| asked.hold(part)).collect();
        Self { terms, parts }
    }

    /// The parts that no article answers.
    pub(crate) fn unmet(&self) -> Vec<usize> {
        let empty = self.parts.iter().enumerate().filter(|(_, part)| part.count() == 0);
        empty.map(|(at, _)| at).collect()
    }

    /// The articles that the query asks for, without the part at `left_out`.
    pub(crate) fn answer(&self, query: &Query, len: usize, left_out: Option<usize>) -> Bits {
        let mut all = Bits::all(len);
        let mut any: Option<Bits> = None;
        for (at, (expr, part)) in query.parts.iter().zip(&self.parts).enumerate() {
            if Some(at) == left_out {
                continue;
            }
            if query.any && !matches!(expr, Expr::Not(_) | Expr::Test(_)) {
                any.get_or_insert_with(|| Bits::none(len)).join(part);
            } else {
                all.keep(part);
            }
        }
        if let Some(any) = any {
            all.keep(&any);
        }
        all
    }
}

struct Asked<'a> {
    index: &'a Index,
    pack: &'a Pack,
    query: &'a Query,
    terms: &'a [Matches],
}

impl Asked<'_> {
    fn hold(&self, expr: &Expr) -> Bits {
        let len = self.index.documents().len();
        match expr {
            Expr::Term(term) => self.terms[*term].articles.clone(),
            Expr::Test(test) => self.index.passing(self.pack, test),
            Expr::All(parts) => parts.iter().fold(Bits::all(len), |mut all, part| {
                all.keep(&self.hold(part));
                all
            }),
            Expr::Any(parts) => parts.iter().fold(Bits::none(len), |mut any, part| {
                any.join(&self.hold(part));
                any
            }),
            Expr::Not(part) => {
                let mut bits = self.hold(part);
                bits.flip();
                bits
            }
            Expr::Near { left, right, within } => self.near(*left, *right, *within),
        }
    }

    fn near(&self, left: usize, right: usize, within: u32) -> Bits {
        let mut candidates = self.terms[left].articles.clone();
        candidates.keep(&self.terms[right].articles);
        let pattern = |term: usize| Pattern::new(self.index, &self.query.terms[term]);
        let locator = |term: usize| Locator::new(self.index, self.pack, &pattern(term), &candidates);
        let (mut ones, mut others) = (locator(left), locator(right));
        let (mut lefts, mut rights) = (vec![], vec![]);
        let near = Matches::seen(self.index, &candidates, |article| {
            lefts.clear();
            rights.clear();
            ones.each_found(self.index, self.pack, article, |found| lefts.push(found));
            others.each_found(self.index, self.pack, article, |found| rights.push(found));
            let mut counts = Counts::default();
            let close = lefts.iter().filter(|one| is_close(one, &rights, within));
            close.for_each(|one| counts.add(Counts::one(one.part)));
            counts
        });
        near.articles
    }
}

impl Index {
    /// The articles of which `test` is true.
    fn passing(&self, pack: &Pack, test: &Test) -> Bits {
        let documents = self.documents();
        let len = documents.len();
        let known = |place: Option<u32>, fits: &[bool]| place.is_some_and(|at| fits[at as usize]);
        match test {
            Test::Source(name) => {
                let fits = |outlet: &visavis_corpus::Outlet| name.fits(&outlet.name) || name.fits(&outlet.id);
                let outlets: Vec<bool> = pack.outlets().iter().map(fits).collect();
                Bits::filled(len, |at| known(documents[at].outlet, &outlets))
            }
            Test::Author(name) => {
                let bylines: Vec<bool> = self.catalogue().bylines.iter().map(|byline| name.fits(byline)).collect();
                Bits::filled(len, |at| known(documents[at].byline, &bylines))
            }
            Test::Names(kind, name) => {
                let fits = |entity: &Entity| entity.kind == *kind && name.fits_entity(entity);
                let entities: Vec<bool> = pack.entities().iter().map(fits).collect();
                Bits::filled(len, |at| documents[at].entities.iter().any(|entity: &EntityIx| entities[entity.index()]))
            }
            Test::SaidBy(name) => self.said_by(pack, name),
            Test::Published { first, last } => Bits::filled(len, |at| {
                let inside = |when: visavis_corpus::When| {
                    first.is_none_or(|first| when.last() >= first) && last.is_none_or(|last| when.first() <= last)
                };
                documents[at].when.is_some_and(inside)
            }),
        }
    }

    fn said_by(&self, pack: &Pack, name: &Name) -> Bits {
        let article = |at: usize| visavis_corpus::ArticleIx(at as u32);
        Bits::filled(self.documents().len(), |at| self.quotes_speaker(pack, article(at), name))
    }
}
