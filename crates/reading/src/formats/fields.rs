//! What a format states of an article: which of its keys holds what.

use crate::source::{Extract, Source};
use visavis_corpus::{Claim, Clue, ClueKind, Language, Lines, Role, When};

/// Something that a format can state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Id,
    Title,
    Lead,
    Body,
    Outlet,
    Date,
    Byline,
    Credit,
    Language,
    Url,
}

impl Field {
    /// Every field, and the keys that hold it where the owner does not say, in order of preference. Letters and digits alone count:
    /// `publishedAt`, `published_at` and `Published At` are one key.
    pub(crate) const ALL: [(Self, &'static [&'static str]); 10] = [
        (Self::Id, &["id", "guid", "uid", "uuid", "storiesid", "articleid", "docid", "key"]),
        (Self::Title, &["title", "headline", "titre", "name"]),
        (Self::Lead, &["lead", "chapo", "standfirst", "abstract", "abstractnote", "summary", "description", "excerpt"]),
        (
            Self::Body,
            &[
                "body",
                "text",
                "content",
                "texte",
                "fulltext",
                "articlebody",
                "maintext",
                "contenttext",
                "contenthtml",
                "contents",
                "article",
            ],
        ),
        (
            Self::Outlet,
            &[
                "outlet",
                "containertitle",
                "publicationtitle",
                "medianame",
                "media",
                "publication",
                "newspaper",
                "journal",
                "sourcename",
                "source",
                "publisher",
                "sitename",
                "site",
            ],
        ),
        (
            Self::Date,
            &[
                "date",
                "datepublished",
                "published",
                "publishedat",
                "publishdate",
                "publishedtime",
                "pubdate",
                "publicationdate",
                "issued",
                "datepublication",
                "datecreated",
                "createdat",
            ],
        ),
        (Self::Byline, &["byline", "author", "authors", "creator", "auteur", "auteurs", "signature"]),
        (Self::Credit, &["credit", "agency", "agence", "newsagency"]),
        (Self::Language, &["language", "lang", "langue", "inlanguage"]),
        (Self::Url, &["url", "link", "permalink", "canonicalurl", "uri"]),
    ];

    /// The name in `[fields]`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::Lead => "lead",
            Self::Body => "body",
            Self::Outlet => "outlet",
            Self::Date => "date",
            Self::Byline => "byline",
            Self::Credit => "credit",
            Self::Language => "language",
            Self::Url => "url",
        }
    }
}

/// A key, reduced to what counts.
pub(super) fn plain_key(key: &str) -> String {
    plain_signs(key).collect()
}

fn plain_signs(key: &str) -> impl Iterator<Item = char> {
    key.chars().filter(|c| c.is_alphanumeric() || *c == '.').flat_map(char::to_lowercase)
}

/// Whether the first letters do not already tell `key` from the plain `name`, which most often they do.
fn may_begin_alike(key: &str, name: &str) -> bool {
    match (key.bytes().next(), name.bytes().next()) {
        (Some(key), Some(name)) if key.is_ascii_alphanumeric() => key.to_ascii_lowercase() == name,
        _ => true,
    }
}

/// Which key holds which field: the owner's `[fields]`, then the usual names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields {
    /// The owner's words: a field, and the keys that hold it; a dot leads into an object.
    pub(crate) own: Vec<(Field, Vec<String>)>,
}

impl Fields {
    /// The position of the key that holds `field` among `keys`, those of a record whose value is there.
    pub(super) fn find(&self, field: Field, keys: &[String]) -> Option<usize> {
        let own = self.own.iter().find(|(own, _)| *own == field);
        if let Some((_, names)) = own {
            return names.iter().find_map(|name| keys.iter().position(|key| plain_signs(key).eq(plain_signs(name))));
        }
        let usual = Field::ALL.iter().find(|(other, _)| *other == field).map_or(&[][..], |(_, names)| names);
        // `source = { name = … }` is a name, too.
        let holds = |key: &String, name: &str| {
            may_begin_alike(key, name)
                && (plain_signs(key).eq(name.chars()) || plain_signs(key).eq(name.chars().chain(".name".chars())))
        };
        usual.iter().find_map(|name| keys.iter().position(|key| holds(key, name)))
    }
}

/// One thing that a file states.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Statement {
    field: Field,
    value: String,
    clue: Clue,
}

/// What a file states of an article, the surest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stated {
    statements: Vec<Statement>,
}

/// Longest value that describes an article; what is longer is text in the wrong field.
const LONGEST: usize = 2000;

impl Stated {
    /// Notes that the key `name` at `line` says `value`; nothing, where it is empty.
    pub(super) fn add(&mut self, field: Field, value: &str, name: &str, line: u32) {
        let value: Vec<&str> = value.split_whitespace().collect();
        let mut value = value.join(" ");
        if field == Field::Byline {
            let opening =
                ["Par ", "PAR ", "par ", "By ", "BY ", "by "].into_iter().find(|opening| value.starts_with(opening));
            value.drain(..opening.map_or(0, str::len));
        }
        if !value.is_empty() && value.len() <= LONGEST {
            let clue = Clue::new(ClueKind::Field, format!("{name}: {value}")).at(Lines::one(line));
            self.statements.push(Statement { field, value, clue });
        }
    }

    fn all(&self, field: Field) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(move |statement| statement.field == field)
    }

    /// What is stated first of `field`.
    pub(crate) fn first(&self, field: Field) -> Option<&str> {
        self.all(field).next().map(|statement| statement.value.as_str())
    }

    /// Whether anything is stated of `field`.
    pub(super) fn has(&self, field: Field) -> bool {
        self.first(field).is_some()
    }

    /// All that is stated of `field`.
    pub(super) fn values(&self, field: Field) -> impl Iterator<Item = &str> {
        self.all(field).map(|statement| statement.value.as_str())
    }

    /// The first statement of `field` that `read` understands, as a claim; the clues are all that the file says of it, so that a
    /// contradiction shows.
    pub(crate) fn claim<T>(&self, field: Field, read: impl Fn(&str) -> Option<T>) -> Option<Claim<T>> {
        let value = self.all(field).find_map(|statement| read(&statement.value))?;
        Some(Claim::stated_by(value, self.clues(field)))
    }

    /// All that the file says of `field`.
    pub(crate) fn clues(&self, field: Field) -> Vec<Clue> {
        let mut clues: Vec<Clue> = vec![];
        for statement in self.all(field) {
            if !clues.contains(&statement.clue) {
                clues.push(statement.clue.clone());
            }
        }
        clues
    }

    /// The claim that the file makes of a text.
    pub(crate) fn text(&self, field: Field) -> Option<Claim<String>> {
        self.claim(field, |value| Some(value.into()))
    }

    /// The claim that the file makes of its day.
    pub(crate) fn date(&self) -> Option<Claim<When>> {
        self.claim(Field::Date, super::date::read)
    }

    /// The claim that the file makes of its language.
    pub(crate) fn language(&self) -> Option<Claim<Language>> {
        self.claim(Field::Language, language)
    }
}

/// A tag (`fr-FR`), or the name of a language in French or English.
fn language(text: &str) -> Option<Language> {
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    match word.as_str() {
        "fr" | "fre" | "fra" | "french" | "français" | "francais" => Some(Language::French),
        "en" | "eng" | "english" | "anglais" => Some(Language::English),
        _ => None,
    }
}

/// Adds a part of an article that has a field of its own.
pub(super) fn part(out: &mut Extract<'_>, role: Role, name: &str, add: impl FnOnce(&mut Extract<'_>)) {
    out.end_paragraph();
    let start = out.len();
    add(out);
    out.hint(start, role, Clue::new(ClueKind::Field, name));
    out.end_paragraph();
}

/// The words of a title, for a name: `un-pont-a-renover`, at most six.
pub(crate) fn slug(text: &str) -> String {
    let words: Vec<String> = visavis_text::words(text).take(6).map(|word| visavis_text::fold(word.text)).collect();
    words.join("-")
}

/// A name for an article of a file that gives it none: its day and the words of its title, else a sum of its text.
pub(super) fn derived_key(stated: &Stated, source: &Source) -> String {
    let title = stated.first(Field::Title).map(slug).filter(|slug| !slug.is_empty());
    let day = stated.date().and_then(|claim| claim.value().filter(|when| when.is_day()).map(ToString::to_string));
    match (day, title) {
        (Some(day), Some(title)) => format!("{day}-{title}"),
        (None, Some(title)) => title,
        _ => format!("{:016x}", sum(source.text())),
    }
}

/// FNV-1a over the bytes of `text`: tells apart, promises nothing.
fn sum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
