//! The view of an answer that programs read: what `visavis search --json` prints and `window.visavis.search` gives.
//!
//! Keys may be added; those that are here stay. Spans are UTF-8 bytes of the text of the block that they name.

use crate::{Found, Hit, Index, Issue, Matching, Query, Relaxation, Results, Scope, Term, TermCount};
use serde::Serialize;
use visavis_corpus::{EntityIx, Pack};
use visavis_text::Span;

/// An answer, as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct SearchReport<'a> {
    /// How many articles were found, whatever the limit.
    pub total: usize,
    /// The first of them, best first.
    pub hits: Vec<HitReport<'a>>,
    /// What narrowing further would leave.
    pub facets: FacetsReport<'a>,
    /// The terms, as they were understood.
    pub parsed: Vec<TermReport>,
    /// What could not be taken as it was typed.
    pub issues: Vec<IssueReport>,
    /// Where nothing was found, the parts of the query that no article answers.
    pub unmet: Vec<String>,
    /// Where nothing was found, ways of asking less.
    pub relaxations: Vec<RelaxationReport>,
}

/// An article that was found, as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct HitReport<'a> {
    /// Its id.
    pub id: &'a str,
    /// How well it answers.
    pub score: f64,
    /// How often the terms stand in it.
    pub occurrences: u32,
    /// Where.
    pub spans: Vec<SpanReport>,
}

/// A place where a term stands, as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct SpanReport {
    /// Position of the block in the article.
    pub block: u32,
    /// Bytes of the block's text.
    pub span: Span,
    /// Position of the term in `parsed`.
    pub term: usize,
}

/// The counts of each facet, as JSON; null is what is not known.
#[derive(Clone, Debug, Serialize)]
pub struct FacetsReport<'a> {
    /// By id.
    pub outlets: Vec<OutletReport<'a>>,
    /// The most frequent first.
    pub entities: Vec<EntityReport<'a>>,
    /// By tag.
    pub languages: Vec<LanguageReport>,
    /// By name of the agency.
    pub credits: Vec<CreditReport<'a>>,
    /// As `2016-10`.
    pub months: Vec<MonthReport>,
    /// By the part in which the query stands.
    pub roles: Vec<RoleReport>,
}

/// How many of the articles found an outlet has.
#[derive(Clone, Debug, Serialize)]
pub struct OutletReport<'a> {
    /// Its id.
    pub outlet: Option<&'a str>,
    /// Articles.
    pub count: usize,
}

/// How many of the articles found name an entity.
#[derive(Clone, Debug, Serialize)]
pub struct EntityReport<'a> {
    /// Its id.
    pub entity: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its kind.
    pub kind: &'static str,
    /// Articles.
    pub count: usize,
}

/// How many of the articles found are in a language.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageReport {
    /// Its tag.
    pub language: Option<&'static str>,
    /// Articles.
    pub count: usize,
}

/// How many of the articles found are credited to an agency.
#[derive(Clone, Debug, Serialize)]
pub struct CreditReport<'a> {
    /// Its name.
    pub credit: Option<&'a str>,
    /// Articles.
    pub count: usize,
}

/// How many of the articles found may have appeared in a month.
#[derive(Clone, Debug, Serialize)]
pub struct MonthReport {
    /// `2016-10`.
    pub month: Option<String>,
    /// Articles.
    pub count: usize,
}

/// How many of the articles found have the query in a part.
#[derive(Clone, Debug, Serialize)]
pub struct RoleReport {
    /// Its name.
    pub role: &'static str,
    /// Articles.
    pub count: usize,
}

/// A term, as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct TermReport {
    /// As it was typed.
    pub text: String,
    /// Its folded words.
    pub forms: Vec<String>,
    /// Whether the last of them may go on.
    pub prefix: bool,
    /// `related` (by its stem), `exact`, or `misspelt`.
    pub matching: &'static str,
    /// Where it has to stand: `text`, `title` or `quote`.
    pub scope: &'static str,
    /// Whether it is shut out.
    pub excluded: bool,
    /// Articles that hold it, whatever else is asked.
    pub articles: usize,
}

/// Something that could not be taken as it was typed, as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct IssueReport {
    /// What: [`crate::IssueKind::name`].
    pub kind: &'static str,
    /// The part of the query.
    pub text: String,
}

/// A way of asking less, as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct RelaxationReport {
    /// `without` a part, `any-term`, `unfiltered`, or `instead` of a word another.
    pub way: &'static str,
    /// The part that is left out, or the word that is put in the place of one that no article holds.
    pub text: Option<String>,
    /// Articles that it would find.
    pub articles: usize,
}

impl<'a> SearchReport<'a> {
    /// The first `limit` of `results`, the answer of `index`, built from `pack`, to `query`, which was typed as `typed`.
    pub fn new(
        index: &Index,
        pack: &'a Pack,
        (typed, query): (&str, &Query),
        results: &'a Results,
        limit: Option<usize>,
    ) -> Self {
        let limit = limit.unwrap_or(usize::MAX);
        let hit = |found: &Found| {
            let span = |hit: Hit| SpanReport { block: hit.block, span: hit.span, term: hit.term };
            let spans = index.hits(pack, found.article, query).into_iter().map(span).collect();
            let id = &pack.heads().get(found.article.index())?.id.0;
            Some(HitReport { id, score: found.score, occurrences: found.occurrences, spans })
        };
        let positive = query.positive();
        let terms = query.terms.iter().zip(&results.terms).zip(positive);
        let issue = |issue: &Issue| IssueReport {
            kind: issue.kind.name(),
            text: typed.get(issue.span.range()).unwrap_or_default().to_owned(),
        };
        Self {
            total: results.found.len(),
            hits: results.found.iter().take(limit).filter_map(hit).collect(),
            facets: FacetsReport::new(pack, results),
            parsed: terms.map(|((term, count), positive)| TermReport::new(term, count, !positive)).collect(),
            issues: query.issues.iter().map(issue).collect(),
            unmet: results.unmet.iter().filter_map(|&chip| part(typed, query, chip)).collect(),
            relaxations: results.relaxations.iter().map(|way| RelaxationReport::new(typed, query, way)).collect(),
        }
    }
}

impl<'a> FacetsReport<'a> {
    fn new(pack: &'a Pack, results: &'a Results) -> Self {
        let facets = &results.facets;
        let entity = |(ix, count): (EntityIx, usize)| {
            let entity = pack.entity(ix)?;
            Some(EntityReport { entity: &entity.id, name: &entity.name, kind: entity.kind.name(), count })
        };
        let outlets = facets.outlets.iter().map(|row| OutletReport { outlet: row.outlet.as_deref(), count: row.count });
        let tag = |row: &crate::LanguageCount| row.language.map(visavis_corpus::Language::tag);
        let languages = facets.languages.iter().map(|row| LanguageReport { language: tag(row), count: row.count });
        let credits = facets.credits.iter().map(|row| CreditReport { credit: row.credit.as_deref(), count: row.count });
        let month = |row: &crate::MonthCount| row.month.map(|month| month.to_string());
        let months = facets.months.iter().map(|row| MonthReport { month: month(row), count: row.count });
        Self {
            outlets: outlets.collect(),
            entities: facets.entities.iter().map(|row| (row.entity, row.count)).filter_map(entity).collect(),
            languages: languages.collect(),
            credits: credits.collect(),
            months: months.collect(),
            roles: facets.roles.iter().map(|row| RoleReport { role: row.role.name(), count: row.count }).collect(),
        }
    }
}

impl TermReport {
    fn new(term: &Term, count: &TermCount, excluded: bool) -> Self {
        Self {
            text: term.text.clone(),
            forms: term.forms.clone(),
            prefix: term.prefix,
            matching: match term.matching {
                Matching::Related => "related",
                Matching::Exact => "exact",
                Matching::Misspelt(_) => "misspelt",
            },
            scope: match term.scope {
                Scope::Text => "text",
                Scope::Title => "title",
                Scope::Quote(_) => "quote",
            },
            excluded,
            articles: count.articles,
        }
    }
}

impl RelaxationReport {
    fn new(typed: &str, query: &Query, way: &Relaxation) -> Self {
        let (name, text) = match way {
            Relaxation::Without { chip, .. } => ("without", part(typed, query, *chip)),
            Relaxation::AnyTerm { .. } => ("any-term", None),
            Relaxation::Unfiltered { .. } => ("unfiltered", None),
            Relaxation::Instead { word, .. } => ("instead", Some(word.clone())),
        };
        Self { way: name, text, articles: way.articles() }
    }
}

/// A part of the query, as it was typed.
fn part(typed: &str, query: &Query, chip: usize) -> Option<String> {
    typed.get(query.chips.get(chip)?.span.range()).map(|part| part.trim().to_owned())
}
