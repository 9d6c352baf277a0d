//! What the page is made of: the packages that are compiled into it, with their licences, for readers and for machines.
//!
//! Everything comes from `cargo metadata` under the lock file, so that the lists are those of the very build.

use crate::{process, project, setup::WASM};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

/// The package that becomes the page.
const APP: &str = "visavis-app";

/// A package of somebody else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    name: String,
    version: String,
    /// An SPDX expression.
    licence: String,
    /// Where its source is, if it says so.
    home: String,
    /// The texts of its licences and notices, by file name.
    texts: BTreeMap<String, String>,
}

/// `licences.txt` and `sbom.cdx.json` for the page.
pub fn lists() -> Result<Vec<(String, Vec<u8>)>> {
    let mut command = process::cargo();
    command.args(["metadata", "--format-version", "1", "--locked", "--filter-platform", WASM]);
    let said = process::output(&mut command).context("`cargo metadata --locked` failed: is Cargo.lock up to date?")?;
    let metadata: Value = serde_json::from_str(&said).context("`cargo metadata` wrote something else than JSON")?;
    let parts = parts(&metadata)?;
    Ok(vec![
        ("licences.txt".to_owned(), licences(&parts).into_bytes()),
        ("sbom.cdx.json".to_owned(), format!("{:#}\n", bill(&parts)).into_bytes()),
    ])
}

/// Every package of others that is compiled into the page, in order of name.
fn parts(metadata: &Value) -> Result<Vec<Part>> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages: BTreeMap<String, Value> =
        list(&metadata["packages"]).into_iter().map(|package| (text(&package["id"]), package)).collect();
    let nodes: BTreeMap<String, Value> =
        list(&metadata["resolve"]["nodes"]).into_iter().map(|node| (text(&node["id"]), node)).collect();
    let app = packages.iter().find(|(_, package)| package["name"] == APP).map(|(id, _)| id.clone());
    let mut waiting = vec![app.with_context(|| format!("the workspace has no {APP}"))?];
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        let Some(node) = nodes.get(&id) else { bail!("`cargo metadata` does not resolve {id}") };
        // What only tests and build scripts use is not in the page; what writes code while compiling is not either, but it shapes it.
        let used = |dependency: &Value| list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
        waiting.extend(
            list(&node["deps"]).iter().filter(|dependency| used(dependency)).map(|dependency| text(&dependency["pkg"])),
        );
    }
    let others = seen.iter().filter_map(|id| packages.get(id)).filter(|package| !package["source"].is_null());
    let mut parts: Vec<Part> = others
        .map(|package| Part {
            name: text(&package["name"]),
            version: text(&package["version"]),
            licence: text(&package["license"]),
            home: text(&package["repository"]),
            texts: texts(Path::new(&text(&package["manifest_path"]))),
        })
        .collect();
    parts.sort();
    Ok(parts)
}

/// The licences and notices that stand beside a manifest.
fn texts(manifest: &Path) -> BTreeMap<String, String> {
    let entries = manifest.parent().and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let upper = name.to_uppercase();
            let wanted =
                ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"].iter().any(|start| upper.starts_with(start));
            let text = wanted.then(|| std::fs::read_to_string(entry.path()).ok())??;
            Some((name, text.replace("\r\n", "\n").trim().to_owned()))
        })
        .collect()
}

/// For readers: each package with its licence, then each distinct text once, with those whom it is from.
fn licences(parts: &[Part]) -> String {
    let mut out = String::from("Software of others that is part of this page.\n\n");
    for part in parts {
        let _ = writeln!(out, "{} {}: {}  {}", part.name, part.version, part.licence, part.home);
    }
    let mut texts: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for part in parts {
        for (file, text) in &part.texts {
            texts.entry(text).or_default().push(format!("{} {} ({file})", part.name, part.version));
        }
    }
    for (text, from) in texts {
        let _ = write!(out, "\n{}\n{}\n\n{text}\n", "=".repeat(72), from.join("\n"));
    }
    out
}

/// For machines: a bill of materials in the terms of `CycloneDX` 1.5. Without a serial number or a time, so that the same build has the
/// same bytes.
fn bill(parts: &[Part]) -> Value {
    let component = |part: &Part| {
        json!({
            "type": "library",
            "bom-ref": format!("pkg:cargo/{}@{}", part.name, part.version),
            "name": part.name,
            "version": part.version,
            "purl": format!("pkg:cargo/{}@{}", part.name, part.version),
            "licenses": [{ "expression": part.licence.replace('/', " OR ") }],
            "externalReferences": if part.home.is_empty() { json!([]) } else { json!([{ "type": "vcs", "url": part.home }]) },
        })
    };
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": { "type": "application", "name": "vis-a-vis", "version": env!("CARGO_PKG_VERSION") } },
        "components": parts.iter().map(component).collect::<Vec<_>>(),
    })
}

/// A checksum for each file of the built page, to compare two builds.
pub fn sums(dist: &Path) -> Result<BTreeMap<String, u64>> {
    const CRC: crc::Crc<u64> = crc::Crc::<u64>::new(&crc::CRC_64_XZ);
    let site = visavis_cli::site::Site::read(dist)?;
    Ok(site.files().map(|(name, bytes)| (name.to_owned(), CRC.checksum(bytes))).collect())
}

/// Builds the page twice, the second time from nothing, and compares every byte.
pub fn reproduce() -> Result<()> {
    crate::build::run()?;
    let first = sums(&project::dist())?;
    let mut clean = process::cargo();
    process::run("forgetting what was compiled", clean.args(["clean", "--release", "--target", WASM]))?;
    crate::build::run()?;
    let second = sums(&project::dist())?;
    let names: BTreeSet<&String> = first.keys().chain(second.keys()).collect();
    let other: Vec<&str> =
        names.into_iter().filter(|name| first.get(*name) != second.get(*name)).map(String::as_str).collect();
    if !other.is_empty() {
        bail!("two builds differ in {}", other.join(", "));
    }
    println!("two builds gave the same {} files, byte by byte", first.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compiled_into_the_page_is_listed_and_what_tests_it_is_not() {
        let package = |id: &str, source: Option<&str>| json!({ "id": id, "name": id, "version": "1.0.0", "license": "MIT/Apache-2.0", "source": source, "manifest_path": "/nowhere/Cargo.toml" });
        let needs = |package: &str, kind: Option<&str>| json!({ "pkg": package, "dep_kinds": [{ "kind": kind }] });
        let metadata = json!({
            "packages": [package(APP, None), package("leptos", Some("r")), package("proptest", Some("r")), package("deep", Some("r"))],
            "resolve": { "nodes": [
                { "id": APP, "deps": [needs("leptos", None), needs("proptest", Some("dev"))] },
                { "id": "leptos", "deps": [needs("deep", None)] },
                { "id": "proptest", "deps": [] },
                { "id": "deep", "deps": [] },
            ] },
        });
        let parts = parts(&metadata).unwrap();
        let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
        assert_eq!(names, ["deep", "leptos"]);
        assert_eq!(bill(&parts)["components"][0]["licenses"][0]["expression"], "MIT OR Apache-2.0");
    }

    #[test]
    fn a_licence_that_many_share_is_printed_once() {
        let part = |name: &str| Part {
            name: name.into(),
            version: "1.0.0".into(),
            licence: "MIT".into(),
            home: String::new(),
            texts: BTreeMap::from([("LICENSE".into(), "Permission is granted".into())]),
        };
        let list = licences(&[part("a"), part("b")]);
        assert_eq!(list.matches("Permission is granted").count(), 1);
        assert!(list.contains("a 1.0.0 (LICENSE)\nb 1.0.0 (LICENSE)"), "{list}");
    }
}
