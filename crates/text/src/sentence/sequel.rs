//! The sequel: what stands after a stop, and whether it looks like the start of a sentence.

use super::abbreviation::is_starter;
use super::stop::is_mark;
use super::{is_line_break, is_space, omission};

/// What comes after a stop, past spaces, dashes and opening marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sequel<'t> {
    /// The end of the line or of the text, or something that only starts sentences: an address, `[…]`, a hash tag.
    Fresh,
    /// Something that continues the sentence: a small letter, a comma.
    Continued,
    /// A number.
    Digit,
    /// A capital; the word it begins, and whether an apostrophe follows the word.
    Capital(&'t str, bool),
}

/// More letters than any word that begins sentences has.
const LONGEST: usize = 20;

/// Arabic articles, which keep their small letter at the start of a sentence.
const ARTICLES: &[&str] = &["ad-", "al-", "an-", "ar-", "as-", "ash-", "at-", "az-", "el-", "es-"];

/// Marks that open, and dashes, asterisks and dots that begin a line of a list or of a dialogue.
const fn opens(c: char) -> bool {
    matches!(
        c,
        '«' | '“'
            | '„'
            | '‹'
            | '"'
            | '('
            | '['
            | '{'
            | '\''
            | '‘'
            | '’'
            | '¿'
            | '¡'
            | '-'
            | '–'
            | '—'
            | '•'
            | '·'
            | '*'
            | '_'
    )
}

/// Signs that no sentence begins with.
const fn continues(c: char) -> bool {
    is_mark(c) || matches!(c, ',' | ';' | ':' | ')' | ']' | '}' | '»' | '›' | '”' | '&' | '=' | '%' | '+')
}

impl<'t> Sequel<'t> {
    /// Reads what stands at the start of `rest`, the text after a stop.
    pub(super) fn read(rest: &'t str) -> Self {
        let rest = rest.trim_start_matches(is_space);
        if let Some(len) = omission(rest) {
            let closes = rest[len..].trim_start_matches(is_space).starts_with(continues);
            return if closes { Self::Continued } else { Self::Fresh };
        }
        let word = rest.trim_start_matches(|c| is_space(c) || opens(c));
        let Some(first) = word.chars().next().filter(|&c| !is_line_break(c)) else { return Self::Fresh };
        if first.is_numeric() {
            Self::Digit
        } else if first.is_lowercase() {
            read_low(word)
        } else if first.is_uppercase() {
            let letters = first_word(word);
            Self::Capital(letters, word[letters.len()..].starts_with(crate::is_apostrophe))
        } else if is_mark(first)
            || matches!(first, ',' | ';' | ':' | ')' | ']' | '}' | '»' | '›' | '”' | '&' | '=' | '%' | '+')
        {
            Self::Continued
        } else {
            Self::Fresh
        }
    }

    /// Whether this begins a sentence rather than a name.
    pub(super) fn is_starter(self, strict: bool) -> bool {
        match self {
            Self::Capital(word, elided) => is_starter(word, elided, strict),
            Self::Fresh => true,
            Self::Continued | Self::Digit => false,
        }
    }

    /// Whether this is a number, in digits or in Roman capitals, or the letter of a numbering (`art. L. 123`).
    pub(super) fn is_number(self) -> bool {
        match self {
            Self::Digit => true,
            Self::Capital(word, elided) => !elided && (is_roman(word) || word.len() == 1 && !matches!(word, "A" | "I")),
            Self::Fresh | Self::Continued => false,
        }
    }
}

/// Whether `word` is a number in Roman capitals.
pub(super) fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.len() <= 6 && word.bytes().all(|b| b"IVXLCDM".contains(&b))
}

/// The letters at the start of `text`, no more than a starter has.
pub(super) fn first_word(text: &str) -> &str {
    let end = text.char_indices().enumerate().find(|&(count, (_, c))| count == LONGEST || !c.is_alphabetic());
    end.map_or(text, |(_, (at, _))| &text[..at])
}

/// Reads a `word` with a small letter: some start sentences with it (`al-Assad`, `iPhone`, an address).
fn read_low(word: &str) -> Sequel<'_> {
    let article = ARTICLES.iter().find(|&&article| word.starts_with(article));
    let name = article.map_or(word, |article| &word[article.len()..]);
    let capital = |name: &str| name.starts_with(char::is_uppercase);
    if ["http://", "https://", "www."].iter().any(|scheme| word.starts_with(scheme)) {
        Sequel::Fresh
    } else if article.is_some() && capital(name) || capital(&word[first_len(word)..]) {
        Sequel::Capital(first_word(word), false)
    } else {
        Sequel::Continued
    }
}

/// The length of the first character of `word`.
fn first_len(word: &str) -> usize {
    word.chars().next().map_or(0, char::len_utf8)
}
