//! Places in a text.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A range of UTF-8 bytes `[start, end)` into a text that the context names (a block's text, or a source file).
///
/// Invariant: `start <= end`. Whether the ends fall on character boundaries depends on the text: [`slice()`] checks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from `start` to `end`; where they are reversed, the empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        Self { start, end: end.max(start) }
    }

    /// First byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same bytes as a range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether every byte of `other` lies in `self`.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same span, moved `by` bytes to the right.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start() + by, self.end() + by)
    }
}

/// The text under `span`, or `None` where the span does not fit `text` or cuts a character.
pub fn slice(text: &str, span: Span) -> Option<&str> {
    text.get(span.range())
}

/// Travels as the pair `[start, end)` where people read it, and as start and length in binary forms: a length is the smaller number.
impl Serialize for Span {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let second = if serializer.is_human_readable() { self.end } else { self.end - self.start };
        (self.start, second).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let readable = deserializer.is_human_readable();
        let (start, second) = <(u32, u32)>::deserialize(deserializer)?;
        let end = if readable { Some(second).filter(|&end| start <= end) } else { start.checked_add(second) };
        end.map(|end| Self { start, end })
            .ok_or_else(|| serde::de::Error::custom("a span that does not end after its start"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reversed_span_is_empty() {
        assert_eq!(Span::new(5, 3), Span::new(5, 5));
    }

    #[test]
    fn a_span_that_cuts_a_character_names_no_text() {
        assert_eq!(slice("été", Span::new(0, 2)), Some("é"));
        assert_eq!(slice("été", Span::new(0, 1)), None);
        assert_eq!(slice("été", Span::new(0, 9)), None);
    }
}
