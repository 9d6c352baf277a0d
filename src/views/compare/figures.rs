//! Figures and dates: what each article counts, and the days that it speaks of.

use super::facing::Facing;
use crate::parts::{
    picture::{Shape, picture, shape},
    sheet::{Cell, cell, how, sheet},
    tag::{Tag, tag},
};
use visavis_compare::{Agreement, FigureAt, FigureRow, Place, TimelineRow};
use visavis_corpus::Day;

/// Height of a lane of the picture, in pixels.
const LANE: usize = 28;

/// What stands above the texts.
pub(super) fn panel(facing: &Facing) -> Tag {
    let say = facing.say;
    tag("div")
        .set("id", "figures")
        .child(tag("h3").child(say.figures_title))
        .child(figures(facing))
        .child(how(say.figures_title, say.how_figures))
        .child(tag("h3").child(say.days_title))
        .child(days(facing))
        .child(how(say.days_title, say.how_days))
}

fn figures(facing: &Facing) -> Tag {
    let say = facing.say;
    let rows = &facing.comparison.figures;
    if rows.is_empty() {
        return tag("p").set("class", "hint").child(say.no_figure);
    }
    let mut heads = vec![say.figure_heads[0].to_owned(), say.figure_heads[1].to_owned()];
    heads.extend(facing.names());
    let row = |row: &FigureRow| {
        let agreement = (say.agreement)(row.agreement);
        let class = if row.agreement == Agreement::Different { "different" } else { "muted" };
        let mut cells: Vec<Cell> = vec![cell(row.noun.clone()), cell(agreement).class(class)];
        cells.extend(row.figures.iter().enumerate().map(|(side, figures)| numbers(facing, side, figures)));
        cells
    };
    sheet("figures", say.figures_title, heads, rows.iter().map(row).collect())
}

/// The numbers that one article gives of a thing, each with its place.
fn numbers(facing: &Facing, side: usize, figures: &[FigureAt]) -> Cell {
    let number = |figure: &FigureAt| {
        let qualifier = figure.qualifier.as_ref().map(|qualifier| format!("{qualifier} ")).unwrap_or_default();
        format!("{qualifier}{}", figure.value)
    };
    let saved = figures.iter().map(number).collect::<Vec<_>>().join("; ");
    if figures.is_empty() {
        return cell("").shown("–").class("zero");
    }
    let shown = |figure: &FigureAt| {
        let printed = tag("b").child(number(figure));
        tag("div")
            .set("title", facing.text(side, figure.place))
            .child(printed)
            .child(" ")
            .child(facing.way(side, figure.place.block))
    };
    cell(saved).shown(figures.iter().map(shown).collect::<Vec<_>>())
}

fn days(facing: &Facing) -> Tag {
    let (words, say) = (facing.words, facing.say);
    let rows = &facing.comparison.days;
    if rows.is_empty() {
        return tag("p").set("class", "hint").child(say.no_day);
    }
    let mut heads = vec![say.day_head.to_owned()];
    heads.extend(facing.names());
    let row = |row: &TimelineRow| {
        let mut cells = vec![cell(words.when(row.when))];
        for side in 0..facing.count() {
            cells.push(day_cell(facing, side, row.published[side], &row.mentions[side]));
        }
        cells
    };
    tag("div").child(drawn(facing, rows)).child(sheet("days", say.days_title, heads, rows.iter().map(row).collect()))
}

fn day_cell(facing: &Facing, side: usize, published: bool, places: &[Place]) -> Cell {
    let say = facing.say;
    let said: Vec<String> = places.iter().map(|&place| facing.text(side, place).to_owned()).collect();
    let saved: Vec<String> = published.then(|| say.published.to_owned()).into_iter().chain(said).collect();
    let badge = published.then(|| tag("span").set("class", "published").child(say.published));
    let place = |&place: &Place| {
        tag("div").child(format!("“{}” ", facing.text(side, place))).child(facing.way(side, place.block))
    };
    let none = (!published && places.is_empty()).then_some("–");
    cell(saved.join("; ")).shown(badge).shown(places.iter().map(place).collect::<Vec<_>>()).shown(none)
}

/// The days on one axis: a lane an article, filled where it appeared, open where it speaks of the day.
fn drawn(facing: &Facing, rows: &[TimelineRow]) -> Option<Tag> {
    let first = rows.iter().map(|row| row.when.first()).min()?;
    let last = rows.iter().map(|row| row.when.last()).max()?;
    let whole = i64::from(last.number() - first.number());
    if whole == 0 {
        return None;
    }
    let at = |day: Day| 20 + i32::try_from(i64::from(day.number() - first.number()) * 960 / whole).unwrap_or(0);
    let mut shapes: Vec<Shape> = vec![];
    for side in 0..facing.count() {
        let y = side * LANE + LANE / 2;
        shapes.push(shape("line").set("class", "lane").px("x1", 0).set("x2", "100%").px("y1", y).px("y2", y));
        for row in rows.iter().filter(|row| row.published[side] || !row.mentions[side].is_empty()) {
            let class = if row.published[side] { "day appeared" } else { "day spoken" };
            let (from, to) = (at(row.when.first()), at(row.when.last()));
            let mark = if from == to {
                shape("circle").across("cx", from).px("cy", y).px("r", 6)
            } else {
                shape("line").across("x1", from).across("x2", to).px("y1", y).px("y2", y)
            };
            shapes.push(mark.set("class", class).with(shape("title").text(facing.words.when(row.when))));
        }
    }
    let lanes = facing.count() * LANE;
    for (day, anchor) in [(first, "start"), (last, "end")] {
        let text = shape("text").across("x", at(day)).px("y", lanes + 12).set("text-anchor", anchor);
        shapes.push(text.text((facing.words.tick_day)(day)));
    }
    let names: Vec<Tag> = facing.names().into_iter().map(|name| tag("li").child(name)).collect();
    let lanes = picture("lanes", lanes + 18, shapes);
    Some(tag("figure").set("class", "days").set("aria-hidden", "true").child(tag("ul").child(names)).child(lanes))
}
