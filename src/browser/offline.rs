//! The copy for the time without a network. The loader (`boot.js`) speaks to the browser's registry of service workers; here is what the
//! page asks of it and hears from it.

use super::{page, storage, window};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit};

/// How things stand with the copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Kept {
    /// There is none, or the browser keeps none.
    #[default]
    None,
    /// This build is kept whole.
    Whole,
    /// A newer build is kept whole, and waits until the reader takes it.
    Newer,
}

/// The setting under which a reader's refusal is kept.
const SETTING: &str = "offline";

/// Whether this page can be kept at all: not the page as one file, which is its own copy.
pub fn can_be_kept() -> bool {
    !page::is_one_file() && window().is_secure_context()
}

/// Calls `hear` with each change. Lasts as long as what it returns.
pub fn on_change(hear: impl Fn(Kept) + 'static) -> EventListener {
    EventListener::new(&window(), "visavis-kept", move |event| {
        let detail = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
        hear(match detail.as_deref() {
            Some("kept") => Kept::Whole,
            Some("update") => Kept::Newer,
            _ => Kept::None,
        });
    })
}

/// Keeps a copy, unless the reader has refused one.
pub fn begin() {
    if can_be_kept() && storage::get(SETTING).is_none() {
        ask("keep");
    }
}

/// Keeps a copy, now and in later visits.
pub fn keep() {
    storage::remove(SETTING);
    ask("keep");
}

/// Removes the copy, and keeps none in later visits.
pub fn forget() {
    storage::set(SETTING, "off");
    ask("forget");
}

/// Has the newer build take over; the page is loaded again.
pub fn update() {
    ask("update");
}

fn ask(what: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&what.into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict("visavis-offline", &init) {
        let _ = window().dispatch_event(&event);
    }
}
