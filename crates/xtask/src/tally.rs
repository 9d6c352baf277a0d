//! Counting checks, whoever ran them.
//!
//! A test that cannot run says so by printing a line `SKIPPED <reason>`; the reason names what is missing. A reason that names a data
//! set which is there is a failure: a check must not be lost by a mistake in a path.

use std::path::Path;

/// How many checks passed and failed, and which did not run, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    passed: usize,
    failed: Vec<String>,
    skipped: Vec<String>,
}

impl Tally {
    /// One check of our own.
    pub fn record<E: std::fmt::Display>(&mut self, what: &str, result: Result<(), E>) {
        match result {
            Ok(()) => self.passed += 1,
            Err(error) => self.failed.push(format!("{what}: {error}")),
        }
    }

    /// A check that could not run.
    pub fn skip(&mut self, reason: String) {
        self.skipped.push(reason);
    }

    /// Reads one line of what `cargo test -- --show-output` prints.
    pub fn read(&mut self, line: &str) {
        if let Some(reason) = line.trim().strip_prefix("SKIPPED ") {
            // The test returned early, and was counted as passed.
            self.passed = self.passed.saturating_sub(1);
            self.skip(reason.trim().to_owned());
        } else if let Some(test) = line.strip_prefix("test ") {
            self.read_test(test);
        }
    }

    fn read_test(&mut self, test: &str) {
        let Some((name, outcome)) = test.rsplit_once(" ... ") else { return };
        if outcome == "ok" {
            self.passed += 1;
        } else if outcome.starts_with("FAILED") {
            self.failed.push(name.to_owned());
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
        self.failed
            .extend(Vec::into_iter(wrong).map(|reason: String| format!("skipped although it is there: {reason}")));
    }

    /// How many failed.
    pub fn failures(&self) -> usize {
        self.failed.len()
    }

    /// Each skip with its reason, each failure, then the counts.
    pub fn summary(&self) -> String {
        let mut lines = Vec::new();
        lines.extend(self.failed.iter().map(|name| format!("failed: {name}")));
        lines.extend(self.skipped.iter().map(|reason| format!("skipped: {reason}")));
        lines.push(format!("{} passed, {} failed, {} skipped", self.passed, self.failed.len(), self.skipped.len()));
        lines.join("\n")
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
