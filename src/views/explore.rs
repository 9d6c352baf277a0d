//! What is in this corpus, and what matches.

use crate::{
    address::{Address, PAGE},
    explorer::{Explorer, Step, use_explorer},
    library::UNKNOWN_OUTLET,
    parts::{
        card::card,
        facet::{FacetRow, facet},
        provenance::outlet_value,
        tag::{Tag, button, rows, tag},
        timeline::timeline,
    },
    settings::use_words,
    words::Words,
};
use leptos::prelude::*;
use visavis_corpus::Kind;
use visavis_search::{EntityCount, OutletCount, Results};

/// The list, with facets.
pub fn explore() -> Tag {
    let words = use_words();
    let explorer = use_explorer();
    let open = RwSignal::new(false);
    let chosen = move || explorer.address.with(|address| address.outlets.len() + address.entities.len());
    let filters = move || match chosen() {
        0 => words.filters.to_owned(),
        count => (words.filters_chosen)(count),
    };
    let sheet = button("button sheet-button", move || open.update(|open| *open = !*open))
        .live("aria-expanded", move || Some(open.get().to_string()))
        .set("aria-controls", "facets")
        .follow(filters);
    let aside = tag("aside").set("id", "facets").set("aria-label", words.filters);
    let found = tag("section").set("class", "found").set("aria-label", words.results);
    tag("div")
        .set("class", "explore")
        .child(intro(explorer))
        .child(sheet)
        .child(aside.class_when("facets", "open", move || open.get()).child(facets(explorer)))
        .child(found.child(results(explorer)))
}

/// What the corpus is; during a search it makes room.
fn intro(explorer: Explorer) -> Tag {
    let meta = explorer.with(|library| library.pack().meta().clone());
    let asking = move || explorer.address.with(|address| !address.query.is_empty() || address.is_narrowed());
    tag("div")
        .class_when("intro", "asking", asking)
        .child(tag("h1").set("tabindex", "-1").child(meta.title))
        .child(tag("p").child(meta.description))
}

/// Outlets, then entities by kind.
fn facets(explorer: Explorer) -> Vec<Tag> {
    let words = use_words();
    let outlets = Memo::new(move |_| outlet_rows(explorer, words));
    let toggle_outlet = move |id: &str| explorer.change(|address| address.toggle_outlet(id));
    let toggle_entity = move |id: &str| explorer.change(|address| address.toggle_entity(id));
    let of_kind = |kind: Kind| {
        let rows = Memo::new(move |_| entity_rows(explorer, kind));
        facet("entity", (words.kinds)(kind), rows, toggle_entity)
    };
    let mut all = vec![facet("outlet", words.outlets, outlets, toggle_outlet)];
    all.extend(Kind::ALL.map(of_kind));
    all
}

fn outlet_rows(explorer: Explorer, words: &'static Words) -> Vec<FacetRow> {
    let chosen = explorer.address.with(|address| address.outlets.clone());
    let library = explorer.library();
    let outlets = library.pack().outlets();
    let row = |row: &OutletCount| {
        let value = outlet_value(row.outlet.as_deref());
        let at = row.outlet.as_ref().and_then(|id| outlets.iter().position(|outlet| outlet.id == *id));
        let label = at.map_or_else(|| words.outlet_unknown.to_owned(), |at| outlets[at].name.clone());
        FacetRow { chosen: chosen.contains(&value), value, label, count: row.count, outlet: Some(at) }
    };
    explorer.results.with(|results| results.facets.outlets.iter().map(row).collect())
}

fn entity_rows(explorer: Explorer, kind: Kind) -> Vec<FacetRow> {
    let chosen = explorer.address.with(|address| address.entities.clone());
    let library = explorer.library();
    let row = |row: &EntityCount| {
        let entity = library.pack().entity(row.entity).filter(|entity| entity.kind == kind)?;
        Some(FacetRow {
            value: entity.id.clone(),
            label: entity.name.clone(),
            count: row.count,
            chosen: chosen.contains(&entity.id),
            outlet: None,
        })
    };
    explorer.results.with(|results| results.facets.entities.iter().filter_map(row).collect())
}

/// How many articles match, and the first of them.
fn results(explorer: Explorer) -> Vec<AnyView> {
    let words = use_words();
    let limit = Memo::new(move |_| explorer.address.with(|address| PAGE + address.more));
    let shown = move || {
        let library = explorer.library();
        let id = |found: &visavis_search::Found| library.head(found.article).map(|head| head.id.0.clone());
        explorer.results.with(|results| results.found.iter().take(limit.get()).filter_map(id).collect())
    };
    let rest = Memo::new(move |_| explorer.results.with(|results| results.found.len().saturating_sub(limit.get())));
    let more = button("button", move || {
        let next = explorer.address.with_untracked(|address| Address { more: address.more + PAGE, ..address.clone() });
        explorer.go(next, Step::Replace);
    });
    let none = move || explorer.results.with(|results| results.found.is_empty()).then(|| nothing(explorer, words));
    let more = more.set("id", "more").hidden_when(move || rest.get() == 0);
    let narrowed = move || explorer.address.with(|address| address.is_narrowed() || !address.query.is_empty());
    let all = button("button", move || explorer.change(Address::reset)).set("id", "reset");
    let count_line = tag("div")
        .set("class", "count-line")
        .child(tag("p").set("id", "count").set("role", "status").follow(move || count(explorer, words)))
        .child(all.hidden_when(move || !narrowed()).child(words.reset));
    let timeline = move || {
        let library = explorer.library();
        let lit = |results: &Results| results.found.iter().map(|found| found.article).collect::<Vec<_>>();
        timeline(&library, &explorer.address.get(), explorer.results.with(lit).into_iter())
    };
    vec![
        tag("div").follow(timeline).view(),
        count_line.view(),
        tag("div").follow(move || unknown_choices(explorer, words)).follow(none).view(),
        tag("ul").set("id", "results").child(rows(shown, |id| card(&id))).view(),
        more.follow(move || (words.show_more)(rest.get().min(PAGE))).view(),
    ]
}

/// `4 articles of 5 · 11 occurrences`.
fn count(explorer: Explorer, words: &'static Words) -> Vec<Tag> {
    let all = explorer.with(|library| library.pack().heads().len());
    let query = explorer.address.with(|address| address.query.trim().to_owned());
    explorer.results.with(|results| {
        let occurrences: u32 = results.found.iter().map(|found| found.occurrences).sum();
        let asked = !results.terms.is_empty() && occurrences > 0;
        let of = asked.then(|| format!(" · {}", (words.occurrences_of)(occurrences as usize, &query)));
        vec![tag("strong").child((words.articles_of)(results.found.len(), all)), tag("span").child(of)]
    })
}

/// Choices in the address that the corpus does not have.
fn unknown_choices(explorer: Explorer, words: &'static Words) -> Vec<Tag> {
    let address = explorer.address.get();
    explorer.with(|library| {
        let outlets = address.outlets.iter().filter(|id| *id != UNKNOWN_OUTLET && library.pack().outlet(id).is_none());
        let entities = address.entities.iter().filter(|id| library.entity(id).is_none());
        outlets.chain(entities).map(|id| tag("p").set("class", "hint").child((words.unknown_choice)(id))).collect()
    })
}

/// Why there is no result, and the way out.
fn nothing(explorer: Explorer, words: &'static Words) -> Tag {
    let narrowed = explorer.address.with(Address::is_narrowed);
    let empty = explorer.with(|library| library.pack().heads().is_empty());
    let why = explorer.results.with(|results| why_nothing(words, results, narrowed));
    let said = if empty { words.empty_corpus } else { words.no_result };
    tag("div")
        .set("class", "nothing")
        .child(tag("p").child(tag("strong").child(said)))
        .child(why.into_iter().map(|why| tag("p").child(why)).collect::<Vec<_>>())
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
