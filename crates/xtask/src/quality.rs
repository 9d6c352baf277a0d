//! How often the program is right, on judged data: each crate of the pipeline measures itself in its own `benches/quality.rs`.

use crate::{process, project};
use anyhow::Result;

/// The crates that can be right or wrong, in the order of the pipeline.
const JUDGED: [&str; 3] = ["reading", "search", "compare"];

/// Prints a section for each crate that has something to say.
pub fn run() -> Result<()> {
    for name in JUDGED {
        if project::root().join("crates").join(name).join("benches/quality.rs").exists() {
            let package = format!("visavis-{name}");
            let mut bench = process::cargo();
            bench.args(["bench", "--quiet", "--profile", "pipeline", "--package", &package, "--bench", "quality"]);
            process::run(&format!("quality of {name}"), &mut bench)?;
        }
    }
    Ok(())
}
