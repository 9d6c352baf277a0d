//! Input that nobody means well: the time stays in proportion to the bytes, and nothing panics.

use std::time::Instant;
use visavis_reading::{File, Folder, read};

/// A folder of articles, each a title and a text.
fn folder(entities: &str, texts: &[String]) -> Folder {
    let article = |(text, at): (&String, usize)| File {
        path: format!("{at}.txt"),
        bytes: format!("Un titre assez long pour être lu\n\n{text}\n").into_bytes(),
    };
    Folder {
        config: None,
        entities: Some(File { path: "entities.toml".into(), bytes: entities.as_bytes().to_vec() }),
        articles: texts.iter().zip(0..).map(article).collect(),
        base: "articles/".into(),
        ..Folder::default()
    }
}

/// Seconds that reading takes.
fn seconds(folder: &Folder) -> f64 {
    let begun = Instant::now();
    let _ = read(folder);
    begun.elapsed().as_secs_f64()
}

/// Paragraphs that each try one part of the recogniser, repeated.
const PARAGRAPHS: [&str; 5] = [
    "Alep ",
    "Jean de la Tour du Pin et Marie al-Nosra ",
    "Ministère de la Défense de la République du Nord de la Chine de ",
    "le président russe, le ministre des Affaires étrangères, Moscou et Paris ",
    "M. Lavrov (ONU), M. Kerry (OSCE), ",
];

#[test]
fn one_long_paragraph_takes_time_in_proportion() {
    let entities = "[[entity]]\nid = \"pin\"\nkind = \"person\"\nname = \"Pin\"\n";
    for paragraph in PARAGRAPHS {
        let time = |bytes: usize| {
            let folder = folder(entities, &[paragraph.repeat(bytes / paragraph.len())]);
            seconds(&folder)
        };
        let (small, large) = (time(15_000), time(120_000));
        // Eight times the bytes: sixty-four times the time would be quadratic.
        assert!(large < 24.0 * small.max(0.02), "{paragraph}: {small} s, then {large} s");
    }
}

#[test]
fn ten_thousand_aliases_are_read_in_good_time() {
    let aliases: Vec<String> = (0..10_000).map(|n| format!("\"Nom Numéro {n}\"")).collect();
    let entities =
        format!("[[entity]]\nid = \"a\"\nkind = \"person\"\nname = \"Alep\"\naliases = [{}]\n", aliases.join(", "));
    let folder = folder(&entities, &["Nom Numéro 9999 et Nom Numéro 12 sont venus à Alep mardi soir.".into()]);
    let reading = read(&folder).expect("a corpus");
    let of_alias =
        reading.corpus.articles[0].marks.mentions.iter().filter(|m| m.entity.is_some_and(|ix| ix.0 == 0)).count();
    assert_eq!(of_alias, 3);
    assert!(seconds(&folder) < 20.0);
}

#[test]
fn hostile_strings_are_names_and_texts_like_others() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/hostile/blns.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("SKIPPED ../shared/data/hostile is missing");
        return;
    };
    // The strings as they stand in JSON serve as well as those that they stand for.
    let strings: Vec<String> = text.lines().map(|line| line.trim().trim_matches([',', '"']).to_string()).collect();
    assert!(strings.len() > 400);
    let texts: Vec<String> = strings.chunks(40).map(|chunk| chunk.join(" ")).collect();
    assert!(read(&folder("", &texts)).is_ok_and(|reading| reading.corpus.articles.len() == texts.len()));
    for (string, at) in strings.iter().zip(0..).step_by(40) {
        let name = string.replace(['\\', '"'], " ");
        let entities =
            format!("[[entity]]\nid = \"e{at}\"\nkind = \"person\"\nname = \"Alep\"\naliases = [\"{name}\"]\n");
        let text = format!("Un homme nommé {string} est venu à Alep mardi.");
        // Read, or refused with a message: never a panic.
        if let Err(errors) = read(&folder(&entities, &[text])) {
            assert!(errors.to_string().contains("entities.toml"), "{errors}");
        }
    }
}
