//! Tables of a TOML file, asked key by key, so that a mistake is said with its line and its nearest right spelling.

use crate::{
    ReadingError,
    error::{Errors, nearest},
    source::Source,
};
use std::{cell::RefCell, ops::Range};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// A value and the line it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct At<T> {
    /// The value.
    pub(crate) value: T,
    /// Its line, 1-based.
    pub(crate) line: u32,
}

/// Parses `source`, and hands its root table to `read`. Where the file is not TOML, only that is said.
pub(super) fn parse<T: Default>(
    file: &str,
    source: &Source,
    errors: &mut Errors,
    read: impl FnOnce(&Table<'_>) -> T,
) -> T {
    let breaks = source.text().match_indices('\n').map(|(at, _)| at + 1).collect();
    let document = Document { breaks, errors: RefCell::default() };
    let (root, wrong) = DeTable::parse_recoverable(source.text());
    for error in &wrong {
        let line = error.span().map_or(0, |span| document.line(&span));
        document.fail(line, ReadingError::Toml { what: error.message().into() });
    }
    let value = if wrong.is_empty() {
        read(&Table { document: &document, name: "the file", line: 1, content: root.get_ref() })
    } else {
        T::default()
    };
    document.errors.into_inner().into_iter().for_each(|(line, error)| errors.add(file, line, error));
    value
}

/// A TOML file while it is read.
struct Document {
    /// First byte of each line after the first.
    breaks: Vec<usize>,
    errors: RefCell<Vec<(u32, ReadingError)>>,
}

impl Document {
    fn line(&self, span: &Range<usize>) -> u32 {
        1 + self.breaks.partition_point(|&at| at <= span.start) as u32
    }

    fn fail(&self, line: u32, error: ReadingError) {
        self.errors.borrow_mut().push((line, error));
    }
}

/// One table of a file.
pub(super) struct Table<'t> {
    document: &'t Document,
    name: &'static str,
    /// Where it starts.
    pub(super) line: u32,
    content: &'t DeTable<'t>,
}

impl<'t> Table<'t> {
    /// Notes an error at `line`.
    pub(super) fn fail(&self, line: u32, error: ReadingError) {
        self.document.fail(line, error);
    }

    /// Notes every key that is not among `known`.
    pub(super) fn only(&self, known: &[&'static str]) {
        for (key, _) in self.content {
            if !known.contains(&key.get_ref().as_ref()) {
                let hint =
                    nearest(key.get_ref(), known.iter().copied(), || format!("the keys here are {}", known.join(", ")));
                let error = ReadingError::UnknownKey { key: key.get_ref().to_string(), table: self.name, hint };
                self.fail(self.document.line(&key.span()), error);
            }
        }
    }

    /// Every key, in order.
    pub(super) fn keys(&self) -> Vec<String> {
        self.content.iter().map(|(key, _)| key.get_ref().to_string()).collect()
    }

    fn get(&self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.content.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
    }

    fn wrong(&self, key: &str, expected: &'static str, value: &Spanned<DeValue<'_>>) {
        let error = ReadingError::WrongType { key: key.into(), expected, found: value.get_ref().type_str() };
        self.fail(self.document.line(&value.span()), error);
    }

    /// A text, if the key is there.
    pub(super) fn text(&self, key: &str) -> Option<At<String>> {
        let value = self.get(key)?;
        let line = self.document.line(&value.span());
        match value.get_ref() {
            DeValue::String(text) => Some(At { value: text.to_string(), line }),
            // A day may be written without quotation marks.
            DeValue::Datetime(day) if key == "date" => Some(At { value: day.to_string(), line }),
            _ => {
                self.wrong(key, "a text in quotation marks", value);
                None
            }
        }
    }

    /// A text that must be there.
    pub(super) fn required(&self, key: &'static str) -> Option<At<String>> {
        if self.get(key).is_none() {
            self.fail(self.line, ReadingError::MissingKey { key, table: self.name });
        }
        self.text(key)
    }

    /// A list of texts; one text counts as a list of one.
    pub(super) fn texts(&self, key: &str) -> Vec<At<String>> {
        let Some(value) = self.get(key) else { return vec![] };
        let DeValue::Array(items) = value.get_ref() else { return self.text(key).into_iter().collect() };
        let item = |item: &Spanned<DeValue<'_>>| {
            let text = item.get_ref().as_str();
            if text.is_none() {
                self.wrong(key, "a list of texts", item);
            }
            text.map(|text| At { value: text.into(), line: self.document.line(&item.span()) })
        };
        items.iter().filter_map(item).collect()
    }

    /// A switch, off where it is absent.
    pub(super) fn flag(&self, key: &str) -> bool {
        let Some(value) = self.get(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong(key, "true or false", value);
            false
        })
    }

    /// The table `[key]`, called `name` in messages, if it is there.
    pub(super) fn table(&self, key: &str, name: &'static str) -> Option<Table<'t>> {
        let value = self.get(key)?;
        let Some(content) = value.get_ref().as_table() else {
            self.wrong(key, "a table under its own brackets", value);
            return None;
        };
        Some(Table { document: self.document, name, line: self.document.line(&value.span()), content })
    }

    /// The tables of `[[key]]`, called `name` in messages.
    pub(super) fn tables(&self, key: &str, name: &'static str) -> Vec<Table<'t>> {
        let Some(value) = self.get(key) else { return vec![] };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(key, "a list of tables, each under its own double brackets", value);
            return vec![];
        };
        let table = |item: &'t Spanned<DeValue<'t>>| {
            let content = item.get_ref().as_table();
            if content.is_none() {
                self.wrong(key, "a list of tables, each under its own double brackets", item);
            }
            content.map(|content| Table {
                document: self.document,
                name,
                line: self.document.line(&item.span()),
                content,
            })
        };
        items.iter().filter_map(table).collect()
    }
}
