//! What is asked before the articles are there: the page has a field from its first paint on, and the titles come before the texts.

use crate::{
    address::{Address, View},
    browser::page,
    explorer::Explorer,
    library::Opening,
    live::{RwSignal, effect},
    load::locked,
    parts::tag::{Tag, link, tag},
    words::Words,
};
use leptos::task::spawn_local;
use std::sync::Mutex;

/// The field that the page has until the program shows its own.
const FIELD: &str = "boot-search";

/// What is typed into the field; it takes the place of the list that stands in the page.
pub fn listen() -> RwSignal<String> {
    let typed = RwSignal::new(page::typed(FIELD));
    page::on_typing(FIELD, move || typed.set(page::typed(FIELD)));
    effect(move || page::set_hidden("boot-list", typed.with(|typed| !typed.is_empty())));
    typed
}

/// The articles whose titles have what is typed.
pub fn titles(words: &'static Words, opening: &Mutex<Opening>, typed: RwSignal<String>) -> Tag {
    let typed = typed.get();
    let section = tag("section").set("class", "explore").set("aria-label", words.results);
    if typed.trim().is_empty() {
        return section;
    }
    let row = |(id, title): (visavis_corpus::ArticleId, String)| {
        let href = Address::default().read(&id.0).href();
        tag("li").set("class", "card").child(tag("h2").child(link("title", move || href.clone()).child(title)))
    };
    let rows: Vec<Tag> = locked(opening).titles(&typed).into_iter().map(row).collect();
    let said = tag("p").set("class", "hint").set("role", "status").child(words.titles_meanwhile);
    section.child(tag("div").set("class", "found").child(said).child(tag("ul").child(rows)))
}

/// Asks what was typed ahead of the corpus, unless one has gone elsewhere since.
pub fn ask(explorer: Explorer, typed: RwSignal<String>) {
    let typed = typed.get_untracked();
    if !typed.is_empty() && explorer.address.with_untracked(|address| address.view == View::Explore) {
        explorer.search(&typed);
    }
}

/// Whoever types goes on typing, in the field that takes the place of the first.
pub fn hand_over_focus() {
    if page::has_focus(FIELD) {
        spawn_local(async { page::focus_end("search") });
    }
}
