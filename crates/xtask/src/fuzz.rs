//! Guided fuzzing of what reads bytes from strangers, for a bounded time, with whatever compiler there is.
//!
//! `cargo fuzz` wants a nightly compiler, for its sanitizers. What guides the search are counters in the compiled program, which every compiler
//! can write; and the targets check themselves what is promised, with debug assertions and overflow checks on.

use crate::{process, project};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Makes the program count what an input runs, as libFuzzer reads it.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
                     -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
                     -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";
/// The longest input that is made, in bytes.
const LONGEST: u32 = 4096;
/// More seconds, and more megabytes, than any input of that length may take.
const PATIENCE: u32 = 20;
const MEMORY: u32 = 2048;

/// Builds the targets and runs each for `seconds`, from the inputs that are kept in `tests/fuzz/corpus`. What reaches further is kept in
/// `target/fuzz/inputs`, and taken up again the next time. The same `seed` tries the same inputs in the same order, from the same beginning;
/// without one, others are tried each time.
///
/// # Errors
/// Where the targets cannot be built, or one fails: the message names the file with the input.
pub fn run(seconds: u32, seed: Option<u32>) -> Result<()> {
    let folder = project::target().join("fuzz");
    let host = host()?;
    build(&folder, &host)?;
    let mut failed = vec![];
    for target in targets()? {
        let program = folder.join(&host).join("debug").join(&target);
        failed.extend(one(&folder, &program, &target, seconds, seed).err().map(|error| format!("{error:#}")));
    }
    if failed.is_empty() { Ok(()) } else { bail!("{}", failed.join("; ")) }
}

/// Whether there is a compiler for libFuzzer, which is C++.
pub fn can_be_built() -> bool {
    process::output(Command::new("c++").arg("--version")).is_some()
}

/// The platform that this program is compiled on.
fn host() -> Result<String> {
    let said = process::output(Command::new("rustc").arg("-vV")).context("cannot run `rustc -vV`")?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("`rustc -vV` names no host")?.to_owned())
}

/// Builds into a folder of its own: other flags would compile everything else anew. A platform is named so that the flags are not for what
/// runs while compiling.
fn build(folder: &Path, host: &str) -> Result<()> {
    let mut command = process::cargo();
    command.args(["build", "--package", "visavis-fuzz", "--features", "fuzzer", "--bins", "--target", host]);
    command.env("CARGO_TARGET_DIR", folder).env("RUSTFLAGS", FLAGS);
    command.env("CARGO_PROFILE_DEV_OPT_LEVEL", "1");
    process::run("building the fuzz targets", &mut command)
}

/// The names of the targets, in order.
fn targets() -> Result<Vec<String>> {
    let folder = project::root().join("tests/fuzz/fuzz_targets");
    let mut names = vec![];
    for entry in std::fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
        names.extend(entry?.path().file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    names.sort();
    Ok(names)
}

/// Runs one target. To libFuzzer the seed 0 is none.
fn one(folder: &Path, program: &Path, target: &str, seconds: u32, seed: Option<u32>) -> Result<()> {
    let made = |kind: &str| -> Result<PathBuf> {
        let folder = folder.join(kind).join(target);
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        Ok(folder)
    };
    let (inputs, failures) = (made("inputs")?, made("failures")?);
    let kept = project::root().join("tests/fuzz/corpus").join(target);
    let log = folder.join(format!("{target}.log"));
    let mut command = Command::new(program);
    command.arg(&inputs).args(kept.is_dir().then_some(&kept));
    for (option, value) in [
        ("max_total_time", seconds),
        ("seed", seed.unwrap_or_default()),
        ("max_len", LONGEST),
        ("timeout", PATIENCE),
        ("rss_limit_mb", MEMORY),
    ] {
        command.arg(format!("-{option}={value}"));
    }
    command.args(["-verbosity=0", "-print_final_stats=1"]).arg(format!("-artifact_prefix={}/", failures.display()));
    let output = command.output().with_context(|| format!("cannot run {}", program.display()))?;
    let said = String::from_utf8_lossy(&output.stderr);
    std::fs::write(&log, &*said).with_context(|| format!("cannot write {}", log.display()))?;
    if !output.status.success() {
        bail!(
            "the fuzz target {target} fails: what it said is in {}, the input in {}",
            log.display(),
            failures.display()
        );
    }
    println!("{target}: {} inputs", said.lines().find_map(executed).unwrap_or("no"));
    Ok(())
}

/// How many inputs were run, from a line of libFuzzer's statistics.
fn executed(line: &str) -> Option<&str> {
    Some(line.strip_prefix("stat::number_of_executed_units:")?.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_is_a_program_of_the_package() {
        let manifest = std::fs::read_to_string(project::root().join("tests/fuzz/Cargo.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        let mut programs: Vec<&str> =
            manifest["bin"].as_array().unwrap().iter().filter_map(|bin| bin["name"].as_str()).collect();
        programs.sort_unstable();
        assert_eq!(targets().unwrap(), programs);
    }

    #[test]
    fn how_many_inputs_were_run_is_read_from_the_statistics() {
        assert_eq!(executed("stat::number_of_executed_units: 1234"), Some("1234"));
        assert_eq!(executed("stat::average_exec_per_sec:     61"), None);
    }
}
