//! The text of an article, with a map back to the bytes of its file.

use crate::{ReadingError, error::Errors};
use memchr::memchr2;
use std::sync::Arc;
use visavis_corpus::{Clue, Lines, Role};
use visavis_text::Span;

/// No article has a longer line; what does is data, and would stall the page.
pub(crate) const MAX_LINE: usize = 10_000_000;

/// Bytes of a text that stand in the file one after another, each character as wide as the next.
///
/// A run goes on to the start of the next one. Text that the file does not hold (the line break between two paragraphs of a page) has
/// characters that are 0 bytes wide in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// First byte in the text.
    text: u32,
    /// First byte in the file.
    file: u32,
    /// Bytes of a character in the text, and in the file.
    step: (u8, u8),
}

/// The bytes of a file under a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Map {
    runs: Vec<Run>,
}

impl Map {
    /// Adds a character or more: `text` in the text, which stands at `file`, in steps of so many bytes here and there.
    pub(crate) fn add(&mut self, text: usize, file: usize, step: (u8, u8)) {
        let run = Run { text: text as u32, file: file as u32, step };
        let goes_on = self.runs.last().is_some_and(|last| last.step == step && last.file_at(run.text) == run.file);
        if !goes_on {
            self.runs.push(run);
        }
    }

    /// The runs under `span`, each with its part of the text and the bytes of the file.
    fn under(&self, span: Span) -> impl Iterator<Item = (Run, Span, Span)> + '_ {
        let first = self.runs.partition_point(|run| run.text as usize <= span.start()).saturating_sub(1);
        let runs = self.runs[first.min(self.runs.len())..].iter().enumerate();
        runs.take_while(move |(_, run)| (run.text as usize) < span.end()).map(move |(at, run)| {
            let end = self.runs.get(first + at + 1).map_or(u32::MAX, |next| next.text) as usize;
            let part = Span::new(span.start().max(run.text as usize), span.end().min(end));
            (*run, part, run.in_file(part))
        })
    }
}

impl Run {
    /// Where the character at `text` begins in the file.
    const fn file_at(self, text: u32) -> u32 {
        self.file + (text - self.text) / self.step.0 as u32 * self.step.1 as u32
    }

    /// The bytes of the file under `part` of the run.
    fn in_file(self, part: Span) -> Span {
        let step = u32::from(self.step.0);
        let end = part.end() as u32;
        // A part of a character stands for all of it.
        let end = self.text + (end - self.text).div_ceil(step) * step;
        Span::new(self.file_at(part.start() as u32) as usize, self.file_at(end) as usize)
    }
}

/// What the format of a file says of a part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hint {
    /// The part.
    pub(crate) span: Span,
    /// Its role.
    pub(crate) role: Role,
    /// What says so.
    pub(crate) clue: Clue,
}

/// A text and its file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Source {
    text: String,
    map: Map,
    /// First byte of each line of the file; absent where lines of the text are lines of the file.
    breaks: Option<Arc<[u32]>>,
    /// What the format says of parts of it, in their order.
    hints: Vec<Hint>,
}

/// A line of text without its end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    /// 1-based.
    pub(crate) number: u32,
    /// The line of the file on which it ends.
    pub(crate) last: u32,
    /// Its bytes in the text.
    pub(crate) span: Span,
}

impl Line {
    /// The lines of the file.
    pub(crate) const fn lines(self) -> Lines {
        Lines { first: self.number, last: self.last }
    }
}

impl Source {
    /// Text that stands in its file as it is.
    pub(crate) fn plain(text: &str) -> Self {
        let mut map = Map::default();
        map.add(0, 0, (1, 1));
        Self::whole(text.into(), map)
    }

    /// All the text of a file.
    pub(crate) fn whole(text: String, map: Map) -> Self {
        Self { text, map, ..Self::default() }
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// What the format says of parts of the text, in their order.
    pub(crate) fn hints(&self) -> &[Hint] {
        &self.hints
    }

    /// The text under `span`.
    pub(crate) fn slice(&self, span: Span) -> &str {
        visavis_text::slice(&self.text, span).unwrap_or_default()
    }

    /// The bytes of the file under `span` of the text, in order, those that touch as one.
    pub(crate) fn in_file(&self, span: Span) -> Vec<Span> {
        let mut spans: Vec<Span> = vec![];
        for (_, _, file) in self.map.under(span).filter(|(_, _, file)| !file.is_empty()) {
            match spans.last_mut() {
                Some(last) if last.end() == file.start() => *last = Span::new(last.start(), file.end()),
                _ => spans.push(file),
            }
        }
        spans
    }

    fn file_line(&self, breaks: &[u32], at: usize) -> u32 {
        // What the file does not hold stands where the text before it ends.
        let run = self.map.runs[..self.map.runs.partition_point(|run| run.text as usize <= at)].last();
        let file = run.map_or(0, |run| run.file_at(at as u32));
        breaks.partition_point(|&start| start <= file).max(1) as u32
    }

    /// The lines of the text, whether they end in LF, CR LF or CR.
    pub(crate) fn lines(&self) -> Vec<Line> {
        let mut lines: Vec<Line> = vec![];
        for span in line_spans(&self.text) {
            let number = lines.len() as u32 + 1;
            let at = |byte| self.breaks.as_ref().map_or(number, |breaks| self.file_line(breaks, byte));
            let end = span.end().saturating_sub(1).max(span.start());
            lines.push(Line { number: at(span.start()), last: at(end), span });
        }
        lines
    }

    /// First byte of each line of the file.
    fn breaks(&self) -> Arc<[u32]> {
        self.breaks.clone().unwrap_or_else(|| {
            let start =
                |span: Span| self.map.under(Span::new(span.start(), span.start() + 1)).next().map(|(_, _, f)| f);
            line_spans(&self.text).into_iter().map(|span| start(span).map_or(u32::MAX, |f| f.start() as u32)).collect()
        })
    }

    /// Whether every line may be read; where one is too long, `errors` says so.
    pub(crate) fn has_short_lines(&self, file: &str, errors: &mut Errors) -> bool {
        let long = self.text.len() > MAX_LINE && {
            let long = self.lines().into_iter().find(|line| line.span.len() > MAX_LINE);
            if let Some(line) = long {
                errors.add(file, line.number, ReadingError::LongLine { bytes: line.span.len(), limit: MAX_LINE });
            }
            long.is_some()
        };
        !long
    }
}

/// The lines of `text` without their ends.
fn line_spans(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let (mut lines, mut start) = (vec![], 0);
    while let Some(len) = memchr2(b'\n', b'\r', &bytes[start..]) {
        let end = start + len;
        lines.push(Span::new(start, end));
        start = end + if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 };
    }
    lines.push(Span::new(start, bytes.len()));
    lines
}

/// Text that is taken out of another, piece by piece, and keeps its way back to the file.
#[derive(Debug)]
pub(crate) struct Extract<'b> {
    base: &'b Source,
    out: Source,
}

impl<'b> Extract<'b> {
    /// Nothing yet, of `base`.
    pub(crate) fn new(base: &'b Source, index: &Index) -> Self {
        Self { base, out: Source { breaks: Some(index.0.clone()), ..Source::default() } }
    }

    /// How long the text is by now.
    pub(crate) fn len(&self) -> usize {
        self.out.text.len()
    }

    /// Whether a space would say nothing: at the start of a line, after another.
    pub(crate) fn ends_in_space(&self) -> bool {
        self.out.text.is_empty() || self.out.text.ends_with([' ', '\n'])
    }

    /// Takes `span` of the base as it is.
    pub(crate) fn copy(&mut self, span: Span) {
        self.copy_from(self.base, span);
    }

    /// Takes `span` of `base`, another text of the same file, as it is.
    pub(crate) fn copy_from(&mut self, base: &Source, span: Span) {
        let text = base.slice(span);
        for (run, part, file) in base.map.under(Span::new(span.start(), span.start() + text.len())) {
            let at = self.out.text.len() + part.start() - span.start();
            self.out.map.add(at, file.start(), run.step);
        }
        self.out.text.push_str(text);
    }

    /// Takes `span` of the base, for which `text` stands: an escape, a broken line.
    pub(crate) fn replace(&mut self, text: &str, span: Span) {
        self.replace_from(self.base, text, span);
    }

    /// Takes `span` of `base`, another text of the same file, for which `text` stands.
    pub(crate) fn replace_from(&mut self, base: &Source, text: &str, span: Span) {
        let file = base.in_file(span);
        let (Some(first), Some(last)) = (file.first(), file.last()) else { return self.insert(text) };
        let bytes = last.end().saturating_sub(first.start());
        let mut at = self.out.text.len();
        // The first character stands for all of it; what follows it, for nothing of its own.
        for (nth, c) in text.chars().enumerate() {
            let wide = if nth == 0 { bytes.min(255) as u8 } else { 0 };
            self.out.map.add(at, if nth == 0 { first.start() } else { last.end() }, (c.len_utf8() as u8, wide));
            at += c.len_utf8();
        }
        self.out.text.push_str(text);
    }

    /// Adds text that the file does not hold.
    pub(crate) fn insert(&mut self, text: &str) {
        let at = self.out.text.len();
        let file = self.out.map.runs.last().map_or(0, |run| run.file_at(at as u32));
        self.out.map.add(at, file as usize, (1, 0));
        self.out.text.push_str(text);
    }

    /// Says what the text from byte `start` on is.
    pub(crate) fn hint(&mut self, start: usize, role: Role, clue: Clue) {
        let span = Span::new(start, self.out.text.len());
        if !span.is_empty() {
            self.out.hints.push(Hint { span, role, clue });
        }
    }

    /// Ends a line, if one has begun.
    pub(crate) fn end_line(&mut self) {
        if !self.out.text.is_empty() && !self.out.text.ends_with('\n') {
            self.insert("\n");
        }
    }

    /// Ends a paragraph, if one has begun: a blank line follows.
    pub(crate) fn end_paragraph(&mut self) {
        self.end_line();
        if !self.out.text.is_empty() && !self.out.text.ends_with("\n\n") {
            self.insert("\n");
        }
    }

    /// The text.
    pub(crate) fn finish(self) -> Source {
        self.out
    }
}

/// Where the lines of a file begin: made once, for all the articles of the file.
#[derive(Clone, Debug)]
pub(crate) struct Index(Arc<[u32]>);

impl Index {
    /// The lines of the file of `source`.
    pub(crate) fn of(source: &Source) -> Self {
        Self(source.breaks())
    }

    /// The line of the file on which byte `at` of the text of `source` stands.
    pub(crate) fn line_in(&self, source: &Source, at: usize) -> u32 {
        source.file_line(&self.0, at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_end_in_any_of_the_three_ways() {
        let source = Source::plain("a\nb\r\nc\rd");
        let lines: Vec<(u32, &str)> = source.lines().iter().map(|l| (l.number, source.slice(l.span))).collect();
        assert_eq!(lines, [(1, "a"), (2, "b"), (3, "c"), (4, "d")]);
    }

    #[test]
    fn what_is_taken_out_knows_its_bytes_and_its_lines() {
        let base = Source::plain("x\nun &eacute;t&eacute; <b>long</b>\ny");
        let mut out = Extract::new(&base, &Index::of(&base));
        out.copy(Span::new(2, 5));
        out.replace("é", Span::new(5, 13));
        out.copy(Span::new(13, 14));
        out.replace("é", Span::new(14, 22));
        out.copy(Span::new(22, 23));
        out.copy(Span::new(26, 30));
        out.end_line();
        out.copy(Span::new(35, 36));
        let out = out.finish();
        assert_eq!(out.text(), "un été long\ny");
        assert_eq!(out.in_file(Span::new(3, 8)), [Span::new(5, 22)]);
        // The tag between is not text.
        assert_eq!(out.in_file(Span::new(0, 13)), [Span::new(2, 23), Span::new(26, 30)]);
        assert_eq!(out.lines().iter().map(|line| line.number).collect::<Vec<_>>(), [2, 3]);
    }

    proptest! {
        #[test]
        fn taken_twice_is_taken_once(text in "[a-zé\n]{0,40}", cut in 0usize..20) {
            let base = Source::plain(&text);
            let index = Index::of(&base);
            let cut = text.char_indices().map(|(at, _)| at).nth(cut).unwrap_or(text.len());
            let mut once = Extract::new(&base, &index);
            once.copy(Span::new(cut, text.len()));
            let once = once.finish();
            let mut twice = Extract::new(&once, &index);
            twice.copy(Span::new(0, once.text().len()));
            let twice = twice.finish();
            for (at, c) in twice.text().char_indices() {
                let span = Span::new(at, at + c.len_utf8());
                prop_assert_eq!(twice.in_file(span), vec![span.shifted(cut)]);
                prop_assert_eq!(index.line_in(&twice, at), index.line_in(&base, cut + at));
            }
        }
    }
}
