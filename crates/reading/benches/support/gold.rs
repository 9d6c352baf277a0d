//! Texts with judged names: in brackets (`[Lyon|place]`), or in `WebAnno` TSV after the Quaero guide.

use std::path::{Path, PathBuf};
use visavis_corpus::{Article, ArticleId, Block, Claim, Confidence, Head, Kind, Language, Lines, Marks, Role};
use visavis_text::Span;

/// What a judge says of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// They name something of this kind.
    Name(Kind),
    /// Whether they do is a matter of the guide: neither right nor wrong.
    Either,
}

/// A judged text: its paragraphs, each with its judgements in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Judged {
    pub(crate) paragraphs: Vec<(String, Vec<(Span, Verdict)>)>,
    /// Whether they are in English.
    english: bool,
}

impl Judged {
    /// Reads names in brackets, a paragraph a line; `[words|]` is neither right nor wrong. Lines that begin with `#` are comments.
    pub(crate) fn in_brackets(text: &str) -> Self {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        Self { paragraphs: lines.map(paragraph).collect(), english: false }
    }

    /// The same text, which is in English.
    pub(crate) fn in_english(self) -> Self {
        Self { english: true, ..self }
    }

    /// Reads `WebAnno` TSV: a sentence is a paragraph.
    pub(crate) fn in_tsv(text: &str) -> Self {
        let mut judged = Self::default();
        let mut rows: Vec<Row<'_>> = vec![];
        for line in text.lines().chain([""]) {
            if let Some(row) = Row::of(line) {
                rows.push(row);
            } else if !rows.is_empty() {
                judged.paragraphs.push(sentence(&std::mem::take(&mut rows)));
            }
        }
        judged
    }

    /// As an article of one body, without what it says of names.
    pub(crate) fn article(&self, id: &str) -> Article {
        let unknown = || Claim::unknown(vec![]);
        let block = |text: &String| Block {
            role: Role::Body,
            lines: Lines::one(1),
            source: vec![],
            text: text.clone(),
            removed_by: None,
        };
        let head = Head {
            id: ArticleId(id.into()),
            file: id.into(),
            title: unknown(),
            outlet: unknown(),
            date: Claim::unknown(vec![]),
            byline: unknown(),
            credit: unknown(),
            language: if self.english {
                Claim::inferred(Language::English, Confidence::percent(90), vec![])
            } else {
                Claim::unknown(vec![])
            },
            url: None,
            archived: None,
        };
        let blocks = self.paragraphs.iter().map(|(text, _)| block(text)).collect();
        Article { head, blocks, marks: Marks::default() }
    }
}

/// Where the judged data lie that are not ours to keep.
pub(crate) fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    if !path.exists() {
        println!("SKIPPED ../shared/data/{name} is missing");
        return None;
    }
    Some(path)
}

fn paragraph(line: &str) -> (String, Vec<(Span, Verdict)>) {
    let (mut text, mut judgements, mut rest) = (String::new(), vec![], line);
    while let Some(open) = rest.find('[') {
        text.push_str(&rest[..open]);
        let inner = &rest[open + 1..];
        let close = inner.find(']').expect("a bracket that closes");
        let (words, kind) = inner[..close].rsplit_once('|').expect("words and a kind");
        let span = Span::new(text.len(), text.len() + words.len());
        let verdict = if kind.is_empty() { Verdict::Either } else { Verdict::Name(Kind::parse(kind).expect("a kind")) };
        judgements.push((span, verdict));
        text.push_str(words);
        rest = &inner[close + 1..];
    }
    text.push_str(rest);
    (text, judgements)
}

/// A token of a TSV file.
struct Row<'t> {
    start: usize,
    end: usize,
    text: &'t str,
    labels: &'t str,
}

impl<'t> Row<'t> {
    fn of(line: &'t str) -> Option<Self> {
        let mut columns = line.split('\t');
        let (_, offsets, text, labels) = (columns.next()?, columns.next()?, columns.next()?, columns.next()?);
        let (start, end) = offsets.split_once('-')?;
        Some(Self { start: start.parse().ok()?, end: end.parse().ok()?, text, labels })
    }
}

fn sentence(rows: &[Row<'_>]) -> (String, Vec<(Span, Verdict)>) {
    let (mut text, mut last) = (String::new(), rows[0].start);
    // A label in the order of its first token, with the bytes it covers so far.
    let mut labels: Vec<(&str, Span)> = vec![];
    for row in rows {
        // What stands after an elision is glued to it, whatever the tokenizer left between.
        if row.start > last && !text.ends_with(['\'', '’']) && !matches!(row.text, "'" | "’") {
            text.push(' ');
        }
        last = row.end;
        let from = text.len();
        text.push_str(row.text);
        for label in row.labels.split('|').filter(|label| *label != "_") {
            let known = labels.iter_mut().rev().find(|(known, _)| *known == label && label.contains('['));
            match known {
                Some((_, span)) => *span = Span::new(span.start(), text.len()),
                None => labels.push((label, Span::new(from, text.len()))),
            }
        }
    }
    let judgements = labels.iter().filter_map(|&(label, span)| Some((span, verdict(label, span, &labels)?))).collect();
    (text, judgements)
}

/// What the Quaero guide's label means here.
fn verdict(label: &str, span: Span, labels: &[(&str, Span)]) -> Option<Verdict> {
    let in_function = labels.iter().any(|(other, outer)| other.starts_with("func") && outer.contains(span));
    Some(match label {
        _ if label.starts_with("pers.ind") => Verdict::Name(Kind::Person),
        _ if label.starts_with("loc") => Verdict::Name(Kind::Place),
        _ if label.starts_with("org") && !in_function => Verdict::Name(Kind::Organisation),
        _ if ["org", "prod", "pers", "event", "func"].iter().any(|kind| label.starts_with(kind)) => Verdict::Either,
        _ => return None,
    })
}
