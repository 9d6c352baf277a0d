//! Questions about many articles: which match, in what order, where in the text, and what else they share.
//!
//! The text of a pack is already a list of word numbers, so there is no second index to fetch: [`Index::build`] reads the numbers once
//! and keeps, for each *form* (the folded spelling, [`visavis_text::fold`]), the articles that hold it and how often. Anything that
//! needs positions, a phrase or the place of a hit, walks the numbers of the few articles that are left by then. Classes of spellings
//! are worked out over the distinct words, never over the text.
//!
//! A query never fails: [`Query::parse`] makes the best of what is typed. Ranking is BM25 in a form whose only transcendental
//! function comes from `libm`, so that the page and the command line agree to the last bit; ties are broken by article id.

mod facets;
mod hits;
mod index;
mod query;
mod rank;
mod search;
mod snippet;

pub use facets::{EntityCount, Facets, Filters, OutletCount};
pub use hits::Hit;
pub use index::Index;
pub use query::{Query, Term};
pub use search::{Found, Results, TermCount};
pub use snippet::{Snippet, snippet};
