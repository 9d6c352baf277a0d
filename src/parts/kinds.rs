//! The buttons that show and hide marks by kind.

use super::tag::{Tag, button, tag};
use crate::{explorer::use_explorer, settings::use_words};
use leptos::prelude::*;
use visavis_corpus::Kind;

/// One button for each of `kinds`.
pub fn kind_toggles(kinds: Vec<Kind>) -> Tag {
    let words = use_words();
    let explorer = use_explorer();
    let toggle = |kind: Kind| {
        button("button toggle", move || explorer.change(|address| address.toggle_kind(kind)))
            .set("data-kind", kind.name())
            .pressed(move || explorer.address.with(|address| !address.hidden.contains(&kind)))
            .child(tag("span").set("class", format!("mark {}", kind.name())).child((words.kinds)(kind)))
    };
    tag("div")
        .set("class", "toggles")
        .set("role", "group")
        .set("aria-label", words.marks)
        .child(tag("span").set("class", "label").set("aria-hidden", "true").child(words.marks))
        .child(kinds.into_iter().map(toggle).collect::<Vec<_>>())
}

/// The kinds whose marks are hidden, for the styles: `person place`.
pub fn hidden_kinds() -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let explorer = use_explorer();
    move || explorer.address.with(|address| address.hidden.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(" "))
}
