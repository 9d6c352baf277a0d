//! Judged names: how they are read, and how what was recognised is counted against them.

pub(crate) mod gold;
pub(crate) mod score;
