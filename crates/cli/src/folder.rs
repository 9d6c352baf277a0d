//! A folder on disk, and what a pack of it depends on.

use crate::{Failure, progress::Progress};
use rayon::prelude::*;
use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};
use visavis_reading::{File, Folder, Format, Located, Notice, Place, Reading, ReadingError, ReadingErrors};

/// Where the parts of a folder are.
struct Layout {
    config: Option<PathBuf>,
    entities: Option<PathBuf>,
    /// The files of the folder `annotations`.
    annotations: Vec<PathBuf>,
    /// The folder of articles, which may be the folder itself.
    base: PathBuf,
    articles: Vec<PathBuf>,
    /// Files beside the articles that are not read.
    ignored: Vec<PathBuf>,
}

/// The files that the pack of `dir` depends on, sorted.
///
/// # Errors
/// Where `dir` is not a folder that can be listed.
pub fn inputs(dir: &Path) -> Result<Vec<PathBuf>, Failure> {
    let Layout { config, entities, annotations, articles, .. } = layout(dir)?;
    let mut files: Vec<PathBuf> = config.into_iter().chain(entities).chain(annotations).chain(articles).collect();
    files.sort();
    Ok(files)
}

/// Reads the folder `dir` with all the cores there are, and tells `progress` how far it is.
pub(crate) fn read(dir: &Path, progress: &Progress) -> Result<Reading, Failure> {
    let layout = layout(dir)?;
    let (mut articles, mut bad) = (vec![], vec![]);
    let files: Vec<_> = layout.articles.par_iter().map(|path| article(&layout.base, path)).collect();
    for file in files {
        match file {
            Ok(file) => articles.push(file),
            Err(error) => bad.push(*error),
        }
    }
    let folder = Folder {
        config: layout.config.as_deref().map(owner_file).transpose()?,
        entities: layout.entities.as_deref().map(owner_file).transpose()?,
        articles,
        annotations: annotations(dir, &layout.annotations)?,
        base: format!("{}/", layout.base.display()),
    };
    if folder.articles.is_empty() && !bad.is_empty() {
        return Err(ReadingErrors(bad).into());
    }
    let mut reading = visavis_reading::read_with(folder, progress)?;
    reading.bad.extend(bad);
    reading.bad.sort_by(|a, b| a.place.cmp(&b.place));
    reading.notices.extend(layout.ignored.iter().map(|path| Notice {
        place: Place { file: path.display().to_string(), line: 0 },
        what: format!("not read: {}", visavis_reading::endings()),
    }));
    Ok(reading)
}

fn layout(dir: &Path) -> Result<Layout, Failure> {
    let about = fs::metadata(dir).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => Failure::NoFolder { path: dir.into() },
        _ => Failure::File { path: dir.into(), action: "look into this folder", source },
    })?;
    if !about.is_dir() {
        return Err(Failure::NotAFolder { path: dir.into() });
    }
    let own = |name: &str| Some(dir.join(name)).filter(|path| path.is_file());
    let (nested, mut articles, mut ignored) = (dir.join("articles"), vec![], vec![]);
    let base = if nested.is_dir() {
        walk(&nested, &mut articles, &mut ignored)?;
        nested
    } else {
        // Beside corpus.toml, a readme is about the articles.
        let about = |path: &Path| path.file_stem().is_some_and(|stem| stem.eq_ignore_ascii_case("readme"));
        articles = list(dir)?.into_iter().filter(|path| is_article(path) && !about(path) && path.is_file()).collect();
        dir.into()
    };
    articles.sort();
    ignored.sort();
    let mut annotations = vec![];
    if dir.join(ANNOTATIONS).is_dir() {
        all(&dir.join(ANNOTATIONS), &mut annotations)?;
        annotations.sort();
    }
    Ok(Layout { config: own("corpus.toml"), entities: own("entities.toml"), annotations, base, articles, ignored })
}

/// The folder of annotations made elsewhere.
const ANNOTATIONS: &str = "annotations";

/// Every file under `dir`.
fn all(dir: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    for path in list(dir)? {
        if path.is_dir() && !path.is_symlink() {
            all(&path, files)?;
        } else if path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

/// The files of annotations at `paths`, called by their path below their folder.
fn annotations(dir: &Path, paths: &[PathBuf]) -> Result<Vec<File>, Failure> {
    let base = dir.join(ANNOTATIONS);
    let name = |path: &Path| {
        let parts: Vec<String> =
            path.strip_prefix(&base).unwrap_or(path).iter().map(|part| part.to_string_lossy().into_owned()).collect();
        parts.join("/")
    };
    paths.iter().map(|path| Ok(File { path: name(path), bytes: bytes(path)? })).collect()
}

fn is_article(path: &Path) -> bool {
    path.file_name().is_some_and(|name| Format::of(&name.to_string_lossy()).is_some())
}

/// What `dir` holds, hidden files aside, sorted.
fn list(dir: &Path) -> Result<Vec<PathBuf>, Failure> {
    let fail = |source| Failure::File { path: dir.into(), action: "list this folder", source };
    let mut paths = vec![];
    for entry in fs::read_dir(dir).map_err(fail)? {
        paths.push(entry.map_err(fail)?.path());
    }
    paths.retain(|path| !path.file_name().and_then(OsStr::to_str).is_some_and(|name| name.starts_with('.')));
    paths.sort();
    Ok(paths)
}

/// Sorts the files under `dir` into articles and others.
fn walk(dir: &Path, articles: &mut Vec<PathBuf>, ignored: &mut Vec<PathBuf>) -> Result<(), Failure> {
    for path in list(dir)? {
        // A link to a folder is not followed: it may lead back here.
        if path.is_dir() && !path.is_symlink() {
            walk(&path, articles, ignored)?;
        } else if is_article(&path) && path.is_file() {
            articles.push(path);
        } else {
            ignored.push(path);
        }
    }
    Ok(())
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|source| Failure::File { path: path.into(), action: "read this file", source })
}

fn owner_file(path: &Path) -> Result<File, Failure> {
    Ok(File { path: path.display().to_string(), bytes: bytes(path)? })
}

/// An article's file; what stands in the way concerns it alone.
fn article(base: &Path, path: &Path) -> Result<File, Box<Located>> {
    let place = Place { file: path.to_string_lossy().into_owned(), line: 0 };
    let fail = |error| Box::new(Located { place: place.clone(), error });
    let unreadable = |what: String| fail(ReadingError::Unreadable { what });
    let relative = path.strip_prefix(base).unwrap_or(path);
    let parts: Option<Vec<&str>> = relative.iter().map(OsStr::to_str).collect();
    let parts = parts.ok_or_else(|| unreadable("its name is not valid UTF-8; rename it".into()))?;
    let limit = Format::of(parts[parts.len() - 1]).map_or(usize::MAX, Format::most_bytes);
    let bytes = fs::metadata(path).map_or(0, |about| usize::try_from(about.len()).unwrap_or(usize::MAX));
    if bytes > limit {
        return Err(fail(ReadingError::LongFile { bytes, limit }));
    }
    let bytes = fs::read(path).map_err(|error| unreadable(format!("{error}; see to its rights, or remove it")))?;
    Ok(File { path: parts.join("/"), bytes })
}
