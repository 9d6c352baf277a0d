//! What single keys do, and the sheet that lists them.
//!
//! Letters never act while a field has the focus, and can be switched off (WCAG 2.1.4); each action is also a link or a button.

use crate::{
    address::View,
    browser::page::{self, Key},
    explorer::{Explorer, Step},
    live::keep,
    parts::{
        mark_card::Asked,
        tag::{Tag, button, tag},
    },
    settings::{Settings, use_words},
};
use leptos::prelude::*;
use visavis_corpus::EntityIx;

const SHEET: &str = "key-sheet";

/// What `j` and `k` go through: titles in the list, paragraphs in a text.
const STOPS: &str = "a.title, main .num";

/// Where `n` and `p` stop: hits and what meets or copies another text; where there are none, the entity that is highlighted, else names.
const MARKS: [&str; 3] =
    ["main [data-hit], main [data-stop]", "main .traced[tabindex]", "main .text-of [data-mention][tabindex]"];

/// Listens for as long as the view that calls it is shown.
pub fn listen(explorer: Explorer, card: Asked) {
    let settings = expect_context::<Settings>();
    let listener = page::on_key(move |key| {
        if key.in_dialog {
            return false;
        }
        if key.name == "Escape" {
            return card.close() || escape(explorer, key);
        }
        if key.name == "Enter" && !key.in_field {
            return open_mark(explorer);
        }
        !key.in_field && settings.keys.get_untracked() && act(explorer, &key.name)
    });
    keep(listener);
}

/// Clears the search from inside its field, or from the list.
fn escape(explorer: Explorer, key: &Key) -> bool {
    let (list, searching) =
        explorer.address.with_untracked(|address| (address.view == View::Explore, !address.query.is_empty()));
    let clear = searching && (list || key.in_field && page::has_focus("search"));
    if clear {
        explorer.change(|address| crate::address::Address { query: String::new(), more: 0, ..address.clone() });
    }
    clear
}

/// Does what `key` stands for. False where it stands for nothing.
fn act(explorer: Explorer, key: &str) -> bool {
    match key {
        "/" => page::focus_field("search"),
        "j" => page::step(STOPS, true),
        "k" => page::step(STOPS, false),
        "n" if page::press("#next-part") => {}
        "p" if page::press("#previous-part") => {}
        "n" => step_hit(true),
        "p" => step_hit(false),
        "o" => {
            if !open_mark(explorer) {
                page::press_focused("a.title");
            }
        }
        "c" => pick(explorer),
        "r" => explorer.change(crate::address::Address::reset),
        "e" => explorer.go(explorer.address.with_untracked(crate::address::Address::toggle_marks), Step::Replace),
        "?" => open(),
        _ => return false,
    }
    true
}

/// Goes to the page of the entity whose mark has the focus. False where none has.
fn open_mark(explorer: Explorer) -> bool {
    let position = page::focused_attribute("data-entity").and_then(|at| at.parse().ok()).map(EntityIx);
    let id = position.and_then(|ix| explorer.with(|library| Some(library.pack().entity(ix)?.id.clone())));
    let found = id.is_some();
    if let Some(id) = id {
        explorer.go(explorer.address.with_untracked(|address| address.view(View::Entity(id))), Step::Push);
    }
    found
}

/// Adds the article around the focus, or the one that is read, to the comparison, or takes it out.
fn pick(explorer: Explorer) {
    let read = explorer.address.with_untracked(|address| match &address.view {
        View::Read(id) => Some(id.clone()),
        _ => None,
    });
    if let Some(id) = read.or_else(|| page::around_focus("data-article")) {
        explorer.change(|address| address.toggle_pick(&id));
    }
}

/// Goes to the next mark in the text, or to the previous one.
pub fn step_hit(forward: bool) {
    page::step_mark(&MARKS, forward);
}

/// Opens the sheet.
pub fn open() {
    page::open_dialog(SHEET);
}

/// The sheet that lists the keys.
pub fn sheet() -> Tag {
    let words = use_words();
    let settings = expect_context::<Settings>();
    let rows: Vec<Tag> = words
        .keys
        .iter()
        .flat_map(|(keys, what)| {
            let keys: Vec<Tag> = keys.split(' ').map(|key| tag("kbd").child(key)).collect();
            [tag("dt").child(keys), tag("dd").child(*what)]
        })
        .collect();
    let switch = tag("input")
        .set("type", "checkbox")
        .set("id", "keys-on")
        .ticked(move || settings.keys.get())
        .on("change", move |event| settings.set_keys(event_target_checked(&event)));
    tag("dialog")
        .set("id", SHEET)
        .set("aria-labelledby", "key-title")
        .child(tag("h2").set("id", "key-title").child(words.keys_title))
        .child(tag("dl").set("class", "keys").child(rows))
        .child(tag("p").child(tag("label").set("class", "check").child(switch).child(words.keys_on)))
        .child(button("button", || page::close_dialog(SHEET)).child(words.close))
}
