//! One article.

use super::lost::ToTheList;
use crate::{
    address::Address,
    browser::page,
    explorer::{Step, use_explorer},
    parts::{
        article::{AroundTheText, Paragraphs, Text},
        kinds::{KindToggles, hidden_kinds},
        provenance::{grounds, provenance},
    },
    settings::use_words,
};
use leptos::prelude::*;
use visavis_compare::{compare_entities, read_words};
use visavis_corpus::{Article, Kind};

/// The article called `id`.
#[component]
pub fn Read(
    /// Its id.
    id: String,
) -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let Some(text) = Text::open(explorer, &id) else {
        return view! {
            <div class="page">
                <h1 tabindex="-1">{(words.no_such_article)(&id)}</h1>
                <ToTheList/>
            </div>
        }
        .into_any();
    };
    let article = text.article().clone();
    let hidden = hidden_kinds();
    let lang = article.head.language.value().map(|language| language.tag());
    let removed = Memo::new(move |_| explorer.address.with(|address| address.removed));
    let count = (words.word_count)(read_words(&article));
    view! {
        <div class="read">
            <article data-article=id.clone() data-hide=hidden lang=lang>
                <div class="article-head" lang=words.tongue.tag()>
                    <BackLink/>
                    {explorer.with(|library| provenance(library, &article.head))}
                </div>
                <h1 class="text-of" tabindex="-1">{text.title()}</h1>
                <div class="article-tools" lang=words.tongue.tag()>
                    <p class="muted">{count}</p>
                    <KindToggles kinds=kinds(&article)/>
                    <HitSteps count=text.hit_count()/>
                    <RemovedButton count=text.removed()/>
                    <PickBox id=id.clone()/>
                </div>
                <div class="text-of"><Paragraphs text=text.clone() removed/></div>
            </article>
            <aside class="beside">
                <NamedHere article=article.clone()/>
                <AroundTheText text/>
                {explorer.with(|library| grounds(library, &article.head))}
            </aside>
        </div>
    }
    .into_any()
}

/// Kinds that occur in the text, in their order.
pub fn kinds(article: &Article) -> Vec<Kind> {
    let found = |kind: &Kind| article.marks.mentions.iter().any(|mention| mention.kind == *kind);
    Kind::ALL.into_iter().filter(found).collect()
}

#[component]
fn BackLink() -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let href = move || explorer.address.with(|address| Address { removed: false, ..address.explore() }.href());
    view! { <a class="back" href=href>"← " {words.back_to_results}</a> }
}

/// From hit to hit.
#[component]
fn HitSteps(count: usize) -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let query = explorer.address.with_untracked(|address| address.query.trim().to_owned());
    (count > 0).then(|| {
        view! {
            <p class="hit-steps">
                {(words.occurrences_of)(count, &query)} " "
                <button class="button" aria-label=words.previous_hit title=words.previous_hit on:click=|_| page::step_mark("main [data-hit]", false)>"↑"</button>
                <button class="button" aria-label=words.next_hit title=words.next_hit on:click=|_| page::step_mark("main [data-hit]", true)>"↓"</button>
            </p>
        }
    })
}

/// Shows what was removed, and hides it.
#[component]
fn RemovedButton(count: usize) -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let shown = move || explorer.address.with(|address| address.removed);
    let label = move || match (count, shown()) {
        (0, _) => words.nothing_removed.to_owned(),
        (_, true) => words.hide_removed.to_owned(),
        (_, false) => (words.show_removed)(count),
    };
    let toggle = move |_| {
        let next = explorer.address.with_untracked(|address| Address { removed: !address.removed, ..address.clone() });
        explorer.go(next, Step::Push);
    };
    view! {
        <button class="button" id="removed" aria-pressed=move || shown().to_string() disabled=count == 0 on:click=toggle>
            {label}
        </button>
    }
}

/// Picks the article for comparison.
#[component]
fn PickBox(id: String) -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let id = StoredValue::new(id);
    let picked = move || explorer.address.with(|address| address.picks.contains(&id.get_value()));
    let pick = move |_| explorer.change(|address| address.toggle_pick(&id.get_value()));
    view! {
        <label class="check">
            <input type="checkbox" data-compare="" value=id.get_value() prop:checked=picked on:change=pick/>
            {words.compare_this}
        </label>
    }
}

/// Who and what is named in the article, by kind, each a way to the other articles that name it.
#[component]
fn NamedHere(article: Article) -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let rows = compare_entities(std::slice::from_ref(&article));
    let of_kind = move |kind: Kind| {
        let named: Vec<_> = explorer.with(|library| {
            let entity = |ix| library.pack().entity(ix).filter(|entity| entity.kind == kind && !entity.hide).cloned();
            rows.iter().filter_map(|row| Some((entity(row.entity)?, row.counts.iter().sum::<u32>()))).collect()
        });
        (!named.is_empty()).then(|| {
            let item = |(entity, count): (visavis_corpus::Entity, u32)| {
                let id = entity.id.clone();
                let href = move || {
                    explorer.address.with(|address| {
                        let list = Address { removed: false, ..address.reset().explore() };
                        Address { entities: vec![id.clone()], ..list }.href()
                    })
                };
                view! {
                    <li>
                        <a class=format!("mark {}", kind.name()) href=href title=(words.articles_naming)(&entity.name)>{entity.name.clone()}</a>
                        <span class="count" title=(words.mentions)(count as usize)>{words.number(count as usize)}</span>
                    </li>
                }
            };
            view! {
                <h3>{(words.kinds)(kind)}</h3>
                <ul>{named.into_iter().map(item).collect::<Vec<_>>()}</ul>
            }
        })
    };
    view! {
        <section class="named">
            <h2>{words.named_here}</h2>
            {Kind::ALL.into_iter().map(of_kind).collect::<Vec<_>>()}
        </section>
    }
}
