//! The HTML export of Europresse (eureka.cc): many articles in a page, old form and new.

use super::{
    Draft, Field, Opened, Stated,
    page::{Page, Paragraph, take, words},
};
use crate::source::{Extract, Index, Source};
use visavis_corpus::{Clue, ClueKind, Role};

/// What a class of the export marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Outlet,
    /// Section, day, page.
    Header,
    Title,
    /// Before the title or after it: heading, author.
    Around,
    Text,
    /// Rights, number of the document, certificate.
    Foot,
    /// What the export says before its first article.
    Before,
}

/// Whether the page is such an export.
pub(super) fn is_one(page: &Page) -> bool {
    let has = |class: &str| page.elements.iter().any(|element| element.has_class(class));
    has("DocPublicationName") && has("DocHeader")
}

/// Reads the articles of `page`.
pub(super) fn open(source: &Source, page: &Page, opened: &mut Opened) {
    let index = Index::of(source);
    let mut before: Vec<&Paragraph> = vec![];
    let mut articles: Vec<Vec<(Part, &Paragraph)>> = vec![];
    let mut last = Part::Foot;
    for paragraph in &page.paragraphs {
        let said = words(source, &paragraph.chunks);
        if said.is_empty() {
            continue;
        }
        let part = part(page, paragraph, &said, last);
        // The name of the publication opens an article.
        if part == Part::Outlet && last != Part::Outlet {
            articles.push(vec![]);
        }
        last = part;
        match articles.last_mut() {
            Some(article) => article.push((part, paragraph)),
            None => before.push(paragraph),
        }
    }
    // Every piece of the file has to be reachable from some article.
    if let Some(first) = articles.first_mut() {
        first.splice(0..0, before.into_iter().map(|paragraph| (Part::Before, paragraph)));
    }
    for parts in articles {
        let article = Article { source, index: &index, parts };
        opened.drafts.push(article.draft());
    }
}

/// What `paragraph`, which says `said`, is, after a paragraph that is `last`.
fn part(page: &Page, paragraph: &Paragraph, said: &str, last: Part) -> Part {
    let Some(chunk) = paragraph.chunks.iter().find(|chunk| chunk.element > 0) else { return last };
    let inside = |class: &str| page.around(chunk.element).any(|element| element.has_class(class));
    let within = |name: &str| page.around(chunk.element).any(|element| element.name == name);
    if inside("DocPublicationName") {
        Part::Outlet
    } else if inside("DocHeader") {
        Part::Header
    } else if inside("titreArticleVisu") {
        Part::Title
    } else if inside("DocText") || inside("docOcurrContainer") || (within("section") && !within("header")) {
        Part::Text
    } else if within("footer")
        || within("aside")
        || inside("txtCertificat")
        || said.starts_with('©')
        || number(said).is_some()
    {
        Part::Foot
    } else {
        match last {
            // The old form marks no text: it follows the title, and the rights end it.
            Part::Foot | Part::Before => Part::Foot,
            Part::Text => Part::Text,
            Part::Title | Part::Around if !within("header") && said.split_whitespace().count() > 5 => Part::Text,
            _ => Part::Around,
        }
    }
}

/// The number of the document, in the line that gives it.
fn number(said: &str) -> Option<&str> {
    let openings = ["Numéro de document :", "Document number:", "Numéro de document:"];
    let rest = openings.into_iter().find_map(|opening| said.strip_prefix(opening))?;
    rest.split_whitespace().next()
}

struct Article<'a> {
    source: &'a Source,
    index: &'a Index,
    parts: Vec<(Part, &'a Paragraph)>,
}

impl Article<'_> {
    fn said(&self, wanted: Part) -> impl Iterator<Item = (String, u32)> + '_ {
        let parts = self.parts.iter().filter(move |(part, _)| *part == wanted);
        parts.map(|(_, paragraph)| {
            let line = self.index.line_in(self.source, paragraph.chunks[0].span.start());
            (words(self.source, &paragraph.chunks), line)
        })
    }

    fn draft(&self) -> Draft {
        let mut stated = Stated::default();
        let first = self.parts.iter().find(|(part, _)| *part != Part::Before);
        let first = first.map_or(1, |(_, p)| self.index.line_in(self.source, p.chunks[0].span.start()));
        for (said, line) in self.said(Part::Foot) {
            if let Some(number) = number(&said) {
                stated.add(Field::Id, number, "Numéro de document", line);
            }
        }
        for (said, line) in self.said(Part::Outlet).take(1) {
            // `Le Monde, no. 5968`: the number is the issue's.
            let name = [", no.", ", n°", ", no "]
                .iter()
                .find_map(|mark| said.split_once(mark))
                .map_or(said.as_str(), |(name, _)| name);
            stated.add(Field::Outlet, name, "DocPublicationName", line);
        }
        let header: Vec<(String, u32)> = self.said(Part::Header).collect();
        if let Some((_, line)) = header.first() {
            let said: Vec<&str> = header.iter().map(|(said, _)| said.as_str()).collect();
            stated.add(Field::Date, &said.join(" "), "DocHeader", *line);
        }
        let title: Vec<(String, u32)> = self.said(Part::Title).collect();
        if let Some((_, line)) = title.first() {
            let said: Vec<&str> = title.iter().map(|(said, _)| said.as_str()).collect();
            stated.add(Field::Title, &said.join(" "), "titreArticleVisu", *line);
        }
        if let Some((said, line)) = self.author() {
            stated.add(Field::Byline, &said, "auteur", line);
        }
        Draft::one_of_many(self.text(), stated, first)
    }

    /// The paragraph after the title that is a name.
    fn author(&self) -> Option<(String, u32)> {
        let title = self.parts.iter().position(|(part, _)| *part == Part::Title)?;
        let after =
            self.parts[title..].iter().filter(|(part, _)| *part == Part::Around).map(|(_, paragraph)| *paragraph);
        let named = after.map(|paragraph| {
            let line = self.index.line_in(self.source, paragraph.chunks[0].span.start());
            (words(self.source, &paragraph.chunks), line)
        });
        named.into_iter().find(|(said, _)| said.starts_with(char::is_uppercase) && said.split_whitespace().count() <= 8)
    }

    fn text(&self) -> Source {
        let mut out = Extract::new(self.source, self.index);
        let mut title = false;
        for (part, paragraph) in &self.parts {
            let start = out.len();
            paragraph.chunks.iter().for_each(|&chunk| take(self.source, chunk, &mut out));
            title |= *part == Part::Title;
            let role = match part {
                Part::Title => Some((Role::Title, "titreArticleVisu")),
                Part::Outlet => Some((Role::Widget, "DocPublicationName")),
                Part::Header => Some((Role::Widget, "DocHeader")),
                Part::Foot => Some((Role::Widget, "footer")),
                Part::Before => Some((Role::Widget, "before the articles")),
                Part::Around if title => Some((Role::Byline, "header")),
                Part::Around => Some((Role::Tags, "header")),
                Part::Text => None,
            };
            if let Some((role, name)) = role {
                out.hint(start, role, Clue::new(ClueKind::Field, name));
            }
            if paragraph.broken { out.end_line() } else { out.end_paragraph() }
        }
        out.finish()
    }
}
