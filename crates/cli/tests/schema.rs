//! What `inspect --json` prints is what `docs/inspect.schema.json` says.

use jsonschema::Validator;
use serde_json::{Value, json};
use std::{fs, path::Path, process::Command};

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn schema() -> Validator {
    let text = fs::read_to_string(root().join("docs/inspect.schema.json")).expect("the schema");
    jsonschema::validator_for(&serde_json::from_str(&text).expect("JSON")).expect("a schema")
}

/// What is printed for the folder `dir`, an article a line.
fn inspected(dir: &Path) -> Vec<Value> {
    let done = Command::new(env!("CARGO_BIN_EXE_visavis"))
        .args(["inspect", "--json"])
        .arg(dir)
        .output()
        .expect("the command runs");
    let text = String::from_utf8(done.stdout).expect("text");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn mistakes(schema: &Validator, article: &Value) -> Vec<String> {
    schema.iter_errors(article).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_first_corpus_is_printed_as_documented() {
    let articles = inspected(&root().join("corpus"));
    assert_eq!(articles.len(), 5);
    articles.iter().for_each(|article| assert_eq!(mistakes(&schema(), article), [""; 0]));
}

#[test]
fn every_form_of_file_is_printed_as_documented() {
    let dir = tempfile::tempdir().expect("a folder");
    let files = [
        ("a.txt", "Un titre\n\n« Il faut partir », a dit Jean Martin mardi à 30 000 personnes."),
        ("b.md", "---\ntitle: Un\ndate: 2016-10\n---\nTexte."),
        ("c.html", "<html lang=fr><nav>Accueil</nav><article><h1>Un</h1><p>Texte.</p></article>"),
        ("d.json", "[{\"title\": \"Un\", \"body\": \"Texte.\"}, {\"title\": \"Deux\"}]"),
        ("e.csv", "title,text\nUn,Texte.\n"),
    ];
    files.iter().for_each(|(name, text)| fs::write(dir.path().join(name), text).expect("a file"));
    let articles = inspected(dir.path());
    assert_eq!(articles.len(), 6);
    articles.iter().for_each(|article| assert_eq!(mistakes(&schema(), article), [""; 0]));
}

#[test]
fn the_schema_refuses_what_is_not_so() {
    let schema = schema();
    let good = inspected(&root().join("corpus")).remove(0);
    let changes: [(&str, Value); 8] = [
        ("/id", json!(3)),
        ("/title/ground", json!("sure")),
        ("/title/value", json!(null)),
        ("/credit/value", json!("AFP")),
        ("/date/value", json!("mardi")),
        ("/blocks/0/role", json!("other")),
        ("/blocks/0/source/0", json!([1])),
        ("/mentions/0/confidence", json!(1.5)),
    ];
    for (place, value) in changes {
        let mut bad = good.clone();
        *bad.pointer_mut(place).expect(place) = value;
        assert!(!schema.is_valid(&bad), "{place}");
    }
    let mut added = good;
    added["added"] = json!(1);
    assert!(schema.is_valid(&added), "keys may be added");
}
