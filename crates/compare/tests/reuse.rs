//! Copies: how well planted ones are found.

mod reuse_pairs;

use reuse_pairs::{PAIRS, Score, pairs, rewritten, score};

#[test]
fn planted_copies_are_found_and_nothing_else() {
    let Some(pairs) = pairs() else {
        println!("skipped: no pairs at {PAIRS}");
        return;
    };
    let scores = score(&pairs, true);
    for (level, least) in [("verbatim", 0.999), ("light", 0.999), ("medium", 0.98)] {
        reaches(level, scores[level], 0.995, least);
    }
    assert_eq!((scores["none"].with_copies, scores["none"].with_phrases), (0, 0), "found where nothing was planted");
}

#[test]
fn copies_are_found_through_another_order_and_other_words() {
    let Some(pairs) = pairs() else {
        println!("skipped: no pairs at {PAIRS}");
        return;
    };
    reaches("rewritten", score(&rewritten(&pairs), false)["rewritten"], 0.995, 0.97);
}

fn reaches(level: &str, score: Score, precision: f64, recall: f64) {
    assert!(score.precision() >= precision, "{level}: precision {} < {precision}", score.precision());
    assert!(score.recall() >= recall, "{level}: recall {} < {recall}", score.recall());
}
