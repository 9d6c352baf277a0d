//! The address and the entries of the history. Each entry remembers how far the page was scrolled.

use super::window;
use gloo::{events::EventListener, timers::callback::Timeout};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

/// How long scrolling has to rest before its place is kept, in milliseconds: browsers bound how often an entry may be rewritten.
const REST: u32 = 120;

/// What stands in the address from `#` on.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Adds an entry.
pub fn push(href: &str) {
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(href));
    }
}

/// Rewrites the address of the entry that is shown.
pub fn replace(href: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&scroll_now(), "", Some(href));
    }
}

/// How far down the entry that is shown was left, in pixels; `None` for one that was never left.
pub fn remembered_scroll() -> Option<f64> {
    window().history().ok()?.state().ok()?.as_f64()
}

/// Calls `arrive` whenever the address has changed by a link, by back and forward, or by hand. Lasts as long as what it returns.
pub fn on_arrival(arrive: impl Fn() + Clone + 'static) -> [EventListener; 2] {
    // A link inside the page fires both, an entry that was pushed fires only the first: `arrive` has to bear being called twice.
    ["popstate", "hashchange"].map(|name| {
        let arrive = arrive.clone();
        EventListener::new(&window(), name, move |_| arrive())
    })
}

/// Remembers, in each entry, how far the page is scrolled. Lasts as long as what it returns.
pub fn remember_scroll() -> EventListener {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    let waiting: RefCell<Option<Timeout>> = RefCell::new(None);
    EventListener::new(&window(), "scroll", move |_| {
        // Replacing the timer cancels the one before.
        *waiting.borrow_mut() = Some(Timeout::new(REST, || {
            if let Ok(history) = window().history() {
                let _ = history.replace_state(&scroll_now(), "");
            }
        }));
    })
}

fn scroll_now() -> JsValue {
    window().scroll_y().map_or(JsValue::NULL, JsValue::from_f64)
}
