//! A corpus made of the paragraphs of `../shared/data/piaf`.

use serde::Deserialize;
use std::path::PathBuf;
use visavis_corpus::{
    Article, ArticleId, Block, Claim, Corpus, Entity, Head, Language, Lines, Marks, Meta, Outlet, Pack, Role,
};

/// A paragraph.
#[derive(Deserialize, Clone)]
pub(crate) struct Paragraph {
    /// Its id.
    pub(crate) id: String,
    /// The title of its page.
    pub(crate) title: String,
    /// Its text.
    pub(crate) body: String,
}

/// A file of PIAF, or `None`, said aloud, where the data are not there.
pub(crate) fn read(name: &str) -> Option<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/piaf");
    let text = std::fs::read_to_string(folder.join(name)).ok();
    if text.is_none() {
        println!("skipped: no {name} in {}", folder.display());
    }
    text
}

/// The paragraphs of PIAF.
pub(crate) fn paragraphs() -> Option<Vec<Paragraph>> {
    let lines = read("docs.jsonl")?;
    Some(lines.lines().map(|line| serde_json::from_str(line).expect("a paragraph as JSON")).collect())
}

/// An article of a title and paragraphs.
pub(crate) fn article(id: &str, title: &str, paragraphs: &[&str]) -> Article {
    let block = |(at, text): (usize, &&str)| Block {
        role: if at == 0 { Role::Title } else { Role::Body },
        lines: Lines::one(at as u32 + 1),
        source: vec![],
        text: (*text).to_owned(),
        removed_by: None,
    };
    Article {
        head: Head {
            id: ArticleId(id.into()),
            file: format!("{id}.txt"),
            title: Claim::curated(title.to_owned(), "test"),
            outlet: Claim::unknown(vec![]),
            date: Claim::unknown(vec![]),
            byline: Claim::unknown(vec![]),
            credit: Claim::unknown(vec![]),
            language: Claim::curated(Language::French, "test"),
            url: None,
            archived: None,
        },
        blocks: [title].iter().chain(paragraphs).enumerate().map(block).collect(),
        marks: Marks::default(),
    }
}

/// The pack of these articles, which have to be in order of id.
pub(crate) fn pack(articles: Vec<Article>, outlets: Vec<Outlet>, entities: Vec<Entity>) -> Pack {
    let meta = Meta {
        title: "PIAF".into(),
        description: String::new(),
        languages: vec![Language::French],
        licence: "CC BY-SA".into(),
    };
    let corpus = Corpus { meta, outlets, entities, namings: vec![], articles };
    Pack::open(&Pack::write(&corpus)).expect("a pack just written")
}
