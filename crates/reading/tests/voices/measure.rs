//! Reads what was judged through the whole pipeline, and counts.

use super::judged::{Found, Item, Tally, items};
use std::path::Path;
use visavis_reading::{File, Folder, read};

/// A title, and words that tell the language.
const TITLES: [&str; 2] = ["Un titre de presse pour cette page", "The title that was set for this page of the press"];

/// Reads `paragraphs` as an article of its own.
fn found_in(title: &str, paragraphs: &str) -> Vec<Found> {
    let text = format!("{title}\n\n{}\n", paragraphs.replace('\n', "\n\n"));
    let articles = vec![File { path: "a.txt".into(), bytes: text.into_bytes() }];
    let corpus = read(&Folder { articles, ..Folder::default() }).expect("a corpus").corpus;
    Found::all(&corpus, &corpus.articles[0])
}

/// How much of a judged file is found, without any list of entities; it is printed, with what was missed.
pub(crate) fn judge(name: &str, file: &str) -> Tally {
    let tally = count(file);
    tally.print(name);
    tally.print_missed();
    tally
}

/// Likewise for a file whose errors nobody is to see: only the figures are printed.
pub(crate) fn judge_unseen(name: &str, file: &str) -> Tally {
    let tally = count(file);
    tally.print(name);
    tally
}

fn count(file: &str) -> Tally {
    let mut tally = Tally::default();
    for item in items(file) {
        let english = item
            .text
            .split_whitespace()
            .any(|word| matches!(word, "the" | "The" | "was" | "said" | "that" | "and" | "of"));
        tally.add(&item, &found_in(TITLES[usize::from(english)], &item.text));
    }
    tally
}

/// How much is found of the first corpus; it is printed.
pub(crate) fn captures() -> Tally {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let file = |path: &str| File { path: path.into(), bytes: std::fs::read(root.join(path)).expect("a file") };
    let mut names: Vec<String> = std::fs::read_dir(root.join("articles"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
        .collect();
    names.sort();
    let article = |name: &String| File { path: name.clone(), ..file(&format!("articles/{name}")) };
    let folder = Folder {
        config: Some(file("corpus.toml")),
        entities: Some(file("entities.toml")),
        articles: names.iter().map(article).collect(),
        base: String::new(),
        ..Folder::default()
    };
    let corpus = read(&folder).expect("a corpus").corpus;
    let mut tally = Tally::default();
    for Item { text, expected } in items(include_str!("captures.txt")) {
        let article = corpus.articles.iter().find(|article| article.head.file.starts_with(&text)).expect("a capture");
        tally.add(&Item { text, expected }, &Found::all(&corpus, article));
    }
    tally.print("captures");
    tally.print_missed();
    tally
}
