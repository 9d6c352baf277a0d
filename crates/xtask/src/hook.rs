//! What happens between Trunk's build and `dist`: the corpus is packed, and [`Site::dress`] puts it into the page; beside the project's
//! own corpus, its invented one ([`Site::dress_two`]).
//!
//! Nothing is written into the source tree, so a watching Trunk does not start again.

use crate::{arrange, glue, icon, locals, packing, project, slim, supply};
use anyhow::{Context, Error, Result, bail};
use crc::{CRC_64_XZ, Crc, Digest};
use std::path::{Path, PathBuf};
use visavis_cli::site::Site;

const CRC: Crc<u64> = Crc::<u64>::new(&CRC_64_XZ);

/// Runs the hook in the folder that Trunk names, on the corpus that `VISAVIS_CORPUS` names.
pub fn run() -> Result<()> {
    let Some(staging) = std::env::var_os("TRUNK_STAGING_DIR") else {
        bail!("TRUNK_STAGING_DIR is not set: Trunk runs this command by itself, run `cargo xtask build`");
    };
    let cache = project::target().join("packs");
    let own = std::env::var_os("VISAVIS_CORPUS").map(PathBuf::from);
    let pack = cached(own.as_deref().unwrap_or(&project::root().join("corpus")), &cache)?;
    let examples = own.is_none().then(|| cached(&project::root().join("examples"), &cache)).transpose()?;
    shorten(Path::new(&staging))?;
    dress(Path::new(&staging), &pack, examples.as_deref())
}

/// Leaves out of the staged program and scripts what nobody reads. Their own names are those of what Trunk wrote, of which this is a
/// function.
fn shorten(staging: &Path) -> Result<()> {
    let mut files = vec![];
    for entry in std::fs::read_dir(staging).with_context(|| format!("cannot read {}", staging.display()))? {
        files.push(entry?.path());
    }
    let of = |kind: &str| -> Vec<&PathBuf> {
        files.iter().filter(|file| file.extension().is_some_and(|extension| extension == kind)).collect()
    };
    let scripts = of("js");
    for script in &scripts {
        write(script, glue::shortened(&read_text(script)?).as_bytes())?;
    }
    for file in of("wasm") {
        let wasm = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        // `NAME_bg.wasm` is what `NAME.js` binds.
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let bindings = file.with_file_name(format!("{}.js", stem.trim_end_matches("_bg")));
        let script = read_text(&bindings)?;
        let names = glue::names(&script);
        let wasm = slim::slim(&wasm, |export| names.contains(export))?;
        let (bound, wasm) = glue::rename(&script, &wasm)?;
        write(&bindings, bound.as_bytes())?;
        write(file, &arrange::arrange(&locals::renumber(&wasm)?)?)?;
    }
    Ok(())
}

fn read_text(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

/// Makes the whole page of what is staged, and of the files that come with it.
fn dress(staging: &Path, pack: &[u8], examples: Option<&[u8]>) -> Result<()> {
    let mut site = Site::read(staging)?;
    let staged: Vec<String> = site.files().map(|(name, _)| name.to_owned()).collect();
    let icon = std::fs::read(staging.join("icon.svg")).context("icon.svg is not copied")?;
    for (name, bytes) in icon::pictures(&icon)?.into_iter().chain(supply::lists()?) {
        site.put(name, bytes);
    }
    let dressed = match examples {
        Some(examples) => site.dress_two(pack, examples),
        None => site.dress(pack),
    };
    let site = dressed.map_err(Error::msg).context("the page that Trunk built cannot be completed")?;
    // What was renamed or taken in must not stay beside its new self.
    for name in staged.iter().filter(|name| site.get(name).is_none()) {
        std::fs::remove_file(staging.join(name)).with_context(|| format!("cannot remove {name}"))?;
    }
    Ok(site.write(staging)?)
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
