//! No country is forgotten: the lists that ship are held against the names of territories in Unicode CLDR, French and English
//! (Unicode License v3), which `npm ci` in `tests/npm` brings.

use std::collections::BTreeSet;
use std::path::Path;
use visavis_text::{fold, words};

const COUNTRIES: &str = include_str!("../src/recognise/known/countries.txt");
const PLACES: &str = include_str!("../src/recognise/known/places.txt");

/// Codes whose names are in no list, and why.
const LEFT_OUT: [(&str, &str); 5] = [
    ("AC BV CC CP CQ CX GS HM IO NF PN TA TF UM", "few people or none live there, and the press hardly names it"),
    ("BQ EA SJ", "one name for places that are called by their own"),
    ("QO", "what is left of a continent, for statistics"),
    ("EU EZ UN", "a union of states, no territory"),
    ("XA XB ZZ", "a code for trials, or for none"),
];

/// The words of a name that tell it from others, folded: without articles, `et` and `and`, and what stands in brackets.
fn key(name: &str) -> Vec<String> {
    let bare = name.split('(').next().unwrap_or(name);
    let small = ["l", "le", "la", "les", "the", "et", "and"];
    words(bare).map(|word| fold(word.text)).filter(|word| !small.contains(&word.as_str())).collect()
}

fn rows(list: &str) -> impl Iterator<Item = &str> {
    list.lines().filter(|row| !row.is_empty() && !row.starts_with('#'))
}

/// Code and name of each territory in `language`; alternative names after their own (`HK`, `HK-alt-short`).
fn territories(language: &str) -> Option<Vec<(String, String)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/npm/node_modules/cldr-localenames-full/main");
    let Ok(text) = std::fs::read_to_string(folder.join(language).join("territories.json")) else {
        println!("SKIPPED: run `npm ci` in tests/npm for the names of territories");
        return None;
    };
    let all: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let names = all["main"][language]["localeDisplayNames"]["territories"].as_object().expect("names").clone();
    let letters = |code: &str| code.split('-').next().is_some_and(|code| code.len() == 2);
    let territories = names.into_iter().filter(|(code, _)| letters(code));
    Some(territories.map(|(code, name)| (code, name.as_str().expect("a name").to_owned())).collect())
}

#[test]
fn every_country_is_listed_or_left_out_for_a_reason() {
    let names = rows(COUNTRIES).filter_map(|row| row.split('|').next()).chain(rows(PLACES));
    let listed: BTreeSet<Vec<String>> = names.flat_map(|names| names.split(';').map(key)).collect();
    let left_out: BTreeSet<&str> = LEFT_OUT.iter().flat_map(|(codes, _)| codes.split(' ')).collect();
    for language in ["fr", "en"] {
        let Some(all) = territories(language) else { return };
        let codes: BTreeSet<&str> = all.iter().map(|(code, _)| &code[..2]).collect();
        assert!(codes.len() > 250, "{} territories", codes.len());
        let is_listed = |code: &str| all.iter().any(|(own, name)| own[..2] == *code && listed.contains(&key(name)));
        let missing: Vec<&(String, String)> = all
            .iter()
            .filter(|(code, _)| code.len() == 2 && !is_listed(code) && !left_out.contains(code.as_str()))
            .collect();
        assert!(missing.is_empty(), "in neither countries.txt nor places.txt: {missing:?}");
        let there: Vec<&&str> = left_out.iter().filter(|code| !codes.contains(**code) || is_listed(code)).collect();
        assert!(there.is_empty(), "left out, and yet listed or unknown: {there:?}");
    }
}
