//! Questions asked of many articles: answers are those of reading every text, whatever the way there.

use proptest::prelude::*;
use std::{collections::BTreeSet, sync::OnceLock};
use visavis_corpus::{
    Article, ArticleId, Block, Claim, Corpus, Day, Head, Language, Lines, Marks, Meta, Opening, Pack, Role, When,
};
use visavis_search::{Filters, Index, Indexing, Query};

/// Words by how often they are drawn: the first stand in nearly every article, the last in a few.
const WORDS: [(&str, usize); 9] = [
    ("de", 160),
    ("la", 120),
    ("a", 80),
    ("à", 48),
    ("ville", 32),
    ("villes", 16),
    ("assiégée", 8),
    ("libre", 1),
    ("libération", 1),
];
const ARTICLES: usize = 900;

/// Texts, each a title and two paragraphs of words.
fn texts() -> Vec<Vec<Vec<&'static str>>> {
    let bag: Vec<&str> = WORDS.iter().flat_map(|&(word, times)| std::iter::repeat_n(word, times)).collect();
    let mut seed = 1_u64;
    let mut roll = |sides: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % sides
    };
    let mut text = |len: usize| (0..len).map(|_| bag[roll(bag.len())]).collect::<Vec<_>>();
    (0..ARTICLES).map(|_| [3, 12, 12].map(&mut text).to_vec()).collect()
}

fn article((at, text): (usize, &Vec<Vec<&str>>)) -> Article {
    let block = |(at, words): (usize, &Vec<&str>)| Block {
        role: if at == 0 { Role::Title } else { Role::Body },
        lines: Lines::one(at as u32 + 1),
        source: vec![],
        text: words.join(" "),
        removed_by: None,
    };
    let day = Day::new(2016, 1 + (at % 12) as u8, 1 + (at % 28) as u8).expect("a day");
    Article {
        head: Head {
            id: ArticleId(format!("a{at:04}")),
            file: format!("a{at:04}.txt"),
            title: Claim::unknown(vec![]),
            outlet: Claim::unknown(vec![]),
            date: Claim::curated(When::day(day), "test"),
            byline: Claim::unknown(vec![]),
            credit: Claim::unknown(vec![]),
            language: Claim::curated(Language::French, "test"),
            url: None,
            archived: None,
        },
        blocks: text.iter().enumerate().map(block).collect(),
        marks: Marks::default(),
    }
}

fn file() -> Vec<u8> {
    let meta = Meta { title: "many".into(), description: String::new(), languages: vec![], licence: String::new() };
    let articles = texts().iter().enumerate().map(article).collect();
    Pack::write(&Corpus { meta, outlets: vec![], entities: vec![], namings: vec![], articles })
}

fn corpus() -> &'static (Pack, Index) {
    static CORPUS: OnceLock<(Pack, Index)> = OnceLock::new();
    CORPUS.get_or_init(|| {
        let pack = Pack::open(&file()).expect("a pack just written");
        let index = Index::build(&pack).expect("a good pack");
        (pack, index)
    })
}

#[test]
fn an_index_that_is_built_while_its_pack_arrives_is_the_same() {
    let mut opening = Opening::default();
    let mut indexing: Option<Indexing> = None;
    let mut counted = BTreeSet::new();
    for piece in file().chunks(1000) {
        opening.arrive(piece);
        while opening.step().expect("a good beginning") {}
        let Some(pack) = opening.begun() else { continue };
        let indexing = indexing.get_or_insert_with(|| Indexing::new(pack));
        while indexing.step(pack).expect("a good beginning") {}
        counted.insert(indexing.counted());
    }
    assert!(counted.len() > 2 && counted.contains(&ARTICLES), "articles are counted as they arrive: {counted:?}");
    let pack = opening.done().expect("a good pack");
    let index = indexing.expect("words").done(&pack).expect("a good pack");
    // Not the one that the other tests ask: that fills its caches.
    let whole = Index::build(&pack).expect("a good pack");
    assert_eq!(format!("{index:?}"), format!("{whole:?}"));
}

#[test]
fn an_index_of_half_a_pack_is_refused() {
    let mut opening = Opening::default();
    let file = file();
    opening.arrive(&file[..file.len() - 1]);
    while opening.step().expect("a good beginning") {}
    let pack = opening.begun().expect("heads and words");
    assert!(Indexing::new(pack).done(pack).is_err());
}

/// The articles that `typed` finds, and how often it stands in all of them.
fn ask(typed: &str) -> (BTreeSet<usize>, usize) {
    let (pack, index) = corpus();
    let found = index.search(pack, &Query::parse(typed), &Filters::default()).found;
    let occurrences = found.iter().map(|found| found.occurrences as usize).sum();
    (found.iter().map(|found| found.article.index()).collect(), occurrences)
}

fn folded(word: &str) -> String {
    visavis_text::fold(word)
}

/// The same, by reading.
fn read(phrase: &[&str]) -> (BTreeSet<usize>, usize) {
    let phrase: Vec<String> = phrase.iter().map(|word| folded(word)).collect();
    let mut found = (BTreeSet::new(), 0);
    for (at, text) in texts().iter().enumerate() {
        for block in text {
            let block: Vec<String> = block.iter().map(|word| folded(word)).collect();
            let here = block.windows(phrase.len()).filter(|words| *words == phrase).count();
            found.1 += here;
            if here > 0 {
                found.0.insert(at);
            }
        }
    }
    found
}

#[test]
fn a_phrase_is_found_where_it_stands_and_nowhere_else_of_common_words_and_of_rare_ones() {
    // Of common words positions are kept, of rare ones texts are read: a corpus of one kind alone would leave half of it untested.
    let articles = |word: &str| ask(&format!("={word} ")).0.len();
    assert!(articles("libre") < 64 && articles("libération") < 64 && articles("assiégée") > 128);
    for phrase in [
        &["de", "la"][..],
        &["de", "de", "de"],
        &["a", "la", "ville"],
        &["la", "ville", "assiégée"],
        &["libre", "de"],
        &["de", "libération"],
        &["libre", "libération"],
        &["a", "a", "a", "de"],
    ] {
        assert_eq!(ask(&format!("\"{}\"", phrase.join(" "))), read(phrase), "{phrase:?}");
    }
}

#[test]
fn common_words_that_stand_close_are_found_as_reading_finds_them() {
    let near = |one: &str, other: &str, within: usize| {
        let close = |block: &[&str]| {
            let at = |word: &str| -> Vec<usize> {
                block.iter().enumerate().filter(|(_, w)| **w == word).map(|(at, _)| at).collect()
            };
            at(one).iter().any(|a| at(other).iter().any(|b| a != b && a.abs_diff(*b) <= within))
        };
        let holds = |text: &Vec<Vec<&str>>| text.iter().any(|block| close(block));
        texts().iter().enumerate().filter(|(_, text)| holds(text)).map(|(at, _)| at).collect::<BTreeSet<_>>()
    };
    for (one, other, within) in [("de", "libre", 3), ("de", "ville", 1), ("la", "de", 2)] {
        assert_eq!(ask(&format!("={one} NEAR/{within} ={other}")).0, near(one, other, within), "{one} {other}");
    }
}

#[test]
fn days_narrow_and_leave_the_counts_of_other_facets() {
    let (pack, index) = corpus();
    let day = |iso: &str| Day::parse(iso).expect("a day");
    let days = Some((day("2016-03-01"), day("2016-03-10")));
    let results = index.search(pack, &Query::default(), &Filters { days, ..Filters::default() });
    let dated = |at: usize| at % 12 == 2 && at % 28 < 10;
    assert_eq!(results.found.len(), (0..ARTICLES).filter(|&at| dated(at)).count());
    assert_eq!(results.facets.languages[0].count, results.found.len());
}

#[test]
fn dates_without_an_article_are_named() {
    let (pack, index) = corpus();
    let typed = "de date:2030..2031 ";
    let results = index.search(pack, &Query::parse(typed), &Filters::default());
    assert_eq!(results.unmet, [1]);
}

/// Everything that can be done with a query, done.
fn use_up(typed: &str) {
    let (pack, index) = corpus();
    let query = Query::parse(typed);
    let results = index.search(pack, &query, &Filters::default());
    for found in results.found.iter().take(3) {
        index.explain(pack, &query, found.article);
        let hits = index.hits(pack, found.article, &query);
        let blocks = pack.blocks(found.article).expect("blocks");
        assert!(hits.iter().all(|hit| blocks[hit.block as usize].text.get(hit.span.range()).is_some()), "{typed:?}");
        visavis_search::snippet(&blocks, &hits, 60);
    }
    let report = visavis_search::report::SearchReport::new(index, pack, (typed, &query), &results, Some(3));
    assert!(report.parsed.len() <= 64);
    let any = Query::any_of(typed);
    assert!(index.search(pack, &any, &Filters::default()).found.len() <= ARTICLES);
}

#[test]
fn hostile_strings_are_answered() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/hostile");
    let Ok(naughty) = std::fs::read_to_string(folder.join("blns.json")) else {
        println!("SKIPPED hostile_strings_are_answered: no {}", folder.display());
        return;
    };
    let strings: Vec<String> = serde_json::from_str(&naughty).expect("a list of strings");
    let payloads = std::fs::read_to_string(folder.join("xss-payload-list.txt")).expect("payloads");
    strings.iter().map(String::as_str).chain(payloads.lines().step_by(29)).for_each(use_up);
}

#[test]
fn queries_of_any_length_are_answered() {
    let pieces = [
        "(",
        ")",
        "\"",
        "-",
        "a OR ",
        "a NEAR/9 de ",
        "\"de la\" ",
        "d* ",
        "de~2 ",
        "titre:",
        "date:..",
        "«",
        "é",
        "🦀",
    ];
    for piece in pieces {
        use_up(&piece.repeat(40_000 / piece.len()));
    }
    use_up(&pieces.concat().repeat(500));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_bytes_are_a_query(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        use_up(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_mixture_of_marks_is_answered(
        typed in "([a-é'’\"«»“”() :~*=-]|OR|AND|NEAR/3|titre:|date:|dit-par:|citation:|de|la|ville|2016|\\.\\.| ){0,40}",
    ) {
        use_up(&typed);
    }
}
