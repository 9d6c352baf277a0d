//! What is in this corpus, and what matches.

use crate::{
    address::{Address, PAGE},
    explorer::{Explorer, Step, use_explorer},
    library::UNKNOWN_OUTLET,
    parts::{
        card::Card,
        facet::{Facet, FacetRow},
        provenance::outlet_value,
    },
    settings::use_words,
    words::Words,
};
use leptos::prelude::*;
use visavis_corpus::Kind;
use visavis_search::Results;

/// The list, with facets.
#[component]
pub fn Explore() -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let open = RwSignal::new(false);
    let chosen = move || explorer.address.with(|address| address.outlets.len() + address.entities.len());
    let filters = move || match chosen() {
        0 => words.filters.to_owned(),
        count => (words.filters_chosen)(count),
    };
    view! {
        <div class="explore">
            <Intro/>
            <button
                class="button sheet-button"
                aria-expanded=move || open.get().to_string()
                aria-controls="facets"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {filters}
            </button>
            <aside id="facets" class="facets" class:open=open aria-label=words.filters><Facets/></aside>
            <section class="found" aria-label=words.results><Found/></section>
        </div>
    }
}

/// What the corpus is; on the narrow screen of a search it makes room.
#[component]
fn Intro() -> impl IntoView {
    let explorer = use_explorer();
    let (title, description) = explorer.with(|library| {
        let meta = library.pack().meta();
        (meta.title.clone(), meta.description.clone())
    });
    let asking = move || explorer.address.with(|address| !address.query.is_empty() || address.is_narrowed());
    view! {
        <div class="intro" class:asking=asking>
            <h1 tabindex="-1">{title}</h1>
            <p>{description}</p>
        </div>
    }
}

/// Outlets, then entities by kind.
#[component]
fn Facets() -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let outlets = Memo::new(move |_| outlet_rows(explorer, words));
    let kinds = Kind::ALL.map(|kind| {
        let rows = Memo::new(move |_| entity_rows(explorer, kind));
        let toggle = move |id: &str| explorer.change(|address| address.toggle_entity(id));
        view! { <Facet name="entity" title=(words.kinds)(kind) rows toggle/> }
    });
    let narrowed = move || explorer.address.with(|address| address.is_narrowed() || !address.query.is_empty());
    view! {
        <Facet
            name="outlet"
            title=words.outlets
            rows=outlets
            toggle=move |id: &str| explorer.change(|address| address.toggle_outlet(id))
        />
        {kinds.into_iter().collect::<Vec<_>>()}
        <button class="button" id="reset" hidden=move || !narrowed() on:click=move |_| explorer.change(Address::reset)>
            {words.reset}
        </button>
    }
}

fn outlet_rows(explorer: Explorer, words: &'static Words) -> Vec<FacetRow> {
    let chosen = explorer.address.with(|address| address.outlets.clone());
    explorer.results.with(|results| {
        let row = |row: &visavis_search::OutletCount| {
            let value = outlet_value(row.outlet.as_deref());
            let (at, label) = explorer.with(|library| {
                let outlets = library.pack().outlets().iter().enumerate();
                let found = outlets.into_iter().find(|(_, outlet)| Some(&outlet.id) == row.outlet.as_ref());
                found.map_or_else(
                    || (None, words.outlet_unknown.to_owned()),
                    |(at, outlet)| (Some(at), outlet.name.clone()),
                )
            });
            FacetRow { chosen: chosen.contains(&value), value, label, count: row.count, outlet: Some(at) }
        };
        results.facets.outlets.iter().map(row).collect()
    })
}

fn entity_rows(explorer: Explorer, kind: Kind) -> Vec<FacetRow> {
    let chosen = explorer.address.with(|address| address.entities.clone());
    explorer.results.with(|results| {
        explorer.with(|library| {
            let row = |row: &visavis_search::EntityCount| {
                let entity = library.pack().entity(row.entity).filter(|entity| entity.kind == kind)?;
                Some(FacetRow {
                    value: entity.id.clone(),
                    label: entity.name.clone(),
                    count: row.count,
                    chosen: chosen.contains(&entity.id),
                    outlet: None,
                })
            };
            results.facets.entities.iter().filter_map(row).collect()
        })
    })
}

/// How many articles match, and the first of them.
#[component]
fn Found() -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let limit = Memo::new(move |_| explorer.address.with(|address| PAGE + address.more));
    let shown = move || {
        explorer
            .results
            .with(|results| results.found.iter().take(limit.get()).map(|found| found.article).collect::<Vec<_>>())
    };
    let rest = Memo::new(move |_| explorer.results.with(|results| results.found.len().saturating_sub(limit.get())));
    let more = move |_| {
        let next = explorer.address.with_untracked(|address| Address { more: address.more + PAGE, ..address.clone() });
        explorer.go(next, Step::Replace);
    };
    view! {
        <p id="count" role="status">{move || count(explorer, words)}</p>
        {move || unknown_choices(explorer, words)}
        {move || explorer.results.with(|results| results.found.is_empty()).then(|| nothing(explorer, words))}
        <ul id="results">
            <For each=shown key=|article| *article let:article>
                <Card article/>
            </For>
        </ul>
        <button class="button" id="more" hidden=move || rest.get() == 0 on:click=more>
            {move || (words.show_more)(rest.get().min(PAGE))}
        </button>
    }
}

/// `4 articles of 5 · 11 occurrences`.
fn count(explorer: Explorer, words: &'static Words) -> impl IntoView + use<> {
    let all = explorer.with(|library| library.pack().heads().len());
    let query = explorer.address.with(|address| address.query.trim().to_owned());
    explorer.results.with(|results| {
        let occurrences: u32 = results.found.iter().map(|found| found.occurrences).sum();
        let said = (words.articles_of)(results.found.len(), all);
        let asked = !results.terms.is_empty() && occurrences > 0;
        let of = asked.then(|| format!(" · {}", (words.occurrences_of)(occurrences as usize, &query)));
        view! { <strong>{said}</strong> {of} }
    })
}

/// Choices in the address that the corpus does not have.
fn unknown_choices(explorer: Explorer, words: &'static Words) -> Vec<impl IntoView + use<>> {
    let address = explorer.address.get();
    explorer.with(|library| {
        let outlets = address.outlets.iter().filter(|id| *id != UNKNOWN_OUTLET && library.pack().outlet(id).is_none());
        let entities = address.entities.iter().filter(|id| library.entity(id).is_none());
        outlets.chain(entities).map(|id| view! { <p class="hint">{(words.unknown_choice)(id)}</p> }).collect()
    })
}

/// Why there is no result, and the way out.
fn nothing(explorer: Explorer, words: &'static Words) -> impl IntoView + use<> {
    let (narrowed, empty) =
        (explorer.address.with(Address::is_narrowed), explorer.with(|library| library.pack().heads().is_empty()));
    let why = explorer.results.with(|results| why_nothing(words, results, narrowed));
    let said = if empty { words.empty_corpus } else { words.no_result };
    view! {
        <div class="nothing">
            <p><strong>{said}</strong></p>
            {why.into_iter().map(|why| view! { <p>{why}</p> }).collect::<Vec<_>>()}
            <button class="button" hidden=empty on:click=move |_| explorer.change(Address::reset)>{words.reset}</button>
        </div>
    }
}

fn why_nothing(words: &Words, results: &Results, narrowed: bool) -> Vec<String> {
    let missing: Vec<String> =
        results.terms.iter().filter(|term| term.articles == 0).map(|term| (words.no_article_has)(&term.text)).collect();
    match (missing.is_empty(), narrowed) {
        (false, _) => missing,
        (true, true) => vec![words.filters_exclude.to_owned()],
        (true, false) if results.terms.len() > 1 => vec![words.each_found_not_together.to_owned()],
        (true, false) => vec![],
    }
}
