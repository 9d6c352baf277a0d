//! Questions about a few articles side by side: what each names, and what only some of them name; what was copied.
//!
//! Everything here is a function of the articles given, in the order given, and looks only at the blocks that are read (title, lead,
//! body, subheadings). A figure says what it was counted over, so that the page can show how it came about.
//!
//! Texts are compared as [`Wording`]s: their words, folded and numbered, each with its place in the article. Two texts can be compared
//! when one [`Vocabulary`] numbered both.

mod background;
mod comparison;
mod copies;
mod entities;
mod figures;
mod frequency;
mod keyness;
mod likeness;
mod names;
mod numbered;
mod overview;
mod passages;
mod portrait;
mod quotation;
mod report;
#[cfg(test)]
mod testing;
mod voices;
mod wording;

pub use background::{Background, Counting};
pub use comparison::{Comparing, Comparison, PairReport};
pub use copies::{Change, CopiedPassage, Copies, CopyClass, CopyParameters, Piece, Stretch, compare_copies};
pub use entities::{EntityRow, Spread, compare_entities, per_thousand, read_words};
pub use figures::{Agreement, FigureAt, FigureRow, TimelineRow, compare_figures, timeline};
pub use frequency::PhraseFrequencies;
pub use keyness::{KeyWord, Keyness, WordCount, WordCounts, keyness};
pub use likeness::{Likenesses, Profile};
pub use names::{NameForm, NameRow, NamingRow, NamingTerm, compare_names, compare_namings, occurrences};
pub use overview::{Fingerprints, Overview, OverviewParameters, SharingPair, overview};
pub use passages::{Evidence, Meeting, PassageParameters, Term, TermFrequencies, compare_passages, listed};
pub use portrait::{CompanyRow, FormRow, MentionAt, Portrait, portrait};
pub use report::ComparisonReport;
pub use voices::{Share, SharedQuotation, Voice, VoiceRow, compare_voices, shared_quotations};
pub use wording::{Place, Vocabulary, Word, WordId, Wording};
