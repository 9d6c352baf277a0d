//! `visavis entities`: what the owner may want to list.

use crate::{Failure, folder, progress::Progress};
use std::{io::Write, path::Path};
use visavis_reading::{affordable, propose};

/// Writes the entities that were recognised in the folder `dir` and are not listed to `out`, as a piece of `entities.toml`: at most
/// `limit` of them, where there is one; the first `effects` with what accepting each alone would change.
pub(crate) fn entities(
    dir: &Path,
    limit: Option<usize>,
    effects: Option<usize>,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let reading = folder::read(dir, &Progress::new())?;
    let limit = limit.unwrap_or(usize::MAX);
    let wanted = effects.unwrap_or_else(|| affordable(&reading.corpus)).min(limit);
    let proposals = propose(&reading.corpus, wanted);
    writeln!(
        out,
        "# {} entities were recognised that entities.toml does not list, the most useful first. Copy what you want to keep;\n\
         # mend name, kind and aliases; write hide = true to recognise one without showing it. A mention that begins or ends elsewhere\n\
         # than before counts as one more and one fewer.",
        proposals.len()
    )?;
    if wanted < proposals.len().min(limit) {
        writeln!(
            out,
            "# What accepting one alone would change is said of the first {wanted}: each takes recognising all articles anew. \
             `--effects N` says it of N."
        )?;
    }
    for proposal in proposals.iter().take(limit) {
        write!(out, "\n{proposal}")?;
    }
    Ok(())
}
