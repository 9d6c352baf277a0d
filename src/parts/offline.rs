//! Taking the explorer along: the copy that the browser keeps, and the page as one file.

use super::tag::{Tag, button, tag};
use crate::{
    browser::{
        offline::{self, Kept},
        page,
    },
    live::{RwSignal, keep},
    settings::use_words,
};
use leptos::prelude::*;

/// How things stand with the copy, shared by the whole page.
#[derive(Clone, Copy, Debug)]
struct Copied(RwSignal<Kept>);

/// Begins to keep a copy and follows it.
pub fn follow_copy() {
    let state = RwSignal::new(Kept::default());
    provide_context(Copied(state));
    keep(offline::on_change(move |kept| state.set(kept)));
    offline::begin();
}

/// Says that a newer version is there, and offers it.
pub fn update_offer() -> Tag {
    let words = use_words();
    let state = expect_context::<Copied>().0;
    let newer = move || {
        (state.get() == Kept::Newer).then(|| {
            let take = button("button", offline::update).set("id", "update").child(words.update_take);
            tag("p").child(words.update_there).child(" ").child(take)
        })
    };
    tag("div")
        .set("class", "update")
        .set("role", "status")
        .hidden_when(move || state.get() != Kept::Newer)
        .follow(newer)
}

/// The part of the page about the corpus that offers it to be taken along. The page as one file has nothing more to offer.
pub fn take_along() -> Vec<Tag> {
    if page::is_one_file() {
        return vec![];
    }
    let words = use_words();
    let whole = tag("a").set("id", "one-file").set("href", "visavis.html").set("download", "visavis.html");
    let plain = tag("a").set("href", "articles/index.html");
    let mut parts = vec![
        tag("h2").child(words.along_title),
        tag("p").child(whole.child(words.along_one_file)).child(" ").child(words.along_one_file_how),
        tag("p").child(plain.child(words.along_plain)),
    ];
    if offline::can_be_kept() {
        let state = expect_context::<Copied>().0;
        let said = move || match state.get() {
            Kept::None => words.along_not_kept,
            Kept::Whole | Kept::Newer => words.along_kept,
        };
        let change = move || match state.get_untracked() {
            Kept::None => offline::keep(),
            Kept::Whole | Kept::Newer => offline::forget(),
        };
        let label = move || match state.get() {
            Kept::None => words.along_keep,
            Kept::Whole | Kept::Newer => words.along_forget,
        };
        let change = button("button", change).set("id", "offline").follow(label);
        parts.push(tag("p").child(tag("span").set("role", "status").follow(said)).child(" ").child(change));
    }
    parts
}
