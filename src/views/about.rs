//! What the corpus is, whose the texts are, how the numbers come about.

use crate::{explorer::use_explorer, parts::provenance::provenance, settings::use_words};
use leptos::prelude::*;
use visavis_corpus::Head;

/// About this corpus.
#[component]
pub fn About() -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let (meta, heads) = explorer.with(|library| (library.pack().meta().clone(), library.pack().heads().to_vec()));
    let article = |head: &Head| {
        let title = head.title.value().cloned().unwrap_or_else(|| words.untitled.to_owned());
        let id = head.id.0.clone();
        let lang = head.language.value().map(|language| language.tag());
        let href = move || explorer.address.with(|address| address.read(&id).href());
        view! {
            <li>
                {explorer.with(|library| provenance(library, head))}
                <a href=href lang=lang>{title}</a>
            </li>
        }
    };
    view! {
        <div class="page prose">
            <h1 tabindex="-1">{words.about_corpus}</h1>
            <p><strong>{meta.title}</strong></p>
            <p>{meta.description}</p>
            <h2>{words.about_rights}</h2>
            <p>{meta.licence}</p>
            <h2>{words.about_articles}</h2>
            <ul class="plain">{heads.iter().map(article).collect::<Vec<_>>()}</ul>
            <h2>{words.about_numbers}</h2>
            <p>{words.about_search}</p>
            <p>{words.about_entities}</p>
            <p>{words.about_grounds}</p>
            <h2>{words.about_privacy_title}</h2>
            <p>{words.about_privacy}</p>
            <h2>{words.about_scripts_title}</h2>
            <p>{words.about_scripts}</p>
        </div>
    }
}
