//! One facet: its values, their counts, and which are chosen.

use super::tag::{Tag, button, rows, tag};
use crate::settings::use_words;
use leptos::prelude::*;

/// How many values are shown before one asks for all.
const FEW: usize = 8;

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetRow {
    /// As it stands in the address.
    pub value: String,
    /// As it is shown.
    pub label: String,
    /// Articles that choosing it would show.
    pub count: usize,
    /// Whether it is chosen.
    pub chosen: bool,
    /// For an outlet: its position in the pack, if it is known; what the swatch is drawn from.
    pub outlet: Option<Option<usize>>,
}

/// A list of values to tick. `name` is `outlet` or `entity`; `toggle` chooses a value, or takes it back.
pub fn facet(
    name: &'static str,
    title: &'static str,
    facets: Memo<Vec<FacetRow>>,
    toggle: impl Fn(&str) + Copy + Send + Sync + 'static,
) -> Tag {
    let words = use_words();
    let all = RwSignal::new(false);
    let shown = move || {
        facets.with(|rows| {
            let keep = |(at, row): &(usize, &FacetRow)| *at < FEW || row.chosen || all.get();
            rows.iter().enumerate().filter(keep).map(|(_, row)| row.value.clone()).collect()
        })
    };
    let said = move || if all.get() { words.show_fewer.to_owned() } else { (words.show_all)(facets.with(Vec::len)) };
    let more = button("more", move || all.update(|all| *all = !*all));
    tag("fieldset")
        .set("class", "facet")
        .hidden_when(move || facets.with(Vec::is_empty))
        .child(tag("legend").child(title))
        .child(tag("ul").child(rows(shown, move |value| item(name, facets, value, toggle))))
        .child(more.hidden_when(move || facets.with(Vec::len) <= FEW).follow(said))
}

fn item(
    name: &'static str,
    facets: Memo<Vec<FacetRow>>,
    value: String,
    toggle: impl Fn(&str) + Copy + 'static,
) -> Option<Tag> {
    let words = use_words();
    let find = |rows: &Vec<FacetRow>, value: &str| rows.iter().find(|row| row.value == value).cloned();
    let first = facets.with_untracked(|rows| find(rows, &value))?;
    let (key, chosen) = (value.clone(), value.clone());
    let row = Memo::new(move |_| facets.with(|rows| find(rows, &key)));
    let count = move || row.with(|row| row.as_ref().map_or(0, |row| row.count));
    let input = tag("input")
        .set("type", "checkbox")
        .set("data-facet", name)
        .set("value", value)
        .ticked(move || row.with(|row| row.as_ref().is_some_and(|row| row.chosen)))
        .on("change", move |_| toggle(&chosen));
    let label = tag("label")
        .child(input)
        .child(first.outlet.map(|at| super::provenance::swatch(at.map(|at| (at, first.label.as_str())))))
        .child(tag("span").set("class", "label").child(first.label.clone()))
        .child(tag("span").set("class", "count").follow(move || words.number(count())));
    Some(tag("li").class_when("value", "none", move || count() == 0).child(label))
}
