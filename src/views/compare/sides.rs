//! The texts side by side, marked as the lens asks, with a gutter between each two.

use super::facing::{Facing, copy_key, meeting_key};
use crate::{
    browser::page,
    lens::Lens,
    live::Memo,
    parts::{
        article::place_of,
        marked::{Mark, Painted, marked},
        provenance::swatch,
        tag::{Tag, follow, link, tag},
    },
};
use leptos::prelude::AnyView;
use visavis_compare::{Change, Place, occurrences};
use visavis_corpus::{Article, Block, QuoteMode, Role};
use visavis_text::{Span, distinct, ordered_by, sentences};

/// Strength from which a meeting is a landmark by which the texts scroll together, through whatever lens.
const LANDMARK: f64 = 0.5;
/// Ways to facing sentences after one sentence.
const WAYS: usize = 2;

/// Blocks of a part: a screen full, and more. The first part of each text is there with the view, the others follow.
const PART: usize = 24;

/// The texts.
pub(super) fn sides(facing: &Facing) -> Tag {
    draw_further(facing.clone());
    let mut columns = vec![];
    for side in 0..facing.count() {
        if side > 0 {
            let gutter = tag("div").set("class", "gutter").set("data-gutter", (side - 1).to_string());
            columns.push(gutter.set("aria-hidden", "true"));
        }
        columns.push(column(facing, side));
    }
    tag("div").set("class", "sides").set("id", "sides").child(columns)
}

/// Draws one more part of each text after the other, for as long as the view is shown.
fn draw_further(facing: Facing) {
    let drawn = facing.parts_drawn;
    if !drawn.is_over() && drawn.get_untracked() < parts(&facing) {
        page::later(move || {
            drawn.update(|parts| *parts += 1);
            draw_further(facing);
        });
    }
}

/// Of how many parts the longest text is.
pub(super) fn parts(facing: &Facing) -> usize {
    (0..facing.count()).map(|side| parts_of(facing.article(side))).max().unwrap_or_default()
}

fn parts_of(article: &Article) -> usize {
    article.blocks.len().div_ceil(PART)
}

fn column(facing: &Facing, side: usize) -> Tag {
    let head = &facing.article(side).head;
    let outlet = facing.library.outlet_of(head).map(|(at, outlet)| (at, outlet.name.as_str()));
    let top = tag("p").set("class", "pane-title").child(swatch(outlet)).child(tag("span").child(format!(
        "{} · {}",
        outlet.map_or(facing.words.outlet_unknown, |(_, name)| name),
        facing.title(side)
    )));
    let label = format!("{} · {}", (facing.words.side)(side + 1), facing.title(side));
    let pane = tag("div")
        .set("class", "text text-of pane")
        .set("data-pane", side.to_string())
        .set("tabindex", "0")
        .set("role", "group")
        .set("aria-label", label.clone())
        .set_if("lang", facing.lang(side))
        .child(text(facing, side));
    tag("section")
        .set("class", "side")
        .set("data-side", side.to_string())
        .set("data-article", head.id.0.clone())
        .set("aria-label", label)
        .child(top)
        .child(pane)
}

/// The title, paragraphs and subheadings of an article, part by part.
fn text(facing: &Facing, side: usize) -> Vec<AnyView> {
    let (marking, leading) = (facing.clone(), facing.clone());
    let marks = Memo::new(move || marks(&marking, side));
    let ways = Memo::new(move || if leading.lens.get() == Lens::Passages { ways(&leading, side) } else { vec![] });
    let part = |at: usize| {
        let facing = facing.clone();
        let drawn = facing.parts_drawn;
        let here = Memo::new(move || drawn.with(|drawn| *drawn > at));
        follow(move || {
            if here.get() {
                marks.with(|marks| ways.with(|ways| blocks(&facing, side, at, marks, ways)))
            } else {
                vec![]
            }
        })
    };
    (0..parts_of(facing.article(side))).map(part).collect()
}

/// The blocks of a part.
fn blocks(facing: &Facing, side: usize, part: usize, marks: &[(u32, Painted)], ways: &[(Place, usize)]) -> Vec<Tag> {
    let blocks = facing.article(side).blocks.iter().zip(0..).skip(part * PART).take(PART);
    let read = blocks.filter(|(block, _)| block.role.is_read());
    read.map(|(block, at)| shown(facing, side, (block, at), marks, ways)).collect()
}

fn shown(
    facing: &Facing,
    side: usize,
    (block, at): (&Block, u32),
    marks: &[(u32, Painted)],
    ways: &[(Place, usize)],
) -> Tag {
    let here: Vec<Painted> = marks.iter().filter(|(of, _)| *of == at).map(|(_, painted)| painted.clone()).collect();
    let number = place_of(&facing.article(side).blocks, at as usize).map(|place| place.number.to_string());
    let whole = tag(if number.is_some() { "p" } else { "h3" })
        .set(
            "class",
            if block.role == Role::Lead {
                "lead"
            } else if number.is_some() {
                "paragraph"
            } else {
                "subheading"
            },
        )
        .set_if("data-number", number);
    let mut from = 0;
    let mut inside = vec![];
    for &(place, meeting) in ways.iter().filter(|(place, _)| place.block == at) {
        inside.push(marked(&block.text, Span::new(from, place.span.end()), &here));
        inside.extend(way(facing, side, meeting));
        from = place.span.end().max(from);
    }
    inside.push(marked(&block.text, Span::new(from, block.text.len()), &here));
    whole.child(inside)
}

/// The sentences of a side that meet others, each with its meetings, the strongest first.
fn ways(facing: &Facing, side: usize) -> Vec<(Place, usize)> {
    let mut all = vec![];
    for at in 0..facing.meetings.len() {
        let Some((pair, meeting)) = facing.meeting(at) else { continue };
        if let Some(end) = pair.sides.iter().position(|&of| of == side) {
            all.push((meeting.sides[end], at, meeting.strength));
        }
    }
    let all = ordered_by(all, |(place, _, strength)| (*place, std::cmp::Reverse((strength * 1000.0) as i32)));
    let of = all.chunk_by(|a, b| a.0 == b.0).flat_map(|same| same.iter().take(WAYS));
    of.map(|&(place, at, _)| (place, at)).collect()
}

/// The way to a facing sentence.
fn way(facing: &Facing, side: usize, at: usize) -> Option<Tag> {
    let (pair, meeting) = facing.meeting(at)?;
    let end = pair.sides.iter().position(|&of| of == side)?;
    let (other, place) = (pair.sides[1 - end], meeting.sides[1 - end]);
    let paragraph = facing.paragraph(other, place.block);
    let explorer = facing.explorer;
    let href = move || explorer.address.with(|address| address.looking(|look| look.at = Some(at + 1)).href());
    let whose = if facing.count() > 2 { format!("{} · ", other + 1) } else { String::new() };
    let title =
        format!("{} · {} {}", facing.name(other), facing.say.strength, facing.words.hundredths(meeting.strength));
    Some(
        link("facing-way", href)
            .set("title", title)
            .child(tag("span").set("class", "hidden").child(facing.say.facing))
            .child(format!("{whose}{paragraph}")),
    )
}

/// What is marked in a side, by block.
fn marks(facing: &Facing, side: usize) -> Vec<(u32, Painted)> {
    let lens = facing.lens.get();
    let mut all = vec![];
    meeting_marks(facing, side, lens == Lens::Passages, &mut all);
    match lens {
        Lens::Passages => gap_marks(facing, side, &mut all),
        Lens::Copies => copy_marks(facing, side, &mut all),
        Lens::Entities | Lens::Names => name_marks(facing, side, lens, &mut all),
        Lens::Voices => voice_marks(facing, side, &mut all),
        Lens::Words => word_marks(facing, side, &mut all),
        Lens::Figures => figure_marks(facing, side, &mut all),
    }
    all
}

fn part(place: Place, class: &'static str, key: Option<String>) -> (u32, Painted) {
    (place.block, Painted { span: place.span, mark: Mark::Part { class, key, label: None } })
}

/// How strong a meeting looks.
pub(super) fn grade(strength: f64) -> &'static str {
    match strength {
        s if s >= 0.6 => "meets strong",
        s if s >= LANDMARK => "meets fair",
        _ => "meets weak",
    }
}

fn meeting_marks(facing: &Facing, side: usize, visible: bool, all: &mut Vec<(u32, Painted)>) {
    for at in 0..facing.meetings.len() {
        let Some((pair, meeting)) = facing.meeting(at) else { continue };
        let Some(end) = pair.sides.iter().position(|&of| of == side) else { continue };
        if visible || meeting.strength >= LANDMARK {
            let class = if visible { grade(meeting.strength) } else { "landmark" };
            all.push(part(meeting.sides[end], class, Some(meeting_key(at))));
        }
    }
}

/// Runs of sentences that meet none.
fn gap_marks(facing: &Facing, side: usize, all: &mut Vec<(u32, Painted)>) {
    let met = distinct(all.iter().map(|(block, painted)| Place { block: *block, span: painted.span }).collect());
    let is_met = |place: &Place| met.binary_search(place).is_ok();
    let blocks = facing.article(side).blocks.iter().zip(0..).filter(|(block, _)| block.role.is_read());
    let places: Vec<Place> =
        blocks.flat_map(|(block, at)| sentences(&block.text).map(move |span| Place { block: at, span })).collect();
    for run in places.chunk_by(|a, b| is_met(a) == is_met(b)).filter(|run| !is_met(&run[0])) {
        for (at, &place) in run.iter().enumerate() {
            // One sentence alone is no gap.
            let label = (at == 0 && run.len() > 1).then(|| (facing.say.gap)(run.len()));
            let mark = Mark::Part { class: "gap", key: None, label };
            all.push((place.block, Painted { span: place.span, mark }));
        }
    }
}

fn copy_marks(facing: &Facing, side: usize, all: &mut Vec<(u32, Painted)>) {
    for (at, (sides, copied)) in facing.shown_copies().iter().enumerate() {
        let Some(end) = sides.iter().position(|&of| of == side) else { continue };
        let class = super::copies::look(copied.class);
        for &place in copied.sides[end].iter().flat_map(|stretch| &stretch.places) {
            all.push(part(place, class, Some(copy_key(at))));
        }
        for piece in copied.pieces.iter().filter(|piece| piece.change != Change::Same) {
            all.extend(piece.places[end].iter().map(|&place| part(place, "changed", None)));
        }
    }
}

fn name_marks(facing: &Facing, side: usize, lens: Lens, all: &mut Vec<(u32, Painted)>) {
    let who = facing.look.with(|look| look.who.clone());
    for (at, mention) in facing.article(side).marks.mentions.iter().enumerate() {
        let entity = mention.entity.and_then(|ix| facing.library.pack().entity(ix));
        if entity.is_some_and(|entity| entity.hide) {
            continue;
        }
        let mark = Mark::Name { kind: mention.kind, entity: mention.entity, mention: at };
        all.push((mention.block, Painted { span: mention.span, mark }));
        if who.is_some() && entity.map(|entity| &entity.id) == who.as_ref() {
            all.push(part(Place { block: mention.block, span: mention.span }, "chosen", None));
        }
    }
    if lens == Lens::Names {
        let terms = facing.comparison.namings.iter().flat_map(|row| &row.terms);
        all.extend(terms.flat_map(|term| &term.places[side]).map(|&place| part(place, "term", None)));
    }
}

fn voice_marks(facing: &Facing, side: usize, all: &mut Vec<(u32, Painted)>) {
    for quote in &facing.article(side).marks.quotes {
        let class = match quote.mode {
            QuoteMode::Direct => "speech direct",
            QuoteMode::Indirect => "speech indirect",
            QuoteMode::Scare => continue,
        };
        all.push(part(Place { block: quote.block, span: quote.span }, class, None));
        if let Some(speaker) = &quote.speaker {
            all.push(part(Place { block: speaker.block, span: speaker.span }, "speaker", None));
        }
    }
}

fn word_marks(facing: &Facing, side: usize, all: &mut Vec<(u32, Painted)>) {
    if let Some(word) = facing.look.with(|look| look.word.clone()) {
        let places = occurrences(std::slice::from_ref(facing.article(side)), &word);
        all.extend(places.into_iter().flatten().map(|place| part(place, "chosen", None)));
    }
}

fn figure_marks(facing: &Facing, side: usize, all: &mut Vec<(u32, Painted)>) {
    let marks = &facing.article(side).marks;
    all.extend(marks.figures.iter().map(|f| part(Place { block: f.block, span: f.span }, "figure", None)));
    all.extend(marks.dates.iter().map(|d| part(Place { block: d.block, span: d.span }, "date", None)));
}
