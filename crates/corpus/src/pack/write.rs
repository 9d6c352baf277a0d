//! From a corpus to the bytes of its pack.

use super::{
    CHUNK, Pack,
    container::{self, compress},
    kind,
    lexicon::{Numbered, Numbering, put_leb},
    steps,
};
use crate::{Article, Corpus, Head, OneByOne, Step, Workers};
use serde::Serialize;

impl Pack {
    /// The pack of `corpus`: the same corpus always gives the same bytes.
    pub fn write(corpus: &Corpus) -> Vec<u8> {
        Self::write_with(corpus, &OneByOne)
    }

    /// As [`Pack::write`], with the help of `workers`, however many they are.
    pub fn write_with(corpus: &Corpus, workers: &impl Workers) -> Vec<u8> {
        let chunks: Vec<&[Article]> = corpus.articles.chunks(CHUNK).collect();
        let numbered = workers.map(Step::Pack, &chunks, |articles| numbered(articles));
        let mut numbering = Numbering::default();
        numbered.iter().for_each(|chunk| numbering.add(chunk));
        let (lexicon, numbers) = numbering.finish();
        let heads: Vec<&Head> = corpus.articles.iter().map(|article| &article.head).collect();
        let whole = [
            (kind::META, encode(&(&corpus.meta, &corpus.outlets, &corpus.entities, &corpus.namings))),
            (kind::LIST, encode(&heads)),
            (kind::WORDS, lexicon.encode()),
        ];
        let mut sections = workers.map(Step::Pack, &whole, |(kind, raw)| compress(*kind, 0, raw));
        drop(whole);
        let parts: Vec<(&[Article], &Numbered<'_>, u32)> = chunks
            .into_iter()
            .zip(&numbered)
            .zip(0..)
            .map(|((articles, chunk), part)| (articles, chunk, part))
            .collect();
        let written = workers.map(Step::Pack, &parts, |&(articles, chunk, part)| {
            let blocks = map(articles, |article| encode(&steps::blocks_to_steps(&article.blocks)));
            let marks = map(articles, |article| encode(&steps::marks_to_steps(&article.marks)));
            // What is not compressed is let go at once.
            [
                compress(kind::TEXT, part, &join(&chunk.streams(&numbers))),
                compress(kind::BLOCKS, part, &join(&blocks)),
                compress(kind::MARKS, part, &join(&marks)),
            ]
        });
        sections.extend(written.into_iter().flatten());
        drop(parts);
        drop(numbered);
        container::write(sections)
    }
}

/// The texts of `articles` as numbers of their own words.
fn numbered(articles: &[Article]) -> Numbered<'_> {
    let mut numbered = Numbered::default();
    for article in articles {
        numbered.begin_article();
        article.blocks.iter().for_each(|block| numbered.block(&block.text));
    }
    numbered.finish()
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
