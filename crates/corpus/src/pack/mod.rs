//! The pack: one binary file that holds a corpus. `docs/pack.md` describes it for other programs.
//!
//! Text is stored as numbers: each distinct word or separator is listed once in the [`Lexicon`], and an article is the sequence of their
//! numbers. That is smaller than the best compression of the text itself, and it is its own index, since the tokenizer has already run.
//! Sections are compressed and checked one by one, so that a reader can fetch only those that it needs.

mod container;
mod lexicon;
mod opening;
mod read;
mod steps;
mod write;

pub use container::{SectionInfo, VERSION, sections};
pub use lexicon::{BREAK, Lexicon, Stream};
pub use opening::Opening;
pub use read::Pack;

/// How many articles share one set of text, block and mark sections.
const CHUNK: usize = 256;

/// Section kinds, as they stand in the file.
mod kind {
    pub(super) const META: [u8; 4] = *b"META";
    pub(super) const LIST: [u8; 4] = *b"LIST";
    pub(super) const WORDS: [u8; 4] = *b"WORD";
    pub(super) const TEXT: [u8; 4] = *b"TEXT";
    pub(super) const BLOCKS: [u8; 4] = *b"BLOK";
    pub(super) const MARKS: [u8; 4] = *b"MARK";
}

/// Why bytes are not a pack that this program can show.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// The bytes do not begin like a pack.
    #[error("this is not a pack of articles: it does not begin with the pack signature")]
    NotAPack,
    /// Made by a newer program.
    #[error("this pack has format version {found}, and this program reads version {VERSION}: use a newer release")]
    Version {
        /// The version it declares.
        found: u16,
    },
    /// Shorter or longer than it declares.
    #[error("the pack is incomplete: it declares {declared} bytes and has {found}; copy or download it again")]
    Length {
        /// Bytes declared in the header.
        declared: u64,
        /// Bytes found.
        found: u64,
    },
    /// A checksum does not match.
    #[error("the pack is damaged in its part {part}: copy or download it again")]
    Damaged {
        /// The part, by its kind and number.
        part: String,
    },
    /// Checksums match and the content does not make sense: the program that wrote it is at fault.
    #[error("the pack is inconsistent in its part {part}: {what}; build it again")]
    Inconsistent {
        /// The part, by its kind and number.
        part: String,
        /// What does not hold.
        what: String,
    },
}

#[cfg(test)]
mod tests;
