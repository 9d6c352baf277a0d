//! One facet: its values, their counts, and which are chosen.

use super::tag::{Tag, button, rows, tag};
use crate::{
    address::{Choice, Facet},
    explorer::use_explorer,
    settings::use_words,
};
use leptos::prelude::*;

/// How many values are shown before one asks for all.
const FEW: usize = 8;

/// What a choice does with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Only articles that have it.
    With,
    /// Only articles that do not.
    Without,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetRow {
    /// As it stands in the address.
    pub value: String,
    /// As it is shown.
    pub label: String,
    /// Articles that choosing it would show.
    pub count: usize,
    /// Whether it is asked for, or shut out.
    pub chosen: Option<Chosen>,
    /// For an outlet: its position in the pack, if it is known; what the swatch is drawn from.
    pub outlet: Option<Option<usize>>,
}

/// A list of values to tick, or to shut out; nothing where there are fewer than `least`.
pub fn facet(of: Facet, title: &'static str, facets: Memo<Vec<FacetRow>>, least: usize) -> Tag {
    let words = use_words();
    let all = RwSignal::new(false);
    let shown = move || {
        facets.with(|rows| {
            let keep = |(at, row): &(usize, &FacetRow)| *at < FEW || row.chosen.is_some() || all.get();
            rows.iter().enumerate().filter(keep).map(|(_, row)| row.value.clone()).collect()
        })
    };
    let said = move || if all.get() { words.show_fewer.to_owned() } else { (words.show_all)(facets.with(Vec::len)) };
    let more = button("more", move || all.update(|all| *all = !*all));
    tag("fieldset")
        .set("class", "facet")
        .hidden_when(move || facets.with(Vec::len) < least)
        .child(tag("legend").child(title))
        .child(tag("ul").child(rows(shown, move |value| item(of, facets, value))))
        .child(more.hidden_when(move || facets.with(Vec::len) <= FEW).follow(said))
}

fn item(of: Facet, facets: Memo<Vec<FacetRow>>, value: String) -> Option<Tag> {
    let words = use_words();
    let explorer = use_explorer();
    let find = |rows: &Vec<FacetRow>, value: &str| rows.iter().find(|row| row.value == value).cloned();
    let first = facets.with_untracked(|rows| find(rows, &value))?;
    let key = value.clone();
    let with = Choice::with(of, value.clone());
    let without = Choice { without: true, ..with.clone() };
    let row = Memo::new(move |_| facets.with(|rows| find(rows, &key)));
    let count = move || row.with(|row| row.as_ref().map_or(0, |row| row.count));
    let chosen = move |how: Chosen| row.with(|row| row.as_ref().is_some_and(|row| row.chosen == Some(how)));
    let input = tag("input")
        .set("type", "checkbox")
        .set("data-facet", of.name())
        .set("value", value)
        .ticked(move || chosen(Chosen::With))
        .on("change", move |_| explorer.change(|address| address.toggle_choice(&with)));
    let said = (words.leave_out)(&first.label);
    let shut_out = button("shut-out", move || explorer.change(|address| address.toggle_choice(&without)))
        .set("title", said.clone())
        .set("aria-label", said)
        .pressed(move || chosen(Chosen::Without))
        .child("−");
    let label = tag("label")
        .child(input)
        .child(first.outlet.map(|at| super::provenance::swatch(at.map(|at| (at, first.label.as_str())))))
        .child(tag("span").set("class", "label").child(first.label.clone()))
        .child(tag("span").set("class", "count").follow(move || words.number(count())));
    let state = move || match () {
        () if chosen(Chosen::Without) => "value out",
        () if count() == 0 => "value none",
        () => "value",
    };
    Some(tag("li").live("class", move || Some(state().to_owned())).child(label).child(shut_out))
}
