//! Builds the page.

use crate::{process, project, setup};
use anyhow::{Context, Result};
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
    // Flags from outside would be shut out by others: whoever sets some sees to the folders too.
    if ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", FLAGS].iter().all(|name| std::env::var_os(name).is_none()) {
        command.env(FLAGS, flags(&sources()));
    }
    command.env(LINKER, linker()?);
    Ok(command)
}

/// Flags for the compiler where it compiles the page, and not where it compiles what makes the page.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// This program, which takes out what only panics run and then calls the compiler's own linker ([`crate::link`]).
fn linker() -> Result<PathBuf> {
    let program = std::env::current_exe().context("cannot tell where this program is")?;
    if program.is_file() {
        return Ok(program);
    }
    // The tests compile it anew while it runs: Linux then says of the old file that it is gone, and the new one stands in its place.
    let name = program.to_str().and_then(|name| name.strip_suffix(" (deleted)"));
    let again = name.map(PathBuf::from).filter(|again| again.is_file());
    again.with_context(|| format!("{} is not there any more", program.display()))
}

/// What links the page, and not what makes the page.
const LINKER: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER";

/// The compiler writes no folder of this machine into the program: whoever builds the page elsewhere gets the same bytes. A folder with a
/// space in its name cannot be told to Cargo this way, and stays.
fn flags(folders: &[PathBuf]) -> String {
    let folders =
        folders.iter().filter_map(|folder| folder.to_str()).filter(|name| !name.contains(char::is_whitespace));
    let flags: Vec<String> = folders.map(|name| format!("--remap-path-prefix={name}/=")).collect();
    flags.join(" ")
}

/// The folders in which Cargo keeps the sources of the libraries.
fn sources() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let folders = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    let mut folders: Vec<PathBuf> = folders.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_folder_of_this_machine_is_written_into_the_program() {
        let folders = ["/home/a/.cargo/registry/src/x-1", "/home/b c/src"].map(PathBuf::from);
        assert_eq!(flags(&folders), "--remap-path-prefix=/home/a/.cargo/registry/src/x-1/=");
    }
}
