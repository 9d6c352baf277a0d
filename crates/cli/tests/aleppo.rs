//! The five captures that this repository ships, from the folder to the pack.

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};
use visavis_corpus::{Article, Pack, Role};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn corpus() -> PathBuf {
    root().join("corpus")
}

fn packed() -> Pack {
    Pack::open(&visavis_cli::pack(&corpus()).expect("a pack")).expect("a pack that opens")
}

fn articles() -> Vec<Article> {
    packed().corpus().expect("a corpus").articles
}

/// The article whose file begins with `number`.
fn article(number: &str) -> Article {
    articles().into_iter().find(|article| article.head.file.starts_with(number)).expect("an article")
}

fn visavis(arguments: &[&str]) -> std::process::Output {
    Command::new(env!("CARGO_BIN_EXE_visavis")).args(arguments).output().expect("the command runs")
}

/// `UPDATE_GOLDEN=1 cargo test -p visavis-cli` writes the file anew: read the difference before committing it.
#[test]
fn inspect_gives_what_it_gave() {
    let golden = root().join("tests/golden/aleppo.jsonl");
    let found = visavis(&["inspect", "--json", &corpus().display().to_string()]);
    assert!(found.status.success());
    let found = String::from_utf8(found.stdout).expect("text");
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(golden.parent().expect("a folder")).expect("a folder");
        fs::write(&golden, &found).expect("the golden file is written");
    }
    let expected = fs::read_to_string(&golden).expect("the golden file");
    for (found, expected) in found.lines().zip(expected.lines()) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.lines().count(), expected.lines().count());
}

#[test]
fn a_pack_is_inspected_as_its_folder_is() {
    let dir = tempfile::tempdir().expect("a folder");
    let pack = dir.path().join("corpus.pack").display().to_string();
    let folder = corpus().display().to_string();
    assert!(visavis(&["pack", &folder, "-o", &pack]).status.success());
    assert_eq!(visavis(&["inspect", "--json", &pack]).stdout, visavis(&["inspect", "--json", &folder]).stdout);
    assert_eq!(visavis(&["inspect", &pack]).stdout, visavis(&["inspect", &folder]).stdout);
}

#[test]
fn two_packs_are_the_same_bytes() {
    assert_eq!(visavis_cli::pack(&corpus()).expect("a pack"), visavis_cli::pack(&corpus()).expect("a pack"));
}

#[test]
fn the_pack_is_small() {
    let len = visavis_cli::pack(&corpus()).expect("a pack").len();
    assert!(len <= 12_000, "{len} bytes");
}

#[test]
fn a_pack_depends_on_the_settings_and_the_articles() {
    let inputs = visavis_cli::inputs(&corpus()).expect("a folder");
    let names: Vec<&str> = inputs.iter().filter_map(|path| path.file_name()?.to_str()).collect();
    assert_eq!(names.len(), 7);
    assert!(inputs.is_sorted() && names.contains(&"corpus.toml") && names.contains(&"entities.toml"));
}

#[test]
fn nothing_of_the_captures_is_lost() {
    for article in articles() {
        let bytes = fs::read(corpus().join("articles").join(&article.head.file)).expect("a capture");
        let mut taken = vec![0u8; bytes.len()];
        for block in &article.blocks {
            let source: Vec<u8> = block.source.iter().flat_map(|span| bytes[span.range()].to_vec()).collect();
            assert_eq!(source, block.text.as_bytes());
            block.source.iter().flat_map(|span| span.range()).for_each(|at| taken[at] += 1);
        }
        let text = std::str::from_utf8(&bytes).expect("UTF-8");
        for (at, c) in text.char_indices() {
            assert_eq!(
                taken[at],
                u8::from(!c.is_whitespace() || taken[at] == 1),
                "{c:?} at {at} of {}",
                article.head.file
            );
        }
    }
}

/// A role, and the lines that have it.
type LinesOf = (Role, &'static [u32]);

#[test]
fn what_is_read_is_the_article_and_nothing_else() {
    let expected: [(&str, &[LinesOf]); 5] = [
        (
            "000",
            &[
                (Role::Title, &[4]),
                (Role::Lead, &[8]),
                (Role::Body, &[10, 15, 17, 22]),
                (Role::Subheading, &[15, 17, 22]),
            ],
        ),
        ("001", &[(Role::Title, &[1]), (Role::Lead, &[6]), (Role::Body, &[8, 10, 14, 16, 20, 22])]),
        ("002", &[(Role::Title, &[1]), (Role::Lead, &[9]), (Role::Body, &[11, 15, 17]), (Role::Subheading, &[13])]),
        ("003", &[(Role::Title, &[1]), (Role::Lead, &[2]), (Role::Body, &[3, 6, 7, 8, 11, 12, 13])]),
        (
            "004",
            &[
                (Role::Title, &[3]),
                (Role::Lead, &[5]),
                (Role::Body, &[7, 9, 13, 15, 17, 19, 21]),
                (Role::Subheading, &[11]),
            ],
        ),
    ];
    for (number, roles) in expected {
        let article = article(number);
        let lines = |role: Role| -> Vec<u32> {
            article.blocks.iter().filter(|block| block.role == role).map(|block| block.lines.first).collect()
        };
        for role in Role::ALL.into_iter().filter(|role| role.is_read()) {
            let wanted = roles.iter().find(|(r, _)| *r == role).map_or(&[][..], |(_, lines)| lines);
            assert_eq!(lines(role), wanted, "{number} {}", role.name());
        }
    }
}

#[test]
fn glued_runs_come_apart() {
    let texts = |number, role| -> Vec<String> {
        article(number).blocks.into_iter().filter(|b| b.role == role).map(|b| b.text).collect()
    };
    assert_eq!(texts("001", Role::Credit), ["© REUTERS / Omar Sanadiki"]);
    assert!(texts("001", Role::Caption)[0].starts_with("Forces loyal"));
    assert_eq!(texts("002", Role::Tags), ["Tags assigned to this article:", "Alep", "russie", "Syrie"]);
}

#[test]
fn a_fact_that_no_capture_states_is_never_stated() {
    let known: Vec<[&str; 3]> = articles()
        .iter()
        .map(|a| [a.head.outlet.ground().name(), a.head.date.ground().name(), a.head.credit.ground().name()])
        .collect();
    assert_eq!(
        known,
        [
            ["curated", "curated", "unknown"],
            ["curated", "curated", "unknown"],
            ["unknown", "curated", "stated"],
            ["curated", "curated", "unknown"],
            ["unknown", "curated", "stated"],
        ]
    );
}

#[test]
fn every_listed_entity_is_named_somewhere() {
    let pack = packed();
    let named: BTreeSet<u32> =
        articles().iter().flat_map(|a| &a.marks.mentions).filter_map(|m| m.entity).map(|ix| ix.0).collect();
    let silent: Vec<&str> =
        pack.entities().iter().zip(0..).filter(|(_, ix)| !named.contains(ix)).map(|(e, _)| e.id.as_str()).collect();
    assert_eq!(silent, [""; 0]);
}

#[test]
fn names_are_recognised_through_their_forms() {
    let forms = |number: &str, id: &str| -> BTreeSet<String> {
        let (pack, article) = (packed(), article(number));
        let of = |m: &&visavis_corpus::Mention| m.entity.and_then(|ix| pack.entity(ix)).is_some_and(|e| e.id == id);
        let text = |m: &visavis_corpus::Mention| article.blocks[m.block as usize].text[m.span.range()].to_string();
        article.marks.mentions.iter().filter(of).map(text).collect()
    };
    let set = |forms: &[&str]| forms.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
    assert_eq!(forms("000", "assad"), set(&["Al-Assad", "Bachar Al-Assad"]));
    assert_eq!(forms("003", "al-nosra"), set(&["Al-Nusra", "Jabhat Al-Nosra"]));
    assert_eq!(forms("003", "kerry"), set(&["Kerry", "John Kerry", "Le secrétaire d'Etat américain"]));
    assert_eq!(forms("004", "lausanne"), set(&["Lausanne", "Lausane"]));
    assert_eq!(forms("004", "alep-est"), set(&["quartiers est d'Alep", "secteurs est de la ville d'Alep"]));
}
