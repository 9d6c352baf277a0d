use super::*;
use crate::*;
use proptest::prelude::*;
use visavis_text::Span;

fn article(id: &str, texts: &[&str]) -> Article {
    let blocks = texts
        .iter()
        .zip(1..)
        .map(|(text, line)| Block {
            role: if line == 1 { Role::Title } else { Role::Body },
            lines: Lines::one(line),
            source: vec![Span::new(0, text.len())],
            text: (*text).into(),
            removed_by: None,
        })
        .collect();
    let day = Day::parse("2016-10-12").map(When::day).expect("a day");
    Article {
        head: Head {
            id: ArticleId(id.into()),
            file: format!("{id}.txt"),
            title: Claim::stated(texts[0].into(), Clue::new(ClueKind::FirstHeading, "").at(Lines::one(1))),
            outlet: Claim::unknown(vec![]),
            date: Claim::curated(day, "written on the page"),
            byline: Claim::unknown(vec![]),
            credit: Claim::unknown(vec![]),
            language: Claim::inferred(Language::French, Confidence::percent(90), vec![]),
            url: None,
            archived: None,
        },
        blocks,
        marks: Marks {
            mentions: vec![Mention {
                block: 0,
                span: Span::new(0, texts[0].len()),
                kind: Kind::Place,
                entity: Some(EntityIx(0)),
                rule: MentionRule::CuratedName,
                confidence: Confidence::FULL,
                metonym: false,
            }],
            ..Marks::default()
        },
    }
}

fn corpus(articles: Vec<Article>) -> Corpus {
    Corpus {
        meta: Meta {
            title: "Essai".into(),
            description: String::new(),
            languages: vec![Language::French],
            licence: String::new(),
        },
        outlets: vec![],
        entities: vec![Entity {
            id: "alep".into(),
            kind: Kind::Place,
            name: "Alep".into(),
            aliases: vec![],
            descriptions: vec![],
            same_as: vec![],
            hide: false,
            recognised: false,
            country: None,
        }],
        namings: vec![],
        articles,
    }
}

fn small() -> Corpus {
    corpus(vec![
        article("a", &["Alep", "L’armée progresse, rue après rue."]),
        article("b", &["Alep-Est", "« Non », dit-il. "]),
    ])
}

#[test]
fn a_corpus_comes_back_from_its_pack() {
    let corpus = small();
    let pack = Pack::open(&Pack::write(&corpus)).expect("a pack");
    assert_eq!(pack.corpus(), Ok(corpus));
    assert_eq!(pack.find("b"), Some(ArticleIx(1)));
    assert_eq!(pack.find("c"), None);
}

#[test]
fn an_empty_corpus_has_a_pack() {
    let pack = Pack::open(&Pack::write(&corpus(vec![]))).expect("a pack");
    assert!(pack.heads().is_empty());
}

#[test]
fn more_articles_than_one_chunk_come_back() {
    let ids: Vec<String> = (0..CHUNK + 3).map(|n| format!("{n:05}")).collect();
    let corpus = corpus(ids.iter().map(|id| article(id, &["Alep", id])).collect());
    let pack = Pack::open(&Pack::write(&corpus)).expect("a pack");
    assert_eq!(pack.corpus(), Ok(corpus));
}

#[test]
fn every_flipped_bit_is_noticed() {
    let file = Pack::write(&small());
    for bit in 0..file.len() * 8 {
        let mut bad = file.clone();
        bad[bit / 8] ^= 1 << (bit % 8);
        assert!(Pack::open(&bad).is_err(), "bit {bit}");
    }
}

#[test]
fn every_truncation_is_noticed() {
    let file = Pack::write(&small());
    for len in 0..file.len() {
        assert!(Pack::open(&file[..len]).is_err(), "{len} bytes");
    }
    let longer = [file, vec![0]].concat();
    assert!(matches!(Pack::open(&longer), Err(PackError::Length { .. })));
}

#[test]
fn a_newer_version_is_named() {
    let newer = container::write_version(VERSION + 1, &[(*b"META", 0, vec![1, 2, 3])]);
    assert_eq!(Pack::open(&newer).err(), Some(PackError::Version { found: VERSION + 1 }));
}

#[test]
fn what_is_not_a_pack_is_said_not_to_be_one() {
    for bytes in [&b""[..], b"PK\x03\x04", b"<!doctype html>", b"\x89VAV\n\x1a\n"] {
        assert_eq!(Pack::open(bytes).err(), Some(PackError::NotAPack));
    }
}

#[test]
fn sections_that_lie_are_inconsistent() {
    let good = small();
    let cases: Vec<(&str, Corpus)> = vec![
        ("a mark beyond its text", {
            let mut bad = good.clone();
            bad.articles[0].marks.mentions[0].span = Span::new(0, 4000);
            bad
        }),
        ("an entity that does not exist", {
            let mut bad = good.clone();
            bad.articles[0].marks.mentions[0].entity = Some(EntityIx(9));
            bad
        }),
        ("articles out of order", {
            let mut bad = good.clone();
            bad.articles.swap(0, 1);
            bad
        }),
        ("an outlet that does not exist", {
            let mut bad = good;
            bad.articles[0].head.outlet = Claim::curated("nobody".into(), "");
            bad
        }),
    ];
    for (name, bad) in cases {
        assert!(matches!(Pack::open(&Pack::write(&bad)), Err(PackError::Inconsistent { .. })), "{name}");
    }
}

#[test]
fn a_pack_that_arrives_bit_by_bit_is_the_one_that_is_opened_whole() {
    let texts: Vec<String> = (0..600).map(|at| format!("Un titre {at}")).collect();
    let articles = texts.iter().zip(1000..).map(|(text, id)| article(&id.to_string(), &[text, "Un texte."])).collect();
    let corpus = corpus(articles);
    let file = Pack::write(&corpus);
    let mut opening = Opening::default();
    let mut there = vec![];
    for piece in file.chunks(97) {
        opening.arrive(piece);
        while opening.step().expect("a good beginning") {}
        let Some(pack) = opening.begun() else { continue };
        assert_eq!(pack.heads().len(), 600, "heads are whole before anything is shown");
        let count = pack.indices().take_while(|&ix| pack.has(ix)).count();
        assert!(pack.indices().skip(count).all(|ix| !pack.has(ix) && pack.article(ix).is_err()));
        assert!(pack.indices().take(count).all(|ix| pack.check_article(ix).is_ok()));
        there.push(count);
    }
    there.dedup();
    assert_eq!(there, [0, 256, 512, 600]);
    assert_eq!(opening.done().and_then(|pack| pack.corpus()), Ok(corpus));
}

#[test]
fn a_pack_that_breaks_off_or_goes_on_is_refused_and_a_foreign_file_at_once() {
    let file = Pack::write(&small());
    for end in 0..file.len() {
        let mut opening = Opening::default();
        opening.arrive(&file[..end]);
        while opening.step().expect("a good beginning") {}
        assert!(opening.done().is_err(), "{end}");
    }
    let mut longer = Opening::default();
    longer.arrive(&[file.as_slice(), b"x"].concat());
    assert!(matches!(longer.done(), Err(PackError::Length { .. })));
    let mut late = Opening::default();
    late.arrive(&file);
    while late.step().expect("a good pack") {}
    late.arrive(b"x");
    assert!(matches!(late.done(), Err(PackError::Length { .. })), "more arrives after all is unpacked");
    let mut foreign = Opening::default();
    foreign.arrive(b"<!");
    assert_eq!(foreign.step(), Err(PackError::NotAPack));
}

proptest! {
    #[test]
    fn any_texts_come_back(texts in prop::collection::vec("\\PC{1,30}", 1..6)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let corpus = corpus(vec![article("x", &texts)]);
        prop_assert_eq!(Pack::open(&Pack::write(&corpus)).and_then(|pack| pack.corpus()), Ok(corpus));
    }

    /// However a file is cut on its way, and whatever it holds, it is opened or refused as it would be whole.
    #[test]
    fn pieces_are_opened_as_the_whole_is(at in any::<prop::sample::Index>(), flip in 0u8.., cut in any::<prop::sample::Index>(), size in 1usize..400) {
        let mut file = Pack::write(&small());
        let spoilt = at.index(file.len());
        file[spoilt] ^= flip;
        file.truncate(file.len() - cut.index(file.len()) / 8);
        let mut opening = Opening::default();
        let outcome = file.chunks(size).try_for_each(|piece| {
            opening.arrive(piece);
            while opening.step()? {}
            Ok::<_, PackError>(())
        });
        let pieces = outcome.and_then(|()| opening.done()).and_then(|pack| pack.corpus());
        prop_assert_eq!(pieces.ok(), Pack::begin(&file).and_then(|pack| pack.corpus()).ok());
    }

    /// Checksums right, content random: what a hostile writer could send.
    #[test]
    fn hostile_sections_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..80), which in 0usize..6) {
        let kinds = [kind::META, kind::LIST, kind::WORDS, kind::TEXT, kind::BLOCKS, kind::MARKS];
        let file = Pack::write(&small());
        let sections: Vec<_> = container::sections(&file)
            .expect("a directory")
            .iter()
            .map(|info| {
                let raw = container::unpack(&file, info).expect("a section");
                (info.kind, info.part, if info.kind == kinds[which] { bytes.clone() } else { raw })
            })
            .collect();
        let _ = Pack::open(&container::write_version(VERSION, &sections));
    }
}
