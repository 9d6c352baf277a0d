//! What the page shows until the program runs: what the corpus is, and the first of its articles.

use super::{
    PLAIN,
    markup::{elements, escaped},
    plain::{self, safe},
};
use std::fmt::Write as _;
use visavis_corpus::Pack;

/// The element that holds it, and nothing else; `public/boot.js` takes it away where the address asks for another view.
const ID: &str = "boot-first";

/// How many articles are listed: a screen full.
const LISTED: usize = 8;

/// `page` with the first paint of `pack`, whatever it had.
pub(super) fn put(page: &str, pack: &Pack) -> String {
    filled(page, &content(pack))
}

/// `page` without a first paint.
pub(super) fn clear(page: &str) -> String {
    filled(page, "")
}

fn filled(page: &str, content: &str) -> String {
    let found = elements(page).into_iter().find(|element| element.has("id", ID));
    let place = found.and_then(|element| {
        let start = element.range.end;
        Some(start..start + page.get(start..)?.find("</div>")?)
    });
    let Some(place) = place else { return page.to_owned() };
    format!("{}{content}{}", &page[..place.start], &page[place.end..])
}

fn content(pack: &Pack) -> String {
    let (meta, words) = (pack.meta(), plain::words(pack));
    let title = safe(&meta.title);
    let (language, search) = (plain::language(pack), words.search);
    let mut out = format!(
        "<header class=\"bar\"><span class=\"home\">{title}</span><search class=\"search\" lang=\"{language}\">\
         <input id=\"boot-search\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\" aria-label=\"{search}\" placeholder=\"{search}\" disabled>\
         </search></header><section class=\"explore\" lang=\"{language}\">\
         <header class=\"intro\"><h1>{title}</h1><p>{}</p></header><ul class=\"found\" id=\"boot-list\">",
        safe(&meta.description)
    );
    for head in pack.heads().iter().take(LISTED) {
        let name = safe(plain::title(head, words));
        let page = escaped(&head.id.page_name());
        let way = format!("<a class=\"title\" href=\"{PLAIN}{page}\">{name}</a>");
        let from = plain::from(pack, head, words);
        let _ = write!(out, "<li class=\"card\"><span>{from}</span><h2{}>{way}</h2></li>", plain::lang(head));
    }
    out + "</ul></section>"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack(title: &str) -> Pack {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("corpus.toml"), format!("title = '{title}'\nlanguages = ['fr']\n")).unwrap();
        std::fs::write(folder.path().join("a.txt"), "Un titre\n\nUn paragraphe ordinaire, assez long.\n").unwrap();
        Pack::open(&crate::pack(folder.path()).unwrap()).unwrap()
    }

    #[test]
    fn another_corpus_takes_the_place_of_the_first_and_is_no_markup() {
        let page = "<main id=boot><div id=boot-first></div><p id=boot-waiting>Loading";
        let once = put(page, &pack("Alep"));
        assert!(once.contains("<h1>Alep</h1>") && once.ends_with("</div><p id=boot-waiting>Loading"), "{once}");
        let twice = put(&once, &pack("<img src=x></div>"));
        assert!(twice.contains("<h1>&lt;img src=x&gt;&lt;/div&gt;</h1>") && !twice.contains("Alep"), "{twice}");
        assert_eq!(twice.matches("</div>").count(), 1, "{twice}");
    }

    #[test]
    fn a_page_without_the_place_stays_as_it_is() {
        assert_eq!(put("<p>page</p>", &pack("Alep")), "<p>page</p>");
    }
}
