//! Folders as they come: files that cannot be read among others that can.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};
use tempfile::TempDir;

const TEXT: &str =
    "Un pont à rénover cette année\n\nLe conseil municipal de Rouen a voté jeudi soir la rénovation du pont.\n";

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    for (path, bytes) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    dir
}

fn visavis(arguments: &[&str], dir: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_visavis")).args(arguments).arg(dir).output().expect("the command runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

const MIXED: [(&str, &[u8]); 4] = [
    ("articles/a.txt", TEXT.as_bytes()),
    ("articles/b.txt", b" "),
    ("articles/c.jsonl", b"{\"title\": \"Un\", \"body\": \"Texte.\"}\n{\n"),
    ("articles/un/deux/d.txt", TEXT.as_bytes()),
];

#[test]
fn a_bad_file_never_stops_the_others() {
    let dir = folder(&MIXED);
    let done = visavis(&["inspect", "--json"], dir.path());
    assert_eq!((done.status.code(), text(&done.stdout).lines().count()), (Some(1), 3));
    assert!(
        text(&done.stderr).contains("b.txt:1: the article is empty")
            && text(&done.stderr).contains("c.jsonl:2: not valid JSON")
    );
    let done = visavis(&["check"], dir.path());
    assert_eq!(done.status.code(), Some(1));
    assert!(text(&done.stdout).contains("3 articles, 0 entities, 2 errors"), "{}", text(&done.stdout));
}

#[test]
fn a_pack_leaves_out_what_is_bad_only_when_told_to() {
    let (dir, out) = (folder(&MIXED), folder(&[]));
    let pack = out.path().join("corpus.pack").display().to_string();
    let done = visavis(&["pack", "-o", &pack], dir.path());
    assert_eq!(done.status.code(), Some(1));
    assert_eq!(fs::read_dir(out.path()).expect("a folder").count(), 0);
    let done = visavis(&["pack", "--skip-bad", "-o", &pack], dir.path());
    assert!(done.status.success() && text(&done.stdout).contains("3 articles"));
    assert!(
        text(&done.stderr).contains("left out: ") && text(&done.stderr).contains("c.jsonl:2"),
        "{}",
        text(&done.stderr)
    );
}

#[test]
fn any_number_of_threads_gives_the_same() {
    let many: Vec<(String, String)> =
        (0..200).map(|nth| (format!("{nth}.txt"), format!("Titre numéro {nth}\n\n{TEXT}"))).collect();
    let files: Vec<(&str, &[u8])> = many.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    let dir = folder(&files);
    let with = |threads: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_visavis"));
        command.env("RAYON_NUM_THREADS", threads).args(["inspect", "--json"]).arg(dir.path());
        command.output().expect("the command runs").stdout
    };
    assert_eq!(with("1").split(|&b| b == b'\n').count(), 201);
    assert_eq!(with("1"), with("7"));
}

#[cfg(unix)]
#[test]
fn links_that_lead_back_are_not_followed() {
    let dir = folder(&[("articles/un/a.txt", TEXT.as_bytes())]);
    std::os::unix::fs::symlink(dir.path(), dir.path().join("articles/un/back")).expect("a link");
    std::os::unix::fs::symlink("self.txt", dir.path().join("articles/self.txt")).expect("a link");
    let done = visavis(&["inspect", "--json"], dir.path());
    assert_eq!(text(&done.stdout).lines().count(), 1, "{}", text(&done.stderr));
    assert!(text(&done.stderr).contains("back: not read"));
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_concerns_its_file_alone() {
    use std::os::unix::ffi::OsStrExt;
    let dir = folder(&[("a.txt", TEXT.as_bytes())]);
    fs::write(dir.path().join(std::ffi::OsStr::from_bytes(b"\xE9.txt")), TEXT).expect("a file");
    let done = visavis(&["inspect", "--json"], dir.path());
    assert_eq!(text(&done.stdout).lines().count(), 1);
    assert!(
        text(&done.stderr).contains(".txt: the file cannot be read: its name is not valid UTF-8; rename it")
            || text(&done.stderr).contains("not read")
    );
}

#[test]
fn a_file_of_a_hundred_megabytes_is_refused_and_the_others_are_read() {
    let dir = folder(&[("articles/a.txt", TEXT.as_bytes())]);
    let file = fs::File::create(dir.path().join("articles/long.txt")).expect("a file");
    file.set_len(100_000_001).expect("a long file");
    let done = visavis(&["inspect", "--json"], dir.path());
    assert_eq!(text(&done.stdout).lines().count(), 1);
    assert!(text(&done.stderr).contains("long.txt: the file has 100000001 bytes, and an article may have 100000000"));
}

#[test]
fn annotations_beside_corpus_toml_are_imported_and_name_their_file() {
    let dir = folder(&[
        ("articles/a.txt", b"Un titre de journal\n\nLe convoi de Zaytouna est parti mardi matin de la ville.\n"),
        ("corpus.toml", b"[[annotations]]\nfile = \"by-hand/a.conll\"\n"),
        (
            "annotations/by-hand/a.conll",
            b"Le O\nconvoi O\nde O\nZaytouna B-ORG\nest O\nparti O\nmardi O\nVienne B-LOC\n",
        ),
    ]);
    let done = visavis(&["inspect", "--json"], dir.path());
    assert!(done.status.success());
    let article: serde_json::Value = serde_json::from_slice(&done.stdout).expect("JSON");
    let mention = &article["mentions"][0];
    assert_eq!(mention["text"], "Zaytouna");
    assert_eq!((&mention["kind"], &mention["rule"]), (&"organisation".into(), &"imported".into()));
    assert_eq!(mention["source"], "by-hand/a.conll");
    let said = String::from_utf8(done.stderr).expect("text");
    assert!(said.contains("annotations/by-hand/a.conll:8: “Vienne” (LOC) is not in a.txt"), "{said}");
}

#[test]
fn a_name_that_only_a_withheld_text_holds_is_in_no_pack() {
    let open = b"Un accord est signe\n\nLe texte de M. Dubreuil a convaincu la ville de Lyon jeudi.\n";
    let held = b"Un autre accord\n\nHonorine Dubreuil a rencontre Casimir Vauquelin, le maire de Crest, jeudi matin a Valence.\n";
    let config =
        b"[[outlet]]\nid = \"o\"\npublish = \"none\"\n[[article]]\nfile = \"b.txt\"\noutlet = \"o\"\nbecause = \"x\"\n";
    let dir = folder(&[("articles/a.txt", open), ("articles/b.txt", held), ("corpus.toml", config)]);
    let pack = visavis_corpus::Pack::open(&visavis_cli::pack(dir.path()).expect("a pack")).expect("a pack");
    let known: Vec<String> = pack
        .entities()
        .iter()
        .flat_map(|e| [e.id.clone(), e.name.clone()].into_iter().chain(e.aliases.clone()))
        .collect();
    assert!(known.contains(&"Dubreuil".to_string()), "{known:?}");
    for word in ["Honorine", "honorine", "Vauquelin", "Crest", "Valence"] {
        assert!(known.iter().all(|name| !name.contains(word)), "{word} in {known:?}");
    }
}
