//! An address that leads nowhere.

use crate::{explorer::use_explorer, settings::use_words};
use leptos::prelude::*;

/// Says so, and offers the way back.
#[component]
pub fn Lost(
    /// The path that names no view.
    path: String,
) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="page">
            <h1 tabindex="-1">{words.lost_title}</h1>
            <p>{(words.lost)(&path)}</p>
            <ToTheList/>
        </div>
    }
}

/// The way to the list.
#[component]
pub fn ToTheList() -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let href = move || explorer.address.with(|address| address.explore().href());
    view! { <p><a class="button" href=href>{words.to_the_list}</a></p> }
}
