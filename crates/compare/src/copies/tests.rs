use super::Change::{Added, Dropped, Replaced, Same};
use super::*;
use crate::wording::Vocabulary;
use proptest::prelude::*;
use visavis_text::slice;

fn compare(a: &str, b: &str) -> Copies {
    let mut vocabulary = Vocabulary::default();
    let (a, b) = (Wording::of_text(a, &mut vocabulary), Wording::of_text(b, &mut vocabulary));
    compare_copies(&a, &b, CopyParameters::default(), None)
}

/// The first stretch of each passage, as the texts have it.
fn shown<'t>(a: &'t str, b: &'t str) -> Vec<[&'t str; 2]> {
    let text = |side: &[Stretch], text: &'t str| slice(text, side[0].places[0].span).unwrap_or_default();
    compare(a, b).passages.iter().map(|p| [text(&p.sides[0], a), text(&p.sides[1], b)]).collect()
}

const SENTENCE: &str = "Les avions russes ont mené des raids intensifs sur les secteurs est de la ville.";

#[test]
fn a_sentence_copied_into_another_text_is_found_whole() {
    let a = format!("Rien de tel hier. {SENTENCE} La suite manque.");
    let b = format!("Un calme relatif régnait. {SENTENCE} Personne ne répond.");
    assert_eq!(shown(&a, &b), [[SENTENCE.trim_end_matches('.'); 2]]);
}

#[test]
fn typography_does_not_hide_a_copy() {
    let a = "« L’État d’urgence décrété à l’aube par le président s’achèvera dès le mois d’août »";
    let b = "\"L'Etat d'urgence decrete a l'aube par le president s'achevera des le mois d'aout\"";
    assert_eq!(
        compare(a, b).passages.iter().map(|p| (p.class, p.verbatim)).collect::<Vec<_>>(),
        [(CopyClass::CommonQuotation, 1.0)]
    );
}

#[test]
fn the_differences_are_told_word_by_word() {
    let b = "Les avions ont mené de nouveau des raids violents sur les secteurs est de la ville.";
    let copies = compare(SENTENCE, b);
    let pieces: Vec<(Change, [usize; 2])> = copies.passages[0].pieces.iter().map(|p| (p.change, p.words)).collect();
    let expected = [
        (Same, [2, 2]),
        (Dropped, [1, 0]),
        (Same, [2, 2]),
        (Added, [0, 2]),
        (Same, [2, 2]),
        (Replaced, [1, 1]),
        (Same, [7, 7]),
    ];
    assert_eq!(pieces, expected);
}

#[test]
fn a_passage_that_one_text_has_twice_is_one_passage_with_two_places() {
    let twice = format!("{SENTENCE} Entre les deux se tient autre chose. {SENTENCE}");
    let copies = compare(SENTENCE, &twice);
    assert_eq!(copies.passages.iter().map(|p| p.sides.each_ref().map(Vec::len)).collect::<Vec<_>>(), [[1, 2]]);
}

#[test]
fn a_title_in_common_is_a_set_phrase() {
    let a = "Hier le ministre russe des Affaires étrangères a parlé.";
    let b = "Selon le ministre russe des Affaires étrangères, rien ne change.";
    let copies = compare(a, b);
    assert_eq!(copies.passages.iter().map(|p| (p.class, p.words)).collect::<Vec<_>>(), [(CopyClass::SetPhrase, 6)]);
    assert_eq!(copies.copied, [0, 0]);
}

#[test]
fn what_many_articles_have_is_a_set_phrase() {
    let mut vocabulary = Vocabulary::default();
    let texts: Vec<Wording> = (0..5).map(|_| Wording::of_text(SENTENCE, &mut vocabulary)).collect();
    let elsewhere = PhraseFrequencies::new(&texts);
    let copies = compare_copies(&texts[0], &texts[1], CopyParameters::default(), Some(&elsewhere));
    assert_eq!(copies.passages[0].class, CopyClass::SetPhrase);
}

#[test]
fn a_credit_in_one_text_makes_an_agency_copy() {
    let mut vocabulary = Vocabulary::default();
    let [a, b] = [SENTENCE; 2].map(|text| Wording::of_text(text, &mut vocabulary));
    let copies = compare_copies(&a.credited(), &b, CopyParameters::default(), None);
    assert_eq!(copies.passages[0].class, CopyClass::AgencyCopy);
}

#[test]
fn one_word_repeated_without_end_is_one_copy() {
    let text = "mot ".repeat(100_000);
    let copies = compare(&text, &text[..text.len() / 2]);
    assert_eq!((copies.passages.len(), copies.copied), (1, [50_000, 50_000]));
}

#[test]
fn nothing_shares_nothing() {
    assert_eq!(compare("", SENTENCE).passages, []);
    assert_eq!(compare("", "").copied, [0, 0]);
}

/// Texts over few words, so that they share much.
fn wording() -> impl Strategy<Value = String> {
    let word =
        prop::sample::select(vec!["la", "paix", "l’État", "à", "Alep.", "« feu", "feu »", "Moscou,", "12", "civils"]);
    prop::collection::vec(word, 0..120).prop_map(|words| words.join(" "))
}

/// The passages with the texts exchanged.
fn mirrored(copies: &Copies) -> Vec<(CopyClass, usize, [Vec<Stretch>; 2])> {
    let mirror = |p: &CopiedPassage| (p.class, p.words, [p.sides[1].clone(), p.sides[0].clone()]);
    copies.passages.iter().map(mirror).collect()
}

proptest! {
    #[test]
    fn spans_are_whole_characters_in_order(a in wording(), b in wording()) {
        for passage in compare(&a, &b).passages {
            for (side, text) in [(0, &a), (1, &b)] {
                let mut end = 0;
                for place in passage.pieces.iter().flat_map(|piece| &piece.places[side]) {
                    prop_assert!(slice(text, place.span).is_some_and(|words| !words.is_empty()));
                    prop_assert!(place.span.start() >= end);
                    end = place.span.end();
                }
                let first = &passage.sides[side][0].places[0].span;
                prop_assert_eq!(first.end(), end, "the pieces are the passage");
            }
        }
    }

    #[test]
    fn exchanging_the_texts_exchanges_the_sides(a in wording(), b in wording()) {
        let (here, there) = (compare(&a, &b), compare(&b, &a));
        let mut expected: Vec<_> = here.passages.iter().map(|p| (p.class, p.words, p.sides.clone())).collect();
        let mut found = mirrored(&there);
        let key = |p: &(CopyClass, usize, [Vec<Stretch>; 2])| (p.1, p.2[0][0].words, p.2[1][0].words);
        expected.sort_by_key(key);
        found.sort_by_key(key);
        prop_assert_eq!(expected, found);
        prop_assert_eq!(here.copied, [there.copied[1], there.copied[0]]);
    }

    #[test]
    fn a_text_is_a_whole_copy_of_itself(a in wording()) {
        let copies = compare(&a, &a);
        if copies.words[0] >= CopyParameters::default().least_words {
            prop_assert_eq!(copies.passages[0].words, copies.words[0]);
            prop_assert!((copies.passages[0].verbatim - 1.0).abs() < f64::EPSILON);
            prop_assert_eq!(copies.passages.len(), 1);
        }
    }

    #[test]
    fn any_text_is_compared_without_panic(a in "\\PC{0,200}", b in "\\PC{0,200}") {
        let copies = compare(&a, &b);
        prop_assert!(copies.shares.iter().all(|share| (0.0..=1.0).contains(share)));
    }
}
