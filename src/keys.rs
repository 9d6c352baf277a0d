//! What single keys do, and the sheet that lists them.
//!
//! Letters never act while a field has the focus, and can be switched off (WCAG 2.1.4); each action is also a link or a button.

use crate::{
    address::View,
    browser::page::{self, Key},
    explorer::{Explorer, Step},
    settings::{Settings, use_words},
};
use leptos::{ev, prelude::*};

const SHEET: &str = "key-sheet";

/// What `j` and `k` go through: titles in the list, paragraphs in a text.
const STOPS: &str = "a.title, main .num";

/// Where `n` and `p` stop: the beginning of each hit.
const HITS: &str = "main [data-hit]";

/// Listens for as long as the view that calls it is shown.
pub fn listen(explorer: Explorer) {
    let settings = expect_context::<Settings>();
    let listener = page::on_key(move |key| {
        if key.in_dialog {
            return false;
        }
        if key.name == "Escape" {
            return escape(explorer, key);
        }
        !key.in_field && settings.keys.get_untracked() && act(explorer, &key.name)
    });
    let kept = StoredValue::new_local(Some(listener));
    on_cleanup(move || kept.set_value(None));
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
        "n" => page::step_mark(HITS, true),
        "p" => page::step_mark(HITS, false),
        "o" => page::press_focused("a.title"),
        "c" => pick(explorer),
        "e" => explorer.go(explorer.address.with_untracked(crate::address::Address::toggle_marks), Step::Replace),
        "?" => open(),
        _ => return false,
    }
    true
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

/// Opens the sheet.
pub fn open() {
    page::open_dialog(SHEET);
}

/// The sheet that lists the keys.
#[component]
pub fn KeySheet() -> impl IntoView {
    let words = use_words();
    let settings = expect_context::<Settings>();
    let switch = move |event: ev::Targeted<ev::Event, _>| settings.set_keys(checked(&event));
    let rows = words.keys.iter().map(|(keys, what)| {
        let keys: Vec<_> = keys.split(' ').map(|key| view! { <kbd>{key}</kbd> " " }).collect();
        view! { <dt>{keys}</dt><dd>{*what}</dd> }
    });
    view! {
        <dialog id=SHEET aria-labelledby="key-title">
            <h2 id="key-title">{words.keys_title}</h2>
            <dl class="keys">{rows.collect::<Vec<_>>()}</dl>
            <p>
                <label class="check">
                    <input type="checkbox" id="keys-on" prop:checked=move || settings.keys.get() on:change:target=switch/>
                    {words.keys_on}
                </label>
            </p>
            <button class="button" on:click=|_| page::close_dialog(SHEET)>{words.close}</button>
        </dialog>
    }
}

fn checked(event: &ev::Targeted<ev::Event, leptos::web_sys::HtmlInputElement>) -> bool {
    event.target().checked()
}
