//! Builds the page.

use crate::{process, project, setup};
use anyhow::Result;
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
    Ok(command)
}
