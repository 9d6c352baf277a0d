//! Tables with a line of headings: Media Cloud, Zotero, and what people keep in a spreadsheet.

use super::{Draft, Field, Fields, Opened, Stated, fields::part, html};
use crate::{
    ReadingError,
    source::{Extract, Index, Source},
};
use csv_core::{ReadFieldResult, Reader, ReaderBuilder};
use visavis_corpus::Role;
use visavis_text::Span;

/// A table may have so many columns; what has more is no table of articles.
const COLUMNS: usize = 1000;

/// The cells of a row, as bytes of the text, quotation marks included.
type Row = Vec<Span>;

/// Reads a table, one article a row.
pub(super) fn open(source: &Source, shown: &str, name: &str, fields: &Fields, opened: &mut Opened) {
    let mut rows = Rows::new(source.text(), delimiter(source.text(), name));
    let index = Index::of(source);
    let Some(header) = rows.next() else { return opened.fail(shown, 1, ReadingError::EmptyArticle) };
    let table = Table { source, index, header: header.iter().map(|&cell| value(source, cell)).collect() };
    let known = [Field::Body, Field::Title].iter().any(|&field| fields.find(field, &table.header).is_some());
    if !known || table.header.len() > COLUMNS {
        let found = table.header.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
        return opened.fail(shown, 1, ReadingError::NoColumn { found });
    }
    for row in rows {
        table.article(&row, fields, shown, opened);
    }
}

/// What stands between cells: a tab in `.tsv`, else the mark that the line of headings has most of.
fn delimiter(text: &str, name: &str) -> u8 {
    let line = text.lines().next().unwrap_or_default();
    let count = |mark: u8| line.bytes().filter(|&byte| byte == mark).count();
    if name.to_lowercase().ends_with(".tsv") {
        return b'\t';
    }
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|&mark| count(mark)).unwrap_or(b',')
}

/// The rows of a table.
struct Rows<'t> {
    text: &'t str,
    reader: Reader,
    at: usize,
    over: bool,
}

impl<'t> Rows<'t> {
    fn new(text: &'t str, delimiter: u8) -> Self {
        Self { text, reader: ReaderBuilder::new().delimiter(delimiter).build(), at: 0, over: false }
    }

    /// The end of the cell that begins here, and how it ended.
    fn cell(&mut self) -> (Span, ReadFieldResult) {
        let start = self.at;
        let mut out = [0; 4096];
        loop {
            let (result, read, _) = self.reader.read_field(&self.text.as_bytes()[self.at..], &mut out);
            self.at += read;
            match result {
                // What is read is not looked at: the cell is taken out of the text, where it has its place.
                ReadFieldResult::OutputFull => {}
                ReadFieldResult::InputEmpty if read > 0 => {}
                _ => return (Span::new(start, self.at), result),
            }
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let mut row = vec![];
        while !self.over {
            let (cell, result) = self.cell();
            match result {
                ReadFieldResult::End => self.over = true,
                ReadFieldResult::Field { record_end } => {
                    row.push(cell);
                    if record_end {
                        return Some(row);
                    }
                }
                ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            }
        }
        (!row.is_empty()).then_some(row)
    }
}

/// The inner bytes of a cell: without what ends it, the spaces around it and its quotation marks; and whether it had those.
fn inner(source: &Source, cell: Span) -> (Span, bool) {
    let text = source.slice(cell);
    let start = text.len() - text.trim_start_matches(['\n', '\r', ' ']).len();
    let text = &text[start..];
    if let Some(quoted) = text.strip_prefix('"') {
        let end = quoted.rfind('"').unwrap_or(quoted.len());
        let start = cell.start() + start + 1;
        return (Span::new(start, start + end), true);
    }
    let text = text.trim_end_matches(['\n', '\r']);
    let text = text.strip_suffix([',', ';', '\t']).unwrap_or(text).trim_end();
    (Span::new(cell.start() + start, cell.start() + start + text.len()), false)
}

fn value(source: &Source, cell: Span) -> String {
    let (span, quoted) = inner(source, cell);
    let text = source.slice(span);
    if quoted { text.replace("\"\"", "\"") } else { text.into() }
}

struct Table<'s> {
    source: &'s Source,
    index: Index,
    header: Vec<String>,
}

impl Table<'_> {
    fn article(&self, row: &Row, fields: &Fields, shown: &str, opened: &mut Opened) {
        let filled: Vec<usize> = (0..row.len().min(self.header.len()))
            .filter(|&at| !self.source.slice(inner(self.source, row[at]).0).trim().is_empty())
            .collect();
        let Some(&first) = filled.first() else { return };
        let line = self.index.line_in(self.source, inner(self.source, row[first]).0.start());
        if row.len() != self.header.len() {
            let (found, expected) = (row.len(), self.header.len());
            return opened.fail(shown, line, ReadingError::Columns { found, expected });
        }
        let keys: Vec<String> = filled.iter().map(|&at| self.header[at].clone()).collect();
        let cell = |field| fields.find(field, &keys).map(|at| (row[filled[at]], keys[at].as_str()));
        let mut stated = Stated::default();
        for (field, _) in Field::ALL.iter().filter(|(field, _)| !matches!(field, Field::Body | Field::Lead)) {
            if let Some((at, name)) = cell(*field) {
                stated.add(*field, &value(self.source, at), name, line);
            }
        }
        let mut out = Extract::new(self.source, &self.index);
        for (field, role) in [(Field::Title, Role::Title), (Field::Lead, Role::Lead)] {
            if let Some((at, name)) = cell(field) {
                part(&mut out, role, name, |out| self.take(out, at, true));
            }
        }
        match cell(Field::Body) {
            Some((at, _)) => self.body(&mut out, at),
            None => opened.bare += 1,
        }
        opened.drafts.push(Draft::one_of_many(out.finish(), stated, line));
    }

    fn body(&self, out: &mut Extract<'_>, cell: Span) {
        out.end_paragraph();
        if html::is_markup(self.source.slice(cell)) {
            let mut inner = Extract::new(self.source, &self.index);
            self.take(&mut inner, cell, false);
            html::fragment(&inner.finish(), &self.index, out);
        } else {
            self.take(out, cell, false);
        }
    }

    /// Adds the text of a cell, on one line where it is to be `flat`.
    fn take(&self, out: &mut Extract<'_>, cell: Span, flat: bool) {
        let (span, quoted) = inner(self.source, cell);
        let text = self.source.slice(span);
        let mut done = 0;
        let mut at = 0;
        while let Some(found) = text[at..].find(|c| c == '"' || (flat && matches!(c, '\n' | '\r'))) {
            at += found;
            let doubled = quoted && text[at..].starts_with("\"\"");
            let (mark, len) = if doubled {
                ("\"", 2)
            } else if text[at..].starts_with('"') {
                ("\"", 1)
            } else {
                (" ", 1)
            };
            out.copy(Span::new(span.start() + done, span.start() + at));
            out.replace(mark, Span::new(span.start() + at, span.start() + at + len));
            at += len;
            done = at;
        }
        out.copy(Span::new(span.start() + done, span.end()));
    }
}
