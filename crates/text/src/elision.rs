//! Elision: the short words that lose their vowel before another word.

use crate::fold;

/// Whether `c` is one of the characters used as an apostrophe.
pub const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '′' | '´' | '`' | '＇')
}

/// Whether `word` (without its apostrophe) is a French word in its elided form, as in `d'Alep`, `qu'il`, `lorsqu'une`.
///
/// ```
/// assert!(visavis_text::elides("Qu") && visavis_text::elides("d"));
/// assert!(!visavis_text::elides("aujourd"));
/// ```
pub fn elides(word: &str) -> bool {
    word.len() <= 8
        && matches!(
            fold(word).as_str(),
            "l" | "d" | "j" | "m" | "t" | "s" | "n" | "c" | "qu" | "jusqu" | "lorsqu" | "puisqu" | "quoiqu"
        )
}
