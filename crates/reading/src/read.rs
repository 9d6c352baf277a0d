//! The whole way: a folder in, a corpus out.

use crate::{
    Place, ReadingError, ReadingErrors, annotations,
    curation::{ArticleWord, CorpusWord, EntityWords, correct, read_corpus, read_entities},
    dates,
    decode::{Extent, decode},
    describe::describe,
    error::{Errors, Located, nearest},
    figures,
    formats::{self, Draft, Field, Format, Key, Opened, Stated, archive},
    outlets,
    recognise::recognise_with,
    roles,
    source::Source,
    voices,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};
use visavis_corpus::{
    Article, ArticleId, Claim, Corpus, Figure, Ground, Language, Marks, OneByOne, Outlet, Quote, Step, Workers,
};

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
    /// Annotations made elsewhere, by their path below the folder `annotations` beside `corpus.toml`.
    pub annotations: Vec<File>,
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
    /// What is wrong with articles that are therefore missing, in order of file and line.
    pub bad: Vec<Located>,
}

impl Reading {
    /// The reading, where nothing is missing from it.
    ///
    /// # Errors
    /// What is wrong with the articles that are missing.
    pub fn whole(self) -> Result<Self, ReadingErrors> {
        if self.bad.is_empty() { Ok(self) } else { Err(ReadingErrors(self.bad)) }
    }
}

/// Reads `folder`; an article that is wrong does not stop the others, see [`Reading::bad`].
///
/// # Errors
/// All the mistakes in `corpus.toml` and `entities.toml`, where there is any.
pub fn read(folder: &Folder) -> Result<Reading, ReadingErrors> {
    read_with(folder.clone(), &OneByOne)
}

/// Reads `folder` as [`read`] does, with the help of `workers`. Its files are let go as soon as their texts are taken out of them.
///
/// # Errors
/// As [`read`].
pub fn read_with(mut folder: Folder, workers: &impl Workers) -> Result<Reading, ReadingErrors> {
    let (mut errors, mut notices) = (Errors::default(), vec![]);
    let word = own_word(folder.config.as_ref(), &mut errors, &mut notices, read_corpus);
    let entities = own_word(folder.entities.as_ref(), &mut errors, &mut notices, read_entities);
    let mut bad = Errors::default();
    let files = unpacked(std::mem::take(&mut folder.articles), &folder.base, &mut bad, &mut notices);
    let config = folder.config.as_ref().map_or("corpus.toml", |file| file.path.as_str());
    check_files(config, &word, &files, &mut errors);
    if files.is_empty() && bad.is_empty() {
        errors.add(&folder.base, 0, ReadingError::NoArticles);
    }

    let base = folder.base.as_str();
    let shown = |file: &File| format!("{base}{}", file.path);
    let opened =
        workers.map(Step::Open, &files, |file| formats::open(&file.path, &shown(file), &file.bytes, &word.fields));
    let mut named = Naming::new(config, base, &word).name(&files, opened, &mut errors, &mut bad, &mut notices);
    drop(files);
    let outlets = outlets::resolve(word.outlets.clone(), &mut named);
    let recurring = roles::Recurring::of(named.iter().map(|named| named.draft.source.text().as_bytes()));
    let mut articles = workers.map(Step::Read, &named, |named| article(named, &word.outlets, &recurring));
    articles.sort_by(|a, b| a.head.id.cmp(&b.head.id));
    let imports = !(word.annotations.is_empty() && folder.annotations.is_empty());
    // Articles hold what was stated, and blocks the text from here on.
    for draft in named.iter_mut().map(|named| &mut named.draft) {
        draft.stated = Stated::default();
        if !imports {
            draft.source = Source::default();
        }
    }
    let EntityWords { mut entities } = entities;
    recognise_with(&mut articles, &mut entities, workers);
    if imports {
        let texts: BTreeMap<&ArticleId, &str> =
            named.iter().map(|named| (&named.id, named.draft.source.text())).collect();
        let text = |article: &Article| texts.get(&article.head.id).copied().unwrap_or_default();
        let beside = config.rsplit_once('/').map_or(String::new(), |(dir, _)| format!("{dir}/"));
        annotations::import(
            &word.annotations,
            &folder.annotations,
            (config, &format!("{beside}annotations/")),
            &mut articles,
            &mut entities,
            &text,
            (&mut errors, &mut notices),
        );
    }
    for named in &named {
        let word = named.word.filter(|word| !word.mentions.is_empty());
        if let (Some(word), Ok(at)) = (word, articles.binary_search_by(|article| article.head.id.cmp(&named.id))) {
            correct(&mut articles[at], word, &entities, config, &mut errors);
        }
    }
    errors.finish()?;

    let CorpusWord { mut meta, namings, .. } = word;
    if meta.languages.is_empty() {
        meta.languages = languages(&articles);
    }
    // A day can follow from those of the other articles.
    dates::settle(&mut articles, workers);
    let found = workers.map(Step::Mark, &articles, marked);
    articles.iter_mut().zip(found).for_each(|(article, (quotes, figures))| {
        article.marks.quotes = quotes;
        article.marks.figures = figures;
    });
    notices.sort_by(|a, b| a.place.cmp(&b.place));
    let corpus = Corpus { meta, outlets, entities, namings, articles }.without_unnamed();
    Ok(Reading { corpus, notices, bad: bad.list() })
}

/// The files of the folder, those of archives among them.
fn unpacked(found: Vec<File>, base: &str, bad: &mut Errors, notices: &mut Vec<Notice>) -> Vec<File> {
    let mut files = vec![];
    for file in found {
        if Format::of(&file.path) == Some(Format::Zip) {
            files.extend(archive::entries(&file, &format!("{base}{}", file.path), bad, notices));
        } else {
            files.push(file);
        }
    }
    files
}

/// What one of the owner's files says; nothing, where it is absent or not text.
fn own_word<T: Default>(
    file: Option<&File>,
    errors: &mut Errors,
    notices: &mut Vec<Notice>,
    read: fn(&str, &Source, &mut Errors) -> T,
) -> T {
    let source = file.and_then(|file| Some((file, decode(&file.path, &file.bytes, Extent::Article, errors, notices)?)));
    source.map_or_else(T::default, |(file, source)| read(&file.path, &source, errors))
}

/// Every file that the owner describes must be there.
fn check_files(config: &str, word: &CorpusWord, files: &[File], errors: &mut Errors) {
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    for article in &word.articles {
        let name = &article.file.value;
        if !paths.contains(name.as_str()) {
            let hint = nearest(name, paths.iter().copied(), || "add the file, or remove its [[article]]".into());
            errors.add(config, article.file.line, ReadingError::NoSuchFile { file: name.clone(), hint });
        }
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

/// Who speaks in an article and what it counts, after whom it names and which days it speaks of.
fn marked(article: &Article) -> (Vec<Quote>, Vec<Figure>) {
    let language = article.head.language.value().copied().unwrap_or(Language::French);
    let marks = &article.marks;
    let quotes = voices::quotes(&article.blocks, &marks.mentions, language);
    (quotes, figures::figures(&article.blocks, &marks.mentions, &marks.dates, language))
}

/// An article before it is read: its name, where it comes from, and what its owner says of it.
pub(crate) struct Named<'w> {
    id: ArticleId,
    file: String,
    pub(crate) draft: Draft,
    pub(crate) word: Option<&'w ArticleWord>,
    /// The outlet that the file names, once it is known which that is.
    pub(crate) outlet: Option<String>,
}

/// Gives each article its name, and no two the same.
struct Naming<'w> {
    config: &'w str,
    base: &'w str,
    /// What the owner says, by file.
    words: BTreeMap<&'w str, Vec<&'w ArticleWord>>,
    /// Who has which name.
    taken: BTreeMap<ArticleId, Place>,
    /// The last number that went with a name.
    numbers: BTreeMap<String, u32>,
}

/// Where to say what is wrong: with the owner's files, with an article, or with nothing.
struct Faults<'f> {
    errors: &'f mut Errors,
    bad: &'f mut Errors,
    notices: &'f mut Vec<Notice>,
}

impl<'w> Naming<'w> {
    fn new(config: &'w str, base: &'w str, word: &'w CorpusWord) -> Self {
        let mut words: BTreeMap<&str, Vec<&ArticleWord>> = BTreeMap::new();
        for article in &word.articles {
            words.entry(&article.file.value).or_default().push(article);
        }
        Self { config, base, words, taken: BTreeMap::new(), numbers: BTreeMap::new() }
    }

    fn name(
        mut self,
        files: &[File],
        opened: Vec<Opened>,
        errors: &mut Errors,
        bad: &mut Errors,
        notices: &mut Vec<Notice>,
    ) -> Vec<Named<'w>> {
        let mut named = vec![];
        for (file, opened) in files.iter().zip(opened) {
            bad.extend(opened.errors);
            notices.extend(opened.notices);
            let many = opened.drafts.len() > 1;
            let mut unheard = self.words.get(file.path.as_str()).cloned().unwrap_or_default();
            for draft in opened.drafts {
                let place =
                    Place { file: format!("{}{}", self.base, file.path), line: if many { draft.line } else { 0 } };
                let key = own_id(&file.path, &draft);
                let word = self.word(&file.path, key.as_ref(), many);
                unheard.retain(|other| word.is_none_or(|word| !std::ptr::eq(word, *other)));
                let curated = word
                    .and_then(|word| word.id.as_ref())
                    .filter(|id| !many && key.as_ref().is_none_or(|key| key.0 != id.value));
                let id = if let Some(id) = curated {
                    let place = Place { file: self.config.into(), line: id.line };
                    self.claim(ArticleId(id.value.clone()), place, errors)
                } else {
                    self.find(&file.path, &draft, key, place, Faults { errors, bad, notices })
                };
                let Some(id) = id else { continue };
                self.check_lines(&file.path, word, &draft.source, errors);
                named.push(Named { id, file: file.path.clone(), draft, word, outlet: None });
            }
            self.unheard(&file.path, many, &unheard, errors);
        }
        named
    }

    /// Says that nothing came of `words` on the file `path`.
    fn unheard(&self, path: &str, many: bool, words: &[&ArticleWord], errors: &mut Errors) {
        for word in words {
            let first = self.words.get(path).and_then(|words| words.first()).map_or(0, |first| first.file.line);
            let file = path.to_string();
            match &word.id {
                Some(id) if many => {
                    errors.add(self.config, id.line, ReadingError::NoSuchRecord { file, id: id.value.clone() });
                }
                _ if many || first == word.file.line => {}
                _ => errors.add(self.config, word.file.line, ReadingError::DescribedTwice { file, first }),
            }
        }
    }

    /// What the owner says of an article: in a file of many, the one that its `id` names.
    fn word(&self, path: &str, key: Option<&ArticleId>, many: bool) -> Option<&'w ArticleWord> {
        let words = self.words.get(path)?;
        let is_its = |word: &&&ArticleWord| word.id.as_ref().map(|id| &id.value) == key.map(|key| &key.0);
        let named = words.iter().find(|word| word.id.is_some() && is_its(word));
        named.or_else(|| words.iter().find(|word| !many || word.id.is_none())).copied()
    }

    /// Takes the name that the owner gives.
    fn claim(&mut self, id: ArticleId, place: Place, errors: &mut Errors) -> Option<ArticleId> {
        if let Some(first) = self.taken.get(&id) {
            let error = ReadingError::DuplicateId { what: "article", id: id.0, first: first.clone() };
            errors.add(&place.file, place.line, error);
            return None;
        }
        self.taken.insert(id.clone(), place);
        Some(id)
    }

    /// A name from the file; where it is taken, one that says more.
    fn find(
        &mut self,
        path: &str,
        draft: &Draft,
        key: Option<ArticleId>,
        place: Place,
        faults: Faults<'_>,
    ) -> Option<ArticleId> {
        let Faults { errors, bad, notices } = faults;
        let own = key.is_some() && matches!(draft.key, Key::Own(_));
        let (stem, ending) = stem(path);
        let id = key.unwrap_or_else(|| ArticleId(stem.clone()));
        let Some(first) = self.taken.get(&id).cloned() else { return self.claim(id, place, bad) };
        if first.file == self.config {
            return self.claim(id, place, errors);
        }
        // Twice in one file is a mistake; in two files it is how exports overlap.
        if own && first.file == place.file {
            return self.claim(id, place, bad);
        }
        let longer = match &draft.key {
            Key::Own(_) => format!("{stem}-{}", id.0),
            Key::File => format!("{}-{ending}", id.0),
            Key::Derived(_) => id.0.clone(),
        };
        let free = self.numbered(&longer);
        let what = format!("called “{free}”, since “{id}” is taken, at {first}");
        notices.push(Notice { place: place.clone(), what });
        self.claim(free, place, bad)
    }

    /// `name`, with the next number that makes it free where it is not.
    fn numbered(&mut self, name: &str) -> ArticleId {
        let mut id = ArticleId(name.into());
        while self.taken.contains_key(&id) {
            let last = self.numbers.entry(name.into()).or_insert(1);
            *last += 1;
            id = ArticleId(format!("{name}-{last}"));
        }
        id
    }

    /// Every line that the owner quotes must be there.
    fn check_lines(&self, path: &str, word: Option<&ArticleWord>, source: &Source, errors: &mut Errors) {
        let overrides = word.map_or(&[][..], |word| &word.lines);
        for line in overrides.iter().filter(|line| !line.is_in(source)) {
            let (file, quotation) = (path.into(), line.quotation.value.clone());
            errors.add(self.config, line.quotation.line, ReadingError::NoSuchLine { file, quotation });
        }
    }
}

/// The name that a file gives an article, fit for an address; one that was made up goes with the name of the file.
fn own_id(path: &str, draft: &Draft) -> Option<ArticleId> {
    let key = match &draft.key {
        Key::File => return None,
        Key::Own(key) => key.clone(),
        Key::Derived(key) => format!("{}-{key}", stem(path).0),
    };
    let id: String =
        key.trim().chars().map(|c| if c == '/' || c.is_whitespace() || c.is_control() { '-' } else { c }).collect();
    (!id.is_empty()).then_some(ArticleId(id))
}

/// A path as a name, and its ending.
fn stem(path: &str) -> (String, String) {
    let (stem, ending) = path.rsplit_once('.').filter(|(_, ending)| !ending.contains('/')).unwrap_or((path, ""));
    (stem.replace(".zip/", "/").replace('/', "-"), ending.to_lowercase())
}

/// Cleans and describes an article; who and what it names is found when all of them are known.
fn article(named: &Named<'_>, outlets: &[Outlet], recurring: &roles::Recurring) -> Article {
    let Named { id, file, draft, word, outlet } = named;
    let (blocks, votes) = roles::blocks(&draft.source, word.map_or(&[][..], |word| &word.lines), recurring);
    let mut head = describe(id.clone(), file, &blocks, *word, votes, &draft.stated, outlets);
    if let Some(outlet) = outlet.as_ref().filter(|_| head.outlet.ground() != Ground::Curated) {
        head.outlet = Claim::stated_by(outlet.clone(), draft.stated.clues(Field::Outlet));
    }
    Article { head, blocks, marks: Marks::default() }
}
