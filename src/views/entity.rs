//! One entity through the corpus: what each outlet calls it, where, when, and beside whom.

use super::{corrections::corrections, lost::nowhere};
use crate::{
    address::{Address, Choice, Facet, View},
    explorer::{Explorer, use_explorer},
    library::Library,
    live::RwSignal,
    parts::{
        article::place_link,
        graph::{AROUND, Neighbour, graph},
        marked::{Mark, Painted, marked},
        picture::{picture, shape},
        provenance::provenance,
        tag::{Tag, button, link, tag},
        timeline::timeline,
    },
    settings::use_words,
    words::Words,
};
use std::sync::Arc;
use visavis_compare::{CompanyRow, FormRow, MentionAt, Portrait, portrait};
use visavis_corpus::{Article, ArticleIx, Confidence, Entity, EntityIx, MentionRule};
use visavis_text::{Span, counted, distinct};

/// Rows of a table, and mentions, shown before one asks for all.
const FEW: usize = 12;
/// Bytes of text around a mention.
const CONTEXT: usize = 90;

/// The entity called `id`.
pub fn entity(id: &str) -> Tag {
    let words = use_words();
    let explorer = use_explorer();
    let library = explorer.library();
    let found = library.entity(id).and_then(|ix| Some((ix, library.pack().entity(ix)?.clone())));
    // One that the reader has hidden stays reachable by its address, so that it can be shown again.
    let corrected = library.corrections().of(id).is_some();
    let Some((ix, entity)) = found.filter(|(_, entity)| !entity.hide || corrected) else {
        return nowhere((words.no_such_entity)(id), None);
    };
    let indices: Vec<ArticleIx> = library.naming(ix);
    let articles: Vec<Article> = indices.iter().filter_map(|&ix| library.read(ix)).collect();
    let portrait = portrait(ix, &articles);
    let all = link("button", {
        let id = entity.id.clone();
        move || explorer.address.with(|address| only(address, &id).href())
    });
    let counts = format!("{} · {}", (words.mentions)(portrait.mentions.len()), (words.articles)(articles.len()));
    let others = others(words, &entity);
    let lit = indices.clone();
    let when = move || {
        let library = explorer.library();
        timeline(&library, &explorer.address.get(), lit.iter().copied())
    };
    tag("div")
        .set("class", "page wide entity")
        .child(tag("p").set("class", "muted").child((words.kind)(entity.kind)))
        .child(tag("h1").set("tabindex", "-1").child(entity.name.clone()))
        .child(others)
        .child(tag("p").child(counts).child(" ").child(all.child((words.articles_naming)(&entity.name))))
        .follow(when)
        .child(forms(&library, words, &portrait, &articles))
        .child(company(explorer, words, &entity, &portrait, &articles))
        .child(rules(words, &portrait, &articles))
        .child(mentions(explorer, words, &portrait, articles))
        .child(corrections(explorer, &entity))
}

/// The list of articles that name the entity.
fn only(address: &Address, id: &str) -> Address {
    Address { choices: vec![Choice::with(Facet::Entity, id)], ..address.reset().explore() }
}

/// Its other names and where else it is described.
fn others(words: &'static Words, entity: &Entity) -> Vec<Tag> {
    let names: Vec<&str> = entity.aliases.iter().chain(&entity.descriptions).map(String::as_str).collect();
    let (few, rest) = names.split_at(names.len().min(FEW));
    let also = (!few.is_empty()).then(|| {
        let more = (!rest.is_empty()).then(|| {
            let summary = tag("summary").child((words.show_all)(names.len()));
            tag("details").child(summary).child(tag("p").child(rest.join(", ")))
        });
        tag("div").set("class", "muted").child(tag("p").child((words.also_called)(&few.join(", ")))).child(more)
    });
    let outside = |address: &String| {
        let web = address.starts_with("https://") || address.starts_with("http://");
        web.then(|| {
            let way = tag("a").set("href", address).set("rel", "noopener noreferrer").child(address.clone());
            tag("p").child(way)
        })
    };
    also.into_iter().chain(entity.same_as.iter().filter_map(outside)).collect()
}

/// What it is called, by outlet.
fn forms(library: &Library, words: &'static Words, portrait: &Portrait, articles: &[Article]) -> Tag {
    let outlet = |article: &Article| library.outlet_of(&article.head).map_or(usize::MAX, |(at, _)| at);
    let of: Vec<usize> = articles.iter().map(outlet).collect();
    let columns = visavis_text::distinct(of.clone());
    let name = |at: &usize| {
        library.pack().outlets().get(*at).map_or(words.outlet_unknown, |outlet| outlet.name.as_str()).to_owned()
    };
    let heads: Vec<Tag> = columns.iter().map(|at| tag("th").set("scope", "col").child(name(at))).collect();
    let row = |row: &FormRow| {
        let count = |column: &usize| {
            row.counts.iter().zip(&of).filter(|(_, at)| *at == column).map(|(count, _)| *count).sum::<u32>()
        };
        let cell = |count: u32| {
            tag("td").set("class", if count == 0 { "zero" } else { "" }).child(words.number(count as usize))
        };
        let cells: Vec<Tag> = columns.iter().map(count).map(cell).collect();
        tag("tr").child(tag("th").set("scope", "row").child(row.form.clone())).child(cells)
    };
    let first = tag("th").set("scope", "col").child(words.form);
    let rows: Vec<Tag> = portrait.forms.iter().map(row).collect();
    section(words.forms_title, "forms").child(
        tag("div")
            .set("class", "scroll")
            .set("tabindex", "0")
            .set("role", "region")
            .set("aria-label", words.forms_title)
            .child(
                tag("table")
                    .child(tag("thead").child(tag("tr").child(first).child(heads)))
                    .child(tag("tbody").child(rows)),
            ),
    )
}

fn section(title: &'static str, id: &'static str) -> Tag {
    tag("section").set("id", id).child(tag("h2").child(title))
}

/// Who is named in the same paragraphs: a picture, and a table that says the same.
fn company(
    explorer: Explorer,
    words: &'static Words,
    entity: &Entity,
    portrait: &Portrait,
    articles: &[Article],
) -> Option<Tag> {
    let library = explorer.library();
    let known = |row: &CompanyRow| {
        let entity = library.pack().entity(row.entity).filter(|entity| !entity.hide)?;
        Some(Neighbour { ix: row.entity, entity, paragraphs: row.paragraphs })
    };
    let around: Vec<Neighbour<'_>> = portrait.company.iter().filter_map(known).take(AROUND).collect();
    let most = around.first()?.paragraphs;
    let row = |row: &CompanyRow| {
        let entity = library.pack().entity(row.entity).filter(|entity| !entity.hide)?;
        let share = i32::try_from(row.paragraphs * 1000 / most.max(1)).unwrap_or(1000);
        let bar = picture("amount", 8, vec![shape("rect").across("width", share).px("height", 8)]);
        Some(
            tag("tr")
                .child(tag("th").set("scope", "row").child(entity_page_link(explorer, entity)))
                .child(tag("td").child(words.number(row.paragraphs as usize)))
                .child(tag("td").child(bar))
                .child(tag("td").child(words.number(row.articles as usize))),
        )
    };
    let rows: Vec<Tag> = portrait.company.iter().filter_map(row).take(AROUND).collect();
    let heads = [words.named_with, words.in_paragraphs, "", words.in_articles]
        .map(|head| if head.is_empty() { tag("td") } else { tag("th").set("scope", "col").child(head) });
    let table = tag("table").child(tag("thead").child(tag("tr").child(heads))).child(tag("tbody").child(rows));
    let ties = together(articles, &around);
    let drawn = explorer.address.with_untracked(|address| graph(words, address, entity, &around, &ties));
    let both = tag("div").set("class", "company").child(table).child(drawn);
    Some(
        section(words.company_title, "company")
            .child(both)
            .child(tag("p").set("class", "muted").child(words.company_how)),
    )
}

/// In how many paragraphs two of `around` are named together.
fn together(articles: &[Article], around: &[Neighbour<'_>]) -> Vec<((EntityIx, EntityIx), u32)> {
    let mut pairs = vec![];
    for article in articles {
        let mentions = &article.marks.mentions;
        for paragraph in mentions.chunk_by(|a, b| a.block == b.block) {
            let named = paragraph.iter().filter_map(|mention| mention.entity);
            let here = distinct(named.filter(|ix| around.iter().any(|neighbour| neighbour.ix == *ix)).collect());
            for (at, a) in here.iter().enumerate() {
                pairs.extend(here[at + 1..].iter().map(|b| (*a, *b)));
            }
        }
    }
    counted(pairs)
}

/// Which rule recognised how many mentions, and how surely.
fn rules(words: &'static Words, portrait: &Portrait, articles: &[Article]) -> Tag {
    let how = |at: &MentionAt| {
        let mention = articles.get(at.article)?.marks.mentions.get(at.mention)?;
        Some((mention.rule, mention.confidence))
    };
    let counts = counted(portrait.mentions.iter().filter_map(how).collect());
    let row = |((rule, confidence), count): ((MentionRule, Confidence), u32)| {
        tag("tr")
            .child(tag("th").set("scope", "row").child((words.rule)(rule)))
            .child(tag("td").child(words.number(count as usize)))
            .child(tag("td").child(words.number(usize::from(confidence.in_percent()))))
    };
    let heads = words.rule_heads.map(|head| tag("th").set("scope", "col").child(head));
    let rows: Vec<Tag> = counts.into_iter().map(row).collect();
    let table = tag("table").child(tag("thead").child(tag("tr").child(heads))).child(tag("tbody").child(rows));
    let how = tag("p").set("class", "muted").child(words.rules_how);
    section(words.rules_title, "rules").child(table).child(how)
}

/// Every mention in its sentence, by article.
fn mentions(explorer: Explorer, words: &'static Words, portrait: &Portrait, articles: Vec<Article>) -> Tag {
    let all = RwSignal::new(false);
    let count = portrait.mentions.len();
    let places = portrait.mentions.clone();
    let articles = Arc::new(articles);
    let list = move || {
        let shown = if all.get() { count } else { FEW };
        grouped(explorer, words, &articles, &places[..shown.min(count)])
    };
    let more = button("button", move || all.set(true)).hidden_when(move || all.get() || count <= FEW);
    section(words.mentions_title, "mentions").follow(list).child(more.child((words.show_all)(count)))
}

fn grouped(explorer: Explorer, words: &'static Words, articles: &[Article], places: &[MentionAt]) -> Vec<Tag> {
    let library = explorer.library();
    let group = |places: &[MentionAt]| {
        let article = articles.get(places.first()?.article)?;
        let id = article.head.id.0.clone();
        let title = article.head.title.value().cloned().unwrap_or_else(|| words.untitled.to_owned());
        let lang = article.head.language.value().map(|language| language.tag());
        let way = link("title", move || explorer.address.with(|address| address.read(&id).href()));
        let lines: Vec<Option<Tag>> = places.iter().map(|at| line(explorer, words, article, at.mention)).collect();
        let head = tag("div")
            .child(provenance(&library, &article.head))
            .child(tag("h3").set_if("lang", lang).child(way.child(title)));
        Some(tag("section").child(head).child(tag("ul").set("class", "lines").set_if("lang", lang).child(lines)))
    };
    places.chunk_by(|a, b| a.article == b.article).filter_map(group).collect()
}

/// A mention with what stands around it, the way to it, and what recognised it.
fn line(explorer: Explorer, words: &'static Words, article: &Article, at: usize) -> Option<Tag> {
    let mention = article.marks.mentions.get(at)?;
    let block = mention.block as usize;
    let text = &article.blocks.get(block)?.text;
    let from = cut(text, mention.span.start().saturating_sub(CONTEXT), false);
    let to = cut(text, (mention.span.end() + CONTEXT).min(text.len()), true);
    let mark = Mark::Name { kind: mention.kind, entity: mention.entity, mention: at };
    let shown = marked(text, Span::new(from, to), &[Painted { span: mention.span, mark }]);
    let (before, after) = (if from > 0 { "…" } else { "" }, if to < text.len() { "…" } else { "" });
    let rule = tag("small").child(format!(" {}", (words.rule)(mention.rule)));
    Some(
        tag("li")
            .child(place_link(explorer, article, block))
            .child(" ")
            .child(before)
            .child(shown)
            .child(after)
            .child(rule),
    )
}

/// The boundary of a word near `at`.
fn cut(text: &str, at: usize, end: bool) -> usize {
    if at == 0 || at >= text.len() {
        return at.min(text.len());
    }
    let at = (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    if end {
        text[..at].rfind(char::is_whitespace).unwrap_or(at)
    } else {
        text[at..].find(char::is_whitespace).map_or(at, |space| at + space)
    }
}

/// An entity by its name: the way to its page.
pub fn entity_page_link(explorer: Explorer, entity: &Entity) -> Tag {
    let id = entity.id.clone();
    let href = move || explorer.address.with(|address| address.view(View::Entity(id.clone())).href());
    link(&format!("mark {}", entity.kind.name()), href).child(entity.name.clone())
}
