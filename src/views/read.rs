//! One article.

use super::{concordance::concordance_link, entity::entity_page_link, lost::nowhere};
use crate::{
    address::{Address, Layer},
    browser::page,
    explorer::{Explorer, use_explorer},
    keys,
    live::{Memo, RwSignal, effect},
    parts::{
        article::{Text, around_the_text, paragraphs},
        card::pick_box,
        findings::{dates, figures, quotes},
        kinds::{hidden_kinds, layer_toggles},
        provenance::{grounds, provenance},
        tag::{Tag, button, link, tag},
    },
    settings::use_words,
};
use visavis_compare::{compare_entities, read_words};
use visavis_corpus::{Article, Entity, Kind};

/// The article called `id`.
pub fn read(id: &str) -> Tag {
    let words = use_words();
    let explorer = use_explorer();
    let Some(text) = Text::open(explorer, id) else { return nowhere((words.no_such_article)(id), None) };
    let article = text.article();
    let lang = article.head.language.value().map(|language| language.tag());
    let removed = Memo::new(move || explorer.address.with(|address| address.removed));
    let hidden = hidden_kinds();
    let drawn = RwSignal::new(0_u32);
    let all_drawn = move || drawn.update(|times| *times += 1);
    let head = tag("div")
        .set("class", "article-head")
        .child(back_link(explorer))
        .child(explorer.with(|library| provenance(library, &article.head)));
    let tools = tag("div")
        .set("class", "article-tools")
        .child(tag("p").set("class", "muted").child((words.word_count)(read_words(article))))
        .child(layer_toggles(layers(article)))
        .child(hit_steps(explorer, text.hit_count()))
        .child(concordance_link(explorer, Some(id.to_owned())))
        .child(removed_button(explorer, text.removed()))
        .child(pick_box(id, None));
    let body = tag("article")
        .set("data-article", id)
        .live("data-hide", move || Some(hidden()))
        .child(head)
        .child(
            tag("h1")
                .set("class", "text-of")
                .set("dir", "auto")
                .set_if("lang", lang)
                .set("tabindex", "-1")
                .child(text.title()),
        )
        .child(tools)
        .child(tag("div").set("class", "text-of").set_if("lang", lang).child(paragraphs(&text, removed, all_drawn)));
    let beside = tag("aside")
        .set("class", "beside")
        .set("aria-label", words.named_here)
        .child(named_here(explorer, article))
        .child(quotes(explorer, article))
        .child(figures(explorer, article))
        .child(dates(explorer, article))
        .child(around_the_text(&text))
        .child(explorer.with(|library| grounds(library, &article.head)));
    follow_entities(explorer, drawn);
    tag("div").set("class", "read").child(body).child(beside)
}

/// What is marked in the text, in the order of its buttons.
fn layers(article: &Article) -> Vec<Layer> {
    let quotes = (!article.marks.quotes.is_empty()).then_some(Layer::Quotes);
    kinds(article).into_iter().map(Layer::Names).chain(quotes).collect()
}

/// The marks of an entity that is highlighted throughout, or not marked, follow the address without being drawn anew; `drawn` changes
/// when they all are there.
fn follow_entities(explorer: Explorer, drawn: RwSignal<u32>) {
    let state = Memo::new(move || explorer.address.with(|address| (address.traced.clone(), address.unmarked.clone())));
    effect(move || {
        drawn.track();
        let (traced, unmarked) = state.get();
        let position = |id: &String| Some(explorer.with(|library| library.entity(id))?.0);
        let traced = traced.as_ref().and_then(position);
        let unmarked: Vec<u32> = unmarked.iter().filter_map(position).collect();
        page::before_paint(move || page::mark_entities(traced, &unmarked));
    });
}

/// Kinds that occur in the text, in their order.
pub fn kinds(article: &Article) -> Vec<Kind> {
    let found = |kind: &Kind| article.marks.mentions.iter().any(|mention| mention.kind == *kind);
    Kind::ALL.into_iter().filter(found).collect()
}

fn back_link(explorer: Explorer) -> Tag {
    let words = use_words();
    let href = move || explorer.address.with(|address| Address { removed: false, ..address.explore() }.href());
    link("back", href).child("← ").child(words.back_to_results)
}

/// From hit to hit.
fn hit_steps(explorer: Explorer, count: usize) -> Option<Tag> {
    let words = use_words();
    let query = explorer.address.with_untracked(|address| address.query.trim().to_owned());
    let step = |forward, name: &'static str, sign: &'static str| {
        button("button", move || keys::step_hit(forward)).set("title", name).set("aria-label", name).child(sign)
    };
    (count > 0).then(|| {
        tag("p")
            .set("class", "hit-steps")
            .child((words.occurrences_of)(count, &query))
            .child(step(false, words.previous_hit, "↑"))
            .child(step(true, words.next_hit, "↓"))
    })
}

/// Shows what was removed, and hides it.
fn removed_button(explorer: Explorer, count: usize) -> Tag {
    let words = use_words();
    let shown = move || explorer.address.with(|address| address.removed);
    let label = move || match (count, shown()) {
        (0, _) => words.nothing_removed.to_owned(),
        (_, true) => words.hide_removed.to_owned(),
        (_, false) => (words.show_removed)(count),
    };
    let toggle = move || explorer.change(|address| Address { removed: !address.removed, ..address.clone() });
    button("button", toggle)
        .set("id", "removed")
        .set_if("disabled", (count == 0).then_some(""))
        .pressed(shown)
        .follow(label)
}

/// Who and what is named in the article, by kind, each a way to the other articles that name it.
fn named_here(explorer: Explorer, article: &Article) -> Tag {
    let words = use_words();
    let library = explorer.library();
    let rows = compare_entities(std::slice::from_ref(article));
    let named =
        rows.iter().filter_map(|row| Some((library.pack().entity(row.entity)?, row.counts.iter().sum::<u32>())));
    let named: Vec<(&Entity, u32)> = named.filter(|(entity, _)| !entity.hide).collect();
    let item = |&(entity, count): &(&Entity, u32)| entity_row(explorer, entity, count as usize);
    let of_kind = |kind: Kind| {
        let items: Vec<Tag> = named.iter().filter(|(entity, _)| entity.kind == kind).map(item).collect();
        (!items.is_empty()).then(|| [tag("h3").child((words.kinds)(kind)), tag("ul").child(items)])
    };
    tag("section")
        .set("class", "named")
        .child(tag("h2").child(words.named_here))
        .child(Kind::ALL.into_iter().filter_map(of_kind).flatten().collect::<Vec<_>>())
}

/// An entity with the switch of its marks, the way to its page, and its count, which highlights it throughout.
fn entity_row(explorer: Explorer, entity: &Entity, count: usize) -> Tag {
    let words = use_words();
    let (shown, toggled, traced, trace) = (entity.id.clone(), entity.id.clone(), entity.id.clone(), entity.id.clone());
    let marked = (words.mark_entity)(&entity.name);
    let switch = tag("input")
        .set("type", "checkbox")
        .set("data-marked", entity.id.clone())
        .set("title", marked.clone())
        .set("aria-label", marked)
        .ticked(move || explorer.address.with(|address| !address.unmarked.contains(&shown)))
        .on("change", move |_| explorer.change(|address| address.toggle_entity(&toggled)));
    let throughout = (words.trace_entity)(&entity.name, count);
    let counted = button("count", move || explorer.change(|address| address.toggle_trace(&trace)))
        .set("data-trace", entity.id.clone())
        .set("title", throughout.clone())
        .set("aria-label", throughout)
        .pressed(move || explorer.address.with(|address| address.traced.as_ref() == Some(&traced)))
        .child(words.number(count));
    tag("li").child(switch).child(entity_page_link(explorer, entity)).child(counted)
}
