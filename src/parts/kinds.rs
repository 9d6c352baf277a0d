//! The buttons that show and hide marks by kind.

use crate::{explorer::use_explorer, settings::use_words};
use leptos::prelude::*;
use visavis_corpus::Kind;

/// One button for each of `kinds`.
#[component]
pub fn KindToggles(
    /// Kinds that occur in what is shown.
    kinds: Vec<Kind>,
) -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let button = |kind: Kind| {
        let shown = move || explorer.address.with(|address| !address.hidden.contains(&kind));
        view! {
            <button
                class="button toggle"
                data-kind=kind.name()
                aria-pressed=move || shown().to_string()
                on:click=move |_| explorer.change(|address| address.toggle_kind(kind))
            >
                <span class=format!("mark {}", kind.name())>{(words.kinds)(kind)}</span>
            </button>
        }
    };
    view! {
        <div class="toggles" role="group" aria-label=words.marks>
            <span class="label" aria-hidden="true">{words.marks}</span>
            {kinds.into_iter().map(button).collect::<Vec<_>>()}
        </div>
    }
}

/// The kinds whose marks are hidden, for the styles: `person place`.
pub fn hidden_kinds() -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let explorer = use_explorer();
    move || explorer.address.with(|address| address.hidden.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(" "))
}
