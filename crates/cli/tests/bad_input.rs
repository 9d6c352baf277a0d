//! Each mistake gives one clear message, an exit code, and no half-written output.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

const TEXT: &str = "Un pont à rénover cette année\n\nLe conseil municipal de Rouen a voté jeudi soir la rénovation du pont.\n\nLes travaux commenceront au printemps et dureront six mois.\n";

/// A file's path in its folder, and its content.
type Content<'c> = (&'c str, &'c [u8]);

fn visavis(arguments: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_visavis")).args(arguments).output().expect("the command runs")
}

fn folder(files: &[Content<'_>]) -> TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    for (path, bytes) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    dir
}

/// Packs a folder of `files`, expects failure without output, and gives the message, without the folder's name.
fn refused(files: &[Content<'_>]) -> String {
    let (dir, out) = (folder(files), folder(&[]));
    let pack = out.path().join("corpus.pack");
    let done = visavis(&[Path::new("pack"), dir.path(), Path::new("-o"), &pack]);
    assert_eq!(done.status.code(), Some(1));
    assert_eq!(fs::read_dir(out.path()).expect("a folder").count(), 0, "something was written");
    assert!(done.stdout.is_empty());
    let message = String::from_utf8(done.stderr).expect("text");
    message.replace(&format!("{}/", dir.path().display()), "").trim_end().to_string()
}

#[test]
fn a_folder_that_is_missing() {
    let done = visavis(&[Path::new("check"), Path::new("no/such/folder")]);
    assert_eq!(done.status.code(), Some(1));
    let message = String::from_utf8_lossy(&done.stderr).to_string();
    assert_eq!(
        message,
        "no/such/folder: there is no such folder; give the folder that holds corpus.toml and articles\n"
    );
}

#[test]
fn a_file_for_a_folder() {
    let dir = folder(&[("a", b"")]);
    let done = visavis(&[Path::new("check"), &dir.path().join("a")]);
    assert!(String::from_utf8_lossy(&done.stderr).contains("this is not a folder"));
}

#[test]
fn mistakes_in_the_folder() {
    let text = ("articles/a.txt", TEXT.as_bytes());
    let cases: [(&[Content<'_>], &str); 8] = [
        (
            &[text, ("corpus.toml", b"titel = \"x\"")],
            "corpus.toml:1: unknown key “titel” in the file; did you mean “title”?",
        ),
        (
            &[text, ("corpus.toml", b"[[article]]\nfile = \"b.txt\"")],
            "corpus.toml:2: there is no article file “b.txt”; did you mean “a.txt”?",
        ),
        (
            &[text, ("articles/b.txt", TEXT.as_bytes()), ("corpus.toml", b"[[article]]\nfile = \"b.txt\"\nid = \"a\"")],
            "corpus.toml:3: the article id “a” is taken already, at articles/a.txt; give one of the two another id",
        ),
        (
            &[text, ("articles/b.txt", b"")],
            "articles/b.txt:1: the article is empty; put its text into the file, or remove the file",
        ),
        (
            &[text, ("articles/b/c.txt", b"a\n\xE9\x9D")],
            "articles/b/c.txt:2: byte 4 is 9D, which is not a character, so the file is neither UTF-8 nor Windows-1252; save it again as UTF-8",
        ),
        (
            &[("corpus.toml", b"")],
            "there is no article here; put files (.txt, .md, .html, .json, .jsonl, .csv or .zip) into the folder “articles”",
        ),
        (
            &[text, ("entities.toml", b"[[entity]]\nid = \"a\"\nkind = \"place\"")],
            "entities.toml:1: [[entity]] has no “name”; add name = \"…\"",
        ),
        (&[text, ("corpus.toml", b"a = [")], "corpus.toml:1: not valid TOML: "),
    ];
    for (files, expected) in cases {
        let found = refused(files);
        let tail = found.strip_prefix(": ").unwrap_or(&found);
        assert!(tail.contains(expected), "{found}\nshould be\n{expected}");
    }
}

#[test]
fn a_line_of_fifty_megabytes() {
    let mut long = b"Titre\n".to_vec();
    long.resize(50_000_000, b'x');
    assert!(refused(&[("long.txt", &long)]).starts_with("long.txt:2: this line has 49999994 bytes"));
}

#[test]
fn an_older_pack_stays_where_the_new_one_fails() {
    let dir = folder(&[("a.txt", b""), ("out/corpus.pack", b"older")]);
    let pack = dir.path().join("out/corpus.pack");
    assert!(!visavis(&[Path::new("pack"), dir.path(), Path::new("-o"), &pack]).status.success());
    assert_eq!(fs::read(&pack).expect("the older pack"), b"older");
}

#[test]
fn an_output_that_cannot_be_written() {
    let dir = folder(&[("a.txt", TEXT.as_bytes())]);
    let pack = dir.path().join("no/such/corpus.pack");
    let done = visavis(&[Path::new("pack"), dir.path(), Path::new("-o"), &pack]);
    assert_eq!(done.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&done.stderr).contains("cannot write this file"));
}

/// A sound pack and the folder it lies in.
fn pack() -> (TempDir, PathBuf) {
    let dir = folder(&[("a.txt", TEXT.as_bytes())]);
    let pack = dir.path().join("corpus.pack");
    assert!(visavis(&[Path::new("pack"), dir.path(), Path::new("-o"), &pack]).status.success());
    (dir, pack)
}

#[test]
fn packs_that_are_not_sound() {
    let (_dir, path) = pack();
    let good = fs::read(&path).expect("a pack");
    let mut flipped = good.clone();
    *flipped.last_mut().expect("a byte") ^= 1;
    // The checksum is right for no other version, so a changed version alone reads as damage; a short newer one is named.
    let newer = [&good[..8], &[2, 0, 0, 0, 255, 0, 0, 0][..], &good[16..28]].concat();
    for (bytes, expected) in [
        (&good[..good.len() - 1], "incomplete"),
        (&good[..10], "incomplete"),
        (&flipped[..], "damaged"),
        (&newer[..], "version 2"),
        (TEXT.as_bytes(), "not a pack"),
        (&[], "not a pack"),
    ] {
        fs::write(&path, bytes).expect("a file");
        let done = visavis(&[Path::new("inspect"), &path]);
        let message = String::from_utf8_lossy(&done.stderr).to_string();
        assert_eq!(done.status.code(), Some(1), "{message}");
        assert!(message.contains(expected) && message.contains("corpus.pack: "), "{message}");
        assert!(done.stdout.is_empty());
    }
}

#[test]
fn a_pack_that_is_missing() {
    let done = visavis(&[Path::new("inspect"), Path::new("no.pack")]);
    assert_eq!(done.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&done.stderr).starts_with("no.pack: there is no such folder or pack"));
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let many: Vec<(String, Vec<u8>)> = (0..300).map(|n| (format!("{n}.txt"), TEXT.into())).collect();
    let files: Vec<Content<'_>> = many.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let dir = folder(&files);
    let mut child = Command::new(env!("CARGO_BIN_EXE_visavis"))
        .args([Path::new("inspect"), Path::new("--json"), dir.path()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    drop(child.stdout.take());
    let done = child.wait_with_output().expect("the command ends");
    assert!(done.status.success() && done.stderr.is_empty(), "{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn files_that_are_not_read_are_named() {
    let dir = folder(&[("articles/a.txt", TEXT.as_bytes()), ("articles/b.docx", b"")]);
    let done = visavis(&[Path::new("check"), dir.path()]);
    assert!(done.status.success());
    assert!(
        String::from_utf8_lossy(&done.stdout)
            .contains("b.docx: not read: articles are files that end in .txt, .text, .md,")
    );
}

#[test]
fn what_is_doubtful_is_listed() {
    let config = "[[article]]\nfile = \"b.txt\"\ndate = \"2016-10-12\"";
    let dir = folder(&[("a.txt", TEXT.as_bytes()), ("b.txt", TEXT.as_bytes()), ("corpus.toml", config.as_bytes())]);
    let done = visavis(&[Path::new("check"), dir.path()]);
    let found = String::from_utf8_lossy(&done.stdout).to_string();
    for expected in [
        "a.txt: the outlet is unknown",
        "a.txt: the date is unknown",
        "b.txt: the owner's outlet or date has no reason",
        "b.txt: reads the same as a.txt",
        "2 articles, 0 entities, no error, 5 things",
    ] {
        assert!(found.contains(expected), "{found}");
    }
}
