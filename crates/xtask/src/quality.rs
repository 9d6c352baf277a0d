//! How often the program is right, on judged data: each crate of the pipeline measures itself in its own `benches/quality.rs`, or in
//! one that is named for what it measures.

use crate::{process, project};
use anyhow::Result;

/// The crates that can be right or wrong, in the order of the pipeline, each with a measurement.
const JUDGED: [(&str, &str); 5] =
    [("text", "quality"), ("reading", "quality"), ("reading", "voices"), ("search", "quality"), ("compare", "quality")];

/// Prints a section for each crate that has something to say.
pub fn run() -> Result<()> {
    for (name, measured) in JUDGED {
        let bench = project::root().join("crates").join(name).join("benches").join(format!("{measured}.rs"));
        if bench.exists() {
            let package = format!("visavis-{name}");
            let mut bench = process::cargo();
            bench.args(["bench", "--quiet", "--profile", "pipeline", "--package", &package, "--bench", measured]);
            process::run(&format!("{measured} of {name}"), &mut bench)?;
        }
    }
    // What is found of the first corpus needs the files and the owner's list, which the command reads.
    let mut captures = process::cargo();
    captures.args(["test", "--quiet", "--profile", "pipeline", "--package", "visavis-cli", "--test", "names"]);
    captures.args(["--", "--nocapture", "list_every_mention", "list_nearly_every"]);
    process::run("names of the first corpus", &mut captures)
}
