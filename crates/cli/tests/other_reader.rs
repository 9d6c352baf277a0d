//! The pack can be read without this program: a reader in another language, written from docs/pack.md, sees the same articles.

use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::Command,
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn lines(command: &mut Command) -> Vec<Value> {
    let done = command.output().expect("the command runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let text = String::from_utf8(done.stdout).expect("text");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn a_reader_in_python_sees_the_same_articles() {
    if Command::new("python3").arg("--version").output().is_err() {
        println!("SKIPPED a_reader_in_python_sees_the_same_articles: there is no python3");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let pack = folder.path().join("corpus.pack");
    std::fs::write(&pack, visavis_cli::pack(&root().join("corpus")).expect("a pack")).expect("written");
    let theirs = lines(Command::new("python3").arg(root().join("docs/read_pack.py")).arg(&pack));
    let ours = lines(Command::new(env!("CARGO_BIN_EXE_visavis")).args(["inspect", "--json"]).arg(&pack));
    assert_eq!(theirs.len(), ours.len());
    for (theirs, ours) in theirs.iter().zip(&ours) {
        let of = |list: &Value, name: &str| -> Vec<Value> {
            list.as_array().expect("a list").iter().map(|item| item[name].clone()).collect()
        };
        for name in ["id", "file"] {
            assert_eq!(theirs[name], ours[name]);
        }
        for name in ["title", "outlet", "credit", "language"] {
            assert_eq!(theirs[name]["value"], ours[name]["value"], "{name} of {}", ours["id"]);
            assert_eq!(theirs[name]["ground"], ours[name]["ground"], "{name} of {}", ours["id"]);
        }
        for name in ["role", "lines", "source", "text"] {
            assert_eq!(of(&theirs["blocks"], name), of(&ours["blocks"], name), "{name} in {}", ours["id"]);
        }
        for name in ["block", "span", "kind"] {
            assert_eq!(of(&theirs["mentions"], name), of(&ours["mentions"], name), "{name} in {}", ours["id"]);
        }
    }
}
