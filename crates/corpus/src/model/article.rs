//! One article: what is known of it, its blocks, and what was found in them.

use super::{Claim, Clue, Marks, When};
use crc::{CRC_32_ISO_HDLC, Crc, Table};
use serde::{Deserialize, Serialize};
use std::fmt;
use visavis_text::Span;

/// The name of an article, stable across builds: from its owner or from its file name, never from its position.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArticleId(pub String);

/// Most bytes that a file name takes from an id; systems allow 255. What is cut off is a checksum.
const LONGEST_NAME: usize = 180;

impl ArticleId {
    /// The file name of its plain page, the same on every system and in every address: small letters, digits, `-`, `_` and `.` stay, any
    /// other byte is `~` and two hexadecimal digits.
    pub fn page_name(&self) -> String {
        let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value & 15)]);
        let mut name = String::with_capacity(self.0.len() + 5);
        for (at, byte) in self.0.bytes().enumerate() {
            // A name in capitals or with a dot in front could mean another file on some systems.
            if byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte) || (byte == b'.' && at > 0) {
                name.push(char::from(byte));
            } else {
                name.extend(['~', digit(byte >> 4), digit(byte)]);
            }
        }
        // The list of all articles has that name.
        let taken = name.is_empty() || name == "index";
        if name.len() > LONGEST_NAME {
            name.truncate(LONGEST_NAME);
            let sum = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC).checksum(self.0.as_bytes());
            (0..8).rev().for_each(|at| name.push(digit((sum >> (4 * at)) as u8)));
        }
        name + if taken { "~.html" } else { ".html" }
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The position of an article in one pack. Never shown and never in an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArticleIx(pub u32);

impl ArticleIx {
    /// As an index into a list.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Lines of a source file, 1-based, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Lines {
    /// First line.
    pub first: u32,
    /// Last line.
    pub last: u32,
}

impl Lines {
    /// One line.
    pub const fn one(line: u32) -> Self {
        Self { first: line, last: line }
    }
}

/// The part that a block plays in its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// The article's title.
    Title,
    /// The opening that sums it up.
    Lead,
    /// A paragraph.
    Body,
    /// A heading inside the text.
    Subheading,
    /// Who wrote it, when it was put online.
    Byline,
    /// What stands under a picture.
    Caption,
    /// Photographer, agency.
    Credit,
    /// Keywords.
    Tags,
    /// A post from elsewhere, shown in the page.
    Embed,
    /// Other articles.
    Related,
    /// Advertising, subscription.
    Promo,
    /// Parts of the page's machinery.
    Widget,
}

impl Role {
    /// Every role, in reading order.
    pub const ALL: [Self; 12] = [
        Self::Title,
        Self::Lead,
        Self::Body,
        Self::Subheading,
        Self::Byline,
        Self::Caption,
        Self::Credit,
        Self::Tags,
        Self::Embed,
        Self::Related,
        Self::Promo,
        Self::Widget,
    ];

    /// The name used in JSON and in `corpus.toml`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Lead => "lead",
            Self::Body => "body",
            Self::Subheading => "subheading",
            Self::Byline => "byline",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::Tags => "tags",
            Self::Embed => "embed",
            Self::Related => "related",
            Self::Promo => "promo",
            Self::Widget => "widget",
        }
    }

    /// The role called `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Read and searched.
    pub const fn is_read(self) -> bool {
        matches!(self, Self::Title | Self::Lead | Self::Body | Self::Subheading)
    }

    /// Removed from reading and search, shown on request.
    pub const fn is_removed(self) -> bool {
        matches!(self, Self::Related | Self::Promo | Self::Widget)
    }
}

/// The language of an article, as far as the program tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// French.
    French,
    /// English.
    English,
}

impl Language {
    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The language whose tag is `tag`.
    pub fn parse(tag: &str) -> Option<Self> {
        [Self::French, Self::English].into_iter().find(|language| language.tag() == tag)
    }
}

/// A piece of an article with one role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its part in the page.
    pub role: Role,
    /// Where it stands in the source file.
    pub lines: Lines,
    /// The bytes of the source file that it came from.
    pub source: Vec<Span>,
    /// Its text. Every span of [`Marks`] is in bytes of such a text.
    pub text: String,
    /// What set it apart from the text; absent for what is read.
    pub removed_by: Option<Clue>,
}

/// What is known of an article without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Its name.
    pub id: ArticleId,
    /// Its file, relative to the folder of articles, with `/`.
    pub file: String,
    /// Title.
    pub title: Claim<String>,
    /// Outlet, by the id of an [`super::Outlet`].
    pub outlet: Claim<String>,
    /// Day of publication, or an interval that contains it.
    pub date: Claim<When>,
    /// Who signed it.
    pub byline: Claim<String>,
    /// Agency credited.
    pub credit: Claim<String>,
    /// Language of the text.
    pub language: Claim<Language>,
    /// Where it was published.
    pub url: Option<String>,
    /// Where a copy is archived.
    pub archived: Option<String>,
}

/// An article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// What is known of it.
    pub head: Head,
    /// Its pieces, in the order of the source.
    pub blocks: Vec<Block>,
    /// What was found in them.
    pub marks: Marks,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_plain_page_is_safe_everywhere() {
        for (id, name) in [
            ("000_ae17", "000_ae17.html"),
            ("Été/2016?", "~c3~89t~c3~a9~2f2016~3f.html"),
            ("../x", "~2e.~2fx.html"),
            ("index", "index~.html"),
            ("", "~.html"),
        ] {
            assert_eq!(ArticleId(id.into()).page_name(), name);
        }
    }
}
