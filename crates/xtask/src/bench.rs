//! Measurements: how soon a reader can start, and how fast articles are packed and read.

use crate::generate::{Record, read_lines};
use crate::{packing, process, project, setup};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use visavis_corpus::Pack;

/// Articles generated when none are given, and of how many the first are measured.
const ARTICLES: u32 = 20_000;
const COUNTS: [usize; 3] = [1000, 5000, 20_000];
const SEED: u64 = 1;
/// Each time is the best of so many: the least disturbed.
const RUNS: usize = 3;

/// Prints every measurement. The page in `dist` is measured as it is; `cargo xtask build` makes it.
pub fn run(corpus: Option<&Path>) -> Result<()> {
    ensure!(project::dist().join("index.html").exists(), "there is no page to measure: run `cargo xtask build`");
    let corpus = match corpus {
        Some(file) => std::path::absolute(file)?,
        None => generated()?,
    };
    process::run("packing and reading, in an optimised build", optimised().arg("measure-packing").arg(&corpus))?;
    let mut reading = process::cargo();
    reading.args(["bench", "--quiet", "--profile", "pipeline", "--package", "visavis-reading", "--bench", "reading"]);
    process::run("reading, step by step", reading.args(["--", "--corpus"]).arg(&corpus))?;

    setup::for_browsers()?;
    let mut navigation = process::cargo();
    navigation.args(["run", "--quiet", "--package", "visavis-browser-tests", "--bin", "navigation", "--"]);
    process::run("from navigation to a usable list", navigation.arg(project::dist()))
}

/// This program, optimised, which it otherwise is not.
fn optimised() -> Command {
    let mut command = process::cargo();
    command.args(["run", "--quiet", "--profile", "pipeline", "--package", "xtask", "--"]);
    command
}

/// The articles to measure with, generated once.
fn generated() -> Result<PathBuf> {
    let file = project::target().join(format!("corpus-{ARTICLES}-{SEED}.jsonl"));
    if !file.exists() {
        let data = project::data().join("piaf");
        ensure!(data.exists(), "without {}, give articles of your own: --corpus FILE.jsonl", data.display());
        let (articles, seed) = (ARTICLES.to_string(), SEED.to_string());
        let mut generate = optimised();
        generate.args(["corpus", &articles, "--seed", &seed, "--output"]).arg(&file);
        process::run("generating articles", &mut generate)?;
    }
    Ok(file)
}

/// Measures packing and reading on the first 1,000, 5,000 and 20,000 articles of `corpus`, or on all where there are fewer.
pub fn packing(corpus: &Path) -> Result<()> {
    let articles = read_lines(corpus)?;
    let counts = COUNTS.into_iter().filter(|&count| count < articles.len());
    counts.chain([articles.len().min(ARTICLES as usize)]).try_for_each(|count| measure(&articles[..count]))
}

/// Measures packing and reading on `articles`.
fn measure(articles: &[Record]) -> Result<()> {
    let folder = tempfile::tempdir()?;
    write_folder(articles, folder.path())?;
    let bytes: usize = articles.iter().map(|article| article.body.len() + article.title.len()).sum();
    println!("\n{} articles, {bytes} bytes of text", articles.len());

    let (pack, time) = best(|| packing::pack(folder.path()))?;
    let share = pack.len() * 100 / bytes.max(1);
    println!(
        "read, recognised, linked and packed: {}, {} bytes ({share} % of the text)",
        rate(bytes, time),
        pack.len()
    );
    let (opened, time) = best(|| Ok(Pack::open(&pack)?))?;
    println!("the pack opened: {}", rate(bytes, time));
    let (_, time) = best(|| Ok(opened.corpus()?))?;
    println!("every article read from the pack: {}", rate(bytes, time));
    Ok(())
}

/// The result of `work`, and the shortest of several times that it took.
fn best<T>(work: impl Fn() -> Result<T>) -> Result<(T, Duration)> {
    let timed = || {
        let begun = Instant::now();
        work().map(|result| (result, begun.elapsed()))
    };
    let mut fastest = timed()?;
    for _ in 1..RUNS {
        let next = timed()?;
        if next.1 < fastest.1 {
            fastest = next;
        }
    }
    Ok(fastest)
}

/// A time and what it means in megabytes a second.
fn rate(bytes: usize, time: Duration) -> String {
    let micros = time.as_micros().max(1);
    // Bytes a microsecond are megabytes a second; tenths of them.
    let tenths = bytes as u128 * 10 / micros;
    format!("{} ms, {}.{} MB/s", micros / 1000, tenths / 10, tenths % 10)
}

/// Writes a corpus folder: a text file an article, and what is known of them.
pub fn write_folder(articles: &[Record], folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder.join("articles"))?;
    let mut config = toml::Table::new();
    config.insert("title".into(), "Benchmark".into());
    config.insert("languages".into(), vec!["fr"].into());
    let outlets: BTreeSet<&String> = articles.iter().filter_map(|article| article.outlet.as_ref()).collect();
    let outlets = outlets.into_iter().map(|id| table([("id", Some(id)), ("name", Some(id))]));
    config.insert("outlet".into(), outlets.collect::<Vec<_>>().into());
    let entries = articles.iter().map(|article| {
        let file = format!("{}.txt", article.id);
        let because = "stated by the corpus that is measured".to_owned();
        table([
            ("file", Some(&file)),
            ("title", Some(&article.title)),
            ("outlet", article.outlet.as_ref()),
            ("date", article.date.as_ref()),
            ("because", Some(&because)),
        ])
    });
    config.insert("article".into(), entries.collect::<Vec<_>>().into());
    std::fs::write(folder.join("corpus.toml"), config.to_string())?;
    for article in articles {
        let text = format!("{}\n\n{}\n", article.title, article.body);
        let file = folder.join("articles").join(format!("{}.txt", article.id));
        std::fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// A TOML table of what is known.
fn table<const N: usize>(entries: [(&str, Option<&String>); N]) -> toml::Value {
    let known = entries.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?.clone().into())));
    toml::Value::Table(known.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_in_lines_become_a_folder_that_packs() {
        let line = r#"{"id":"a","outlet":"le-journal","date":"2016-10-12","title":"Un titre «long»","body":"Un texte assez long pour être lu.\n\nUn autre."}"#;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("articles.jsonl");
        std::fs::write(&file, format!("{line}\n\n")).unwrap();
        write_folder(&read_lines(&file).unwrap(), folder.path()).unwrap();
        let pack = Pack::open(&packing::pack(folder.path()).unwrap()).unwrap();
        assert_eq!(pack.heads()[0].id.0, "a");
    }

    #[test]
    fn a_line_that_is_no_article_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("articles.jsonl");
        std::fs::write(&file, "\n{\"id\": 3}\n").unwrap();
        assert!(read_lines(&file).unwrap_err().to_string().contains("articles.jsonl:2"));
    }
}
