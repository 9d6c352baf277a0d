//! Voices: who speaks in each article, how much, and the quotations that two have in common.

use super::{context, copies::difference, facing::Facing};
use crate::{
    browser::page,
    live::RwSignal,
    parts::{
        sheet::{Cell, cell, how, sheet},
        tag::{Tag, tag},
    },
    views::entity::entity_page_link,
};
use visavis_compare::{PairReport, Place, Share, SharedQuotation, Voice, VoiceRow};

/// What stands above the texts.
pub(super) fn panel(facing: &Facing) -> Tag {
    let say = facing.say;
    let rows: Vec<Vec<Cell>> = facing.comparison.voices.iter().map(|voice| row(facing, voice)).collect();
    let none = rows.is_empty().then(|| tag("p").set("class", "hint").child(say.no_voice));
    let mut heads = vec![say.voice_heads[0].to_owned(), say.voice_heads[1].to_owned()];
    for name in facing.names() {
        heads.push(format!("{name} · {}", say.voice_heads[2]));
        heads.push(format!("{name} · {}", say.voice_heads[3]));
    }
    heads.push(say.voice_heads[4].to_owned());
    tag("div")
        .set("id", "voices")
        .child(none)
        .child((!rows.is_empty()).then(|| sheet("voices", say.glance_voices, heads, rows)))
        .child(shared(facing))
        .child(how(say.glance_voices, say.how_voices))
}

fn row(facing: &Facing, row: &VoiceRow) -> Vec<Cell> {
    let words = facing.words;
    let mut cells = vec![who(facing, row), cell(heard(facing, row))];
    for share in &row.shares {
        for count in [share.direct, share.indirect] {
            let zero = if count == 0 { "zero" } else { "" };
            cells.push(cell((words.word_count)(count)).class(zero));
        }
    }
    cells.push(cell("").shown(quotes(facing, row)).class("wide"));
    cells
}

/// A voice: an entity, someone who is described, or nobody who is said.
fn who(facing: &Facing, row: &VoiceRow) -> Cell {
    let say = facing.say;
    match &row.voice {
        Voice::Entity(ix) => match facing.library.pack().entity(*ix) {
            Some(entity) if !entity.hide => cell(entity.name.clone()).shown(entity_page_link(facing.explorer, entity)),
            other => cell(other.map_or_else(String::new, |entity| entity.name.clone())),
        },
        Voice::Anonymous(folded) => {
            let described = row.described(&facing.comparison.articles).unwrap_or(folded).to_owned();
            let mark = tag("small").child(format!(" {}", say.anonymous));
            cell(format!("{described} ({})", say.anonymous)).shown(described).shown(mark)
        }
        Voice::Unattributed => cell(say.unattributed).shown(tag("em").child(say.unattributed)),
    }
}

/// In which articles a voice is heard.
fn heard(facing: &Facing, row: &VoiceRow) -> String {
    let sides: Vec<usize> =
        row.shares.iter().enumerate().filter(|(_, share)| !share.quotes.is_empty()).map(|(side, _)| side).collect();
    match (facing.count(), sides.as_slice()) {
        (2, [0]) => facing.words.only_here.to_owned(),
        (2, [1]) => facing.words.only_there.to_owned(),
        (2, _) => facing.words.in_both.to_owned(),
        (count, sides) => (facing.say.in_how_many)(sides.len(), count),
    }
}

/// The quotations of a voice, to be opened.
fn quotes(facing: &Facing, row: &VoiceRow) -> Tag {
    let open = RwSignal::new(false);
    let count: usize = row.shares.iter().map(|share| share.quotes.len()).sum();
    let places = |(side, share): (usize, &Share)| -> Vec<Place> {
        let quotes = &facing.article(side).marks.quotes;
        share.quotes.iter().filter_map(|&at| quotes.get(at)).map(|q| Place { block: q.block, span: q.span }).collect()
    };
    let places: Vec<Vec<Place>> = row.shares.iter().enumerate().map(places).collect();
    let facing = facing.clone();
    tag("details")
        .set("class", "in-context")
        .on("toggle", move |event| open.set(page::is_open(&event)))
        .child(tag("summary").child((facing.say.quotes)(count)))
        .follow(move || open.get().then(|| context::columns(&facing, &places)))
}

/// The quotations that two articles have in common, with their differences.
fn shared(facing: &Facing) -> Option<Tag> {
    let one = |pair: &PairReport, shared: &SharedQuotation| {
        let passage = pair.copies.passages.get(shared.passage)?;
        let side = |end: usize| {
            let side = pair.sides[end];
            let quote = facing.article(side).marks.quotes.get(shared.quotes[end])?;
            let place = Place { block: quote.block, span: quote.span };
            let said = tag("span")
                .set("class", "said")
                .set_if("lang", facing.lang(side))
                .child(facing.text(side, place).to_owned());
            let from = tag("footer").child(facing.name(side)).child(" · ").child(facing.way(side, place.block));
            Some(tag("blockquote").child(said).child(from))
        };
        let both = tag("div").set("class", "columns").child(side(0)).child(side(1));
        let same = passage.verbatim >= 1.0;
        let told = if same {
            tag("p").set("class", "muted").child(facing.say.same_words)
        } else {
            difference(facing, pair.sides, &passage.pieces)
        };
        Some(tag("li").child(both).child(told))
    };
    let pairs = facing.comparison.pairs.iter();
    let all: Vec<Tag> =
        pairs.flat_map(|pair| pair.quotations.iter().filter_map(move |shared| one(pair, shared))).collect();
    (!all.is_empty()).then(|| {
        tag("section")
            .set("id", "shared-quotations")
            .child(tag("h3").child(facing.say.shared_quotations))
            .child(tag("ul").child(all))
    })
}
