//! Quotations and speakers against the judged ones in this folder (see its README).
//!
//! `cargo test -p visavis-reading --test voices -- --nocapture` prints the figures and what was missed.

mod judged;

use judged::{Found, Item, Tally, items};
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

/// How much of `file` is found, as printed.
fn judge(name: &str, file: &str) -> Tally {
    let mut tally = Tally::default();
    for item in items(file) {
        let english = item.text.split_whitespace().any(|word| matches!(word, "the" | "The" | "was" | "said"));
        tally.add(&item, &found_in(TITLES[usize::from(english)], &item.text));
    }
    tally.print(name);
    tally
}

#[test]
fn the_captures_are_attributed() {
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
    };
    let corpus = read(&folder).expect("a corpus").corpus;
    let mut tally = Tally::default();
    for Item { text, expected } in items(include_str!("captures.txt")) {
        let article = corpus.articles.iter().find(|article| article.head.file.starts_with(&text)).expect("a capture");
        tally.add(&Item { text, expected }, &Found::all(&corpus, article));
    }
    tally.print("captures");
    assert_eq!(tally.direct.1, 26, "quotations of four words or more");
    assert!(tally.direct.0 >= 25, "{:?}", tally.direct);
    assert_eq!(tally.held.0, tally.held.1);
}

#[test]
fn judged_quotations_are_attributed() {
    let french = judge("french", include_str!("french.txt"));
    let english = judge("english", include_str!("english.txt"));
    for tally in [french, english] {
        assert!(tally.direct.0 * 100 >= tally.direct.1 * 93, "{:?}", tally.direct);
        assert!(tally.indirect.0 * 100 >= tally.indirect.1 * 80, "{:?}", tally.indirect);
    }
}

#[test]
fn quotations_that_no_rule_was_written_on_are_attributed() {
    let tally = judge("held out", include_str!("held_out.txt"));
    assert!(tally.direct.0 * 100 >= tally.direct.1 * 75, "{:?}", tally.direct);
}
