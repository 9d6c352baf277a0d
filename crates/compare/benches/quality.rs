//! How often copies and passages are right: `cargo bench -p visavis-compare --bench quality`, or `cargo xtask bench quality`.
//!
//! Copies: words of the passages found are held against words of the passages planted, on both sides together. Passages: the ranking by
//! strength is held against the judged pairs beside the tests.

#[path = "../tests/passages/judged.rs"]
mod judged;
#[path = "../tests/reuse_pairs/mod.rs"]
mod reuse_pairs;

use judged::{Part, Reader, judged};
use reuse_pairs::{PAIRS, Pair, pairs, rewritten, score};

fn main() {
    match pairs() {
        Some(pairs) => {
            println!("copies on {PAIRS}, and the same with sentences in reverse and a word in ten replaced");
            println!(
                "{:<12} {:>9} {:>7}  pairs with copies, with set phrases only counted",
                "level", "precision", "recall"
            );
            table(&pairs);
            table(&rewritten(&pairs));
        }
        None => println!("no pairs at {PAIRS}: copies not measured"),
    }
    passages();
}

fn table(pairs: &[Pair]) {
    for (phrases, note) in [(false, ""), (true, " with set phrases")] {
        for (level, score) in score(pairs, phrases) {
            let (precision, recall) = (score.precision(), score.recall());
            let (some, all, set) = (score.with_copies, score.pairs, score.with_phrases);
            println!("{level:<12} {precision:>9.4} {recall:>7.4}  {some}/{all}, {set}{note}");
        }
    }
}

/// The ranking of sentences that meet, against the judged pairs.
fn passages() {
    let judged = judged();
    let ranked = judged.ranking();
    let agreement = judged.agreement();
    println!(
        "passages: two readings, {} and {} pairs, {} of both",
        judged.pairs.len(),
        judged.second.len(),
        agreement.common
    );
    println!(
        "agreement of the readings: F1 {:.2}, kappa {:.2}; {} pairs ranked",
        agreement.f1,
        agreement.kappa,
        ranked.len()
    );
    for reader in [Reader::First, Reader::Second, Reader::Both] {
        let precision = |part| judged.average_precision(&ranked, reader, part);
        let [all, tuned, kept] = [Part::All, Part::Tuned, Part::Kept].map(precision);
        println!("average precision, {reader:?}: {all:.3}; tuned on {tuned:.3}, kept apart {kept:.3}");
    }
    println!("ranks of the pairs that report the same fact: {:?}", judged.ranks_of_same_facts(&ranked));
}
