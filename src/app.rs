//! The shell: what surrounds the views.

use crate::{
    address::View,
    browser::{api, page},
    explorer::{Explorer, use_explorer},
    keys::{self, KeySheet},
    load::{LoadError, Loading, load},
    parts::header::Header,
    settings::{Settings, use_words},
    views::{about::About, compare::Compare, explore::Explore, lost::Lost, read::Read},
};
use leptos::{html::main, prelude::*, task::spawn_local};

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let settings = Settings::provide();
    let loading = RwSignal::new(Loading::default());
    let owner = Owner::current();
    page::remove("boot");
    spawn_local(async move {
        match load(move |state| loading.set(state)).await {
            Ok(library) => {
                api::publish(library.clone());
                // The state belongs to the page, not to this task.
                if let Some(owner) = owner {
                    owner.with(|| Explorer::provide(library));
                }
                loading.set(Loading::Ready);
            }
            Err(error) => {
                api::fail(&error.message(settings.tongue.get_untracked().words()));
                loading.set(Loading::Failed(error));
            }
        }
    });
    move || {
        settings.tongue.track();
        match loading.get() {
            Loading::Ready => Shell().into_any(),
            Loading::Failed(error) => view! { <Failure error/> }.into_any(),
            Loading::Waiting => view! { <Progress done=0 all=None/> }.into_any(),
            Loading::Arriving { done, all } => view! { <Progress done all/> }.into_any(),
        }
    }
}

/// The corpus is there: header, view, help.
#[component]
fn Shell() -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let view = Memo::new(move |_| explorer.address.with(|address| address.view.clone()));
    keys::listen(explorer);
    follow_title(explorer, view);
    follow_focus(view);
    Effect::new(|| page::before_paint(|| page::mark("visavis-ready")));
    let shown = move || match view.get() {
        View::Explore => Explore().into_any(),
        View::Read(id) => view! { <Read id/> }.into_any(),
        View::Compare(ids) => view! { <Compare ids/> }.into_any(),
        View::About => About().into_any(),
        View::Lost(path) => view! { <Lost path/> }.into_any(),
    };
    view! {
        // A link to `#content` would change the address, which is the state.
        <button class="skip" on:click=|_| { page::focus("#content"); }>{words.skip}</button>
        <Header/>
        {main().id("content").attr("tabindex", "-1").child(shown)}
        <KeySheet/>
    }
}

/// The title of the window says which view it is.
fn follow_title(explorer: Explorer, view: Memo<View>) {
    let words = use_words();
    Effect::new(move || {
        let corpus = explorer.with(|library| library.pack().meta().title.clone());
        let here = view.with(|view| match view {
            View::Explore => None,
            View::Read(id) => explorer.with(|library| {
                let head = library.head(library.pack().find(id)?)?;
                Some(head.title.value().cloned().unwrap_or_else(|| words.untitled.to_owned()))
            }),
            View::Compare(_) => Some(words.compare_title.to_owned()),
            View::About => Some(words.about.to_owned()),
            View::Lost(_) => Some(words.lost_title.to_owned()),
        });
        page::set_title(&here.map_or_else(|| corpus.clone(), |here| format!("{here} · {corpus}")));
    });
}

/// A new view takes the focus; the list gives it back to the article that one comes from. A field that is typed in keeps it.
fn follow_focus(view: Memo<View>) {
    Effect::new(move |before: Option<View>| {
        let now = view.get();
        if let Some(before) = before.filter(|before| *before != now) {
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
        now
    });
}

/// `id` inside the quotation marks of a selector.
fn quoted(id: &str) -> String {
    id.replace('\\', "\\\\").replace('"', "\\\"")
}

#[component]
fn Progress(done: usize, all: Option<usize>) -> impl IntoView {
    let words = use_words();
    let said = all.map_or_else(|| words.loading.to_owned(), |all| (words.loading_of)(done, all));
    view! {
        <main class="notice" aria-busy="true">
            <p role="status">{said.clone()}</p>
            <progress max=all.unwrap_or(1).to_string() value=all.map(|_| done.to_string()) aria-label=said></progress>
        </main>
    }
}

#[component]
fn Failure(error: LoadError) -> impl IntoView {
    let words = use_words();
    view! {
        <main class="notice" id="failure" role="alert">
            <h1>{words.failed_title}</h1>
            <p>{error.message(words)}</p>
            <p>{words.failed_what_to_do}</p>
            <button class="button" on:click=|_| page::reload()>{words.try_again}</button>
        </main>
    }
}
