//! From a corpus to the bytes of its pack.

use super::{
    CHUNK, Pack, container, kind,
    lexicon::{Numbering, put_block, put_leb},
    steps,
};
use crate::{Article, Corpus, Head};
use serde::Serialize;

impl Pack {
    /// The pack of `corpus`: the same corpus always gives the same bytes.
    pub fn write(corpus: &Corpus) -> Vec<u8> {
        let mut numbering = Numbering::default();
        for block in corpus.articles.iter().flat_map(|article| &article.blocks) {
            numbering.count(&block.text);
        }
        let (lexicon, numbers) = numbering.finish();
        let heads: Vec<&Head> = corpus.articles.iter().map(|article| &article.head).collect();
        let mut sections = vec![
            (kind::META, 0, encode(&(&corpus.meta, &corpus.outlets, &corpus.entities, &corpus.namings))),
            (kind::LIST, 0, encode(&heads)),
            (kind::WORDS, 0, lexicon.encode()),
        ];
        for (articles, part) in corpus.articles.chunks(CHUNK).zip(0..) {
            let texts: Vec<Vec<u8>> = articles
                .iter()
                .map(|article| {
                    let mut bytes = vec![];
                    article.blocks.iter().for_each(|block| put_block(&block.text, &numbers, &mut bytes));
                    bytes
                })
                .collect();
            sections.push((kind::TEXT, part, join(&texts)));
            sections.push((
                kind::BLOCKS,
                part,
                join(&map(articles, |article| encode(&steps::blocks_to_steps(&article.blocks)))),
            ));
            sections.push((
                kind::MARKS,
                part,
                join(&map(articles, |article| encode(&steps::marks_to_steps(&article.marks)))),
            ));
        }
        container::write(&sections)
    }
}

fn map(articles: &[Article], encode: impl Fn(&Article) -> Vec<u8>) -> Vec<Vec<u8>> {
    articles.iter().map(encode).collect()
}

/// The lengths of `items`, then the items.
fn join(items: &[Vec<u8>]) -> Vec<u8> {
    let mut out = vec![];
    put_leb(&mut out, items.len() as u32);
    items.iter().for_each(|item| put_leb(&mut out, item.len() as u32));
    items.iter().for_each(|item| out.extend_from_slice(item));
    out
}

fn encode(value: &impl Serialize) -> Vec<u8> {
    // Fails only for a type that hides the length of a list, or whose `Serialize` refuses: the model has neither.
    postcard::to_allocvec(value).expect("the model's types can be written")
}
