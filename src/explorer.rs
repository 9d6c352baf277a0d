//! The state that the views share: the corpus, and the address that says what of it is shown.

use crate::{
    address::{Address, Choice, View},
    browser::{history, page},
    library::Library,
    live::{Memo, RwSignal, effect, keep},
};
use leptos::prelude::*;
use std::sync::Arc;
use visavis_search::{Query, Results};

/// How a change of state enters the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A deliberate step, to which "back" returns.
    Push,
    /// A change on the way, such as a letter typed.
    Replace,
}

/// The corpus, the address, and what follows from both.
#[derive(Clone, Copy, Debug)]
pub struct Explorer {
    library: RwSignal<Arc<Library>>,
    /// The state of the view. Change it by [`Explorer::go`], so that the history follows.
    pub address: Memo<Address>,
    entered: RwSignal<Address>,
    /// What is searched.
    pub query: Memo<Query>,
    /// What the list is narrowed to.
    pub choices: Memo<Vec<Choice>>,
    /// Articles picked for comparison, by id.
    pub picks: Memo<Vec<String>>,
    /// The answer to query and choices.
    pub results: Memo<Results>,
    /// Changes after the address and the results have, once the list is shown: what takes longer to draw follows this.
    pub settled: RwSignal<u32>,
    /// Between a change and the moment when it is settled: what is not on the screen can wait.
    pub hurried: RwSignal<bool>,
    /// The article that was read last.
    left: RwSignal<Option<String>>,
    typing: RwSignal<bool>,
}

impl Explorer {
    /// Begins at the address that the window shows, and follows it.
    pub fn provide(library: Arc<Library>) -> Self {
        let library = RwSignal::new(library);
        let entered = RwSignal::new(Address::parse(&history::hash()));
        let address = Memo::new(move || entered.get());
        let query = Memo::new(move || address.with(|address| Query::parse(&address.query)));
        let choices = Memo::new(move || address.with(|address| address.choices.clone()));
        let picks = Memo::new(move || address.with(|address| address.picks.clone()));
        let days = Memo::new(move || address.with(|address| address.days));
        let order = Memo::new(move || address.with(|address| address.order));
        let results = Memo::new(move || {
            let ask = |library: &Arc<Library>| {
                let results =
                    query.with(|query| choices.with(|choices| library.ask_within(query, choices, days.get())));
                Results { found: library.in_order(results.found, order.get()), ..results }
            };
            library.with_untracked(ask)
        });
        let (settled, hurried, typing) = (RwSignal::new(0_u32), RwSignal::new(true), RwSignal::new(false));
        let mut changed = false;
        effect(move || {
            address.track();
            results.track();
            // What follows this is drawn with the view at first.
            let before = std::mem::replace(&mut changed, true);
            page::before_paint(move || {
                page::later(move || {
                    hurried.set(false);
                    if before {
                        settled.update(|times| *times += 1);
                    }
                });
            });
        });
        let left = RwSignal::new(None);
        let explorer =
            Self { library, address, entered, query, choices, picks, results, settled, hurried, left, typing };
        provide_context(explorer);
        explorer.follow();
        explorer
    }

    /// The corpus.
    pub fn library(self) -> Arc<Library> {
        self.library.get_untracked()
    }

    /// Asks the corpus.
    pub fn with<T>(self, ask: impl FnOnce(&Library) -> T) -> T {
        self.library.with_untracked(|library| ask(library))
    }

    /// Goes to another state.
    pub fn go(self, next: Address, step: Step) {
        self.typing.set(false);
        self.enter(next, step);
    }

    /// Searches what is being typed: the first letter is a step, the following ones change it.
    pub fn search(self, typed: &str) {
        let now = self.address.get_untracked();
        let step = if self.typing.get_untracked() && now.view == now.searching(typed).view {
            Step::Replace
        } else {
            Step::Push
        };
        self.typing.set(true);
        self.enter(now.searching(typed), step);
    }

    /// What was typed is settled: the next letter is a step of its own.
    pub fn settle(self) {
        self.typing.set(false);
    }

    /// Applies `change` to the state, as a deliberate step.
    pub fn change(self, change: impl FnOnce(&Address) -> Address) {
        self.go(self.address.with_untracked(change), Step::Push);
    }

    fn enter(self, next: Address, step: Step) {
        let now = self.address.get_untracked();
        if next == now {
            return;
        }
        match step {
            Step::Push => history::push(&next.href()),
            Step::Replace => history::replace(&next.href()),
        }
        if self.show(next) {
            self.land();
        }
    }

    /// Shows another state; whether it is another view.
    fn show(self, next: Address) -> bool {
        let now = self.address.get_untracked();
        let elsewhere = next.view != now.view;
        if let View::Read(id) = now.view {
            self.left.set(Some(id));
        }
        self.hurried.set(true);
        self.entered.set(next);
        elsewhere
    }

    /// The article that was read last.
    pub fn left(self) -> Option<String> {
        self.left.get_untracked()
    }

    /// Follows links, back and forward, and remembers how far each view was scrolled.
    fn follow(self) {
        let arrive = move || {
            let next = Address::parse(&history::hash());
            if self.address.with_untracked(|now| *now != next) {
                self.typing.set(false);
                self.show(next);
                self.land();
            }
        };
        let listeners = (history::on_arrival(arrive), history::remember_scroll());
        keep(listeners);
        self.land();
    }

    /// Scrolls, before the page is painted, to where the entry was left; in one that was never left, to the paragraph that its address
    /// names, to the first place in the text where the query stands, or to the top.
    pub fn land(self) {
        let reads = self.address.with_untracked(|address| matches!(address.view, View::Read(_)));
        page::before_paint(move || match history::remembered_scroll() {
            Some(y) => page::scroll_to(y),
            None if page::scroll_to_id(TARGET) => {}
            None => {
                page::scroll_to(0.0);
                if reads {
                    page::step_mark(&[HITS_IN_TEXT], true);
                }
            }
        });
    }
}

/// The beginning of each hit in the paragraphs of an article.
const HITS_IN_TEXT: &str = "article .text-of p [data-hit]";

/// The id of the paragraph that the address names has this as an alias: an element inside it.
pub const TARGET: &str = "target";

/// The state that the views share.
pub fn use_explorer() -> Explorer {
    expect_context()
}
