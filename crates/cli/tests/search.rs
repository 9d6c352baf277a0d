//! `visavis search`, on the first corpus.

use serde_json::Value;
use std::process::{Command, Output};

fn visavis(query: &str, options: &[&str]) -> Output {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus");
    let mut command = Command::new(env!("CARGO_BIN_EXE_visavis"));
    command.args(["search", corpus, query]).args(options).output().expect("the command runs")
}

fn json(query: &str, options: &[&str]) -> Value {
    let options = [options, &["--json"]].concat();
    let done = visavis(query, &options);
    assert!(done.status.success(), "{query}: {}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&done.stdout).expect("one JSON object")
}

#[test]
fn an_answer_for_programs_has_its_total_its_hits_its_facets_and_what_was_understood() {
    let answer = json("alep ", &["--limit", "2"]);
    assert_eq!(answer["total"], 5);
    assert_eq!(answer["hits"].as_array().map(Vec::len), Some(2));
    let (first, second) = (&answer["hits"][0], &answer["hits"][1]);
    assert!(first["score"].as_f64() >= second["score"].as_f64() && first["spans"][0]["term"] == 0);
    let outlets = answer["facets"]["outlets"].as_array().expect("outlets");
    assert_eq!(outlets.iter().filter_map(|outlet| outlet["count"].as_u64()).sum::<u64>(), 5);
    assert_eq!(answer["parsed"][0]["forms"][0], "alep");
}

#[test]
fn a_limit_does_not_change_the_total_and_any_word_is_enough() {
    assert_eq!(json("alep zeppelin ", &[])["total"], 0);
    assert_eq!(json("alep zeppelin ", &["--any", "--limit", "0"])["total"], 5);
}

#[test]
fn what_no_article_answers_is_named() {
    let answer = json("alep date:2030..2031 ", &[]);
    assert_eq!(answer["unmet"][0], "date:2030..2031");
    assert_eq!(answer["relaxations"][0]["articles"], 5);
    assert_eq!(json("kery ", &[])["relaxations"][0]["text"], "kerry");
}

#[test]
fn a_query_that_begins_with_a_minus_is_no_option() {
    assert_eq!(json("-zeppelin ", &[])["total"], 5);
}

#[test]
fn a_slip_is_said_and_answered_all_the_same() {
    let done = visavis("alep date:2017..2016", &["--limit", "1"]);
    let said = String::from_utf8_lossy(&done.stderr).to_string();
    assert!(done.status.success() && said.contains("2017..2016: the range ends before it begins"), "{said}");
    assert!(String::from_utf8_lossy(&done.stdout).contains("5 of 5 articles"));
}
