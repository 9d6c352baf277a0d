//! `visavis entities`: what the owner may want to list.

use crate::{Failure, folder, progress::Progress};
use std::{io::Write, path::Path};
use visavis_reading::propose;

/// Writes the entities that were recognised in the folder `dir` and are not listed to `out`, as a piece of `entities.toml`: at most
/// `limit` of them, where there is one.
pub(crate) fn entities(dir: &Path, limit: Option<usize>, out: &mut impl Write) -> Result<(), Failure> {
    let reading = folder::read(dir, &Progress::new())?;
    let proposals = propose(&reading.corpus);
    writeln!(
        out,
        "# {} entities were recognised that entities.toml does not list, the most useful first. Copy what you want to keep;\n\
         # mend name, kind and aliases; write hide = true to recognise one without showing it.",
        proposals.len()
    )?;
    for proposal in proposals.iter().take(limit.unwrap_or(usize::MAX)) {
        write!(out, "\n{proposal}")?;
    }
    Ok(())
}
