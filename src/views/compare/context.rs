//! Places of a text in what stands around them.

use super::facing::Facing;
use crate::parts::{
    marked::{Mark, Painted, marked},
    tag::{Tag, tag},
};
use visavis_compare::Place;
use visavis_text::Span;

/// Bytes of text on either side.
const AROUND: usize = 70;
/// Places that are listed of one article.
const MOST: usize = 40;

/// The places of each article, a column each.
pub(super) fn columns(facing: &Facing, places: &[Vec<Place>]) -> Tag {
    let column = |(side, places): (usize, &Vec<Place>)| {
        let surplus = places.len().saturating_sub(MOST);
        let none = places.is_empty().then(|| tag("li").set("class", "muted").child(facing.say.nowhere_here));
        let more = (surplus > 0).then(|| tag("li").set("class", "muted").child((facing.say.and_more)(surplus)));
        let lines: Vec<Tag> = places.iter().take(MOST).map(|&place| line(facing, side, place)).collect();
        tag("section")
            .child(tag("h4").child(facing.name(side)).child(format!(" · {}", facing.words.number(places.len()))))
            .child(tag("ul").set("class", "contexts").child(lines).child(none).child(more))
    };
    tag("div").set("class", "columns").child(places.iter().enumerate().map(column).collect::<Vec<_>>())
}

/// One place, with what stands around it, and the way to it.
pub(super) fn line(facing: &Facing, side: usize, place: Place) -> Tag {
    let text = facing.article(side).blocks.get(place.block as usize).map_or("", |block| block.text.as_str());
    let from = cut(text, place.span.start().saturating_sub(AROUND), false);
    let to = cut(text, (place.span.end() + AROUND).min(text.len()), true).max(place.span.end());
    let mark = Mark::Part { class: "chosen", key: None, label: None };
    let shown = marked(text, Span::new(from, to), &[Painted { span: place.span, mark }]);
    let (before, after) = (if from > 0 { "…" } else { "" }, if to < text.len() { "…" } else { "" });
    let said =
        tag("span").set("class", "said").set_if("lang", facing.lang(side)).child(before).child(shown).child(after);
    tag("li").child(facing.way(side, place.block)).child(" ").child(said)
}

/// The boundary of a word near `at`.
fn cut(text: &str, at: usize, end: bool) -> usize {
    let at = text.floor_char_boundary(at);
    if at == 0 || at == text.len() {
        at
    } else if end {
        text[..at].rfind(char::is_whitespace).unwrap_or(at)
    } else {
        text[at..].find(char::is_whitespace).map_or(at, |space| at + space)
    }
}
