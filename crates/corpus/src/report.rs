//! The view of an article that programs read: what `visavis inspect --json` prints and `window.visavis.article` gives.
//!
//! Keys may be added; those that are here stay. Spans are UTF-8 bytes of the text of the block that they name.

use crate::{Article, Block, Claim, Clue, Decimal, EntityIx, Pack, Speaker};
use serde::{Serialize, Serializer, ser::SerializeStruct};
use visavis_text::{Span, slice};

/// Names that an article's marks refer to.
pub trait Names {
    /// The id and the name of an entity.
    fn entity(&self, ix: EntityIx) -> Option<(&str, &str)>;
}

impl Names for Pack {
    fn entity(&self, ix: EntityIx) -> Option<(&str, &str)> {
        Pack::entity(self, ix).map(|entity| (entity.id.as_str(), entity.name.as_str()))
    }
}

impl Names for crate::Corpus {
    fn entity(&self, ix: EntityIx) -> Option<(&str, &str)> {
        self.entities.get(ix.index()).map(|entity| (entity.id.as_str(), entity.name.as_str()))
    }
}

/// A claim, as JSON: `{"value", "ground", "confidence", "clues"}`.
#[derive(Clone, Debug, Serialize)]
pub struct ClaimReport {
    /// The value as text, or null.
    pub value: Option<String>,
    /// `stated`, `curated`, `inferred` or `unknown`.
    pub ground: &'static str,
    /// 0–1.
    pub confidence: f64,
    /// What speaks for it.
    pub clues: Vec<String>,
}

/// A block, as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct BlockReport<'a> {
    /// Its role.
    pub role: &'static str,
    /// First and last line in the file, 1-based.
    pub lines: [u32; 2],
    /// Bytes of the file.
    pub source: &'a [Span],
    /// Its text.
    pub text: &'a str,
    /// What set it apart, or null.
    pub removed_by: Option<String>,
}

/// A mention, as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct MentionReport<'a> {
    /// Position of the block.
    pub block: u32,
    /// Bytes of the block's text.
    pub span: Span,
    /// The words.
    pub text: &'a str,
    /// The kind of what they name.
    pub kind: &'static str,
    /// The entity's id, or null.
    pub entity: Option<&'a str>,
    /// The entity's name, or null.
    pub name: Option<&'a str>,
    /// The rule that recognised it.
    pub rule: &'static str,
    /// 0–1.
    pub confidence: f64,
    /// A place that stands for its government.
    pub metonym: bool,
    /// The file of annotations that it comes from, where it was not recognised here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<&'a str>,
}

/// A speaker, as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct SpeakerReport<'a> {
    /// The entity's id, or null.
    pub entity: Option<&'a str>,
    /// The words that name the speaker.
    pub text: &'a str,
    /// Block of those words.
    pub block: u32,
    /// Bytes of that block's text.
    pub span: Span,
    /// The rule that found the speaker.
    pub rule: &'static str,
    /// 0–1.
    pub confidence: f64,
}

/// A quotation, as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct QuoteReport<'a> {
    /// Position of the block.
    pub block: u32,
    /// Bytes of the block's text.
    pub span: Span,
    /// The words.
    pub text: &'a str,
    /// `direct`, `indirect` or `scare`.
    pub mode: &'static str,
    /// Who speaks, or null.
    pub speaker: Option<SpeakerReport<'a>>,
}

/// A number, as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct FigureReport<'a> {
    /// Position of the block.
    pub block: u32,
    /// Bytes of the block's text.
    pub span: Span,
    /// The words.
    pub text: &'a str,
    /// The number, in decimal notation.
    pub value: String,
    /// What is counted, or null.
    pub noun: Option<&'a str>,
    /// What qualifies the number, or null.
    pub qualifier: Option<&'a str>,
}

/// A day that the text speaks of, as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct DateReport<'a> {
    /// Position of the block.
    pub block: u32,
    /// Bytes of the block's text.
    pub span: Span,
    /// The words.
    pub text: &'a str,
    /// An ISO day or interval, or null.
    pub value: Option<String>,
}

/// An article, as JSON.
#[derive(Clone, Copy, Debug)]
pub struct ArticleReport<'a, N> {
    article: &'a Article,
    names: &'a N,
}

impl<'a, N: Names> ArticleReport<'a, N> {
    /// The view of `article`, whose marks refer to `names`.
    pub const fn new(article: &'a Article, names: &'a N) -> Self {
        Self { article, names }
    }

    fn text(&self, block: u32, span: Span) -> &'a str {
        self.article.blocks.get(block as usize).and_then(|block| slice(&block.text, span)).unwrap_or_default()
    }

    fn mentions(&self) -> Vec<MentionReport<'a>> {
        let report = |m: &crate::Mention| {
            let entity = m.entity.and_then(|ix| self.names.entity(ix));
            MentionReport {
                block: m.block,
                span: m.span,
                text: self.text(m.block, m.span),
                kind: m.kind.name(),
                entity: entity.map(|(id, _)| id),
                name: entity.map(|(_, name)| name),
                rule: m.rule.name(),
                confidence: m.confidence.share(),
                metonym: m.metonym,
                source: self.article.marks.import(m),
            }
        };
        self.article.marks.mentions.iter().map(report).collect()
    }

    fn speaker(&self, speaker: &Speaker) -> SpeakerReport<'a> {
        SpeakerReport {
            entity: speaker.entity.and_then(|ix| self.names.entity(ix)).map(|(id, _)| id),
            text: self.text(speaker.block, speaker.span),
            block: speaker.block,
            span: speaker.span,
            rule: speaker.rule.name(),
            confidence: speaker.rule.confidence().share(),
        }
    }

    fn quotes(&self) -> Vec<QuoteReport<'a>> {
        let report = |q: &crate::Quote| QuoteReport {
            block: q.block,
            span: q.span,
            text: self.text(q.block, q.span),
            mode: q.mode.name(),
            speaker: q.speaker.as_ref().map(|speaker| self.speaker(speaker)),
        };
        self.article.marks.quotes.iter().map(report).collect()
    }

    fn figures(&self) -> Vec<FigureReport<'a>> {
        let report = |f: &'a crate::Figure| FigureReport {
            block: f.block,
            span: f.span,
            text: self.text(f.block, f.span),
            value: f.value.to_string(),
            noun: f.noun.as_deref(),
            qualifier: f.qualifier.as_deref(),
        };
        self.article.marks.figures.iter().map(report).collect()
    }

    fn dates(&self) -> Vec<DateReport<'a>> {
        let report = |d: &crate::DateMention| DateReport {
            block: d.block,
            span: d.span,
            text: self.text(d.block, d.span),
            value: d.when.map(|when| when.to_string()),
        };
        self.article.marks.dates.iter().map(report).collect()
    }
}

impl<N: Names> Serialize for ArticleReport<'_, N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let head = &self.article.head;
        let mut out = serializer.serialize_struct("Article", 15)?;
        out.serialize_field("id", &head.id.0)?;
        out.serialize_field("file", &head.file)?;
        out.serialize_field("title", &claim(&head.title, Clone::clone))?;
        out.serialize_field("outlet", &claim(&head.outlet, Clone::clone))?;
        out.serialize_field("date", &claim(&head.date, ToString::to_string))?;
        out.serialize_field("byline", &claim(&head.byline, Clone::clone))?;
        out.serialize_field("credit", &claim(&head.credit, Clone::clone))?;
        out.serialize_field("language", &claim(&head.language, |language| language.tag().into()))?;
        out.serialize_field("url", &head.url)?;
        out.serialize_field("archived", &head.archived)?;
        out.serialize_field("blocks", &self.article.blocks.iter().map(block).collect::<Vec<_>>())?;
        out.serialize_field("mentions", &self.mentions())?;
        out.serialize_field("quotes", &self.quotes())?;
        out.serialize_field("figures", &self.figures())?;
        out.serialize_field("dates", &self.dates())?;
        out.end()
    }
}

/// The view of a claim whose value `show` writes.
pub fn claim<T>(claim: &Claim<T>, show: impl Fn(&T) -> String) -> ClaimReport {
    ClaimReport {
        value: claim.value().map(show),
        ground: claim.ground().name(),
        confidence: claim.confidence().share(),
        clues: claim.clues().iter().map(clue).collect(),
    }
}

fn block(block: &Block) -> BlockReport<'_> {
    BlockReport {
        role: block.role.name(),
        lines: [block.lines.first, block.lines.last],
        source: &block.source,
        text: &block.text,
        removed_by: block.removed_by.as_ref().map(clue),
    }
}

/// A clue in one line: its kind, what was seen, and where.
pub fn clue(clue: &Clue) -> String {
    let kind = clue.kind.name();
    let detail = if clue.detail.is_empty() { String::new() } else { format!(": {}", clue.detail) };
    match clue.lines {
        Some(lines) if lines.first == lines.last => format!("{kind}{detail} (line {})", lines.first),
        Some(lines) => format!("{kind}{detail} (lines {}–{})", lines.first, lines.last),
        None => format!("{kind}{detail}"),
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = format!("{:0width$}", self.digits.unsigned_abs(), width = usize::from(self.scale) + 1);
        let (whole, fraction) = digits.split_at(digits.len() - usize::from(self.scale));
        let sign = if self.digits < 0 { "-" } else { "" };
        if fraction.is_empty() { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{fraction}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_written_as_numbers() {
        for (digits, scale, expected) in [(250_000, 0, "250000"), (935, 1, "93.5"), (-5, 2, "-0.05"), (0, 0, "0")] {
            assert_eq!(Decimal { digits, scale }.to_string(), expected);
        }
    }
}
