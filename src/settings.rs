//! What a reader sets for good: language, theme, and whether single letters act.

use crate::{
    browser::{page, storage},
    live::{RwSignal, effect},
    words::{Tongue, Words},
};
use leptos::prelude::*;

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        [Self::Auto, Self::Light, Self::Dark].into_iter().find(|theme| theme.name() == name)
    }

    /// The next one, round about.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }
}

/// The settings, shared by the whole page.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Language of the page.
    pub tongue: RwSignal<Tongue>,
    /// Theme.
    pub theme: RwSignal<Theme>,
    /// Whether single letters act.
    pub keys: RwSignal<bool>,
}

impl Settings {
    /// Reads what was kept, provides the settings to every view, and keeps each change.
    pub fn provide() -> Self {
        let kept = storage::get("language").and_then(|tag| Tongue::parse(&tag));
        let asked = || page::preferred_language().map(|tag| Tongue::parse(&tag).unwrap_or(Tongue::English));
        let settings = Self {
            tongue: RwSignal::new(kept.or_else(asked).unwrap_or_default()),
            theme: RwSignal::new(storage::get("theme").and_then(|name| Theme::parse(&name)).unwrap_or_default()),
            keys: RwSignal::new(storage::get("keys").is_none_or(|kept| kept != "off")),
        };
        provide_context(settings);
        effect(move || page::set_root("lang", Some(settings.tongue.get().tag())));
        effect(move || {
            let theme = settings.theme.get();
            page::set_root("data-theme", (theme != Theme::Auto).then(|| theme.name()));
        });
        settings
    }

    /// Changes the language for this and later visits.
    pub fn set_tongue(self, tongue: Tongue) {
        storage::set("language", tongue.tag());
        self.tongue.set(tongue);
    }

    /// Changes the theme for this and later visits.
    pub fn set_theme(self, theme: Theme) {
        storage::set("theme", theme.name());
        self.theme.set(theme);
    }

    /// Switches the single letters on or off, for this and later visits.
    pub fn set_keys(self, on: bool) {
        storage::set("keys", if on { "on" } else { "off" });
        self.keys.set(on);
    }
}

/// The catalogue of the language that is shown. A view is built anew when the language changes, so it need not follow it.
pub fn use_words() -> &'static Words {
    expect_context::<Settings>().tongue.get_untracked().words()
}
