//! Questions about many articles: which match, in what order, where in the text, and what else they share.
//!
//! The text of a pack is already a list of word numbers, so there is no second index to fetch: [`Index::build`] reads the numbers once
//! and keeps, for each *form* (the folded spelling, [`visavis_text::fold`]), the articles that hold it and how often. Anything that
//! needs positions, a phrase or the place of a hit, walks the numbers of the few articles that are left by then; only where common
//! words stand is kept, from the first phrase of them on. Classes of spellings
//! are worked out over the distinct words, never over the text.
//!
//! A query never fails: [`Query::parse`] makes the best of what is typed. Ranking is BM25 in a form whose only transcendental
//! function comes from `libm`, so that the page and the command line agree to the last bit; ties are broken by article id.

mod bits;
mod concordance;
mod evaluate;
mod facets;
mod hits;
mod index;
mod locate;
mod matches;
mod misspelling;
mod pattern;
mod proximity;
mod query;
mod quotes;
mod rank;
mod relax;
pub mod report;
mod scan;
mod search;
mod snippet;

pub use concordance::{Line, LineOrder};
pub use facets::{
    Choices, CreditCount, EntityCount, Facets, Filters, LanguageCount, MonthCount, OutletCount, RoleCount,
};
pub use hits::Hit;
pub use index::{Index, Indexing, Month};
pub use query::{Chip, Expr, Field, Issue, IssueKind, Matching, Name, Query, Scope, Term, Test};
pub use relax::Relaxation;
pub use search::{Found, Results, TermCount, TermShare};
pub use snippet::{Snippet, snippet};
