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
        let number = || {
            let numbered = workers.map(Step::Pack, &chunks, |articles| numbered(articles));
            let mut numbering = Numbering::default();
            numbered.iter().for_each(|chunk| numbering.add(chunk));
            let (lexicon, numbers) = numbering.finish();
            (numbered, lexicon, numbers)
        };
        // One large section each, and the words are not waited for.
        let describe = || {
            let meta = encode(&(&corpus.meta, &corpus.outlets, &corpus.entities, &corpus.namings));
            let heads: Vec<&Head> = corpus.articles.iter().map(|article| &article.head).collect();
            vec![compress(kind::META, 0, &meta), compress(kind::LIST, 0, &encode(&heads))]
        };
        let ((numbered, lexicon, numbers), mut sections) = workers.both(number, describe);
        let parts: Vec<(&[Article], &Numbered<'_>, u32)> = chunks
            .iter()
            .copied()
            .zip(&numbered)
            .zip(0..)
            .map(|((articles, chunk), part)| (articles, chunk, part))
            .collect();
        let write = |&(articles, chunk, part): &(&[Article], &Numbered<'_>, u32)| {
            let blocks = map(articles, |article| encode(&steps::blocks_to_steps(&article.blocks)));
            let marks = map(articles, |article| encode(&steps::marks_to_steps(&article.marks)));
            // What is not compressed is let go at once.
            [
                compress(kind::TEXT, part, &join(&chunk.streams(&numbers))),
                compress(kind::BLOCKS, part, &join(&blocks)),
                compress(kind::MARKS, part, &join(&marks)),
            ]
        };
        let words = || compress(kind::WORDS, 0, &lexicon.encode());
        let (words, written) = workers.both(words, || workers.map(Step::Pack, &parts, write));
        sections.push(words);
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
