//! What a reader may correct of an entity, for this browser; and the way to hand it to the keeper of the corpus.

use crate::{
    browser::page,
    corrections::{Correction, Corrections},
    explorer::Explorer,
    live::RwSignal,
    parts::tag::{Tag, button, tag},
    settings::use_words,
    words::Words,
};
use leptos::prelude::*;
use visavis_corpus::{Entity, Kind};

/// Hide it, say that it is of another kind, or the same as another.
pub fn corrections(explorer: Explorer, entity: &Entity) -> Tag {
    let words = use_words();
    let library = explorer.library();
    let now = library.corrections().of(&entity.id);
    let id = entity.id.clone();
    let hide = button("button", move || correct(explorer, &id, Some(Correction::Hide))).set("id", "correct-hide");
    let undo = now.map(|now| {
        let id = entity.id.clone();
        let said = match now {
            Correction::Hide => words.corrected_hidden.to_owned(),
            Correction::Retype(kind) => (words.corrected_kind)((words.kind)(*kind)),
            Correction::Merge(into) => {
                let name = library.entity(into).and_then(|ix| library.pack().entity(ix)).map(|into| into.name.clone());
                (words.corrected_merged)(&name.unwrap_or_else(|| into.clone()))
            }
        };
        let undo = button("button", move || correct(explorer, &id, None)).set("id", "correct-undo").child(words.undo);
        tag("p").child(said).child(" ").child(undo)
    });
    let tools = tag("div")
        .set("class", "corrections")
        .child(hide.child(words.correct_hide))
        .child(kind_menu(explorer, words, entity))
        .child(merge_menu(explorer, words, entity));
    tag("section")
        .set("id", "corrections")
        .child(tag("h2").child(words.correct_title))
        .child(tag("p").set("class", "muted").child(words.correct_what))
        .child(undo)
        .child(tools)
        .child(exporting(explorer, words))
}

fn kind_menu(explorer: Explorer, words: &'static Words, entity: &Entity) -> Tag {
    let kind = entity.kind;
    let option = |kind: Kind| (kind.name().to_owned(), (words.kind)(kind).to_owned());
    let others = Kind::ALL.into_iter().filter(|other| *other != kind).map(option).collect();
    menu(explorer, words.correct_kind, "correct-kind", entity, others, |kind| Kind::parse(kind).map(Correction::Retype))
}

fn merge_menu(explorer: Explorer, words: &'static Words, entity: &Entity) -> Tag {
    let library = explorer.library();
    let others = library.pack().entities().iter().filter(|other| other.id != entity.id && !other.hide);
    let others: Vec<&Entity> = others.filter(|other| other.kind == entity.kind).collect();
    let sorted = visavis_text::ordered_by(others, |other| visavis_text::fold(&other.name));
    let options = sorted.into_iter().map(|other| (other.id.clone(), other.name.clone())).collect();
    menu(explorer, words.correct_merge, "correct-merge", entity, options, |id| Some(Correction::Merge(id.to_owned())))
}

/// A menu and a button that does what is chosen in it: a choice alone changes nothing.
fn menu(
    explorer: Explorer,
    label: &'static str,
    name: &'static str,
    entity: &Entity,
    options: Vec<(String, String)>,
    what: fn(&str) -> Option<Correction>,
) -> Tag {
    let words = use_words();
    let chosen = RwSignal::new(options.first().map(|(value, _)| value.clone()).unwrap_or_default());
    let none = options.is_empty();
    let option = |(value, said): (String, String)| tag("option").set("value", value).child(said);
    let select = tag("select")
        .set("id", name)
        .on("change", move |event| chosen.set(event_target_value(&event)))
        .child(options.into_iter().map(option).collect::<Vec<_>>());
    let id = entity.id.clone();
    let act = button("button", move || {
        if let Some(correction) = chosen.with_untracked(|chosen| what(chosen)) {
            correct(explorer, &id, Some(correction));
        }
    });
    tag("p")
        .set_if("hidden", none.then_some(""))
        .child(tag("label").child(label).child(" ").child(select))
        .child(" ")
        .child(act.set("aria-label", format!("{label}: {}", words.apply)).child(words.apply))
}

/// Keeps a correction and opens the corpus anew with it.
fn correct(explorer: Explorer, id: &str, correction: Option<Correction>) {
    explorer.library().corrections().clone().with(id, correction).keep();
    page::reload();
}

/// How many corrections there are, the fragment to save, and the way back to none.
pub fn exporting(explorer: Explorer, words: &'static Words) -> Option<Tag> {
    let library = explorer.library();
    let count = library.corrections().len();
    let save = move || {
        let library = explorer.library();
        let entities = library.pack().entities();
        let toml = library.corrections().to_toml(entities, words.correct_intro, words.correct_take_out);
        page::save("entities.toml", "application/toml", &toml);
    };
    let forget = || {
        Corrections::default().keep();
        page::reload();
    };
    (count > 0).then(|| {
        tag("p")
            .set("class", "corrections")
            .child((words.corrections)(count))
            .child(button("button", save).set("id", "correct-save").child(words.correct_save))
            .child(button("button", forget).set("id", "correct-forget").child(words.correct_forget))
    })
}
