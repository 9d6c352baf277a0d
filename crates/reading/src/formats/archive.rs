//! Archives: their entries as files, within limits that no folder of articles reaches and every bomb exceeds.

use super::Format;
use crate::{File, Notice, Place, ReadingError, error::Errors};
use std::io::{Cursor, Read};
use zip::{ZipArchive, read::ZipFile};

/// Entries.
const MAX_ENTRIES: usize = 100_000;
/// Bytes of one entry, and of all, once inflated.
const MAX_ENTRY: u64 = 1_000_000_000;
const MAX_ALL: u64 = 2_000_000_000;
/// How many times larger than its deflated form an entry may be; text is 3 to 10 times larger, a repeated line some hundred.
const MAX_RATIO: u64 = 200;
/// Below this size no ratio is suspicious.
const SMALL: u64 = 1_000_000;

/// The articles in the archive `file`, which messages call `shown`: each as a file whose path goes through the archive.
pub(crate) fn entries(file: &File, shown: &str, errors: &mut Errors, notices: &mut Vec<Notice>) -> Vec<File> {
    let archive = ZipArchive::new(Cursor::new(file.bytes.as_slice()));
    let mut archive = match archive {
        Ok(archive) => archive,
        Err(error) => {
            errors.add(
                shown,
                0,
                ReadingError::Archive { what: format!("not a zip archive that can be read ({error})") },
            );
            return vec![];
        }
    };
    if archive.len() > MAX_ENTRIES {
        let what = format!("{} entries, and {MAX_ENTRIES} may be", archive.len());
        errors.add(shown, 0, ReadingError::Archive { what });
        return vec![];
    }
    let mut files: Vec<File> = vec![];
    let mut left = MAX_ALL;
    for at in 0..archive.len() {
        let entry = match archive.by_index(at) {
            Ok(entry) => entry,
            Err(error) => {
                errors.add(
                    shown,
                    0,
                    ReadingError::Archive { what: format!("entry {} cannot be read ({error})", at + 1) },
                );
                continue;
            }
        };
        let Ok(name) = entry.name().map(std::borrow::Cow::into_owned) else {
            errors.add(
                shown,
                0,
                ReadingError::Archive { what: format!("entry {} has a name that is no text", at + 1) },
            );
            continue;
        };
        let place = format!("{shown}/{name}");
        match read(entry, &name, left) {
            Ok(Some(bytes)) => {
                left -= bytes.len() as u64;
                files.push(File { path: format!("{}/{name}", file.path), bytes });
            }
            Ok(None) => {}
            Err(Refused::Ignored) => {
                let what = format!("not read: {}", crate::endings());
                notices.push(Notice { place: Place { file: place, line: 0 }, what });
            }
            Err(Refused::Wrong(what)) => errors.add(&place, 0, ReadingError::Archive { what }),
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

enum Refused {
    /// No article, by its name.
    Ignored,
    /// An entry that no archive of articles has.
    Wrong(String),
}

/// The bytes of an entry, of which `left` may be; `None` for what is no file.
fn read<R: Read>(entry: ZipFile<'_, R>, name: &str, left: u64) -> Result<Option<Vec<u8>>, Refused> {
    let wrong = |what: &str| Err(Refused::Wrong(what.into()));
    if climbs(name) || entry.enclosed_name().is_none() {
        return wrong("a path that leads out of the archive");
    }
    if entry.is_symlink() {
        return wrong("a link, and links are not followed");
    }
    let hidden = name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
    if entry.is_dir() || hidden {
        return Ok(None);
    }
    match Format::of(name) {
        None => return Err(Refused::Ignored),
        Some(Format::Zip) => return wrong("an archive in an archive; take it out"),
        Some(_) => {}
    }
    if entry.encrypted() {
        return wrong("encrypted; take it out with its password");
    }
    let deflated = entry.compressed_size();
    let most = MAX_ENTRY.min(left).min(SMALL.max(deflated.saturating_mul(MAX_RATIO)));
    if entry.size() > most {
        return wrong("it is far larger than its compressed form, like a bomb, or larger than an article may be");
    }
    let mut bytes = Vec::with_capacity(entry.size().min(SMALL) as usize);
    // What the archive declares is not believed.
    match entry.take(most + 1).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() as u64 > most => wrong("it inflates to more than it declares, like a bomb"),
        Ok(_) => Ok(Some(bytes)),
        Err(error) => Err(Refused::Wrong(format!("damaged ({error})"))),
    }
}

/// Whether a path leads out of where it begins.
fn climbs(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    name.starts_with(['/', '\\']) || drive || name.contains('\0') || name.split(['/', '\\']).any(|part| part == "..")
}
