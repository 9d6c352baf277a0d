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
use visavis_corpus::{Article, DateMention, Figure, Quote, QuoteMode, Speaker};
use visavis_text::{Span, slice};

/// Rows shown before one asks for all.
const FEW: usize = 8;
/// Characters of a quote that are shown.
const WIDTH: usize = 110;

/// Every quote with its speaker, in the order of the text.
pub fn quotes(explorer: Explorer, article: &Article) -> Option<Tag> {
    let words = use_words();
    let library = explorer.library();
    let row = |quote: &Quote| {
        let said = cut(text_of(article, quote.block, quote.span)?);
        let said = if quote.mode == QuoteMode::Indirect { said } else { words.quoted(bare(&said)) };
        let who = speaker(explorer, words, &library, article, quote.speaker.as_ref());
        let mode = tag("small").child(format!(" · {} · ", (words.quote_mode)(quote.mode)));
        let head = tag("p").child(who).child(mode).child(place_link(explorer, article, quote.block as usize));
        Some(tag("li").child(head).child(tag("p").set("class", "said").child(said)))
    };
    listed(words, "quotes", words.quotes, article.marks.quotes.iter().filter_map(row).collect())
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
pub fn figures(explorer: Explorer, article: &Article) -> Option<Tag> {
    let words = use_words();
    let row = |figure: &Figure| {
        let number = text_of(article, figure.block, figure.span)?;
        let parts = [figure.qualifier.as_deref(), Some(number), figure.noun.as_deref()];
        // A noun or a qualifier may stand inside the span already.
        let apart = |part: &&str| *part == number || !number.contains(*part);
        let said: Vec<&str> = parts.into_iter().flatten().filter(apart).collect();
        Some(place_row(explorer, article, figure.block, &said.join(" "), None))
    };
    listed(words, "figures", words.figures, article.marks.figures.iter().filter_map(row).collect())
}

/// Every day that the text speaks of, and which it is.
pub fn dates(explorer: Explorer, article: &Article) -> Option<Tag> {
    let words = use_words();
    let row = |date: &DateMention| {
        let said = text_of(article, date.block, date.span)?;
        let when = date.when.map_or_else(|| words.date_open.to_owned(), |when| words.when(when));
        Some(place_row(explorer, article, date.block, said, Some(when)))
    };
    listed(words, "dates", words.dates, article.marks.dates.iter().filter_map(row).collect())
}

fn place_row(explorer: Explorer, article: &Article, block: u32, said: &str, note: Option<String>) -> Tag {
    let note = note.map(|note| tag("small").child(format!(" · {note}")));
    let place = place_link(explorer, article, block as usize);
    tag("li").child(place).child(" ").child(said.to_owned()).child(note)
}

/// A section of the panel; nothing where nothing was found.
fn listed(words: &'static Words, id: &'static str, title: &'static str, mut rows: Vec<Tag>) -> Option<Tag> {
    let count = rows.len();
    if count == 0 {
        return None;
    }
    let rest = rows.split_off(FEW.min(count));
    let all = RwSignal::new(false);
    let hidden = (!rest.is_empty()).then(|| {
        let more = button("more", move || all.set(true)).hidden_when(move || all.get());
        let rest = tag("ul").hidden_when(move || !all.get()).child(rest);
        [rest, more.child((words.show_all)(count))]
    });
    Some(
        tag("section")
            .set("class", "findings")
            .set("id", id)
            .child(tag("h2").child(title).child(tag("small").child(format!(" {}", words.number(count)))))
            .child(tag("ul").child(rows))
            .child(hidden.into_iter().flatten().collect::<Vec<_>>()),
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
