//! Passages that meet: ranked by strength, against the judged set beside this file.

mod judged;

use judged::{Judged, Verdict, average_precision, judged, ranking};

#[test]
fn the_ranking_agrees_with_the_judged_pairs() {
    let judged = judged();
    let ranked = ranking(&judged, &|_| true);
    let (all, tune, keep) = (
        average_precision(&ranked, &judged, None),
        average_precision(&ranked, &judged, Some(true)),
        average_precision(&ranked, &judged, Some(false)),
    );
    println!("average precision: all {all:.3}, tuned on {tune:.3}, kept apart {keep:.3}");
    if std::env::var("SHOW").is_ok() {
        for (n, (a, b, s, ev)) in ranked.iter().enumerate() {
            println!("{n} {a} {b} {s:.3} {:?} {ev}", judged.pairs.get(&(a.clone(), b.clone())).map(|p| p.verdict));
        }
    }
    let strong: Vec<usize> = ranked
        .iter()
        .enumerate()
        .filter(|(_, (a, b, ..))| {
            judged.pairs.get(&(a.clone(), b.clone())).is_some_and(|p| p.verdict == Verdict::Strong)
        })
        .map(|(n, _)| n)
        .collect();
    println!("strong at {strong:?}");
    let _: &Judged = &judged;
}
