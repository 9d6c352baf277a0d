//! Stands in for the linker where the page is built: the compiler's own one links, after [`crate::trap`] has taken out of the program what
//! only panics run.

use crate::trap;
use anyhow::{Context, Result, bail};
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::Command;

/// What the compiler's linker is called; the compiler puts it on `PATH`.
const LINKER: &str = "rust-lld";
/// What the compiler says first to a linker that knows several systems.
pub const SIGN: &str = "-flavor";

/// Links as `arguments` say.
pub fn run(arguments: &[OsString]) -> Result<()> {
    let folder = tempfile::tempdir().context("cannot create a folder for objects")?;
    let mut command = Command::new(LINKER);
    for (at, argument) in arguments.iter().enumerate() {
        let file = Path::new(argument);
        if file.extension() == Some(OsStr::new("o")) && is_input(arguments, at) {
            let wasm = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
            let less = folder.path().join(format!("{at}.o"));
            let silenced = trap::silenced(&wasm).with_context(|| format!("{}", file.display()))?;
            std::fs::write(&less, silenced).with_context(|| format!("cannot write {}", less.display()))?;
            command.arg(less);
        } else {
            command.arg(argument);
        }
    }
    let status =
        command.status().with_context(|| format!("cannot run {LINKER}: it is a part of Rust as rustup installs it"))?;
    if status.success() { Ok(()) } else { bail!("{LINKER} failed ({status})") }
}

/// Whether the argument at this place is read: it does not name what is written.
fn is_input(arguments: &[OsString], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| arguments[before] != "-o")
}
