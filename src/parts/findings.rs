//! What was found in an article besides names: whose words it quotes, its figures, the days it speaks of.

use super::{
    article::place_link,
    tag::{Tag, button, tag},
};
use crate::{
    explorer::Explorer,
    library::Library,
    live::RwSignal,
    settings::use_words,
    views::entity::entity_page_link,
    words::{Tongue, Words},
};
use std::sync::Arc;
use visavis_corpus::{Article, QuoteMode, Speaker};
use visavis_text::{Span, slice};

/// Rows shown before one asks for all.
const FEW: usize = 8;
/// Characters of a quote that are shown.
const WIDTH: usize = 110;

/// Every quote with its speaker, in the order of the text.
pub fn quotes(explorer: Explorer, article: &Arc<Article>) -> Option<Tag> {
    let words = use_words();
    let row = move |article: &Article, at: usize| {
        let quote = article.marks.quotes.get(at)?;
        let said = cut(text_of(article, quote.block, quote.span)?);
        let said = if quote.mode == QuoteMode::Indirect { said } else { words.quoted(bare(&said)) };
        let who = speaker(explorer, words, &explorer.library(), article, quote.speaker.as_ref());
        let mode = tag("small").child(format!(" · {} · ", (words.quote_mode)(quote.mode)));
        let head = tag("p").child(who).child(mode).child(place_link(explorer, article, quote.block as usize));
        Some(tag("li").child(head).child(tag("p").set("class", "said").child(said)))
    };
    listed(("quotes", words.quotes), article, article.marks.quotes.len(), Box::new(row))
}

/// Who speaks, as the text has it; where it does not say, that is said.
fn speaker(
    explorer: Explorer,
    words: &'static Words,
    library: &Library,
    article: &Article,
    speaker: Option<&Speaker>,
) -> Tag {
    let Some(speaker) = speaker else { return tag("em").child(words.unattributed) };
    let known = speaker.entity.and_then(|ix| library.pack().entity(ix)).filter(|entity| !entity.hide);
    match known {
        Some(entity) => entity_page_link(explorer, entity),
        None => tag("span").child(text_of(article, speaker.block, speaker.span).unwrap_or(words.unattributed)),
    }
}

/// Every figure with what it counts.
pub fn figures(explorer: Explorer, article: &Arc<Article>) -> Option<Tag> {
    let row = move |article: &Article, at: usize| {
        let figure = article.marks.figures.get(at)?;
        let number = text_of(article, figure.block, figure.span)?;
        let parts = [figure.qualifier.as_deref(), Some(number), figure.noun.as_deref()];
        // A noun or a qualifier may stand inside the span already.
        let apart = |part: &&str| *part == number || !number.contains(*part);
        let said: Vec<&str> = parts.into_iter().flatten().filter(apart).collect();
        Some(place_row(explorer, article, figure.block, &said.join(" "), None))
    };
    listed(("figures", use_words().figures), article, article.marks.figures.len(), Box::new(row))
}

/// Every day that the text speaks of, and which it is.
pub fn dates(explorer: Explorer, article: &Arc<Article>) -> Option<Tag> {
    let words = use_words();
    let row = move |article: &Article, at: usize| {
        let date = article.marks.dates.get(at)?;
        let said = text_of(article, date.block, date.span)?;
        let when = date.when.map_or_else(|| words.date_open.to_owned(), |when| words.when(when));
        Some(place_row(explorer, article, date.block, said, Some(when)))
    };
    listed(("dates", words.dates), article, article.marks.dates.len(), Box::new(row))
}

fn place_row(explorer: Explorer, article: &Article, block: u32, said: &str, note: Option<String>) -> Tag {
    let note = note.map(|note| tag("small").child(format!(" · {note}")));
    let place = place_link(explorer, article, block as usize);
    tag("li").child(place).child(" ").child(said.to_owned()).child(note)
}

/// Draws what was found at a position of its list.
type Row = Box<dyn Fn(&Article, usize) -> Option<Tag> + Send>;

/// A section of the panel; nothing where nothing was found. A long article has hundreds of rows: those after the first few are made when
/// they are asked for.
fn listed((id, title): (&'static str, &'static str), article: &Arc<Article>, count: usize, row: Row) -> Option<Tag> {
    if count == 0 {
        return None;
    }
    let words = use_words();
    let rows: Vec<Tag> = (0..FEW.min(count)).filter_map(|at| row(article, at)).collect();
    let all = RwSignal::new(false);
    let article = article.clone();
    let rest = (count > FEW).then(|| {
        let more = button("more", move || all.set(true)).hidden_when(move || all.get());
        let rest = move || -> Option<Vec<Tag>> {
            all.get().then(|| (FEW..count).filter_map(|at| row(&article, at)).collect())
        };
        [tag("ul").follow(rest), more.child((words.show_all)(count))]
    });
    Some(
        tag("section")
            .set("class", "findings")
            .set("id", id)
            .child(tag("h2").child(title).child(tag("small").child(format!(" {}", words.number(count)))))
            .child(tag("ul").child(rows))
            .child(rest.into_iter().flatten().collect::<Vec<_>>()),
    )
}

fn text_of(article: &Article, block: u32, span: Span) -> Option<&str> {
    slice(&article.blocks.get(block as usize)?.text, span)
}

/// The first characters, up to a word.
fn cut(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(WIDTH) else { return text.to_owned() };
    let end = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{}…", &text[..end])
}

/// Without the quotation marks of the source: the page sets its own.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '«' | '»' | '“' | '”' | '„'))
}

impl Words {
    /// Between the quotation marks of the language.
    pub fn quoted(&self, text: &str) -> String {
        match self.tongue {
            Tongue::French => format!("«\u{a0}{text}\u{a0}»"),
            Tongue::English => format!("“{text}”"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_quote_is_cut_between_words() {
        let long = "mot ".repeat(60);
        let short = cut(&long);
        assert!(short.ends_with("mot…") && short.chars().count() <= WIDTH + 1, "{short}");
        assert_eq!(cut("court"), "court");
        assert_eq!(cut(&"x".repeat(300)).chars().count(), WIDTH + 1);
    }

    #[test]
    fn quotation_marks_are_those_of_the_page() {
        assert_eq!(bare("« Nous demandons »"), "Nous demandons");
        assert_eq!(Tongue::French.words().quoted("oui"), "«\u{a0}oui\u{a0}»");
        assert_eq!(Tongue::English.words().quoted("oui"), "“oui”");
    }
}
