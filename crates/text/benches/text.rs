//! How fast text goes through this crate: `cargo bench -p visavis-text`.
//!
//! On the articles of a file (`-- --corpus FILE.jsonl`), else on the paragraphs of `../shared/data/piaf` where they are, else on the captures,
//! repeated up to [`SIZE`] bytes. The last rows are one paragraph each: twice the length should take twice the time.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use visavis_text::{Tongue, fold, sentences, stem, stem_key, tokens, words};

/// Bytes to measure on.
const SIZE: usize = 20 << 20;

/// Runs of which the fastest counts.
const RUNS: usize = 5;

fn main() {
    let (source, text) = sample();
    println!("{} MB of {source}", text.len() / 1_000_000);
    let rate = |time: Duration| format!("{:6} MB/s", text.len() as u128 / time.as_micros().max(1));
    row("fold", fastest(|| fold(&text).len()), rate);
    row("tokens", fastest(|| tokens(&text).count()), rate);
    row("sentences", fastest(|| sentences(&text).count()), rate);

    let sample = &text[..text.floor_char_boundary(2 << 20)];
    let words: Vec<String> = words(sample).map(|word| word.text.to_lowercase()).collect();
    let rate = |time: Duration| format!("{:6} thousand words/s", 1000 * words.len() as u128 / time.as_micros().max(1));
    row("stem", fastest(|| words.iter().map(|word| stem(word, Tongue::French).len()).sum()), rate);
    row("stem_key", fastest(|| words.iter().map(|word| stem_key(word, Tongue::French).len()).sum()), rate);

    let line = text.replace(['\n', '\r'], " ");
    for (name, paragraph) in
        [("one paragraph", line.as_str()), ("quotes", "« \" ( "), ("stops", "M. . ? ! … [ "), ("dots", ".")]
    {
        let paragraph = paragraph.repeat((8 << 20) / paragraph.len() + 1);
        for size in [1, 2, 4, 8] {
            let part = &paragraph[..paragraph.floor_char_boundary(size << 20)];
            let time = fastest(|| sentences(part).count());
            row(&format!("{name}, {size} MB"), time, |time| format!("{:6} µs", time.as_micros()));
        }
    }
}

/// The text to measure on, and what it is.
fn sample() -> (String, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let given = std::env::args().skip_while(|argument| argument != "--corpus").nth(1);
    let given = given.map(|file| {
        let lines = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        (file, paragraphs(&lines))
    });
    let piaf = root.join("../shared/data/piaf/docs.jsonl");
    let once = std::fs::read_to_string(&piaf).map(|lines| ("piaf".into(), paragraphs(&lines)));
    let usual = || once.unwrap_or_else(|_| ("captures".into(), captures(&root.join("corpus/articles"))));
    let (name, text): (String, String) = given.unwrap_or_else(usual);
    let times = SIZE / text.len().max(1) + 1;
    (name, text.repeat(times))
}

/// The texts of a file of JSON lines, near enough: the longest string of each line.
fn paragraphs(lines: &str) -> String {
    let longest =
        |line: &str| line.split("\": \"").max_by_key(|part| part.len()).unwrap_or_default().replace("\\n", " ");
    lines.lines().map(|line| longest(line).replace("\\\"", "\"") + "\n").collect()
}

fn captures(folder: &Path) -> String {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = files.map(|file| file.path()).collect();
    paths.sort();
    paths.iter().filter_map(|path| std::fs::read_to_string(path).ok()).collect()
}

/// The time of the fastest of some runs.
fn fastest(mut run: impl FnMut() -> usize) -> Duration {
    let once = |_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    (0..RUNS).map(once).min().unwrap_or_default()
}

fn row(name: &str, time: Duration, rate: impl Fn(Duration) -> String) {
    println!("{name:<22} {}", rate(time));
}
