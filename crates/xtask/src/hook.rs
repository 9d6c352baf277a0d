//! What happens between Trunk's build and `dist`: the pack is put beside the page, and names get their fingerprints.
//!
//! The pack and the loader are named by their content, as Trunk names the rest: a cache on the way must never mix the files of two
//! builds. Nothing is written into the source tree, so a watching Trunk does not start again.

use crate::{packing, project, slim};
use anyhow::{Context, Result, bail};
use crc::{CRC_64_XZ, Crc, Digest};
use std::path::{Path, PathBuf};

const CRC: Crc<u64> = Crc::<u64>::new(&CRC_64_XZ);

/// Runs the hook in the folder that Trunk names, on the corpus that `VISAVIS_CORPUS` names.
pub fn run() -> Result<()> {
    let Some(staging) = std::env::var_os("TRUNK_STAGING_DIR") else {
        bail!("TRUNK_STAGING_DIR is not set: Trunk runs this command by itself, run `cargo xtask build`");
    };
    let corpus = std::env::var_os("VISAVIS_CORPUS").map_or_else(|| project::root().join("corpus"), PathBuf::from);
    let pack = cached(&corpus, &project::target().join("packs"))?;
    slim_program(Path::new(&staging))?;
    dress(Path::new(&staging), &pack)
}

/// Leaves the names of functions out of the staged program. Its own name is that of the bindings' output, of which this is a function.
fn slim_program(staging: &Path) -> Result<()> {
    for entry in std::fs::read_dir(staging).with_context(|| format!("cannot read {}", staging.display()))? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "wasm") {
            let wasm = std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            write(&file, &slim::slim(&wasm)?)?;
        }
    }
    Ok(())
}

/// Puts the pack into the staged page and renames what the page names.
fn dress(staging: &Path, pack: &[u8]) -> Result<()> {
    let index = staging.join("index.html");
    let page = std::fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    let boot = staging.join("boot.js");
    let loader = std::fs::read(&boot).with_context(|| format!("cannot read {}: is it copied?", boot.display()))?;

    let packed = named("corpus", pack, "pack");
    let booted = named("boot", &loader, "js");
    let page = renamed(&page, "corpus.pack", &packed)?;
    let page = renamed(&page, "boot.js", &booted)?;

    write(&staging.join(&packed), pack)?;
    std::fs::rename(&boot, staging.join(&booted)).with_context(|| format!("cannot rename {}", boot.display()))?;
    write(&index, page.as_bytes())
}

/// `stem-<16 hex digits of the content>.extension`.
fn named(stem: &str, content: &[u8], extension: &str) -> String {
    format!("{stem}-{:016x}.{extension}", CRC.checksum(content))
}

/// Replaces the file name `from` wherever the page names it. The page may be minified: attributes can stand without quotes.
fn renamed(page: &str, from: &str, to: &str) -> Result<String> {
    let mut out = String::with_capacity(page.len());
    let (mut rest, mut count) = (page, 0);
    while let Some(at) = rest.find(from) {
        let before = rest[..at].chars().next_back();
        let after = rest[at + from.len()..].chars().next();
        let whole = matches!(before, Some('"' | '\'' | '=' | '/')) && matches!(after, Some('"' | '\'' | ' ' | '>'));
        out.push_str(&rest[..at]);
        out.push_str(if whole { to } else { from });
        count += usize::from(whole);
        rest = &rest[at + from.len()..];
    }
    if count == 0 {
        bail!("the built index.html names no {from}");
    }
    out.push_str(rest);
    Ok(out)
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))
}

/// The pack of `corpus`, from `cache` when nothing that it is made from has changed.
fn cached(corpus: &Path, cache: &Path) -> Result<Vec<u8>> {
    let kept = cache.join(format!("{:016x}.pack", fingerprint(corpus)?));
    if let Ok(pack) = std::fs::read(&kept) {
        println!("pack unchanged: {} bytes", pack.len());
        return Ok(pack);
    }
    let pack = packing::pack(corpus)?;
    println!("packed {}: {} bytes", corpus.display(), pack.len());
    std::fs::create_dir_all(cache).with_context(|| format!("cannot create {}", cache.display()))?;
    // Written under another name first: an interrupted build leaves no half of a pack behind.
    let fresh = tempfile::NamedTempFile::new_in(cache)?;
    std::fs::write(fresh.path(), &pack)?;
    fresh.persist(&kept)?;
    Ok(pack)
}

/// A hash of the corpus' files, their names, and the program that packs them.
fn fingerprint(corpus: &Path) -> Result<u64> {
    let mut digest = CRC.digest();
    let program = std::env::current_exe().and_then(std::fs::read).context("cannot read this program")?;
    feed(&mut digest, &program);
    for file in packing::inputs(corpus)? {
        let bytes = std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let name = file.strip_prefix(corpus).unwrap_or(&file);
        feed(&mut digest, name.to_string_lossy().as_bytes());
        feed(&mut digest, &bytes);
    }
    Ok(digest.finalize())
}

/// Adds one part, with its length: where one ends and the next begins counts.
fn feed(digest: &mut Digest<'_, u64>, bytes: &[u8]) {
    digest.update(&(bytes.len() as u64).to_le_bytes());
    digest.update(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_replaced_with_and_without_quotes() {
        let page = r#"<meta content="corpus.pack"><meta content=corpus.pack><link href=./corpus.pack as=fetch>"#;
        let expected = r#"<meta content="c-1.pack"><meta content=c-1.pack><link href=./c-1.pack as=fetch>"#;
        assert_eq!(renamed(page, "corpus.pack", "c-1.pack").unwrap(), expected);
    }

    #[test]
    fn a_longer_name_is_left_alone() {
        let page = r#"<a href="my-corpus.pack"><a href="corpus.packed"><a href="corpus.pack">"#;
        let expected = r#"<a href="my-corpus.pack"><a href="corpus.packed"><a href="c.pack">"#;
        assert_eq!(renamed(page, "corpus.pack", "c.pack").unwrap(), expected);
    }

    #[test]
    fn a_page_that_names_no_pack_is_an_error() {
        assert!(renamed("<p>corpus.pack</p>", "corpus.pack", "c.pack").is_err());
    }

    #[test]
    fn the_staged_page_names_files_that_are_there() {
        let staging = tempfile::tempdir().unwrap();
        std::fs::write(staging.path().join("boot.js"), "boot").unwrap();
        let page = "<meta name=visavis-pack content=corpus.pack><script type=module src=./boot.js></script>";
        std::fs::write(staging.path().join("index.html"), page).unwrap();
        dress(staging.path(), b"pack").unwrap();
        let page = std::fs::read_to_string(staging.path().join("index.html")).unwrap();
        let (pack, boot) = (named("corpus", b"pack", "pack"), named("boot", b"boot", "js"));
        assert!(page.contains(&pack) && page.contains(&boot), "{page}");
        assert_eq!(std::fs::read(staging.path().join(pack)).unwrap(), b"pack");
        assert!(staging.path().join(boot).exists() && !staging.path().join("boot.js").exists());
    }

    #[test]
    fn any_change_of_a_file_or_its_name_changes_the_fingerprint() {
        let folder = tempfile::tempdir().unwrap();
        let mut seen = std::collections::BTreeSet::new();
        for (name, text) in [("a.txt", "1"), ("a.txt", "2"), ("b.txt", "2")] {
            let corpus = tempfile::tempdir_in(folder.path()).unwrap();
            std::fs::write(corpus.path().join(name), text).unwrap();
            assert!(seen.insert(fingerprint(corpus.path()).unwrap()), "{name} {text}");
        }
    }
}
