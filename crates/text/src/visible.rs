//! Characters that are not seen and change what is seen: overrides of the writing direction, spaces of no width, controls.
//!
//! A name that holds one can pass for another name. They are shown by their number, as in `[U+202E]`; what is searched and copied keeps
//! them. The list follows Unicode Technical Report 36 and the default-ignorable characters, without those that honest text needs: soft
//! hyphens, variation selectors, and joiners between letters that join.

use std::borrow::Cow;
use std::fmt::Write as _;

/// `text` with every unseen character shown by its number.
pub fn visible(text: &str) -> Cow<'_, str> {
    let mut unseen = unseen(text).peekable();
    if unseen.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut from = 0;
    for (at, c) in unseen {
        out.push_str(&text[from..at]);
        out.push_str(&number(c));
        from = at + c.len_utf8();
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// Where the unseen characters of `text` begin, in bytes, and which they are.
pub fn unseen(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut before = ' ';
    text.char_indices().filter(move |&(_, c)| {
        let joins = before >= FIRST_JOINING;
        before = c;
        is_unseen(c) || (is_joiner(c) && !joins)
    })
}

/// How an unseen character is shown.
pub fn number(c: char) -> String {
    let mut shown = String::new();
    let _ = write!(shown, "[U+{:04X}]", c as u32);
    shown
}

/// Latin, Greek and Cyrillic letters come before this one, and need no joiner after them.
const FIRST_JOINING: char = '\u{590}';

const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

const fn is_unseen(c: char) -> bool {
    let plain = matches!(c, '\t' | '\n' | '\r');
    let control = matches!(c, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}') && !plain;
    let direction =
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}');
    let no_width =
        matches!(c, '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}');
    let blank_letter = matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}');
    let tag = matches!(c, '\u{e0000}'..='\u{e007f}');
    control || direction || no_width || blank_letter || tag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_shown_by_its_number() {
        for (text, expected) in [
            ("Alep\u{202e}gnp.exe", "Alep[U+202E]gnp.exe"),
            ("Pou\u{200b}tine", "Pou[U+200B]tine"),
            ("\u{feff}Alep\0", "[U+FEFF]Alep[U+0000]"),
            ("Al\u{200d}ep", "Al[U+200D]ep"),
            ("\u{2066}a\u{2069}", "[U+2066]a[U+2069]"),
        ] {
            assert_eq!(visible(text), expected);
        }
    }

    #[test]
    fn honest_text_stays_as_it_is() {
        for text in [
            "L’armée « progresse »\u{202f}: 4\u{a0}000 hommes.\n",
            "حلب",
            "می\u{200c}خواهم",
            "👩\u{200d}👩\u{200d}👧",
            "Regie\u{ad}rung",
            "",
        ] {
            assert!(matches!(visible(text), Cow::Borrowed(_)), "{text:?}");
        }
    }
}
