//! Entities: who and what is named here, in both, there; of three or four articles, in how many.

use super::{context, facing::Facing};
use crate::{
    parts::{
        sheet::{Cell, cell, how, sheet},
        tag::{Tag, button, follow, tag},
    },
    views::entity::entity_page_link,
};
use visavis_compare::{EntityRow, Place, Spread, per_thousand};
use visavis_corpus::{Entity, Kind};

/// What stands above the texts.
pub(super) fn panel(facing: &Facing) -> Tag {
    let say = facing.say;
    let rows = rows(facing);
    let two = facing.count() == 2;
    let shown = two.then(|| groups(facing, &rows));
    let who = facing.clone();
    let title = (say.glance_entities)(facing.count());
    let table = table(facing, &rows, title);
    let table = if two {
        tag("details").set("class", "listing").child(tag("summary").child(say.as_table)).child(table)
    } else {
        table
    };
    let none = rows
        .iter()
        .all(|(row, _)| row.articles() < 2)
        .then(|| tag("p").set("class", "hint").child(say.no_common_entity));
    tag("div")
        .set("id", "entities")
        .child(none)
        .child(shown)
        .child(follow(move || mentions(&who)))
        .child(table)
        .child(how(title, say.how_entities))
}

/// The entities that are shown, with their counts.
fn rows(facing: &Facing) -> Vec<(EntityRow, Entity)> {
    let shown = |row: &EntityRow| {
        let entity = facing.library.pack().entity(row.entity).filter(|entity| !entity.hide)?;
        Some((row.clone(), entity.clone()))
    };
    facing.comparison.entities.iter().filter_map(shown).collect()
}

/// Three lists: here, in both, there; each by kind.
fn groups(facing: &Facing, rows: &[(EntityRow, Entity)]) -> Tag {
    let words = facing.words;
    let group = |spread: Spread, name: &'static str, title: &'static str| {
        let of: Vec<&(EntityRow, Entity)> = rows.iter().filter(|(row, _)| row.spread() == Some(spread)).collect();
        let kind = |kind: Kind| {
            let items: Vec<Tag> =
                of.iter().filter(|(_, e)| e.kind == kind).map(|(row, e)| item(facing, row, e)).collect();
            (!items.is_empty()).then(|| {
                let name = tag("h4").child((words.kinds)(kind));
                tag("div").child(name).child(tag("ul").child(items))
            })
        };
        let none = of.is_empty().then(|| tag("p").set("class", "muted").child(words.none_here));
        let heading = tag("h3").child(tag("b").child(words.number(of.len()))).child(" ").child(title);
        tag("div")
            .set("data-group", name)
            .child(heading)
            .child(Kind::ALL.map(kind).into_iter().flatten().collect::<Vec<_>>())
            .child(none)
    };
    tag("div")
        .set("class", "groups")
        .child(group(Spread::Here, "here", words.only_here))
        .child(group(Spread::Both, "both", words.in_both))
        .child(group(Spread::There, "there", words.only_there))
}

/// An entity with its count in each text where it is named, and its rates on hover.
fn item(facing: &Facing, row: &EntityRow, entity: &Entity) -> Tag {
    let words = facing.words;
    let counts: Vec<String> =
        row.counts.iter().filter(|&&count| count > 0).map(|&count| words.number(count as usize)).collect();
    let counted = tag("small").set("title", rates(facing, row).join(" · ")).child(counts.join(" · "));
    tag("li").child(chooser(facing, entity)).child(" ").child(counted)
}

/// Occurrences per thousand words of each article.
fn rates(facing: &Facing, row: &EntityRow) -> Vec<String> {
    let words = facing.words;
    let rate = |(&count, &length): (&u32, &usize)| (words.per_thousand)(&words.decimal(per_thousand(count, length)));
    row.counts.iter().zip(&facing.comparison.lengths).map(rate).collect()
}

/// Shows every mention of an entity, or none any more.
fn chooser(facing: &Facing, entity: &Entity) -> Tag {
    let (id, look) = (entity.id.clone(), facing.look);
    let chosen = {
        let id = id.clone();
        move || look.with(|look| look.who.as_ref() == Some(&id))
    };
    let facing = facing.clone();
    let press =
        move || facing.go(|look| look.who = if look.who.as_ref() == Some(&id) { None } else { Some(id.clone()) });
    button(&format!("mark {}", entity.kind.name()), press).pressed(chosen).child(entity.name.clone())
}

/// Every mention of the entity that is chosen, in all texts.
fn mentions(facing: &Facing) -> Option<Tag> {
    let id = facing.look.with(|look| look.who.clone())?;
    let ix = facing.library.entity(&id)?;
    let entity = facing.library.pack().entity(ix)?;
    let of = |side: usize| -> Vec<Place> {
        let article = facing.article(side);
        let read = |block: u32| article.blocks.get(block as usize).is_some_and(|block| block.role.is_read());
        let all = article.marks.mentions.iter().filter(|m| m.entity == Some(ix) && read(m.block));
        all.map(|m| Place { block: m.block, span: m.span }).collect()
    };
    let places: Vec<Vec<Place>> = (0..facing.count()).map(of).collect();
    Some(
        tag("div")
            .set("class", "chosen-places")
            .set("id", "mentions")
            .child(tag("h3").child(entity_page_link(facing.explorer, entity)))
            .child(context::columns(facing, &places)),
    )
}

/// Counts and rates of each entity, those of most articles first.
fn table(facing: &Facing, rows: &[(EntityRow, Entity)], title: &str) -> Tag {
    let (words, say) = (facing.words, facing.say);
    let names = facing.names();
    let mut heads =
        vec![say.entity_heads[0].to_owned(), say.entity_heads[1].to_owned(), say.entity_heads[2].to_owned()];
    for name in &names {
        heads.push(name.clone());
        heads.push(format!("{name} ‰"));
    }
    let row = |(row, entity): &(EntityRow, Entity)| {
        let mut cells: Vec<Cell> = vec![
            cell(entity.name.clone()).shown(chooser(facing, entity)),
            cell((words.kind)(entity.kind)),
            cell((say.in_how_many)(row.articles(), facing.count())),
        ];
        for (count, rate) in row.counts.iter().zip(rates(facing, row)) {
            let zero = if *count == 0 { "zero" } else { "" };
            cells.push(cell(words.number(*count as usize)).class(zero));
            cells.push(cell(rate).class(zero));
        }
        cells
    };
    sheet("entities", title, heads, rows.iter().map(row).collect())
}
