//! What the corpus is, whose the texts are, how the numbers come about.

use crate::{
    explorer::{Explorer, use_explorer},
    parts::{
        provenance::provenance,
        tag::{Tag, link, tag},
    },
    settings::use_words,
};
use leptos::prelude::*;
use visavis_corpus::Head;

/// About this corpus.
pub fn about() -> Tag {
    let words = use_words();
    let explorer = use_explorer();
    let library = explorer.library();
    let meta = library.pack().meta();
    let articles: Vec<Tag> = library.pack().heads().iter().map(|head| article(explorer, head)).collect();
    let section = |title: &'static str, paragraphs: &[&'static str]| {
        let paragraphs: Vec<Tag> = paragraphs.iter().map(|paragraph| tag("p").child(*paragraph)).collect();
        vec![vec![tag("h2").child(title)], paragraphs]
    };
    tag("div")
        .set("class", "page prose")
        .child(tag("h1").set("tabindex", "-1").child(words.about_corpus))
        .child(tag("p").child(tag("strong").child(meta.title.clone())))
        .child(tag("p").child(meta.description.clone()))
        .child(tag("h2").child(words.about_rights))
        .child(tag("p").child(meta.licence.clone()))
        .child(tag("h2").child(words.about_articles))
        .child(tag("ul").set("class", "plain").child(articles))
        .child(section(words.about_numbers, &[words.about_search, words.about_entities, words.about_grounds]))
        .child(section(words.about_privacy_title, &[words.about_privacy]))
        .child(section(words.about_scripts_title, &[words.about_scripts]))
}

fn article(explorer: Explorer, head: &Head) -> Tag {
    let title = head.title.value().cloned().unwrap_or_else(|| use_words().untitled.to_owned());
    let id = head.id.0.clone();
    let lang = head.language.value().map(|language| language.tag());
    let way = link("title", move || explorer.address.with(|address| address.read(&id).href()));
    tag("li").child(explorer.with(|library| provenance(library, head))).child(way.set_if("lang", lang).child(title))
}
