//! A page as elements and the text between them, each with its place in the file.
//!
//! A tokenizer of the standard reads the tags. The tree is simpler than a browser's: a paragraph ends where a block begins or ends, and
//! that is all that reading needs.

use crate::source::{Extract, Source};
use html5gum::{DefaultEmitter, Token, Tokenizer};
use std::collections::BTreeMap;
use visavis_text::Span;

/// The part of a page that an element is, or stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Not shown.
    Hidden,
    /// The run of the page.
    Flow,
    /// In an element that says that it is an article.
    Article,
    /// Navigation, forms, footers.
    Machinery,
    /// Under a picture.
    Caption,
    /// A post from elsewhere.
    Embed,
    /// Who wrote it.
    Byline,
    /// A heading of the first rank.
    Heading,
}

/// An element.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: String,
    /// The element around it.
    pub(super) parent: Option<usize>,
    pub(super) attributes: BTreeMap<String, String>,
    pub(super) place: Place,
    /// Its start tag, in the text of the file.
    pub(super) tag: Span,
}

impl Element {
    /// An attribute, or nothing.
    pub(super) fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// Whether `class` is among its classes, whatever their case.
    pub(super) fn has_class(&self, class: &str) -> bool {
        self.get("class").split_ascii_whitespace().any(|other| other.eq_ignore_ascii_case(class))
    }
}

/// Text between two tags.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk {
    /// Its bytes, entities undecoded.
    pub(super) span: Span,
    pub(super) element: usize,
}

/// Text that stands together: the chunks of a block.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    pub(super) chunks: Vec<Chunk>,
    /// Whether it goes on in the next one after the break of a line.
    pub(super) broken: bool,
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) elements: Vec<Element>,
    pub(super) paragraphs: Vec<Paragraph>,
    /// Scripts and titles: the element, and the bytes of its content.
    pub(super) raw: Vec<(usize, Span)>,
    /// Tags in the order of the file: where they stand, whether they are shown.
    pub(super) tags: Vec<(Span, bool)>,
    /// How deep elements stand in one another.
    pub(super) depth: usize,
}

/// Elements without an end.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements inside a paragraph.
const INLINE: [&str; 35] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr", "img",
];
/// Elements whose content is not shown.
const HIDDEN: [&str; 13] = [
    "script", "style", "noscript", "template", "svg", "iframe", "object", "head", "select", "textarea", "canvas",
    "video", "audio",
];
/// Elements that end when another of their kind begins.
const CLOSED_BY_NEXT: [&str; 8] = ["p", "li", "dt", "dd", "td", "th", "tr", "option"];

impl Page {
    /// Reads the page of `source`.
    pub(super) fn of(source: &Source) -> Self {
        let mut emitter = DefaultEmitter::new_with_span();
        emitter.naively_switch_states(true);
        let mut reader = Reader {
            page: Self::default(),
            open: vec![],
            counts: BTreeMap::new(),
            paragraph: Paragraph::default(),
            at: 0,
        };
        for token in Tokenizer::new_with_emitter(source.text(), emitter) {
            let Ok(token) = token;
            reader.token(source, token);
        }
        reader.text(source, source.text().len());
        reader.flush(false);
        reader.page
    }

    /// The elements around `element`, itself first; so many at most that hostile depth costs nothing.
    pub(super) fn around(&self, element: usize) -> impl Iterator<Item = &Element> {
        std::iter::successors(Some(element), |&at| self.elements.get(at)?.parent)
            .filter_map(|at| self.elements.get(at))
            .take(48)
    }

    /// The place of the element at `at`.
    pub(super) fn place(&self, at: usize) -> Place {
        self.elements.get(at).map_or(Place::Flow, |element| element.place)
    }
}

struct Reader {
    page: Page,
    /// Open elements.
    open: Vec<usize>,
    /// How many elements of each name are open.
    counts: BTreeMap<String, usize>,
    paragraph: Paragraph,
    /// End of the last tag.
    at: usize,
}

impl Reader {
    fn token(&mut self, source: &Source, token: Token<usize>) {
        match token {
            Token::StartTag(tag) => {
                self.text(source, tag.span.start);
                self.at = tag.span.end;
                let name = String::from_utf8_lossy(&tag.name).to_ascii_lowercase();
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
                self.start(name, attributes, Span::new(tag.span.start, tag.span.end), tag.self_closing);
            }
            Token::EndTag(tag) => {
                self.text(source, tag.span.start);
                self.at = tag.span.end;
                let name = String::from_utf8_lossy(&tag.name).to_ascii_lowercase();
                let shown = self.is_shown();
                self.page.tags.push((Span::new(tag.span.start, tag.span.end), shown));
                self.end(&name);
            }
            Token::Comment(comment) => self.skip(source, comment.span.start, comment.span.end),
            Token::Doctype(doctype) => self.skip(source, doctype.span.start, doctype.span.end),
            Token::String(_) | Token::Error(_) => {}
        }
    }

    fn skip(&mut self, source: &Source, start: usize, end: usize) {
        self.text(source, start);
        self.at = self.at.max(end);
    }

    fn is_shown(&self) -> bool {
        self.open.last().is_none_or(|&at| self.page.place(at) != Place::Hidden)
    }

    /// The text from the last tag to `end`.
    fn text(&mut self, source: &Source, end: usize) {
        let span = Span::new(self.at, end);
        self.at = self.at.max(end);
        if span.is_empty() {
            return;
        }
        let element = self.open.last().copied().unwrap_or(0);
        if !self.is_shown() {
            self.page.raw.push((element, span));
        } else if !self.page.elements.is_empty() || !source.slice(span).trim().is_empty() {
            self.paragraph.chunks.push(Chunk { span, element });
        }
    }

    fn start(&mut self, name: String, attributes: BTreeMap<String, String>, tag: Span, closed: bool) {
        if CLOSED_BY_NEXT.contains(&name.as_str())
            && self.open.last().is_some_and(|&at| self.page.elements[at].name == name)
        {
            self.end(&name);
        }
        if name == "br" {
            self.flush(true);
        } else if !INLINE.contains(&name.as_str()) {
            self.flush(false);
        }
        let parent = self.open.last().copied();
        let around = parent.map_or(Place::Flow, |at| self.page.place(at));
        let mut element = Element { name, parent, attributes, place: around, tag };
        element.place = place(&element, around);
        self.page.tags.push((tag, element.place != Place::Hidden));
        let at = self.page.elements.len();
        if !VOID.contains(&element.name.as_str()) && !closed {
            *self.counts.entry(element.name.clone()).or_default() += 1;
            self.open.push(at);
            self.page.depth = self.page.depth.max(self.open.len());
        }
        self.page.elements.push(element);
    }

    fn end(&mut self, name: &str) {
        if !INLINE.contains(&name) {
            self.flush(false);
        }
        // An end without a beginning ends nothing.
        if self.counts.get(name).is_none_or(|&count| count == 0) {
            return;
        }
        while let Some(at) = self.open.pop() {
            let closed = &self.page.elements[at].name;
            if let Some(count) = self.counts.get_mut(closed) {
                *count -= 1;
            }
            if closed == name {
                break;
            }
        }
    }

    fn flush(&mut self, broken: bool) {
        let mut paragraph = std::mem::take(&mut self.paragraph);
        paragraph.broken = broken;
        if !paragraph.chunks.is_empty() {
            self.page.paragraphs.push(paragraph);
        }
    }
}

/// The place of `element`, which stands in `around`.
fn place(element: &Element, around: Place) -> Place {
    if around == Place::Hidden || HIDDEN.contains(&element.name.as_str()) || element.name == "title" {
        return Place::Hidden;
    }
    let class = element.get("class").to_ascii_lowercase();
    let signed = element.get("rel") == "author"
        || element.get("itemprop") == "author"
        || class.split_ascii_whitespace().any(|class| matches!(class, "byline" | "author" | "auteur" | "signature"));
    match element.name.as_str() {
        "nav" | "footer" | "form" | "button" | "dialog" | "menu" | "aside" => Place::Machinery,
        "figcaption" => Place::Caption,
        "blockquote" if ["twitter", "instagram", "tiktok", "fb-"].iter().any(|site| class.contains(site)) => {
            Place::Embed
        }
        "h1" if matches!(around, Place::Flow | Place::Article) => Place::Heading,
        _ if signed && matches!(around, Place::Flow | Place::Article) => Place::Byline,
        "article" | "main" if around == Place::Flow => Place::Article,
        _ if element.get("itemprop") == "articleBody" => Place::Article,
        _ => around,
    }
}

/// Adds the text of `chunk`: entities decoded, spaces as one.
pub(super) fn take(source: &Source, chunk: Chunk, out: &mut Extract<'_>) {
    let text = source.slice(chunk.span);
    let base = chunk.span.start();
    let (mut done, mut at) = (0, 0);
    while let Some(found) = text[at..].find(|c: char| c == '&' || c.is_ascii_whitespace() || c.is_control()) {
        at += found;
        let rest = &text[at..];
        if rest.starts_with('&') {
            let (decoded, len) = entity(rest);
            if let Some(decoded) = decoded {
                out.copy_from(source, Span::new(base + done, base + at));
                out.replace_from(source, &decoded, Span::new(base + at, base + at + len));
                done = at + len;
            }
            at += len;
            continue;
        }
        let len = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c.is_control()).len();
        out.copy_from(source, Span::new(base + done, base + at));
        let span = Span::new(base + at, base + at + len);
        if out.ends_in_space() {
            // One space is enough.
        } else if &rest[..len] == " " {
            out.copy_from(source, span);
        } else {
            out.replace_from(source, " ", span);
        }
        at += len;
        done = at;
    }
    out.copy_from(source, Span::new(base + done, base + text.len()));
}

/// The longest name of an entity, `&` and `;` included.
const LONGEST_ENTITY: usize = 34;

/// What the entity at the start of `text` stands for, if it is one, and how many bytes to go on by.
fn entity(text: &str) -> (Option<String>, usize) {
    let end = text.as_bytes().iter().take(LONGEST_ENTITY).position(|&byte| byte == b';');
    let Some(end) = end else { return (None, 1) };
    let raw = &text[..=end];
    let decoded = html_escape::decode_html_entities(raw);
    let plain: String = decoded.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if decoded == raw { (None, 1) } else { (Some(plain), raw.len()) }
}

/// The words of `chunks`, in one line.
pub(super) fn words(source: &Source, chunks: &[Chunk]) -> String {
    let text: String = chunks.iter().map(|chunk| source.slice(chunk.span)).collect();
    let decoded = html_escape::decode_html_entities(&text);
    decoded.split_whitespace().collect::<Vec<_>>().join(" ")
}
