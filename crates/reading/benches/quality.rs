//! How often names are recognised and given the right kind, times their days and figures their number: `cargo xtask bench quality`. With `ERRORS=1` every error is listed.

#[path = "support/mod.rs"]
mod support;
#[path = "../tests/times/judged.rs"]
mod times;

use support::{
    gold::{Judged, shared},
    score::{Score, score},
};
use visavis_corpus::Language;
use visavis_reading::recognise;

/// The three texts annotated after the Quaero guide.
const SHARED: [&str; 3] = ["aijwikinerfrwp3.tsv", "fr_gsd-ud-train.conllu.tsv", "fr_sequoia-ud-train.conllu.tsv"];

fn main() {
    report("press of our own writing", &[Judged::in_brackets(include_str!("../tests/names/press.txt"))]);
    let english = |text: &str| Judged::in_brackets(text).in_english();
    report("English press of our own writing, tuned on", &[english(include_str!("../tests/names/english.txt"))]);
    report(
        "English press of our own writing, held out",
        &[english(include_str!("../tests/names/english_held_out.txt"))],
    );
    report("English press of a second hand", &[english(include_str!("../tests/names/english_second.txt"))]);
    let seen = std::env::var_os("ERRORS").is_some();
    for (name, file, language) in [
        ("times and figures, French", include_str!("../tests/times/french.txt"), Language::French),
        ("times and figures, English", include_str!("../tests/times/english.txt"), Language::English),
    ] {
        times::measure(name, file, language, seen);
    }
    for (name, file, language) in [
        ("times and figures, French, held out", include_str!("../tests/times/french_held_out.txt"), Language::French),
        (
            "times and figures, French, second held out",
            include_str!("../tests/times/french_second_held_out.txt"),
            Language::French,
        ),
        (
            "times and figures, English, held out",
            include_str!("../tests/times/english_held_out.txt"),
            Language::English,
        ),
    ] {
        times::measure(name, file, language, false);
    }
    let Some(folder) = shared("ner_fr") else { return };
    let read = |name: &&str| Judged::in_tsv(&std::fs::read_to_string(folder.join(name)).expect("an annotated text"));
    let texts: Vec<Judged> = SHARED.iter().map(read).collect();
    for (name, text) in SHARED.iter().zip(&texts) {
        report(name, std::slice::from_ref(text));
    }
    report("the three shared texts together", &texts);
}

/// Prints how `texts`, each an article, were recognised.
fn report(name: &str, texts: &[Judged]) {
    let mut articles: Vec<_> = texts.iter().zip(0..).map(|(text, at)| text.article(&format!("{at}"))).collect();
    recognise(&mut articles, &mut vec![]);
    for (label, nested) in [("outermost names", false), ("nested names too", true)] {
        let mut sum = Score::default();
        articles.iter().zip(texts).for_each(|(article, text)| sum.add(&score(article, text, nested)));
        println!("{name}, {label}:\n{sum}");
        if !nested && std::env::var_os("ERRORS").is_some() && texts.len() == 1 {
            sum.errors.iter().for_each(|error| println!("    {error}"));
        }
    }
}
