//! What a contributor runs, and what continuous integration runs: the same commands.
//!
//! The page is built by Trunk, and Trunk calls back here ([`hook`]) to put the pack beside it. Everything that needs a clock, a network, a
//! child process or a port lives here, so that the crates it packs with stay pure. It is a library because the
//! browser tests need to know where things are, too.

pub mod arrange;
pub mod bench;
pub mod beside;
pub mod build;
pub mod checks;
pub mod fuzz;
pub mod generate;
pub mod glue;
pub mod hook;
pub mod icon;
pub mod link;
pub mod locals;
pub mod packing;
pub mod process;
pub mod project;
pub mod quality;
pub mod serve;
pub mod setup;
pub mod size;
pub mod slim;
pub mod supply;
pub mod tally;
pub mod trap;
