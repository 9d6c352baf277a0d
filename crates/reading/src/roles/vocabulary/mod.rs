//! What pages say around an article, in French and English: the words of their machinery, of agencies, of social networks.
//!
//! Phrases are folded words with single spaces. They are the vocabulary of publishing, never a sentence of one page. All of them stand
//! in one table, by topic and by first word, so that a line is looked up once, whatever the number of phrases.

mod press;
mod site;

pub(crate) use press::is_wire;
pub(super) use press::{is_agency, is_agency_glued};

use rustc_hash::FxHashMap;
use std::sync::LazyLock;
use visavis_text::{fold_into, words};

/// What a phrase belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// Labels of advertising.
    Advertising,
    /// Words beside which an advertisement stands.
    BesideAdvertising,
    /// The small print of a site.
    SmallPrint,
    /// What buttons for sharing say, word by word.
    Button,
    /// What a button, a menu or a player says: the whole line.
    Control,
    /// How a line of a button, a menu or a player begins.
    ControlOpening,
    /// What the head of a site is moved about with: what stands before it is not yet the article.
    Navigation,
    /// What a player says over the name of what it plays.
    Player,
    /// Asks that belong to a comment form whatever stands beside them.
    CommentForm,
    /// Words of a comment form where they stand in a short label.
    CommentLabel,
    /// What is counted beside an article: shares, comments, views.
    Counted,
    /// Asks to subscribe, follow or download; what stands before a paid text.
    Subscription,
    /// A reader who is told what to do: how a line begins that asks for something.
    Imperative,
    /// Words with which a page speaks of itself and to its reader.
    Address,
    /// Those of them that an author who tells of an own subscription does not use.
    Host,
    /// What a note under a text says that the text does not: it speaks of itself, of its site, of who reads.
    OwnPage,
    /// What a page has to offer: subscriptions, letters, applications.
    Offer,
    /// Headings over a list of other articles that closes a page.
    RelatedList,
    /// Words before one other article, or before a few.
    Related,
    /// Headings over keywords.
    Tags,
    /// Words of a line that says when and by whom.
    Byline,
    /// Words before the name of who wrote it.
    Signed,
    /// How a note begins that says what was changed in the text since.
    Amended,
    /// Months, French and English.
    Month,
    /// How a description of a medium goes on after its name.
    Presentation,
    /// What such a description speaks of.
    Press,
    /// Words that say that a line stands under a picture.
    Picture,
}

/// A phrase of the table where a line says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) topic: Topic,
    pub(super) phrase: &'static str,
    /// Number of words before it.
    pub(super) before: usize,
}

impl Found {
    /// How many words it has.
    pub(super) fn words(&self) -> usize {
        self.phrase.split(' ').count()
    }
}

/// The phrases that begin with a word: those of it alone, and the others by their second.
#[derive(Default)]
struct Phrases {
    alone: Vec<(&'static str, Topic)>,
    longer: FxHashMap<&'static str, Vec<(&'static str, Topic)>>,
}

/// Every phrase, by its first word.
static TABLE: LazyLock<FxHashMap<&'static str, Phrases>> = LazyLock::new(|| {
    let mut table: FxHashMap<&'static str, Phrases> = FxHashMap::default();
    for &(topic, phrases) in site::PHRASES.iter().chain(press::PHRASES) {
        for phrase in phrases {
            let mut words = phrase.split(' ');
            let begun = table.entry(words.next().unwrap_or(phrase)).or_default();
            match words.next() {
                Some(second) => begun.longer.entry(second).or_default().push((phrase, topic)),
                None => begun.alone.push((phrase, topic)),
            }
        }
    }
    table
});

/// The phrases that stand in `plain`, in order of their places.
pub(super) fn look_up(plain: &str) -> Vec<Found> {
    let (mut found, mut at) = (vec![], 1);
    let mut words = plain.split_ascii_whitespace().enumerate().peekable();
    while let Some((before, word)) = words.next() {
        if let Some(begun) = TABLE.get(word) {
            found.extend(begun.alone.iter().map(|&(phrase, topic)| Found { topic, phrase, before }));
            let longer = words.peek().and_then(|(_, second)| begun.longer.get(second));
            for &(phrase, topic) in longer.into_iter().flatten() {
                if plain[at..].strip_prefix(phrase).is_some_and(|rest| rest.starts_with(' ')) {
                    found.push(Found { topic, phrase, before });
                }
            }
        }
        at += word.len() + 1;
    }
    found
}

/// The folded words of `text` with single spaces, one before and one after.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    for word in words(text) {
        fold_into(word.text, &mut out);
        out.push(' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_phrase_is_written_as_it_is_looked_up() {
        for (_, phrases) in site::PHRASES.iter().chain(press::PHRASES) {
            for phrase in *phrases {
                assert_eq!(plain(phrase).trim(), *phrase);
            }
        }
    }

    #[test]
    fn no_phrase_stands_twice_in_a_topic() {
        for (topic, phrases) in site::PHRASES.iter().chain(press::PHRASES) {
            let once: BTreeSet<&str> = phrases.iter().copied().collect();
            assert_eq!(once.len(), phrases.len(), "{topic:?} counts a phrase twice");
        }
    }

    #[test]
    fn phrases_are_found_as_whole_words() {
        let found = look_up(&plain("Abonnez-vous à la newsletter !"));
        assert!(found.iter().any(|found| found.phrase == "abonnez vous" && found.before == 0));
        assert!(look_up(&plain("Désabonnez-vousment")).is_empty());
    }
}
