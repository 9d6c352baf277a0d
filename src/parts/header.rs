//! What stays at the top: the corpus, the search, the comparison, the settings.

use super::tag::{Tag, button, link, tag};
use crate::{
    address::{LEAST_SIDES, View},
    browser::page,
    explorer::use_explorer,
    keys,
    live::Memo,
    settings::{Settings, Theme, use_words},
};
use leptos::prelude::*;

/// The bar at the top.
pub fn header() -> Tag {
    let words = use_words();
    let explorer = use_explorer();
    let title = explorer.with(|library| library.pack().meta().title.clone());
    let home = move || explorer.address.with(|address| address.reset().explore().href());
    let about = link("button", move || explorer.address.with(|address| address.about().href()));
    let overview = link("button", move || explorer.address.with(|address| address.view(View::Overview).href()));
    let help = button("button", keys::open).set("id", "keys").set("title", words.help).set("aria-label", words.help);
    let tools = tag("nav")
        .set("class", "tools")
        .set("aria-label", words.tools)
        .child(compare_picks())
        .child(overview.set("id", "overview").child(words.overview))
        .child(about.set("id", "about").child(words.about))
        .child(language_button())
        .child(theme_button())
        .child(help.child("?"));
    tag("header")
        .set("class", "bar")
        .child(link("home", home).child(title))
        .child(tag("search").set("class", "search").child(search_field()))
        .child(tools)
}

fn search_field() -> Tag {
    let words = use_words();
    let explorer = use_explorer();
    let articles = explorer.with(|library| library.pack().heads().len());
    tag("input")
        .set("id", "search")
        .set("type", "search")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .set("aria-label", words.search_label)
        .set("placeholder", (words.search_in)(articles))
        .value(move || explorer.address.with(|address| address.query.clone()))
        .on("input", move |event| explorer.search(&event_target_value(&event)))
        .on("change", move |_| explorer.settle())
}

/// The way to the comparison: a link once two articles are picked, before that a word on what is missing.
fn compare_picks() -> Vec<Tag> {
    let words = use_words();
    let explorer = use_explorer();
    let picked = Memo::new(move || explorer.address.with(|address| address.compared().len()));
    let hint = move || match picked.get() {
        0 => Some(words.compare_choose_first.to_owned()),
        count if count < LEAST_SIDES => Some(words.compare_choose_another.to_owned()),
        _ => None,
    };
    let class =
        move || Some(if picked.get() < LEAST_SIDES { "button accent waiting" } else { "button accent" }.to_owned());
    let way = tag("a")
        .set("id", "compare-link")
        .live("class", class)
        .live("href", move || Some(explorer.address.with(|address| address.compare().href())))
        .live("title", hint)
        .follow(move || (words.compare_picks)(picked.get()));
    let said = move || (picked.get() == 1).then_some(words.compare_choose_another);
    vec![way, tag("span").set("class", "hidden").set("role", "status").follow(said)]
}

fn language_button() -> Tag {
    let words = use_words();
    let settings = expect_context::<Settings>();
    let switch = move || {
        settings.set_tongue(words.tongue.other());
        // The page is drawn anew in the other language: the focus goes back to where it was.
        page::before_paint(|| {
            page::focus("#language");
        });
    };
    let other = words.tongue.other().tag();
    button("button", switch)
        .set("id", "language")
        .set("lang", other)
        .set("title", words.language_switch)
        .set("aria-label", format!("{other}: {}", words.language_switch))
        .child(other)
}

fn theme_button() -> Tag {
    let words = use_words();
    let settings = expect_context::<Settings>();
    let name = move || {
        Some(match settings.theme.get() {
            Theme::Auto => words.theme_auto.to_owned(),
            Theme::Light => words.theme_light.to_owned(),
            Theme::Dark => words.theme_dark.to_owned(),
        })
    };
    let sign = move || match settings.theme.get() {
        Theme::Auto => "◐",
        Theme::Light => "○",
        Theme::Dark => "●",
    };
    button("button", move || settings.set_theme(settings.theme.get_untracked().next()))
        .set("id", "theme")
        .live("title", name)
        .live("aria-label", name)
        .follow(sign)
}
