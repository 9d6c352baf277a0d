//! Questions asked of a small corpus, through the pack as the page does it.

use visavis_corpus::{
    Article, ArticleId, Block, Claim, Confidence, Corpus, Day, Entity, EntityIx, Head, Kind, Language, Lines, Marks,
    Mention, MentionRule, Meta, Outlet, Pack, Publish, Role, When,
};
use visavis_search::{Choices, Filters, Index, LineOrder, Query, Results, snippet};
use visavis_text::{Span, slice};

/// Articles `a`, `b`, `c`, of outlets `one`, `two` and not known; each names the entities whose name it holds.
const TEXTS: [(&str, Option<&str>, &str, &[&str]); 3] = [
    (
        "a",
        Some("one"),
        "2016-10-12",
        &["La trêve d’Alep", "Le régime bombarde Alep. Une trêve à Alep-Est ?", "!Publicité du régime"],
    ),
    ("b", Some("two"), "2016-10-11", &["Paris répond", "François Hollande parle d'Alep et de la trêve de Noël."]),
    ("c", None, "2016-12-09", &["Kerry à Genève", "John Kerry parle. Le cessez-le-feu tient."]),
];
const ENTITIES: [(&str, Kind); 3] = [("Alep", Kind::Place), ("Paris", Kind::Place), ("John Kerry", Kind::Person)];

fn article((id, outlet, date, texts): (&str, Option<&str>, &str, &[&str])) -> Article {
    let block = |(at, text): (usize, &&str)| Block {
        role: if text.starts_with('!') {
            Role::Promo
        } else if at == 0 {
            Role::Title
        } else {
            Role::Body
        },
        lines: Lines::one(at as u32 + 1),
        source: vec![],
        text: text.trim_start_matches('!').into(),
        removed_by: None,
    };
    let blocks: Vec<Block> = texts.iter().enumerate().map(block).collect();
    let mut mentions = vec![];
    for (at, block) in blocks.iter().enumerate() {
        for (ix, (name, kind)) in ENTITIES.iter().enumerate() {
            mentions.extend(block.text.match_indices(name).map(|(start, name)| Mention {
                block: at as u32,
                span: Span::new(start, start + name.len()),
                kind: *kind,
                entity: Some(EntityIx(ix as u32)),
                rule: MentionRule::CuratedName,
                confidence: Confidence::FULL,
                metonym: false,
            }));
        }
    }
    let outlet = outlet.map_or_else(|| Claim::unknown(vec![]), |id| Claim::curated(id.to_owned(), "test"));
    Article {
        head: Head {
            id: ArticleId(id.into()),
            file: format!("{id}.txt"),
            title: Claim::curated(texts[0].into(), "test"),
            outlet,
            date: Claim::curated(When::day(Day::parse(date).expect("a day")), "test"),
            byline: Claim::unknown(vec![]),
            credit: Claim::unknown(vec![]),
            language: Claim::curated(Language::French, "test"),
            url: None,
            archived: None,
        },
        blocks,
        marks: Marks { mentions, ..Marks::default() },
    }
}

fn pack() -> Pack {
    let outlet = |id: &str| Outlet {
        id: id.into(),
        name: id.into(),
        country: None,
        owner: None,
        kind: None,
        url: None,
        publish: Publish::Full,
    };
    let entity = |(name, kind): &(&str, Kind)| Entity {
        id: (*name).into(),
        kind: *kind,
        name: (*name).into(),
        aliases: vec![],
        descriptions: vec![],
        same_as: vec![],
        hide: false,
        recognised: false,
        country: None,
    };
    let meta = Meta { title: "test".into(), description: String::new(), languages: vec![], licence: String::new() };
    let corpus = Corpus {
        meta,
        outlets: vec![outlet("one"), outlet("two"), outlet("silent")],
        entities: ENTITIES.iter().map(entity).collect(),
        namings: vec![],
        articles: TEXTS.into_iter().map(article).collect(),
    };
    Pack::open(&Pack::write(&corpus)).expect("a pack just written")
}

fn ask(typed: &str, filters: &Filters) -> (Pack, Results) {
    let pack = pack();
    let results = Index::build(&pack).expect("a good pack").search(&pack, &Query::parse(typed), filters);
    (pack, results)
}

/// The ids found, in order.
fn ids(typed: &str, filters: &Filters) -> String {
    let (pack, results) = ask(typed, filters);
    let ids: Vec<&str> = results.found.iter().map(|found| pack.heads()[found.article.index()].id.0.as_str()).collect();
    ids.join(" ")
}

fn hits(typed: &str, id: &str) -> Vec<String> {
    let pack = pack();
    let index = Index::build(&pack).expect("a good pack");
    let ix = pack.find(id).expect("an article");
    let blocks = pack.blocks(ix).expect("blocks");
    let text = |hit: &visavis_search::Hit| slice(&blocks[hit.block as usize].text, hit.span).unwrap_or("?").to_owned();
    index.hits(&pack, ix, &Query::parse(typed)).iter().map(text).collect()
}

#[test]
fn accents_case_and_elision_do_not_matter() {
    for typed in ["trêve", "treve", "TREVE", "la trêve", "d’alep", "l'alep"] {
        assert_eq!(ids(typed, &Filters::default()), "a b", "{typed}");
    }
}

#[test]
fn every_term_has_to_be_there() {
    assert_eq!(ids("alep hollande", &Filters::default()), "b");
    let any = Query { any: true, ..Query::parse("alep genève ") };
    let pack = pack();
    assert_eq!(Index::build(&pack).expect("a good pack").search(&pack, &any, &Filters::default()).found.len(), 3);
}

#[test]
fn the_last_word_is_a_beginning_until_it_is_finished() {
    assert_eq!(ids("bomb", &Filters::default()), "a");
    assert_eq!(ids("bomb ", &Filters::default()), "");
}

#[test]
fn a_phrase_stands_side_by_side() {
    assert_eq!(ids("\"parle d'alep\"", &Filters::default()), "b");
    assert_eq!(ids("\"alep parle\"", &Filters::default()), "");
    assert_eq!(ids("cessez-le-feu", &Filters::default()), "c");
    assert_eq!(ids("alep-est", &Filters::default()), "a");
}

#[test]
fn nothing_removed_is_searched() {
    assert_eq!(ids("publicité", &Filters::default()), "");
}

#[test]
fn without_a_question_articles_come_in_order_of_publication() {
    assert_eq!(ids("", &Filters::default()), "b a c");
}

#[test]
fn hits_are_the_words_as_printed() {
    assert_eq!(hits("alep treve", "a"), ["trêve", "Alep", "Alep", "trêve", "Alep"]);
    assert_eq!(hits("cessez-le-feu", "c"), ["cessez-le-feu"]);
    assert_eq!(hits("\"noel\"", "b"), ["Noël"]);
}

#[test]
fn filters_join_inside_a_facet_and_meet_across_facets() {
    let outlets = |ids: &[Option<&str>]| ids.iter().map(|id| id.map(str::to_owned)).collect();
    let filter = |ids: &[Option<&str>], entities: &[u32]| Filters {
        only: Choices {
            outlets: outlets(ids),
            entities: entities.iter().copied().map(EntityIx).collect(),
            ..Choices::default()
        },
        ..Filters::default()
    };
    assert_eq!(ids("", &filter(&[Some("one"), None], &[])), "a c");
    assert_eq!(ids("", &filter(&[], &[0, 1])), "b a");
    assert_eq!(ids("", &filter(&[], &[0, 2])), "", "a place and a person");
    assert_eq!(ids("", &filter(&[Some("two")], &[0])), "b");
    assert_eq!(ids("", &filter(&[Some("nobody")], &[])), "");
}

#[test]
fn a_choice_leaves_the_counts_of_its_siblings() {
    let only = Choices { outlets: vec![Some("one".into())], ..Choices::default() };
    let chosen = Filters { only, ..Filters::default() };
    let (_, results) = ask("", &chosen);
    let outlets: Vec<(Option<&str>, usize)> =
        results.facets.outlets.iter().map(|row| (row.outlet.as_deref(), row.count)).collect();
    assert_eq!(outlets, [(Some("one"), 1), (Some("two"), 1), (None, 1)]);
    let entities: Vec<(u32, usize)> = results.facets.entities.iter().map(|row| (row.entity.0, row.count)).collect();
    assert_eq!(entities, [(0, 1), (1, 0), (2, 0)]);
}

#[test]
fn a_term_without_articles_is_named() {
    let (_, results) = ask("alep zeppelin ", &Filters::default());
    let terms: Vec<(&str, usize)> = results.terms.iter().map(|term| (term.text.as_str(), term.articles)).collect();
    assert_eq!(terms, [("alep", 2), ("zeppelin", 0)]);
}

#[test]
fn a_snippet_shows_the_most_terms_and_cuts_between_words() {
    let pack = pack();
    let index = Index::build(&pack).expect("a good pack");
    let ix = pack.find("b").expect("an article");
    let blocks = pack.blocks(ix).expect("blocks");
    let hits = index.hits(&pack, ix, &Query::parse("trêve noel"));
    let piece = snippet(&blocks, &hits, 24).expect("a snippet");
    assert_eq!(slice(&blocks[piece.block as usize].text, piece.span), Some("de la trêve de Noël."));
    assert!(piece.cut_before && !piece.cut_after);
    let opening = snippet(&blocks, &[], 20).expect("a snippet");
    assert_eq!(slice(&blocks[opening.block as usize].text, opening.span), Some("François Hollande"));
}

#[test]
fn a_score_is_the_sum_of_what_its_terms_add() {
    let (pack, query) = (pack(), Query::parse("trêve "));
    let index = Index::build(&pack).expect("an index");
    let results = index.search(&pack, &query, &Filters::default());
    let first = results.found[0];
    let shares = index.explain(&pack, &query, first.article);
    assert_eq!(shares.len(), 1);
    assert_eq!(shares[0].parts, [(Role::Title, 1), (Role::Body, 1)]);
    assert!((shares[0].score - first.score).abs() < 1e-9);
    assert!(index.explain(&pack, &Query::parse("-trêve Alep "), first.article).iter().all(|share| share.term == 1));
}

#[test]
fn a_concordance_lists_every_place_and_sorts_by_its_neighbours() {
    let pack = pack();
    let index = Index::build(&pack).expect("an index");
    let all: Vec<_> = pack.indices().collect();
    let lines = |order| {
        let lines = index.concordance(&pack, &Query::parse("trêve "), &all, order, 14).expect("a pack that reads");
        lines.iter().map(|line| format!("{}|{}|{}", line.left, line.keyword, line.right)).collect::<Vec<_>>()
    };
    assert_eq!(
        lines(LineOrder::Text),
        ["La |trêve| d’Alep", "Alep. Une |trêve| à Alep-Est ?", "et de la |trêve| de Noël."]
    );
    assert_eq!(
        lines(LineOrder::Right),
        ["Alep. Une |trêve| à Alep-Est ?", "La |trêve| d’Alep", "et de la |trêve| de Noël."]
    );
    assert_eq!(
        lines(LineOrder::Left),
        ["La |trêve| d’Alep", "et de la |trêve| de Noël.", "Alep. Une |trêve| à Alep-Est ?"]
    );
}
