//! Every check of the project, in the order in which they are cheap.

use crate::tally::Tally;
use crate::{build, fuzz, process, project, setup, size};
use anyhow::{Result, bail};

/// Runs them all; the last line counts them.
pub fn run() -> Result<()> {
    let mut tally = Tally::default();
    setup::components()?;
    sources(&mut tally)?;
    page(&mut tally)?;
    tally.accuse(&project::data());
    println!("\n{}", tally.summary());
    if tally.failures() > 0 {
        // The summary has said everything, and its last line stays last.
        std::process::exit(1);
    }
    Ok(())
}

/// Checks that need no browser.
fn sources(tally: &mut Tally) -> Result<()> {
    tally.record("cargo fmt", process::run("cargo fmt --check", process::cargo().args(["fmt", "--all", "--check"])));
    let clippy = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    tally.record("cargo clippy", process::run("cargo clippy", process::cargo().args(clippy)));
    if let Err(error) = setup::for_native_tests() {
        // The tests that lack something say so themselves.
        println!("{error:#}");
    }
    tests(tally, "cargo test", &["--workspace", "--exclude", "visavis-browser-tests"], &[], "")?;
    if fuzz::can_be_built() {
        tally.record("guided fuzzing", fuzz::run(FUZZING, Some(1)));
    } else {
        tally.skip("guided fuzzing: there is no C++ compiler (c++) for libFuzzer".to_owned());
    }
    Ok(())
}

/// For how many seconds each fuzz target looks for an input that it fails on: the same way each time, so that a change is what breaks it.
const FUZZING: u32 = 5;

/// Checks of the built page.
fn page(tally: &mut Tally) -> Result<()> {
    let built = build::run();
    let is_built = built.is_ok();
    tally.record("the release build", built.map_err(|error| format!("{error:#}")));
    if !is_built {
        tally.skip("size and browser tests: there is no page to test".to_owned());
        return Ok(());
    }
    tally.record("the size budget", size::run());
    match setup::for_browsers() {
        Ok(()) => stories(tally, "browser tests", "chromium")?,
        Err(error) => tally.skip(format!("browser tests: {error:#}")),
    }
    match setup::for_other_engines() {
        Ok(()) => ["firefox", "webkit"]
            .iter()
            .try_for_each(|engine| stories(tally, &format!("browser tests in {engine}"), engine)),
        Err(error) => {
            tally.skip(format!("browser tests in Firefox and WebKit: {error:#}"));
            Ok(())
        }
    }
}

/// How many stories of one engine may have failed by the way of a browser that was started a hundred times; more have a reason.
const UNSTEADY: usize = 3;

/// Tells the stories in an engine. One that fails is told once more on its own: drivers of browsers lose a session now and then. Where it
/// passes then, the summary names it and why it failed: a fault of the page that comes and goes shows there, and has to be looked for.
fn stories(tally: &mut Tally, label: &str, engine: &str) -> Result<()> {
    let which = ["--package", "visavis-browser-tests"];
    tests(tally, label, &which, &["--include-ignored"], engine)?;
    let failed = tally.failed_in(label);
    if failed.len() > UNSTEADY {
        return Ok(());
    }
    for failure in failed {
        let again = format!("{label}: {} once more", failure.name);
        let mut second = Tally::default();
        tests(&mut second, &again, &which, &["--include-ignored", "--exact", &failure.name], engine)?;
        if second.is_good() {
            tally.passed_after_all(&failure);
        }
    }
    Ok(())
}

/// Runs tests and counts them one by one.
fn tests(tally: &mut Tally, label: &str, which: &[&str], options: &[&str], engine: &str) -> Result<()> {
    let before = tally.failures();
    let mut command = process::cargo();
    command.args(["test", "--no-fail-fast"]).args(which).args(["--", "--show-output"]).args(options);
    command.env("VISAVIS_ENGINE", engine);
    tally.begin(label);
    let good = process::lines(label, &mut command, |line| tally.read(line))?;
    if !good && tally.failures() == before {
        tally.record(label, fail("the tests did not compile, or one ended the process"));
    }
    Ok(())
}

fn fail(why: &str) -> Result<()> {
    bail!("{why}")
}
