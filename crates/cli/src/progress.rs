//! Work on all cores, and a word on how far it is.

use rayon::prelude::*;
use std::{
    io::{IsTerminal, Write},
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};
use visavis_reading::{Step, Workers};

/// Shorter work needs no word.
const PATIENCE: Duration = Duration::from_millis(800);
/// How often the word changes.
const BEAT: Duration = Duration::from_millis(200);

/// All cores of the machine. What comes out is in the order of what went in, so it is the same on any number of them.
#[derive(Debug)]
pub(crate) struct Progress {
    begun: Instant,
    /// Whether somebody watches.
    watched: bool,
}

impl Progress {
    /// Work that begins now; a terminal is told how far it is, a file is not.
    pub(crate) fn new() -> Self {
        Self { begun: Instant::now(), watched: std::io::stderr().is_terminal() }
    }

    fn say(&self, step: Step, done: usize, all: usize, last: &AtomicUsize) {
        let now = self.begun.elapsed();
        let beat = (now.as_millis() / BEAT.as_millis()) as usize;
        if self.watched && now > PATIENCE && last.swap(beat, Ordering::Relaxed) != beat {
            let what = match step {
                Step::Open => "opened",
                Step::Read => "read",
                Step::Recognise => "recognised",
                Step::Date => "dated",
                Step::Mark => "marked",
                Step::Pack => "packed",
            };
            // Nothing is lost where this cannot be written.
            let _ = write!(std::io::stderr(), "\r\x1b[K{what} {done} of {all}");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.watched && self.begun.elapsed() > PATIENCE {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}

impl Workers for Progress {
    fn map<T: Sync, R: Send>(&self, step: Step, items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
        let (done, last) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let each = |item: &T| {
            let result = work(item);
            self.say(step, done.fetch_add(1, Ordering::Relaxed) + 1, items.len(), &last);
            result
        };
        items.par_iter().map(each).collect()
    }

    fn both<A: Send, B: Send>(&self, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
        rayon::join(one, other)
    }
}
