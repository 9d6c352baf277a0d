//! Every article against every other: what is copied, who is named by both, how alike the words are.

use crate::{
    address::{LEAST_SIDES, SIDES, View},
    browser::page,
    explorer::{Explorer, use_explorer},
    lens::Likeness,
    library::Library,
    live::{Memo, RwSignal},
    parts::{
        provenance::provenance,
        sheet::{Cell, cell, how, sheet},
        tag::{Tag, button, follow, link, tag},
    },
    settings::use_words,
    words::Words,
};
use std::{cell::RefCell, cmp::Reverse, rc::Rc, sync::Arc};
use visavis_compare::{Fingerprints, Likenesses, OverviewParameters, Profile, overview as share_out};
use visavis_corpus::ArticleIx;
use visavis_text::ordered_by;

/// Articles read in one slice.
const SLICE: usize = 16;
/// Most articles of which the whole table is shown; of more, groups and pairs.
const TABLE: usize = 30;
/// Most articles of which every pair is measured; of more, those that share something word for word.
const EVERY: usize = 250;
/// Pairs that are listed.
const PAIRS: usize = 100;

/// Two articles, and how alike they are by each measure.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Pair {
    articles: [usize; 2],
    measures: [f64; 3],
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
struct Survey {
    pairs: Vec<Pair>,
    groups: Vec<Vec<ArticleIx>>,
    articles: usize,
}

/// What is read of each article, so far.
#[derive(Default)]
struct Reading {
    prints: Vec<Fingerprints>,
    profiles: Vec<Profile>,
}

/// The view.
pub fn overview() -> Tag {
    let words = use_words();
    let explorer = use_explorer();
    let count = explorer.with(|library| library.pack().heads().len());
    let top =
        tag("div").set("class", "page wide overview").child(tag("h1").set("tabindex", "-1").child(words.overview));
    if count < LEAST_SIDES {
        return top.child(tag("p").child(words.compare.too_few));
    }
    let done = RwSignal::new(0_usize);
    let found = RwSignal::new(None::<Arc<Survey>>);
    survey(explorer, done, found);
    top.child(tag("p").child((words.compare.overview_intro)(count)))
        .follow(move || found.with(Option::is_none).then(|| progress(words, done.get(), count)))
        .follow(move || found.get().map(|survey| shown(explorer, words, &survey)))
}

fn progress(words: &'static Words, done: usize, all: usize) -> Tag {
    let said = (words.compare.overview_progress)(done, all);
    let bar =
        tag("progress").set("max", all.to_string()).set("value", done.to_string()).set("aria-label", said.clone());
    tag("div").set("role", "status").child(tag("p").child(said)).child(bar)
}

/// Reads the articles slice by slice, for as long as the view is shown.
fn survey(explorer: Explorer, done: RwSignal<usize>, found: RwSignal<Option<Arc<Survey>>>) {
    let reading = Rc::new(RefCell::new(Reading::default()));
    page::later(move || slice(explorer, reading, done, found));
}

fn slice(
    explorer: Explorer,
    reading: Rc<RefCell<Reading>>,
    done: RwSignal<usize>,
    found: RwSignal<Option<Arc<Survey>>>,
) {
    // The view is gone.
    if done.is_over() {
        return;
    }
    let library = explorer.library();
    let all = library.pack().heads().len();
    let from = done.get_untracked();
    let to = (from + SLICE).min(all);
    for ix in from..to {
        let article = library.pack().article(ArticleIx(ix as u32)).ok();
        let mut reading = reading.borrow_mut();
        reading.prints.push(article.as_ref().map(Fingerprints::of_article).unwrap_or_default());
        reading.profiles.push(article.as_ref().map(Profile::of_article).unwrap_or_default());
    }
    done.set(to);
    if to < all {
        page::later(move || slice(explorer, reading, done, found));
    } else {
        found.set(Some(Arc::new(measured(&reading.borrow()))));
    }
}

/// Measures the pairs.
fn measured(reading: &Reading) -> Survey {
    let sharing = share_out(&reading.prints, OverviewParameters::default());
    let likenesses = Likenesses::new(&reading.profiles);
    let count = reading.prints.len();
    let copied: Vec<([usize; 2], f64)> = sharing
        .pairs
        .iter()
        .map(|pair| (pair.articles.map(ArticleIx::index), pair.shares[0].max(pair.shares[1])))
        .collect();
    let pair = |(articles, copied): ([usize; 2], f64)| Pair {
        articles,
        measures: [copied, likenesses.entities(articles[0], articles[1]), likenesses.wording(articles[0], articles[1])],
    };
    let pairs = if count <= EVERY {
        let share =
            |articles: [usize; 2]| copied.binary_search_by_key(&articles, |(of, _)| *of).map_or(0.0, |at| copied[at].1);
        let every = (0..count).flat_map(|a| (a + 1..count).map(move |b| [a, b]));
        every.map(|articles| pair((articles, share(articles)))).collect()
    } else {
        copied.into_iter().map(pair).collect()
    };
    Survey { pairs, groups: sharing.groups, articles: count }
}

fn shown(explorer: Explorer, words: &'static Words, survey: &Arc<Survey>) -> Vec<Tag> {
    let sort = Memo::new(move || explorer.address.with(|address| address.look.sort));
    let (of_table, of_pairs) = (survey.clone(), survey.clone());
    let by = RwSignal::new(None::<usize>);
    let table = (survey.articles <= TABLE).then(|| {
        let title = tag("h2").child(words.compare.matrix);
        tag("section")
            .set("id", "matrix")
            .child(title)
            .child(follow(move || matrix(explorer, words, &of_table, sort.get(), by)))
    });
    let pairs = tag("section")
        .set("id", "pairs")
        .child(tag("h2").child(words.compare.pairs_title))
        .child(follow(move || pairs(explorer, words, &of_pairs, sort.get())));
    let mut all = vec![menu(explorer, words, sort)];
    let groups = groups(explorer, words, survey);
    if survey.articles <= TABLE {
        all.extend(table);
        all.push(groups);
    } else {
        all.push(groups);
    }
    all.push(pairs);
    all.push(how(words.overview, words.compare.how_overview));
    all
}

/// Which measure is shown, and by which the pairs are in order.
fn menu(explorer: Explorer, words: &'static Words, sort: Memo<Likeness>) -> Tag {
    let one = |likeness: Likeness| {
        button("button toggle", move || {
            explorer.change(|address| address.looking(|look| look.sort = likeness));
        })
        .set("data-measure", likeness.name())
        .pressed(move || sort.get() == likeness)
        .child((words.compare.likeness)(likeness))
    };
    tag("div")
        .set("class", "controls")
        .set("role", "group")
        .set("aria-label", words.compare.measure)
        .child(tag("span").set("class", "muted").child(words.compare.measure))
        .child(Likeness::ALL.map(one))
}

fn position(likeness: Likeness) -> usize {
    Likeness::ALL.iter().position(|other| *other == likeness).unwrap_or_default()
}

fn title(library: &Library, words: &Words, article: usize) -> String {
    let head = library.head(ArticleIx(article as u32));
    head.and_then(|head| head.title.value().cloned()).unwrap_or_else(|| words.untitled.to_owned())
}

fn ids(library: &Library, articles: &[usize]) -> Vec<String> {
    articles.iter().filter_map(|&ix| library.head(ArticleIx(ix as u32))).map(|head| head.id.0.clone()).collect()
}

/// The way to some articles face to face.
fn facing(explorer: Explorer, class: &str, articles: &[usize]) -> Tag {
    let ids = ids(&explorer.library(), articles);
    link(class, move || explorer.address.with(|address| address.view(View::Compare(ids.clone())).href()))
}

/// The whole table; its rows in the order of the corpus, or by likeness to the article whose column is chosen.
fn matrix(
    explorer: Explorer,
    words: &'static Words,
    survey: &Survey,
    likeness: Likeness,
    by: RwSignal<Option<usize>>,
) -> Tag {
    let library = explorer.library();
    let measure = position(likeness);
    let count = survey.articles;
    let value = |a: usize, b: usize| {
        let [a, b] = [a.min(b), a.max(b)];
        let pair = survey.pairs.iter().find(|pair| pair.articles == [a, b]);
        pair.map_or(0.0, |pair| pair.measures[measure])
    };
    let mut order: Vec<usize> = (0..count).collect();
    if let Some(column) = by.get() {
        order = ordered_by(order, |&row| (row != column, Reverse((value(row, column) * 10_000.0) as i32)));
    }
    let head = |column: usize| {
        let press = move || by.update(|by| *by = if *by == Some(column) { None } else { Some(column) });
        let name = title(&library, words, column);
        let sorted = move || (by.get() == Some(column)).then(|| "descending".to_owned());
        let number = (column + 1).to_string();
        tag("th").set("scope", "col").live("aria-sort", sorted).child(
            button("sort-button", press)
                .set("title", name.clone())
                .set("aria-label", format!("{number}. {name}"))
                .child(number),
        )
    };
    let row = |row: usize| {
        let name = title(&library, words, row);
        let cells = (0..count).map(|column| {
            if row == column {
                return tag("td").set("class", "same").child("·");
            }
            let share = value(row, column);
            let shown = words.percent(share);
            let said = (words.compare.way_to_pair)(&name, &title(&library, words, column), &shown);
            let way = facing(explorer, "", &[row, column]).set("title", said.clone()).set("aria-label", said);
            tag("td").set("class", heat(share)).child(way.child(shown))
        });
        let first = tag("th").set("scope", "row").set("title", name.clone()).child(format!("{}. {name}", row + 1));
        tag("tr").set("data-row", row.to_string()).child(first).child(cells.collect::<Vec<_>>())
    };
    let heads: Vec<Tag> = (0..count).map(head).collect();
    let rows: Vec<Tag> = order.into_iter().map(row).collect();
    let table = tag("table")
        .set("class", "heat")
        .child(tag("caption").set("class", "hidden").child((words.compare.likeness)(likeness)))
        .child(tag("thead").child(tag("tr").child(tag("td")).child(heads)))
        .child(tag("tbody").child(rows));
    tag("div")
        .set("class", "scroll")
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-label", words.compare.matrix)
        .child(table)
}

/// How warm a share looks.
fn heat(share: f64) -> &'static str {
    match share {
        s if s <= 0.0 => "heat-0",
        s if s < 0.1 => "heat-1",
        s if s < 0.25 => "heat-2",
        s if s < 0.5 => "heat-3",
        _ => "heat-4",
    }
}

/// Articles linked by copying.
fn groups(explorer: Explorer, words: &'static Words, survey: &Survey) -> Tag {
    let library = explorer.library();
    let group = |(at, articles): (usize, &Vec<ArticleIx>)| {
        let indices: Vec<usize> = articles.iter().map(|ix| ix.index()).collect();
        let way =
            facing(explorer, "button small", &indices[..indices.len().min(SIDES)]).child(words.compare.compare_group);
        let item = |&ix: &usize| {
            let head = library.head(ArticleIx(ix as u32))?;
            let id = head.id.0.clone();
            let to = link("title", move || explorer.address.with(|address| address.read(&id).href()));
            Some(tag("li").child(provenance(&library, head)).child(to.child(title(&library, words, ix))))
        };
        let items: Vec<Tag> = indices.iter().take(PAIRS).filter_map(item).collect();
        let heading = tag("h3").child((words.compare.group)(at + 1, articles.len())).child(way);
        tag("li").child(heading).child(tag("ul").child(items))
    };
    let all: Vec<Tag> = survey.groups.iter().take(PAIRS).enumerate().map(group).collect();
    let none = all.is_empty().then(|| tag("p").child(words.compare.no_group));
    tag("section")
        .set("id", "groups")
        .child(tag("h2").child(words.compare.groups_title))
        .child(none)
        .child(tag("ul").set("class", "groups-list").child(all))
}

/// The pairs that are most alike.
fn pairs(explorer: Explorer, words: &'static Words, survey: &Survey, likeness: Likeness) -> Tag {
    let library = explorer.library();
    let measure = position(likeness);
    let all = survey.pairs.len();
    let some =
        ordered_by(survey.pairs.clone(), |pair| (Reverse((pair.measures[measure] * 10_000.0) as i32), pair.articles));
    let row = |pair: &Pair| -> Vec<Cell> {
        let [a, b] = pair.articles.map(|article| title(&library, words, article));
        let way = facing(explorer, "", &pair.articles).child(a.clone());
        let mut cells = vec![cell(a).shown(way), cell(b)];
        cells.extend(pair.measures.map(|share| cell(words.percent(share)).class(heat(share))));
        cells
    };
    let mut heads = words.compare.pair_heads.map(str::to_owned).to_vec();
    heads.extend(Likeness::ALL.map(|likeness| (words.compare.likeness)(likeness).to_owned()));
    let shown = some.len().min(PAIRS);
    let rows = some.iter().take(PAIRS).map(row).collect();
    tag("div").child(tag("p").set("class", "muted").child((words.compare.pairs_shown)(shown, all))).child(sheet(
        "pairs",
        words.compare.pairs_title,
        heads,
        rows,
    ))
}
