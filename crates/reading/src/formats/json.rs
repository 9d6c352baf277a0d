//! JSON: an article, a list of articles, or an article a line. Zotero's CSL-JSON is such a list.
//!
//! Text keeps its way back through the escapes of its string: the bytes of a paragraph are those of the string in the file.

use super::{
    Draft, Field, Fields, Opened, Stated,
    fields::{part, plain_key},
    html,
};
use crate::{
    ReadingError,
    source::{Extract, Index, Source},
};
use serde::{Deserialize, Deserializer, de};
use serde_json::{Value, value::RawValue};
use std::{borrow::Cow, fmt};
use visavis_corpus::Role;
use visavis_text::Span;

/// An object with its values as they stand in the file.
struct Object<'t> {
    keys: Vec<String>,
    values: Vec<&'t RawValue>,
}

impl<'t> Deserialize<'t> for Object<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'t> de::Visitor<'t> for Entries {
            type Value = Object<'t>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: de::MapAccess<'t>>(self, mut map: A) -> Result<Object<'t>, A::Error> {
                let mut object = Object { keys: vec![], values: vec![] };
                while let Some((key, value)) = map.next_entry::<Cow<'t, str>, &'t RawValue>()? {
                    object.keys.push(key.into_owned());
                    object.values.push(value);
                }
                Ok(object)
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

/// Reads a file of one article, of a list of them, or of one after another.
pub(super) fn open(source: &Source, shown: &str, fields: &Fields, opened: &mut Opened) {
    let reader = Reader { source, index: Index::of(source), fields, shown };
    let mut records = vec![];
    let mut listed = false;
    let mut values = serde_json::Deserializer::from_str(source.text()).into_iter::<&RawValue>();
    for value in values.by_ref() {
        match value {
            Ok(value) if value.get().starts_with('[') => {
                listed = true;
                reader.list(value, &mut records, opened);
            }
            Ok(value) => match reader.wrapped(value) {
                Some(list) => {
                    listed = true;
                    reader.list(list, &mut records, opened);
                }
                None => records.push(value),
            },
            Err(error) => {
                opened.fail(shown, error.line() as u32, not_json(&error));
                break;
            }
        }
    }
    let only = records.len() == 1 && !listed;
    records.into_iter().for_each(|record| reader.record(record, only, opened));
}

/// Reads a file with an article a line; a line that is none does not stop the others.
pub(super) fn open_lines(source: &Source, shown: &str, fields: &Fields, opened: &mut Opened) {
    let reader = Reader { source, index: Index::of(source), fields, shown };
    for line in source.lines() {
        let text = source.slice(line.span);
        if text.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<&RawValue>(text) {
            Ok(value) => reader.record(value, false, opened),
            Err(error) => opened.fail(shown, line.number, not_json(&error)),
        }
    }
}

fn not_json(error: &serde_json::Error) -> ReadingError {
    ReadingError::Json { what: error.to_string() }
}

/// Lists of articles stand under such keys, or under none that holds an article.
struct Reader<'s> {
    source: &'s Source,
    index: Index,
    fields: &'s Fields,
    shown: &'s str,
}

impl<'s> Reader<'s> {
    fn span(&self, value: &RawValue) -> Span {
        let start = value.get().as_ptr().addr() - self.source.text().as_ptr().addr();
        Span::new(start, start + value.get().len())
    }

    fn line(&self, at: usize) -> u32 {
        self.index.line_in(self.source, at)
    }

    /// The articles of a list.
    fn list(&self, list: &'s RawValue, records: &mut Vec<&'s RawValue>, opened: &mut Opened) {
        match serde_json::from_str::<Vec<&RawValue>>(list.get()) {
            Ok(items) => records.extend(items),
            Err(error) => opened.fail(self.shown, self.line(self.span(list).start()), not_json(&error)),
        }
    }

    /// The list of articles in an object that is none itself: `{"articles": […]}`.
    fn wrapped(&self, value: &'s RawValue) -> Option<&'s RawValue> {
        let object: Object<'s> = serde_json::from_str(value.get()).ok()?;
        let is_article = [Field::Body, Field::Title].iter().any(|&field| {
            let at = self.fields.find(field, &object.keys);
            at.is_some_and(|at| object.values[at].get().starts_with('"'))
        });
        let mut lists = object
            .values
            .iter()
            .filter(|value| value.get().strip_prefix('[').is_some_and(|inner| inner.trim_start().starts_with('{')));
        lists.next().copied().filter(|_| !is_article)
    }

    fn record(&self, value: &'s RawValue, only: bool, opened: &mut Opened) {
        let line = self.line(self.span(value).start());
        let Ok(object) = serde_json::from_str::<Object<'s>>(value.get()) else {
            return opened.fail(self.shown, line, ReadingError::NoRecord);
        };
        let record = Record::new(self, &object);
        let (source, bare) = record.text();
        let stated = record.stated(self);
        opened.bare += usize::from(bare && !source.text().is_empty());
        opened.drafts.push(if only { Draft::only(source, stated) } else { Draft::one_of_many(source, stated, line) });
    }
}

/// An object with its inner objects laid out: `source.name`.
struct Record<'r, 's> {
    reader: &'r Reader<'s>,
    keys: Vec<String>,
    values: Vec<&'s RawValue>,
}

impl<'r, 's> Record<'r, 's> {
    fn new(reader: &'r Reader<'s>, object: &Object<'s>) -> Self {
        let mut record = Self { reader, keys: vec![], values: vec![] };
        for (key, value) in object.keys.iter().zip(&object.values) {
            record.push(key.clone(), value, 3);
        }
        record
    }

    fn push(&mut self, key: String, value: &'s RawValue, depth: u32) {
        if matches!(value.get(), "null" | "\"\"" | "[]" | "{}") {
            return;
        }
        if depth > 0
            && value.get().starts_with('{')
            && let Ok(inner) = serde_json::from_str::<Object<'s>>(value.get())
        {
            for (name, value) in inner.keys.iter().zip(inner.values) {
                self.push(format!("{key}.{name}"), value, depth - 1);
            }
        }
        self.keys.push(key);
        self.values.push(value);
    }

    /// The text, and whether it is only a title or a summary.
    fn text(&self) -> (Source, bool) {
        let mut out = Extract::new(self.reader.source, &self.reader.index);
        let mut bare = true;
        for (field, role) in [(Field::Title, Some(Role::Title)), (Field::Lead, Some(Role::Lead)), (Field::Body, None)] {
            let Some(at) = self.reader.fields.find(field, &self.keys) else { continue };
            let strings = self.strings(self.values[at]);
            if let Some(role) = role {
                part(&mut out, role, &self.keys[at], |out| strings.iter().for_each(|&string| self.flat(out, string)));
            } else {
                bare &= strings.is_empty();
                strings.iter().for_each(|&string| self.body(&mut out, string));
            }
        }
        (out.finish(), bare)
    }

    /// The inner bytes of the strings of a value: itself, or those of a list.
    fn strings(&self, value: &'s RawValue) -> Vec<Span> {
        let inner = |value: &RawValue| {
            let span = self.reader.span(value);
            value.get().starts_with('"').then(|| Span::new(span.start() + 1, span.end() - 1))
        };
        // To ask whether a string is a list costs a message that quotes it.
        let list = value.get().starts_with('[').then(|| serde_json::from_str::<Vec<&RawValue>>(value.get()));
        match list {
            Some(Ok(items)) => items.into_iter().filter_map(inner).collect(),
            _ => inner(value).into_iter().collect(),
        }
    }

    /// A string on one line.
    fn flat(&self, out: &mut Extract<'_>, string: Span) {
        unescape(out, self.reader.source, string, true);
    }

    /// A string of paragraphs, or of markup.
    fn body(&self, out: &mut Extract<'_>, string: Span) {
        out.end_paragraph();
        if html::is_markup(self.reader.source.slice(string)) {
            let mut inner = Extract::new(self.reader.source, &self.reader.index);
            unescape(&mut inner, self.reader.source, string, false);
            html::fragment(&inner.finish(), &self.reader.index, out);
        } else {
            unescape(out, self.reader.source, string, false);
        }
        out.end_paragraph();
    }

    /// What the object states beside its text.
    fn stated(&self, reader: &Reader<'_>) -> Stated {
        let mut stated = Stated::default();
        for (field, _) in Field::ALL {
            if matches!(field, Field::Body | Field::Lead) {
                continue;
            }
            let Some(at) = reader.fields.find(field, &self.keys) else { continue };
            let line = reader.line(reader.span(self.values[at]).start());
            if let Ok(value) = serde_json::from_str::<Value>(self.values[at].get()) {
                stated.add(field, &shown(&value), &self.keys[at], line);
            }
        }
        stated
    }
}

/// A value in words: names of people and lists of them, the parts of a date.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(_) | Value::Null => String::new(),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(shown).filter(|text| !text.is_empty()).collect();
            items.join(", ")
        }
        Value::Object(object) => {
            let get = |wanted: &str| object.iter().find(|(key, _)| plain_key(key) == wanted).map(|(_, value)| value);
            let text = |wanted: &str| get(wanted).map(shown).filter(|text| !text.is_empty());
            if let Some(parts) = get("dateparts") {
                return date_parts(parts);
            }
            let named = || match (text("given"), text("family")) {
                (Some(given), Some(family)) => Some(format!("{given} {family}")),
                (given, family) => family.or(given),
            };
            ["name", "literal", "raw", "title", "value"].into_iter().find_map(text).or_else(named).unwrap_or_default()
        }
    }
}

/// `[[2016, 10, 12]]` as `2016-10-12`.
fn date_parts(parts: &Value) -> String {
    let first = parts.get(0).and_then(Value::as_array);
    let numbers = first.into_iter().flatten().map(|part| part.as_u64().or_else(|| part.as_str()?.parse().ok()));
    let numbers: Option<Vec<String>> = numbers.map(|number| number.map(|number| format!("{number:02}"))).collect();
    numbers.unwrap_or_default().join("-")
}

/// Adds the string whose inner bytes are `inner`, on one line where it is to be `flat`.
fn unescape(out: &mut Extract<'_>, source: &Source, inner: Span, flat: bool) {
    let text = source.slice(inner);
    let (mut done, mut at) = (0, 0);
    while let Some(found) = text[at..].find('\\') {
        at += found;
        out.copy(Span::new(inner.start() + done, inner.start() + at));
        let (c, len) = escape(&text[at..]);
        let c = if c == '\n' && !flat || !c.is_control() { c } else { ' ' };
        out.replace(c.encode_utf8(&mut [0; 4]), Span::new(inner.start() + at, inner.start() + at + len));
        at += len;
        done = at;
    }
    out.copy(Span::new(inner.start() + done, inner.end()));
}

/// The character that the escape at the start of `text` stands for, and how long the escape is.
fn escape(text: &str) -> (char, usize) {
    let unit = |at: usize| text.get(at..at + 4).and_then(|digits| u16::from_str_radix(digits, 16).ok());
    match text.as_bytes().get(1) {
        // A line that ends in CR LF ends once.
        Some(b'r') if text[2..].starts_with("\\n") => ('\n', 4),
        Some(b'n' | b'r') => ('\n', 2),
        Some(b't' | b'b' | b'f') => (' ', 2),
        Some(b'u') => {
            let first = unit(2).unwrap_or(0xFFFD);
            let second = (text.get(6..8) == Some("\\u")).then(|| unit(8)).flatten();
            match (char::decode_utf16([first]).next(), second) {
                (Some(Ok(c)), _) => (c, 6),
                (_, Some(second)) => match char::decode_utf16([first, second]).next() {
                    Some(Ok(c)) => (c, 12),
                    _ => (char::REPLACEMENT_CHARACTER, 6),
                },
                _ => (char::REPLACEMENT_CHARACTER, 6),
            }
        }
        Some(_) => (text[1..].chars().next().unwrap_or('\\'), 1 + text[1..].chars().next().map_or(0, char::len_utf8)),
        None => ('\\', 1),
    }
}
