//! `visavis site` and `visavis serve`: the built page with another corpus in it, as files or on a port of this machine.

use crate::{
    Failure, output, packed,
    server::{self, Site as Served},
    site::Site,
};
use std::{
    fs,
    io::Write,
    net::TcpListener,
    path::{Path, PathBuf},
};
use visavis_corpus::Pack;

/// The page that this program was built with, as one file; empty where it was built without.
const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/page.html"));

/// Writes the page `page` with the corpus of `source` in it to `output`: one file where that ends in `.html`, a folder otherwise.
pub(crate) fn site(
    source: &Path,
    page: Option<&Path>,
    output: &Path,
    out: &mut impl Write,
    notices: &mut impl Write,
) -> Result<(), Failure> {
    let pack = pack(source, notices)?;
    let site = dressed(page, &pack)?;
    if output.extension().is_some_and(|extension| extension == "html") {
        let single = site.single().ok_or_else(|| lacking(page, "it cannot be made one file".to_owned()))?;
        output::write(output, single)?;
        return Ok(writeln!(out, "{}: {} bytes, opens by double click", output.display(), single.len())?);
    }
    site.write(output)?;
    let bytes: usize = site.files().map(|(_, bytes)| bytes.len()).sum();
    Ok(writeln!(
        out,
        "{}: {} files, {bytes} bytes; any static host serves it, under any path",
        output.display(),
        site.files().count()
    )?)
}

/// Serves `source` on `port` of this machine until interrupted: a site as it is, a corpus or a pack inside the page.
pub(crate) fn serve(
    source: &Path,
    page: Option<&Path>,
    port: u16,
    out: &mut impl Write,
    notices: &mut impl Write,
) -> Result<(), Failure> {
    let listener = TcpListener::bind(("127.0.0.1", port)).map_err(|source| Failure::Port { port, source })?;
    // Removed with the value, when the server ends.
    let made = tempfile::tempdir().map_err(Failure::Output)?;
    let root = if source.join("index.html").is_file() {
        source
    } else {
        dressed(page, &pack(source, notices)?)?.write(made.path())?;
        made.path()
    };
    let served = Served::new(root, "/").map_err(|source| Failure::File {
        path: root.into(),
        action: "serve this folder",
        source,
    })?;
    let running = server::start(served, listener).map_err(|source| Failure::Port { port, source })?;
    writeln!(out, "vis-à-vis is on {}  (Ctrl-C stops it)", running.url())?;
    out.flush()?;
    running.wait();
    Ok(())
}

/// The pack of a folder of articles, or the pack that a file is.
fn pack(source: &Path, notices: &mut impl Write) -> Result<Vec<u8>, Failure> {
    if source.is_dir() {
        return packed(source, notices);
    }
    if !source.exists() {
        return Err(Failure::NothingThere { path: source.into() });
    }
    read(source)
}

fn dressed(page: Option<&Path>, pack: &[u8]) -> Result<Site, Failure> {
    // Said of the pack, not of the page.
    Pack::open(pack).map_err(|source| Failure::Pack { path: PathBuf::from("the pack"), source })?;
    built(page)?.dress(pack).map_err(|what| lacking(page, what))
}

/// The built page: a folder, its `index.html`, or the page as one file.
fn built(page: Option<&Path>) -> Result<Site, Failure> {
    let Some(page) = page else {
        return if EMBEDDED.is_empty() { Err(Failure::NoPage) } else { Ok(Site::of_single(EMBEDDED.to_vec())) };
    };
    if page.is_dir() {
        return Site::read(page);
    }
    let single = Site::of_single(read(page)?);
    if single.single().is_some() {
        return Ok(single);
    }
    let folder = page.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Site::read(folder)
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|source| Failure::File { path: path.into(), action: "read this file", source })
}

fn lacking(page: Option<&Path>, what: String) -> Failure {
    Failure::Page { path: page.unwrap_or(Path::new("the page in this program")).into(), what }
}
