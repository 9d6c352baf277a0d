//! The text of an article: numbered paragraphs, marked.

use super::{
    marked::{marked, marks_of},
    provenance::clue_text,
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
    explorer: Explorer,
}

impl Text {
    /// The article called `id`; `None` where the corpus has none.
    pub fn open(explorer: Explorer, id: &str) -> Option<Self> {
        let query = explorer.query.get_untracked();
        explorer.with(|library| {
            let (ix, article) = library.article(id)?;
            let hits = library.hits(ix, &query);
            Some(Self { article: Arc::new(article), hits: Arc::new(hits), explorer })
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
    fn marked(&self, block: usize) -> impl IntoView + use<> {
        let marks =
            self.explorer.with(|library| marks_of(&self.article, &self.hits, block, |entity| library.name(entity)));
        let text = &self.article.blocks[block].text;
        marked(text, Span::new(0, text.len()), &marks)
    }

    /// The title, marked.
    pub fn title(&self) -> AnyView {
        match self.article.blocks.iter().position(|block| block.role == Role::Title) {
            Some(block) => self.marked(block).into_any(),
            None => self.article.head.title.value().cloned().unwrap_or_else(|| use_words().untitled.into()).into_any(),
        }
    }
}

/// The paragraphs of `text`. Where `prefix` is empty they are numbered with links to each; a second text of the page gives a prefix,
/// so that ids stay unique.
#[component]
pub fn Paragraphs(
    /// The text.
    text: Text,
    /// Stands before the ids of paragraphs.
    #[prop(default = "")]
    prefix: &'static str,
    /// Whether removed blocks are shown where they stood.
    #[prop(into)]
    removed: Signal<bool>,
) -> impl IntoView {
    let words = use_words();
    let target = target(&text);
    let shown = text.clone();
    let block = move |(at, block, number): (usize, &Block, Option<usize>)| match (block.role, number) {
        (Role::Subheading, _) => view! { <h2 class="subheading">{shown.marked(at)}</h2> }.into_any(),
        (_, Some(number)) => paragraph(words, &shown, at, number, prefix, block.role == Role::Lead, target).into_any(),
        (role, None) if role.is_removed() => {
            let (said, text) = (removed_because(words, block), StoredValue::new(block.text.clone()));
            let aside = move || {
                view! { <div class="removed-block"><small>{said.clone()}</small><p>{text.get_value()}</p></div> }
            };
            (move || removed.get().then(aside.clone())).into_any()
        }
        _ => ().into_any(),
    };
    text.numbered().into_iter().map(block).collect::<Vec<_>>()
}

/// The paragraph that the address names.
fn target(text: &Text) -> Signal<Option<usize>> {
    let explorer = use_explorer();
    let text = StoredValue::new(text.clone());
    Memo::new(move |_| {
        explorer
            .address
            .with(|address| address.place.as_ref().and_then(|place| text.with_value(|text| text.find(place))))
    })
    .into()
}

fn paragraph(
    words: &'static Words,
    text: &Text,
    at: usize,
    number: usize,
    prefix: &'static str,
    lead: bool,
    target: Signal<Option<usize>>,
) -> impl IntoView + use<> {
    let explorer = use_explorer();
    let id = text.article().head.id.0.clone();
    let beginning: String = text.article().blocks[at].text.chars().take(BEGINNING).collect();
    let place = Place { number, beginning: beginning.trim_end().to_owned() };
    let href = move || {
        let here = explorer.address.with(|address| Address { removed: address.removed, ..address.read(&id) });
        Address { place: Some(place.clone()), ..here }.href()
    };
    let is_target = move || prefix.is_empty() && target.get() == Some(number);
    view! {
        <p id=format!("{prefix}p{number}") class:lead=lead class:target=is_target>
            // The number is drawn by the style sheet, so that copying the text does not copy it.
            <a class="num" href=href data-number=number.to_string() aria-label=(words.paragraph_link)(number)></a>
            {move || is_target().then(|| view! { <span id=TARGET></span> })}
            {text.marked(at)}
        </p>
    }
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
#[component]
pub fn AroundTheText(
    /// The text.
    text: Text,
) -> impl IntoView {
    let words = use_words();
    let kept = |(at, block): (usize, &Block)| {
        let apart = !block.role.is_read() && !block.role.is_removed();
        apart.then(|| view! { <dt>{(words.role)(block.role)}</dt><dd>{text.marked(at)}</dd> })
    };
    let rows: Vec<_> = text.article().blocks.iter().enumerate().filter_map(kept).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="around">
                <h2>{words.around_the_text}</h2>
                <dl>{rows}</dl>
            </section>
        }
    })
}
