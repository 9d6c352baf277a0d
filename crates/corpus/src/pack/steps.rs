//! Places written as steps from one to the next: small numbers, which compress to less than half.

use crate::{Block, Clue, DateMention, Figure, Lines, Marks, Mention, Quote, Role};
use serde::{Deserialize, Serialize};
use visavis_text::Span;

/// Something found at a place of an article's text.
trait Placed {
    fn order(&self) -> (u32, usize);
    fn place(&mut self) -> (&mut u32, &mut Span);
}

macro_rules! placed {
    ($($type:ty),*) => {$(
        impl Placed for $type {
            fn order(&self) -> (u32, usize) {
                (self.block, self.span.start())
            }

            fn place(&mut self) -> (&mut u32, &mut Span) {
                (&mut self.block, &mut self.span)
            }
        }
    )*};
}

placed!(Mention, Quote, Figure, DateMention);

/// The marks with each place as the step from the one before; the marks are put in order of (block, start) first.
pub(super) fn marks_to_steps(marks: &Marks) -> Marks {
    let mut marks = marks.clone();
    to_steps(&mut marks.mentions);
    to_steps(&mut marks.quotes);
    to_steps(&mut marks.figures);
    to_steps(&mut marks.dates);
    marks
}

/// The marks that [`marks_to_steps`] was given; `None` where a step leads beyond what a place can be.
pub(super) fn marks_from_steps(mut marks: Marks) -> Option<Marks> {
    from_steps(&mut marks.mentions)?;
    from_steps(&mut marks.quotes)?;
    from_steps(&mut marks.figures)?;
    from_steps(&mut marks.dates)?;
    Some(marks)
}

/// The mentions among [`marks_from_steps`].
pub(super) fn mentions_from_steps(mut mentions: Vec<Mention>) -> Option<Vec<Mention>> {
    from_steps(&mut mentions)?;
    Some(mentions)
}

fn to_steps<T: Placed>(list: &mut [T]) {
    list.sort_by_key(Placed::order);
    let mut before = (0, 0);
    for mark in list {
        let (block, span) = mark.place();
        let from = if *block == before.0 { before.1 } else { 0 };
        let now = (*block, span.start());
        *block -= before.0;
        *span = Span::new(span.start() - from, span.end() - from);
        before = now;
    }
}

fn from_steps<T: Placed>(list: &mut [T]) -> Option<()> {
    let mut before = (0_u32, 0_u32);
    for mark in list {
        let (block, span) = mark.place();
        *block = block.checked_add(before.0)?;
        let from = if *block == before.0 { before.1 } else { 0 };
        u32::try_from(span.end()).ok()?.checked_add(from)?;
        *span = span.shifted(from as usize);
        before = (*block, span.start() as u32);
    }
    Some(())
}

/// A block as it is written: without its text, its places relative to the block before. All arithmetic wraps, so that any places
/// survive, in whatever order.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct BlockStep {
    /// The block's role.
    pub(super) role: Role,
    /// First line, from the first line of the block before; last line, from the first.
    lines: (u32, u32),
    /// For each span its start, from the end of the span before, and its length; the last length less what the text leaves for it.
    source: Vec<(u32, u32)>,
    removed_by: Option<Clue>,
}

/// The blocks as steps.
pub(super) fn blocks_to_steps(blocks: &[Block]) -> Vec<BlockStep> {
    let (mut line, mut end) = (1_u32, 0_u32);
    let step = |block: &Block| {
        let Lines { first, last } = block.lines;
        let lines = (first.wrapping_sub(line), last.wrapping_sub(first));
        line = first;
        let mut left = block.text.len() as u32;
        let mut source: Vec<(u32, u32)> = vec![];
        for span in &block.source {
            let len = span.len() as u32;
            source.push(((span.start() as u32).wrapping_sub(end), len));
            end = span.end() as u32;
        }
        if let Some(((_, last), others)) = source.split_last_mut() {
            others.iter().for_each(|&(_, len)| left = left.wrapping_sub(len));
            *last = last.wrapping_sub(left);
        }
        BlockStep { role: block.role, lines, source, removed_by: block.removed_by.clone() }
    };
    blocks.iter().map(step).collect()
}

/// The blocks that [`blocks_to_steps`] was given, with their `texts`; `None` where there are not as many, or a span is reversed.
pub(super) fn blocks_from_steps(steps: Vec<BlockStep>, texts: Vec<String>) -> Option<Vec<Block>> {
    if steps.len() != texts.len() {
        return None;
    }
    let (mut line, mut end) = (1_u32, 0_u32);
    let mut blocks = Vec::with_capacity(steps.len());
    for (step, text) in steps.into_iter().zip(texts) {
        line = line.wrapping_add(step.lines.0);
        let lines = Lines { first: line, last: line.wrapping_add(step.lines.1) };
        let mut left = text.len() as u32;
        let mut source = Vec::with_capacity(step.source.len());
        let count = step.source.len();
        for (at, (gap, len)) in step.source.into_iter().enumerate() {
            let len = if at + 1 == count { len.wrapping_add(left) } else { len };
            left = left.wrapping_sub(len);
            let start = end.wrapping_add(gap);
            end = start.checked_add(len)?;
            source.push(Span::new(start as usize, end as usize));
        }
        blocks.push(Block { role: step.role, lines, source, text, removed_by: step.removed_by });
    }
    Some(blocks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    prop_compose! {
        fn span()(start in any::<u32>(), len in any::<u32>()) -> Span {
            Span::new(start as usize, (start as usize).saturating_add(len as usize).min(u32::MAX as usize))
        }
    }

    proptest! {
        #[test]
        fn marks_survive_in_order(places in prop::collection::vec((0_u32..4, span()), 0..12)) {
            let date = |&(block, span)| DateMention { block, span, when: None };
            let mut dates: Vec<DateMention> = places.iter().map(date).collect();
            dates.sort_by_key(|date| (date.block, date.span.start()));
            let marks = Marks { dates, ..Marks::default() };
            prop_assert_eq!(marks_from_steps(marks_to_steps(&marks)), Some(marks));
        }

        #[test]
        fn blocks_survive_in_any_order(
            blocks in prop::collection::vec((any::<u32>(), any::<u32>(), prop::collection::vec(span(), 0..3), "[a-é]{0,9}"), 0..6)
        ) {
            let block = |(first, last, source, text): (u32, u32, Vec<Span>, String)| {
                Block { role: Role::Body, lines: Lines { first, last }, source, text, removed_by: None }
            };
            let blocks: Vec<Block> = blocks.into_iter().map(block).collect();
            let texts = blocks.iter().map(|block| block.text.clone()).collect();
            prop_assert_eq!(blocks_from_steps(blocks_to_steps(&blocks), texts), Some(blocks));
        }
    }

    #[test]
    fn a_step_beyond_all_texts_is_refused() {
        let date = |start, end| DateMention { block: 0, span: Span::new(start, end), when: None };
        let marks = Marks {
            dates: vec![date(4_000_000_000, 4_000_000_001), date(4_000_000_000, 4_000_000_001)],
            ..Marks::default()
        };
        assert_eq!(marks_from_steps(marks), None);
    }
}
