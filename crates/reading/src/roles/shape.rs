//! What a line looks like, before anybody asks what it says.

use super::vocabulary::{Found, Topic, look_up, plain};
use crate::language::Votes;

/// The look of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// Its folded words with single spaces, one before and one after, so that ` mot ` is found as a word.
    pub(super) plain: String,
    /// How many words it has.
    pub(super) words: usize,
    /// What its words say of its language.
    pub(super) votes: Votes,
    /// Whether it closes like a sentence, closing quotation marks aside.
    pub(super) ends: bool,
    /// Whether a sentence ends inside it and another begins.
    pub(super) sentences: bool,
    /// What it says of the vocabulary of publishing; nothing where it is longer than anything that belongs to a page's machinery.
    pub(super) found: Vec<Found>,
}

/// Nothing that stands around an article has more words.
const MAX_WORDS: usize = 120;

impl Shape {
    /// The look of `text`.
    pub(super) fn of(text: &str) -> Self {
        let plain = plain(text);
        let votes = Votes::of(&plain);
        let words = votes.words as usize;
        let found = if words <= MAX_WORDS { look_up(&plain) } else { vec![] };
        Self { words, votes, ends: ends(text), sentences: has_sentence_break(text), found, plain }
    }

    /// A paragraph: closes like a sentence and is long enough to be one, or holds several.
    pub(super) const fn is_paragraph(&self) -> bool {
        (self.ends && self.words >= 8) || (self.sentences && self.words >= 20) || self.words >= 40
    }

    /// A heading: a few words that do not close like a sentence.
    pub(super) const fn is_heading(&self) -> bool {
        self.words >= 1 && self.words <= 25 && !self.ends && !self.sentences
    }

    /// The phrases of `topic` that it says.
    pub(super) fn found(&self, topic: Topic) -> impl Iterator<Item = &Found> {
        self.found.iter().filter(move |found| found.topic == topic)
    }

    /// Whether it says a phrase of `topic`.
    pub(super) fn has(&self, topic: Topic) -> bool {
        self.found(topic).next().is_some()
    }

    /// How many phrases of `topic` it says, each counted once.
    pub(super) fn count(&self, topic: Topic) -> usize {
        let mut phrases: Vec<&str> = self.found(topic).map(|found| found.phrase).collect();
        phrases.sort_unstable();
        phrases.dedup();
        phrases.len()
    }

    /// The number of words of the longest phrase of `topic` with which it begins.
    pub(super) fn opens(&self, topic: Topic) -> Option<usize> {
        self.found(topic).filter(|found| found.before == 0).map(Found::words).max()
    }

    /// Whether it is a phrase of `topic` and nothing else.
    pub(super) fn is(&self, topic: Topic) -> bool {
        self.opens(topic) == Some(self.words)
    }
}

fn closes_quotation(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '»' | '”' | '’' | '\'' | ')' | ']')
}

fn ends(text: &str) -> bool {
    text.trim_end_matches(closes_quotation).ends_with(['.', '!', '?', '…', ':', ';'])
}

fn has_sentence_break(text: &str) -> bool {
    text.match_indices(['.', '!', '?', '…']).any(|(at, mark)| {
        let rest = text[at + mark.len()..].trim_start_matches(closes_quotation);
        let spaced = rest.len() < text.len() - at - mark.len();
        let begins =
            rest.trim_start_matches(['«', '"', '“', '\u{a0}', '\u{202f}', ' ', '[']).starts_with(char::is_uppercase);
        // `M. Lavrov`, `J. Kerry`: one letter before the stop abbreviates.
        let letters = text[..at].chars().rev().take_while(|c| c.is_alphanumeric()).take(2).count();
        spaced && begins && (mark != "." || letters > 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_alone_on_its_line_is_a_heading() {
        assert!(Shape::of("« Il faut tout faire pour que les combats cessent »").is_heading());
        assert!(Shape::of("Le président \"disposé à venir lorsqu'il se sentira à l'aise\"").is_heading());
        assert!(!Shape::of("« Il faut tout faire pour que les combats cessent. »").is_heading());
    }

    #[test]
    fn an_abbreviated_name_does_not_end_a_sentence() {
        assert!(!Shape::of("M. Lavrov et J. Kerry à Genève").sentences);
        assert!(Shape::of("Il l'a dit. Moscou aussi").sentences);
    }

    #[test]
    fn a_line_opens_with_the_longest_phrase() {
        let shape = Shape::of("Partager cet article sur Facebook");
        assert_eq!(shape.opens(Topic::ControlOpening), Some(2));
        assert!(!shape.is(Topic::Control) && Shape::of("Partager cet article").is(Topic::Control));
    }
}
