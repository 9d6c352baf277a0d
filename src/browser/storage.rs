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

fn store() -> Option<Storage> {
    window().local_storage().ok()?
}

/// `visavis:<folder of the page>:<name>`.
fn key(name: &str) -> Option<String> {
    let path = window().location().pathname().ok()?;
    let folder = &path[..=path.rfind('/')?];
    Some(format!("visavis:{folder}:{name}"))
}
