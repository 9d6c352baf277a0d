//! Names stay recognised as well as they were. `cargo bench --bench quality` says more.

#[path = "../benches/support/mod.rs"]
mod support;

use support::{
    gold::{Judged, shared},
    score::{Score, score},
};
use visavis_reading::recognise;

/// The harmonic mean of precision and recall over persons, places and organisations, outermost names.
fn measured(texts: &[Judged]) -> f64 {
    let mut articles: Vec<_> = texts.iter().zip(0..).map(|(text, at)| text.article(&format!("{at}"))).collect();
    recognise(&mut articles, &mut vec![]);
    let mut sum = Score::default();
    articles.iter().zip(texts).for_each(|(article, text)| sum.add(&score(article, text, false)));
    println!("{sum}");
    sum.all().f1()
}

#[test]
fn names_of_press_are_recognised() {
    assert!(measured(&[Judged::in_brackets(include_str!("names/press.txt"))]) >= 0.90);
}

#[test]
fn names_of_english_press_are_recognised() {
    let english = |text: &str| measured(&[Judged::in_brackets(text).in_english()]);
    assert!(english(include_str!("names/english.txt")) >= 0.85);
    assert!(english(include_str!("names/english_held_out.txt")) >= 0.80);
}

#[test]
fn names_of_the_shared_texts_are_recognised() {
    let Some(folder) = shared("ner_fr") else { return };
    let files = ["aijwikinerfrwp3.tsv", "fr_gsd-ud-train.conllu.tsv", "fr_sequoia-ud-train.conllu.tsv"];
    let texts =
        files.map(|name| Judged::in_tsv(&std::fs::read_to_string(folder.join(name)).expect("an annotated text")));
    assert!(measured(&texts) >= 0.82);
}
