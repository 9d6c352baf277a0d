//! How work is shared out, so that the core knows of no threads and its results of no number of them.

/// Who does the work on many things of one kind. Results come in the order of the things, whoever does it and when.
pub trait Workers: Sync {
    /// What `work` gives for each of `items`; `step` names the work for whoever watches.
    fn map<T: Sync, R: Send>(&self, step: Step, items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R>;

    /// What two pieces of work give that need nothing of each other.
    fn both<A: Send, B: Send>(&self, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B);
}

/// A step on the way from files to a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Taking articles out of their files.
    Open,
    /// Cleaning and describing.
    Read,
    /// Finding whom and what is named, in several passes.
    Recognise,
    /// Finding the days that are spoken of.
    Date,
    /// Finding who speaks and what is counted.
    Mark,
    /// Writing the pack.
    Pack,
}

/// Does one thing after the other.
#[derive(Clone, Copy, Debug, Default)]
pub struct OneByOne;

impl Workers for OneByOne {
    fn map<T: Sync, R: Send>(&self, _step: Step, items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
        items.iter().map(work).collect()
    }

    fn both<A: Send, B: Send>(&self, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
        (one(), other())
    }
}
