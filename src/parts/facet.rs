//! One facet: its values, their counts, and which are chosen.

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

/// A list of values to tick. `name` is `outlet` or `entity`.
#[component]
pub fn Facet(
    /// What kind of values these are, in the page.
    name: &'static str,
    /// Heading.
    title: &'static str,
    /// The values, in the order in which they are shown.
    #[prop(into)]
    rows: Signal<Vec<FacetRow>>,
    /// Chooses a value, or takes it back.
    toggle: impl Fn(&str) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let words = use_words();
    let all = RwSignal::new(false);
    let shown = move || {
        let rows = rows.get();
        let keep = |(at, row): (usize, FacetRow)| (at < FEW || row.chosen || all.get()).then_some(row);
        rows.into_iter().enumerate().filter_map(keep).collect::<Vec<_>>()
    };
    let surplus = move || rows.with(Vec::len) > FEW;
    let said = move || if all.get() { words.show_fewer.to_owned() } else { (words.show_all)(rows.with(Vec::len)) };
    view! {
        <fieldset class="facet" hidden=move || rows.with(Vec::is_empty)>
            <legend>{title}</legend>
            <ul>
                // A row is drawn anew when its count or its tick changes; the order of keys keeps the focus where it is.
                <For each=shown key=|row| row.value.clone() let:row>
                    <FacetItem name row=find(rows, row) toggle/>
                </For>
            </ul>
            <button class="more" hidden=move || !surplus() on:click=move |_| all.update(|all| *all = !*all)>
                {said}
            </button>
        </fieldset>
    }
}

/// The row of a value, as it changes.
fn find(rows: Signal<Vec<FacetRow>>, row: FacetRow) -> Memo<FacetRow> {
    Memo::new(move |_| rows.with(|rows| rows.iter().find(|now| now.value == row.value).cloned()).unwrap_or(row.clone()))
}

#[component]
fn FacetItem(
    name: &'static str,
    row: Memo<FacetRow>,
    toggle: impl Fn(&str) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let words = use_words();
    let first = row.get_untracked();
    let swatch = first.outlet.map(|at| super::provenance::swatch(at.map(|at| (at, first.label.as_str()))));
    let value = first.value.clone();
    view! {
        <li class:none=move || row.with(|row| row.count == 0)>
            <label>
                <input
                    type="checkbox"
                    data-facet=name
                    value=first.value
                    prop:checked=move || row.with(|row| row.chosen)
                    on:change=move |_| toggle(&value)
                />
                {swatch}
                <span class="label">{first.label}</span>
                <span class="count">{move || words.number(row.with(|row| row.count))}</span>
            </label>
        </li>
    }
}
