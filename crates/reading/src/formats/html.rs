//! Pages: what a readability library takes for the article is read, the rest is set apart; what the page says of itself is stated.
//!
//! The library gives no places. So each piece of text carries a mark through it, a character that no text has: what comes out with its
//! mark is the article, and its bytes are known.

use super::{
    Draft, Field, Opened, Stated, europresse,
    page::{Page, Paragraph, Place, take, words},
};
use crate::source::{Extract, Index, Source};
use dom_smoothie::{Config, Readability};
use serde_json::Value;
use visavis_corpus::{Clue, ClueKind, Role};
use visavis_text::{Span, fold};

/// Planes for private use: a character for each piece of text.
const MARKS: [std::ops::RangeInclusive<u32>; 2] = [0xF_0000..=0xF_FFFD, 0x10_0000..=0x10_FFFD];
const PLANE: usize = 0xFFFE;
/// What has more elements, or deeper ones, is not given to the library.
const MAX_ELEMENTS: usize = 30_000;
const MAX_DEPTH: usize = 200;

/// Reads a page of one article, or an export of Europresse.
pub(super) fn open(source: &Source, shown: &str, opened: &mut Opened) {
    let page = Page::of(source);
    if europresse::is_one(&page) {
        return europresse::open(source, &page, opened);
    }
    let index = Index::of(source);
    let about = about(source, &page, &index);
    let kept = kept(source, &page).unwrap_or_else(|| {
        opened.notice(shown, 0, "the page is not built like an article: all that its article element holds is read");
        fallback(&page)
    });
    let mut out = Extract::new(source, &index);
    let mut at = 0;
    for paragraph in &page.paragraphs {
        let next = at + paragraph.chunks.len();
        split(source, &page, paragraph, &kept[at..next], &about, &mut out);
        at = next;
    }
    opened.drafts.push(Draft::only(out.finish(), about.stated));
}

/// Whether a text is written as a page is.
pub(super) fn is_markup(text: &str) -> bool {
    let tags = ["<p>", "<p ", "<br", "<div", "</", "<\\/", "\\u003c"];
    tags.iter().any(|tag| text.contains(tag))
}

/// Adds the text of a piece of a page, such as a feed gives: all of it is the article.
pub(super) fn fragment(source: &Source, _index: &Index, out: &mut Extract<'_>) {
    for paragraph in Page::of(source).paragraphs {
        paragraph.chunks.iter().for_each(|&chunk| take(source, chunk, out));
        if paragraph.broken { out.end_line() } else { out.end_paragraph() }
    }
}

/// Adds a paragraph, its parts inside and outside the article each on a line.
fn split(source: &Source, page: &Page, paragraph: &Paragraph, kept: &[bool], about: &About, out: &mut Extract<'_>) {
    let mut at = 0;
    while at < kept.len() {
        let blank = |at: usize| source.slice(paragraph.chunks[at].span).trim().is_empty();
        let len = (at..kept.len()).take_while(|&next| kept[next] == kept[at] || blank(next)).count();
        let chunks = &paragraph.chunks[at..at + len];
        let start = out.len();
        chunks.iter().for_each(|&chunk| take(source, chunk, out));
        let place = page.place(chunks[0].element);
        if let Some((role, clue)) = about.role(place, kept[at], &words(source, chunks)) {
            out.hint(start, role, clue);
        }
        at += len;
        if at < kept.len() {
            out.end_line();
        }
    }
    if paragraph.broken { out.end_line() } else { out.end_paragraph() }
}

/// Which chunks the library takes for the article; `None` where it finds none.
fn kept(source: &Source, page: &Page) -> Option<Vec<bool>> {
    let chunks: Vec<_> = page.paragraphs.iter().flat_map(|paragraph| &paragraph.chunks).collect();
    if page.elements.len() > MAX_ELEMENTS || page.depth > MAX_DEPTH || chunks.len() > 2 * PLANE {
        return None;
    }
    let mut marked = String::with_capacity(source.text().len());
    let mut chunk = chunks.iter().enumerate().peekable();
    let mut add_text = |marked: &mut String, before: usize| {
        while let Some((nth, chunk)) = chunk.next_if(|(_, chunk)| chunk.span.start() < before) {
            let text = source.slice(chunk.span);
            if !text.trim().is_empty() {
                marked.push(mark(nth));
            }
            marked.extend(text.chars().filter(|&c| unmark(c).is_none()));
        }
    };
    for (tag, shown) in &page.tags {
        add_text(&mut marked, tag.start());
        if *shown {
            marked.push_str(source.slice(*tag));
        }
    }
    add_text(&mut marked, usize::MAX);
    let config = Config { disable_json_ld: true, ..Config::default() };
    let article = Readability::new(marked, None, Some(config)).ok()?.parse().ok()?;
    let mut kept = vec![false; chunks.len()];
    for nth in article.content.chars().filter_map(unmark) {
        if let Some(kept) = kept.get_mut(nth) {
            *kept = true;
        }
    }
    kept.contains(&true).then_some(kept)
}

fn mark(nth: usize) -> char {
    let plane = &MARKS[usize::from(nth >= PLANE)];
    char::from_u32(plane.start() + (nth % PLANE) as u32).unwrap_or(' ')
}

fn unmark(c: char) -> Option<usize> {
    let plane = MARKS.iter().position(|plane| plane.contains(&(c as u32)))?;
    Some(plane * PLANE + (c as u32 - MARKS[plane].start()) as usize)
}

/// Without the library: what stands in an article, or else everything but the machinery.
fn fallback(page: &Page) -> Vec<bool> {
    let chunks = || page.paragraphs.iter().flat_map(|paragraph| &paragraph.chunks);
    let says = page.elements.iter().any(|element| element.place == Place::Article);
    let inside =
        |place: Place| if says { !matches!(place, Place::Flow | Place::Machinery) } else { place != Place::Machinery };
    chunks().map(|chunk| inside(page.place(chunk.element))).collect()
}

/// What a page says of itself.
struct About {
    stated: Stated,
    /// Titles and summaries, folded: a line that says the same is that.
    titles: Vec<String>,
    summaries: Vec<String>,
}

impl About {
    /// The role of a line of the page, as far as its markup tells.
    fn role(&self, place: Place, kept: bool, text: &str) -> Option<(Role, Clue)> {
        let says = |name: &str| Clue::new(ClueKind::Field, name);
        let folded = fold(text);
        let is_title =
            self.titles.iter().any(|title| *title == folded || (folded.len() > 15 && title.starts_with(&folded)));
        match place {
            _ if is_title && (kept || place == Place::Heading) => Some((Role::Title, says("title"))),
            Place::Caption => Some((Role::Caption, says("figcaption"))),
            Place::Embed => Some((Role::Embed, says("blockquote"))),
            Place::Byline => Some((Role::Byline, says("author"))),
            _ if folded.len() > 40 && self.summaries.contains(&folded) => Some((Role::Lead, says("description"))),
            _ if kept => None,
            _ => Some((Role::Widget, Clue::new(ClueKind::OutsideArticle, ""))),
        }
    }
}

/// Names of `<meta>` for each field, lower case, in order of preference.
const METAS: &[(Field, &[&str])] = &[
    (Field::Title, &["og:title", "twitter:title", "dc.title", "dcterms.title", "title"]),
    (
        Field::Date,
        &[
            "article:published_time",
            "og:published_time",
            "datepublished",
            "dcterms.issued",
            "dc.date.issued",
            "dc.date",
            "dcterms.created",
            "parsely-pub-date",
            "publish-date",
            "publication_date",
            "pubdate",
            "sailthru.date",
            "date",
        ],
    ),
    (
        Field::Byline,
        &["author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author"],
    ),
    (Field::Outlet, &["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher"]),
    (Field::Language, &["og:locale", "content-language", "dc.language", "language"]),
    (Field::Url, &["og:url"]),
];

fn about(source: &Source, page: &Page, index: &Index) -> About {
    let mut about = About { stated: Stated::default(), titles: vec![], summaries: vec![] };
    let line = |at: usize| index.line_in(source, at);
    for (element, span) in &page.raw {
        let element = &page.elements[*element];
        if element.name == "script" && element.get("type").eq_ignore_ascii_case("application/ld+json") {
            linked_data(source, *span, &line, &mut about);
        }
    }
    for (field, names) in METAS {
        for name in *names {
            let metas = page.elements.iter().filter(|element| {
                let key = ["property", "name", "itemprop", "http-equiv"]
                    .iter()
                    .map(|&key| element.get(key))
                    .find(|key| !key.is_empty());
                element.name == "meta" && key.is_some_and(|key| key.eq_ignore_ascii_case(name))
            });
            for meta in metas {
                let content = meta.get("content");
                // Some give the author's page where others give his name.
                if *field != Field::Byline || !content.starts_with("http") {
                    about.stated.add(*field, content, name, line(meta.tag.start()));
                }
            }
        }
    }
    elements(source, page, &line, &mut about);
    about.titles = about.stated.values(Field::Title).map(fold).collect();
    let described = |element: &&super::page::Element| {
        ["description", "og:description", "twitter:description"].iter().any(|name| {
            element.get("name").eq_ignore_ascii_case(name) || element.get("property").eq_ignore_ascii_case(name)
        })
    };
    let descriptions = page.elements.iter().filter(described).map(|element| fold(element.get("content").trim()));
    about.summaries.extend(descriptions);
    about
}

/// What elements of the page say, after what is said for programs.
fn elements(source: &Source, page: &Page, line: &dyn Fn(usize) -> u32, about: &mut About) {
    let stated = &mut about.stated;
    for element in &page.elements {
        let at = line(element.tag.start());
        match element.name.as_str() {
            "html" => stated.add(Field::Language, element.get("lang"), "html lang", at),
            "link" if element.get("rel").eq_ignore_ascii_case("canonical") => {
                stated.add(Field::Url, element.get("href"), "canonical", at);
            }
            "time" if element.place != Place::Machinery && !stated.has(Field::Date) => {
                stated.add(Field::Date, element.get("datetime"), "time", at);
            }
            _ => {}
        }
    }
    let mut first = |field: Field, place: Place, name: &str| {
        let chunks =
            page.paragraphs.iter().find(|paragraph| paragraph.chunks.iter().any(|c| page.place(c.element) == place));
        if let Some(paragraph) = chunks
            && !stated.has(field)
        {
            let chunks: Vec<_> = paragraph.chunks.iter().copied().filter(|c| page.place(c.element) == place).collect();
            stated.add(field, &words(source, &chunks), name, line(chunks[0].span.start()));
        }
    };
    first(Field::Title, Place::Heading, "h1");
    first(Field::Byline, Place::Byline, "author");
    for (element, span) in &page.raw {
        let element = &page.elements[*element];
        if element.name == "title" && !stated.has(Field::Title) {
            let text = html_escape::decode_html_entities(source.slice(*span)).into_owned();
            stated.add(Field::Title, &text, "title", line(span.start()));
        }
    }
}

/// Kinds of things that are an article, in schema.org's words.
const ARTICLES: [&str; 8] = [
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "LiveBlogPosting",
    "BlogPosting",
    "Report",
];

/// What JSON-LD in the script at `span` says of an article.
fn linked_data(source: &Source, span: Span, line: &dyn Fn(usize) -> u32, about: &mut About) {
    let text = source.slice(span);
    let Ok(value) = serde_json::from_str::<Value>(text.trim().trim_start_matches("<!--").trim_end_matches("-->"))
    else {
        return;
    };
    let Some(article) = find_article(&value, 6) else { return };
    let fields = [
        (Field::Title, "headline"),
        (Field::Title, "name"),
        (Field::Date, "datePublished"),
        (Field::Byline, "author"),
        (Field::Outlet, "publisher"),
        (Field::Language, "inLanguage"),
        (Field::Url, "url"),
        (Field::Url, "mainEntityOfPage"),
    ];
    for (field, key) in fields {
        if let Some(value) = article.get(key) {
            let at = text.find(&format!("\"{key}\"")).unwrap_or(0);
            about.stated.add(field, &name_of(value), key, line(span.start() + at));
        }
    }
    about.summaries.extend(article.get("description").and_then(Value::as_str).map(|text| fold(text.trim())));
}

fn find_article(value: &Value, depth: u32) -> Option<&Value> {
    let is_article = |kind: &Value| kind.as_str().is_some_and(|kind| ARTICLES.contains(&kind));
    match value {
        Value::Object(object) => {
            let kind = object.get("@type");
            let found = kind
                .is_some_and(|kind| is_article(kind) || kind.as_array().is_some_and(|all| all.iter().any(is_article)));
            if found {
                return Some(value);
            }
            let inner = ["@graph", "mainEntity"].into_iter().filter_map(|key| object.get(key));
            inner.filter(|_| depth > 0).find_map(|value| find_article(value, depth - 1))
        }
        Value::Array(items) => items.iter().filter(|_| depth > 0).find_map(|value| find_article(value, depth - 1)),
        _ => None,
    }
}

/// A text, or the name or address of a thing; several with commas.
fn name_of(value: &Value) -> String {
    match value {
        Value::String(text) => html_escape::decode_html_entities(text).into_owned(),
        Value::Object(object) => {
            let named = ["name", "@id", "url"].into_iter().find_map(|key| object.get(key).and_then(Value::as_str));
            named.unwrap_or_default().into()
        }
        Value::Array(items) => {
            let names: Vec<String> = items.iter().map(name_of).filter(|name| !name.is_empty()).collect();
            names.join(", ")
        }
        _ => String::new(),
    }
}
