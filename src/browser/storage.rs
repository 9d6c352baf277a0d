//! Settings that outlive the visit, in a name space of the site's own: sites of one host, and all local files, share one storage.

use super::window;
use web_sys::Storage;

/// The value kept under `name`.
pub fn get(name: &str) -> Option<String> {
    store()?.get_item(&key(name)?).ok()?
}

/// Keeps `value` under `name`. Where storage is switched off or full, the setting lasts as long as the visit.
pub fn set(name: &str, value: &str) {
    if let (Some(store), Some(key)) = (store(), key(name)) {
        let _ = store.set_item(&key, value);
    }
}

/// Forgets what is kept under `name`.
pub fn remove(name: &str) {
    if let (Some(store), Some(key)) = (store(), key(name)) {
        let _ = store.remove_item(&key);
    }
}

fn store() -> Option<Storage> {
    window().local_storage().ok()?
}

fn key(name: &str) -> Option<String> {
    Some(format!("visavis:{}:{name}", scope()?))
}

/// What sets this explorer apart from others of the same origin: its folder, or its file where it is one file among others. Every store
/// of the browser is to be named by it.
pub fn scope() -> Option<String> {
    let path = window().location().pathname().ok()?;
    Some(path.strip_suffix("index.html").map_or_else(|| path.clone(), str::to_owned))
}
