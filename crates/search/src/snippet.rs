//! The piece of an article that best shows why it was found.

use crate::Hit;
use visavis_corpus::{Block, Role};
use visavis_text::{Span, distinct};

/// A piece of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Position of the block in its article.
    pub block: u32,
    /// Bytes of that block's text, cut between words.
    pub span: Span,
    /// Whether text of the block stands before it.
    pub cut_before: bool,
    /// Whether text of the block stands after it.
    pub cut_after: bool,
}

/// The piece of about `width` bytes that holds the most different terms, then the most hits, then stands first. Titles are passed over,
/// as they are shown anyway; where no other block has a hit, it is the beginning of the text. `None` where nothing but a title is read.
///
/// `hits` are in order of (block, start), as [`crate::Index::hits`] gives them.
pub fn snippet(blocks: &[Block], hits: &[Hit], width: usize) -> Option<Snippet> {
    let block_of = |hit: &Hit| blocks.get(hit.block as usize);
    let hits: Vec<Hit> =
        hits.iter().filter(|hit| block_of(hit).is_some_and(|block| block.role != Role::Title)).copied().collect();
    let Some((block, core)) = best_window(&hits, width) else {
        let opening = |block: &Block| matches!(block.role, Role::Lead | Role::Body);
        let block = blocks.iter().position(opening)?;
        return Some(cut(&blocks[block].text, block as u32, Span::new(0, 0), width));
    };
    Some(cut(&block_of(&Hit { block, span: core, term: 0 })?.text, block, core, width))
}

/// The block and the span, from the first hit to the last, of the best window of `width` bytes.
fn best_window(hits: &[Hit], width: usize) -> Option<(u32, Span)> {
    let mut best: Option<((usize, usize), u32, Span)> = None;
    for (at, first) in hits.iter().enumerate() {
        let inside = |hit: &&Hit| hit.block == first.block && hit.span.end() <= first.span.start() + width;
        let window: Vec<&Hit> = hits[at..].iter().take_while(inside).collect();
        let terms = distinct(window.iter().map(|hit| hit.term).collect());
        let worth = (terms.len(), window.len());
        if best.as_ref().is_none_or(|(found, ..)| worth > *found) {
            let end = window.iter().map(|hit| hit.span.end()).max().unwrap_or(first.span.end());
            best = Some((worth, first.block, Span::new(first.span.start(), end)));
        }
    }
    best.map(|(_, block, span)| (block, span))
}

/// Widens `core` to about `width` bytes of `text`, a third of what is added before it where the text goes on long enough, and cuts
/// between words.
fn cut(text: &str, block: u32, core: Span, width: usize) -> Snippet {
    let spare = width.saturating_sub(core.len());
    let start = core.start().saturating_sub(spare / 3).min(text.len().saturating_sub(width));
    let start = if start == 0 { 0 } else { word_start(text, start).min(core.start()) };
    let end = (start + width).max(core.end());
    let end = if end >= text.len() { text.len() } else { word_end(text, end).max(core.end()) };
    Snippet { block, span: Span::new(start, end), cut_before: start > 0, cut_after: end < text.len() }
}

/// The first byte after a space at or after `from`.
fn word_start(text: &str, from: usize) -> usize {
    let from = text.ceil_char_boundary(from);
    text[from..].char_indices().find(|(_, c)| c.is_whitespace()).map_or(text.len(), |(at, c)| from + at + c.len_utf8())
}

/// The last space at or before `to`, or the start of the text.
fn word_end(text: &str, to: usize) -> usize {
    text[..text.floor_char_boundary(to)].rfind(char::is_whitespace).unwrap_or(0)
}
