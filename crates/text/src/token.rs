//! Where words begin and end.
//!
//! A text is words and separators, alternating; together they are the text, byte for byte. A hyphen or an apostrophe separates
//! (`Alep-Est`, `d'Alep`), so that a part can be found; the whole is the same words side by side. The exceptions are the few French
//! words whose apostrophe is part of the spelling (`aujourd'hui`).

use crate::{Span, fold, is_apostrophe};

/// Whether a token is a word or what stands between words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters and digits.
    Word,
    /// Spaces and punctuation.
    Separator,
}

/// One word or one separator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// The token as it stands in the text.
    pub text: &'t str,
    /// Its bytes in the text that was cut.
    pub span: Span,
    /// Word or separator.
    pub kind: TokenKind,
}

/// Whether `c` can stand inside a word: letters, digits, and the marks that ride on them.
pub fn is_word_char(c: char) -> bool {
    is_letter(c) || is_rider(c)
}

/// Whether `c` is a letter or a digit. The library looks each up in tables; what French and English are written with is told at once.
fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '\u{a0}' | '«' | '»' | '×' | '÷' | '\u{2000}'..='\u{206f}' => false,
        '\u{c0}'..='\u{24f}' => true,
        _ => c.is_alphanumeric(),
    }
}

/// Bytes from the start of `text` to the first character that is not one of those `wanted`.
fn run(text: &str, wanted: impl Fn(char) -> bool) -> usize {
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        let c = if byte.is_ascii() { byte as char } else { text[at..].chars().next().unwrap_or_default() };
        if !wanted(c) {
            break;
        }
        at += c.len_utf8();
    }
    at
}

/// Marks that belong to the letter before them: combining accents, soft hyphen, joiners.
const fn is_rider(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// Words whose apostrophe does not separate, as (before, start of what follows), folded.
const WHOLE: &[(&str, &str)] = &[
    ("aujourd", "hui"),
    ("prud", "hom"),
    ("quelqu", "un"),
    ("presqu", "il"),
    ("entr", "ou"),
    ("entr", "ai"),
    ("o", ""),
];

/// Bytes of the longest head of [`WHOLE`], with room for an accent: longer words need not be folded.
const LONGEST_HEAD: usize = 8;
/// Bytes of the shortest head, `o` aside.
const SHORTEST_HEAD: usize = 4;

/// The tokens of a text, in order. See [`tokens`].
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

/// Cuts `text` into words and separators; concatenated, they are the text.
///
/// ```
/// let words: Vec<&str> = visavis_text::words("Aujourd’hui, l'est d’Alep-Est").map(|t| t.text).collect();
/// assert_eq!(words, ["Aujourd’hui", "l", "est", "d", "Alep", "Est"]);
/// ```
pub const fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0 }
}

/// The words of `text`, without the separators.
pub fn words(text: &str) -> impl Iterator<Item = Token<'_>> {
    tokens(text).filter(|token| token.kind == TokenKind::Word)
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let rest = &self.text[self.at..];
        let first = rest.chars().next()?;
        let (kind, len) = if is_letter(first) {
            (TokenKind::Word, word_len(rest))
        } else {
            (TokenKind::Separator, run(rest, |c| !is_letter(c)))
        };
        let span = Span::new(self.at, self.at + len);
        self.at += len;
        Some(Token { text: &rest[..len], span, kind })
    }
}

/// Length in bytes of the word that `rest` begins with.
fn word_len(rest: &str) -> usize {
    let len = run(rest, is_word_char);
    let Some(apostrophe) = rest[len..].chars().next().filter(|&c| is_apostrophe(c)) else { return len };
    let after = len + apostrophe.len_utf8();
    let tail = &rest[after..];
    if len <= LONGEST_HEAD && tail.starts_with(is_letter) && is_whole(&rest[..len], &tail[..run(tail, is_word_char)]) {
        after + run(tail, is_word_char)
    } else {
        len
    }
}

/// Whether `before'after` is one word.
fn is_whole(before: &str, after: &str) -> bool {
    // `l'`, `d'`, `qu'` are most of what stands before an apostrophe, and need not be folded.
    if before.len() < SHORTEST_HEAD && before.is_ascii() && !before.eq_ignore_ascii_case("o") {
        return false;
    }
    let (head, tail) = (fold(before), fold(after));
    WHOLE.iter().any(|(h, t)| head == *h && tail.starts_with(t) && (*h != "o" || after.starts_with(char::is_uppercase)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        words(text).map(|token| token.text).collect()
    }

    #[test]
    fn elision_separates() {
        assert_eq!(cut("l’ONU d'Alep qu'Alep s'est"), ["l", "ONU", "d", "Alep", "qu", "Alep", "s", "est"]);
    }

    #[test]
    fn some_words_keep_their_apostrophe() {
        assert_eq!(cut("aujourd'hui quelqu’un O'Brien"), ["aujourd'hui", "quelqu’un", "O'Brien"]);
    }

    #[test]
    fn hyphens_separate_parts() {
        assert_eq!(cut("Alep-Est, Al-Nosra"), ["Alep", "Est", "Al", "Nosra"]);
    }

    #[test]
    fn a_combining_accent_does_not_break_a_word() {
        assert_eq!(cut("e\u{301}te\u{301} fini"), ["e\u{301}te\u{301}", "fini"]);
    }

    #[test]
    fn letters_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphanumeric(), "U+{:04X}", c as u32);
        }
    }

    proptest! {
        #[test]
        fn tokens_put_together_are_the_text(text in "\\PC*") {
            let again: String = tokens(&text).map(|token| token.text).collect();
            prop_assert_eq!(again, text);
        }

        #[test]
        fn spans_name_their_tokens(text in "[a-zé'’ \\-.«»0-9]{0,60}") {
            for token in tokens(&text) {
                prop_assert_eq!(crate::slice(&text, token.span), Some(token.text));
            }
        }

        #[test]
        fn words_and_separators_alternate_but_for_neighbouring_words(text in "\\PC{0,60}") {
            let kinds: Vec<TokenKind> = tokens(&text).map(|token| token.kind).collect();
            prop_assert!(!kinds.windows(2).any(|pair| pair == [TokenKind::Separator, TokenKind::Separator]));
        }
    }
}
