//! Two articles face to face.

use crate::address::View;
use crate::{
    address::{Address, SIDES},
    explorer::{Explorer, use_explorer},
    parts::{
        article::{Paragraphs, Text},
        kinds::{KindToggles, hidden_kinds},
        provenance::provenance,
    },
    settings::use_words,
    words::Words,
};
use leptos::prelude::*;
use visavis_compare::{EntityRow, Spread, compare_entities, per_thousand, read_words};
use visavis_corpus::{Entity, Kind};

/// The articles called `ids`.
#[component]
pub fn Compare(
    /// Their ids.
    ids: Vec<String>,
) -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    if let Some(missing) = ids.iter().find(|id| explorer.with(|library| library.pack().find(id).is_none())) {
        return choose(words, (words.no_such_article)(missing)).into_any();
    }
    match ids.as_slice() {
        [] => choose(words, words.compare_none.to_owned()).into_any(),
        [_] => choose(words, words.compare_one.to_owned()).into_any(),
        [a, b, ..] if a == b => choose(words, words.compare_same.to_owned()).into_any(),
        [a, b, rest @ ..] => {
            let open = |id: &String| Text::open(explorer, id);
            let surplus = (!rest.is_empty()).then(|| (words.compare_too_many)(ids.len()));
            let texts: Vec<Text> = [a, b].into_iter().filter_map(open).collect();
            view! {
                {surplus.map(|said| view! { <p class="hint page" role="status">{said}</p> })}
                <FaceToFace texts/>
            }
            .into_any()
        }
    }
}

/// What is missing for a comparison, and the way to the list.
fn choose(words: &'static Words, why: String) -> impl IntoView {
    let explorer = use_explorer();
    let href = move || explorer.address.with(|address| address.explore().href());
    view! {
        <div class="page">
            <h1 tabindex="-1">{words.compare_title}</h1>
            <p>{why}</p>
            <p><a class="button" href=href>{words.compare_to_list}</a></p>
        </div>
    }
}

#[component]
fn FaceToFace(texts: Vec<Text>) -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let articles: Vec<_> = texts.iter().map(|text| text.article().clone()).collect();
    let rows = compare_entities(&articles);
    let lengths: Vec<usize> = articles.iter().map(read_words).collect();
    let found: Vec<Kind> = articles.iter().flat_map(super::read::kinds).collect();
    let kinds = Kind::ALL.into_iter().filter(|kind| found.contains(kind)).collect();
    let hidden = hidden_kinds();
    // On a narrow screen one text is shown at a time.
    let side = RwSignal::new(0_usize);
    let switch = (0..SIDES).map(|at| {
        let name = texts.get(at).map(|text| outlet_name(explorer, words, text));
        view! {
            <button class="button toggle" aria-pressed=move || (side.get() == at).to_string() on:click=move |_| side.set(at)>
                {(words.side)(at + 1)} " · " {name}
            </button>
        }
    });
    let columns =
        texts.iter().enumerate().map(|(at, text)| view! { <Side at text=text.clone() words_read=lengths[at]/> });
    view! {
        <div class="compare" data-hide=hidden data-side=move || side.get().to_string()>
            <h1 class="hidden" tabindex="-1">{words.compare_title}</h1>
            <EntitySpread rows lengths=lengths.clone()/>
            <div class="lens">
                <KindToggles kinds/>
                <SwapLink/>
            </div>
            <div class="switch" role="group" aria-label=words.compare_title>{switch.collect::<Vec<_>>()}</div>
            <div class="sides">{columns.collect::<Vec<_>>()}</div>
        </div>
    }
}

fn outlet_name(explorer: Explorer, words: &'static Words, text: &Text) -> String {
    let head = &text.article().head;
    explorer.with(|library| {
        library.outlet_of(head).map_or_else(|| words.outlet_unknown.to_owned(), |(_, outlet)| outlet.name.clone())
    })
}

/// One of the texts.
#[component]
fn Side(at: usize, text: Text, words_read: usize) -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let head = text.article().head.clone();
    let lang = head.language.value().map(|language| language.tag());
    let id = head.id.0.clone();
    let href = move || explorer.address.with(|address| address.read(&id).href());
    let prefix = if at == 0 { "a-" } else { "b-" };
    view! {
        <section class="side" data-side=at.to_string() data-article=head.id.0.clone()>
            <header>
                {explorer.with(|library| provenance(library, &head))}
                <p class="muted">{(words.word_count)(words_read)}</p>
                <h2 class="text-of" lang=lang><a class="title" href=href>{text.title()}</a></h2>
            </header>
            <div class="text text-of" lang=lang><Paragraphs text prefix removed=Signal::stored(false)/></div>
        </section>
    }
}

/// Exchanges the sides.
#[component]
fn SwapLink() -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let href = move || {
        explorer.address.with(|address| {
            let mut swapped = address.clone();
            if let View::Compare(ids) = &mut swapped.view {
                ids.truncate(SIDES);
                ids.reverse();
            }
            swapped.href()
        })
    };
    view! { <a class="button" id="swap" href=href title=words.swap aria-label=words.swap>"⇄"</a> }
}

/// Entities here, in both, there.
#[component]
fn EntitySpread(rows: Vec<EntityRow>, lengths: Vec<usize>) -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let named = |row: &EntityRow| {
        explorer.with(|library| library.pack().entity(row.entity).filter(|entity| !entity.hide).cloned())
    };
    let rows: Vec<(EntityRow, Entity)> = rows.into_iter().filter_map(|row| Some((row.clone(), named(&row)?))).collect();
    let group = |spread: Spread, name: &'static str, title: &'static str| {
        let of = rows.iter().filter(|(row, _)| row.spread() == Some(spread));
        let items: Vec<_> = of.map(|(row, entity)| spread_item(words, row, entity, &lengths)).collect();
        let count = items.len();
        let none = items.is_empty().then(|| view! { <li class="muted">{words.none_here}</li> });
        view! {
            <div data-group=name>
                <h3><b>{words.number(count)}</b> " " {title}</h3>
                <ul>{items} {none}</ul>
            </div>
        }
    };
    view! {
        <section id="entities" aria-label=words.entities>
            <div class="groups">
                {group(Spread::Here, "here", words.only_here)}
                {group(Spread::Both, "both", words.in_both)}
                {group(Spread::There, "there", words.only_there)}
            </div>
            <details><summary>{words.how_computed}</summary><p>{words.how_entities}</p></details>
        </section>
    }
}

/// An entity with its count in each text where it is named, and its rate on hover.
fn spread_item(words: &'static Words, row: &EntityRow, entity: &Entity, lengths: &[usize]) -> impl IntoView + use<> {
    let explorer = use_explorer();
    let id = entity.id.clone();
    let href = move || {
        explorer.address.with(|address| Address { entities: vec![id.clone()], ..address.reset().explore() }.href())
    };
    let counts: Vec<String> =
        row.counts.iter().filter(|&&count| count > 0).map(|&count| words.number(count as usize)).collect();
    let rate = |(&count, &length): (&u32, &usize)| (words.per_thousand)(&words.decimal(per_thousand(count, length)));
    let rates: Vec<String> = row.counts.iter().zip(lengths).map(rate).collect();
    view! {
        <li>
            <a class=format!("mark {}", entity.kind.name()) href=href title=(words.articles_naming)(&entity.name)>{entity.name.clone()}</a>
            " " <small title=rates.join(" · ")>{counts.join(" · ")}</small>
        </li>
    }
}
