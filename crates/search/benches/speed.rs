//! How fast questions are answered: `cargo bench -p visavis-search --bench speed`.
//!
//! On articles made of the sentences of PIAF, in which one rare word in six is changed, so that the dictionary grows with the corpus as
//! that of the press does. Each question is asked some times; its fastest answer counts, as the machine has other things to do.

#[expect(dead_code, reason = "quality needs more of it")]
mod support;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};
use support::{article, pack, paragraphs};
use visavis_corpus::{
    Article, Claim, Confidence, Day, Entity, EntityIx, Kind, Mention, MentionRule, Outlet, Pack, Publish, When,
};
use visavis_search::{Filters, Index, Query};
use visavis_text::{fold, sentences, slice, words};

/// Words of an article.
const WORDS: usize = 600;
/// Outlets.
const OUTLETS: usize = 24;
/// Entities: the most frequent capitalised words.
const ENTITIES: usize = 2000;
/// How often each question is asked.
const TIMES: usize = 5;

fn main() {
    let Some(paragraphs) = paragraphs() else { return };
    let text: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.body.as_str()).collect();
    for articles in [1000, 5000] {
        measure(&corpus(&text, articles), articles);
    }
}

/// Numbers that look random, and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }
}

fn corpus(text: &[&str], articles: usize) -> Pack {
    let sentences: Vec<&str> =
        text.iter().flat_map(|text| sentences(text).filter_map(|span| slice(text, span))).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for word in sentences.iter().flat_map(|sentence| words(sentence)) {
        *counts.entry(word.text).or_default() += 1;
        if word.span.start() > 0 && word.text.starts_with(char::is_uppercase) {
            *names.entry(word.text).or_default() += 1;
        }
    }
    let mut names: Vec<(&str, usize)> = names.into_iter().collect();
    names.sort_by_key(|&(name, count)| (usize::MAX - count, name));
    let entities: BTreeMap<&str, u32> = names.iter().take(ENTITIES).map(|&(name, _)| name).zip(0..).collect();
    let mut dice = Dice(1);
    let articles = (0..articles).map(|at| generated(at, &sentences, &counts, &entities, &mut dice)).collect();
    let mut known: Vec<(&str, u32)> = entities.into_iter().collect();
    known.sort_by_key(|&(_, at)| at);
    pack(articles, (0..OUTLETS).map(outlet).collect(), known.into_iter().map(entity).collect())
}

fn outlet(at: usize) -> Outlet {
    let name = format!("outlet-{at:02}");
    Outlet { id: name.clone(), name, country: None, owner: None, kind: None, url: None, publish: Publish::Full }
}

fn entity((name, at): (&str, u32)) -> Entity {
    Entity {
        id: name.to_owned(),
        kind: Kind::ALL[at as usize % Kind::ALL.len()],
        name: name.to_owned(),
        aliases: vec![],
        descriptions: vec![],
        same_as: vec![],
        hide: false,
        recognised: false,
        country: None,
    }
}

fn generated(
    at: usize,
    sentences: &[&str],
    counts: &BTreeMap<&str, usize>,
    entities: &BTreeMap<&str, u32>,
    dice: &mut Dice,
) -> Article {
    let (mut length, mut body) = (0, vec![String::new()]);
    while length < WORDS {
        let sentence = changed(sentences[dice.roll(sentences.len())], counts, dice);
        length += words(&sentence).count();
        if dice.roll(4) == 0 {
            body.push(String::new());
        }
        if let Some(paragraph) = body.last_mut() {
            paragraph.push_str(&sentence);
            paragraph.push(' ');
        }
    }
    let body: Vec<&str> = body.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    let title: Vec<&str> = body[0].split(' ').take(8).collect();
    let mut article = article(&format!("a{at:05}"), &title.join(" "), &body);
    article.head.outlet = Claim::curated(format!("outlet-{:02}", dice.roll(OUTLETS)), "test");
    let day = Day::new(2016, 1 + dice.roll(12) as u8, 1 + dice.roll(28) as u8).expect("a day");
    article.head.date = Claim::curated(When::day(day), "test");
    for (block, text) in article.blocks.iter().enumerate() {
        let named = words(&text.text).filter_map(|word| Some((word, *entities.get(word.text)?)));
        article.marks.mentions.extend(named.map(|(word, entity)| Mention {
            block: block as u32,
            span: word.span,
            kind: Kind::ALL[entity as usize % Kind::ALL.len()],
            entity: Some(EntityIx(entity)),
            rule: MentionRule::CuratedName,
            confidence: Confidence::FULL,
            metonym: false,
        }));
    }
    article
}

/// `sentence` with some of its rare words changed.
fn changed(sentence: &str, counts: &BTreeMap<&str, usize>, dice: &mut Dice) -> String {
    const ENDINGS: [&str; 12] = ["al", "eur", "ier", "isme", "oir", "ance", "ique", "age", "in", "ot", "ard", "elle"];
    let piece = |token: visavis_text::Token<'_>| {
        let rare = token.text.len() > 4 && counts.get(token.text).is_some_and(|&count| count < 20);
        if rare && dice.roll(6) == 0 {
            format!("{}{}", token.text, ENDINGS[dice.roll(ENDINGS.len())])
        } else {
            token.text.to_owned()
        }
    };
    visavis_text::tokens(sentence).map(piece).collect()
}

fn measure(pack: &Pack, articles: usize) {
    let build = fastest(|| Index::build(pack).expect("a good pack"));
    let index = Index::build(pack).expect("a good pack");
    let mut held: BTreeMap<String, usize> = BTreeMap::new();
    for (_, word) in pack.lexicon().iter().filter(|&(number, _)| pack.lexicon().is_word(number)) {
        let query = Query::parse(&format!("={word} "));
        held.entry(fold(word)).or_insert_with(|| index.search(pack, &query, &Filters::default()).found.len());
    }
    let mut ranked: Vec<(usize, &str)> = held.iter().map(|(word, &count)| (count, word.as_str())).collect();
    ranked.sort_by_key(|&(count, word)| (usize::MAX - count, word));
    println!("\n{articles} articles, {} forms, index built in {:.1} ms", index.forms(), build.as_secs_f64() * 1e3);
    println!("{:<44} {:>9} {:>9} {:>9}", "questions", "p50 µs", "p95 µs", "most µs");
    for (name, questions) in questions(pack, &ranked) {
        row(pack, &index, name, &questions);
    }
}

/// The log of questions, by class.
fn questions(pack: &Pack, ranked: &[(usize, &str)]) -> Vec<(&'static str, Vec<String>)> {
    let articles = pack.heads().len();
    let word = |at: usize| ranked[at.min(ranked.len() - 1)].1;
    let holding = |share: f64| ranked.partition_point(|&(count, _)| count as f64 > articles as f64 * share);
    let (common, middling, rare) = (holding(0.4), holding(0.02), holding(0.001));
    let spread = |from: usize, to: usize| (0..40).map(move |at| from + (to - from) * at / 40);
    let finished = |at: usize| format!("{} ", word(at));
    let typed = spread(common, rare).flat_map(|at| {
        let word = word(at);
        word.char_indices().map(|(end, c)| word[..end + c.len_utf8()].to_owned()).collect::<Vec<_>>()
    });
    vec![
        ("typed letter by letter", typed.collect()),
        ("one letter", ('a'..='z').map(String::from).collect()),
        ("common word", spread(0, common).map(finished).collect()),
        ("middling word", spread(common, middling).map(finished).collect()),
        ("rare word", spread(middling, rare).map(finished).collect()),
        ("two words", spread(common, middling).map(|at| format!("{} {} ", word(at), word(at / 2))).collect()),
        ("phrase of two words", phrases(pack, 2)),
        ("phrase of three words", phrases(pack, 3)),
        ("close words", spread(common, middling).map(|at| format!("{} NEAR/5 {} ", word(at), word(at / 3))).collect()),
        ("misspelt word", spread(common, rare).map(|at| format!("{}~1 ", word(at))).collect()),
        ("nothing found", spread(common, rare).map(|at| format!("{}zq alep ", word(at))).collect()),
        ("nothing asked", vec![String::new()]),
    ]
}

/// Phrases that stand in the texts.
fn phrases(pack: &Pack, len: usize) -> Vec<String> {
    let mut dice = Dice(7);
    let phrase = |_| {
        let article = visavis_corpus::ArticleIx(dice.roll(pack.heads().len()) as u32);
        let blocks = pack.blocks(article).expect("an article");
        let words: Vec<&str> = words(&blocks[1].text).map(|word| word.text).collect();
        let from = dice.roll(words.len().saturating_sub(len));
        format!("\"{}\"", words[from..(from + len).min(words.len())].join(" "))
    };
    (0..60).map(phrase).collect()
}

fn row(pack: &Pack, index: &Index, name: &str, questions: &[String]) {
    let ask = |typed: &String| fastest(|| index.search(pack, &Query::parse(typed), &Filters::default()));
    let mut times: Vec<Duration> = questions.iter().map(ask).collect();
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1e6;
    println!("{:<44} {:>9.0} {:>9.0} {:>9.0}", format!("{name} ({})", times.len()), at(50), at(95), at(100));
}

/// The time of the fastest of some runs.
fn fastest<T>(mut run: impl FnMut() -> T) -> Duration {
    let once = |_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    (0..TIMES).map(once).min().unwrap_or_default()
}
