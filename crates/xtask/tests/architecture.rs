//! What `docs/architecture.md` promises, held where it can be: who may depend on whom, who may name the browser, how long a file gets.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use xtask::project::root;

/// Each package and the packages of this workspace that it may use. Arrows point one way: down this list, never up.
const MAY_USE: [(&str, &[&str]); 10] = [
    ("visavis-text", &[]),
    ("visavis-corpus", &["visavis-text"]),
    ("visavis-reading", &["visavis-corpus", "visavis-text"]),
    ("visavis-search", &["visavis-corpus", "visavis-text"]),
    ("visavis-compare", &["visavis-corpus", "visavis-text"]),
    ("visavis-cli", &["visavis-reading", "visavis-search", "visavis-compare", "visavis-corpus", "visavis-text"]),
    ("visavis-app", &["visavis-search", "visavis-compare", "visavis-corpus", "visavis-text"]),
    ("xtask", &["visavis-cli", "visavis-search", "visavis-compare", "visavis-corpus", "visavis-text"]),
    (
        "visavis-fuzz",
        &["visavis-compare", "visavis-app", "visavis-search", "visavis-reading", "visavis-corpus", "visavis-text"],
    ),
    ("visavis-browser-tests", &["xtask", "visavis-cli", "visavis-corpus", "visavis-text"]),
];

/// Crates that only make sense in a browser: the app alone may use them.
const BROWSER: [&str; 4] = ["leptos", "web-sys", "gloo", "js-sys"];

/// Crates that reach the world outside; the pure ones do without.
const IMPURE: [&str; 6] = ["anyhow", "clap", "tempfile", "tiny_http", "tokio", "thirtyfour"];
const PURE: [&str; 5] = ["visavis-text", "visavis-corpus", "visavis-reading", "visavis-search", "visavis-compare"];

/// Longest source file, in lines.
const LONGEST: usize = 600;

struct Package {
    name: String,
    /// What it uses, also in its tests and build scripts.
    uses: Vec<String>,
    /// What it uses when it runs.
    runs_with: Vec<String>,
}

fn packages() -> Vec<Package> {
    let mut folders = vec![root(), root().join("tests/browser"), root().join("tests/fuzz")];
    folders.extend(children(&root().join("crates")));
    folders.into_iter().filter_map(|folder| package(&folder)).collect()
}

/// The package in `folder`; the root may be a workspace and nothing else.
fn package(folder: &Path) -> Option<Package> {
    let text = std::fs::read_to_string(folder.join("Cargo.toml")).ok()?;
    let manifest: toml::Table = text.parse().expect("Cargo.toml is TOML");
    let name = manifest.get("package")?.get("name")?.as_str()?.to_owned();
    let mut uses = Vec::new();
    collect(&manifest, &mut uses, true);
    let mut runs_with = Vec::new();
    collect(&manifest, &mut runs_with, false);
    Some(Package { name, uses, runs_with })
}

/// Names of dependencies, also those of one target only.
fn collect(table: &toml::Table, names: &mut Vec<String>, with_tests: bool) {
    for (key, value) in table {
        let Some(inner) = value.as_table() else { continue };
        let tests = matches!(key.as_str(), "dev-dependencies" | "build-dependencies");
        if key == "dependencies" || (tests && with_tests) {
            names.extend(inner.keys().cloned());
        } else if key == "target" {
            inner.values().filter_map(toml::Value::as_table).for_each(|target| collect(target, names, with_tests));
        }
    }
}

fn children(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// Every Rust file of the project, with its path from the root.
fn sources() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for folder in ["src", "crates", "tests"] {
        walk(&root().join(folder), &mut files);
    }
    files
}

fn walk(folder: &Path, files: &mut Vec<(String, String)>) {
    for path in children(folder) {
        if path.is_dir() && !path.ends_with("node_modules") {
            walk(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push((name, std::fs::read_to_string(&path).expect("a source file is UTF-8")));
        }
    }
}

/// The code of a file without its comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| line.split("//").next().unwrap_or_default())
}

#[test]
fn arrows_point_one_way() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_USE.into_iter().collect();
    for package in packages() {
        let may = allowed.get(package.name.as_str()).unwrap_or_else(|| {
            panic!("{} is new: say in this test and in docs/architecture.md what it may use", package.name)
        });
        let ours = package.uses.iter().filter(|name| allowed.contains_key(name.as_str()));
        let wrong: Vec<&String> = ours.filter(|name| !may.contains(&name.as_str())).collect();
        assert!(wrong.is_empty(), "{} may not use {wrong:?}", package.name);
    }
}

#[test]
fn only_the_app_depends_on_the_browser() {
    for package in packages().iter().filter(|package| package.name != "visavis-app") {
        let is_browser = |name: &&String| BROWSER.contains(&name.as_str()) || name.starts_with("wasm-bindgen");
        let wrong: Vec<&String> = package.uses.iter().filter(is_browser).collect();
        assert!(wrong.is_empty(), "{} may not use {wrong:?}", package.name);
    }
}

#[test]
fn the_core_is_pure() {
    for package in packages().iter().filter(|package| PURE.contains(&package.name.as_str())) {
        let wrong: Vec<&String> = package.runs_with.iter().filter(|name| IMPURE.contains(&name.as_str())).collect();
        assert!(wrong.is_empty(), "{} may not use {wrong:?}", package.name);
    }
    let outside = ["std::fs", "std::env", "std::net", "std::process", "std::time", "std::thread", "println!"];
    for (file, text) in sources() {
        let pure = PURE.iter().any(|name| file.starts_with(&format!("crates/{}/src/", &name["visavis-".len()..])));
        let is_test = file.contains("/tests");
        let body = text.split("#[cfg(test)]").next().unwrap_or_default();
        for line in code(body).filter(|_| pure && !is_test) {
            let named = outside.iter().find(|name| line.contains(**name));
            assert!(named.is_none(), "{file} reaches outside: {}", line.trim());
        }
    }
}

#[test]
fn only_the_edge_names_the_browser() {
    for (file, text) in sources() {
        let allowed = file.starts_with("src/browser/") || file == "crates/xtask/tests/architecture.rs";
        for line in code(&text).filter(|_| !allowed) {
            let named = ["web_sys", "js_sys", "gloo"].into_iter().find(|name| line.contains(name));
            assert!(named.is_none(), "{file} names the browser; src/browser is its place: {}", line.trim());
        }
    }
}

#[test]
fn a_file_can_be_read_in_one_sitting() {
    for (file, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{file} has {lines} lines; the limit is {LONGEST}");
    }
}

#[test]
fn a_module_says_what_it_holds() {
    for (file, _) in sources() {
        let nameless = ["utils", "util", "helpers", "helper", "common", "misc"];
        let wrong = file.split(['/', '.']).find(|part| nameless.contains(part));
        assert!(wrong.is_none(), "{file}: name it after what it holds");
    }
}

/// The code map: lines of the first fenced block that follows a heading with “code map” in it.
fn code_map(document: &str) -> Vec<&str> {
    let after =
        document.lines().skip_while(|line| !(line.starts_with('#') && line.to_lowercase().contains("code map")));
    let block = after.skip_while(|line| !line.starts_with("```")).skip(1);
    block.take_while(|line| !line.starts_with("```")).filter(|line| !line.trim().is_empty()).collect()
}

/// The paths that a code map names: indentation by two spaces a level, the path first, then what it is.
fn mapped(lines: &[&str]) -> Vec<String> {
    let mut above: Vec<(usize, String)> = Vec::new();
    let mut paths = Vec::new();
    for line in lines {
        let indent = line.len() - line.trim_start().len();
        above.retain(|(depth, _)| *depth < indent);
        let path = line.split_whitespace().next().unwrap_or_default();
        let parent: String = above.iter().map(|(_, folder)| folder.as_str()).collect();
        paths.push(format!("{parent}{path}"));
        if path.ends_with('/') {
            above.push((indent, path.to_owned()));
        }
    }
    paths
}

#[test]
fn the_code_map_names_what_is_there() {
    let file = root().join("docs/architecture.md");
    let Ok(document) = std::fs::read_to_string(&file) else {
        println!("SKIPPED the_code_map_names_what_is_there: docs/architecture.md is not written yet");
        return;
    };
    let paths = mapped(&code_map(&document));
    assert!(paths.len() > 10, "docs/architecture.md has no code map: a heading with “code map”, then a fenced block");
    let missing: Vec<&String> = paths.iter().filter(|path| !root().join(path).exists()).collect();
    assert!(missing.is_empty(), "docs/architecture.md names what is not there: {missing:?}");
    for crate_folder in children(&root().join("crates")) {
        let name = format!("crates/{}/", crate_folder.file_name().unwrap_or_default().to_string_lossy());
        assert!(paths.contains(&name), "docs/architecture.md does not say what {name} is for");
    }
}

#[test]
fn a_code_map_is_read_by_its_indentation() {
    let lines = ["crates/", "  text/   characters", "    lib.rs", "  cli/", "src/  the app"];
    assert_eq!(mapped(&lines), ["crates/", "crates/text/", "crates/text/lib.rs", "crates/cli/", "src/"]);
}
