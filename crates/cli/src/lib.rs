//! The `visavis` command: what `main` calls, and what other tools of the workspace call instead of running it.
//!
//! Files, printing and exit codes live here; what is read and how is `visavis_reading`, what a pack is, `visavis_corpus`. A command
//! writes its result to the writer it is given and returns a [`Failure`] that says what to do; only `main` touches the terminal.

mod arguments;
mod check;
mod compare;
mod entities;
mod failure;
mod folder;
mod inspect;
mod output;
mod progress;
mod publish;
mod search;
pub mod server;
pub mod site;

pub use arguments::{Arguments, run};
pub use failure::Failure;
pub use folder::inputs;

use std::path::Path;
use visavis_corpus::Pack;

/// The pack of the folder `dir`: the same files always give the same bytes.
///
/// # Errors
/// Where the folder cannot be read, or what is wrong with its files.
pub fn pack(dir: &Path) -> Result<Vec<u8>, Failure> {
    packed(dir, &mut std::io::sink())
}

/// The pack of a folder; what its owner should know besides goes to `notices`.
fn packed(dir: &Path, notices: &mut impl std::io::Write) -> Result<Vec<u8>, Failure> {
    let progress = progress::Progress::new();
    let reading = folder::read(dir, &progress)?.whole()?;
    reading.notices.iter().try_for_each(|notice| writeln!(notices, "{notice}"))?;
    Ok(Pack::write_with(&reading.corpus.published(), &progress))
}
