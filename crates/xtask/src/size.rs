//! What a visitor downloads, compressed as a plain host would, against a budget.

use crate::project;
use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::path::Path;

/// What wasm, JavaScript, CSS and HTML together are meant to be at most, gzip -9.
pub const APP_AIM: usize = 200_000;
/// What they may be at most: **not the aim**, which all the views together miss by far, but what has been reached, so that no change
/// adds to it unseen. It only goes down.
pub const APP_BUDGET: usize = 433_500;
/// Most bytes of the five-article pack, which is compressed by itself.
pub const PACK_BUDGET: usize = 12_000;

/// One file of the page.
#[derive(Debug)]
struct Part {
    name: String,
    raw: usize,
    sent: usize,
    is_pack: bool,
}

/// The sums that have a budget.
#[derive(Debug, PartialEq, Eq)]
pub struct Sizes {
    /// Everything but the pack, gzip -9.
    pub app: usize,
    /// The pack as it is.
    pub pack: usize,
}

impl Sizes {
    /// What is over its budget, in words.
    pub fn excess(&self) -> Vec<String> {
        [("the app", self.app, APP_BUDGET), ("the pack", self.pack, PACK_BUDGET)]
            .into_iter()
            .filter(|(_, size, budget)| size > budget)
            .map(|(what, size, budget)| {
                format!("{what} is {size} bytes, {} over its budget of {budget}", size - budget)
            })
            .collect()
    }
}

/// Prints the table; an error when a budget is exceeded.
pub fn run() -> Result<()> {
    let excess = measure(&project::dist())?.excess();
    if excess.is_empty() { Ok(()) } else { bail!("{}", excess.join("; ")) }
}

/// Measures the page in `dist` and prints the table.
pub fn measure(dist: &Path) -> Result<Sizes> {
    let mut parts = Vec::new();
    collect(dist, dist, &mut parts)?;
    parts.sort_by(|a, b| (a.is_pack, &a.name).cmp(&(b.is_pack, &b.name)));
    println!("{:<48} {:>10} {:>10}", "file", "bytes", "gzip -9");
    for part in &parts {
        println!("{:<48} {:>10} {:>10}", part.name, part.raw, part.sent);
    }
    let sum = |packs: bool| parts.iter().filter(move |part| part.is_pack == packs);
    let sizes = Sizes {
        app: sum(false).filter(|part| counts(&part.name)).map(|part| part.sent).sum(),
        pack: sum(true).filter(|part| !is_beside(&part.name)).map(|part| part.raw).sum(),
    };
    println!("{:<48} {:>10} {:>10}  of {APP_BUDGET}, aim {APP_AIM}", "the app: wasm, js, css, html", "", sizes.app);
    println!("{:<48} {:>10} {:>10}  of {PACK_BUDGET}", "the pack", sizes.pack, "");
    Ok(sizes)
}

/// Whether a file belongs to the second corpus, whose page is the same program once more.
fn is_beside(name: &str) -> bool {
    name.starts_with(visavis_cli::site::EXAMPLES)
}

/// Whether a file is part of what every visitor loads before the page is there.
fn counts(name: &str) -> bool {
    let later = name.starts_with("articles/") || is_beside(name) || ["sw.js", "visavis.html"].contains(&name);
    !later && ["wasm", "js", "css", "html"].contains(&extension(Path::new(name)))
}

fn extension(file: &Path) -> &str {
    file.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

fn collect(root: &Path, folder: &Path, parts: &mut Vec<Part>) -> Result<()> {
    let entries = std::fs::read_dir(folder)
        .with_context(|| format!("{} is not there: run `cargo xtask build`", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, parts)?;
            continue;
        }
        let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        parts.push(Part { is_pack: extension(&path) == "pack", raw: bytes.len(), sent: gzip(&bytes)?, name });
    }
    Ok(())
}

/// Bytes after gzip -9.
fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pack_and_pictures_do_not_count_as_app() {
        let dist = tempfile::tempdir().unwrap();
        let put = |name: &str, bytes: &[u8]| std::fs::write(dist.path().join(name), bytes).unwrap();
        put("index.html", b"<p>");
        let app = measure(dist.path()).unwrap().app;
        put("corpus-1.pack", &[7; 500]);
        put("icon.svg", b"<svg/>");
        put("visavis.html", b"<p>everything");
        put("sw.js", b"later");
        std::fs::create_dir(dist.path().join("examples")).unwrap();
        put("examples/index.html", b"<p>");
        put("examples/corpus-2.pack", &[7; 300]);
        assert_eq!(measure(dist.path()).unwrap(), Sizes { app, pack: 500 });
    }

    #[test]
    fn one_byte_over_the_budget_is_over() {
        assert!(Sizes { app: APP_BUDGET, pack: PACK_BUDGET }.excess().is_empty());
        assert_eq!(Sizes { app: APP_BUDGET + 1, pack: 0 }.excess().len(), 1);
        assert_eq!(Sizes { app: 0, pack: PACK_BUDGET + 1 }.excess().len(), 1);
    }
}
