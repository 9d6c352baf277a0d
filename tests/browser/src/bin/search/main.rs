//! Measures search in the browser beside other engines: `cargo xtask bench browser` prepares a folder for each corpus and runs this.

mod engine;
mod plot;
mod report;

use anyhow::{Context, Result};
use engine::{Engine, Measured, OURS};
use std::path::{Path, PathBuf};

/// The engines beside the page, by the names of their folders.
const PEERS: [&str; 5] = ["minisearch", "flexsearch", "lunr", "orama", "pagefind"];

/// What was measured on one corpus.
pub(crate) struct Corpus {
    /// Its articles.
    pub(crate) articles: usize,
    /// Bytes of their text.
    pub(crate) text: u64,
    /// Resident bytes of an empty page.
    pub(crate) empty: u64,
    /// Each engine; the page first.
    pub(crate) engines: Vec<Measured>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let report = arguments.next().context("usage: search REPORT.md FOLDER...")?;
    let mut corpora = Vec::new();
    for folder in arguments {
        corpora.push(measure(&folder).await?);
    }
    let written = report::markdown(&corpora);
    print!("{written}");
    std::fs::write(&report, written).with_context(|| format!("cannot write {}", report.display()))?;
    let picture = report.with_extension("svg");
    std::fs::write(&picture, plot::svg(&corpora)).with_context(|| format!("cannot write {}", picture.display()))
}

async fn measure(folder: &Path) -> Result<Corpus> {
    let read = |name: &str| {
        let path = folder.join(name);
        let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        anyhow::Ok(serde_json::from_str::<serde_json::Value>(&text)?)
    };
    let bytes = read("bytes.json")?;
    let size = |name: &str| bytes[name].as_u64().with_context(|| format!("bytes.json has no {name}"));
    let empty = engine::empty().await?;
    let mut engines = Vec::new();
    for name in std::iter::once(OURS).chain(PEERS) {
        eprintln!("{}: {name}", folder.display());
        engines.push(Engine::new(name, folder).measure(size(name)?).await?);
    }
    let articles = usize::try_from(size("articles")?)?;
    Ok(Corpus { articles, text: size("text")?, empty, engines })
}
