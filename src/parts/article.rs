//! The text of an article: numbered paragraphs, marked.

use super::{
    marked::{marked, marks_of},
    provenance::clue_text,
    tag::{Tag, follow, link, tag},
};
use crate::{
    address::{Address, Place},
    explorer::{Explorer, TARGET, use_explorer},
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
    pub fn article(&self) -> &Article {
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
        let marks = marks_of(&self.article, &self.hits, block);
        let text = &self.article.blocks[block].text;
        marked(text, Span::new(0, text.len()), &marks)
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

/// The paragraphs of `text`, numbered, with a link to each; where `removed` holds, what was removed stands in its place.
pub fn paragraphs(text: &Text, removed: impl Fn() -> bool + Copy + Send + 'static) -> Vec<AnyView> {
    let words = use_words();
    let target = target(text);
    let block = |(at, block, number): (usize, &Block, Option<usize>)| match (block.role, number) {
        (Role::Subheading, _) => {
            Some(tag("h2").set("class", "subheading").set("dir", "auto").child(text.marked(at)).view())
        }
        (_, Some(number)) => Some(paragraph(words, text, at, number, target).view()),
        (role, None) if role.is_removed() => {
            let (said, text) = (removed_because(words, block), block.text.clone());
            Some(follow(move || removed().then(|| removed_block(&said, &text))))
        }
        _ => None,
    };
    text.numbered().into_iter().filter_map(block).collect()
}

fn removed_block(because: &str, text: &str) -> Tag {
    tag("div")
        .set("class", "removed-block")
        .child(tag("small").child(because.to_owned()))
        .child(tag("p").child(text.to_owned()))
}

/// The paragraph that the address names.
fn target(text: &Text) -> Memo<Option<usize>> {
    let explorer = use_explorer();
    let text = text.clone();
    Memo::new(move |_| explorer.address.with(|address| address.place.as_ref().and_then(|place| text.find(place))))
}

fn paragraph(words: &'static Words, text: &Text, at: usize, number: usize, target: Memo<Option<usize>>) -> Tag {
    let explorer = use_explorer();
    let id = text.article().head.id.0.clone();
    let block = &text.article().blocks[at];
    let place = place_of(&text.article().blocks, at);
    let href = move || {
        let here = explorer.address.with(|address| Address { removed: address.removed, ..address.read(&id) });
        Address { place: place.clone(), ..here }.href()
    };
    // The number is drawn by the style sheet, so that copying the text does not copy it.
    let number_link =
        link("num", href).set("data-number", number.to_string()).set("aria-label", (words.paragraph_link)(number));
    let is_target = move || target.get() == Some(number);
    tag("p")
        .set("id", format!("p{number}"))
        .set("dir", "auto")
        .class_when(if block.role == Role::Lead { "lead" } else { "paragraph" }, "target", is_target)
        .child(number_link)
        .follow(move || is_target().then(|| tag("span").set("id", TARGET)))
        .child(text.marked(at))
}

fn removed_because(words: &'static Words, block: &Block) -> String {
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
