//! `corpus.toml`: the corpus, its outlets, and what its owner knows of each article.

use super::{
    annotations::{AnnotationsWord, annotations},
    mention::{Correction, correction},
    table::{At, Table, parse},
};
use crate::{
    ReadingError,
    error::{Errors, nearest},
    formats::{Field, Fields},
    source::Source,
};
use std::collections::BTreeMap;
use visavis_corpus::{Language, Meta, Naming, Outlet, Publish, Role, When};

/// What `corpus.toml` says.
#[derive(Debug)]
pub(crate) struct CorpusWord {
    pub(crate) meta: Meta,
    pub(crate) outlets: Vec<Outlet>,
    pub(crate) namings: Vec<Naming>,
    pub(crate) articles: Vec<ArticleWord>,
    /// Annotations made elsewhere.
    pub(crate) annotations: Vec<AnnotationsWord>,
    /// Which key of a record holds what.
    pub(crate) fields: Fields,
}

impl Default for CorpusWord {
    fn default() -> Self {
        let meta =
            Meta { title: "Articles".into(), description: String::new(), languages: vec![], licence: String::new() };
        Self {
            meta,
            outlets: vec![],
            namings: vec![],
            articles: vec![],
            annotations: vec![],
            fields: Fields::default(),
        }
    }
}

/// What the owner says of one article.
#[derive(Debug)]
pub(crate) struct ArticleWord {
    pub(crate) file: At<String>,
    pub(crate) id: Option<At<String>>,
    pub(crate) outlet: Option<At<String>>,
    pub(crate) date: Option<When>,
    pub(crate) title: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) credit: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) archived: Option<String>,
    pub(crate) because: String,
    pub(crate) lines: Vec<Override>,
    pub(crate) mentions: Vec<Correction>,
}

/// A role that the owner gives to a line.
#[derive(Clone, Debug)]
pub(crate) struct Override {
    /// Words of the line.
    pub(crate) quotation: At<String>,
    /// Its role.
    pub(crate) role: Role,
}

impl Override {
    /// Whether a line of `source` holds the quotation.
    pub(crate) fn is_in(&self, source: &Source) -> bool {
        source.lines().iter().any(|line| source.slice(line.span).contains(&self.quotation.value))
    }
}

/// Reads `corpus.toml`.
pub(crate) fn read_corpus(file: &str, source: &Source, errors: &mut Errors) -> CorpusWord {
    parse(file, source, errors, |root| {
        root.only(&[
            "title",
            "description",
            "languages",
            "licence",
            "outlet",
            "article",
            "naming",
            "fields",
            "annotations",
        ]);
        let text = |key| root.text(key).map(|text| text.value);
        let default = CorpusWord::default();
        let meta = Meta {
            title: text("title").unwrap_or(default.meta.title),
            description: text("description").unwrap_or_default(),
            languages: root.texts("languages").iter().filter_map(|tag| language(root, tag)).collect(),
            licence: text("licence").unwrap_or_default(),
        };
        let outlets = outlets(file, root);
        let articles = articles(root, &outlets);
        CorpusWord {
            meta,
            outlets,
            namings: namings(root),
            articles,
            annotations: annotations(root),
            fields: fields(root),
        }
    })
}

/// What `text` means, or an error that names the nearest of `names`.
fn choice<T>(
    table: &Table<'_>,
    text: &At<String>,
    expected: &'static str,
    names: &[&str],
    parse: fn(&str) -> Option<T>,
) -> Option<T> {
    let value = parse(&text.value);
    if value.is_none() {
        let hint = nearest(&text.value, names.iter().copied(), || format!("write one of {}", names.join(", ")));
        table.fail(text.line, ReadingError::BadValue { value: text.value.clone(), expected, hint });
    }
    value
}

fn language(root: &Table<'_>, tag: &At<String>) -> Option<Language> {
    choice(root, tag, "a language that this program knows", &["fr", "en"], Language::parse)
}

fn publish_word(text: &str) -> Option<Publish> {
    Some(match text {
        "full" => Publish::Full,
        "excerpt" => Publish::Excerpt,
        "none" => Publish::None,
        _ => return None,
    })
}

fn outlets(file: &str, root: &Table<'_>) -> Vec<Outlet> {
    let mut seen = BTreeMap::new();
    let outlet = |table: &Table<'_>| {
        table.only(&["id", "name", "country", "owner", "kind", "url", "publish"]);
        let text = |key| table.text(key).map(|text| text.value);
        let id = table.required("id")?;
        if let Some(first) = seen.insert(id.value.clone(), id.line) {
            let first = crate::Place { file: file.into(), line: first };
            table.fail(id.line, ReadingError::DuplicateId { what: "outlet", id: id.value.clone(), first });
        }
        let publish = table.text("publish");
        Some(Outlet {
            name: text("name").unwrap_or_else(|| id.value.clone()),
            id: id.value,
            country: text("country"),
            owner: text("owner"),
            kind: text("kind"),
            url: text("url"),
            publish: publish
                .and_then(|word| choice(table, &word, "a way to publish", &["full", "excerpt", "none"], publish_word))
                .unwrap_or(Publish::Full),
        })
    };
    root.tables("outlet", "[[outlet]]").iter().filter_map(outlet).collect()
}

/// `[fields]`: which keys of a record hold what.
fn fields(root: &Table<'_>) -> Fields {
    let Some(table) = root.table("fields", "[fields]") else { return Fields::default() };
    table.only(&Field::ALL.map(|(field, _)| field.name()));
    let own = |(field, _): (Field, _)| {
        let keys: Vec<String> = table.texts(field.name()).into_iter().map(|key| key.value).collect();
        (!keys.is_empty()).then_some((field, keys))
    };
    Fields { own: Field::ALL.into_iter().filter_map(own).collect() }
}

fn namings(root: &Table<'_>) -> Vec<Naming> {
    let naming = |table: &Table<'_>| {
        table.only(&["referent", "terms"]);
        let terms = table.texts("terms").into_iter().map(|term| term.value).collect();
        Some(Naming { referent: table.required("referent")?.value, terms })
    };
    root.tables("naming", "[[naming]]").iter().filter_map(naming).collect()
}

fn articles(root: &Table<'_>, outlets: &[Outlet]) -> Vec<ArticleWord> {
    // In a file of many articles, the id says which one is described.
    let mut seen: BTreeMap<(String, Option<String>), u32> = BTreeMap::new();
    let mut articles = vec![];
    for table in root.tables("article", "[[article]]") {
        let Some(article) = article(&table, outlets) else { continue };
        let key = (article.file.value.clone(), article.id.as_ref().map(|id| id.value.clone()));
        if let Some(&first) = seen.get(&key) {
            let file = article.file.value.clone();
            table.fail(article.file.line, ReadingError::DescribedTwice { file, first });
        } else {
            seen.insert(key, article.file.line);
            articles.push(article);
        }
    }
    articles
}

const ARTICLE_KEYS: [&str; 12] =
    ["file", "id", "outlet", "date", "title", "byline", "url", "archived", "credit", "because", "line", "mention"];

fn article(table: &Table<'_>, outlets: &[Outlet]) -> Option<ArticleWord> {
    table.only(&ARTICLE_KEYS);
    let text = |key| table.text(key).map(|text| text.value);
    let outlet = table.text("outlet");
    if let Some(id) = outlet.as_ref().filter(|id| outlets.iter().all(|outlet| outlet.id != id.value)) {
        let hint = nearest(&id.value, outlets.iter().map(|o| o.id.as_str()), || "add one, or remove this key".into());
        table.fail(id.line, ReadingError::NoSuchOutlet { id: id.value.clone(), hint });
    }
    let date = table.text("date").and_then(|date| {
        let when = When::parse(&date.value);
        if when.is_none() {
            let hint = "write 2016-10-12, or an interval 2016-10-11/2016-10-12".into();
            table.fail(date.line, ReadingError::BadValue { value: date.value.clone(), expected: "a day", hint });
        }
        when
    });
    Some(ArticleWord {
        file: table.required("file")?,
        id: table.text("id"),
        outlet,
        date,
        title: text("title"),
        byline: text("byline"),
        credit: text("credit"),
        url: text("url"),
        archived: text("archived"),
        because: text("because").unwrap_or_default(),
        lines: table.tables("line", "[[article.line]]").iter().filter_map(line).collect(),
        mentions: table.tables("mention", "[[article.mention]]").iter().filter_map(correction).collect(),
    })
}

fn line(table: &Table<'_>) -> Option<Override> {
    table.only(&["quotation", "role"]);
    let quotation = table.required("quotation")?;
    let role = table.required("role")?;
    let names = Role::ALL.map(Role::name);
    let role = choice(table, &role, "a role", &names, Role::parse)?;
    if quotation.value.trim().is_empty() {
        let hint = "copy some words of the line".into();
        table.fail(quotation.line, ReadingError::BadValue { value: String::new(), expected: "a quotation", hint });
        return None;
    }
    Some(Override { quotation, role })
}
