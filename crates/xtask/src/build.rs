//! Builds the page.

use crate::{process, project, setup};
use anyhow::Result;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

/// Installs what is missing and builds the release page into `dist`.
pub fn run() -> Result<()> {
    setup::for_building()?;
    process::run("building the page (trunk build --release)", &mut trunk()?)
}

/// Trunk, told to use the tools that were checked and to look for nothing on the network.
fn trunk() -> Result<Command> {
    let mut command = Command::new("trunk");
    command.args(["build", "--release"]).current_dir(project::root());
    command.env("PATH", project::path()?).env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk 0.21 reads this as an option of its own and refuses the value `1`.
    command.env_remove("NO_COLOR");
    command.env("CARGO_ENCODED_RUSTFLAGS", flags());
    Ok(command)
}

/// What stands between two flags for the compiler, as Cargo reads them.
const BETWEEN: &str = "\x1f";

/// The flags that the compiler has from outside, and that it writes no folder of this machine into the program: whoever builds the page
/// elsewhere gets the same bytes.
fn flags() -> OsString {
    let given = || Some(std::env::var("RUSTFLAGS").ok()?.split_whitespace().collect::<Vec<_>>().join(BETWEEN).into());
    let mut flags = std::env::var_os("CARGO_ENCODED_RUSTFLAGS").or_else(given).unwrap_or_default();
    for folder in sources() {
        flags.push(if flags.is_empty() { "" } else { BETWEEN });
        flags.push("--remap-path-prefix=");
        flags.push(folder.join(""));
        flags.push("=");
    }
    flags
}

/// The folders in which Cargo keeps the sources of the libraries.
fn sources() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let folders = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    let mut folders: Vec<PathBuf> = folders.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders
}
