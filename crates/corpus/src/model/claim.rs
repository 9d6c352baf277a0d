//! Facts with their ground.

use super::Lines;
use serde::{Deserialize, Serialize};

/// How a described fact is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Ground {
    /// The source says so, at a line that the clue names.
    Stated,
    /// The owner of the corpus says so, and why.
    Curated,
    /// Follows from clues, which are listed.
    Inferred,
    /// Not known.
    Unknown,
}

impl Ground {
    /// The name used in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Curated => "curated",
            Self::Inferred => "inferred",
            Self::Unknown => "unknown",
        }
    }
}

/// How sure a rule is, in per cent (0–100). A rank among the rules of this program, not a probability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Confidence(u8);

impl Confidence {
    /// Nothing is known.
    pub const NONE: Self = Self(0);
    /// Stated or curated.
    pub const FULL: Self = Self(100);

    /// A confidence of `percent`, at most 100.
    pub const fn percent(percent: u8) -> Self {
        Self(if percent > 100 { 100 } else { percent })
    }

    /// In per cent, 0–100.
    pub const fn in_percent(self) -> u8 {
        self.0
    }

    /// As a share, 0–1.
    pub fn share(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

/// What kind of observation a clue is. The page has a sentence for each, in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ClueKind {
    /// The owner's word; the detail is the `because`.
    Owner,
    /// Front matter or a field of a record.
    Field,
    /// First line that reads like a heading.
    FirstHeading,
    /// Position between other parts.
    Position,
    /// A line that gives a photographer or an agency.
    CreditLine,
    /// A line with a name, initials, or an update time.
    BylineLine,
    /// A sentence under a picture: names a scene and ends in a credit.
    CaptionLine,
    /// The same line stands more than once.
    Repeated,
    /// A shortcode of a publishing system, `[…]`.
    Shortcode,
    /// One word or a few, no verb, no final punctuation.
    Fragment,
    /// Another script or language than the article.
    OtherLanguage,
    /// Stands after a heading such as "related articles".
    AfterRelated,
    /// Asks to subscribe, follow, or download.
    Subscription,
    /// Belongs to a comment form, or stands among readers' comments.
    CommentForm,
    /// Advertising.
    Advertising,
    /// A post from a social network.
    SocialEmbed,
    /// Stands after a tags heading.
    TagLine,
    /// Describes an agency, not the event.
    Boilerplate,
    /// The title of another article: stands alone between paragraphs, links away.
    LinkedTitle,
    /// An outlet is named in the text.
    OutletNamed,
    /// A date written in full in the text.
    FullDate,
    /// A weekday or a day without a year, resolved by agreement.
    PartialDate,
    /// The date of an embedded post.
    EmbedDate,
    /// Frequent words of a language.
    StopWords,
    /// The line opens the text and sums it up.
    Opening,
    /// A short line between paragraphs, without final punctuation.
    ShortLine,
    /// A button, a menu or a player of the page.
    Control,
    /// The same line stands in several files.
    AcrossFiles,
    /// What the text allows beside a value that is known otherwise: a day, or an interval of which an end may be open.
    TextAllows,
    /// What the text allows, and the value lies outside.
    Conflict,
    /// The days of the other articles.
    OtherArticles,
    /// Stands in a page outside what is its article.
    OutsideArticle,
    /// Its words, its look and its place are those of what stands around articles; the detail is the words that say so most.
    Resemblance,
}

impl ClueKind {
    /// The name used in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Field => "field",
            Self::FirstHeading => "first-heading",
            Self::Position => "position",
            Self::CreditLine => "credit-line",
            Self::BylineLine => "byline-line",
            Self::CaptionLine => "caption-line",
            Self::Repeated => "repeated",
            Self::Shortcode => "shortcode",
            Self::Fragment => "fragment",
            Self::OtherLanguage => "other-language",
            Self::AfterRelated => "after-related",
            Self::Subscription => "subscription",
            Self::CommentForm => "comment-form",
            Self::Advertising => "advertising",
            Self::SocialEmbed => "social-embed",
            Self::TagLine => "tag-line",
            Self::Boilerplate => "boilerplate",
            Self::LinkedTitle => "linked-title",
            Self::OutletNamed => "outlet-named",
            Self::FullDate => "full-date",
            Self::PartialDate => "partial-date",
            Self::EmbedDate => "embed-date",
            Self::StopWords => "stop-words",
            Self::Opening => "opening",
            Self::ShortLine => "short-line",
            Self::Control => "control",
            Self::AcrossFiles => "across-files",
            Self::TextAllows => "text-allows",
            Self::Conflict => "conflict",
            Self::OtherArticles => "other-articles",
            Self::OutsideArticle => "outside-article",
            Self::Resemblance => "resemblance",
        }
    }
}

/// One observation that speaks for a claim, or for the role of a block.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Clue {
    /// What was observed.
    pub kind: ClueKind,
    /// The words observed, or the owner's reason; may be empty.
    pub detail: String,
    /// Where in the source file, if in one place.
    pub lines: Option<Lines>,
}

impl Clue {
    /// A clue without a place.
    pub fn new(kind: ClueKind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into(), lines: None }
    }

    /// The same clue, found at `lines`.
    #[must_use]
    pub fn at(mut self, lines: Lines) -> Self {
        self.lines = Some(lines);
        self
    }
}

/// A described fact: its value, how it is known, how surely, and the clues.
///
/// Invariant: the value is absent exactly where the ground is [`Ground::Unknown`]; the constructors keep it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim<T> {
    value: Option<T>,
    ground: Ground,
    confidence: Confidence,
    clues: Vec<Clue>,
}

impl<T> Claim<T> {
    /// What the source says.
    pub fn stated(value: T, clue: Clue) -> Self {
        Self { value: Some(value), ground: Ground::Stated, confidence: Confidence::FULL, clues: vec![clue] }
    }

    /// What the source says in several places, or what others of its places say against it.
    pub fn stated_by(value: T, clues: Vec<Clue>) -> Self {
        Self { value: Some(value), ground: Ground::Stated, confidence: Confidence::FULL, clues }
    }

    /// What the owner of the corpus says.
    pub fn curated(value: T, because: impl Into<String>) -> Self {
        let clue = Clue::new(ClueKind::Owner, because);
        Self { value: Some(value), ground: Ground::Curated, confidence: Confidence::FULL, clues: vec![clue] }
    }

    /// What follows from clues.
    pub fn inferred(value: T, confidence: Confidence, clues: Vec<Clue>) -> Self {
        Self { value: Some(value), ground: Ground::Inferred, confidence, clues }
    }

    /// The claim, with what else was seen: clues that may speak against it.
    #[must_use]
    pub fn beside(mut self, clues: Vec<Clue>) -> Self {
        self.clues.extend(clues);
        self
    }

    /// What is not known; the clues say what was found all the same.
    pub fn unknown(clues: Vec<Clue>) -> Self {
        Self { value: None, ground: Ground::Unknown, confidence: Confidence::NONE, clues }
    }

    /// The same claim, with `clues` besides.
    #[must_use]
    pub fn with_clues(mut self, clues: Vec<Clue>) -> Self {
        self.clues.extend(clues);
        self
    }

    /// The value, if any is known.
    pub const fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// How it is known.
    pub const fn ground(&self) -> Ground {
        self.ground
    }

    /// How surely.
    pub const fn confidence(&self) -> Confidence {
        self.confidence
    }

    /// What speaks for it.
    pub fn clues(&self) -> &[Clue] {
        &self.clues
    }

    /// Whether value and ground agree; false only for a claim that came from a bad pack.
    pub(crate) const fn holds(&self) -> bool {
        self.value.is_none() == matches!(self.ground, Ground::Unknown)
    }
}
