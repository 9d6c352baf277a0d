//! Which entities each of several articles names, and how often.

use serde::Serialize;
use std::cmp::Reverse;
use visavis_corpus::{Article, EntityIx};
use visavis_text::{gathered, ordered_by, words};

/// An entity and how often each article names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntityRow {
    /// The entity.
    pub entity: EntityIx,
    /// Mentions in each article, in the order in which they were given; at least one is not 0.
    pub counts: Vec<u32>,
}

/// Where an entity is named, of two articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Spread {
    /// In the first only.
    Here,
    /// In both.
    Both,
    /// In the second only.
    There,
}

impl EntityRow {
    /// In how many articles it is named.
    pub fn articles(&self) -> usize {
        self.counts.iter().filter(|&&count| count > 0).count()
    }

    /// Where it stands, of two articles; `None` where another number of articles was compared.
    pub fn spread(&self) -> Option<Spread> {
        match self.counts[..] {
            [_, 0] => Some(Spread::Here),
            [0, _] => Some(Spread::There),
            [_, _] => Some(Spread::Both),
            _ => None,
        }
    }
}

/// The entities that `articles` name where they are read: those in most articles first, then those named most often, then in the order
/// of the corpus.
pub fn compare_entities(articles: &[Article]) -> Vec<EntityRow> {
    let named = |(side, article)| read_entities(article).map(move |entity| (entity, side));
    let named = articles.iter().enumerate().flat_map(named).collect();
    let row = |(entity, sides): (EntityIx, Vec<usize>)| {
        let mut counts = vec![0; articles.len()];
        sides.into_iter().for_each(|side| counts[side] += 1);
        EntityRow { entity, counts }
    };
    let rows = gathered(named).into_iter().map(row).collect();
    ordered_by(rows, |row| (Reverse(row.articles()), Reverse(row.counts.iter().sum::<u32>())))
}

/// The entity of each mention in a block that is read.
fn read_entities(article: &Article) -> impl Iterator<Item = EntityIx> {
    let read = |block: u32| article.blocks.get(block as usize).is_some_and(|block| block.role.is_read());
    article.marks.mentions.iter().filter(move |mention| read(mention.block)).filter_map(|mention| mention.entity)
}

/// Words in the blocks of `article` that are read, as [`visavis_text::words`] cuts them.
pub fn read_words(article: &Article) -> usize {
    article.blocks.iter().filter(|block| block.role.is_read()).map(|block| words(&block.text).count()).sum()
}

/// `count` occurrences in `words` words, per thousand words; 0 for a text without words.
pub fn per_thousand(count: u32, words: usize) -> f64 {
    if words == 0 { 0.0 } else { f64::from(count) * 1000.0 / words as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(counts: &[u32]) -> EntityRow {
        EntityRow { entity: EntityIx(0), counts: counts.to_vec() }
    }

    #[test]
    fn an_entity_is_here_there_or_in_both() {
        assert_eq!(row(&[2, 0]).spread(), Some(Spread::Here));
        assert_eq!(row(&[0, 1]).spread(), Some(Spread::There));
        assert_eq!(row(&[3, 1]).spread(), Some(Spread::Both));
        assert_eq!(row(&[3, 1, 0]).spread(), None);
    }

    #[test]
    fn a_rate_over_no_words_is_nothing() {
        assert!(per_thousand(3, 0).abs() < f64::EPSILON);
        assert!((per_thousand(3, 300) - 10.0).abs() < f64::EPSILON);
    }
}
