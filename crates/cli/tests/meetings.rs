//! Passages that meet where one matter is told in other words on purpose: see `meetings/README.md`.

#[path = "../../compare/tests/passages/ranking.rs"]
mod ranking;

use ranking::{Numbered, Pair, average_precision, ranking};
use std::collections::{BTreeMap, BTreeSet};
use std::{fs, path::Path};
use visavis_compare::Place;
use visavis_corpus::Article;
use visavis_reading::{File, Folder, read};
use visavis_text::sentences;

const SETS: [&str; 6] = ["siege", "pensions", "bombs", "flood", "election", "plant"];

const ARTICLES: [&str; 5] = ["a", "b", "c", "d", "e"];

/// The pairs of sentences that a reader listed.
type Pairs = BTreeSet<Pair>;

/// Some articles on one matter, and which of their sentences each of two readers found to meet.
struct Set {
    articles: Vec<Article>,
    /// The number of each sentence, by its article and its text.
    numbers: BTreeMap<(usize, String), usize>,
    readers: [Pairs; 2],
}

impl Set {
    fn of(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/meetings").join(name);
        let file = |name: &str| fs::read_to_string(folder.join(format!("{name}.txt"))).expect("a file of the set");
        let texts = ARTICLES.map(file);
        let files = ARTICLES
            .iter()
            .zip(&texts)
            .map(|(name, text)| File { path: format!("{name}.txt"), bytes: text.clone().into() });
        let articles =
            read(&Folder { articles: files.collect(), ..Folder::default() }).expect("articles").corpus.articles;
        let cut = |text: &str| -> Vec<String> {
            text.lines().flat_map(|line| sentences(line).map(|span| line[span.range()].to_owned())).collect()
        };
        let numbered = |(at, text): (usize, &String)| {
            cut(text).into_iter().zip(1..).map(move |(sentence, number)| ((at, sentence), number)).collect::<Vec<_>>()
        };
        let numbers = texts.iter().enumerate().flat_map(numbered).collect();
        Self { articles, numbers, readers: ["first", "second"].map(|reader| pairs(&file(reader))) }
    }

    fn number(&self, article: usize, place: Place) -> Option<usize> {
        let text = &self.articles[article].blocks[place.block as usize].text[place.span.range()];
        self.numbers.get(&(article, text.to_owned())).copied()
    }

    /// The harmonic mean of precision and recall of one reader against the other.
    fn agreement(&self) -> f64 {
        let [first, second] = &self.readers;
        2.0 * first.intersection(second).count() as f64 / (first.len() + second.len()) as f64
    }
}

fn pairs(list: &str) -> Pairs {
    let sentence = |name: &str| {
        let (article, number) = name.split_once('.')?;
        Some((ARTICLES.iter().position(|known| *known == article)?, number.parse().ok()?))
    };
    let pair = |line: &str| {
        let mut words = line.split(' ');
        let (a, b) = (sentence(words.next()?)?, sentence(words.next()?)?);
        Some((a.min(b), a.max(b)))
    };
    list.lines().map(|line| pair(line).unwrap_or_else(|| panic!("{line}: not a pair"))).collect()
}

#[test]
fn what_is_told_in_other_words_is_ranked_better_than_chance() {
    let (mut agreed, mut total) = (0.0, 0.0);
    for name in SETS {
        let set = Set::of(name);
        let ranked = ranking(&set.articles, |article, place| set.number(article, place));
        let of = |judged: &Pairs| average_precision(ranked.iter().map(|(pair, _)| judged.contains(pair)), judged.len());
        let [first, second] = set.readers.each_ref().map(of);
        println!("{name}: readers agree {:.2}; average precision {first:.3} and {second:.3}", set.agreement());
        agreed += set.agreement() / SETS.len() as f64;
        total += f64::midpoint(first, second) / SETS.len() as f64;
    }
    assert!(agreed > 0.9 && total > 0.09, "readers agree {agreed:.2}; average precision {total:.3}");
}

#[test]
fn every_sentence_that_a_reader_named_is_read() {
    for name in SETS {
        let set = Set::of(name);
        let places = set.articles.iter().enumerate().flat_map(|(at, article)| {
            let blocks = article.blocks.iter().zip(0..).filter(|(block, _)| block.role.is_read());
            blocks.flat_map(move |(block, of)| sentences(&block.text).map(move |span| (at, Place { block: of, span })))
        });
        let read: BTreeSet<Numbered> = places.filter_map(|(at, place)| Some((at, set.number(at, place)?))).collect();
        let named = set.readers.iter().flatten().flat_map(|&(a, b)| [a, b]);
        let lost: Vec<Numbered> = named.filter(|sentence| !read.contains(sentence)).collect();
        assert!(lost.is_empty(), "{name}: {lost:?}");
    }
}
