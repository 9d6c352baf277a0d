//! How alike two articles of a corpus are, by whom they name and by their words, whatever was copied.

use crate::wording::mix;
use visavis_corpus::{Article, EntityIx};
use visavis_text::{counted, distinct, elides, fold_into, words};

/// The entities and the words of an article.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Profile {
    /// In order, each once.
    entities: Vec<EntityIx>,
    /// Fingerprints of folded words and how often each occurs, in order.
    words: Vec<(u64, u32)>,
}

impl Profile {
    /// Of the blocks of `article` that are read.
    pub fn of_article(article: &Article) -> Self {
        let read = |block: u32| article.blocks.get(block as usize).is_some_and(|block| block.role.is_read());
        let named = article.marks.mentions.iter().filter(|mention| read(mention.block));
        let mut all = vec![];
        let mut folded = String::new();
        for block in article.blocks.iter().filter(|block| block.role.is_read()) {
            for word in words(&block.text).filter(|word| !elides(word.text)) {
                folded.clear();
                fold_into(word.text, &mut folded);
                all.push(mix(0, &folded));
            }
        }
        Self { entities: distinct(named.filter_map(|mention| mention.entity).collect()), words: counted(all) }
    }
}

/// The articles of a corpus, ready to be set against each other.
#[derive(Clone, Debug, Default)]
pub struct Likenesses {
    entities: Vec<Vec<EntityIx>>,
    /// Weights of words, each article's of length 1.
    words: Vec<Vec<(u64, f64)>>,
}

impl Likenesses {
    /// Weighs the words of `profiles` by their rarity: (1 + ln frequency) × ln(articles / articles that have the word), as Salton &
    /// Buckley (1988); each article's weights are brought to the length 1.
    pub fn new(profiles: &[Profile]) -> Self {
        let having = counted(profiles.iter().flat_map(|profile| &profile.words).map(|(word, _)| *word).collect());
        let all = profiles.len() as f64;
        let weigh = |&(word, count): &(u64, u32)| {
            let found = having.binary_search_by_key(&word, |(word, _)| *word);
            let rarity = libm::log(all / f64::from(found.map_or(1, |at| having[at].1)));
            (word, (1.0 + libm::log(f64::from(count))) * rarity)
        };
        let unit = |profile: &Profile| {
            let mut weights: Vec<(u64, f64)> = profile.words.iter().map(weigh).collect();
            let length = weights.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
            if length > 0.0 {
                weights.iter_mut().for_each(|(_, weight)| *weight /= length);
            }
            weights
        };
        Self {
            entities: profiles.iter().map(|profile| profile.entities.clone()).collect(),
            words: profiles.iter().map(unit).collect(),
        }
    }

    /// Entities that both name, as a share of those that either names (Jaccard 1901); 0 where neither names any.
    pub fn entities(&self, a: usize, b: usize) -> f64 {
        let (Some(here), Some(there)) = (self.entities.get(a), self.entities.get(b)) else { return 0.0 };
        let both = here.iter().filter(|entity| there.binary_search(entity).is_ok()).count();
        let either = here.len() + there.len() - both;
        if either == 0 { 0.0 } else { both as f64 / either as f64 }
    }

    /// Cosine of the weights of their words, 0–1.
    pub fn wording(&self, a: usize, b: usize) -> f64 {
        let (Some(here), Some(there)) = (self.words.get(a), self.words.get(b)) else { return 0.0 };
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while let (Some(x), Some(y)) = (here.get(i), there.get(j)) {
            match x.0.cmp(&y.0) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    sum += x.1 * y.1;
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        sum.clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, mention};

    #[test]
    fn articles_are_alike_by_whom_they_name() {
        let mut a = article(&["Kerry rencontre Lavrov"]);
        let mut b = article(&["Lavrov est seul"]);
        a.marks.mentions.extend(mention(&a, "Kerry", 1).into_iter().chain(mention(&a, "Lavrov", 2)));
        b.marks.mentions.extend(mention(&b, "Lavrov", 2));
        let likenesses = Likenesses::new(&[a, b].map(|article| Profile::of_article(&article)));
        assert!((likenesses.entities(0, 1) - 0.5).abs() < 1e-9);
    }

    #[test]
    fn rare_words_in_common_make_articles_alike_and_common_ones_do_not() {
        let texts = ["le port de Lessac ferme", "le port de Lessac rouvre", "le prix de la farine", "le bal"];
        let likenesses = Likenesses::new(&texts.map(|text| Profile::of_article(&article(&[text]))));
        assert!(likenesses.wording(0, 1) > 0.3, "{}", likenesses.wording(0, 1));
        assert!(likenesses.wording(0, 3) < 0.01, "{}", likenesses.wording(0, 3));
        assert!((likenesses.wording(0, 0) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn an_empty_article_is_like_no_other() {
        let likenesses = Likenesses::new(&[Profile::default(), Profile::of_article(&article(&["un mot"]))]);
        assert!(likenesses.wording(0, 1).abs() < 1e-9 && likenesses.entities(0, 0).abs() < 1e-9);
    }
}
