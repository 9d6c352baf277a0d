//! Paragraphs that an editor broke into lines of one width.
//!
//! A line is broken because the next word does not fit. Where most lines of a page end that way, they are joined again.

use super::pictures::opens_credit;
use crate::source::{Line, Source};
use visavis_corpus::Lines;
use visavis_text::Span;

/// Widths at which people break lines; a longer line was not broken.
const WIDTHS: std::ops::RangeInclusive<usize> = 50..=120;

/// One line in so many may be longer than the width.
const STRAYS: usize = 12;

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
    let first_word = |text: &str| length(text.split_whitespace().next().unwrap_or_default());
    // A line that nothing follows was not broken, however long it is.
    let pairs: Vec<(usize, usize)> = texts.windows(2).map(|pair| (length(pair[0]), first_word(pair[1]))).collect();
    let mut lengths: Vec<usize> = pairs.iter().filter(|pair| pair.0 > 0 && pair.1 > 0).map(|pair| pair.0).collect();
    lengths.sort_unstable();
    let full = |width: usize, &(length, next): &(usize, usize)| {
        next > 0 && (1..=width).contains(&length) && length + 1 + next > width
    };
    // What a page's system puts around a letter is not broken with it.
    let longest = lengths.len().saturating_sub(1 + lengths.len() / STRAYS);
    let mut widths: Vec<usize> = lengths.iter().skip(longest).copied().filter(|width| WIDTHS.contains(width)).collect();
    widths.dedup();
    let count_full = |width: &usize| pairs.iter().filter(|pair| full(*width, pair)).count();
    let Some(width) = widths.into_iter().max_by_key(count_full) else { return vec![] };
    // In a column of a printed page letters have their own widths: there a line that goes on in lower case was broken.
    let goes_on = |pair: &[&str]| {
        let open = !pair[0].ends_with(['.', '!', '?', '…', ':', ';', '»', '"', '”']);
        let half = length(pair[0]) * 2 > width && !pair[1].starts_with(MARKS);
        half && open && (pair[1].starts_with(char::is_lowercase) || length(pair[0]) * 4 > width * 3)
            || half && pair[1].starts_with(char::is_lowercase)
    };
    let count = |broken: &[bool]| broken.iter().filter(|&&broken| broken).count();
    // Amid labels and lists, the lines of some length tell.
    let long = lengths.iter().filter(|&&length| length * 5 >= width * 3).count();
    let broken: Vec<bool> = pairs.iter().map(|pair| full(width, pair)).collect();
    let hyphens = texts.windows(2).filter(|pair| hyphened(pair)).count();
    let most = count(&broken) >= 3 && count(&broken) * 2 >= lengths.len();
    if hyphens >= 2 || most || count(&broken) >= 6 && count(&broken) * 10 >= long * 7 {
        let column = texts.windows(2).map(|pair| goes_on(pair) && !opens_credit(pair[1])).collect();
        return if hyphens >= 2 { column } else { broken };
    }
    vec![]
}

/// What a line of a list begins with.
const MARKS: [char; 6] = ['•', '-', '–', '—', '*', '■'];

/// Whether the first of two lines ends inside a word.
fn hyphened(pair: &[&str]) -> bool {
    let inside = pair[0].strip_suffix('-').is_some_and(|line| line.ends_with(char::is_lowercase));
    inside && pair[1].starts_with(char::is_lowercase)
}
