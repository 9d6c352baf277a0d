//! Passages that meet: ranked by strength, against the judged set beside this file.

mod judged;

use judged::{Part, Verdict, judged};

#[test]
fn the_ranking_agrees_with_the_judged_pairs() {
    let judged = judged();
    let ranked = judged.ranking();
    let [all, tuned, kept] = [Part::All, Part::Tuned, Part::Kept].map(|part| judged.average_precision(&ranked, part));
    println!("average precision: all {all:.3}, tuned on {tuned:.3}, kept apart {kept:.3}");
    for ((pair, meeting), rank) in ranked.iter().zip(1..).take(40) {
        let terms: Vec<_> = meeting.evidence.iter().map(|evidence| &evidence.term).collect();
        println!("{rank:>3} {pair:?} {:.2} {:?} {terms:?}", meeting.strength, judged.pairs.get(pair));
    }
    assert!(all >= 0.30 && kept >= 0.30, "average precision: all {all:.3}, kept apart {kept:.3}");
}

#[test]
fn pairs_that_report_the_same_fact_are_near_the_top() {
    let judged = judged();
    let ranked = judged.ranking();
    let strong = |pair| judged.pairs.get(pair) == Some(&Verdict::Strong);
    let ranks: Vec<usize> =
        ranked.iter().zip(1..).filter(|((pair, _), _)| strong(pair)).map(|(_, rank)| rank).collect();
    println!("the pairs that report the same fact rank {ranks:?} of {}", ranked.len());
    assert!(ranks.first().is_some_and(|&rank| rank <= 10), "{ranks:?}");
}
