//! The captures as articles, the judged pairs, and how well a ranking agrees with them.

#[path = "ranking.rs"]
mod ranking;

use ranking::Pair;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use visavis_compare::{Meeting, Place};
use visavis_corpus::{
    Article, ArticleId, Block, Claim, Confidence, EntityIx, Head, Kind, Lines, Marks, Mention, MentionRule, Role,
};
use visavis_text::{Span, fold, sentences, words};

/// How two sentences meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// They report the same fact.
    Strong,
    /// They speak of the same particular matter.
    Weak,
}

/// The articles and what a reader found.
pub(crate) struct Judged {
    articles: Vec<Article>,
    /// Of the first reading.
    pub(crate) pairs: BTreeMap<Pair, Verdict>,
    /// Of the second.
    pub(crate) second: BTreeMap<Pair, Verdict>,
    /// Pairs of articles on which weights may be set.
    tuned: BTreeSet<(usize, usize)>,
}

/// Which pairs of articles count.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part {
    /// Every pair.
    All,
    /// Those on which weights were set.
    Tuned,
    /// The others.
    Kept,
}

/// Whose judgment a ranking is held against.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reader {
    First,
    Second,
    /// Pairs that both listed; those that only one listed are left out of the ranking.
    Both,
}

/// How far the two readings agree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Agreement {
    /// Pairs that both listed.
    pub(crate) common: usize,
    /// The harmonic mean of precision and recall of one against the other.
    pub(crate) f1: f64,
    /// Cohen's kappa, over all pairs of sentences.
    pub(crate) kappa: f64,
}

/// Lines that say something.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

pub(crate) fn judged() -> Judged {
    let names: Vec<Vec<&str>> = lines(include_str!("entities.txt")).map(|line| line.split(" | ").collect()).collect();
    let text = include_str!("pairs.txt");
    let first = text.lines().find_map(|line| line.strip_prefix("# tune: ")).unwrap_or_default();
    Judged {
        articles: lines(include_str!("captures.txt")).map(|line| article(line, &names)).collect(),
        pairs: lines(text).map(pair).collect(),
        second: lines(include_str!("second.txt")).map(pair).collect(),
        tuned: first.split(' ').filter_map(|pair| pair.split_once('-')).map(|(a, b)| (number(a), number(b))).collect(),
    }
}

fn pair(line: &str) -> (Pair, Verdict) {
    let sentence = |name: &str| name.split_once('.').map(|(article, n)| (number(article), number(n)));
    let mut words = line.split(' ');
    let mut next = || words.next().unwrap_or_default();
    let pair = sentence(next()).zip(sentence(next())).unwrap_or_else(|| panic!("{line}: not a pair"));
    (pair, if next() == "strong" { Verdict::Strong } else { Verdict::Weak })
}

fn number(text: &str) -> usize {
    text.parse().unwrap_or_else(|_| panic!("{text}: not a number"))
}

/// The lines of one capture that are read, with what is named in them.
fn article(line: &str, names: &[Vec<&str>]) -> Article {
    let (file, read) = line.split_once(": ").unwrap_or_else(|| panic!("{line}: not a file and its lines"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/articles").join(format!("{file}.txt"));
    let capture = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let block = |n: usize| Block {
        role: Role::Body,
        lines: Lines::one(n as u32),
        source: vec![],
        text: capture.lines().nth(n - 1).unwrap_or_default().to_owned(),
        removed_by: None,
    };
    let blocks: Vec<Block> = read.split(' ').map(number).map(block).collect();
    let mentions = blocks.iter().zip(0..).flat_map(|(block, at)| mentions(&block.text, at, names)).collect();
    Article { head: head(file), blocks, marks: Marks { mentions, ..Marks::default() } }
}

fn head(file: &str) -> Head {
    Head {
        id: ArticleId(file.into()),
        file: file.into(),
        title: Claim::unknown(vec![]),
        outlet: Claim::unknown(vec![]),
        date: Claim::unknown(vec![]),
        byline: Claim::unknown(vec![]),
        credit: Claim::unknown(vec![]),
        language: Claim::unknown(vec![]),
        url: None,
        archived: None,
    }
}

/// The longest name at each word.
fn mentions(text: &str, block: u32, names: &[Vec<&str>]) -> Vec<Mention> {
    let text = folded(text);
    let mut found = vec![];
    let mut at = 0;
    while at < text.len() {
        let forms = names.iter().zip(0..).flat_map(|(forms, ix)| forms.iter().map(move |form| (folded(form), ix)));
        let begins = |form: &[(String, Span)]| {
            form.len() <= text.len() - at && form.iter().zip(&text[at..]).all(|(x, y)| x.0 == y.0)
        };
        let longest = forms.filter(|(form, _)| begins(form)).max_by_key(|(form, _)| form.len());
        let len = longest.as_ref().map_or(1, |(form, _)| form.len());
        if let Some((_, ix)) = longest {
            found.push(mention(block, Span::new(text[at].1.start(), text[at + len - 1].1.end()), EntityIx(ix)));
        }
        at += len;
    }
    found
}

fn folded(text: &str) -> Vec<(String, Span)> {
    words(text).map(|word| (fold(word.text), word.span)).collect()
}

fn mention(block: u32, span: Span, entity: EntityIx) -> Mention {
    let (kind, rule) = (Kind::Other, MentionRule::CuratedName);
    Mention { block, span, kind, entity: Some(entity), rule, confidence: Confidence::FULL, metonym: false }
}

impl Judged {
    /// Every pair of sentences, the strongest first.
    pub(crate) fn ranking(&self) -> Vec<(Pair, Meeting)> {
        ranking::ranking(&self.articles, |article, place| Some(place_number(&self.articles[article], place)))
    }

    /// The mean, over the pairs that `reader` listed, of the precision down to each; 0 for a pair that is not ranked.
    pub(crate) fn average_precision(&self, ranked: &[(Pair, Meeting)], reader: Reader, part: Part) -> f64 {
        let counts = |pair: &Pair| match part {
            Part::All => true,
            Part::Tuned => self.tuned.contains(&(pair.0.0, pair.1.0)),
            Part::Kept => !self.tuned.contains(&(pair.0.0, pair.1.0)),
        };
        let judged = |pair: &Pair| match (reader, self.pairs.contains_key(pair), self.second.contains_key(pair)) {
            (Reader::First, listed, _) | (Reader::Second, _, listed) => Some(listed),
            (Reader::Both, first, second) => (first == second).then_some(first),
        };
        let hits = ranked.iter().map(|(pair, _)| pair).filter(|pair| counts(pair)).filter_map(judged);
        let listed: BTreeSet<&Pair> = self.pairs.keys().chain(self.second.keys()).collect();
        let listed = listed.into_iter().filter(|pair| counts(pair) && judged(pair) == Some(true)).count();
        ranking::average_precision(hits, listed)
    }

    /// Where the pairs that report the same fact stand in `ranked`, from 1.
    pub(crate) fn ranks_of_same_facts(&self, ranked: &[(Pair, Meeting)]) -> Vec<usize> {
        let same = |pair| self.pairs.get(pair) == Some(&Verdict::Strong);
        ranked.iter().zip(1..).filter(|((pair, _), _)| same(pair)).map(|(_, rank)| rank).collect()
    }

    pub(crate) fn agreement(&self) -> Agreement {
        let sizes: Vec<usize> = self.articles.iter().map(sentence_count).collect();
        let all = (0..sizes.len()).flat_map(|b| (0..b).map(move |a| (a, b))).map(|(a, b)| sizes[a] * sizes[b]);
        let (all, common) =
            (all.sum::<usize>() as f64, self.pairs.keys().filter(|p| self.second.contains_key(p)).count());
        let [first, second] = [&self.pairs, &self.second].map(|pairs| pairs.len() as f64);
        let (both, neither) = (common as f64, all - first - second + common as f64);
        let chance = (first * second + (all - first) * (all - second)) / (all * all);
        let kappa = ((both + neither) / all - chance) / (1.0 - chance);
        Agreement { common, f1: 2.0 * both / (first + second), kappa }
    }
}

fn sentence_count(article: &Article) -> usize {
    article.blocks.iter().map(|block| sentences(&block.text).count()).sum()
}

/// The number of the sentence at `place`, from 1.
fn place_number(article: &Article, place: Place) -> usize {
    let blocks = article.blocks.iter().zip(0..);
    let all = blocks.flat_map(|(block, at)| sentences(&block.text).map(move |span| Place { block: at, span }));
    all.take_while(|other| *other != place).count() + 1
}
