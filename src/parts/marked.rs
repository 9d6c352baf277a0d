//! Text with marks on it: names, quotes, copies, passages, hits, whatever is a span, overlapping or not.
//!
//! Two layers: a quote is long and holds names and hits, so it gets an element of its own around what stands inside, instead of one
//! for every gap between two names. Within a layer, marks are cut where another begins or ends.

use super::{
    picture::{Shape, shape},
    tag::{Tag, tag},
};
use visavis_corpus::{Article, EntityIx, Kind, QuoteMode};
use visavis_search::Hit;
use visavis_text::{Span, number, ordered, slice, unseen};

/// What a mark is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The query stands here.
    Hit,
    /// Something is named here.
    Name {
        /// Its kind.
        kind: Kind,
        /// Which entity, where one is known.
        entity: Option<EntityIx>,
        /// Position in the article's mentions; what a card tells is looked up there.
        mention: usize,
    },
    /// Somebody's words.
    Quote {
        /// How they are reported.
        mode: QuoteMode,
        /// Position in the article's quotes.
        quote: usize,
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

impl Mark {
    /// Whether the mark lies under names and hits.
    const fn is_ground(&self) -> bool {
        matches!(self, Self::Quote { .. })
    }

    /// The classes that the style sheet knows it by.
    const fn classes(&self) -> [&'static str; 2] {
        match self {
            Self::Hit => ["hit", ""],
            Self::Name { kind, .. } => ["mark", kind.name()],
            Self::Quote { mode, .. } => ["quote", mode.name()],
            Self::Part { class, .. } => [*class, ""],
        }
    }

    /// The attributes by which it is found again: by a pointer, by the keys, by the other text of a comparison. Where the mark goes on
    /// from an earlier piece, it is no stop for the keys.
    fn attributes(&self, begins: bool, out: &mut Vec<(&'static str, String)>) {
        let stop = |name| begins.then(|| (name, String::new()));
        match self {
            Self::Hit => out.extend(stop("data-hit")),
            Self::Name { entity, mention, .. } => {
                out.push(("data-mention", mention.to_string()));
                out.extend(entity.map(|entity| ("data-entity", entity.0.to_string())));
                // Not among the stops of Tab, which would be hundreds, and still to be reached by the keys.
                out.extend(begins.then(|| ("tabindex", "-1".to_owned())));
            }
            Self::Quote { quote, .. } => out.push(("data-quote", quote.to_string())),
            Self::Part { key, label, .. } => {
                // An element has an attribute once: it names all that it is part of.
                match out.iter_mut().find(|(name, _)| *name == "data-part") {
                    Some((_, keys)) => keys.extend(key.iter().flat_map(|key| [" ", key])),
                    None => out.extend(key.clone().map(|key| ("data-part", key))),
                }
                out.extend(label.clone().filter(|_| begins).map(|label| ("data-label", label)));
            }
        }
    }
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

/// Cuts `range` of a text where a mark that `which` keeps begins or ends. The segments, in order, are `range` without a gap.
fn segments(range: Span, marks: &[Painted], which: impl Fn(&Mark) -> bool) -> Vec<Segment> {
    let mut events: Vec<(usize, bool, usize)> = vec![];
    let kept = marks.iter().enumerate().filter(|(_, painted)| which(&painted.mark) && painted.span.overlaps(range));
    for (ix, painted) in kept {
        events.push((painted.span.start().max(range.start()), true, ix));
        events.push((painted.span.end().min(range.end()), false, ix));
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

/// The marks of one block: hits of the query, names, quotes.
pub fn marks_of(article: &Article, hits: &[Hit], block: usize) -> Vec<Painted> {
    let marks = &article.marks;
    let hits = in_block(hits, block, |hit| hit.block).1;
    let (first, mentions) = in_block(&marks.mentions, block, |mention| mention.block);
    let (first_quote, quotes) = in_block(&marks.quotes, block, |quote| quote.block);
    let name = |(at, mention): (usize, &visavis_corpus::Mention)| Painted {
        span: mention.span,
        mark: Mark::Name { kind: mention.kind, entity: mention.entity, mention: first + at },
    };
    let quote = |(at, quote): (usize, &visavis_corpus::Quote)| Painted {
        span: quote.span,
        mark: Mark::Quote { mode: quote.mode, quote: first_quote + at },
    };
    hits.iter()
        .map(|hit| Painted { span: hit.span, mark: Mark::Hit })
        .chain(mentions.iter().enumerate().map(name))
        .chain(quotes.iter().enumerate().map(quote))
        .collect()
}

/// What of `all`, which is in order of block, stands in `block`; and the position of its first.
fn in_block<T>(all: &[T], block: usize, of: impl Fn(&T) -> u32) -> (usize, &[T]) {
    let first = all.partition_point(|item| (of(item) as usize) < block);
    let end = all.partition_point(|item| of(item) as usize <= block);
    (first, all.get(first..end).unwrap_or_default())
}

/// `range` of `text`, marked. Text reaches the page as text nodes.
pub fn marked(text: &str, range: Span, marks: &[Painted]) -> Tag {
    tag("span").written(pieces(text, range, marks))
}

/// `range` of `text` as pieces, each with its marks.
pub fn pieces(text: &str, range: Span, marks: &[Painted]) -> Vec<Shape> {
    let mut out = vec![];
    for ground in segments(range, marks, Mark::is_ground) {
        let inside = segments(ground.span, marks, |mark| !mark.is_ground());
        let inside =
            inside.into_iter().map(|segment| piece(slice(text, segment.span).unwrap_or_default(), &segment, marks));
        if ground.marks.is_empty() {
            out.extend(inside);
        } else {
            out.push(Shape { inside: inside.collect(), ..piece("", &ground, marks) });
        }
    }
    out
}

/// A stretch with its marks: their classes together, so that none hides another.
fn piece(text: &str, segment: &Segment, marks: &[Painted]) -> Shape {
    let mut classes = String::new();
    let mut attributes = vec![];
    let mut sought = false;
    for painted in segment.marks.iter().filter_map(|&ix| marks.get(ix)) {
        sought |= painted.mark == Mark::Hit;
        for class in painted.mark.classes().into_iter().filter(|class| !class.is_empty()) {
            if !classes.is_empty() {
                classes.push(' ');
            }
            classes.push_str(class);
        }
        painted.mark.attributes(painted.span.start() == segment.span.start(), &mut attributes);
    }
    if classes.is_empty() {
        return plain(shape(""), text);
    }
    let mut drawn = plain(shape(if sought { "mark" } else { "span" }).set("class", classes), text);
    drawn.attributes.extend(attributes);
    drawn
}

/// Puts `text` into `drawn`. What is not seen in it is shown, and cannot turn around what stands outside of it.
fn plain(mut drawn: Shape, text: &str) -> Shape {
    let mut from = 0;
    for (at, c) in unseen(text) {
        if at > from {
            drawn.inside.push(shape("").text(&text[from..at]));
        }
        // The character itself stays, so that what is copied is what was captured.
        drawn.inside.push(shape("span").set("class", "unseen").set("data-code", number(c)).text(c));
        from = at + c.len_utf8();
    }
    if drawn.inside.is_empty() {
        return drawn.text(text);
    }
    if from < text.len() {
        drawn.inside.push(shape("").text(&text[from..]));
    }
    // A text node holds nothing.
    Shape { name: if drawn.name.is_empty() { "span" } else { drawn.name }, ..drawn }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hit(start: usize, end: usize) -> Painted {
        Painted { span: Span::new(start, end), mark: Mark::Hit }
    }

    fn shown(range: (usize, usize), marks: &[Painted]) -> Vec<(usize, usize, Vec<usize>)> {
        let cut = segments(Span::new(range.0, range.1), marks, |_| true);
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

    fn quote(start: usize, end: usize) -> Painted {
        Painted { span: Span::new(start, end), mark: Mark::Quote { mode: QuoteMode::Direct, quote: 0 } }
    }

    /// Pieces as brackets: `<quote direct|inside>`.
    fn written(pieces: &[Shape]) -> String {
        let one = |piece: &Shape| match piece.attributes.iter().find(|(name, _)| *name == "class") {
            Some((_, class)) => format!("<{class}|{}{}>", piece.text, written(&piece.inside)),
            None => format!("{}{}", piece.text, written(&piece.inside)),
        };
        pieces.iter().map(one).collect()
    }

    #[test]
    fn a_quote_holds_what_stands_in_it_in_one_element() {
        let text = "il dit « non à Alep » à Paris";
        let at = |word: &str| {
            let start = text.find(word).expect("the word is there");
            (start, start + word.len())
        };
        let place = |word: &str| Painted {
            span: Span::new(at(word).0, at(word).1),
            mark: Mark::Name { kind: Kind::Place, entity: None, mention: 0 },
        };
        let marks = [place("Alep"), place("Paris"), quote(at("« non").0, at("»").1)];
        assert_eq!(
            written(&pieces(text, Span::new(0, text.len()), &marks)),
            "il dit <quote direct|« non à <mark place|Alep> »> à <mark place|Paris>"
        );
    }

    #[test]
    fn what_is_not_seen_stands_in_an_element_of_its_own_with_its_number() {
        let text = "a\u{202e}b \u{200b}c";
        let shapes = pieces(text, Span::new(0, text.len()), &[hit(0, 5)]);
        assert_eq!(written(&shapes), "<hit|a<unseen|\u{202e}>b> <unseen|\u{200b}>c");
        assert!(shapes[0].inside[1].attributes.contains(&("data-code", "[U+202E]".to_owned())));
    }

    #[test]
    fn a_name_across_the_edge_of_a_quote_is_marked_on_both_sides() {
        let name = Painted { span: Span::new(2, 6), mark: Mark::Name { kind: Kind::Person, entity: None, mention: 3 } };
        assert_eq!(
            written(&pieces("abcdefgh", Span::new(0, 8), &[name, quote(0, 4)])),
            "<quote direct|ab<mark person|cd>><mark person|ef>gh"
        );
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
            let cut = segments(range, &marks, |_| true);
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
