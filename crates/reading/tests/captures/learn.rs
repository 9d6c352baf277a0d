//! Learning `src/roles/resemblance.txt` from the judged captures that nobody holds out.
//!
//! `LEARN=write cargo test -p visavis-reading --profile pipeline --test captures learned` writes the file.

use crate::{Judged, Part, folder, judgements};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
};
use visavis_corpus::Role;
use visavis_reading::resemblance::{CLASSES, Example, examples, likely, weights};

/// A piece, by the numbers of its features, with its class and how much it counts.
struct Known {
    features: Vec<usize>,
    class: usize,
    worth: f64,
}

const K: usize = CLASSES.len();

/// How often each piece is learned from.
const ROUNDS: usize = 60;
/// How far a step goes at first.
const STEP: f64 = 0.12;
/// How much a weight costs, against the pieces.
const COST: f64 = 10.0;
/// A weight that is no greater says nothing.
const LEAST: i64 = 4;

/// The class that the judges' role belongs to.
fn class_of(role: Role) -> usize {
    let stands_for = match role {
        Role::Lead | Role::Body | Role::Subheading => Role::Body,
        Role::Title | Role::Related | Role::Promo | Role::Caption | Role::Byline => role,
        _ => Role::Widget,
    };
    CLASSES.iter().position(|class| *class == stands_for).expect("a class")
}

fn judged_at(pieces: &[Judged], at: usize) -> Option<Role> {
    pieces.iter().find(|piece| (piece.start..piece.end).contains(&at)).map(|piece| piece.role)
}

/// Every feature that two pages have, and the pieces of the pages that are learned from.
fn known() -> (Vec<String>, Vec<Known>) {
    let mut pages: Vec<Vec<(Example, usize)>> = vec![];
    for (page, pieces) in judgements("judged.tsv").iter().filter(|(page, _)| Part::of(page).is_looked_at()) {
        let text = fs::read_to_string(folder().join("pages").join(format!("{page}.txt"))).expect("a page");
        let judged = |example: Example| Some((class_of(judged_at(pieces, example.start)?), example));
        pages.push(examples(&text).into_iter().filter_map(judged).map(|(class, example)| (example, class)).collect());
    }
    let mut having: BTreeMap<&str, usize> = BTreeMap::new();
    for page in &pages {
        let distinct: BTreeSet<&str> =
            page.iter().flat_map(|(example, _)| example.features.iter().map(String::as_str)).collect();
        distinct.into_iter().for_each(|feature| *having.entry(feature).or_default() += 1);
    }
    let features: Vec<String> =
        having.into_iter().filter(|(_, pages)| *pages > 1).map(|(feature, _)| feature.to_owned()).collect();
    let number = |feature: &String| features.binary_search(feature).ok();
    let known = |(example, class): &(Example, usize)| Known {
        features: example.features.iter().filter_map(number).collect(),
        class: *class,
        worth: ((example.words + 1) as f64).sqrt(),
    };
    let all = pages.iter().flatten().map(known).collect();
    (features, all)
}

/// Multinomial logistic regression with a quadratic cost of weights, by steps that shrink for each weight as it is moved (Duchi, Hazan
/// and Singer, *Adaptive subgradient methods*, 2011). The order of the pieces is the same each time, and so is what comes out.
fn fit(features: usize, pieces: &[Known]) -> Vec<[f64; K]> {
    let mut weights = vec![[0.0; K]; features];
    let mut moved = vec![[1e-6; K]; features];
    let mut order: Vec<usize> = (0..pieces.len()).collect();
    let mut dice = 7_u64;
    // A weight costs once a round, shared among the pieces that have its feature.
    let mut having = vec![0_u32; features];
    pieces.iter().flat_map(|piece| &piece.features).for_each(|&feature| having[feature] += 1);
    for _ in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(at, (dice >> 33) as usize % (at + 1));
        }
        for piece in order.iter().map(|&at| &pieces[at]) {
            let errors = errors(&weights, piece);
            for &feature in &piece.features {
                let cost = COST / f64::from(having[feature]);
                for class in 0..K {
                    let slope = errors[class] * piece.worth + cost * weights[feature][class];
                    moved[feature][class] += slope * slope;
                    weights[feature][class] -= STEP * slope / f64::sqrt(moved[feature][class]);
                }
            }
        }
    }
    weights
}

/// How likely each class seems, less what it is.
fn errors(weights: &[[f64; K]], piece: &Known) -> [f64; K] {
    let mut sums = [0.0; K];
    for &feature in &piece.features {
        sums.iter_mut().zip(&weights[feature]).for_each(|(sum, weight)| *sum += weight);
    }
    let mut errors = likely(sums);
    errors[piece.class] -= 1.0;
    errors
}

fn learned() -> BTreeMap<String, [i64; K]> {
    let (features, pieces) = known();
    let weights = fit(features.len(), &pieces);
    let rounded = weights.into_iter().map(|all| all.map(|weight| (weight * 100.0).round() as i64));
    let said = |(_, weights): &(String, [i64; K])| weights.iter().any(|weight| weight.abs() > LEAST);
    features.into_iter().zip(rounded).filter(said).collect()
}

#[test]
fn the_weights_are_what_is_learned_from_the_pages_that_are_looked_at() {
    let file = folder().join("../../src/roles/resemblance.txt");
    let learned = learned();
    if std::env::var_os("LEARN").is_some() {
        let mut text = String::new();
        for (feature, weights) in &learned {
            let _ = write!(text, "{feature}");
            weights.iter().for_each(|weight| write!(text, " {weight}").expect("a string takes all"));
            text.push('\n');
        }
        fs::write(&file, text).expect("the file can be written");
    }
    let text = fs::read_to_string(&file).expect("the weights");
    let line = |line| weights(line).expect("a feature and a weight for each class");
    let kept: BTreeMap<String, [i64; K]> =
        text.lines().map(line).map(|(feature, weights)| (feature.to_owned(), weights.map(i64::from))).collect();
    // The last digit may depend on how a machine rounds.
    let nothing = [0; K];
    for feature in learned.keys().chain(kept.keys()).collect::<BTreeSet<_>>() {
        let [a, b] = [&learned, &kept].map(|all| all.get(feature).unwrap_or(&nothing));
        let far = a.iter().zip(b).map(|(a, b)| (a - b).abs()).max().unwrap_or_default();
        assert!(far <= LEAST + 2, "{feature} was learned as {a:?} and is kept as {b:?}");
    }
}
