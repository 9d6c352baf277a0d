//! Questions about a few articles side by side: what each names, and what only some of them name.
//!
//! Everything here is a function of the articles given, in the order given, and looks only at the blocks that are read (title, lead,
//! body, subheadings). A figure says what it was counted over, so that the page can show how it came about.

mod entities;
mod portrait;

pub use entities::{EntityRow, Spread, compare_entities, per_thousand, read_words};
pub use portrait::{CompanyRow, FormRow, MentionAt, Portrait, portrait};
