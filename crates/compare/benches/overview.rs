//! How long an overview takes: `cargo bench -p visavis-compare --bench overview`.
//!
//! On the bodies of a file of articles (`-- --corpus FILE.jsonl`: `cargo xtask corpus 20000` writes one), else on generated articles of about
//! 500 words, of which one in five copies half of another: four times the articles should take about four times the time.

use std::hint::black_box;
use std::time::Instant;
use visavis_compare::{Fingerprints, OverviewParameters, overview};

fn main() {
    let file = std::env::args().skip_while(|argument| argument != "--corpus").nth(1);
    let given: Option<Vec<String>> = file.map(|file| {
        let lines = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        lines.lines().map(body).collect()
    });
    let most = given.as_ref().map_or(usize::MAX, Vec::len);
    let sizes = [1_000, 5_000, 20_000].into_iter().filter(|&size| size < most);
    for size in sizes.chain((most <= 20_000).then_some(most)) {
        let articles = given.as_ref().map_or_else(|| articles(size), |given| given[..size].to_vec());
        let start = Instant::now();
        let prints: Vec<Fingerprints> =
            articles.iter().map(|text| Fingerprints::of_paragraphs([text.as_str()])).collect();
        let read = start.elapsed();
        let found = black_box(overview(&prints, OverviewParameters::default()));
        println!(
            "{size:>6} articles: {:>5} ms, of which {:>5} ms for the fingerprints; {} pairs, {} groups",
            start.elapsed().as_millis(),
            read.as_millis(),
            found.pairs.len(),
            found.groups.len()
        );
    }
}

/// The body of an article written as a line of JSON.
fn body(line: &str) -> String {
    let record: serde_json::Value = serde_json::from_str(line).expect("a line that is no JSON");
    record["body"].as_str().expect("an article without a body").to_owned()
}

/// Words of an article.
const LENGTH: usize = 500;

/// Articles of words whose frequencies fall as those of a language do.
fn articles(size: usize) -> Vec<String> {
    let mut random = Random(7);
    let mut all: Vec<Vec<usize>> = vec![];
    for ix in 0..size {
        let mut words: Vec<usize> = (0..LENGTH).map(|_| random.word()).collect();
        if ix % 5 == 4 {
            let source = &all[random.below(ix)];
            words[..LENGTH / 2].copy_from_slice(&source[..LENGTH / 2]);
        }
        all.push(words);
    }
    all.iter().map(|words| words.iter().map(|word| format!("mot{word}")).collect::<Vec<_>>().join(" ")).collect()
}

/// A sequence of numbers that is always the same.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, bound: usize) -> usize {
        self.next() as usize % bound
    }

    /// One of 65,536 words, the first ones far more often.
    fn word(&mut self) -> usize {
        let range = 1usize << (1 + self.below(16));
        self.below(range)
    }
}
