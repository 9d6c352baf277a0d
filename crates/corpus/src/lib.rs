//! The model of a press corpus, and the pack that carries it from the build to the page.
//!
//! The model says what is known of each article *and how it is known*: every described fact is a [`Claim`] with its [`Ground`], and
//! everything found in a text is a span into one of its blocks. The pack ([`Pack`], `docs/pack.md`) is the only thing that crosses from
//! building to showing; writer and reader share the types below, so there is no second schema to keep in step. [`report`] is the one
//! view of an article that programs read as JSON.

mod model;
mod named;
mod pack;
mod publish;
pub mod report;
mod workers;

pub use model::{
    Article, ArticleId, ArticleIx, Block, Claim, Clue, ClueKind, Confidence, Corpus, DateMention, Day, Decimal, Entity,
    EntityIx, Figure, Ground, Head, Kind, Language, Lines, Marks, Mention, MentionRule, Meta, Naming, Outlet, Publish,
    Quote, QuoteMode, Role, Speaker, SpeakerRule, When,
};
pub use pack::{BREAK, Lexicon, Opening, Pack, PackError, SectionInfo, Stream, VERSION, sections};
pub use publish::EXCERPT_WORDS;
pub use workers::{OneByOne, Step, Workers};
