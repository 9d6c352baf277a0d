//! Two to four articles face to face: the shell around the lenses, one file each.

mod context;
mod copies;
mod entities;
mod export;
mod facing;
mod figures;
mod glance;
mod names;
mod passages;
mod sides;
mod together;
mod voices;
mod wording;

use super::lost::nowhere;
use crate::{
    address::{LEAST_SIDES, SIDES, View},
    browser::{
        page,
        slices::{self, Turns},
    },
    explorer::{Explorer, use_explorer},
    lens::Lens,
    live::RwSignal,
    parts::{
        kinds::{hidden_kinds, kind_toggles},
        provenance::provenance,
        tag::{Tag, button, follow, link, tag},
    },
    settings::use_words,
};
use facing::Facing;
use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;
use visavis_compare::Comparison;
use visavis_corpus::{Article, ArticleIx, Kind};

/// The articles called `ids`.
pub fn compare(ids: &[String]) -> Tag {
    let words = use_words();
    let explorer = use_explorer();
    if let Some(missing) = ids.iter().find(|id| explorer.with(|library| library.pack().find(id).is_none())) {
        return nowhere(words.compare_title.to_owned(), Some((words.no_such_article)(missing)));
    }
    let choose = |why: &str| nowhere(words.compare_title.to_owned(), Some(why.to_owned()));
    match ids {
        [] => choose(words.compare_none),
        [_] => choose(words.compare_one),
        _ => face_to_face(explorer, &ids[..ids.len().min(SIDES)], hints(ids)),
    }
}

/// How long a comparison may take, in milliseconds, before the page says that it takes a while.
const AT_ONCE: f64 = 20.0;

/// The articles called `ids`, as soon as they are compared.
fn face_to_face(explorer: Explorer, ids: &[String], hints: Vec<String>) -> Tag {
    let words = use_words();
    let found = RwSignal::new(None::<Arc<Comparison>>);
    set_side_by_side(explorer, ids, found);
    let shown = move || match found.get() {
        Some(comparison) => faced(&Facing::new(explorer, comparison), hints.clone()),
        None => tag("p")
            .set("id", "comparing")
            .set("class", "hint page")
            .set("role", "status")
            .child(words.compare.comparing),
    };
    tag("div").child(tag("h1").set("class", "hidden").set("tabindex", "-1").child(words.compare_title)).follow(shown)
}

/// Compares articles for as long as the view is shown: at once where that is soon done, else in turns.
fn set_side_by_side(explorer: Explorer, ids: &[String], found: RwSignal<Option<Arc<Comparison>>>) {
    page::mark("visavis-comparing");
    let library = explorer.library();
    let indices: Vec<ArticleIx> = ids.iter().filter_map(|id| library.pack().find(id)).collect();
    let mut comparing = None;
    let begun = RwSignal::new(false);
    let mut step = move || {
        if found.is_over() {
            return false;
        }
        // To read long articles is a step by itself.
        let Some(under_way) = &mut comparing else {
            comparing = Some(library.comparing(&indices));
            return true;
        };
        if library.compare_further(under_way) {
            return true;
        }
        page::mark("visavis-compared");
        found.set(comparing.take().map(|comparing| Arc::new(comparing.done())));
        // Where the view was there before its texts, nothing could be scrolled to yet.
        if begun.get_untracked() {
            explorer.land();
        }
        false
    };
    if slices::for_a_while(&mut step, AT_ONCE) {
        begun.set(true);
        spawn_local(async move {
            // What was done at once has had the turn at hand.
            page::turn().await;
            Turns::new().take(step).await;
        });
    }
}

/// What is odd about the choice of articles.
fn hints(ids: &[String]) -> Vec<String> {
    let words = use_words();
    let twice = ids.iter().take(SIDES).enumerate().any(|(at, id)| ids[..at].contains(id));
    let surplus = (ids.len() > SIDES).then(|| (words.compare_too_many)(ids.len()));
    surplus.into_iter().chain(twice.then(|| words.compare_same.to_owned())).collect()
}

fn faced(facing: &Facing, mut hints: Vec<String>) -> Tag {
    let hidden = hidden_kinds();
    let lens = facing.lens;
    if facing.comparison.mixes_languages() {
        hints.push(facing.say.mixed_languages.to_owned());
    }
    let hints: Vec<Tag> = hints.into_iter().map(|said| tag("p").set("class", "hint page").child(said)).collect();
    let panel = {
        let facing = facing.clone();
        follow(move || panel(&facing, lens.get()))
    };
    let evidence = {
        let facing = facing.clone();
        follow(move || passages::evidence(&facing))
    };
    let shown = together::keep(facing);
    tag("div")
        .set("class", "compare")
        .set("data-count", facing.count().to_string())
        .live("data-hide", move || Some(hidden()))
        .live("data-shown", move || Some(shown.get().to_string()))
        .live("data-lens", move || Some(lens.get().name().to_owned()))
        .child(hints)
        .child(heads(facing))
        .child(glance::glance(facing))
        .child(lens_bar(facing))
        .child(tag("div").set("class", "panel").child(panel))
        .child(switch(facing, shown))
        .child(sides::sides(facing))
        .child(evidence)
        .child(export::export(facing))
}

/// What the lens says above the texts.
fn panel(facing: &Facing, lens: Lens) -> Tag {
    match lens {
        Lens::Passages => passages::panel(facing),
        Lens::Copies => copies::panel(facing),
        Lens::Entities => entities::panel(facing),
        Lens::Names => names::panel(facing),
        Lens::Voices => voices::panel(facing),
        Lens::Words => wording::panel(facing),
        Lens::Figures => figures::panel(facing),
    }
}

/// The articles' titles and where they come from.
fn heads(facing: &Facing) -> Tag {
    let words = facing.words;
    let head = |(at, article): (usize, &Article)| {
        let head = &article.head;
        let id = head.id.0.clone();
        let explorer = facing.explorer;
        let title = link("title", move || explorer.address.with(|address| address.read(&id).href()));
        let lang = head.language.value().map(|language| language.tag());
        tag("header")
            .set("data-head", at.to_string())
            .child(provenance(&facing.library, head))
            .child(tag("h2").set_if("lang", lang).child(title.child(facing.title(at))))
            .child(tag("p").set("class", "muted").child((words.word_count)(facing.comparison.lengths[at])))
    };
    let all: Vec<Tag> = facing.comparison.articles.iter().enumerate().map(head).collect();
    let swap = (facing.count() == LEAST_SIDES).then(|| swap_link(facing.explorer));
    tag("div").set("class", "heads").child(all).child(swap)
}

/// Exchanges the sides.
fn swap_link(explorer: Explorer) -> Tag {
    let words = use_words();
    let href = move || {
        let mut swapped = explorer.address.get();
        if let View::Compare(ids) = &mut swapped.view {
            ids.truncate(SIDES);
            ids.reverse();
        }
        swapped.href()
    };
    link("button", href).set("id", "swap").set("title", words.swap).set("aria-label", words.swap).child("⇄")
}

/// The lenses, and how the texts are shown.
fn lens_bar(facing: &Facing) -> Tag {
    let (explorer, say, lens) = (facing.explorer, facing.say, facing.lens);
    let way = |to: Lens| {
        let href = move || explorer.address.with(|address| address.looking(|look| *look = look.through(to)).href());
        link("button lens-link", href)
            .set("data-lens", to.name())
            .live("aria-current", move || (lens.get() == to).then(|| "true".to_owned()))
            .child((say.lens)(to))
    };
    let bar = tag("nav").set("class", "lenses").set("aria-label", say.lenses).child(Lens::ALL.map(way));
    let look = facing.look;
    let together = tag("input")
        .set("type", "checkbox")
        .set("id", "together")
        .ticked(move || look.with(|look| !look.apart))
        .on("change", move |event| {
            let on = event_target_checked(&event);
            explorer.change(|address| address.looking(|look| look.apart = !on));
        });
    let articles = &facing.comparison.articles;
    let kinds: Vec<Kind> = Kind::ALL
        .into_iter()
        .filter(|kind| articles.iter().flat_map(|article| &article.marks.mentions).any(|m| m.kind == *kind))
        .collect();
    let marks = move || matches!(lens.get(), Lens::Entities | Lens::Names);
    tag("div")
        .set("class", "lens")
        .child(bar)
        .child(tag("label").set("class", "check together").child(together).child(say.scroll_together))
        .follow(move || marks().then(|| kind_toggles(kinds.clone())))
}

/// On a narrow screen one text is shown at a time.
fn switch(facing: &Facing, shown: RwSignal<usize>) -> Tag {
    let words = facing.words;
    let one = |at: usize| {
        let name = format!("{} · {}", (words.side)(at + 1), facing.name(at));
        let facing = facing.clone();
        button("button toggle", move || together::switch(&facing, shown, at))
            .pressed(move || shown.get() == at)
            .child(name)
    };
    tag("div")
        .set("class", "switch")
        .set("role", "group")
        .set("aria-label", words.compare_title)
        .child((0..facing.count()).map(one).collect::<Vec<_>>())
}
