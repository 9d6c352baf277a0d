//! What a corpus is made of, in the order in which an article is understood.

mod article;
mod claim;
mod day;
mod entity;
mod marks;

pub use article::{Article, ArticleId, ArticleIx, Block, Head, Language, Lines, Role};
pub use claim::{Claim, Clue, ClueKind, Confidence, Ground};
pub use day::{Day, When};
pub use entity::{Corpus, Entity, EntityIx, Kind, Meta, Naming, Outlet, Publish};
pub use marks::{DateMention, Decimal, Figure, Marks, Mention, MentionRule, Quote, QuoteMode, Speaker, SpeakerRule};
