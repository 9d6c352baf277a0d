//! The whole way: a folder in, a corpus out.

use crate::{
    Place, ReadingError, ReadingErrors,
    curation::{ArticleWord, CorpusWord, EntityWords, correct, read_corpus, read_entities},
    dates,
    describe::describe,
    error::{Errors, nearest},
    figures,
    recognise::recognise,
    roles,
    source::Source,
    voices,
};
use std::{collections::BTreeMap, fmt};
use visavis_corpus::{Article, ArticleId, Corpus, Language, Marks};

/// A file, as bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name: for an article, relative to the folder of articles, with `/`; else as messages show it.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A folder of captures.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Folder {
    /// `corpus.toml`, where there is one.
    pub config: Option<File>,
    /// `entities.toml`, where there is one.
    pub entities: Option<File>,
    /// The articles.
    pub articles: Vec<File>,
    /// What stands before the path of an article in messages, as in `corpus/articles/`.
    pub base: String,
}

/// Something that its reader should know and that does not stand in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Where.
    pub place: Place,
    /// What.
    pub what: String,
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// What reading a folder gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The corpus, articles in order of id.
    pub corpus: Corpus,
    /// What its reader should know.
    pub notices: Vec<Notice>,
}

/// Reads `folder`.
///
/// # Errors
/// All the mistakes that were found, where there is any.
pub fn read(folder: &Folder) -> Result<Reading, ReadingErrors> {
    let (mut errors, mut notices) = (Errors::default(), vec![]);
    let word = own_word(folder.config.as_ref(), &mut errors, &mut notices, read_corpus);
    let entities = own_word(folder.entities.as_ref(), &mut errors, &mut notices, read_entities);
    let config = folder.config.as_ref().map_or("corpus.toml", |file| file.path.as_str());
    check_files(config, &word, folder, &mut errors);
    let recurring = roles::Recurring::of(folder.articles.iter().map(|file| file.bytes.as_slice()));
    let articles = Articles { config, base: &folder.base, word: &word, recurring };
    let mut articles = articles.read(folder, &mut errors, &mut notices);
    let EntityWords { mut entities } = entities;
    recognise(&mut articles, &mut entities);
    for word in word.articles.iter().filter(|word| !word.mentions.is_empty()) {
        if let Some(article) = articles.iter_mut().find(|article| article.head.file == word.file.value) {
            correct(article, word, &entities, config, &mut errors);
        }
    }
    errors.finish()?;
    let CorpusWord { mut meta, outlets, namings, .. } = word;
    if meta.languages.is_empty() {
        meta.languages = languages(&articles);
    }
    // A day can follow from those of the other articles.
    dates::settle(&mut articles);
    articles.iter_mut().for_each(mark);
    notices.sort_by(|a, b| a.place.cmp(&b.place));
    Ok(Reading { corpus: Corpus { meta, outlets, entities, namings, articles }, notices })
}

/// What one of the owner's files says; nothing, where it is absent or not text.
fn own_word<T: Default>(
    file: Option<&File>,
    errors: &mut Errors,
    notices: &mut Vec<Notice>,
    read: fn(&str, &Source, &mut Errors) -> T,
) -> T {
    let source = file.and_then(|file| Some((file, Source::decode(&file.path, &file.bytes, errors, notices)?)));
    source.map_or_else(T::default, |(file, source)| read(&file.path, &source, errors))
}

/// Every file that the owner describes must be there.
fn check_files(config: &str, word: &CorpusWord, folder: &Folder, errors: &mut Errors) {
    let paths = || folder.articles.iter().map(|file| file.path.as_str());
    for article in &word.articles {
        let name = &article.file.value;
        if paths().all(|path| path != name) {
            let hint = nearest(name, paths(), || "add the file, or remove its [[article]]".into());
            errors.add(config, article.file.line, ReadingError::NoSuchFile { file: name.clone(), hint });
        }
    }
    if folder.articles.is_empty() {
        errors.add(&folder.base, 0, ReadingError::NoArticles);
    }
}

/// The languages that articles were found to have.
fn languages(articles: &[Article]) -> Vec<Language> {
    let mut found: Vec<Language> =
        articles.iter().filter_map(|article| article.head.language.value().copied()).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Marks who speaks in an article and what it counts, after whom it names and which days it speaks of.
fn mark(article: &mut Article) {
    let language = article.head.language.value().copied().unwrap_or(Language::French);
    let marks = &mut article.marks;
    marks.quotes = voices::quotes(&article.blocks, &marks.mentions, language);
    marks.figures = figures::figures(&article.blocks, &marks.mentions, &marks.dates, language);
}

/// What every article is read with.
struct Articles<'w> {
    config: &'w str,
    base: &'w str,
    word: &'w CorpusWord,
    /// The lines that several files have.
    recurring: roles::Recurring,
}

impl Articles<'_> {
    /// All articles, in order of id.
    fn read(&self, folder: &Folder, errors: &mut Errors, notices: &mut Vec<Notice>) -> Vec<Article> {
        let words: BTreeMap<&str, &ArticleWord> =
            self.word.articles.iter().map(|a| (a.file.value.as_str(), a)).collect();
        let mut places: BTreeMap<ArticleId, Place> = BTreeMap::new();
        let mut articles = vec![];
        for file in &folder.articles {
            let word = words.get(file.path.as_str()).copied();
            let (id, place) = self.identity(file, word);
            if let Some(first) = places.insert(id.clone(), place.clone()) {
                let error = ReadingError::DuplicateId { what: "article", id: id.0.clone(), first };
                errors.add(&place.file, place.line, error);
            }
            articles.extend(self.article(file, id, word, errors, notices));
        }
        articles.sort_by(|a, b| a.head.id.cmp(&b.head.id));
        articles
    }

    /// The name of `file` in messages.
    fn shown(&self, file: &File) -> String {
        format!("{}{}", self.base, file.path)
    }

    /// The id of an article and where it is given.
    fn identity(&self, file: &File, word: Option<&ArticleWord>) -> (ArticleId, Place) {
        if let Some(id) = word.and_then(|word| word.id.as_ref()) {
            return (ArticleId(id.value.clone()), Place { file: self.config.into(), line: id.line });
        }
        let stem = file.path.rsplit_once('.').map_or(file.path.as_str(), |(stem, _)| stem);
        (ArticleId(stem.replace('/', "-")), Place { file: self.shown(file), line: 0 })
    }

    fn article(
        &self,
        file: &File,
        id: ArticleId,
        word: Option<&ArticleWord>,
        errors: &mut Errors,
        notices: &mut Vec<Notice>,
    ) -> Option<Article> {
        let shown = self.shown(file);
        let source = Source::decode(&shown, &file.bytes, errors, notices)?;
        if source.text().trim().is_empty() {
            errors.add(&shown, 1, ReadingError::EmptyArticle);
            return None;
        }
        let overrides = word.map_or(&[][..], |word| &word.lines);
        for line in overrides.iter().filter(|line| !line.is_in(&source)) {
            let (file, quotation) = (file.path.clone(), line.quotation.value.clone());
            errors.add(self.config, line.quotation.line, ReadingError::NoSuchLine { file, quotation });
        }
        let blocks = roles::blocks(&source, overrides, &self.recurring);
        let head = describe(id, &file.path, &blocks, word, &self.word.outlets);
        Some(Article { head, blocks, marks: Marks::default() })
    }
}
