//! The forms in which articles come, and what each states of them.
//!
//! A reader takes the text of a file and gives drafts: the text of each article, which keeps its way back to the bytes of the file, and
//! what the file states beside it. What is not stated is found later, from the text, and never claimed here. A reader has no failure that
//! stops another: what is wrong is noted with its line, and the rest is read.

pub(crate) mod archive;
mod csv;
mod date;
mod europresse;
mod factiva;
mod fields;
mod html;
mod json;
mod listing;
mod markdown;
mod nexis;
mod page;

pub(crate) use fields::{Field, Fields, Stated, slug};

use crate::{
    Notice, Place, ReadingError,
    decode::{Extent, decode},
    error::Errors,
    source::Source,
};

/// A form of file, told by the ending of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Text as it was saved: one article, or an export of Factiva or LexisNexis.
    Text,
    /// Markdown, with or without front matter.
    Markdown,
    /// A page, or an export of Europresse.
    Html,
    /// JSON: an article, a list of articles, or one after another.
    Json,
    /// JSON, an article a line.
    JsonLines,
    /// A table with a line of headings.
    Csv,
    /// An archive of such files.
    Zip,
}

impl Format {
    /// The endings that are known, lower case, without the dot.
    pub const ENDINGS: [(&'static str, Self); 13] = [
        ("txt", Self::Text),
        ("text", Self::Text),
        ("md", Self::Markdown),
        ("markdown", Self::Markdown),
        ("html", Self::Html),
        ("htm", Self::Html),
        ("xhtml", Self::Html),
        ("json", Self::Json),
        ("jsonl", Self::JsonLines),
        ("ndjson", Self::JsonLines),
        ("csv", Self::Csv),
        ("tsv", Self::Csv),
        ("zip", Self::Zip),
    ];

    /// The form of the file called `name`, where its ending is known.
    pub fn of(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        Self::ENDINGS.into_iter().find(|(known, _)| ending.eq_ignore_ascii_case(known)).map(|(_, format)| format)
    }

    /// How many bytes such a file may have.
    pub const fn most_bytes(self) -> usize {
        self.extent().bytes()
    }

    const fn extent(self) -> Extent {
        match self {
            // An export is longer than an article, and its lines are lines of text.
            Self::Text | Self::Markdown => Extent::Article,
            Self::Html => Extent::Markup,
            Self::Json | Self::JsonLines | Self::Csv | Self::Zip => Extent::Collection,
        }
    }
}

/// What names an article within its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// The file holds nothing else.
    File,
    /// A name that the file gives it.
    Own(String),
    /// A name made of what the file says of it.
    Derived(String),
}

/// An article as its file gives it.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// What names it.
    pub(crate) key: Key,
    /// The line on which it begins.
    pub(crate) line: u32,
    /// Its text.
    pub(crate) source: Source,
    /// What the file states of it.
    pub(crate) stated: Stated,
}

impl Draft {
    /// The only article of its file.
    fn only(source: Source, stated: Stated) -> Self {
        let key = stated.first(Field::Id).map_or(Key::File, |id| Key::Own(id.into()));
        Self { key, line: 1, source, stated }
    }

    /// One of the articles of its file, which begins at `line`.
    fn one_of_many(source: Source, stated: Stated, line: u32) -> Self {
        let own = stated.first(Field::Id).map(|id| Key::Own(id.into()));
        let key = own.unwrap_or_else(|| Key::Derived(fields::derived_key(&stated, &source)));
        Self { key, line, source, stated }
    }
}

/// What a file gives.
#[derive(Debug, Default)]
pub(crate) struct Opened {
    /// Its articles, in its order.
    pub(crate) drafts: Vec<Draft>,
    /// What is wrong with it.
    pub(crate) errors: Errors,
    /// What its reader should know.
    pub(crate) notices: Vec<Notice>,
    /// How many of its articles have no text, only a title or a summary.
    bare: usize,
}

impl Opened {
    fn fail(&mut self, file: &str, line: u32, error: ReadingError) {
        self.errors.add(file, line, error);
    }

    fn notice(&mut self, file: &str, line: u32, what: impl Into<String>) {
        self.notices.push(Notice { place: Place { file: file.into(), line }, what: what.into() });
    }
}

/// Opens the file called `name`, which messages call `shown`.
pub(crate) fn open(name: &str, shown: &str, bytes: &[u8], fields: &Fields) -> Opened {
    let format = Format::of(name).unwrap_or(Format::Text);
    let mut opened = Opened::default();
    let Some(source) = decode(shown, bytes, format.extent(), &mut opened.errors, &mut opened.notices) else {
        return opened;
    };
    if source.text().trim().is_empty() {
        opened.fail(shown, 1, ReadingError::EmptyArticle);
        return opened;
    }
    match format {
        Format::Markdown => markdown::open(&source, shown, fields, &mut opened),
        Format::Html => html::open(&source, shown, &mut opened),
        Format::Json => json::open(&source, shown, fields, &mut opened),
        Format::JsonLines => json::open_lines(&source, shown, fields, &mut opened),
        Format::Csv => csv::open(&source, shown, name, fields, &mut opened),
        Format::Text | Format::Zip => text(source, &mut opened),
    }
    opened.check(shown);
    opened
}

/// A capture, or one of the exports that are text.
fn text(source: Source, opened: &mut Opened) {
    if factiva::is_one(source.text()) {
        factiva::open(&source, opened);
    } else if nexis::is_one(source.text()) {
        nexis::open(&source, opened);
    } else {
        opened.drafts.push(Draft::only(source, Stated::default()));
    }
}

impl Opened {
    /// Sets apart the drafts that are no articles: nothing to read, or a line that no article has.
    fn check(&mut self, shown: &str) {
        let Self { drafts, errors, .. } = self;
        drafts.retain(|draft| {
            if draft.source.text().trim().is_empty() {
                errors.add(shown, draft.line, ReadingError::EmptyArticle);
                return false;
            }
            draft.source.has_short_lines(shown, errors)
        });
        if self.bare > 0 {
            let what = format!("{} of its articles have no text, only what describes them", self.bare);
            self.notice(shown, 0, what);
        }
    }
}
