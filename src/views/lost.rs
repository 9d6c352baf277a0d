//! An address that leads nowhere.

use crate::{
    explorer::use_explorer,
    parts::tag::{Tag, link, tag},
    settings::use_words,
};
use leptos::prelude::*;

/// Says so, and offers the way back; `path` is what names no view.
pub fn lost(path: &str) -> Tag {
    let words = use_words();
    nowhere(words.lost_title.to_owned(), Some((words.lost)(path)))
}

/// A page that is not there.
pub fn nowhere(title: String, why: Option<String>) -> Tag {
    let words = use_words();
    let explorer = use_explorer();
    let list = link("button", move || explorer.address.with(|address| address.explore().href()));
    tag("div")
        .set("class", "page")
        .child(tag("h1").set("tabindex", "-1").child(title))
        .child(why.map(|why| tag("p").child(why)))
        .child(tag("p").child(list.child(words.to_the_list)))
}
