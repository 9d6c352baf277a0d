//! One facet: its values, their counts, and which are chosen.

use super::tag::{Tag, button, rows, tag};
use crate::{
    address::{Choice, Facet},
    explorer::use_explorer,
    live::{Memo, RwSignal},
    settings::use_words,
};
use leptos::prelude::*;
use visavis_text::fold;

/// How many values are shown before one asks for all.
const FEW: usize = 8;
/// How many are shown then: a facet may have thousands, and one searches them by name.
const MANY: usize = 200;
/// Facets with fewer values than this are not searched.
const LONG: usize = 20;

/// What a choice does with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Only articles that have it.
    With,
    /// Only articles that do not.
    Without,
}

/// What is chosen of a value.
pub fn chosen(choices: &[Choice], facet: Facet, value: &str) -> Option<Chosen> {
    let choice = choices.iter().find(|choice| choice.facet == facet && choice.value == value)?;
    Some(if choice.without { Chosen::Without } else { Chosen::With })
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

/// Which values of a facet are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    most: usize,
    /// Folded; what the label has to hold.
    held: String,
}

/// The values that are shown, and how many there are.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FacetRows {
    rows: Vec<FacetRow>,
    all: usize,
    kept: usize,
}

impl FacetRows {
    /// The next value, called `label`; `row` makes its row where it is shown.
    pub fn offer(&mut self, wanted: &Wanted, label: &str, chosen: Option<Chosen>, row: impl FnOnce() -> FacetRow) {
        self.all += 1;
        let fits = wanted.held.is_empty() || fold(label).contains(&wanted.held);
        if chosen.is_some() || fits && self.kept < wanted.most {
            self.kept += usize::from(fits);
            self.rows.push(FacetRow { chosen, ..row() });
        }
    }
}

/// A list of values to tick, or to shut out; nothing where there are fewer than `least`. `list` gives those that are wanted.
pub fn facet(
    of: Facet,
    title: &'static str,
    list: impl Fn(&Wanted) -> FacetRows + Send + Sync + 'static,
    least: usize,
) -> Tag {
    let words = use_words();
    let all = RwSignal::new(false);
    let held = RwSignal::new(String::new());
    let wanted = move || Wanted { most: if all.get() { MANY } else { FEW }, held: held.with(|held| fold(held.trim())) };
    let facets = Memo::new(move || list(&wanted()));
    let shown = move || facets.with(|facets| facets.rows.iter().map(|row| row.value.clone()).collect());
    let said = move || {
        if all.get() { words.show_fewer.to_owned() } else { (words.show_all)(facets.with(|facets| facets.all)) }
    };
    let more = button("more", move || {
        all.update(|all| *all = !*all);
        held.set(String::new());
    });
    let find = tag("input")
        .set("type", "search")
        .set("class", "find-value")
        .set("data-find", of.name())
        .set("aria-label", (words.find_value)(title))
        .set("placeholder", words.find_value_short)
        .value(move || held.get())
        .on("input", move |event| held.set(event_target_value(&event)));
    let none = move || facets.with(|facets| facets.rows.is_empty()) && !held.with(String::is_empty);
    tag("fieldset")
        .set("class", "facet")
        .hidden_when(move || facets.with(|facets| facets.all) < least)
        .child(tag("legend").child(title))
        .child(find.hidden_when(move || facets.with(|facets| facets.all) < LONG))
        .child(tag("ul").child(rows(shown, move |value| item(of, facets, value))))
        .child(tag("p").set("class", "muted").hidden_when(move || !none()).child(words.no_such_value))
        .child(more.hidden_when(move || facets.with(|facets| facets.all) <= FEW).follow(said))
}

fn item(of: Facet, facets: Memo<FacetRows>, value: String) -> Option<Tag> {
    let words = use_words();
    let explorer = use_explorer();
    let find = |facets: &FacetRows, value: &str| facets.rows.iter().find(|row| row.value == value).cloned();
    let first = facets.with_untracked(|rows| find(rows, &value))?;
    let key = value.clone();
    let with = Choice::with(of, value.clone());
    let without = Choice { without: true, ..with.clone() };
    let row = Memo::new(move || facets.with(|rows| find(rows, &key)));
    let count = move || row.with(|row| row.as_ref().map_or(0, |row| row.count));
    // At once: the browser ticks a box as soon as it is pressed, and what is chosen may be taken back before anything is counted.
    let asked = value.clone();
    let state = Memo::new(move || explorer.choices.with(|choices| self::chosen(choices, of, &asked)));
    let chosen = move |how: Chosen| state.get() == Some(how);
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
    let class = move || match () {
        () if chosen(Chosen::Without) => "value out",
        () if count() == 0 => "value none",
        () => "value",
    };
    Some(tag("li").live("class", move || Some(class().to_owned())).child(label).child(shut_out))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(wanted: &Wanted, values: &[(&str, Option<Chosen>)]) -> (Vec<String>, usize) {
        let mut rows = FacetRows::default();
        for (label, chosen) in values {
            let row =
                || FacetRow { value: (*label).into(), label: (*label).into(), count: 1, chosen: None, outlet: None };
            rows.offer(wanted, label, *chosen, row);
        }
        (rows.rows.into_iter().map(|row| row.label).collect(), rows.all)
    }

    #[test]
    fn a_long_facet_shows_its_first_values_what_is_chosen_and_what_is_searched() {
        let values = [("Alep", None), ("Genève", None), ("Paris", Some(Chosen::With)), ("Le Havre", None)];
        let wanted = |most, held: &str| Wanted { most, held: held.into() };
        assert_eq!(shown(&wanted(1, ""), &values), (vec!["Alep".into(), "Paris".into()], 4));
        assert_eq!(shown(&wanted(9, "geneve"), &values), (vec!["Genève".into(), "Paris".into()], 4));
    }
}
