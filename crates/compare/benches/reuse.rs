//! How fast copies are found: `cargo bench -p visavis-compare --bench reuse`. How well, `quality` tells.

#[path = "../tests/reuse_pairs/mod.rs"]
#[expect(dead_code, reason = "scores are for `quality`")]
mod reuse_pairs;

use reuse_pairs::{PAIRS, Pair, copies, pairs};
use std::hint::black_box;
use std::time::Instant;

fn main() {
    let Some(pairs) = pairs() else {
        println!("no pairs at {PAIRS}: nothing measured");
        return;
    };
    time(&pairs);
    repeated(&pairs);
}

/// The time of all pairs.
fn time(pairs: &[Pair]) {
    let start = Instant::now();
    let found: usize = pairs.iter().map(|pair| copies(pair).passages.len()).sum();
    println!("{} pairs in {} ms, {} passages", pairs.len(), start.elapsed().as_millis(), black_box(found));
}

/// The time of long texts: many paragraphs side by side, and one word without end.
fn repeated(pairs: &[Pair]) {
    let long = |side: usize| pairs.iter().flat_map(|pair| [pair.texts[side].as_str(), "\n"]).collect::<String>();
    let cut = |text: String| text[..text.floor_char_boundary(130_000)].to_owned();
    let cases = [
        ("20,000 words each", [cut(long(0)), cut(long(1))]),
        ("20,000 words, itself", [cut(long(0)), cut(long(0))]),
        ("one word 100,000 times", ["mot ".repeat(100_000), "mot ".repeat(100_000)]),
        ("two words 100,000 times", ["un deux ".repeat(50_000), "deux un un ".repeat(33_000)]),
    ];
    for (name, texts) in cases {
        let pair = Pair { texts, ..Pair::default() };
        let start = Instant::now();
        let found = black_box(copies(&pair)).words;
        println!("{name}: {found:?} words in {} ms", start.elapsed().as_millis());
    }
}
