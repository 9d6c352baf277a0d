//! Concordance: every place where a query stands, each on a line of its own with what stands around it.

use crate::{Index, Query};
use serde::Serialize;
use visavis_corpus::{ArticleIx, Pack, PackError};
use visavis_text::{Span, fold, ordered, slice, words};

/// How many words to one side tell the order of lines.
const KEY_WORDS: usize = 4;

/// One place where the query stands: the line of a concordance, also called keyword in context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// In which article.
    pub article: ArticleIx,
    /// Position of the block in it.
    pub block: u32,
    /// Bytes of the block's text: the keyword.
    pub span: Span,
    /// What stands before it in the block; begins at a word.
    pub left: String,
    /// The keyword as it is printed.
    pub keyword: String,
    /// What stands after it in the block; ends at a word.
    pub right: String,
}

/// In what order lines stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LineOrder {
    /// As the articles were given, and as their texts go.
    #[default]
    Text,
    /// By the words before the keyword, the nearest first.
    Left,
    /// By the keyword, then by the words after it.
    Right,
}

impl LineOrder {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::Text, Self::Left, Self::Right];

    /// The name in addresses and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Left => "left",
            Self::Right => "right",
        }
    }

    /// The order called `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.name() == name)
    }
}

impl Index {
    /// The places where `query` stands in `articles`, in `order`, each with at most `width` bytes of its block on either side.
    ///
    /// # Errors
    /// [`PackError`] where an article of the pack cannot be read.
    pub fn concordance(
        &self,
        pack: &Pack,
        query: &Query,
        articles: &[ArticleIx],
        order: LineOrder,
        width: usize,
    ) -> Result<Vec<Line>, PackError> {
        let mut lines = vec![];
        for &article in articles {
            let hits = self.hits(pack, article, query);
            if hits.is_empty() {
                continue;
            }
            let blocks = pack.blocks(article)?;
            let line = |hit: &crate::Hit| {
                let text = blocks.get(hit.block as usize)?.text.as_str();
                let keyword = slice(text, hit.span)?.to_owned();
                let (left, right) = around(text, hit.span, width);
                Some(Line { article, block: hit.block, span: hit.span, left, keyword, right })
            };
            lines.extend(hits.iter().filter_map(line));
        }
        Ok(in_order(lines, order))
    }
}

fn in_order(lines: Vec<Line>, order: LineOrder) -> Vec<Line> {
    let key = |line: &Line| match order {
        LineOrder::Text => vec![],
        LineOrder::Left => nearest_left(&line.left),
        LineOrder::Right => nearest_right(line),
    };
    let keyed: Vec<(Vec<String>, Line)> = lines.into_iter().map(|line| (key(&line), line)).collect();
    ordered(keyed, |a, b| a.0.cmp(&b.0)).into_iter().map(|(_, line)| line).collect()
}

/// The last words of what stands before a keyword, the nearest first.
fn nearest_left(left: &str) -> Vec<String> {
    let mut all: Vec<String> = words(left).map(|word| fold(word.text)).collect();
    all.reverse();
    all.truncate(KEY_WORDS);
    all
}

/// The keyword and the first words after it.
fn nearest_right(line: &Line) -> Vec<String> {
    let after = words(&line.right).map(|word| fold(word.text)).take(KEY_WORDS);
    std::iter::once(fold(&line.keyword)).chain(after).collect()
}

/// At most `width` bytes of `text` before and after `span`, cut between words.
fn around(text: &str, span: Span, width: usize) -> (String, String) {
    let from = (span.start().saturating_sub(width)..=span.start()).find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let to = (span.end()..=(span.end() + width).min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    let (before, after) = (&text[from..span.start()], &text[span.end()..to.unwrap_or(span.end())]);
    let left = match before.find(char::is_whitespace) {
        Some(cut) if from > 0 => before[cut..].trim_start(),
        _ => before,
    };
    let right = match after.rfind(char::is_whitespace) {
        Some(cut) if to.is_some_and(|to| to < text.len()) => after[..cut].trim_end(),
        _ => after,
    };
    (left.to_owned(), right.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_stands_around_is_cut_between_words() {
        let text = "Le régime bombarde Alep depuis des mois";
        let at = text.find("Alep").expect("there");
        let (left, right) = around(text, Span::new(at, at + 4), 12);
        assert_eq!((left.as_str(), right.as_str()), ("bombarde ", " depuis des"));
        assert_eq!(around(text, Span::new(0, 2), 9).0, "");
    }

    proptest! {
        #[test]
        fn what_stands_around_is_of_the_text(text in "\\PC{0,30}", start in 0_usize..30, len in 0_usize..10, width in 0_usize..20) {
            let start = (0..=start.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            let end = (start..=(start + len).min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(start);
            let (left, right) = around(&text, Span::new(start, end), width);
            prop_assert!(left.len() <= width && right.len() <= width);
            prop_assert!(text[..start].ends_with(&left) && text[end..].starts_with(&right));
        }
    }
}
