//! From a folder of captures to a corpus.
//!
//! A capture is what somebody saved from the web: the article, with the advertising, the captions and the comment form left in. Reading
//! decodes it, cuts it into lines and gives each line a role, describes the article, and marks whom it names, who speaks in it, what it
//! counts and which days it speaks of. Two rules hold throughout: *nothing is lost* (every byte that is not space stands in exactly one block, and a block that is
//! not read says what set it apart), and *nothing is asserted without its ground* (see [`visavis_corpus::Claim`]).
//!
//! The crate takes bytes and gives values; whoever calls it opens the files. The owner's word (`corpus.toml`, `entities.toml`) overrides
//! whatever is recognised. Mistakes in it are collected, each with its file and line, so that one run shows all of them.

mod annotations;
mod curation;
mod dates;
mod decode;
mod describe;
mod error;
mod figures;
mod formats;
mod language;
mod outlets;
mod propose;
mod read;
mod recognise;
mod roles;
mod sieve;
mod source;
mod voices;

pub use error::{Located, Place, ReadingError, ReadingErrors};
pub use formats::Format;
pub use propose::{Effect, Proposal, affordable, propose};
pub use read::{File, Folder, Notice, Reading, read, read_with};
pub use recognise::recognise;
pub use roles::resemblance;
pub use visavis_corpus::{OneByOne, Step, Workers};

/// Which files are read, for whoever has others.
pub fn endings() -> String {
    let endings: Vec<&str> = Format::ENDINGS.iter().map(|(ending, _)| *ending).collect();
    format!("articles are files that end in .{}", endings.join(", ."))
}
