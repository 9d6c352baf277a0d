use super::*;
use crate::testing::{article, mention};
use proptest::prelude::*;
use visavis_text::slice;

fn meetings(a: &Article, b: &Article, others: &[Article]) -> Vec<Meeting> {
    let all: Vec<&Article> = [a, b].into_iter().chain(others).collect();
    compare_passages(a, b, &TermFrequencies::new(all), PassageParameters::default())
}

/// The sentences that meet, as the texts have them.
fn shown<'t>(a: &'t Article, b: &'t Article, others: &[Article]) -> Vec<[&'t str; 2]> {
    let text = |article: &'t Article, place: Place| {
        slice(&article.blocks[place.block as usize].text, place.span).unwrap_or_default()
    };
    meetings(a, b, others).iter().map(|m| [text(a, m.sides[0]), text(b, m.sides[1])]).collect()
}

#[test]
fn sentences_on_the_same_matter_meet_in_any_order() {
    let a = article(&["La mairie ferme le port de Lessac. Les pêcheurs occupent la criée."]);
    let b = article(&["À la criée, des pêcheurs campent. Le port a été fermé par la mairie."]);
    assert_eq!(
        shown(&a, &b, &[]),
        [
            ["La mairie ferme le port de Lessac.", "Le port a été fermé par la mairie."],
            ["Les pêcheurs occupent la criée.", "À la criée, des pêcheurs campent."],
        ]
    );
}

#[test]
fn other_words_for_the_same_thing_are_evidence() {
    let a = article(&["Des raids ont visé la gare."]);
    let b = article(&["La gare a été bombardée."]);
    let found = meetings(&a, &b, &[]);
    let terms: Vec<&Term> = found[0].evidence.iter().map(|evidence| &evidence.term).collect();
    assert!(terms.contains(&&Term::Family("bombe".into())), "{terms:?}");
}

#[test]
fn the_topic_of_every_article_is_weaker_than_a_matter_of_two() {
    let topic = |text: &str| {
        let mut article = article(&[text]);
        article.marks.mentions = mention(&article, "Syrie", 0).into_iter().collect();
        article
    };
    let a = topic("La Syrie regarde ailleurs. Le convoi attend à la douane.");
    let b = topic("Un tournant pour la Syrie. La douane bloque le convoi.");
    let others: Vec<Article> = (0..4).map(|_| topic("En Syrie, on vote.")).collect();
    let parameters = PassageParameters { least_strength: 0.0, ..PassageParameters::default() };
    let frequencies = TermFrequencies::new([&a, &b].into_iter().chain(&others));
    let found = compare_passages(&a, &b, &frequencies, parameters);
    let kinds = |m: &Meeting| m.sides.map(|side| side.span.start() > 0);
    assert_eq!(found.iter().map(kinds).collect::<Vec<_>>(), [[true; 2], [false; 2]], "the customs, then Syria");
    assert!(found[1].strength < PassageParameters::default().least_strength);
}

#[test]
fn an_empty_article_meets_nothing() {
    assert_eq!(meetings(&article(&[]), &article(&["Un mot."]), &[]), []);
}

#[test]
fn what_is_listed_is_strong_and_leaves_room_for_others() {
    let meeting = |from: usize, to: usize, strength: f64| {
        let place = |at| Place { block: 0, span: visavis_text::Span::new(at, at + 1) };
        Meeting { sides: [place(from), place(to)], strength, evidence: vec![] }
    };
    let all = [meeting(0, 0, 0.9), meeting(0, 5, 0.8), meeting(0, 9, 0.7), meeting(3, 9, 0.6), meeting(4, 7, 0.1)];
    let parameters = PassageParameters { least_strength: 0.5, most_per_sentence: 2 };
    assert_eq!(listed(&all, parameters), [0, 1, 3]);
}

proptest! {
    #[test]
    fn exchanging_the_articles_exchanges_the_sides(a in "[A-C a-c.]{0,80}", b in "[A-C a-c.]{0,80}") {
        let [a, b] = [&a, &b].map(|text| article(&[text]));
        let mut turned: Vec<_> = meetings(&b, &a, &[]).into_iter().map(|m| ([m.sides[1], m.sides[0]], m.strength.to_bits())).collect();
        let mut found: Vec<_> = meetings(&a, &b, &[]).into_iter().map(|m| (m.sides, m.strength.to_bits())).collect();
        found.sort_unstable();
        turned.sort_unstable();
        prop_assert_eq!(found, turned);
    }

    #[test]
    fn strengths_are_shares_and_places_are_text(a in "\\PC{0,120}", b in "\\PC{0,120}") {
        let [a, b] = [&a, &b].map(|text| article(&[text]));
        for meeting in meetings(&a, &b, &[]) {
            prop_assert!((0.0..=1.0).contains(&meeting.strength));
            for place in meeting.evidence.iter().flat_map(|evidence| &evidence.places[0]) {
                prop_assert!(slice(&a.blocks[place.block as usize].text, place.span).is_some());
            }
        }
    }
}
