//! An address that leads nowhere.

use crate::{
    explorer::use_explorer,
    parts::tag::{Tag, link, tag},
    settings::use_words,
};

/// Says so, and offers the way back; `path` is what names no view.
pub fn lost(path: &str) -> Tag {
    let words = use_words();
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let view = parts.next().unwrap_or_default();
    let count = parts.count();
    let said = match view {
        "read" | "entity" | "concordance" => (words.lost_parts)(view, 1, count),
        "explore" | "overview" | "about" => (words.lost_parts)(view, 0, count),
        _ => (words.lost)(path),
    };
    nowhere(words.lost_title.to_owned(), Some(said))
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
