//! Every place where the query stands, line by line, aligned on it.

use super::lost::nowhere;
use crate::{
    address::{Address, Order, PAGE, View},
    browser::page,
    explorer::{Explorer, Step, use_explorer},
    library::Library,
    live::Memo,
    parts::{
        article::place_of,
        provenance::swatch,
        sheet::quoted,
        tag::{Tag, button, link, tag},
    },
    settings::use_words,
    words::Words,
};
use leptos::prelude::*;
use std::fmt::Write as _;
use visavis_corpus::ArticleIx;
use visavis_search::{Line, LineOrder};

/// Bytes of text on either side of the keyword.
const WIDTH: usize = 90;
/// Lines shown before one asks for more, for each [`PAGE`] of the list.
const LINES: usize = 4;

/// The lines of the article called `only`, or of all that the list has.
pub fn concordance(only: Option<&str>) -> Tag {
    let words = use_words();
    let explorer = use_explorer();
    if let Some(missing) = only.filter(|id| explorer.with(|library| library.pack().find(id).is_none())) {
        return nowhere(words.concordance.to_owned(), Some((words.no_such_article)(missing)));
    }
    let only = only.map(str::to_owned);
    let lines = Memo::new(move || found(explorer, only.as_deref()));
    let shown = Memo::new(move || explorer.address.with(|address| (PAGE + address.more) * LINES));
    let count = move || lines.with(|lines| (words.lines)(lines.len()));
    let more = button("button", move || {
        let next = explorer.address.with_untracked(|address| Address { more: address.more + PAGE, ..address.clone() });
        explorer.go(next, Step::Replace);
    });
    let save = button("button", move || {
        let csv = explorer.with(|library| lines.with_untracked(|lines| csv(library, words, lines)));
        page::save("concordance.csv", "text/csv", &csv);
    });
    let tools = tag("div")
        .set("class", "count-line")
        .child(tag("p").set("id", "count").set("role", "status").follow(count))
        .child(order_menu(explorer, words))
        .child(save.set("id", "save").hidden_when(move || lines.with(Vec::is_empty)).child(words.save_csv));
    tag("div")
        .set("class", "page wide concordance")
        .child(back(explorer, words))
        .child(tag("h1").set("tabindex", "-1").child(words.concordance))
        .child(tools)
        .follow(move || hint(explorer, words))
        .follow(move || table(explorer, words, &lines.get(), shown.get()))
        .child(more.hidden_when(move || lines.with(Vec::len) <= shown.get()).child(words.show_more_lines))
}

fn back(explorer: Explorer, words: &'static Words) -> Tag {
    let href = move || explorer.address.with(|address| address.explore().href());
    link("back", href).child("← ").child(words.back_to_results)
}

/// What to do where nothing is asked.
fn hint(explorer: Explorer, words: &'static Words) -> Option<Tag> {
    let asked = explorer.query.with(|query| !query.terms.is_empty());
    (!asked).then(|| tag("p").set("class", "hint").child(words.concordance_hint))
}

/// The lines; in the order of the text, the articles of one outlet stand together.
fn found(explorer: Explorer, only: Option<&str>) -> Vec<Line> {
    let order = explorer.address.with(|address| address.lines);
    let library = explorer.library();
    let listed = || {
        let found = explorer.results.with(|results| results.found.clone());
        library.in_order(found, Order::Outlet).into_iter().map(|found| found.article).collect()
    };
    let articles: Vec<ArticleIx> = only.map_or_else(listed, |id| library.pack().find(id).into_iter().collect());
    explorer.query.with(|query| library.concordance(query, &articles, order, WIDTH))
}

fn order_menu(explorer: Explorer, words: &'static Words) -> Tag {
    let now = move || explorer.address.with(|address| address.lines);
    let option = |order: LineOrder| {
        tag("option").set("value", order.name()).selected(move || now() == order).child((words.line_order)(order))
    };
    let menu = tag("select")
        .set("id", "lines")
        .on("change", move |event| {
            let lines = LineOrder::parse(&event_target_value(&event)).unwrap_or_default();
            explorer.change(|address| Address { lines, more: 0, ..address.clone() });
        })
        .child(LineOrder::ALL.map(option));
    tag("label").set("class", "order").child(words.order_label).child(" ").child(menu)
}

fn table(explorer: Explorer, words: &'static Words, lines: &[Line], shown: usize) -> Option<Tag> {
    let library = explorer.library();
    let row = |line: &Line| row(explorer, words, &library, line);
    let rows: Vec<Option<Tag>> = lines.iter().take(shown).map(row).collect();
    let heads: Vec<Tag> =
        words.concordance_heads.iter().map(|head| tag("th").set("scope", "col").child(*head)).collect();
    let head = tag("thead").set("class", "hidden").child(tag("tr").child(heads));
    (!lines.is_empty()).then(|| tag("table").set("class", "kwic").child(head).child(tag("tbody").child(rows)))
}

/// One line; its keyword leads to the passage.
fn row(explorer: Explorer, words: &'static Words, library: &Library, line: &Line) -> Option<Tag> {
    let head = library.head(line.article)?;
    let outlet = library.outlet_of(head);
    let lang = head.language.value().map(|language| language.tag());
    let place = place_of(&library.pack().blocks(line.article).ok()?, line.block as usize);
    let id = head.id.0.clone();
    let href = move || explorer.address.with(|address| Address { place: place.clone(), ..address.read(&id) }.href());
    let keyword = link("", href).child(tag("mark").set("class", "hit").child(line.keyword.clone()));
    let title = head.title.value().cloned().unwrap_or_else(|| words.untitled.to_owned());
    let name = outlet.map_or(words.outlet_unknown, |(_, outlet)| outlet.name.as_str()).to_owned();
    let side = |text: &str| tag("bdi").set_if("lang", lang).child(text.to_owned());
    let source = tag("td")
        .set("class", "from")
        .set("title", title)
        .child(swatch(outlet.map(|(at, outlet)| (at, outlet.name.as_str()))))
        .child(tag("span").child(name));
    Some(
        tag("tr")
            .child(tag("td").set("class", "left").child(side(&line.left)))
            .child(tag("th").set("scope", "row").set_if("lang", lang).child(keyword))
            .child(tag("td").set("class", "right").child(side(&line.right)))
            .child(source),
    )
}

/// The lines as comma-separated values (RFC 4180).
fn csv(library: &Library, words: &Words, lines: &[Line]) -> String {
    let mut out = words.concordance_heads.join(",");
    out.push_str(",id\r\n");
    for line in lines {
        let Some(head) = library.head(line.article) else { continue };
        let outlet = library.outlet_of(head).map_or(words.outlet_unknown, |(_, outlet)| outlet.name.as_str());
        for cell in [line.left.as_str(), &line.keyword, &line.right, outlet] {
            let _ = write!(out, "{},", quoted(cell));
        }
        let _ = write!(out, "{}\r\n", quoted(&head.id.0));
    }
    out
}

/// The way to the concordance of the query, where something is asked.
pub fn concordance_link(explorer: Explorer, only: Option<String>) -> Tag {
    let words = use_words();
    let href = move || {
        let address = explorer.address.get();
        Address { more: 0, ..address.view(View::Concordance(only.clone())) }.href()
    };
    link("button", href)
        .set("id", "concordance")
        .hidden_when(move || explorer.query.with(|query| query.terms.is_empty()))
        .child(words.concordance)
}
