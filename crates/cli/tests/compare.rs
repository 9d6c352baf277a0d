//! `visavis compare` on the invented corpus of `examples/`, where what is to be found is known because it was written.

use serde_json::Value;
use std::{path::Path, process::Command};

const DISPATCH: &str = "1-depeche";
const COPY: &str = "2-courrier";
const ADAPTED: &str = "3-matin";
const OPPOSED: &str = "4-voix";
const ENGLISH: &str = "7-observer";

fn run(ids: &[&str], json: bool) -> std::process::Output {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").display().to_string();
    let mut command = Command::new(env!("CARGO_BIN_EXE_visavis"));
    command.arg("compare").arg(examples).args(ids).args(json.then_some("--json"));
    command.output().expect("the command runs")
}

fn compare(ids: &[&str]) -> Value {
    let done = run(ids, true);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&done.stdout).expect("JSON")
}

fn list<'v>(of: &'v Value, key: &str) -> &'v [Value] {
    of[key].as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn every_key_is_there() {
    let found = compare(&[DISPATCH, OPPOSED]);
    for key in ["copies", "passages", "entities", "names", "voices", "words", "figures", "dates"] {
        assert!(found[key].is_array(), "{key}");
    }
}

#[test]
fn a_dispatch_and_its_copy_share_agency_text_word_for_word() {
    let found = compare(&[DISPATCH, COPY]);
    let first = &list(&found, "copies")[0];
    assert_eq!(first["class"], "agency-copy");
    assert!(first["verbatim"].as_f64().is_some_and(|share| share > 0.999), "{first}");
    assert!(first["words"].as_u64().is_some_and(|words| words > 100), "{first}");
    let places = list(first, "places");
    assert_eq!(places.iter().filter(|place| place["article"] == COPY).count() * 2, places.len());
}

#[test]
fn an_adapted_copy_shows_its_differences() {
    let found = compare(&[DISPATCH, ADAPTED]);
    let copies = list(&found, "copies");
    assert!(!copies.is_empty());
    let texts: Vec<String> = copies
        .iter()
        .flat_map(|copy| list(copy, "differences"))
        .map(|difference| difference["texts"].to_string())
        .collect();
    assert!(texts.iter().any(|text| text.contains("trentaine")), "{texts:?}");
}

#[test]
fn opposed_names_are_counted_on_each_side() {
    let found = compare(&[DISPATCH, OPPOSED]);
    let named =
        list(&found, "names").iter().find(|row| row["referent"] == "Ce qui s'est passé le 4 mars").expect("a set");
    let count = |term: &str, side: usize| {
        list(named, "forms")
            .iter()
            .find(|form| form["form"] == term)
            .map_or(0, |form| form["counts"][side].as_u64().unwrap_or(0))
    };
    assert!(count("évacuation", 0) > 0 && count("expulsion", 0) == 0);
    assert!(count("expulsion", 1) > 0);
}

#[test]
fn an_article_against_itself_is_one_whole_copy() {
    let found = compare(&[OPPOSED, OPPOSED]);
    let words = found["articles"][0]["words"].as_u64();
    assert_eq!(list(&found, "copies").len(), 1);
    assert_eq!(list(&found, "copies")[0]["words"].as_u64(), words);
}

#[test]
fn two_languages_share_entities_and_no_copy() {
    let found = compare(&[DISPATCH, ENGLISH]);
    assert!(list(&found, "copies").is_empty());
    let both = list(&found, "entities")
        .iter()
        .filter(|row| row["counts"].as_array().is_some_and(|c| c.iter().all(|n| n != 0)));
    assert!(both.count() >= 3);
    assert!(!list(&found, "passages").is_empty());
}

#[test]
fn four_articles_are_compared_two_by_two() {
    let found = compare(&[DISPATCH, COPY, ADAPTED, OPPOSED]);
    assert_eq!(list(&found, "articles").len(), 4);
    assert!(
        list(&found, "entities").iter().all(|row| row["counts"].as_array().is_some_and(|counts| counts.len() == 4))
    );
}

#[test]
fn a_wrong_request_says_what_to_do() {
    for (ids, expected) in [
        (&["1-depeche"][..], "compare takes two to four ids"),
        (&["1-depech", "4-voix"][..], "the nearest id is “1-depeche”"),
    ] {
        let done = run(ids, true);
        assert_eq!(done.status.code(), Some(1));
        assert!(done.stdout.is_empty());
        assert!(String::from_utf8_lossy(&done.stderr).contains(expected), "{ids:?}");
    }
}

#[test]
fn people_get_a_page_of_text() {
    let done = run(&[DISPATCH, COPY], false);
    assert!(String::from_utf8_lossy(&done.stdout).contains("copies: "));
}
