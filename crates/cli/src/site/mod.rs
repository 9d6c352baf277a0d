//! The built page as files, and what is made of it for a corpus: the same page with another pack, without compiling.
//!
//! Trunk builds the page; [`Site::dress`] puts the pack in, names what is named by its content, and makes what follows from both: the
//! plain pages, the manifest, the page as one file, the list that the service worker keeps. A page that is dressed can be dressed again.

mod beside;
mod dense;
mod first;
mod markup;
mod offline;
mod plain;
mod single;
mod woven;

use crate::{Failure, output};
use crc::{CRC_64_XZ, Crc};
use markup::elements;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::{
    borrow::Cow,
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};
use visavis_corpus::Pack;

const CRC: Crc<u64> = Crc::<u64>::new(&CRC_64_XZ);

/// The page.
const INDEX: &str = "index.html";
/// The page as one file.
pub const SINGLE: &str = "visavis.html";
/// The folder of the plain pages.
const PLAIN: &str = "articles/";

/// The folder of the page with the second corpus.
pub const EXAMPLES: &str = "examples/";

/// The files of a page, by their names relative to it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
}

/// Why a page cannot be dressed: what it lacks.
pub(crate) type Lack = String;

impl Site {
    /// Reads every file of `folder`.
    ///
    /// # Errors
    /// Where it cannot be listed or read.
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let mut site = Self::default();
        site.collect(folder, folder)?;
        Ok(site)
    }

    /// The page as one file: [`Site::dress`] puts another pack into it.
    pub fn of_single(page: Vec<u8>) -> Self {
        Self { files: BTreeMap::from([(INDEX.to_owned(), page)]) }
    }

    fn collect(&mut self, root: &Path, folder: &Path) -> Result<(), Failure> {
        let fail = |path: &Path, action| {
            let path = PathBuf::from(path);
            move |source| Failure::File { path, action, source }
        };
        for entry in fs::read_dir(folder).map_err(fail(folder, "list this folder"))? {
            let path = entry.map_err(fail(folder, "list this folder"))?.path();
            if path.is_dir() {
                self.collect(root, &path)?;
                continue;
            }
            let relative = path.strip_prefix(root).unwrap_or(&path);
            let name: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
            self.files.insert(name.join("/"), fs::read(&path).map_err(fail(&path, "read this file"))?);
        }
        Ok(())
    }

    /// The content of a file.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    /// Adds a file, or changes it.
    pub fn put(&mut self, name: impl Into<String>, bytes: Vec<u8>) {
        self.files.insert(name.into(), bytes);
    }

    /// Takes a file away.
    pub fn remove(&mut self, name: &str) {
        self.files.remove(name);
    }

    /// Names and contents, in order of name.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// The page as one file, where there is one.
    pub fn single(&self) -> Option<&[u8]> {
        let whole = self.page().is_ok_and(|page| single::is_single(&page));
        self.get(if whole { INDEX } else { SINGLE })
    }

    /// Writes the files into `folder`, which is made where it is missing. The page itself comes last: whoever opens it finds the rest.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), Failure> {
        let last = |name: &&str| [INDEX, offline::WORKER].contains(name);
        let names: Vec<&str> = self.files.keys().map(String::as_str).collect();
        let (last, first): (Vec<&str>, Vec<&str>) = names.into_iter().partition(last);
        for name in first.into_iter().chain(last) {
            let path = folder.join(name);
            let parent = path.parent().unwrap_or(folder);
            fs::create_dir_all(parent).map_err(|source| Failure::File {
                path: parent.into(),
                action: "make this folder",
                source,
            })?;
            output::write(&path, &self.files[name])?;
        }
        Ok(())
    }

    /// This page with `pack` in it, whatever pack it had.
    ///
    /// # Errors
    /// What the page lacks, or why the pack cannot be read.
    pub fn dress(self, pack: &[u8]) -> Result<Self, Lack> {
        self.dressed(pack, None)
    }

    /// This page with `pack` in it, and beside it, in the folder [`EXAMPLES`], the same page with `examples`: each names the other.
    /// They share nothing, so that each can be kept, moved and forgotten by itself.
    ///
    /// # Errors
    /// What the page lacks, or why a pack cannot be read.
    pub fn dress_two(self, pack: &[u8], examples: &[u8]) -> Result<Self, Lack> {
        let second = self.clone().dressed(examples, Some(("../", pack)))?;
        let mut both = self.dressed(pack, Some((EXAMPLES, examples)))?;
        second.files.into_iter().for_each(|(name, bytes)| both.put(format!("{EXAMPLES}{name}"), bytes));
        Ok(both)
    }

    /// With the address and the pack of the corpus that is named as the other one.
    fn dressed(mut self, pack: &[u8], other: Option<(&str, &[u8])>) -> Result<Self, Lack> {
        let open = |pack: &[u8]| Pack::open(pack).map_err(|error| error.to_string());
        let opened = open(pack)?;
        self.undress();
        let mut page = beside::clear(&self.page()?);
        if let Some((address, other)) = other {
            page = beside::put(&page, address, &open(other)?.meta().title);
        }
        let plain = plain::pages(&opened)?;
        if single::is_single(&page) {
            self.put(INDEX, dense::encoded(&single::refill(&page, pack)?));
        } else {
            self.fill(&first::put(&page, &opened), pack)?;
            self.put(offline::MANIFEST, offline::manifest(&opened).into_bytes());
            let single = match self.get(SINGLE).and_then(dense::decoded) {
                Some(known) => single::refill(&known, pack)?,
                // One file is there at once: nothing has to stand in for it.
                None => first::clear(&single::compose(&self, pack)?),
            };
            self.put(SINGLE, dense::encoded(&single));
            single::UNPACK.iter().for_each(|name| self.remove(name));
        }
        plain.into_iter().for_each(|(name, page)| self.put(format!("{PLAIN}{name}"), page.into_bytes()));
        // Without this file, GitHub Pages would run the page through Jekyll.
        self.put(".nojekyll", vec![]);
        offline::list(&mut self)?;
        Ok(self)
    }

    /// Takes away what dressing makes.
    fn undress(&mut self) {
        let made = |name: &str| [PLAIN, EXAMPLES].iter().any(|folder| name.starts_with(folder));
        self.files.retain(|name, _| !made(name) && !has_extension(name, "pack"));
    }

    /// The page itself.
    pub(crate) fn page(&self) -> Result<Cow<'_, str>, Lack> {
        let bytes = self.get(INDEX).ok_or_else(|| format!("there is no {INDEX} in it"))?;
        dense::decoded(bytes).ok_or_else(|| format!("its {INDEX} is neither UTF-8 nor UTF-16"))
    }

    /// A file that is text.
    pub(crate) fn text(&self, name: &str) -> Result<&str, Lack> {
        let bytes = self.get(name).ok_or_else(|| format!("there is no {name} in it"))?;
        std::str::from_utf8(bytes).map_err(|_| format!("its {name} is not UTF-8"))
    }

    /// Puts the pack beside the page, and names it and the loader by their content: a cache must never mix the files of two builds.
    fn fill(&mut self, page: &str, pack: &[u8]) -> Result<(), Lack> {
        let known = elements(page).into_iter().find(|element| element.has("name", "visavis-pack"));
        let known = known.and_then(|element| element.get("content")).ok_or("its page names no pack")?;
        let packed = named("corpus", pack, "pack");
        let mut page = self.with_one_sheet(&renamed(page, known, &packed)?)?;
        if let Some(loader) = self.files.remove("boot.js") {
            let booted = named("boot", &loader, "js");
            page = renamed(&page, "boot.js", &booted)?;
            self.put(booted, loader);
        }
        self.put(packed, pack.to_vec());
        self.put(INDEX, page.into_bytes());
        Ok(())
    }

    /// `page` with one style sheet in the place of several: together they compress to less, and take one request.
    fn with_one_sheet(&mut self, page: &str) -> Result<String, Lack> {
        let found = elements(page);
        let sheets: Vec<_> = found.iter().filter(|element| element.has("rel", "stylesheet")).collect();
        let names = sheets.iter().map(|sheet| sheet.get("href").unwrap_or_default().trim_start_matches("./"));
        let texts: Result<Vec<&str>, Lack> = names.clone().map(|name| self.text(name)).collect();
        let whole = texts?.join("\n");
        names.for_each(|name| drop(self.files.remove(name)));
        let name = named("style", whole.as_bytes(), "css");
        let (mut out, mut at) = (String::with_capacity(page.len()), 0);
        for (place, sheet) in sheets.iter().enumerate() {
            out.push_str(&page[at..sheet.range.start]);
            if place == 0 {
                let _ = write!(out, "<link rel=\"stylesheet\" href=\"./{name}\">");
            }
            at = sheet.range.end;
        }
        out.push_str(&page[at..]);
        if !sheets.is_empty() {
            self.put(name, whole.into_bytes());
        }
        Ok(out)
    }
}

/// A file name or an id as a part of an address.
fn percent(name: &str) -> String {
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/');
    utf8_percent_encode(name, KEPT).to_string()
}

fn has_extension(name: &str, wanted: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == wanted)
}

/// `stem-<16 hex digits of the content>.extension`.
fn named(stem: &str, content: &[u8], extension: &str) -> String {
    format!("{stem}-{:016x}.{extension}", CRC.checksum(content))
}

/// Replaces the file name `from` wherever the page names it. The page may be minified: attributes can stand without quotes.
fn renamed(page: &str, from: &str, to: &str) -> Result<String, Lack> {
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
        return Err(format!("its {INDEX} names no {from}"));
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests;
