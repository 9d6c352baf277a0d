//! Markdown, with what its front matter states.

use super::{Draft, Field, Fields, Opened, Stated, fields::part};
use crate::{
    ReadingError,
    source::{Extract, Index, Source},
};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use saphyr_parser::{Event as Yaml, Parser as YamlParser};
use visavis_corpus::{Clue, ClueKind, Role};
use visavis_text::Span;

/// Front matter is no longer than that.
const MAX_FRONT: usize = 65_536;

/// Reads a file of one article.
pub(super) fn open(source: &Source, shown: &str, fields: &Fields, opened: &mut Opened) {
    let text = source.text();
    let front = Front::of(text);
    let index = Index::of(source);
    let mut stated = Stated::default();
    let mut body = 0;
    if let Some(front) = &front {
        body = front.end;
        match front.entries(text) {
            Ok(entries) => {
                let keys: Vec<String> = entries.iter().map(|entry| entry.key.clone()).collect();
                for (field, _) in Field::ALL {
                    if let Some(at) = fields.find(field, &keys) {
                        stated.add(field, &entries[at].value, &entries[at].key, entries[at].line);
                    }
                }
            }
            Err((line, what)) => opened.fail(shown, line, ReadingError::FrontMatter { what }),
        }
    }
    let mut out = Extract::new(source, &index);
    let title = front.as_ref().and_then(|front| front.title(text, &stated));
    if let Some(span) = title {
        part(&mut out, Role::Title, "title", |out| out.copy(span));
    }
    blocks(source, body, title.is_some(), &mut out);
    opened.drafts.push(Draft::only(out.finish(), stated));
}

/// A block of keys at the head of a file.
struct Front {
    yaml: bool,
    inner: Span,
    /// Where the text begins.
    end: usize,
}

struct Entry {
    key: String,
    value: String,
    line: u32,
}

impl Front {
    fn of(text: &str) -> Option<Self> {
        let fence = ["---", "+++"].into_iter().find(|fence| text.starts_with(fence))?;
        let first = text.find('\n')?;
        if text[3..first].trim() != "" {
            return None;
        }
        let start = first + 1;
        let mut at = start;
        for line in text[start..].split_inclusive('\n') {
            let closes = line.trim_end() == fence || (fence == "---" && line.trim_end() == "...");
            if closes {
                return Some(Self { yaml: fence == "---", inner: Span::new(start, at), end: at + line.len() });
            }
            at += line.len();
            if at > MAX_FRONT {
                break;
            }
        }
        None
    }

    fn entries(&self, text: &str) -> Result<Vec<Entry>, (u32, String)> {
        let inner = &text[self.inner.range()];
        if self.yaml { yaml(inner) } else { toml(inner) }
    }

    /// Where the title stands, so that it is read as a part of the text.
    fn title(&self, text: &str, stated: &Stated) -> Option<Span> {
        let title = stated.first(Field::Title)?;
        let at = text[self.inner.range()].find(title)?;
        Some(Span::new(self.inner.start() + at, self.inner.start() + at + title.len()))
    }
}

fn toml(text: &str) -> Result<Vec<Entry>, (u32, String)> {
    let line = |at: usize| 2 + text[..at].matches('\n').count() as u32;
    let root = toml::de::DeTable::parse(text).map_err(|error| {
        (line(error.span().map_or(0, |span| span.start.min(text.len()))), error.message().to_string())
    })?;
    let mut entries = vec![];
    for (key, value) in root.get_ref() {
        tables(key.get_ref().to_string(), value, &line, &mut entries);
    }
    Ok(entries)
}

fn tables(
    key: String,
    value: &toml::Spanned<toml::de::DeValue<'_>>,
    line: &dyn Fn(usize) -> u32,
    entries: &mut Vec<Entry>,
) {
    use toml::de::DeValue;
    let scalar = |value: &DeValue<'_>| match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Datetime(date) => Some(date.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        _ => None,
    };
    let at = line(value.span().start);
    match value.get_ref() {
        DeValue::Table(table) => {
            for (name, value) in table {
                tables(format!("{key}.{}", name.get_ref()), value, line, entries);
            }
        }
        DeValue::Array(items) => {
            let items: Vec<String> = items.iter().filter_map(|item| scalar(item.get_ref())).collect();
            entries.push(Entry { key, value: items.join(", "), line: at });
        }
        other => entries.extend(scalar(other).map(|value| Entry { key, value, line: at })),
    }
}

/// What of a YAML mapping is still open.
enum Open {
    /// A mapping that waits for a key.
    Key,
    /// A mapping that waits for the value of this key.
    Value(String),
    /// A list, its key, its line and what it holds.
    List(String, u32, Vec<String>),
}

/// The keys of a mapping. Events are read, not values: an alias stands for nothing, so that it cannot multiply.
fn yaml(text: &str) -> Result<Vec<Entry>, (u32, String)> {
    let mut open: Vec<Open> = vec![];
    let mut entries = vec![];
    for event in YamlParser::new_from_str(text) {
        let (event, span) = event.map_err(|error| (1 + error.marker().line() as u32, error.info().to_string()))?;
        let line = 1 + span.start.line() as u32;
        match event {
            Yaml::MappingStart(..) => open.push(Open::Key),
            Yaml::SequenceStart(..) => open.push(Open::List(path(&open), line, vec![])),
            Yaml::MappingEnd | Yaml::SequenceEnd => {
                if let Some(Open::List(key, line, items)) = open.pop()
                    && !key.is_empty()
                {
                    entries.push(Entry { key, value: items.join(", "), line });
                }
                close(&mut open);
            }
            Yaml::Scalar(value, ..) => match open.last_mut() {
                Some(waiting @ Open::Key) => *waiting = Open::Value(value.into_owned()),
                Some(Open::Value(_)) => {
                    entries.push(Entry { key: path(&open), value: value.into_owned(), line });
                    close(&mut open);
                }
                Some(Open::List(_, _, items)) => items.push(value.into_owned()),
                None => {}
            },
            Yaml::Alias(..) => close(&mut open),
            _ => {}
        }
    }
    Ok(entries)
}

/// The keys that lead to the value that is open: `source.name`.
fn path(open: &[Open]) -> String {
    let keys = open.iter().filter_map(|open| if let Open::Value(key) = open { Some(key.as_str()) } else { None });
    keys.collect::<Vec<_>>().join(".")
}

/// A value is over: its mapping waits for the next key.
fn close(open: &mut [Open]) {
    if let Some(waiting @ Open::Value(_)) = open.last_mut() {
        *waiting = Open::Key;
    }
}

/// The paragraphs from byte `from` on; marks of emphasis, addresses of links and pictures are no text.
fn blocks(source: &Source, from: usize, has_title: bool, out: &mut Extract<'_>) {
    let text = &source.text()[from..];
    let (mut silent, mut heading, mut titled) = (0u32, None, has_title);
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES).into_offset_iter() {
        let span = Span::new(from + range.start, from + range.end);
        match event {
            Event::Start(Tag::Image { .. } | Tag::HtmlBlock) => silent += 1,
            Event::End(TagEnd::Image | TagEnd::HtmlBlock) => silent = silent.saturating_sub(1),
            Event::Start(Tag::Heading { level, .. }) => {
                out.end_paragraph();
                heading = Some((out.len(), level as usize));
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some((start, level)) = heading.take() {
                    let role = if level == 1 && !titled { Role::Title } else { Role::Subheading };
                    titled |= role == Role::Title;
                    out.hint(start, role, Clue::new(ClueKind::Field, "#".repeat(level)));
                }
                out.end_paragraph();
            }
            Event::Start(tag) if is_block(&tag) => out.end_paragraph(),
            Event::End(TagEnd::TableCell) => out.end_line(),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock | TagEnd::BlockQuote(_)) => {
                out.end_paragraph();
            }
            Event::Text(shown) | Event::Code(shown) if silent == 0 => take(source, out, span, &shown),
            Event::SoftBreak if silent == 0 => out.replace(" ", span),
            Event::HardBreak if silent == 0 => out.end_line(),
            _ => {}
        }
    }
    out.end_line();
}

const fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Item
            | Tag::CodeBlock(_)
            | Tag::BlockQuote(_)
            | Tag::TableCell
            | Tag::FootnoteDefinition(_)
    )
}

/// Adds `shown`, which stands at `span`, perhaps amid marks.
fn take(source: &Source, out: &mut Extract<'_>, span: Span, shown: &str) {
    let raw = source.slice(span);
    match raw.find(shown) {
        Some(at) => out.copy(Span::new(span.start() + at, span.start() + at + shown.len())),
        None => out.replace(shown, span),
    }
}
