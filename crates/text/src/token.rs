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

/// Whether a byte is a letter or a digit by itself, for each byte of ASCII: four of five bytes of a text are told by this alone.
static IS_LETTER: [bool; 128] = {
    let mut is_letter = [false; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        is_letter[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    is_letter
};

/// Where the characters of `text` that are inside a word end, from byte `at` on.
fn word_end(text: &str, at: usize) -> usize {
    run_end(text, at, true, is_word_char)
}

/// Where the next letter of `text` is, from byte `at` on; its length where there is none.
fn next_letter(text: &str, at: usize) -> usize {
    run_end(text, at, false, |c| !is_letter(c))
}

/// Where a run ends that goes on from byte `at`: over what is a letter of ASCII, or is none, as `letters` says, and over those of the other
/// characters that are `wanted`.
fn run_end(text: &str, mut at: usize, letters: bool, wanted: impl Fn(char) -> bool) -> usize {
    while let Some(&byte) = text.as_bytes().get(at) {
        at += match IS_LETTER.get(usize::from(byte)) {
            Some(&is_letter) if is_letter == letters => 1,
            Some(_) => break,
            None => match text[at..].chars().next() {
                Some(c) if wanted(c) => c.len_utf8(),
                _ => break,
            },
        }
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
pub const fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// The words of a text, in order. See [`words`].
#[derive(Clone, Debug)]
pub struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Words<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let from = next_letter(self.text, self.at);
        if from == self.text.len() {
            return None;
        }
        self.at = whole_word_end(self.text, from);
        Some(Token { text: &self.text[from..self.at], span: Span::new(from, self.at), kind: TokenKind::Word })
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let from = self.at;
        let first = *self.text.as_bytes().get(from)?;
        let word = IS_LETTER.get(usize::from(first)).copied().unwrap_or_else(|| next_letter(self.text, from) == from);
        let (kind, end) = if word {
            (TokenKind::Word, whole_word_end(self.text, from))
        } else {
            (TokenKind::Separator, next_letter(self.text, from))
        };
        self.at = end;
        Some(Token { text: &self.text[from..end], span: Span::new(from, end), kind })
    }
}

/// Where the word of `text` that begins at byte `from` ends, with what follows its apostrophe where both are one word.
fn whole_word_end(text: &str, from: usize) -> usize {
    let end = word_end(text, from);
    // Most words end at a space or a stop, which can be no apostrophe.
    match text.as_bytes().get(end) {
        Some(b'\'' | b'`' | 0x80..) if end - from <= LONGEST_HEAD => joined_end(text, from, end),
        _ => end,
    }
}

/// Where the word from byte `from` to `end` ends, if it goes on after an apostrophe.
#[inline(never)]
fn joined_end(text: &str, from: usize, end: usize) -> usize {
    let Some(apostrophe) = text[end..].chars().next().filter(|&c| is_apostrophe(c)) else { return end };
    let after = end + apostrophe.len_utf8();
    let tail = word_end(text, after);
    let joined = tail > after && next_letter(text, after) == after && is_whole(&text[from..end], &text[after..tail]);
    if joined { tail } else { end }
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
        fn words_are_the_tokens_that_are_no_separators(text in "\\PC{0,60}") {
            let among: Vec<Token<'_>> = tokens(&text).filter(|token| token.kind == TokenKind::Word).collect();
            prop_assert_eq!(words(&text).collect::<Vec<_>>(), among);
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
