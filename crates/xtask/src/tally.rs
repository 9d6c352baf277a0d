//! Counting checks, whoever ran them.
//!
//! A test that cannot run says so by printing a line `SKIPPED <reason>`; the reason names what is missing. A reason that names a data
//! set which is there is a failure: a check must not be lost by a mistake in a path.

use std::path::Path;

/// How many lines of what a failed test printed stand in the summary.
const REASON: usize = 4;

/// How many checks passed and failed, and which did not run, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    passed: usize,
    failed: Vec<Failure>,
    unsteady: Vec<Failure>,
    skipped: Vec<String>,
    /// Whose lines are being read.
    run: String,
    /// The failure that they are about.
    telling: Option<usize>,
}

/// A check that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The check, or the test as `cargo test` names it.
    pub name: String,
    /// Whose test it is, as `browser tests in webkit`: one name may fail in several runs.
    pub run: String,
    /// The beginning of what it printed.
    why: Vec<String>,
}

impl Tally {
    /// One check of our own.
    pub fn record<E: std::fmt::Display>(&mut self, what: &str, result: Result<(), E>) {
        match result {
            Ok(()) => self.passed += 1,
            Err(error) => self.fail("", what, vec![error.to_string()]),
        }
    }

    /// A check that could not run.
    pub fn skip(&mut self, reason: String) {
        self.skipped.push(reason);
    }

    /// What is read from here on was printed by `run`.
    pub fn begin(&mut self, run: &str) {
        run.clone_into(&mut self.run);
        self.telling = None;
    }

    /// Reads one line of what `cargo test -- --show-output` prints.
    pub fn read(&mut self, line: &str) {
        if let Some(reason) = line.trim().strip_prefix("SKIPPED ") {
            // The test returned early, and was counted as passed.
            self.passed = self.passed.saturating_sub(1);
            self.skip(reason.trim().to_owned());
        } else if let Some(test) = line.strip_prefix("test ") {
            self.read_test(test);
        } else if let Some(block) = line.strip_prefix("---- ") {
            let name = block.strip_suffix(" stdout ----");
            self.telling =
                self.failed.iter().position(|failure| name == Some(&failure.name) && failure.run == self.run);
        } else if line == "failures:" || line == "successes:" {
            self.telling = None;
        } else if let Some(failure) = self.telling.and_then(|at| self.failed.get_mut(at))
            && !line.trim().is_empty()
            && failure.why.len() < REASON
        {
            failure.why.push(line.trim().to_owned());
        }
    }

    /// What failed in `run`.
    pub fn failed_in(&self, run: &str) -> Vec<Failure> {
        self.failed.iter().filter(|failure| failure.run == run).cloned().collect()
    }

    /// What failed passed when it was tried once more: that is said, and does not fail the whole.
    pub fn passed_after_all(&mut self, failure: &Failure) {
        self.failed.retain(|other| other != failure);
        self.unsteady.push(failure.clone());
        self.passed += 1;
    }

    fn fail(&mut self, run: &str, name: &str, why: Vec<String>) {
        self.failed.push(Failure { name: name.to_owned(), run: run.to_owned(), why });
    }

    fn read_test(&mut self, test: &str) {
        let Some((name, outcome)) = test.rsplit_once(" ... ") else { return };
        if outcome == "ok" {
            self.passed += 1;
        } else if outcome.starts_with("FAILED") {
            let run = self.run.clone();
            self.fail(&run, name, vec![]);
        } else if let Some(reason) = outcome.strip_prefix("ignored") {
            self.skip(format!("{name}: {}", reason.trim_start_matches(", ").trim()));
        }
    }

    /// Takes reasons that name a data set which is in `data` for what they are.
    pub fn accuse(&mut self, data: &Path) {
        let there = |reason: &String| {
            let named = reason.split("shared/data/").skip(1);
            named.filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && !"_-.".contains(c)).next()).any(
                |set| {
                    let set = set.trim_end_matches('.');
                    !set.is_empty() && data.join(set).exists()
                },
            )
        };
        let (wrong, right) = std::mem::take(&mut self.skipped).into_iter().partition(there);
        self.skipped = right;
        for reason in Vec::into_iter(wrong) {
            self.fail("", "skipped although it is there", vec![reason]);
        }
    }

    /// Whether something was tried, and all of it passed.
    pub fn is_good(&self) -> bool {
        self.passed > 0 && self.failed.is_empty()
    }

    /// How many failed.
    pub fn failures(&self) -> usize {
        self.failed.len()
    }

    /// Each failure and each skip with its reason, then the counts.
    pub fn summary(&self) -> String {
        let mut lines = Vec::new();
        lines.extend(self.failed.iter().map(|failure| format!("failed: {}", failure.said())));
        lines.extend(self.unsteady.iter().map(|failure| format!("passed only when tried again: {}", failure.said())));
        lines.extend(self.skipped.iter().map(|reason| format!("skipped: {reason}")));
        lines.push(format!("{} passed, {} failed, {} skipped", self.passed, self.failed.len(), self.skipped.len()));
        lines.join("\n")
    }
}

impl Failure {
    fn said(&self) -> String {
        let parts = [self.run.as_str(), &self.name].into_iter().chain(self.why.iter().map(String::as_str));
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str) -> Tally {
        let mut tally = Tally::default();
        lines.lines().for_each(|line| tally.read(line));
        tally
    }

    #[test]
    fn outcomes_of_tests_are_counted() {
        let tally = read(
            "running 4 tests\ntest a::b ... ok\ntest c ... FAILED\ntest d ... ignored, needs a browser\n\
             test crates/x/src/lib.rs - f (line 3) ... ok\ntest result: FAILED. 2 passed; 1 failed",
        );
        assert_eq!(tally.summary(), "failed: c\nskipped: d: needs a browser\n2 passed, 1 failed, 1 skipped");
    }

    #[test]
    fn a_failure_says_where_and_why_and_may_pass_after_all() {
        let mut tally = Tally::default();
        tally.begin("browser tests");
        let lines = "test a ... FAILED\ntest b ... FAILED\n\nfailures:\n\n---- a stdout ----\nError: at x\n\n---- b stdout ----\n\
                     panicked\n\nfailures:\n    a\n    b";
        lines.lines().for_each(|line| tally.read(line));
        let failed = tally.failed_in("browser tests");
        tally.passed_after_all(&failed[0]);
        assert_eq!(
            tally.summary(),
            "failed: browser tests: b: panicked\n\
             passed only when tried again: browser tests: a: Error: at x\n1 passed, 1 failed, 0 skipped"
        );
    }

    #[test]
    fn a_test_that_says_it_skipped_did_not_pass() {
        let tally = read("test a ... ok\n---- a stdout ----\nSKIPPED a: ../shared/data/piaf is missing");
        assert_eq!(tally.summary(), "skipped: a: ../shared/data/piaf is missing\n0 passed, 0 failed, 1 skipped");
    }

    #[test]
    fn a_data_set_that_is_there_and_skipped_is_a_failure() {
        let data = tempfile::tempdir().unwrap();
        std::fs::create_dir(data.path().join("piaf")).unwrap();
        let lines = "test a ... ok\ntest b ... ok\nSKIPPED a: ../shared/data/piaf is missing\nSKIPPED b: ../shared/data/ner_fr.";
        let mut tally = read(lines);
        tally.accuse(data.path());
        assert_eq!((tally.failures(), tally.skipped.len()), (1, 1));
    }
}
