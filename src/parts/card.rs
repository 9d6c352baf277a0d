//! One article in the list of results.

use super::{
    marked::{marked, marks_of},
    provenance::provenance,
};
use crate::{
    explorer::{Explorer, use_explorer},
    settings::use_words,
};
use leptos::prelude::*;
use visavis_corpus::{ArticleIx, EntityIx, Kind, Role};
use visavis_search::snippet;
use visavis_text::Span;

/// About how many bytes of text a card shows.
const WIDTH: usize = 260;
/// How many names a card shows.
const CHIPS: usize = 6;

/// The card of an article.
#[component]
pub fn Card(
    /// Which article.
    article: ArticleIx,
) -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let Some(head) = explorer.with(|library| library.head(article).cloned()) else { return ().into_any() };
    let id = StoredValue::new(head.id.0.clone());
    let title = head.title.value().cloned().unwrap_or_else(|| words.untitled.to_owned());
    let lang = head.language.value().map(|language| language.tag());
    let href = move || explorer.address.with(|address| address.read(&id.get_value()).href());
    let picked = move || explorer.address.with(|address| address.picks.contains(&id.get_value()));
    let pick = move |_| explorer.change(|address| address.toggle_pick(&id.get_value()));
    view! {
        <li class="card" data-article=id.get_value()>
            {explorer.with(|library| provenance(library, &head))}
            <h2 lang=lang><a class="title" href=href>{title_marks(explorer, article)}</a></h2>
            <label class="check compare">
                <input
                    type="checkbox"
                    data-compare=""
                    value=id.get_value()
                    aria-label=(words.compare_article)(&title)
                    prop:checked=picked
                    on:change=pick
                />
                {words.compare_this}
            </label>
            <p class="snippet" lang=lang>{move || extract(explorer, article)}</p>
            {chips(explorer, article)}
        </li>
    }
    .into_any()
}

/// The title with hits; where the title is not a block of the text, as it is described.
fn title_marks(explorer: Explorer, article: ArticleIx) -> impl IntoView {
    move || {
        let query = explorer.query.get();
        explorer.with(|library| {
            let head = library.head(article)?;
            let described = head.title.value().cloned().unwrap_or_else(|| use_words().untitled.to_owned());
            let blocks = library.pack().blocks(article).unwrap_or_default();
            let block = blocks.iter().position(|block| block.role == Role::Title && block.text == described);
            let hits = library.hits(article, &query);
            let hits = hits.iter().filter(|hit| Some(hit.block as usize) == block);
            let marks: Vec<_> =
                hits.map(|hit| super::marked::Painted { span: hit.span, mark: super::marked::Mark::Hit }).collect();
            Some(marked(&described, Span::new(0, described.len()), &marks))
        })
    }
}

/// The piece of text that shows why the article was found.
fn extract(explorer: Explorer, article: ArticleIx) -> Option<AnyView> {
    let query = explorer.query.get();
    explorer.with(|library| {
        let whole = library.pack().article(article).ok()?;
        let hits = library.hits(article, &query);
        let piece = snippet(&whole.blocks, &hits, WIDTH)?;
        let block = piece.block as usize;
        let marks: Vec<_> = marks_of(&whole, &hits, block, |_| None)
            .into_iter()
            .filter(|painted| painted.mark == super::marked::Mark::Hit)
            .collect();
        let text = marked(&whole.blocks[block].text, piece.span, &marks);
        let cut = |cut: bool| cut.then_some("…");
        Some(view! { {cut(piece.cut_before)} {text} {cut(piece.cut_after)} }.into_any())
    })
}

/// Who and what the article names most often, people first.
fn chips(explorer: Explorer, article: ArticleIx) -> impl IntoView {
    explorer.with(|library| {
        let whole = library.pack().article(article).ok()?;
        let rows = visavis_compare::compare_entities(std::slice::from_ref(&whole));
        let named = |ix: EntityIx| library.pack().entity(ix).filter(|entity| !entity.hide);
        let mut shown: Vec<_> = rows.iter().filter_map(|row| named(row.entity)).collect();
        let order = |kind: Kind| Kind::ALL.iter().position(|&k| k == kind);
        shown.truncate(CHIPS);
        shown.sort_by_key(|entity| order(entity.kind));
        let chip = |entity: &visavis_corpus::Entity| {
            view! { <li class=format!("mark {}", entity.kind.name())>{entity.name.clone()}</li> }
        };
        let list: Vec<_> = shown.into_iter().map(chip).collect();
        (!list.is_empty()).then(|| view! { <ul class="chips">{list}</ul> })
    })
}
