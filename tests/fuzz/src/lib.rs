//! What reads bytes from strangers, given any bytes at all: it must answer, and what it answers must hold together.
//!
//! Each function is a fuzz target (`fuzz_targets`, for `cargo xtask fuzz`, or `cargo fuzz` and a nightly compiler). Those for packs, queries,
//! addresses and comparisons are replayed by the tests on the inputs in `corpus`: those that once failed, and some that reach far. A new failure is kept there
//! under a name that says what it is.

use visavis_app::address::{Address, View};
use visavis_compare::{Background, Comparison, ComparisonReport};
use visavis_corpus::Pack;
use visavis_reading::{File, Folder, read};
use visavis_search::{Filters, Index, LineOrder, Query};

/// A folder that holds `bytes` under `name` is read or refused, and whatever is read knows its place in the file.
///
/// # Panics
/// Where what is promised does not hold.
pub fn article(name: &str, bytes: &[u8]) {
    let file = File { path: name.into(), bytes: bytes.to_vec() };
    let Ok(reading) = read(&Folder { articles: vec![file], ..Folder::default() }) else { return };
    let archive = std::path::Path::new(name).extension().is_some_and(|extension| extension == "zip");
    let blocks = reading.corpus.articles.iter().flat_map(|article| &article.blocks);
    for block in blocks.filter(|_| !archive) {
        assert!(block.source.iter().all(|span| span.end() <= bytes.len()), "{block:?}");
        assert!(block.lines.first <= block.lines.last);
    }
}

/// Settings are read or refused.
pub fn settings(bytes: &[u8]) {
    let file = |name: &str| Some(File { path: name.into(), bytes: bytes.to_vec() });
    let articles = vec![File { path: "a.txt".into(), bytes: b"Un titre\n\nUn texte.".to_vec() }];
    let _ =
        read(&Folder { config: file("corpus.toml"), entities: file("entities.toml"), articles, ..Folder::default() });
}

/// A pack is refused, or can be asked and written again to the same corpus.
///
/// # Panics
/// Where what is promised does not hold.
pub fn pack(bytes: &[u8]) {
    // The page asks before the articles are checked, and each article may still prove not to fit together.
    let Ok(begun) = Pack::begin(bytes) else {
        assert!(Pack::open(bytes).is_err(), "what cannot be begun is opened");
        return;
    };
    ask(&begun);
    let checked = begun.indices().try_for_each(|ix| begun.check_article(ix));
    let Ok(pack) = Pack::open(bytes) else { return };
    assert_eq!(checked, Ok(()), "an article of an opened pack does not fit together");
    if let Ok(corpus) = pack.corpus() {
        let again = Pack::open(&Pack::write(&corpus)).and_then(|pack| pack.corpus());
        assert_eq!(again, Ok(corpus), "a corpus changes on its way through a pack");
    }
}

/// Asks what the page asks of a pack.
fn ask(pack: &Pack) {
    let Ok(index) = Index::build(pack) else { return };
    for query in ["alep \"la ville\" d*", "citation:alep", "dit-par:assad"].map(Query::parse) {
        let all = index.search(pack, &query, &Filters::default()).found;
        all.iter().for_each(|found| drop(index.hits(pack, found.article, &query)));
        let articles: Vec<_> = all.iter().map(|found| found.article).collect();
        let _ = index.concordance(pack, &query, &articles, LineOrder::Right, 40);
    }
}

/// Texts between zero bytes, as many as can be compared, are set side by side, and what is found lies in them.
///
/// # Panics
/// Where what is promised does not hold.
pub fn compare(bytes: &[u8]) {
    let texts = bytes.split(|&byte| byte == 0).take(4).enumerate();
    let articles = texts.map(|(at, text)| File { path: format!("{at}.txt"), bytes: text.to_vec() }).collect();
    let Ok(reading) = read(&Folder { articles, ..Folder::default() }) else { return };
    let corpus = reading.corpus;
    let comparison = Comparison::new(corpus.articles.clone(), &corpus.namings, &mut Background::new(&corpus.articles));
    for meeting in comparison.pairs.iter().flat_map(|pair| &pair.meetings) {
        assert!((0.0..=1.0).contains(&meeting.strength), "{meeting:?}");
    }
    assert!(comparison.copied_shares().iter().all(|share| (0.0..=1.0).contains(share)));
    let report = ComparisonReport::new(&comparison, &corpus.entities);
    // An empty text at a place is a span that is not text.
    assert!(report.passages.iter().flat_map(|meeting| &meeting.places).all(|place| !place.text.is_empty()));
}

/// Whatever is typed is a query, and a query with one part less is one too.
pub fn query(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let query = Query::parse(&typed);
    for chip in 0..8 {
        let _ = Query::parse(&query.without(&typed, chip));
    }
}

/// Whatever stands after `#` is a state, and a state comes back from its own address.
///
/// # Panics
/// Where what is promised does not hold.
pub fn address(bytes: &[u8]) {
    let address = Address::parse(&String::from_utf8_lossy(bytes));
    let href = address.href();
    assert_eq!(Address::parse(&href), address, "{href}");
    // What leads nowhere is said as it was typed; whatever else is written so that it can stand in any text.
    let typed = matches!(address.view, View::Lost(_));
    assert!(href.starts_with('#') && (typed || !href.contains(['<', '>', '"', ' '])), "{href}");
}

/// Annotations are imported or refused, and whatever is imported stands in its text.
///
/// # Panics
/// Where what is promised does not hold.
pub fn annotations(name: &str, bytes: &[u8]) {
    let file = |path: &str, bytes: &[u8]| File { path: path.into(), bytes: bytes.to_vec() };
    let config = format!("[[annotations]]\nfile = \"{name}\"\narticle = \"a.txt\"\n");
    let text = "Un titre\n\nBachar al-Assad est à Alep, dit l’ONU. Alep est en Syrie, dit-on à Alep.\n";
    let folder = Folder {
        config: Some(file("corpus.toml", config.as_bytes())),
        articles: vec![file("a.txt", text.as_bytes())],
        annotations: vec![file(name, bytes)],
        ..Folder::default()
    };
    let Ok(reading) = read(&folder) else { return };
    for article in &reading.corpus.articles {
        for mention in &article.marks.mentions {
            assert!(article.blocks[mention.block as usize].text.get(mention.span.range()).is_some());
        }
        let mut end = (0, 0);
        for mention in &article.marks.mentions {
            assert!((mention.block, mention.span.start()) >= end, "{mention:?} overlaps the one before");
            end = (mention.block, mention.span.end());
        }
    }
}
