//! What a line looks like, before anybody asks what it says.

use super::vocabulary::plain;

/// The look of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// Its folded words with single spaces, one before and one after, so that ` mot ` is found as a word.
    pub(super) plain: String,
    /// How many words it has.
    pub(super) words: usize,
    /// Whether it closes like a sentence, closing quotation marks aside.
    pub(super) ends: bool,
    /// Whether a sentence ends inside it and another begins.
    pub(super) sentences: bool,
}

impl Shape {
    /// The look of `text`.
    pub(super) fn of(text: &str) -> Self {
        let plain = plain(text);
        let words = plain.split_ascii_whitespace().count();
        Self { words, ends: ends(text), sentences: has_sentence_break(text), plain }
    }

    /// A paragraph: closes like a sentence and is long enough to be one, or holds several.
    pub(super) const fn is_paragraph(&self) -> bool {
        (self.ends && self.words >= 8) || (self.sentences && self.words >= 20) || self.words >= 40
    }

    /// A heading: a few words that do not close like a sentence.
    pub(super) const fn is_heading(&self) -> bool {
        self.words >= 1 && self.words <= 25 && !self.ends && !self.sentences
    }

    /// Whether it contains `phrase`, given in folded words.
    pub(super) fn says(&self, phrase: &str) -> bool {
        let rest = self.plain.match_indices(phrase);
        rest.into_iter()
            .any(|(at, _)| self.plain[..at].ends_with(' ') && self.plain[at + phrase.len()..].starts_with(' '))
    }

    /// How many of `phrases` it contains.
    pub(super) fn count(&self, phrases: &[&str]) -> usize {
        phrases.iter().filter(|phrase| self.says(phrase)).count()
    }

    /// Whether it begins with `phrase`, given in folded words.
    pub(super) fn opens(&self, phrase: &str) -> bool {
        self.plain[1..].strip_prefix(phrase).is_some_and(|rest| rest.starts_with(' '))
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
    fn phrases_are_found_as_whole_words() {
        let shape = Shape::of("Abonnez-vous à la newsletter !");
        assert!(shape.says("abonnez vous") && shape.opens("abonnez vous"));
        assert!(!shape.says("news"));
    }
}
