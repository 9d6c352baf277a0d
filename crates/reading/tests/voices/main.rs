//! Quotations and speakers against the judged ones in this folder (see its README).
//!
//! `cargo bench -p visavis-reading --bench voices` prints the figures and what was missed.

mod judged;
mod measure;

use measure::{captures, judge, judge_unseen};

#[test]
fn the_captures_are_attributed() {
    let tally = captures();
    assert_eq!(tally.direct.1, 26, "quotations of four words or more");
    assert!(tally.direct.0 >= 25, "{:?}", tally.direct);
    assert_eq!(tally.held.0, tally.held.1);
}

#[test]
fn judged_quotations_are_attributed() {
    let french = judge("french", include_str!("french.txt"));
    let english = judge("english", include_str!("english.txt"));
    let press = judge("English press", include_str!("english_press.txt"));
    assert!(press.direct.0 * 100 >= press.direct.1 * 93, "{:?}", press.direct);
    for tally in [french, english] {
        assert!(tally.direct.0 * 100 >= tally.direct.1 * 93, "{:?}", tally.direct);
        assert!(tally.indirect.0 * 100 >= tally.indirect.1 * 80, "{:?}", tally.indirect);
    }
}

#[test]
fn the_constructions_that_papers_print_are_attributed() {
    let french = judge("hard French", include_str!("fr_hard.txt"));
    let second = judge("hard French, second", include_str!("fr_hard_second.txt"));
    assert!(second.direct.0 >= 45, "{:?}", second.direct);
    let english = judge("hard English", include_str!("en_hard.txt"));
    assert!(french.direct.0 >= 43, "{:?}", french.direct);
    assert!(english.direct.0 >= 46, "{:?}", english.direct);
    for tally in [french, english] {
        assert_eq!(tally.indirect.0, tally.indirect.1);
        assert_eq!(tally.held.0, tally.held.1);
    }
}

#[test]
fn what_a_rule_is_for_is_attributed() {
    let tally = judge("rules", include_str!("rules.txt"));
    for (found, all) in [tally.direct, tally.indirect, tally.held] {
        assert_eq!(found, all);
    }
}

#[test]
fn quotations_that_no_rule_was_written_on_are_attributed() {
    for (name, file) in [
        ("held out", include_str!("held_out.txt")),
        ("second", include_str!("second_held_out.txt")),
        ("English press, held out", include_str!("english_held_out.txt")),
    ] {
        let tally = judge_unseen(name, file);
        assert!(tally.direct.0 * 100 >= tally.direct.1 * 75, "{:?}", tally.direct);
    }
}
