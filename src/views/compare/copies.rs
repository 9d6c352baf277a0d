//! Copies: how much, of what kind, where they lie, and what was changed word by word.

use super::{facing::Facing, passages::steps};
use crate::{
    lens::LEAST,
    parts::{
        picture::{Shape, picture, shape},
        sheet::{Cell, cell, how, sheet},
        tag::{Tag, follow, link, tag},
    },
};
use leptos::prelude::*;
use visavis_compare::{Change, CopiedPassage, CopyClass, Piece};

/// Height of a strip, in pixels.
const STRIP: usize = 14;

/// What a class of copies looks like.
pub(super) const fn look(class: CopyClass) -> &'static str {
    match class {
        CopyClass::CommonQuotation => "copied quotation",
        CopyClass::AgencyCopy => "copied agency",
        CopyClass::OwnText => "copied own",
        CopyClass::SetPhrase => "copied phrase",
    }
}

/// What stands above the texts.
pub(super) fn panel(facing: &Facing) -> Tag {
    let say = facing.say;
    let (found, listed) = (facing.clone(), facing.clone());
    tag("div")
        .child(tag("div").set("class", "steps").child(controls(facing)).child(steps(facing)))
        .child(tag("div").set("id", "copied").set("role", "status").follow(move || summary(&found)))
        .child(follow(move || list(&listed)))
        .child(how(say.glance_copied, say.how_copies))
}

/// The threshold, and whether set phrases are shown.
fn controls(facing: &Facing) -> Tag {
    let (say, look) = (facing.say, facing.look);
    let least = move || look.with(|look| look.least);
    let (to, tick) = (facing.clone(), facing.clone());
    let slider = tag("input")
        .set("type", "range")
        .set("id", "least")
        .set("min", LEAST.0.to_string())
        .set("max", LEAST.1.to_string())
        .value(move || least().to_string())
        .live("aria-valuetext", move || Some((say.least_words)(least())))
        .on("input", move |event| {
            let value = event_target_value(&event).parse().unwrap_or(LEAST.0);
            to.go(|look| {
                look.least = value;
                look.at = None;
            });
        });
    let phrases = tag("input")
        .set("type", "checkbox")
        .set("id", "phrases")
        .ticked(move || look.with(|look| look.phrases))
        .on("change", move |event| {
            let on = event_target_checked(&event);
            tick.go(|look| {
                look.phrases = on;
                look.at = None;
            });
        });
    tag("div")
        .set("class", "controls")
        .child(
            tag("label")
                .set("class", "slider")
                .child(say.threshold)
                .child(" ")
                .child(slider)
                .child(" ")
                .follow(move || (say.least_words)(least())),
        )
        .child(tag("label").set("class", "check").child(phrases).child(say.show_phrases))
}

/// The share of each article, with the strip that shows where its copied parts lie; or that nothing was copied, and how that was measured.
fn summary(facing: &Facing) -> Vec<Tag> {
    let say = facing.say;
    let shown = facing.shown_copies();
    let lengths = &facing.comparison.lengths;
    if shown.is_empty() {
        let least = facing.look.with(|look| look.least);
        return vec![tag("p").set("class", "nothing-copied").child((say.nothing_copied)(lengths, least))];
    }
    let row = |side: usize| {
        let mut words = 0;
        let mut shapes: Vec<Shape> = vec![];
        let length = lengths[side].max(1);
        for (sides, copied) in &shown {
            let Some(end) = sides.iter().position(|&of| of == side) else { continue };
            for stretch in &copied.sides[end] {
                let [first, last] = stretch.words;
                let across = |word: usize| i32::try_from(word * 1000 / length).unwrap_or(1000).min(1000);
                let width = (across(last) - across(first)).max(2);
                shapes.push(
                    shape("rect")
                        .set("class", look(copied.class))
                        .across("x", across(first))
                        .across("width", width)
                        .px("height", STRIP),
                );
                words += last - first;
            }
        }
        let share = facing.words.percent((words.min(length)) as f64 / length as f64);
        let said = tag("span").child(format!("{} · {share}", facing.name(side)));
        tag("div").set("class", "strip").child(said).child(picture("strip-parts", STRIP, shapes))
    };
    (0..facing.count()).map(row).collect()
}

/// Every copy with its differences.
fn list(facing: &Facing) -> Option<Tag> {
    let say = facing.say;
    let shown = facing.shown_copies();
    let row = |(at, (sides, copied)): (usize, &([usize; 2], CopiedPassage))| {
        let explorer = facing.explorer;
        let href = move || explorer.address.with(|address| address.looking(|look| look.at = Some(at + 1)).href());
        let number = (at + 1).to_string();
        let whole = copied.verbatim >= 1.0;
        let kind = if whole { say.verbatim } else { say.adapted };
        let shares = [0, 1].map(|end| facing.words.percent(copied.shares[end])).join(" / ");
        let of = [0, 1].map(|end| facing.texts(sides[end], copied.sides[end].first().map_or(&[][..], |s| &s.places)));
        let mut cells: Vec<Cell> = vec![
            cell(number.clone()).shown(link("", href).child(number)),
            cell((say.copy_class)(copied.class))
                .shown(tag("span").set("class", look(copied.class)).child((say.copy_class)(copied.class))),
            cell(facing.words.number(copied.words)),
            cell(shares),
            cell(format!("{kind} {}", facing.words.percent(copied.verbatim))),
        ];
        cells.push(cell(of.join(" ⟷ ")).shown(difference(facing, *sides, &copied.pieces)));
        cells
    };
    let rows: Vec<Vec<Cell>> = shown.iter().enumerate().map(row).collect();
    let heads = say.copy_heads.map(str::to_owned).to_vec();
    (!rows.is_empty()).then(|| {
        tag("details")
            .set("class", "listing")
            .set("open", "")
            .child(tag("summary").child((say.list_copies)(rows.len())))
            .child(sheet("copies", say.glance_copied, heads, rows))
    })
}

/// What is the same and what differs, word by word: struck out what only the first text has, underlined what only the second has.
pub(super) fn difference(facing: &Facing, sides: [usize; 2], pieces: &[Piece]) -> Tag {
    let mut shown = tag("p").set("class", "difference said").set_if("lang", facing.lang(sides[0]));
    for piece in pieces {
        let text = |end: usize| facing.texts(sides[end], &piece.places[end]);
        let dropped = matches!(piece.change, Change::Dropped | Change::Replaced).then(|| tag("del").child(text(0)));
        let added = matches!(piece.change, Change::Added | Change::Replaced).then(|| tag("ins").child(text(1)));
        let same = (piece.change == Change::Same).then(|| text(0));
        shown = shown.child(same).child(dropped).child(added).child(" ");
    }
    shown
}
