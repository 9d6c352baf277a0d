//! The measurements as a page of documentation.

use crate::{
    Corpus,
    engine::{CLASSES, Measured, OURS},
};
use std::fmt::Write as _;

/// How each engine is called.
pub(crate) fn name(engine: &str) -> &'static str {
    match engine {
        "minisearch" => "MiniSearch 7",
        "flexsearch" => "FlexSearch 0.8 (unranked)",
        "lunr" => "Lunr 2 (fr)",
        "orama" => "Orama 3 (fr)",
        "pagefind" => "Pagefind 1.6",
        _ => "vis-à-vis",
    }
}

/// A row of a table.
struct Row {
    says: &'static str,
    value: fn(&Measured) -> Option<f64>,
}

const MEGA: f64 = 1e6;

const ROWS: [Row; 10] = [
    Row { says: "on the wire, text + index, MB gz", value: |it| Some(it.wire as f64 / MEGA) },
    Row { says: "last byte in memory → first answer, ms", value: |it| Some(it.first) },
    Row { says: "typed letter by letter, p95 ms", value: |it| class(it, 0) },
    Row { says: "rare word, p95 ms", value: |it| class(it, 1) },
    Row { says: "middling word, p95 ms", value: |it| class(it, 2) },
    Row { says: "common word, p95 ms", value: |it| class(it, 3) },
    Row { says: "two words, p95 ms", value: |it| class(it, 4) },
    Row { says: "phrase, p95 ms", value: |it| class(it, 5) },
    Row { says: "memory after load, as the browser counts it, MB", value: |it| Some(it.counted as f64 / MEGA) },
    Row { says: "memory after load, resident, MB", value: |it| Some(it.resident as f64 / MEGA) },
];

fn class(it: &Measured, at: usize) -> Option<f64> {
    it.classes[at].map(|(_, p95)| p95)
}

/// The report, as Markdown.
pub(crate) fn markdown(corpora: &[Corpus]) -> String {
    let mut out = String::from(INTRODUCTION);
    for corpus in corpora {
        let _ = write!(out, "\n## {} articles, {:.1} MB of text\n\n", corpus.articles, corpus.text as f64 / MEGA);
        table(corpus, &mut out);
        let _ = writeln!(out, "\nAn empty page takes {} MB resident.", figure(corpus.empty as f64 / MEGA));
    }
    out.push_str(METHOD);
    out
}

fn table(corpus: &Corpus, out: &mut String) {
    let names = corpus.engines.iter().map(|engine| name(engine.name));
    let heads: Vec<&str> = std::iter::once("").chain(names).chain(["here, of the best that ranks"]).collect();
    let _ = writeln!(out, "| {} |\n|{}", heads.join(" | "), "---|".repeat(heads.len()));
    for row in &ROWS {
        let cells = corpus.engines.iter().map(|engine| (row.value)(engine).map_or_else(|| "–".to_owned(), figure));
        let ratio = ratio(corpus, row).map_or_else(|| "–".to_owned(), |ratio| format!("**{}**", figure(ratio)));
        let _ = writeln!(out, "| {} | {} | {ratio} |", row.says, cells.collect::<Vec<_>>().join(" | "));
    }
}

/// The page's value beside the least of the others.
fn ratio(corpus: &Corpus, row: &Row) -> Option<f64> {
    let ours = corpus.engines.iter().find(|engine| engine.name == OURS).and_then(row.value)?;
    let others = corpus.engines.iter().filter(|it| it.name != OURS && it.name != "flexsearch");
    let least = others.filter_map(row.value).fold(f64::INFINITY, f64::min);
    least.is_finite().then_some(ours / least)
}

/// Three digits that count.
fn figure(value: f64) -> String {
    match value {
        value if value >= 100.0 => format!("{value:.0}"),
        value if value >= 10.0 => format!("{value:.1}"),
        value if value >= 1.0 => format!("{value:.2}"),
        value => format!("{value:.3}"),
    }
}

const INTRODUCTION: &str = "# Search in the browser, beside other engines

Written by `cargo xtask bench browser`; do not edit. Headless Chromium, one engine after the other on the same machine, in a browser of its own each, on the same
articles and with the same queries. Absolute times depend on the machine; what counts is the last column.

![Time of a query, by class and engine](benchmark.svg)
";

const METHOD: &str = "
## How

- **Corpora**: articles that `cargo xtask corpus` generates, or those of `--corpus FILE.jsonl` (`id`, `title`, `body`).
- **Queries**: drawn from the corpus by `tests/npm/peers/corpus.mjs` and written to [benchmark-queries.json](benchmark-queries.json): words in at most three
  articles, in 0.5 to 5 % of them, in more than 20 %; two words of one article; two or three words side by side; and 25 words typed letter by letter. Each query is run
  in batches of at least 2 ms; the fastest of three batches counts, for every engine.
- **On the wire**: what a reader downloads before searching everything: the texts and the index at gzip -9; for Pagefind, all its files, though it fetches
  them piece by piece; for this page, the pack.
- **First answer**: from the index in memory (the pack, for this page) to the first answer of ten articles, where the program is there already. The peers do not read their texts for it. Pagefind has nothing
  loaded yet, so its time includes fetching over the loopback; its later queries find their pieces in memory.
- **Typed**: the last word is a beginning. Here an answer is ranked by BM25F and proximity and counts every facet (of entities, the first hundred are given) and holds the places of the hits of ten articles;
  the peers give a list.
- **Phrases**: only Pagefind and this page have them.
- **Memory**: `performance.measureUserAgentSpecificMemory()` and the resident set of the process that shows the page, after the first answer. This page also shows its
  interface, with the list of articles and the facets.
- Engines are set up in `tests/npm/peers/engines.mjs`: French stems where the engine has them (Lunr, Orama, Pagefind), accents folded where it can be told to (MiniSearch,
  FlexSearch). FlexSearch gives no ranking, so it does not count as the best.
";

/// The classes, as the plot names them.
pub(crate) const fn class_names() -> [&'static str; CLASSES.len()] {
    ["typed", "rare word", "middling word", "common word", "two words", "phrase"]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_has_three_digits_that_count() {
        assert_eq!([0.0123, 1.234, 12.34, 1234.5].map(figure), ["0.012", "1.23", "12.3", "1234"]);
    }
}
