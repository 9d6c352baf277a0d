//! What was found in the text of an article: each is a span into one of its blocks.

use super::{Confidence, EntityIx, Kind, When};
use serde::{Deserialize, Serialize};
use visavis_text::Span;

/// Everything found in an article's text, each list in order of (block, start).
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Marks {
    /// Names and descriptions of entities.
    pub mentions: Vec<Mention>,
    /// What is between quotation marks, or reported.
    pub quotes: Vec<Quote>,
    /// Numbers with what they count.
    pub figures: Vec<Figure>,
    /// Days that the text speaks of.
    pub dates: Vec<DateMention>,
}

/// Which rule recognised a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MentionRule {
    /// The entity's name in `entities.toml`.
    CuratedName,
    /// One of its aliases there.
    CuratedAlias,
    /// One of its descriptions there.
    CuratedDescription,
}

impl MentionRule {
    /// The name used in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CuratedName => "curated-name",
            Self::CuratedAlias => "curated-alias",
            Self::CuratedDescription => "curated-description",
        }
    }
}

/// A place in the text where an entity is named or described.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Position of the block in its article.
    pub block: u32,
    /// Bytes of that block's text.
    pub span: Span,
    /// Kind of what is named here.
    pub kind: Kind,
    /// Which entity, where one is known.
    pub entity: Option<EntityIx>,
    /// What recognised it.
    pub rule: MentionRule,
    /// How surely.
    pub confidence: Confidence,
    /// Whether a place stands for its government, as in "Moscou a annoncé".
    pub metonym: bool,
}

/// How speech is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum QuoteMode {
    /// Between quotation marks.
    Direct,
    /// Reported with a cue ("selon", "a indiqué que").
    Indirect,
    /// One to three words held at a distance.
    Scare,
}

impl QuoteMode {
    /// The name used in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Scare => "scare",
        }
    }
}

/// Who speaks, and where the text says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The entity, where one is known.
    pub entity: Option<EntityIx>,
    /// Block of the words that name the speaker.
    pub block: u32,
    /// Bytes of that block's text.
    pub span: Span,
}

/// Words reported as somebody's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Position of the block in its article.
    pub block: u32,
    /// Bytes of that block's text.
    pub span: Span,
    /// How they are reported.
    pub mode: QuoteMode,
    /// Whose they are; `None` where the text does not say.
    pub speaker: Option<Speaker>,
}

/// A decimal number, exact: `digits / 10^scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Decimal {
    /// All digits, with the sign.
    pub digits: i64,
    /// How many of them stand after the decimal point.
    pub scale: u8,
}

/// A number in the text, with what it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Position of the block in its article.
    pub block: u32,
    /// Bytes of that block's text.
    pub span: Span,
    /// The number.
    pub value: Decimal,
    /// The noun or unit counted, as written.
    pub noun: Option<String>,
    /// What qualifies it ("au moins", "plus de"), as written.
    pub qualifier: Option<String>,
}

/// A day, or an interval, that the text speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateMention {
    /// Position of the block in its article.
    pub block: u32,
    /// Bytes of that block's text.
    pub span: Span,
    /// The day or days meant; `None` where the text does not determine them.
    pub when: Option<When>,
}
