//! Search in the browser, measured beside other engines on the same articles: `docs/benchmark.md`.

use crate::generate::{Generator, read_lines, write_lines};
use crate::{bench, packing, process, project, setup};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Sizes of the generated corpora.
const SIZES: [u32; 3] = [1000, 5000, 20_000];
const SEED: u64 = 1;

/// Measures the page in `dist`, and the others, on generated articles or on those in `corpus`, and writes the report.
pub fn run(corpus: Option<&Path>, sizes: &[u32]) -> Result<()> {
    ensure!(project::dist().join("index.html").exists(), "there is no page to measure: run `cargo xtask build`");
    setup::for_browsers()?;
    let home = project::target().join("bench");
    let folders: Vec<PathBuf> = match corpus {
        Some(_) => vec![home.join("corpus")],
        None if sizes.is_empty() => SIZES.iter().map(|size| home.join(size.to_string())).collect(),
        None => sizes.iter().map(|size| home.join(size.to_string())).collect(),
    };
    for folder in &folders {
        prepare(corpus, folder)?;
    }
    let report = if corpus.is_some() { home.join("benchmark.md") } else { project::root().join("docs/benchmark.md") };
    let mut measure = process::cargo();
    measure.args(["run", "--quiet", "--package", "visavis-browser-tests", "--bin", "search", "--"]);
    process::run("each engine in a browser of its own", measure.arg(&report).args(&folders))?;
    let log = folders[folders.len().min(2) - 1].join("log.json");
    std::fs::copy(&log, report.with_file_name("benchmark-queries.json")).context("cannot keep the queries")?;
    println!("written to {}", report.display());
    Ok(())
}

/// Puts the articles, the pack, the page and the other engines' indexes into `folder`.
fn prepare(corpus: Option<&Path>, folder: &Path) -> Result<()> {
    let lines = folder.join("corpus.jsonl");
    if corpus.is_some() || !folder.join("bytes.json").exists() {
        let _ = std::fs::remove_dir_all(folder);
        std::fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
        // Reading so many articles must be optimised, and this program is not.
        let mut packing = process::cargo();
        packing.args(["run", "--quiet", "--profile", "pipeline", "--package", "xtask", "--", "prepare-search"]);
        packing.arg(folder).args(corpus.map(std::path::absolute).transpose()?);
        process::run(&format!("articles and pack for {}", folder.display()), &mut packing)?;
        let mut peers = Command::new("node");
        peers.args(["--max-old-space-size=6144", "build.mjs"]).arg(&lines).arg(folder);
        peers.current_dir(project::root().join("tests/npm/peers"));
        process::run("the other engines' indexes", &mut peers)?;
    }
    scripts(folder)?;
    page(folder)
}

/// What the browser runs, as it is now: the indexes are kept from run to run, and these may have changed since.
fn scripts(folder: &Path) -> Result<()> {
    let home = project::root().join("tests/npm/peers");
    for name in ["index.html", "measure.mjs", "engines.mjs", "folded.mjs", "probe.mjs"] {
        std::fs::copy(home.join(name), folder.join(name)).with_context(|| format!("cannot copy {name}"))?;
    }
    Ok(())
}

/// What `run` runs in an optimised build: writes `corpus.jsonl` and `corpus.pack` into `folder`. Without `corpus`, the name of the folder
/// says how many articles.
pub fn articles(folder: &Path, corpus: Option<&Path>) -> Result<()> {
    let records = if let Some(file) = corpus {
        read_lines(file)?
    } else {
        let count = folder.file_name().and_then(|name| name.to_str()?.parse().ok());
        let count = count.with_context(|| format!("{} does not say how many articles", folder.display()))?;
        let generator = Generator::new(&project::data(), SEED)
            .context("without ../shared/data/piaf, give articles of your own: --corpus FILE.jsonl")?;
        generator.articles(count).into_iter().map(|(record, _)| record).collect()
    };
    write_lines(&folder.join("corpus.jsonl"), records.iter())?;
    let sources = tempfile::tempdir()?;
    bench::write_folder(&records, sources.path())?;
    Ok(std::fs::write(folder.join("corpus.pack"), packing::pack(sources.path())?)?)
}

/// The built page with the pack in `folder` in the place of its own; what travels of it is added to `bytes.json`.
fn page(folder: &Path) -> Result<()> {
    let home = folder.join("visavis");
    let _ = std::fs::remove_dir_all(&home);
    std::fs::create_dir_all(&home)?;
    let mut pack = None;
    for entry in std::fs::read_dir(project::dist())? {
        let path = entry?.path();
        let target = home.join(path.file_name().unwrap_or_default());
        if path.is_file() {
            std::fs::copy(&path, &target)?;
        }
        if path.extension().is_some_and(|extension| extension == "pack") {
            pack = Some(target);
        }
    }
    let bytes = std::fs::read(folder.join("corpus.pack"))?;
    std::fs::write(pack.context("the built page has no pack")?, &bytes)?;
    let file = folder.join("bytes.json");
    let mut sizes: serde_json::Value = serde_json::from_slice(&std::fs::read(&file)?)?;
    sizes["visavis"] = bytes.len().into();
    Ok(std::fs::write(file, sizes.to_string())?)
}
