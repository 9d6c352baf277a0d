//! What the corpus is, whose the texts are, how the numbers come about, what was removed, and what can be taken away.

use super::{
    corrections::exporting,
    home::{another_corpus, facts},
};
use crate::{
    address::Address,
    browser::{fetch, page},
    explorer::{Explorer, use_explorer},
    library::Library,
    live::RwSignal,
    parts::{
        offline::take_along,
        provenance::provenance,
        sheet::quoted as cell,
        tag::{Tag, button, link, tag},
    },
    settings::use_words,
    words::Words,
};
use std::fmt::Write as _;
use visavis_corpus::{ClueKind, Head, Outlet, Role};
use visavis_text::counted;

/// About this corpus.
pub fn about() -> Tag {
    let words = use_words();
    let explorer = use_explorer();
    let library = explorer.library();
    let meta = library.pack().meta();
    let said: Vec<Tag> = facts(&library, words).into_iter().map(|fact| tag("li").child(fact)).collect();
    tag("div")
        .set("class", "page prose")
        .child(tag("h1").set("tabindex", "-1").child(words.about_corpus))
        .child(tag("p").child(tag("strong").child(meta.title.clone())))
        .child(tag("p").child(meta.description.clone()))
        .child(tag("ul").set("class", "facts").child(said))
        .child(another_corpus(words))
        .child(heading(words.about_rights, "rights"))
        .child(tag("p").child(meta.licence.clone()))
        .child(tag("p").child(words.about_removal))
        .child(outlets(&library, words))
        .child(heading(words.about_articles, "articles"))
        .child(articles(explorer, words))
        .child(heading(words.about_numbers, "numbers"))
        .child(how_computed(words))
        .child(heading(words.about_removed, "removed-parts"))
        .child(tag("p").child(words.about_removed_what))
        .child(removed(explorer, words))
        .child(heading(words.about_downloads, "downloads"))
        .child(downloads(explorer, words))
        .child(exporting(explorer, words))
        .child(take_along())
        .child(heading(words.about_privacy_title, "privacy"))
        .child(tag("p").child(words.about_privacy))
        .child(heading(words.about_scripts_title, "scripts"))
        .child(tag("p").child(words.about_scripts))
        .child(third_parties(words))
}

/// The programs of others that this one is made with. The list stands beside the page, which one file has not.
fn third_parties(words: &'static Words) -> Vec<Tag> {
    let list = (!page::is_one_file()).then(|| {
        let way = tag("a").set("href", "licences.txt").child("licences.txt");
        let parts = tag("a").set("href", "sbom.cdx.json").child("sbom.cdx.json");
        tag("p").child(words.about_third_parties).child(" ").child(way).child(" · ").child(parts)
    });
    let ours = tag("p").child(words.about_licence);
    vec![tag("h2").child(words.about_program)].into_iter().chain([ours]).chain(list).collect()
}

/// How each number comes about, a paragraph each.
fn how_computed(words: &'static Words) -> Vec<Tag> {
    let say = words.compare;
    let read = [words.about_search, words.why_how, words.about_entities, words.about_quotes, words.about_figures];
    let compared = [say.how_passages, say.how_copies, say.how_entities, say.how_names, say.how_voices, say.how_words];
    let more = [say.how_figures, say.how_days, say.how_overview, words.about_grounds];
    read.iter().chain(&compared).chain(&more).map(|how| tag("p").child(*how)).collect()
}

fn heading(said: &'static str, id: &'static str) -> Tag {
    tag("h2").set("id", id).child(said)
}

/// The sources, with what the keeper of the corpus says of them.
fn outlets(library: &Library, words: &'static Words) -> Option<Vec<Tag>> {
    let said = |value: Option<&String>| tag("td").child(value.map_or("–", String::as_str));
    let row = |outlet: &Outlet| {
        let count = library.pack().heads().iter().filter(|head| head.outlet.value() == Some(&outlet.id)).count();
        let web = outlet.url.as_ref().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
        let name = match web {
            Some(url) => tag("a").set("href", url).set("rel", "noopener noreferrer").child(outlet.name.clone()),
            None => tag("span").child(outlet.name.clone()),
        };
        tag("tr")
            .child(tag("th").set("scope", "row").child(name))
            .child(said(outlet.country.as_ref()))
            .child(said(outlet.kind.as_ref()))
            .child(said(outlet.owner.as_ref()))
            .child(tag("td").child(words.number(count)))
    };
    let rows: Vec<Tag> = library.pack().outlets().iter().map(row).collect();
    let table = scrolling(words.about_outlets, &words.outlet_heads, rows);
    let note = tag("p").set("class", "muted").child(words.about_outlets_ground);
    (!library.pack().outlets().is_empty()).then(|| vec![heading(words.about_outlets, "outlets"), table, note])
}

/// A table that scrolls by itself where the screen is narrower than it.
fn scrolling(name: &'static str, heads: &[&'static str], rows: Vec<Tag>) -> Tag {
    let heads: Vec<Tag> = heads.iter().map(|head| tag("th").set("scope", "col").child(*head)).collect();
    let table = tag("table").child(tag("thead").child(tag("tr").child(heads))).child(tag("tbody").child(rows));
    tag("div").set("class", "scroll").set("tabindex", "0").set("role", "region").set("aria-label", name).child(table)
}

/// Articles listed before one asks for all.
const FEW: usize = 50;

fn articles(explorer: Explorer, words: &'static Words) -> Tag {
    let all = RwSignal::new(false);
    let count = explorer.with(|library| library.pack().heads().len());
    let list = move || {
        let shown = if all.get() { count } else { FEW };
        let library = explorer.library();
        let rows: Vec<Tag> = library.pack().heads().iter().take(shown).map(|head| article(explorer, head)).collect();
        tag("ul").set("class", "plain").child(rows)
    };
    let more = button("button", move || all.set(true)).hidden_when(move || all.get() || count <= FEW);
    tag("div").follow(list).child(more.child((words.show_all)(count)))
}

fn article(explorer: Explorer, head: &Head) -> Tag {
    let title = head.title.value().cloned().unwrap_or_else(|| use_words().untitled.to_owned());
    let id = head.id.0.clone();
    let lang = head.language.value().map(|language| language.tag());
    let way = link("title", move || explorer.address.with(|address| address.read(&id).href()));
    tag("li").child(explorer.with(|library| provenance(library, head))).child(way.set_if("lang", lang).child(title))
}

/// How many blocks were set apart, as what and by which clue; counted when it is opened, since that reads every article.
fn removed(explorer: Explorer, words: &'static Words) -> Tag {
    let open = RwSignal::new(false);
    let table = move || open.get().then(|| explorer.with(|library| removed_table(library, words)));
    tag("details")
        .on("toggle", move |event| open.set(page::is_open(&event)))
        .child(tag("summary").child(words.removed_counts))
        .follow(table)
        .child(tag("ul").follow(move || open.get().then(|| removed_ways(explorer))))
}

fn removed_table(library: &Library, words: &'static Words) -> Tag {
    let mut kept_apart = vec![];
    for ix in library.pack().indices() {
        for block in library.pack().blocks(ix).unwrap_or_default().iter().filter(|block| !block.role.is_read()) {
            kept_apart.push((block.role, block.removed_by.as_ref().map(|clue| clue.kind)));
        }
    }
    let row = |((role, clue), count): ((Role, Option<ClueKind>), u32)| {
        let fate = if role.is_removed() { words.removed_because } else { words.around_the_text };
        tag("tr")
            .child(tag("th").set("scope", "row").child((words.role)(role)))
            .child(tag("td").child(clue.map_or("–", words.clue)))
            .child(tag("td").child(fate))
            .child(tag("td").child(words.number(count as usize)))
    };
    scrolling(words.removed_counts, &words.removed_heads, counted(kept_apart).into_iter().map(row).collect())
}

/// Each article with what was removed from it.
fn removed_ways(explorer: Explorer) -> Vec<Tag> {
    let library = explorer.library();
    let way = |head: &Head| {
        let id = head.id.0.clone();
        let href = move || explorer.address.with(|address| Address { removed: true, ..address.read(&id) }.href());
        tag("li").child(link("", href).child(head.file.clone()))
    };
    library.pack().heads().iter().take(FEW).map(way).collect()
}

fn downloads(explorer: Explorer, words: &'static Words) -> Tag {
    // One file holds its pack, and has none beside it.
    let pack = (!page::is_one_file()).then(|| {
        let name = fetch::pack_name();
        tag("li").child(tag("a").set("href", name.clone()).set("download", name).child(words.download_pack))
    });
    let list = button("button", move || {
        page::save("articles.csv", "text/csv", &explorer.with(csv));
    });
    tag("ul")
        .set("class", "plain")
        .child(pack)
        .child(tag("li").child(list.set("id", "save-articles").child(words.download_list)))
}

/// What is known of each article, a line each, with the ground of every value.
fn csv(library: &Library) -> String {
    let mut out =
        String::from("id,file,title,title ground,outlet,outlet ground,date,date ground,credit,language,words\n");
    for (head, ix) in library.pack().heads().iter().zip(library.pack().indices()) {
        let text = |value: Option<&String>| cell(value.map(String::as_str).unwrap_or_default());
        let date = head.date.value().map(ToString::to_string).unwrap_or_default();
        let language = head.language.value().map(|language| language.tag()).unwrap_or_default();
        let cells = [
            cell(&head.id.0),
            cell(&head.file),
            text(head.title.value()),
            cell(head.title.ground().name()),
            text(head.outlet.value()),
            cell(head.outlet.ground().name()),
            cell(&date),
            cell(head.date.ground().name()),
            text(head.credit.value()),
            cell(language),
            library.words(ix).to_string(),
        ];
        let _ = writeln!(out, "{}", cells.join(","));
    }
    out
}
