//! Passages that meet: ranked by strength, against the judged set beside this file.

mod judged;

use judged::{Part, Reader, judged};

#[test]
fn the_two_readings_agree_as_published() {
    let agreement = judged().agreement();
    println!("{agreement:?}");
    assert_eq!(agreement.common, 72);
    assert!((agreement.f1 - 0.77).abs() < 0.005 && (agreement.kappa - 0.76).abs() < 0.005, "{agreement:?}");
}

#[test]
fn the_ranking_agrees_with_the_judged_pairs() {
    let judged = judged();
    let ranked = judged.ranking();
    for (reader, least) in [(Reader::First, 0.45), (Reader::Second, 0.38), (Reader::Both, 0.43)] {
        let precision = |part| judged.average_precision(&ranked, reader, part);
        let [all, tuned, kept] = [Part::All, Part::Tuned, Part::Kept].map(precision);
        println!("{reader:?}: all {all:.3}, tuned on {tuned:.3}, kept apart {kept:.3}");
        assert!(all >= least && kept >= least, "{reader:?}: all {all:.3}, kept apart {kept:.3}");
    }
    for ((pair, meeting), rank) in ranked.iter().zip(1..).take(40) {
        let terms: Vec<_> = meeting.evidence.iter().map(|evidence| &evidence.term).collect();
        println!("{rank:>3} {pair:?} {:.2} {:?} {terms:?}", meeting.strength, judged.pairs.get(pair));
    }
}

#[test]
fn pairs_that_report_the_same_fact_are_near_the_top() {
    let judged = judged();
    let ranked = judged.ranking();
    let ranks = judged.ranks_of_same_facts(&ranked);
    println!("the pairs that report the same fact rank {ranks:?} of {}", ranked.len());
    assert!(ranks.first().is_some_and(|&rank| rank <= 10), "{ranks:?}");
}
