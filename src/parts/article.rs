//! The text of an article: numbered paragraphs, marked.

use super::{
    marked::{marks_of, pieces},
    picture::{Shape, shape},
    provenance::clue_text,
    tag::{Tag, follow, link, tag},
};
use crate::{
    address::{Address, Place},
    browser::{page, slices::Sheet},
    explorer::{Explorer, TARGET, use_explorer},
    live::{Memo, effect},
    settings::use_words,
    words::Words,
};
use leptos::prelude::*;
use std::sync::Arc;
use visavis_corpus::{Article, Block, Role};
use visavis_search::Hit;
use visavis_text::Span;

/// How many characters of a paragraph a link to it carries.
const BEGINNING: usize = 32;

/// An article, with where the query stands in it.
#[derive(Clone, Debug)]
pub struct Text {
    article: Arc<Article>,
    hits: Arc<Vec<Hit>>,
}

impl Text {
    /// The article called `id`; `None` where the corpus has none.
    pub fn open(explorer: Explorer, id: &str) -> Option<Self> {
        let query = explorer.query.get_untracked();
        explorer.with(|library| {
            let (ix, article) = library.article(id)?;
            let hits = library.hits(ix, &query);
            Some(Self { article: Arc::new(article), hits: Arc::new(hits) })
        })
    }

    /// The article.
    pub const fn article(&self) -> &Arc<Article> {
        &self.article
    }

    /// How often the query stands in it.
    pub fn hit_count(&self) -> usize {
        self.hits.len()
    }

    /// Blocks to read after the title, each with the number of its paragraph; what was removed stands between them without one.
    fn numbered(&self) -> Vec<(usize, &Block, Option<usize>)> {
        let mut number = 0;
        let count = |(at, block): (usize, _)| {
            let block: &Block = block;
            let counts = matches!(block.role, Role::Lead | Role::Body);
            number += usize::from(counts);
            (at, block, counts.then_some(number))
        };
        self.article.blocks.iter().enumerate().map(count).collect()
    }

    /// The number of the paragraph that `place` means: the one that begins as it says, else the one with its number.
    pub fn find(&self, place: &Place) -> Option<usize> {
        let numbered = self.numbered();
        let begins = |block: &Block| !place.beginning.is_empty() && block.text.starts_with(&place.beginning);
        let paragraphs = || numbered.iter().filter_map(|(_, block, number)| Some((*block, (*number)?)));
        let same = paragraphs().find(|(block, number)| *number == place.number && begins(block));
        let moved = || paragraphs().find(|(block, _)| begins(block));
        let there = || paragraphs().find(|(_, number)| *number == place.number);
        same.or_else(moved).or_else(there).map(|(_, number)| number)
    }

    /// How many blocks were removed from reading.
    pub fn removed(&self) -> usize {
        self.article.blocks.iter().filter(|block| block.role.is_removed()).count()
    }

    /// One block, marked.
    fn marked(&self, block: usize) -> Tag {
        tag("span").written(self.pieces(block))
    }

    /// One block as pieces, each with its marks.
    fn pieces(&self, block: usize) -> Vec<Shape> {
        let text = &self.article.blocks[block].text;
        pieces(text, Span::new(0, text.len()), &marks_of(&self.article, &self.hits, block))
    }

    /// The block at which reading begins: the paragraph that the address names, else the one where the query first stands.
    fn landing(&self, target: Option<usize>) -> usize {
        let named = || self.numbered().into_iter().find(|(_, _, number)| number.is_some() && *number == target);
        let hit =
            || self.hits.iter().map(|hit| hit.block as usize).find(|&at| place_of(&self.article.blocks, at).is_some());
        named().map(|(at, _, _)| at).or_else(hit).unwrap_or(0)
    }

    /// The title, marked.
    pub fn title(&self) -> Tag {
        if let Some(block) = self.article.blocks.iter().position(|block| block.role == Role::Title) {
            return self.marked(block);
        }
        let title = self.article.head.title.value();
        tag("span").child(title.map_or(use_words().untitled, String::as_str))
    }
}

/// The paragraph that `block` is, as an address names it; `None` for a block without a number.
pub fn place_of(blocks: &[Block], block: usize) -> Option<Place> {
    let counts = |block: &&Block| matches!(block.role, Role::Lead | Role::Body);
    let this = blocks.get(block).filter(counts)?;
    let number = blocks[..=block].iter().filter(counts).count();
    let beginning: String = this.text.chars().take(BEGINNING).collect();
    Some(Place { number, beginning: beginning.trim_end().to_owned() })
}

/// The way to the block at this position of an article: `§ 3`, or the part of the page that it is.
pub fn place_link(explorer: Explorer, article: &Article, block: usize) -> Tag {
    let words = use_words();
    let (id, place) = (article.head.id.0.clone(), place_of(&article.blocks, block));
    let role = || article.blocks.get(block).map_or(words.title, |block| (words.role)(block.role)).to_owned();
    let number = place.as_ref().map_or_else(role, |place| format!("§\u{a0}{}", place.number));
    let href = move || explorer.address.with(|address| Address { place: place.clone(), ..address.read(&id) }.href());
    link("place-link", href).child(number)
}

/// The paragraphs of `text`, numbered, with a link to each; where `removed` holds, what was removed stands in its place. The words are
/// there at once, so that one can land on any of them; a long text gets its marks in slices, and `drawn` is told when it has them all.
pub fn paragraphs(text: &Text, removed: Memo<bool>, drawn: impl Fn() + Clone + Send + Sync + 'static) -> AnyView {
    let explorer = use_explorer();
    let words = use_words();
    let (target, base) = (target(text), base(explorer, text));
    follow_places(text, target, base);
    let text = text.clone();
    follow(move || {
        let (at, base) = (target.get_untracked(), base.get_untracked());
        let frame = |(at_block, block, number): (usize, &Block, Option<usize>)| match (block.role, number) {
            (Role::Subheading, _) => Some((subheading(block), Some(at_block))),
            (_, Some(number)) => Some((paragraph(words, &text, at_block, number, &base, at), Some(at_block))),
            (role, None) if role.is_removed() && removed.get() => Some((removed_block(words, block), None)),
            _ => None,
        };
        let numbered = text.numbered();
        let frames = numbered.into_iter().filter_map(frame).collect();
        let (shown, drawn) = (text.clone(), drawn.clone());
        let sheet = Sheet {
            frames,
            first: text.landing(at),
            marked: Arc::new(move |block| shown.pieces(block)),
            drawn: Arc::new(drawn),
        };
        tag("div").in_slices(sheet)
    })
}

fn subheading(block: &Block) -> Shape {
    shape("h2").set("class", "subheading").set("dir", "auto").with(shape("span").text(&block.text))
}

fn removed_block(words: &Words, block: &Block) -> Shape {
    let said = shape("small").text(removed_because(words, block));
    shape("div").set("class", "removed-block").with(said).with(shape("p").text(&block.text))
}

fn paragraph(words: &Words, text: &Text, at: usize, number: usize, base: &Address, target: Option<usize>) -> Shape {
    let block = &text.article.blocks[at];
    // The number is drawn by the style sheet, so that copying the text does not copy it.
    let number_link = shape("a")
        .set("class", "num")
        .set("href", href_of(text, at, base))
        .set("data-number", number.to_string())
        .set("aria-label", (words.paragraph_link)(number));
    let class = if block.role == Role::Lead { "lead" } else { "paragraph" };
    let here = target == Some(number);
    let mut paragraph = shape("p")
        .set("id", format!("p{number}"))
        .set("dir", "auto")
        .set("class", if here { format!("{class} {TARGET}") } else { class.to_owned() })
        .with(number_link);
    if here {
        paragraph = paragraph.with(shape("span").set("id", TARGET));
    }
    paragraph.with(shape("span").text(&block.text))
}

/// The paragraph that the address names.
fn target(text: &Text) -> Memo<Option<usize>> {
    let explorer = use_explorer();
    let text = text.clone();
    Memo::new(move || explorer.address.with(|address| address.place.as_ref().and_then(|place| text.find(place))))
}

/// The address of the article, without a place in it.
fn base(explorer: Explorer, text: &Text) -> Memo<Address> {
    let id = text.article.head.id.0.clone();
    Memo::new(move || explorer.address.with(|address| Address { removed: address.removed, ..address.read(&id) }))
}

fn href_of(text: &Text, block: usize, base: &Address) -> String {
    Address { place: place_of(&text.article.blocks, block), ..base.clone() }.href()
}

/// The paragraph that the address names, and the links to all of them, follow the address without being drawn anew.
fn follow_places(text: &Text, target: Memo<Option<usize>>, base: Memo<Address>) {
    let text = text.clone();
    let mut drawn = base.get_untracked();
    effect(move || {
        let now = base.get();
        if drawn != now {
            let numbered = text.numbered();
            let blocks = numbered.iter().filter_map(|(at, _, number)| number.map(|_| *at));
            page::set_each("article .num", "href", blocks.map(|at| href_of(&text, at, &now)));
        }
        drawn = now;
    });
    let mut drawn = target.get_untracked();
    effect(move || {
        let now = target.get();
        if drawn != now {
            page::mark_target(now, TARGET);
        }
        drawn = now;
    });
}

fn removed_because(words: &Words, block: &Block) -> String {
    let mut said = format!("{} · {}", words.removed_because, (words.role)(block.role));
    if let Some(clue) = &block.removed_by {
        said.push_str(" · ");
        said.push_str(&clue_text(words, clue));
    }
    said
}

/// What is kept beside the text: captions, credits, tags, posts.
pub fn around_the_text(text: &Text) -> Option<Tag> {
    let words = use_words();
    let kept = |(at, block): (usize, &Block)| {
        let apart = !block.role.is_read() && !block.role.is_removed();
        apart.then(|| [tag("dt").child((words.role)(block.role)), tag("dd").child(text.marked(at))])
    };
    let rows: Vec<Tag> = text.article().blocks.iter().enumerate().filter_map(kept).flatten().collect();
    (!rows.is_empty()).then(|| {
        tag("section").set("class", "around").child(tag("h2").child(words.around_the_text)).child(tag("dl").child(rows))
    })
}
