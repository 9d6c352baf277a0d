//! What makes the page installable and lets it work without a network: the manifest, and the list that the service worker keeps.

use super::{CRC, INDEX, Lack, PLAIN, SINGLE, Site, percent};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use sha2::{Digest, Sha256};
use visavis_corpus::Pack;

/// The manifest.
pub(super) const MANIFEST: &str = "visavis.webmanifest";
/// The service worker.
pub(super) const WORKER: &str = "sw.js";
/// How the line of the service worker begins that says what the build made.
const LIST: &str = "const BUILD = ";
/// More plain pages than this are not kept on every reader's machine.
const MOST_PLAIN: usize = 200;

/// What an installer shows of the page.
pub(super) fn manifest(pack: &Pack) -> String {
    let title = &pack.meta().title;
    let name = if title.is_empty() { "vis-à-vis" } else { title };
    let language = pack.meta().languages.first().map_or("fr", |language| language.tag());
    let icon = |file: &str, sizes: &str, kind: &str, purpose: &str| json!({ "src": file, "sizes": sizes, "type": kind, "purpose": purpose });
    let manifest = json!({
        "name": name,
        "short_name": "vis-à-vis",
        "description": pack.meta().description,
        "lang": language,
        // Relative to the manifest, so that it holds under any path; the id too, or two explorers of one host would be one.
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#fdfcf9",
        "theme_color": "#0a5a85",
        "icons": [
            icon("icon.svg", "any", "image/svg+xml", "any"),
            icon("icon-192.png", "192x192", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "maskable"),
        ],
    });
    format!("{manifest:#}\n")
}

/// Writes into the service worker what this build is made of: each file with the hash of its content, so that a half of another build
/// is never taken for it. A page without a service worker needs no list.
pub(super) fn list(site: &mut Site) -> Result<(), Lack> {
    let Ok(worker) = site.text(WORKER) else { return Ok(()) };
    let start = worker.find(LIST).ok_or_else(|| format!("its {WORKER} has no line for the list of files"))?;
    let end = worker[start..].find('\n').map_or(worker.len(), |end| start + end);
    let many = site.files().filter(|(name, _)| name.starts_with(PLAIN)).count() > MOST_PLAIN;
    let kept = site.files().filter(|(name, _)| is_kept(name) && !(many && name.starts_with(PLAIN)));
    let mut whole = CRC.digest();
    let mut files = serde_json::Map::new();
    for (name, bytes) in kept {
        let hash = STANDARD.encode(Sha256::digest(bytes));
        whole.update(name.as_bytes());
        whole.update(hash.as_bytes());
        // The page itself is asked for as its folder.
        let address = if name == INDEX { "./".to_owned() } else { percent(name) };
        files.insert(address, hash.into());
    }
    let build = json!({ "version": format!("{:016x}", whole.finalize()), "files": files });
    let worker = format!("{}{LIST}{build};{}", &worker[..start], &worker[end..]);
    site.put(WORKER, worker.into_bytes());
    Ok(())
}

/// Whether a file is kept for the time without a network. The worker itself is the browser's to keep, and the page as one file is what
/// somebody takes away.
fn is_kept(name: &str) -> bool {
    ![WORKER, SINGLE, ".nojekyll"].contains(&name) && !name.ends_with(".d.ts")
}
