//! Two articles face to face.

use super::{entity::entity_page_link, lost::nowhere, read::kinds};
use crate::{
    address::{SIDES, View},
    explorer::{Explorer, use_explorer},
    parts::{
        article::{Text, paragraphs},
        kinds::{hidden_kinds, kind_toggles},
        provenance::provenance,
        tag::{Tag, button, link, tag},
    },
    settings::use_words,
    words::Words,
};
use leptos::prelude::*;
use visavis_compare::{EntityRow, Spread, compare_entities, per_thousand, read_words};
use visavis_corpus::{Article, Entity, Kind};

/// The articles called `ids`.
pub fn compare(ids: &[String]) -> Tag {
    let words = use_words();
    let explorer = use_explorer();
    if let Some(missing) = ids.iter().find(|id| explorer.with(|library| library.pack().find(id).is_none())) {
        return nowhere(words.compare_title.to_owned(), Some((words.no_such_article)(missing)));
    }
    let choose = |why: &str| nowhere(words.compare_title.to_owned(), Some(why.to_owned()));
    match ids {
        [] => choose(words.compare_none),
        [_] => choose(words.compare_one),
        [a, b, ..] if a == b => choose(words.compare_same),
        [a, b, ..] => {
            let surplus = (ids.len() > SIDES).then(|| (words.compare_too_many)(ids.len()));
            let texts: Vec<Text> = [a, b].into_iter().filter_map(|id| Text::open(explorer, id)).collect();
            face_to_face(explorer, &texts, surplus)
        }
    }
}

fn face_to_face(explorer: Explorer, texts: &[Text], surplus: Option<String>) -> Tag {
    let words = use_words();
    let articles: Vec<Article> = texts.iter().map(|text| text.article().clone()).collect();
    let lengths: Vec<usize> = articles.iter().map(read_words).collect();
    let found: Vec<Kind> = articles.iter().flat_map(kinds).collect();
    let kinds = Kind::ALL.into_iter().filter(|kind| found.contains(kind)).collect();
    let hidden = hidden_kinds();
    // On a narrow screen one text is shown at a time.
    let shown = RwSignal::new(0_usize);
    let switch = texts.iter().enumerate().map(|(at, text)| {
        let name = format!("{} · {}", (words.side)(at + 1), outlet_name(explorer, words, text));
        button("button toggle", move || shown.set(at)).pressed(move || shown.get() == at).child(name)
    });
    let switch = tag("div")
        .set("class", "switch")
        .set("role", "group")
        .set("aria-label", words.compare_title)
        .child(switch.collect::<Vec<_>>());
    let sides: Vec<Tag> =
        texts.iter().zip(&lengths).enumerate().map(|(at, (text, &length))| side(explorer, at, text, length)).collect();
    tag("div")
        .set("class", "compare")
        .live("data-hide", move || Some(hidden()))
        .live("data-shown", move || Some(shown.get().to_string()))
        .child(surplus.map(|said| tag("p").set("class", "hint page").child(said)))
        .child(tag("h1").set("class", "hidden").set("tabindex", "-1").child(words.compare_title))
        .child(entity_spread(explorer, &articles, &lengths))
        .child(tag("div").set("class", "lens").child(kind_toggles(kinds)).child(swap_link(explorer)))
        .child(switch)
        .child(tag("div").set("class", "sides").child(sides))
}

fn outlet_name(explorer: Explorer, words: &'static Words, text: &Text) -> String {
    let head = &text.article().head;
    explorer.with(|library| {
        library.outlet_of(head).map_or_else(|| words.outlet_unknown.to_owned(), |(_, outlet)| outlet.name.clone())
    })
}

/// One of the texts.
fn side(explorer: Explorer, at: usize, text: &Text, length: usize) -> Tag {
    let words = use_words();
    let head = &text.article().head;
    let lang = head.language.value().map(|language| language.tag());
    let id = head.id.0.clone();
    let title = link("title", move || explorer.address.with(|address| address.read(&id).href()));
    let prefix = if at == 0 { "a-" } else { "b-" };
    let top = tag("header")
        .child(explorer.with(|library| provenance(library, head)))
        .child(tag("p").set("class", "muted").child((words.word_count)(length)))
        .child(tag("h2").set("class", "text-of").set_if("lang", lang).child(title.child(text.title())));
    tag("section")
        .set("class", "side")
        .set("data-side", at.to_string())
        .set("data-article", head.id.0.clone())
        .set("aria-label", (words.side)(at + 1))
        .child(top)
        .child(tag("div").set("class", "text text-of").set_if("lang", lang).child(paragraphs(text, prefix, || false)))
}

/// Exchanges the sides.
fn swap_link(explorer: Explorer) -> Tag {
    let words = use_words();
    let href = move || {
        let mut swapped = explorer.address.get();
        if let View::Compare(ids) = &mut swapped.view {
            ids.truncate(SIDES);
            ids.reverse();
        }
        swapped.href()
    };
    link("button", href).set("id", "swap").set("title", words.swap).set("aria-label", words.swap).child("⇄")
}

/// Entities here, in both, there.
fn entity_spread(explorer: Explorer, articles: &[Article], lengths: &[usize]) -> Tag {
    let words = use_words();
    let library = explorer.library();
    let rows = compare_entities(articles);
    let group = |spread: Spread, name: &'static str, title: &'static str| {
        let items: Vec<Tag> = rows
            .iter()
            .filter(|row| row.spread() == Some(spread))
            .filter_map(|row| Some((row, library.pack().entity(row.entity).filter(|entity| !entity.hide)?)))
            .map(|(row, entity)| spread_item(explorer, row, entity, lengths))
            .collect();
        let none = items.is_empty().then(|| tag("li").set("class", "muted").child(words.none_here));
        let heading = tag("h2").child(tag("b").child(words.number(items.len()))).child(" ").child(title);
        tag("div").set("data-group", name).child(heading).child(tag("ul").child(items).child(none))
    };
    let groups = tag("div")
        .set("class", "groups")
        .child(group(Spread::Here, "here", words.only_here))
        .child(group(Spread::Both, "both", words.in_both))
        .child(group(Spread::There, "there", words.only_there));
    let how = tag("details").child(tag("summary").child(words.how_computed)).child(tag("p").child(words.how_entities));
    tag("section").set("id", "entities").set("aria-label", words.entities).child(groups).child(how)
}

/// An entity with its count in each text where it is named, and its rates on hover.
fn spread_item(explorer: Explorer, row: &EntityRow, entity: &Entity, lengths: &[usize]) -> Tag {
    let words = use_words();
    let counts: Vec<String> =
        row.counts.iter().filter(|&&count| count > 0).map(|&count| words.number(count as usize)).collect();
    let rate = |(&count, &length): (&u32, &usize)| (words.per_thousand)(&words.decimal(per_thousand(count, length)));
    let rates: Vec<String> = row.counts.iter().zip(lengths).map(rate).collect();
    let counted = tag("small").set("title", rates.join(" · ")).child(counts.join(" · "));
    tag("li").child(entity_page_link(explorer, entity)).child(" ").child(counted)
}
