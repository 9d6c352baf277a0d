//! Expressions of time and figures against the judged ones in this folder (see its README). `cargo bench -p visavis-reading --bench quality`
//! prints the figures and what went wrong.

mod judged;

use judged::measure;
use visavis_corpus::Language;

#[test]
fn what_was_judged_in_english_is_found() {
    let [times, figures] = measure("english", include_str!("english.txt"), Language::English, true);
    assert!(times.f1() >= 0.90, "{times}");
    assert!(figures.f1() >= 0.90, "{figures}");
}

#[test]
fn what_was_judged_in_french_is_found() {
    let [times, figures] = measure("french", include_str!("french.txt"), Language::French, true);
    assert!(times.f1() >= 0.90, "{times}");
    assert!(figures.f1() >= 0.90, "{figures}");
}

#[test]
fn what_nobody_looked_at_is_found_as_well() {
    let english = measure("english, held out", include_str!("english_held_out.txt"), Language::English, false);
    let french = measure("french, held out", include_str!("french_held_out.txt"), Language::French, false);
    let second =
        measure("french, second held out", include_str!("french_second_held_out.txt"), Language::French, false);
    let least = [[0.80, 0.86], [0.86, 0.93], [0.89, 0.88]];
    for ([times, figures], [least, least_figures]) in [english, french, second].into_iter().zip(least) {
        assert!(times.f1() >= least, "{times}");
        assert!(figures.f1() >= least_figures, "{figures}");
    }
}
