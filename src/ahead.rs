//! What is asked before the articles are there: the page has a field from its first paint on, and the titles come before the texts.

use crate::{
    address::{Address, View},
    browser::page,
    explorer::Explorer,
    library::Opening,
    live::{Memo, RwSignal},
    load::{Loading, locked},
    parts::tag::{Tag, follow, link, tag},
    settings::Settings,
    words::Words,
};
use leptos::{prelude::AnyView, task::spawn_local};
use std::sync::{Arc, Mutex};
use visavis_corpus::Head;

/// The field that the page has until the program shows its own.
const FIELD: &str = "boot-search";

/// What is typed into the field.
pub fn listen() -> RwSignal<String> {
    let typed = RwSignal::new(page::typed(FIELD));
    page::on_typing(FIELD, move || typed.set(page::typed(FIELD)));
    typed
}

/// Whether `typed` asks for anything.
fn asks(typed: &str) -> bool {
    typed.contains(char::is_alphanumeric)
}

/// The articles whose titles have what is typed; the style sheet takes the list that stands in the page away meanwhile. They are looked
/// for when something else is typed, and once they are there: not with each piece that arrives.
pub fn titles(
    settings: Settings,
    opening: Arc<Mutex<Opening>>,
    typed: RwSignal<String>,
    loading: RwSignal<Loading>,
) -> AnyView {
    let asked = opening.clone();
    let begun = Memo::new(move || {
        let arrives = loading.with(|loading| matches!(loading, Loading::Arriving { .. } | Loading::Opening { .. }));
        arrives && locked(&asked).has_titles()
    });
    follow(move || {
        let (words, typed) = (settings.tongue.get().words(), typed.get());
        (asks(&typed) && begun.get()).then(|| list(words, &locked(&opening).titles(&typed), &typed))
    })
}

fn list(words: &'static Words, heads: &[Head], typed: &str) -> Tag {
    let row = |head: &Head| {
        let href = Address::default().searching(typed).read(&head.id.0).href();
        let lang = head.language.value().map(|language| language.tag());
        let title = link("title", move || href.clone()).child(head.title.value().map(String::as_str));
        tag("li").set("class", "card").child(tag("h2").set("dir", "auto").set_if("lang", lang).child(title))
    };
    let rows: Vec<Tag> = heads.iter().map(row).collect();
    let said = tag("p").set("class", "hint").set("role", "status").child(words.titles_meanwhile);
    let found = tag("div").set("class", "found").child(said).child(tag("ul").child(rows));
    tag("section").set("class", "explore").set("aria-label", words.results).child(found)
}

/// Asks what was typed ahead of the corpus, unless one has gone elsewhere since, and not come back to the field.
pub fn ask(explorer: Explorer, typed: RwSignal<String>) {
    let typed = typed.get_untracked();
    let stayed = || explorer.address.with_untracked(|address| address.view == View::Explore);
    if asks(&typed) && (stayed() || page::has_focus(FIELD)) {
        explorer.search(&typed);
    }
}

/// Whoever types goes on typing, in the field that takes the place of the first.
pub fn hand_over_focus() {
    if page::has_focus(FIELD) {
        // Its value is set before, so that one goes on at its end.
        spawn_local(async {
            page::focus("#search");
        });
    }
}
