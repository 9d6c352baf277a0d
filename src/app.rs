//! The shell: what surrounds the views.

use crate::{
    address::View,
    ahead,
    browser::{api, page, slices},
    corrections::Corrections,
    explorer::{Explorer, use_explorer},
    keys,
    library::Opening,
    live::{Memo, RwSignal, effect},
    load::{LoadError, Loading, check, load},
    parts::{
        header::header,
        mark_card,
        offline::{follow_copy, update_offer},
        tag::{Tag, button, follow, tag},
    },
    settings::{Settings, use_words},
    views::{
        about::about, compare::compare, concordance::concordance, entity::entity, explore::explore, lost::lost,
        overview::overview, read::read,
    },
};
use leptos::{prelude::*, task::spawn_local};
use std::sync::{Arc, Mutex};

/// The whole page.
pub fn app() -> AnyView {
    let settings = Settings::provide();
    let loading = RwSignal::new(Loading::default());
    let owner = Owner::current();
    page::remove("boot-waiting");
    let opening = Arc::new(Mutex::new(Opening::new(Corrections::kept())));
    let typed = ahead::listen();
    let fail = move |error: LoadError| {
        api::fail(&error.message(settings.tongue.get_untracked().words()));
        loading.set(Loading::Failed(error));
    };
    let arriving = opening.clone();
    spawn_local(async move {
        match load(arriving, move |state| loading.set(state)).await {
            Ok(library) => {
                // Opening the corpus ended in a task; showing it is another, so that the page answers in between.
                page::later(move || {
                    api::publish(library.clone());
                    // The state belongs to the page, not to this task.
                    if let Some(owner) = owner {
                        owner.with(|| {
                            let explorer = Explorer::provide(library.clone());
                            ahead::ask(explorer, typed);
                            follow_copy();
                        });
                    }
                    loading.set(Loading::Ready);
                    check(library, fail);
                });
            }
            Err(error) => fail(error),
        }
    });
    let shown = follow(move || {
        let words = settings.tongue.get().words();
        match loading.get() {
            Loading::Ready => {
                ahead::hand_over_focus();
                instead(shell())
            }
            Loading::Failed(error) => instead(vec![failure(&error)]),
            Loading::Waiting => vec![progress(words.loading.to_owned(), None)],
            Loading::Arriving { done, all } => {
                let said = all.map_or_else(|| words.loading.to_owned(), |all| (words.loading_of)(done, all));
                vec![progress(said, all.map(|all| (done, all)))]
            }
            Loading::Opening { done, all } => vec![progress((words.articles_of)(done, all), Some((done, all)))],
        }
    });
    vec![shown, ahead::titles(settings, opening, typed, loading)].into_any()
}

/// What is shown in the place of what the page had before the program ran.
fn instead(shown: Vec<Tag>) -> Vec<Tag> {
    page::remove("boot");
    shown
}

/// The corpus is there: header, view, help.
fn shell() -> Vec<Tag> {
    let words = use_words();
    let explorer = use_explorer();
    let view = Memo::new(move || explorer.address.with(|address| address.view.clone()));
    let asked = mark_card::listen();
    keys::listen(explorer, asked);
    follow_title(explorer, view);
    follow_focus(view);
    count_ahead(explorer);
    effect(|| page::before_paint(|| page::mark("visavis-ready")));
    // A link to `#content` would change the address, which is the state.
    let skip = button("skip", || {
        page::focus("#content");
    });
    let shown = move || {
        // Taking out what has the focus has the browser lay out the page in between.
        page::let_go("#content");
        match view.get() {
            View::Explore => explore(),
            View::Read(id) => read(&id),
            View::Compare(ids) => compare(&ids),
            View::Entity(id) => entity(&id),
            View::Concordance(only) => concordance(only.as_deref()),
            View::Overview => overview(),
            View::About => about(),
            View::Lost(path) => lost(&path),
        }
    };
    vec![
        skip.child(words.skip),
        header(),
        update_offer(),
        tag("main").set("id", "content").set("tabindex", "-1").follow(shown),
        mark_card::mark_card(asked),
        keys::sheet(),
    ]
}

/// Counts the corpus as soon as an article is picked: what is picked will be compared.
fn count_ahead(explorer: Explorer) {
    let mut begun = false;
    effect(move || {
        let picked = explorer.picks.with(|picks| !picks.is_empty());
        if picked && !std::mem::replace(&mut begun, true) {
            let library = explorer.library();
            slices::bit_by_bit(Box::new(move || library.count_further()));
        }
    });
}

/// The title of the window says which view it is.
fn follow_title(explorer: Explorer, view: Memo<View>) {
    let words = use_words();
    effect(move || {
        let corpus = explorer.with(|library| library.pack().meta().title.clone());
        let here = view.with(|view| match view {
            View::Explore => None,
            View::Read(id) => explorer.with(|library| {
                let head = library.head(library.pack().find(id)?)?;
                Some(head.title.value().cloned().unwrap_or_else(|| words.untitled.to_owned()))
            }),
            View::Compare(_) => Some(words.compare_title.to_owned()),
            View::Entity(id) => explorer.with(|library| library.name(library.entity(id)?)),
            View::Concordance(_) => Some(words.concordance.to_owned()),
            View::Overview => Some(words.overview.to_owned()),
            View::About => Some(words.about.to_owned()),
            View::Lost(_) => Some(words.lost_title.to_owned()),
        });
        page::set_title(&here.map_or_else(|| corpus.clone(), |here| format!("{here} · {corpus}")));
    });
}

/// A new view takes the focus; the list gives it back to the article that one comes from. A field that is typed in keeps it.
fn follow_focus(view: Memo<View>) {
    let mut before = None;
    effect(move || {
        let now = view.get();
        if let Some(before) = before.replace(now.clone()).filter(|before| *before != now) {
            let list = now == View::Explore;
            page::before_paint(move || {
                let back = match before {
                    View::Read(id) if list => page::focus(&format!("[data-article=\"{}\"] a.title", quoted(&id))),
                    _ => false,
                };
                if !back && !page::has_focus("search") {
                    page::focus("main h1");
                }
            });
        }
    });
}

/// `id` inside the quotation marks of a selector.
fn quoted(id: &str) -> String {
    id.replace('\\', "\\\\").replace('"', "\\\"")
}

fn progress(said: String, done: Option<(usize, usize)>) -> Tag {
    let all = done.map_or(1, |(_, all)| all);
    let bar = tag("progress").set("max", all.to_string()).set_if("value", done.map(|(done, _)| done.to_string()));
    tag("section")
        .set("class", "arriving")
        .set("aria-label", use_words().loading)
        .child(tag("p").set("role", "status").child(said.clone()))
        .child(bar.set("aria-label", said))
}

fn failure(error: &LoadError) -> Tag {
    let words = use_words();
    let said = tag("div")
        .set("role", "alert")
        .child(tag("h1").child(words.failed_title))
        .child(tag("p").child(error.message(words)))
        .child(tag("p").child(words.failed_what_to_do));
    tag("main")
        .set("class", "notice")
        .set("id", "failure")
        .child(said)
        .child(button("button", page::reload).child(words.try_again))
}
