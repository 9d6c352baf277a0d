//! A press-like French corpus of any size, for benchmarks: the same seed gives the same bytes.
//!
//! Real sentences keep their frame, and their names, numbers and content words are drawn anew, by their real frequencies with an open
//! tail of words never seen before. So Zipf's law holds, the vocabulary grows as in real text, and long runs of words do not repeat,
//! except where a copy is planted and listed.

mod article;
mod copies;
mod measure;
mod names;
mod random;
mod source;

pub use article::Record;
pub use copies::{Fidelity, Planted};

use crate::project;
use anyhow::{Context, Result, bail};
use serde::Serialize;
use source::Source;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Of a thousand content words, those never seen before.
const UNSEEN: usize = 250;
/// Of a thousand names, those of nobody in the article's cast.
const STRANGER: usize = 350;
/// How fast the tail falls: tuned so that the vocabulary grows as that of real text does (`report` prints both).
const FALL: f64 = 0.5;

/// Where the growth of the vocabulary is compared.
const MARKS: [usize; 7] = [10_000, 30_000, 100_000, 150_000, 300_000, 1_000_000, 3_000_000];

/// Articles and the copies planted in them.
pub struct Generator {
    source: Source,
    seed: u64,
}

impl Generator {
    /// From the sentences in `data`.
    pub fn new(data: &Path, seed: u64) -> Result<Self> {
        let source = Source::read(&data.join("piaf/docs.jsonl"))?;
        if source.templates.is_empty() {
            bail!("{} holds no usable sentence", data.display());
        }
        Ok(Self { source, seed })
    }

    /// The first `count` articles. An article is the same however many follow it.
    pub fn articles(&self, count: u32) -> Vec<(Record, Option<Planted>)> {
        (0..u64::from(count)).map(|number| article::article(&self.source, self.seed, number)).collect()
    }
}

/// What is written beside the articles.
#[derive(Serialize)]
struct Side<'a> {
    seed: u64,
    articles: usize,
    copies: Vec<&'a Planted>,
}

/// Writes `count` articles and the list of planted copies, and prints how near they are to real text.
pub fn run(count: u32, seed: u64, output: &Path) -> Result<()> {
    let generator = Generator::new(&project::data(), seed)?;
    let articles = generator.articles(count);
    write_lines(output, articles.iter().map(|(record, _)| record))?;
    let copies: Vec<&Planted> = articles.iter().filter_map(|(_, planted)| planted.as_ref()).collect();
    let side = side_file(output);
    let list = serde_json::to_vec_pretty(&Side { seed, articles: articles.len(), copies: copies.clone() })?;
    std::fs::write(&side, list).with_context(|| format!("cannot write {}", side.display()))?;
    println!("{} articles in {}", articles.len(), output.display());
    println!("{} planted copies in {}", copies.len(), side.display());
    report(&generator, &articles);
    Ok(())
}

/// `corpus.jsonl` has its copies in `corpus.copies.json`.
fn side_file(output: &Path) -> PathBuf {
    output.with_extension("copies.json")
}

/// Writes one JSON object a line.
pub fn write_lines<'a>(output: &Path, records: impl Iterator<Item = &'a Record>) -> Result<()> {
    if let Some(folder) = output.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    let file = std::fs::File::create(output).with_context(|| format!("cannot write {}", output.display()))?;
    let mut file = BufWriter::new(file);
    for record in records {
        serde_json::to_writer(&mut file, record)?;
        file.write_all(b"\n")?;
    }
    Ok(file.flush()?)
}

/// Reads what `corpus` writes, or what others write in its form.
pub fn read_lines(file: &Path) -> Result<Vec<Record>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let parse = |(at, line): (usize, &str)| {
        let place = || format!("{}:{}: not an article (id, outlet, date, title, body)", file.display(), at + 1);
        serde_json::from_str(line).with_context(place)
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(parse).collect()
}

/// Prints repeated runs, and the growth of the vocabulary beside that of the real text.
fn report(generator: &Generator, articles: &[(Record, Option<Planted>)]) {
    let (runs, repeated) = measure::repeats(articles);
    let share = repeated * 100_000 / runs.max(1);
    let share = format!("{}.{:03} %", share / 1000, share % 1000);
    println!("{runs} runs of {} words outside copies, {repeated} repeat ({share}; the limit is 1 %)", source::RUN);
    let real = measure::growth(generator.source.texts.iter().map(String::as_str), &MARKS);
    let made = measure::growth(articles.iter().map(|(record, _)| record.body.as_str()), &MARKS);
    println!("{:>10} {:>16} {:>16}", "words", "different, real", "generated");
    for mark in MARKS {
        let cell = |from: &std::collections::BTreeMap<usize, usize>| {
            from.get(&mark).map_or_else(|| "–".to_owned(), ToString::to_string)
        };
        println!("{mark:>10} {:>16} {:>16}", cell(&real), cell(&made));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The generator, or `None` after saying why not.
    fn generator(test: &str, seed: u64) -> Option<Generator> {
        if !project::data().join("piaf").exists() {
            println!("SKIPPED {test}: ../shared/data/piaf is not there");
            return None;
        }
        Some(Generator::new(&project::data(), seed).expect("the data can be read"))
    }

    #[test]
    fn the_same_seed_gives_the_same_articles_and_another_gives_others() {
        let Some(one) = generator("the_same_seed", 1) else { return };
        let Some(two) = generator("the_same_seed", 2) else { return };
        assert_eq!(one.articles(20), one.articles(20));
        assert_ne!(one.articles(20), two.articles(20));
    }

    #[test]
    fn an_article_does_not_depend_on_how_many_follow() {
        let Some(generator) = generator("an_article_does_not_depend", 1) else { return };
        assert_eq!(generator.articles(30), generator.articles(60)[..30]);
    }

    #[test]
    fn fewer_than_one_run_in_a_hundred_repeats_outside_copies() {
        let Some(generator) = generator("fewer_than_one_run", 1) else { return };
        let (runs, repeated) = measure::repeats(&generator.articles(300));
        assert!(runs > 40_000 && repeated * 100 < runs, "{repeated} of {runs}");
    }

    #[test]
    fn a_planted_copy_is_where_the_list_says() {
        let Some(generator) = generator("a_planted_copy", 1) else { return };
        let articles = generator.articles(150);
        let body = |id: &str| &articles.iter().find(|(record, _)| record.id == id).expect("a listed article").0.body;
        // An article that is copied copies nothing, so its spans are those of its own text.
        let words = |id: &str, [from, to]: [usize; 2]| -> Vec<String> {
            visavis_text::words(&body(id)[from..to]).map(|word| visavis_text::fold(word.text)).collect()
        };
        let copies: Vec<&Planted> = articles.iter().filter_map(|(_, planted)| planted.as_ref()).collect();
        assert!(copies.len() > 5);
        for copy in copies {
            assert_eq!(words(&copy.from, copy.from_span), words(&copy.to, copy.to_span), "{copy:?}");
        }
    }
}
