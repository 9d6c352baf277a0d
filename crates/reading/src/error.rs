//! What can be wrong with a folder of captures, and where.

use std::fmt;

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, as it was given to [`crate::read`].
    pub file: String,
    /// The line, 1-based; 0 for the file as a whole.
    pub line: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 { f.write_str(&self.file) } else { write!(f, "{}:{}", self.file, self.line) }
    }
}

/// One thing that is wrong, with what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadingError {
    /// The file is not TOML.
    #[error("not valid TOML: {what}")]
    Toml {
        /// The parser's message.
        what: String,
    },
    /// A key that means nothing here.
    #[error("unknown key “{key}” in {table}; {hint}")]
    UnknownKey {
        /// The key.
        key: String,
        /// The table it stands in.
        table: &'static str,
        /// The nearest known key, or all of them.
        hint: String,
    },
    /// A value of another type than expected.
    #[error("“{key}” must be {expected}; found {found}")]
    WrongType {
        /// The key.
        key: String,
        /// What it takes.
        expected: &'static str,
        /// What it got.
        found: &'static str,
    },
    /// A key that must be there.
    #[error("{table} has no “{key}”; add {key} = \"…\"")]
    MissingKey {
        /// The key.
        key: &'static str,
        /// The table that needs it.
        table: &'static str,
    },
    /// A value that cannot be used.
    #[error("“{value}” is not {expected}; {hint}")]
    BadValue {
        /// The value.
        value: String,
        /// What was expected.
        expected: &'static str,
        /// What to write.
        hint: String,
    },
    /// Two things under one id.
    #[error("the {what} id “{id}” is taken already, at {first}; give one of the two another id")]
    DuplicateId {
        /// Article, outlet or entity.
        what: &'static str,
        /// The id.
        id: String,
        /// Where it stands first.
        first: Place,
    },
    /// An article is described twice.
    #[error("the article “{file}” is described already, at line {first}; put both descriptions into one [[article]]")]
    DescribedTwice {
        /// Its file.
        file: String,
        /// The line of the first description.
        first: u32,
    },
    /// A file named in `corpus.toml` is not in the folder.
    #[error("there is no article file “{file}”; {hint}")]
    NoSuchFile {
        /// The file.
        file: String,
        /// The nearest file, if one is near.
        hint: String,
    },
    /// A record named in `corpus.toml` is not in its file.
    #[error("“{file}” holds several articles, and none has the id “{id}”; `visavis inspect` lists their ids")]
    NoSuchRecord {
        /// The file.
        file: String,
        /// The id.
        id: String,
    },
    /// An article refers to an outlet that is not described.
    #[error("there is no [[outlet]] with the id “{id}”; {hint}")]
    NoSuchOutlet {
        /// The id.
        id: String,
        /// The nearest id, or what to add.
        hint: String,
    },
    /// A quotation that no line of the article contains.
    #[error("no line of “{file}” contains “{quotation}”; copy the words exactly from the file")]
    NoSuchLine {
        /// The article's file.
        file: String,
        /// The quotation.
        quotation: String,
    },
    /// A mention of an entity that there is not.
    #[error("there is no entity with the id “{id}”; {hint}")]
    NoSuchEntity {
        /// The id.
        id: String,
        /// The nearest id, or what to add.
        hint: String,
    },
    /// A file of annotations named in `corpus.toml` is not there.
    #[error("there is no file of annotations “{file}”; {hint}")]
    NoSuchAnnotations {
        /// The file.
        file: String,
        /// The nearest file, or where to put it.
        hint: String,
    },
    /// Something else where annotations are needed.
    #[error("this is no annotation: {what}; {shape}")]
    NoAnnotation {
        /// What is wrong with it.
        what: String,
        /// How annotations are written.
        shape: &'static str,
    },
    /// A name that meets too much.
    #[error("{what} “{name}” of entity “{entity}” is {why}; {hint}")]
    WeakName {
        /// Name or alias.
        what: &'static str,
        /// The words.
        name: String,
        /// The entity's id.
        entity: String,
        /// What is wrong with them.
        why: &'static str,
        /// What to do.
        hint: &'static str,
    },
    /// A name that consists of nothing.
    #[error("entity “{entity}” has an empty {what}; remove it, or write the name")]
    EmptyName {
        /// The entity's id.
        entity: String,
        /// Name, alias or description.
        what: &'static str,
    },
    /// Two entities under one name.
    #[error("“{alias}” is claimed by two entities, “{first}” (line {line}) and “{second}”; remove it from one of them")]
    SharedAlias {
        /// The name, as it stands the second time.
        alias: String,
        /// The entity that has it first.
        first: String,
        /// The line of that.
        line: u32,
        /// The entity that claims it too.
        second: String,
    },
    /// No text.
    #[error("the article is empty; put its text into the file, or remove the file")]
    EmptyArticle,
    /// Neither UTF-8 nor Windows-1252.
    #[error("{what}, so the file is neither UTF-8 nor Windows-1252; save it again as UTF-8")]
    Encoding {
        /// The bytes that say so.
        what: String,
    },
    /// Not JSON.
    #[error("not valid JSON: {what}; mend this line, or remove it")]
    Json {
        /// The parser's message.
        what: String,
    },
    /// JSON that holds no article.
    #[error("this is not an object with the keys of an article; write {{\"title\": …, \"body\": …}}")]
    NoRecord,
    /// A table that holds no article.
    #[error("no column holds a title or a text; the columns are {found}: name yours under [fields] in corpus.toml")]
    NoColumn {
        /// The headings.
        found: String,
    },
    /// A row that does not fit its table.
    #[error("this row has {found} cells, and the line of headings {expected}; a quotation mark may be missing")]
    Columns {
        /// Its cells.
        found: usize,
        /// Those of the first line.
        expected: usize,
    },
    /// Front matter that cannot be read.
    #[error("the front matter cannot be read: {what}; mend it between its two fences")]
    FrontMatter {
        /// The parser's message.
        what: String,
    },
    /// An archive, or an entry of one, that is refused.
    #[error("{what}; unpack the archive yourself and put its articles into the folder")]
    Archive {
        /// Why.
        what: String,
    },
    /// A line that no article has.
    #[error(
        "this line has {bytes} bytes, and a line may have {limit}; this looks like data rather than an article: remove the file, or break the line"
    )]
    LongLine {
        /// Its length.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// A file that no article fills.
    #[error(
        "the file has {bytes} bytes, and an article may have {limit}; this looks like data rather than an article: split or remove it"
    )]
    LongFile {
        /// Its length.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// The system does not give the file.
    #[error("the file cannot be read: {what}")]
    Unreadable {
        /// Why not, and what to do.
        what: String,
    },
    /// There is nothing to read.
    #[error(
        "there is no article here; put files (.txt, .md, .html, .json, .jsonl, .csv or .zip) into the folder “articles”"
    )]
    NoArticles,
}

/// An error and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// Where.
    pub place: Place,
    /// What.
    pub error: ReadingError,
}

impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.error)
    }
}

/// Everything that is wrong with a folder: at least one error, in order of file and line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingErrors(pub Vec<Located>);

impl fmt::Display for ReadingErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, error) in self.0.iter().enumerate() {
            if at > 0 {
                writeln!(f)?;
            }
            error.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for ReadingErrors {}

/// Collects errors while reading goes on.
#[derive(Debug, Default)]
pub(crate) struct Errors(Vec<Located>);

impl Errors {
    /// Notes `error` at `line` of `file`.
    pub(crate) fn add(&mut self, file: &str, line: u32, error: ReadingError) {
        self.0.push(Located { place: Place { file: file.into(), line }, error });
    }

    /// Takes over what `other` collected.
    pub(crate) fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Whether there is none.
    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All errors in order.
    pub(crate) fn list(mut self) -> Vec<Located> {
        self.0.sort_by(|a, b| a.place.cmp(&b.place));
        self.0
    }

    /// All errors in order, if there is any.
    pub(crate) fn finish(self) -> Result<(), ReadingErrors> {
        let errors = self.list();
        if errors.is_empty() { Ok(()) } else { Err(ReadingErrors(errors)) }
    }
}

/// A hint that names the candidate nearest to `word`, or says `otherwise` where none is near.
pub(crate) fn nearest<'c>(
    word: &str,
    candidates: impl Iterator<Item = &'c str>,
    otherwise: impl FnOnce() -> String,
) -> String {
    let near = candidates
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|&(distance, candidate)| distance <= 1 + candidate.chars().count() / 3)
        .min();
    near.map_or_else(otherwise, |(_, candidate)| format!("did you mean “{candidate}”?"))
}
