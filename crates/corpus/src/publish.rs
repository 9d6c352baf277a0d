//! What may be published of a corpus: an outlet may allow its texts whole, their first words, or nothing but their description.

use crate::{Article, Block, Corpus, Marks, Publish, Role};
use std::collections::BTreeMap;
use visavis_text::{Span, words};

/// How many words an excerpt has, its title aside.
pub const EXCERPT_WORDS: usize = 60;

impl Corpus {
    /// The corpus as it may be published: of an outlet whose texts are to be excerpts, the title, who wrote them, and the first
    /// [`EXCERPT_WORDS`] words; of one that allows no text, what describes its articles.
    ///
    /// Entities and forms of names that were recognised only in what is left out are left out too.
    ///
    /// An article without an outlet is published whole: nobody said otherwise.
    #[must_use]
    pub fn published(mut self) -> Self {
        let allowed: BTreeMap<String, Publish> =
            self.outlets.iter().map(|outlet| (outlet.id.clone(), outlet.publish)).collect();
        let mut withheld = false;
        for article in &mut self.articles {
            let outlet = article.head.outlet.value();
            match outlet.and_then(|id| allowed.get(id)).copied().unwrap_or(Publish::Full) {
                Publish::Full => {}
                Publish::Excerpt => {
                    withheld = true;
                    cut(article, EXCERPT_WORDS);
                }
                Publish::None => {
                    withheld = true;
                    article.blocks.clear();
                    article.marks = Marks::default();
                }
            }
        }
        // A name that only a withheld text holds is a part of that text.
        if withheld { self.without_unnamed().without_unread_forms() } else { self }
    }
}

/// Leaves `article` its title, its byline, its credit, and `limit` words of its text.
fn cut(article: &mut Article, limit: usize) {
    let mut left = limit;
    let mut kept: Vec<Option<u32>> = vec![];
    let mut blocks: Vec<Block> = vec![];
    for mut block in std::mem::take(&mut article.blocks) {
        let stays = match block.role {
            Role::Title | Role::Byline | Role::Credit => true,
            Role::Lead | Role::Body | Role::Subheading if left > 0 => {
                left = shorten(&mut block, left);
                true
            }
            _ => false,
        };
        kept.push(stays.then_some(blocks.len() as u32));
        if stays {
            blocks.push(block);
        }
    }
    article.blocks = blocks;
    keep_marks(&mut article.marks, &article.blocks, &kept);
}

/// Cuts `block` after `left` words; how many are left after it.
fn shorten(block: &mut Block, left: usize) -> usize {
    let count = words(&block.text).take(left + 1).count();
    if count <= left {
        return left - count;
    }
    let end = words(&block.text).nth(left - 1).map_or(0, |word| word.span.end());
    let whole: usize = block.source.iter().map(|span| span.len()).sum();
    // Where the file has the text byte for byte, the source is cut with it.
    if let ([source], true) = (&mut block.source[..], whole == block.text.len()) {
        *source = Span::new(source.start(), source.start() + end);
    }
    block.text.truncate(end);
    0
}

/// Keeps the marks that still have their words; `kept` says where each block of before stands now.
fn keep_marks(marks: &mut Marks, blocks: &[Block], kept: &[Option<u32>]) {
    let place = |block: &mut u32, span: Span| {
        let now = kept.get(*block as usize).copied().flatten();
        let holds = now.is_some_and(|now| span.end() <= blocks[now as usize].text.len());
        *block = now.unwrap_or_default();
        holds
    };
    marks.mentions.retain_mut(|mention| place(&mut mention.block, mention.span));
    marks.figures.retain_mut(|figure| place(&mut figure.block, figure.span));
    marks.dates.retain_mut(|date| place(&mut date.block, date.span));
    marks.quotes.retain_mut(|quote| place(&mut quote.block, quote.span));
    for quote in &mut marks.quotes {
        quote.speaker = quote.speaker.take().and_then(|mut speaker| {
            let holds = place(&mut speaker.block, speaker.span);
            holds.then_some(speaker)
        });
    }
}
