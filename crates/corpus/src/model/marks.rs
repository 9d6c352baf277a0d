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
    /// Files of annotations made elsewhere that [`MentionRule::Imported`] counts, as the owner names them.
    pub imports: Vec<String>,
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
    /// The owner said so of this very place, in `corpus.toml`.
    CuratedMention,
    /// An annotation made elsewhere says so: in the file at this position of [`Marks::imports`].
    Imported(u32),
    /// In the list of countries and capitals.
    Country,
    /// In the list of well-known bodies, media, events and places.
    KnownName,
    /// A noun or an adjective that speaks of a people.
    Demonym,
    /// A first name stands at its head.
    FirstName,
    /// A title, an office or an age beside it.
    TitleCue,
    /// A verb of speech beside it.
    SpeechCue,
    /// The last part of a full name that stands elsewhere in the article, or in the corpus.
    FullName,
    /// A preposition or a word of place beside it.
    PlaceCue,
    /// A head such as `rue` or `gare`.
    PlaceHead,
    /// The form of its name: `-sur-`, `Saint-`, a point of the compass.
    PlaceShape,
    /// A head such as `ministère` or `université`.
    OrganisationHead,
    /// A word such as `groupe` or `PDG` beside it.
    OrganisationCue,
    /// Capitals of an acronym, or initials of a name that stands beside it.
    Acronym,
    /// Said to be where something was said or written (`dans`, `sur`).
    MediaCue,
    /// One letter away from a name that is known.
    Misspelling,
    /// What the same name is in the rest of the article, or of the corpus.
    Votes,
    /// What stands beside it in an enumeration.
    Enumeration,
    /// Its capitals alone; the kind is a guess or unknown.
    Capitals,
    /// An office, whose holder the text names.
    Description,
    /// It could be two: no entity is given.
    Ambiguous,
}

impl Marks {
    /// The file of annotations that `mention` comes from; none, where it was recognised here.
    pub fn import(&self, mention: &Mention) -> Option<&str> {
        match mention.rule {
            MentionRule::Imported(at) => self.imports.get(at as usize).map(String::as_str),
            _ => None,
        }
    }
}

impl MentionRule {
    /// The name used in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CuratedName => "curated-name",
            Self::CuratedAlias => "curated-alias",
            Self::CuratedDescription => "curated-description",
            Self::CuratedMention => "curated-mention",
            Self::Imported(_) => "imported",
            Self::Country => "country",
            Self::KnownName => "known-name",
            Self::Demonym => "demonym",
            Self::FirstName => "first-name",
            Self::TitleCue => "title-cue",
            Self::SpeechCue => "speech-cue",
            Self::FullName => "full-name",
            Self::PlaceCue => "place-cue",
            Self::PlaceHead => "place-head",
            Self::PlaceShape => "place-shape",
            Self::OrganisationHead => "organisation-head",
            Self::OrganisationCue => "organisation-cue",
            Self::Acronym => "acronym",
            Self::MediaCue => "media-cue",
            Self::Misspelling => "misspelling",
            Self::Votes => "votes",
            Self::Enumeration => "enumeration",
            Self::Capitals => "capitals",
            Self::Description => "description",
            Self::Ambiguous => "ambiguous",
        }
    }

    /// Whether what it recognises is no name but a way of speaking of somebody.
    pub const fn is_description(self) -> bool {
        matches!(self, Self::CuratedDescription | Self::Description)
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
    /// Words held at a distance: one to three of them, or the title or name of something.
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

/// How a speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SpeakerRule {
    /// A verb of speech and its subject: `« … », a déclaré X`, `X estime que « … »`.
    VerbSubject,
    /// A colon between the speaker and the words: `X : « … »`.
    Colon,
    /// `Selon X, « … »`.
    AccordingTo,
    /// A participle that belongs to the subject of its sentence: `X est parti, estimant que « … »`.
    Participle,
    /// A pronoun that stands for the last plausible person: `« … », a-t-il dit`.
    Pronoun,
    /// A description that stands for somebody named elsewhere in the article: `« … », poursuit le ministre`.
    Description,
    /// The words go on where another quotation of the same speaker left off.
    Continued,
    /// The sentence before is about the speaker, or reports what they say.
    SentenceBefore,
    /// The same words stand elsewhere in the article with their speaker.
    Repeated,
}

impl SpeakerRule {
    /// Every rule, in the order in which they are described.
    pub const ALL: [Self; 9] = [
        Self::VerbSubject,
        Self::Colon,
        Self::AccordingTo,
        Self::Participle,
        Self::Pronoun,
        Self::Description,
        Self::Continued,
        Self::SentenceBefore,
        Self::Repeated,
    ];

    /// The name used in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::VerbSubject => "verb-subject",
            Self::Colon => "colon",
            Self::AccordingTo => "according-to",
            Self::Participle => "participle",
            Self::Pronoun => "pronoun",
            Self::Description => "description",
            Self::Continued => "continued",
            Self::SentenceBefore => "sentence-before",
            Self::Repeated => "repeated",
        }
    }

    /// How surely it finds the right one: a rank among these rules.
    pub const fn confidence(self) -> Confidence {
        Confidence::percent(match self {
            Self::VerbSubject => 90,
            Self::Colon | Self::AccordingTo => 85,
            Self::Participle | Self::Repeated => 80,
            Self::Pronoun => 75,
            Self::Description => 65,
            Self::Continued => 60,
            Self::SentenceBefore => 50,
        })
    }
}

/// Who speaks, where the text names them, and how they were found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The entity, where one is known.
    pub entity: Option<EntityIx>,
    /// Block of the words that name the speaker.
    pub block: u32,
    /// Bytes of that block's text.
    pub span: Span,
    /// What found them.
    pub rule: SpeakerRule,
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
