//! The articles as plain pages: no script, no program, for readers without either, and for the years after both.

use super::{Lack, markup::escaped, percent};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use visavis_corpus::{Article, Ground, Head, Language, Pack, Publish, Role};
use visavis_text::visible;

/// About how many bytes of an article are shown whose outlet allows an excerpt.
const EXCERPT: usize = 400;

const STYLE: &str = "body{margin:0 auto;padding:1.5rem;max-width:42rem;font:1.06rem/1.6 Georgia,serif;color:#1d1b18;background:#fdfcf9}\
    h1{line-height:1.25}.from,nav,footer{font:.9rem/1.5 system-ui,sans-serif;color:#57524b}figcaption,.aside{font-size:.9rem;color:#57524b}\
    li{margin:.5rem 0}a{color:#0a5a85}@media(prefers-color-scheme:dark){body{color:#e8e4dc;background:#191816}.from,nav,footer,.aside{color:#b3ada3}a{color:#7cc0e8}}";

/// The few words of these pages, in the language of the articles.
pub(super) struct Words {
    pub(super) search: &'static str,
    list: &'static str,
    explorer: &'static str,
    unknown_outlet: &'static str,
    unknown_date: &'static str,
    untitled: &'static str,
    by_owner: &'static str,
    inferred: &'static str,
    excerpt: &'static str,
    withheld: &'static str,
    source: &'static str,
    rights: &'static str,
}

const FRENCH: Words = Words {
    search: "Chercher dans les articles",
    list: "Tous les articles",
    explorer: "L’explorateur (demande JavaScript)",
    unknown_outlet: "source inconnue",
    unknown_date: "date inconnue",
    untitled: "Sans titre",
    by_owner: "selon le corpus",
    inferred: "déduit",
    excerpt: "Extrait : la source n’est pas publiée en entier ici.",
    withheld: "Le texte de cette source n’est pas publié ici.",
    source: "Page d’origine",
    rights: "Ce texte appartient à son éditeur et à son auteur. Pour en demander le retrait, adressez-vous à la personne qui publie ce site.",
};

const ENGLISH: Words = Words {
    search: "Search the articles",
    list: "All articles",
    explorer: "The explorer (needs JavaScript)",
    unknown_outlet: "outlet unknown",
    unknown_date: "date unknown",
    untitled: "Untitled",
    by_owner: "according to the corpus",
    inferred: "inferred",
    excerpt: "Excerpt: this outlet is not published whole here.",
    withheld: "The text of this outlet is not published here.",
    source: "Original page",
    rights: "This text belongs to its publisher and author. To ask for its removal, turn to the person who publishes this site.",
};

/// The plain pages of `pack`: file names and contents.
pub(super) fn pages(pack: &Pack) -> Result<Vec<(String, String)>, Lack> {
    let words = words(pack);
    let mut pages = vec![("index.html".to_owned(), contents(pack, words))];
    for ix in pack.indices() {
        let article = pack.article(ix).map_err(|error| error.to_string())?;
        pages.push((article.head.id.page_name(), page(pack, &article, words)));
    }
    Ok(pages)
}

/// The words in the language of `pack`.
pub(super) fn words(pack: &Pack) -> &'static Words {
    match pack.meta().languages.first() {
        Some(Language::English) => &ENGLISH,
        _ => &FRENCH,
    }
}

/// The list of all articles.
fn contents(pack: &Pack, words: &Words) -> String {
    let meta = pack.meta();
    let mut body = format!("<h1>{}</h1><p>{}</p><ul>", safe(&meta.title), safe(&meta.description));
    for head in pack.heads() {
        let _ = write!(
            body,
            "<li><a href=\"{}\"{}>{}</a><br><span class=\"from\">{}</span></li>",
            escaped(&head.id.page_name()),
            lang(head),
            safe(title(head, words)),
            from(pack, head, words)
        );
    }
    let _ = write!(
        body,
        "</ul><footer><p>{}</p><p>{}</p><p><a href=\"../\">{}</a></p></footer>",
        safe(&meta.licence),
        words.rights,
        words.explorer
    );
    document(&meta.title, language(pack), &body)
}

/// One article.
fn page(pack: &Pack, article: &Article, words: &Words) -> String {
    let head = &article.head;
    let name = title(head, words);
    let mut body = format!(
        "<nav><a href=\"./\">{}</a> · <a href=\"../#/read/{}\">{}</a></nav><article{}><h1>{}</h1><p class=\"from\">{}</p>",
        words.list,
        escaped(&percent(&head.id.0)),
        words.explorer,
        lang(head),
        safe(name),
        from(pack, head, words)
    );
    let publish = head.outlet.value().and_then(|id| pack.outlet(id)).map_or(Publish::Full, |outlet| outlet.publish);
    match publish {
        Publish::Full => text(article, usize::MAX, &mut body),
        Publish::Excerpt => {
            text(article, EXCERPT, &mut body);
            let _ = write!(body, "<p class=\"from\">{}</p>", words.excerpt);
        }
        Publish::None => {
            let _ = write!(body, "<p class=\"from\">{}</p>", words.withheld);
        }
    }
    body.push_str("</article><footer>");
    if let Some(url) = head.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
        let _ = write!(body, "<p><a href=\"{}\" rel=\"noopener noreferrer\">{}</a></p>", escaped(url), words.source);
    }
    let _ = write!(body, "<p>{}</p></footer>", words.rights);
    document(name, head.language.value().map_or(language(pack), |language| language.tag()), &body)
}

/// The blocks that are read, up to about `most` bytes of them, and what stands beside them.
fn text(article: &Article, most: usize, out: &mut String) {
    let mut left = most;
    let title = article.head.title.value();
    for block in &article.blocks {
        let shown =
            block.role.is_read() || matches!(block.role, Role::Caption | Role::Credit | Role::Byline | Role::Embed);
        if left == 0 || !shown || (block.role == Role::Title && title == Some(&block.text)) {
            continue;
        }
        let cut = beginning(&block.text, left);
        left -= cut.len().min(left);
        let (open, close) = match block.role {
            Role::Title | Role::Subheading => ("<h2>", "</h2>"),
            Role::Lead => ("<p><strong>", "</strong></p>"),
            Role::Body => ("<p>", "</p>"),
            Role::Embed => ("<blockquote>", "</blockquote>"),
            _ => ("<p class=\"aside\">", "</p>"),
        };
        let more = if cut.len() < block.text.len() {
            left = 0;
            " […]"
        } else {
            ""
        };
        let _ = write!(out, "{open}{}{more}{close}", safe(cut));
    }
}

/// The words of `text` that fit into `most` bytes.
fn beginning(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = text.char_indices().map(|(at, _)| at).take_while(|&at| at <= most).last().unwrap_or(0);
    text[..end].rsplit_once(char::is_whitespace).map_or(&text[..end], |(words, _)| words)
}

/// Outlet, credit and date, each with its ground.
pub(super) fn from(pack: &Pack, head: &Head, words: &Words) -> String {
    let ground = |ground| match ground {
        Ground::Curated => format!(" ({})", words.by_owner),
        Ground::Inferred => format!(" ({})", words.inferred),
        Ground::Stated | Ground::Unknown => String::new(),
    };
    let outlet = head.outlet.value().and_then(|id| pack.outlet(id)).map(|outlet| outlet.name.as_str());
    let date = head.date.value().map_or_else(|| words.unknown_date.to_owned(), ToString::to_string);
    let credit = head.credit.value().map(|credit| format!(" · {}", safe(credit))).unwrap_or_default();
    format!(
        "{}{}{credit} · {}{}",
        safe(outlet.unwrap_or(words.unknown_outlet)),
        ground(head.outlet.ground()),
        safe(&date),
        ground(head.date.ground())
    )
}

pub(super) fn title<'a>(head: &'a Head, words: &'a Words) -> &'a str {
    head.title.value().map_or(words.untitled, String::as_str)
}

pub(super) fn language(pack: &Pack) -> &'static str {
    pack.meta().languages.first().map_or("fr", |language| language.tag())
}

pub(super) fn lang(head: &Head) -> String {
    head.language.value().map(|language| format!(" lang=\"{}\"", language.tag())).unwrap_or_default()
}

/// A text from a stranger as content: what would be markup is escaped, what would not be seen is shown.
pub(super) fn safe(text: &str) -> String {
    escaped(&visible(text))
}

fn document(title: &str, language: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n<style>{STYLE}</style>\n{body}\n",
        STANDARD.encode(Sha256::digest(STYLE)),
        safe(title)
    )
}
