//! What stays at the top: the corpus, the search, the comparison, the settings.

use crate::{
    address::SIDES,
    browser::page,
    explorer::use_explorer,
    keys,
    settings::{Settings, Theme, use_words},
};
use leptos::{prelude::*, web_sys::HtmlInputElement};

/// The bar at the top.
#[component]
pub fn Header() -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let (title, articles) =
        explorer.with(|library| (library.pack().meta().title.clone(), library.pack().heads().len()));
    let home = move || explorer.address.with(|address| address.reset().explore().href());
    view! {
        <header class="bar">
            <a class="home" href=home>{title}</a>
            <search class="search">
                <input
                    id="search"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    aria-label=words.search_label
                    placeholder=(words.search_in)(articles)
                    prop:value=move || explorer.address.with(|address| address.query.clone())
                    on:input:target=move |event| explorer.search(&typed(&event.target()))
                    on:change=move |_| explorer.settle()
                />
            </search>
            <nav class="tools">
                <ComparePicks/>
                <a class="button" id="about" href=move || explorer.address.with(|address| address.about().href())>
                    {words.about}
                </a>
                <LanguageButton/>
                <ThemeButton/>
                <button class="button" id="keys" title=words.help aria-label=words.help on:click=|_| keys::open()>"?"</button>
            </nav>
        </header>
    }
}

fn typed(field: &HtmlInputElement) -> String {
    field.value()
}

/// The way to the comparison: a link once two articles are picked, before that a word on what is missing.
#[component]
fn ComparePicks() -> impl IntoView {
    let words = use_words();
    let explorer = use_explorer();
    let picked = Memo::new(move |_| explorer.address.with(|address| address.picks.len()));
    let hint = move || match picked.get() {
        0 => Some(words.compare_choose_first),
        count if count < SIDES => Some(words.compare_choose_another),
        _ => None,
    };
    view! {
        <a
            class="button accent"
            id="compare-link"
            class:waiting=move || picked.get() < SIDES
            href=move || explorer.address.with(|address| address.compare().href())
            title=hint
        >
            {move || (words.compare_picks)(picked.get())}
        </a>
        <span class="hidden" role="status">{move || (picked.get() == 1).then_some(words.compare_choose_another)}</span>
    }
}

#[component]
fn LanguageButton() -> impl IntoView {
    let words = use_words();
    let settings = expect_context::<Settings>();
    let switch = move |_| {
        settings.set_tongue(words.tongue.other());
        // The page is drawn anew in the other language: the focus goes back to where it was.
        page::before_paint(|| {
            page::focus("#language");
        });
    };
    let other = words.tongue.other().tag();
    view! {
        <button class="button" id="language" lang=other title=words.language_switch aria-label=words.language_switch on:click=switch>
            {other.to_uppercase()}
        </button>
    }
}

#[component]
fn ThemeButton() -> impl IntoView {
    let words = use_words();
    let settings = expect_context::<Settings>();
    let name = move || match settings.theme.get() {
        Theme::Auto => words.theme_auto,
        Theme::Light => words.theme_light,
        Theme::Dark => words.theme_dark,
    };
    let sign = move || match settings.theme.get() {
        Theme::Auto => "◐",
        Theme::Light => "○",
        Theme::Dark => "●",
    };
    let next = move |_| settings.set_theme(settings.theme.get_untracked().next());
    view! { <button class="button" id="theme" title=name aria-label=name on:click=next>{sign}</button> }
}
