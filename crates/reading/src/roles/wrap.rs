//! Paragraphs that an editor broke into lines of one width.
//!
//! A line is broken because the next word does not fit. Where most lines of a page end that way, they are joined again.

use crate::source::{Line, Source};
use visavis_corpus::Lines;
use visavis_text::Span;

/// Widths at which people break lines; a longer line was not broken.
const WIDTHS: std::ops::RangeInclusive<usize> = 50..=120;

/// One line, or several that were one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) lines: Lines,
    pub(super) span: Span,
}

/// The paragraphs of a page, blank ones included.
pub(super) fn paragraphs(source: &Source) -> Vec<Paragraph> {
    let lines = source.lines();
    let broken = breaks(source, &lines);
    let mut paragraphs: Vec<Paragraph> = vec![];
    for (at, line) in lines.iter().enumerate() {
        match paragraphs.last_mut().filter(|_| at > 0 && broken.get(at - 1) == Some(&true)) {
            Some(open) => {
                open.lines.last = line.last;
                open.span = Span::new(open.span.start(), line.span.end());
            }
            None => paragraphs.push(Paragraph { lines: line.lines(), span: line.span }),
        }
    }
    paragraphs
}

/// For each line, whether it was broken there; empty where the page was not broken at a width.
fn breaks(source: &Source, lines: &[Line]) -> Vec<bool> {
    let texts: Vec<&str> = lines.iter().map(|line| source.slice(line.span).trim()).collect();
    let length = |text: &str| text.chars().count();
    // A line that nothing follows was not broken, however long it is.
    let followed = texts.windows(2).filter(|pair| !pair[0].is_empty() && !pair[1].is_empty());
    let width = followed.map(|pair| length(pair[0])).max().unwrap_or_default();
    if !WIDTHS.contains(&width) {
        return vec![];
    }
    let full = |pair: &[&str]| {
        let next = pair[1].split_whitespace().next().unwrap_or_default();
        !pair[0].is_empty() && !next.is_empty() && length(pair[0]) + 1 + length(next) > width
    };
    let broken: Vec<bool> = texts.windows(2).map(full).collect();
    let neighbours = texts.windows(2).filter(|pair| pair.iter().all(|text| !text.is_empty())).count();
    let count = broken.iter().filter(|&&broken| broken).count();
    if count >= 3 && count * 2 >= neighbours { broken } else { vec![] }
}
