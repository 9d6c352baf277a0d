//! Exports that are text: many articles one after another, each with lines that say what they are.

use super::{Draft, Stated};
use crate::source::{Extract, Index, Line, Source};
use visavis_corpus::{Clue, ClueKind, Role};
use visavis_text::Span;

/// One article of an export, line by line.
pub(super) struct Listing<'s> {
    source: &'s Source,
    out: Extract<'s>,
    /// What it states.
    pub(super) stated: Stated,
    /// The line on which it begins.
    first: Option<u32>,
    /// Whether the next line goes on with the paragraph.
    joins: bool,
}

impl<'s> Listing<'s> {
    pub(super) fn new(source: &'s Source, index: &Index) -> Self {
        Self { source, out: Extract::new(source, index), stated: Stated::default(), first: None, joins: false }
    }

    /// What the line says, without the spaces around it.
    pub(super) fn said(&self, line: Line) -> &'s str {
        self.source.slice(line.span).trim()
    }

    /// Adds a line that the label `name` tells to be `role`; the text, where no label does.
    pub(super) fn add(&mut self, line: Line, role: Option<(Role, &str)>) {
        self.joins = false;
        self.out.end_line();
        self.piece(line.span, role);
        self.first.get_or_insert(line.number);
    }

    /// Adds a line of a paragraph that is broken into lines; a blank one ends it.
    pub(super) fn flow(&mut self, line: Line, role: Option<(Role, &str)>) {
        if self.said(line).is_empty() {
            return self.blank();
        }
        if self.joins {
            // The end of the line before stands for the space.
            self.out.replace_from(self.source, " ", Span::new(line.span.start().saturating_sub(1), line.span.start()));
        } else {
            self.out.end_line();
        }
        self.piece(line.span, role);
        self.first.get_or_insert(line.number);
        self.joins = true;
    }

    /// Ends a paragraph.
    pub(super) fn blank(&mut self) {
        self.joins = false;
        self.out.end_paragraph();
    }

    fn piece(&mut self, span: Span, role: Option<(Role, &str)>) {
        let text = self.source.slice(span);
        let lead = text.len() - text.trim_start().len();
        let start = self.out.len();
        let from = span.start() + lead;
        self.out.copy(Span::new(from, from + text.trim().len()));
        if let Some((role, name)) = role {
            self.out.hint(start, role, Clue::new(ClueKind::Field, name));
        }
    }

    /// The article; `None` where no line was added.
    pub(super) fn finish(self) -> Option<Draft> {
        let first = self.first?;
        Some(Draft::one_of_many(self.out.finish(), self.stated, first))
    }
}
