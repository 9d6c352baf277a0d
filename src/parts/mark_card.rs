//! The card about a mark: who or what is named, how often, and how that was recognised; whose words a quote is.

use super::tag::{Tag, tag};
use crate::{
    browser::{
        hover::{self, Aim},
        page,
    },
    explorer::{Explorer, use_explorer},
    live::{RwSignal, effect, keep},
    settings::use_words,
    views::entity::entity_page_link,
    words::Words,
};
use visavis_corpus::{Marks, Mention, Quote};

const CARD: &str = "mark-card";

/// The mark that a card is shown about; put in the context by [`mark_card`].
#[derive(Clone, Copy, Debug)]
pub struct Asked(RwSignal<Option<Aim>>);

impl Asked {
    /// Puts the card away. False where there is none.
    pub fn close(self) -> bool {
        let shown = self.0.with_untracked(Option::is_some);
        if shown {
            self.0.set(None);
        }
        shown
    }
}

/// Begins to follow pointer and focus, for as long as the view that calls it is shown.
pub fn listen() -> Asked {
    let asked = Asked(RwSignal::new(None));
    let listeners = hover::follow(CARD, move |aim| {
        if asked.0.with_untracked(|now| *now != aim) {
            asked.0.set(aim);
        }
    });
    keep(listeners);
    asked
}

/// The card; hidden until a mark is asked about.
pub fn mark_card(asked: Asked) -> Tag {
    let explorer = use_explorer();
    // Another view has other marks.
    effect(move || {
        explorer.address.with(|address| drop(address.view.clone()));
        asked.close();
    });
    effect(move || {
        if asked.0.with(Option::is_some) {
            page::before_paint(|| hover::place(CARD));
        }
    });
    tag("div")
        .set("id", CARD)
        .set("role", "status")
        .hidden_when(move || asked.0.with(Option::is_none))
        .follow(move || asked.0.get().and_then(|aim| about(explorer, use_words(), &aim)))
}

fn about(explorer: Explorer, words: &'static Words, aim: &Aim) -> Option<Vec<Tag>> {
    let library = explorer.library();
    let marks = library.marks(library.pack().find(&aim.article)?)?;
    let mention = aim.mention.and_then(|at| marks.mentions.get(at));
    let quote = aim.quote.and_then(|at| marks.quotes.get(at));
    let mut rows = mention.map(|mention| of_mention(explorer, words, &marks, mention, &aim.text)).unwrap_or_default();
    rows.extend(quote.map(|quote| of_quote(explorer, words, quote)));
    Some(rows)
}

fn of_mention(explorer: Explorer, words: &'static Words, marks: &Marks, mention: &Mention, text: &str) -> Vec<Tag> {
    let library = explorer.library();
    let entity = mention.entity.and_then(|ix| Some((ix, library.pack().entity(ix).filter(|entity| !entity.hide)?)));
    let name = match entity {
        Some((_, entity)) => entity_page_link(explorer, entity),
        None => tag("span").set("class", format!("mark {}", mention.kind.name())).child(text.to_owned()),
    };
    let head = tag("p").child(name).child(format!(" · {}", (words.kind)(mention.kind)));
    let counts = match entity {
        Some((ix, _)) => {
            let here = marks.mentions.iter().filter(|other| other.entity == Some(ix)).count();
            (words.named_counts)(here, library.naming(ix).len())
        }
        None => words.no_entity.to_owned(),
    };
    let mut rule = (words.rule)(mention.rule).to_owned();
    if let Some(file) = marks.import(mention) {
        rule.push_str(" (");
        rule.push_str(file);
        rule.push(')');
    }
    let how = (words.recognised_by)(&rule, mention.confidence.in_percent());
    let metonym = mention.metonym.then(|| tag("p").child(words.metonym));
    let small = |said: String| tag("p").set("class", "muted").child(said);
    [head, small(counts), small(how)].into_iter().chain(metonym).collect()
}

fn of_quote(explorer: Explorer, words: &'static Words, quote: &Quote) -> Tag {
    let library = explorer.library();
    let entity = quote.speaker.as_ref().and_then(|speaker| speaker.entity);
    let known = entity.and_then(|ix| library.pack().entity(ix)).filter(|entity| !entity.hide);
    let who = match (known, &quote.speaker) {
        (Some(entity), _) => entity_page_link(explorer, entity),
        (None, Some(_)) => tag("span").child(words.speaker_in_text),
        (None, None) => tag("span").child(words.unattributed),
    };
    tag("p").child(format!("{} · ", (words.quote_mode)(quote.mode))).child(who)
}
