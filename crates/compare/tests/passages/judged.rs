//! The captures as articles, the judged pairs, and how well a ranking agrees with them.

use std::collections::BTreeMap;
use std::path::Path;
use visavis_compare::{PassageParameters, Place, TermFrequencies, compare_passages};
use visavis_corpus::*;
use visavis_text::{Span, fold, sentences, words};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Strong,
    Weak,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    pub(crate) verdict: Verdict,
    pub(crate) tune: bool,
}

pub(crate) struct Judged {
    pub(crate) articles: Vec<Article>,
    pub(crate) pairs: BTreeMap<(String, String), Pair>,
    pub(crate) tuned: Vec<String>,
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

pub(crate) fn judged() -> Judged {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/articles");
    let names: Vec<Vec<&str>> =
        lines(include_str!("entities.txt")).filter(|l| !l.starts_with('#')).map(|l| l.split(" | ").collect()).collect();
    let articles = lines(include_str!("captures.txt"))
        .filter(|l| !l.starts_with('#'))
        .map(|line| {
            let (file, read) = line.split_once(": ").expect("file: lines");
            let capture = std::fs::read_to_string(folder.join(format!("{file}.txt"))).expect("the capture");
            article(
                file,
                &capture,
                &read.split(' ').map(|n| n.parse().expect("a line")).collect::<Vec<usize>>(),
                &names,
            )
        })
        .collect();
    let mut pairs = BTreeMap::new();
    let mut tune = true;
    let mut tuned = vec![];
    for line in lines(include_str!("pairs.txt")) {
        if let Some(list) = line.strip_prefix("# tune: ") {
            tuned = list.split(' ').map(String::from).collect();
        }
        if line.starts_with("# keep") {
            tune = false;
        }
        if line.starts_with('#') {
            continue;
        }
        let parts: Vec<&str> = line.split(' ').collect();
        let verdict = if parts[2] == "strong" { Verdict::Strong } else { Verdict::Weak };
        pairs.insert((parts[0].into(), parts[1].into()), Pair { verdict, tune });
    }
    Judged { articles, pairs, tuned }
}

fn article(file: &str, capture: &str, read: &[usize], names: &[Vec<&str>]) -> Article {
    let unknown = || Claim::unknown(vec![]);
    let head = Head {
        id: ArticleId(file.into()),
        file: file.into(),
        title: Claim::unknown(vec![]),
        outlet: unknown(),
        date: Claim::unknown(vec![]),
        byline: unknown(),
        credit: unknown(),
        language: Claim::unknown(vec![]),
        url: None,
        archived: None,
    };
    let blocks: Vec<Block> = read
        .iter()
        .map(|&n| Block {
            role: Role::Body,
            lines: Lines::one(n as u32),
            source: vec![],
            text: capture.lines().nth(n - 1).expect("a line").into(),
            removed_by: None,
        })
        .collect();
    let mentions = blocks.iter().zip(0..).flat_map(|(block, at)| mentions(&block.text, at, names)).collect();
    Article { head, blocks, marks: Marks { mentions, ..Marks::default() } }
}

/// The longest name at each word.
fn mentions(text: &str, block: u32, names: &[Vec<&str>]) -> Vec<Mention> {
    let cut = |text: &str| -> Vec<(String, Span)> { words(text).map(|w| (fold(w.text), w.span)).collect() };
    let text = cut(text);
    let mut found = vec![];
    let mut at = 0;
    while at < text.len() {
        let longest = names
            .iter()
            .zip(0..)
            .flat_map(|(forms, ix)| forms.iter().map(move |form| (cut(form), ix)))
            .filter(|(form, _)| text[at..].len() >= form.len() && form.iter().zip(&text[at..]).all(|(x, y)| x.0 == y.0))
            .max_by_key(|(form, _)| form.len());
        if let Some((form, ix)) = longest {
            let span = Span::new(text[at].1.start(), text[at + form.len() - 1].1.end());
            found.push(Mention {
                block,
                span,
                kind: Kind::Other,
                entity: Some(EntityIx(ix)),
                rule: MentionRule::CuratedName,
                confidence: Confidence::FULL,
                metonym: false,
            });
            at += form.len();
        } else {
            at += 1;
        }
    }
    found
}

pub(crate) type Ranked = (String, String, f64, String);

pub(crate) fn ranking(judged: &Judged, _keep: &dyn Fn(usize) -> bool) -> Vec<Ranked> {
    let frequencies = TermFrequencies::new(&judged.articles);
    let parameters = PassageParameters { least_strength: 0.0, most_per_sentence: usize::MAX };
    let mut ranked = vec![];
    for a in 0..judged.articles.len() {
        for b in a + 1..judged.articles.len() {
            let (x, y) = (&judged.articles[a], &judged.articles[b]);
            for m in compare_passages(x, y, &frequencies, parameters) {
                let ev =
                    m.evidence.iter().map(|e| format!("{:?}:{:.1}", e.term, e.weight)).collect::<Vec<_>>().join(" ");
                ranked.push((name(a, x, m.sides[0]), name(b, y, m.sides[1]), m.strength, ev));
            }
        }
    }
    ranked.sort_by(|x, y| y.2.total_cmp(&x.2).then_with(|| (&x.0, &x.1).cmp(&(&y.0, &y.1))));
    ranked
}

fn name(at: usize, article: &Article, place: Place) -> String {
    let all = article
        .blocks
        .iter()
        .zip(0..)
        .flat_map(|(block, ix)| sentences(&block.text).map(move |span| Place { block: ix, span }));
    let n = all.take_while(|p| *p != place).count() + 1;
    format!("{at}.{n}")
}

pub(crate) fn average_precision(ranked: &[Ranked], judged: &Judged, tune: Option<bool>) -> f64 {
    let of = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
    let counted =
        |a: &str, b: &str| tune.is_none_or(|tune| judged.tuned.contains(&format!("{}-{}", of(a), of(b))) == tune);
    let total = judged.pairs.iter().filter(|(_, p)| tune.is_none_or(|t| t == p.tune)).count();
    let (mut hits, mut sum, mut seen) = (0usize, 0.0, 0usize);
    for (a, b, ..) in ranked.iter().filter(|(a, b, ..)| counted(a, b)) {
        seen += 1;
        if judged.pairs.contains_key(&(a.clone(), b.clone())) {
            hits += 1;
            sum += hits as f64 / seen as f64;
        }
    }
    sum / total as f64
}
