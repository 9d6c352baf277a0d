//! One article in the list of results.

use super::{
    marked::{Mark, Painted, marked},
    provenance::provenance,
    tag::{Tag, link, tag},
};
use crate::{
    browser::page,
    explorer::{Explorer, use_explorer},
    library::Library,
    live::{Memo, RwSignal},
    settings::use_words,
    words::Words,
};
use std::sync::Arc;
use visavis_corpus::{ArticleIx, Block, Entity, Kind, Role};
use visavis_search::{Hit, TermShare, snippet};
use visavis_text::Span;

/// About how many bytes of text a card shows.
const WIDTH: usize = 260;
/// How many names a card shows.
const CHIPS: usize = 6;

/// The card of the article called `id`.
pub fn card(id: &str) -> Option<Tag> {
    let words = use_words();
    let explorer = use_explorer();
    let article = explorer.with(|library| library.pack().find(id))?;
    let head = explorer.with(|library| library.head(article).cloned())?;
    let lang = head.language.value().map(|language| language.tag());
    let key = id.to_owned();
    let title = link("title", move || explorer.address.with(|address| address.read(&key).href()));
    let from = explorer.with(|library| provenance(library, &head));
    let chips = explorer.with(|library| chips(library, article));
    let found = Memo::new(move || Arc::new(found(explorer, article)));
    Some(
        tag("li")
            .set("class", "card")
            .set("data-article", id)
            .child(from)
            .child(
                tag("h2")
                    .set("dir", "auto")
                    .set_if("lang", lang)
                    .child(title.follow(move || title_marks(explorer, article, &found.get()))),
            )
            .child(pick_box(id, head.title.value().map(|title| (words.compare_article)(title))))
            .child(
                tag("p")
                    .set("class", "snippet")
                    .set("dir", "auto")
                    .set_if("lang", lang)
                    .follow(move || extract(&found.get())),
            )
            .child(chips)
            .child(why(explorer, article)),
    )
}

/// Why the article stands where it stands, to be opened; nothing where nothing is asked.
fn why(explorer: Explorer, article: ArticleIx) -> Tag {
    let words = use_words();
    let open = RwSignal::new(false);
    let rows = move || open.get().then(|| shares(explorer, words, article));
    tag("details")
        .set("class", "why")
        .hidden_when(move || explorer.query.with(|query| query.terms.is_empty()))
        .on("toggle", move |event| open.set(page::is_open(&event)))
        .child(tag("summary").child(words.why_title))
        .follow(rows)
}

/// What each term adds to the score, and what their closeness adds.
fn shares(explorer: Explorer, words: &'static Words, article: ArticleIx) -> Option<Tag> {
    let score = explorer
        .results
        .with(|results| results.found.iter().find(|found| found.article == article).map(|f| f.score))?;
    let library = explorer.library();
    let (rows, sum) = explorer.query.with(|query| {
        let shares = library.explain(query, article);
        let sum: f64 = shares.iter().map(|share| share.score).sum();
        let row = |share: &TermShare| {
            let place =
                |(role, count): &(Role, u32)| format!("{} {}", (words.role)(*role), words.number(*count as usize));
            let places: Vec<String> = share.parts.iter().map(place).collect();
            let term = query.terms.get(share.term)?.text.clone();
            Some(vec![
                tag("td").child(term),
                tag("td").child(places.join(", ")),
                tag("td").child(words.decimal(share.rarity)),
                tag("td").child(words.decimal(share.score)),
            ])
        };
        let rows: Vec<Tag> = shares.iter().filter_map(row).map(|cells| tag("tr").child(cells)).collect();
        (rows, sum)
    });
    let last = |name: &'static str, value: f64| {
        tag("tr")
            .child(tag("th").set("colspan", "3").set("scope", "row").child(name))
            .child(tag("td").child(words.decimal(value)))
    };
    let close = (score - sum > 0.05).then(|| last(words.why_close, score - sum));
    let heads: Vec<Tag> = words.why_heads.iter().map(|head| tag("th").set("scope", "col").child(*head)).collect();
    let table = tag("table")
        .child(tag("thead").child(tag("tr").child(heads)))
        .child(tag("tbody").child(rows).child(close).child(last(words.why_sum, score)));
    Some(tag("div").child(table).child(tag("p").set("class", "muted").child(words.why_how)))
}

/// The box that picks an article for comparison; `name` is what a screen reader says where the label alone is not enough.
pub fn pick_box(id: &str, name: Option<String>) -> Tag {
    let words = use_words();
    let explorer = use_explorer();
    let (shown, picked) = (id.to_owned(), id.to_owned());
    let input = tag("input")
        .set("type", "checkbox")
        .set("data-compare", "")
        .set("value", id)
        .set_if("aria-label", name)
        .ticked(move || explorer.picks.with(|picks| picks.contains(&shown)))
        .on("change", move |_| explorer.change(|address| address.toggle_pick(&picked)));
    tag("label").set("class", "check pick").child(input).child(words.compare_this)
}

/// The title with hits; where the title is not a block of the text, as it is described.
fn title_marks(explorer: Explorer, article: ArticleIx, (blocks, hits): &Found) -> Option<Tag> {
    let untitled = use_words().untitled;
    let title = explorer.with(|library| Some(library.head(article)?.title.value().cloned()))?;
    let described = title.unwrap_or_else(|| untitled.to_owned());
    let block = blocks.iter().position(|block| block.role == Role::Title && block.text == described);
    let marks = block.map_or_else(Vec::new, |block| painted(hits, block));
    Some(marked(&described, Span::new(0, described.len()), &marks))
}

/// The piece of text that shows why the article was found.
fn extract((blocks, hits): &Found) -> Option<[Option<Tag>; 3]> {
    let piece = snippet(blocks, hits, WIDTH)?;
    let block = piece.block as usize;
    let cut = |cut: bool| cut.then(|| tag("span").child("…"));
    let text = marked(&blocks.get(block)?.text, piece.span, &painted(hits, block));
    Some([cut(piece.cut_before), Some(text), cut(piece.cut_after)])
}

/// The blocks of an article, and where the query stands in them.
type Found = (Vec<Block>, Vec<Hit>);

fn found(explorer: Explorer, article: ArticleIx) -> Found {
    explorer.with(|library| {
        let hits = explorer.query.with(|query| library.hits(article, query));
        (library.pack().blocks(article).unwrap_or_default(), hits)
    })
}

fn painted(hits: &[Hit], block: usize) -> Vec<Painted> {
    let here = hits.iter().filter(|hit| hit.block as usize == block);
    here.map(|hit| Painted { span: hit.span, mark: Mark::Hit }).collect()
}

/// Whom and what the article names most often, by kind.
fn chips(library: &Library, article: ArticleIx) -> Option<Tag> {
    let whole = library.pack().article(article).ok()?;
    let rows = visavis_compare::compare_entities(std::slice::from_ref(&whole));
    let shown: Vec<&Entity> = rows
        .iter()
        .filter_map(|row| library.pack().entity(row.entity).filter(|entity| !entity.hide))
        .take(CHIPS)
        .collect();
    let of_kind = |kind: Kind| shown.iter().filter(move |entity| entity.kind == kind);
    let chip =
        |entity: &&Entity| tag("li").set("class", format!("mark {}", entity.kind.name())).child(entity.name.clone());
    let list: Vec<Tag> = Kind::ALL.into_iter().flat_map(of_kind).map(chip).collect();
    (!list.is_empty()).then(|| tag("ul").set("class", "chips").child(list))
}
