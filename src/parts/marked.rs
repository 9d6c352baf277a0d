//! Text with marks on it: names, hits, whatever is a span, overlapping or not.

use super::tag::{Tag, tag};
use leptos::prelude::*;
use visavis_corpus::{Article, Kind};
use visavis_search::Hit;
use visavis_text::{Span, ordered, slice};

/// What a mark is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The query stands here.
    Hit,
    /// Something is named here.
    Name {
        /// Its kind.
        kind: Kind,
        /// Which entity, by its name.
        name: Option<String>,
    },
    /// Part of what a comparison found.
    Part {
        /// What it looks like.
        class: &'static str,
        /// What it belongs to; the same in every text that has a part of it.
        key: Option<String>,
        /// What stands before it, which is not copied with the text.
        label: Option<String>,
    },
}

/// A mark and its bytes in the block's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Painted {
    /// Bytes of the block's text.
    pub span: Span,
    /// What for.
    pub mark: Mark,
}

/// A stretch of text with the same marks all along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Bytes of the block's text.
    pub span: Span,
    /// Positions of its marks in the list given.
    pub marks: Vec<usize>,
}

/// Cuts `range` of a text where a mark begins or ends. The segments, in order, are `range` without a gap.
pub fn segments(range: Span, marks: &[Painted]) -> Vec<Segment> {
    let mut events: Vec<(usize, bool, usize)> = vec![];
    for (ix, mark) in marks.iter().enumerate().filter(|(_, mark)| mark.span.overlaps(range)) {
        events.push((mark.span.start().max(range.start()), true, ix));
        events.push((mark.span.end().min(range.end()), false, ix));
    }
    let events = ordered(events, Ord::cmp);
    let mut out = vec![];
    let mut open: Vec<usize> = vec![];
    let mut at = range.start();
    for (place, begins, ix) in events {
        if place > at {
            out.push(Segment { span: Span::new(at, place), marks: open.clone() });
            at = place;
        }
        if begins { open.push(ix) } else { open.retain(|&other| other != ix) }
    }
    if at < range.end() {
        out.push(Segment { span: Span::new(at, range.end()), marks: vec![] });
    }
    out
}

/// The marks of one block: hits of the query and names of entities.
pub fn marks_of(
    article: &Article,
    hits: &[Hit],
    block: usize,
    name: impl Fn(visavis_corpus::EntityIx) -> Option<String>,
) -> Vec<Painted> {
    let hits = hits.iter().filter(|hit| hit.block as usize == block);
    let names = article.marks.mentions.iter().filter(|mention| mention.block as usize == block);
    hits.map(|hit| Painted { span: hit.span, mark: Mark::Hit })
        .chain(names.map(|mention| Painted {
            span: mention.span,
            mark: Mark::Name { kind: mention.kind, name: mention.entity.and_then(&name) },
        }))
        .collect()
}

/// `range` of `text`, marked. Text reaches the page as text nodes.
pub fn marked(text: &str, range: Span, marks: &[Painted]) -> Vec<AnyView> {
    let piece = |segment: Segment| {
        let text = slice(text, segment.span).unwrap_or_default().to_owned();
        if segment.marks.is_empty() { text.into_any() } else { element(text, &segment, marks).view() }
    };
    segments(range, marks).into_iter().map(piece).collect()
}

/// A stretch with its marks: their classes together, so that none hides another.
fn element(text: String, segment: &Segment, marks: &[Painted]) -> Tag {
    let mut classes: Vec<&str> = vec![];
    let mut title = None;
    let mut label = None;
    let mut keys: Vec<&str> = vec![];
    let (mut hit, mut begins) = (false, false);
    for painted in segment.marks.iter().filter_map(|&ix| marks.get(ix)) {
        match &painted.mark {
            Mark::Hit => {
                hit = true;
                begins |= painted.span.start() == segment.span.start();
            }
            Mark::Name { kind, name } => {
                classes.extend(["mark", kind.name()]);
                title = name.clone().or(title);
            }
            Mark::Part { class, key, label: said } => {
                classes.push(class);
                keys.extend(key.as_deref());
                if painted.span.start() == segment.span.start() {
                    label = said.clone().or(label);
                }
            }
        }
    }
    if hit {
        classes.push("hit");
    }
    tag(if hit { "mark" } else { "span" })
        .set("class", classes.join(" "))
        .set_if("title", title)
        .set_if("data-hit", begins.then_some(""))
        .set_if("data-part", (!keys.is_empty()).then(|| keys.join(" ")))
        .set_if("data-label", label)
        .child(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hit(start: usize, end: usize) -> Painted {
        Painted { span: Span::new(start, end), mark: Mark::Hit }
    }

    fn shown(range: (usize, usize), marks: &[Painted]) -> Vec<(usize, usize, Vec<usize>)> {
        let cut = segments(Span::new(range.0, range.1), marks);
        cut.into_iter().map(|s| (s.span.start(), s.span.end(), s.marks)).collect()
    }

    #[test]
    fn overlapping_marks_all_stay_visible() {
        assert_eq!(
            shown((0, 10), &[hit(2, 6), hit(4, 8)]),
            [(0, 2, vec![]), (2, 4, vec![0]), (4, 6, vec![0, 1]), (6, 8, vec![1]), (8, 10, vec![])]
        );
    }

    #[test]
    fn a_mark_is_cut_where_the_piece_is() {
        assert_eq!(shown((3, 5), &[hit(0, 4), hit(7, 9)]), [(3, 4, vec![0]), (4, 5, vec![])]);
    }

    proptest! {
        #[test]
        fn segments_are_the_range_and_know_their_marks(
            marks in prop::collection::vec((0_usize..30, 1_usize..10), 0..6),
            start in 0_usize..20,
            len in 0_usize..20,
        ) {
            let marks: Vec<Painted> = marks.into_iter().map(|(start, len)| hit(start, start + len)).collect();
            let range = Span::new(start, start + len);
            let cut = segments(range, &marks);
            let bytes: Vec<usize> = cut.iter().flat_map(|s| s.span.range()).collect();
            prop_assert_eq!(bytes, range.range().collect::<Vec<_>>());
            for segment in &cut {
                for (ix, mark) in marks.iter().enumerate() {
                    prop_assert_eq!(segment.marks.contains(&ix), mark.span.overlaps(segment.span));
                }
            }
        }
    }
}
