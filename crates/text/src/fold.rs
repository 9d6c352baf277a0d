//! Which spellings count as the same: case, accents, ligatures, apostrophes, hyphens and spaces.

use crate::Span;
use std::borrow::Cow;

/// Base letters of U+00C0–U+024F, by code point: a letter, `+` for several ([`several`]), `.` for none (the character is lowered).
const LATIN: &[u8; 400] = b"aaaaaa+ceeeeiiiidnooooo.ouuuuy++aaaaaa+ceeeeiiiidnooooo.ouuuuy+y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii++jjkkqllllllllllnnnnnn.nnoooooo++rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
.................ff....i........oo.............uu...................+++++++++aaiioouuuuuuuuuu.aaaa++..ggkkoooo..j+++gg..nnaa++oo\
aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................";

/// Base letters of U+1E00–U+1EFF, likewise.
const LATIN_ADDITIONAL: &[u8; 256] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllll\
mmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s..+.\
aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// Letters that fold to more than one.
fn several(c: char) -> Option<&'static str> {
    Some(match c {
        'œ' | 'Œ' => "oe",
        'æ' | 'Æ' | 'ǽ' | 'Ǽ' | 'ǣ' | 'Ǣ' => "ae",
        'ß' | 'ẞ' => "ss",
        'þ' | 'Þ' => "th",
        'ĳ' | 'Ĳ' => "ij",
        'ǆ' | 'ǅ' | 'Ǆ' | 'ǳ' | 'ǲ' | 'Ǳ' => "dz",
        'ǉ' | 'ǈ' | 'Ǉ' => "lj",
        'ǌ' | 'ǋ' | 'Ǌ' => "nj",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// The one character that `c` folds to, where it is one.
fn single(c: char) -> Option<char> {
    let code = c as usize;
    let base = match code {
        0xC0..0x250 => LATIN[code - 0xC0],
        0x1E00..0x1F00 => LATIN_ADDITIONAL[code - 0x1E00],
        _ => {
            return match c {
                '’' | 'ʼ' | '‘' | '′' | '´' | '`' | 'ʹ' | '＇' => Some('\''),
                '\u{2010}' | '\u{2011}' => Some('-'),
                '\u{a0}' | '\u{202f}' | '\u{2000}'..='\u{200a}' | '\u{3000}' => Some(' '),
                _ => None,
            };
        }
    };
    base.is_ascii_alphabetic().then_some(base as char)
}

/// Characters that leave nothing behind: combining marks, soft hyphens, zero-width and direction marks.
fn vanishes(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Folds one character, handing each resulting character to `put`.
fn fold_char(c: char, put: &mut impl FnMut(char)) {
    if c.is_ascii() {
        put(c.to_ascii_lowercase());
    } else if vanishes(c) {
    } else if let Some(base) = single(c) {
        put(base);
    } else if let Some(letters) = several(c) {
        letters.chars().for_each(put);
    } else {
        // Lowering can leave a combining mark (`İ`), which vanishes as it would have in the source.
        c.to_lowercase().filter(|&l| !vanishes(l)).for_each(put);
    }
}

/// Appends the folded form of `text` to `out`.
pub fn fold_into(text: &str, out: &mut String) {
    // Most words have no accent.
    if text.is_ascii() {
        let start = out.len();
        out.push_str(text);
        out[start..].make_ascii_lowercase();
        return;
    }
    out.reserve(text.len());
    text.chars().for_each(|c| fold_char(c, &mut |folded| out.push(folded)));
}

/// Whether `word` is surely its own folded form, as most words are: it has small letters and digits of ASCII alone.
pub fn is_folded(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// The folded form of `word`, which is most often the word as it stands.
///
/// ```
/// assert_eq!(visavis_text::folded("pont"), "pont");
/// assert_eq!(visavis_text::folded("Été"), "ete");
/// ```
pub fn folded(word: &str) -> Cow<'_, str> {
    if is_folded(word) { Cow::Borrowed(word) } else { Cow::Owned(fold(word)) }
}

/// The form under which spellings meet: lower case, no accents, `œ` as `oe`, one apostrophe, one hyphen, ordinary spaces.
///
/// ```
/// assert_eq!(visavis_text::fold("L’Œuvre d’État"), "l'oeuvre d'etat");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// A folded text that remembers where each of its bytes came from.
#[derive(Clone, Debug)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, the first byte of its source character; then the source's length.
    starts: Vec<u32>,
    /// For each byte of `text`, one past its source character, with the vanishing characters that follow it.
    ends: Vec<u32>,
}

impl Folded {
    /// Folds `source`, keeping the map.
    pub fn new(source: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(source.len()), starts: Vec::new(), ends: Vec::new() };
        for (at, c) in source.char_indices() {
            let before = folded.text.len();
            fold_char(c, &mut |f| folded.text.push(f));
            let added = folded.text.len() - before;
            let end = (at + c.len_utf8()) as u32;
            if added == 0 {
                // A combining mark belongs to the letter before it.
                let owner = folded.starts.last().copied();
                for (start, stop) in folded.starts.iter().zip(folded.ends.iter_mut()).rev() {
                    if Some(*start) != owner {
                        break;
                    }
                    *stop = end;
                }
            }
            folded.starts.extend(std::iter::repeat_n(at as u32, added));
            folded.ends.extend(std::iter::repeat_n(end, added));
        }
        folded.starts.push(source.len() as u32);
        folded
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The span of the source that `span` (bytes of the folded text) came from: whole characters, with their combining marks.
    /// An end beyond the text is taken as the text's end.
    pub fn source(&self, span: Span) -> Span {
        let last = self.starts.len() - 1;
        let start = self.starts[span.start().min(last)] as usize;
        if span.is_empty() {
            return Span::new(start, start);
        }
        let end = match span.end().min(last) {
            0 => 0,
            end => self.ends[end - 1] as usize,
        };
        Span::new(start, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

    #[test]
    fn spellings_that_readers_take_for_the_same_meet() {
        for (a, b) in [
            ("État", "etat"),
            ("ALEP", "alep"),
            ("d’Alep", "d'alep"),
            ("dʼAlep", "d'alep"),
            ("cœur", "coeur"),
            ("Tartoûs", "tartous"),
            ("e\u{301}te\u{301}", "été"),
            ("eﬃcace", "efficace"),
            ("250\u{202f}000", "250 000"),
            ("al\u{2011}Assad", "al-assad"),
            ("gou\u{ad}verne", "gouverne"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} and {b}");
        }
    }

    #[test]
    fn the_tables_agree_with_unicode_decomposition() {
        for c in ('\u{c0}'..'\u{250}').chain('\u{1e00}'..'\u{1f00}').filter(|c| c.is_alphabetic()) {
            let expected: String = c.to_lowercase().nfd().filter(|&m| !is_combining_mark(m)).collect::<String>();
            if expected.chars().all(|e| e.is_ascii_alphabetic()) {
                assert_eq!(fold(&c.to_string()), expected, "{c} U+{:04X}", c as u32);
            }
        }
    }

    #[test]
    fn a_combining_mark_belongs_to_its_letter() {
        let folded = Folded::new("le\u{301}a");
        assert_eq!(folded.text(), "lea");
        assert_eq!(folded.source(Span::new(1, 2)), Span::new(1, 4));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC*") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn the_map_and_the_plain_fold_agree(text in "\\PC*") {
            let folded = Folded::new(&text);
            prop_assert_eq!(folded.text(), fold(&text));
        }

        #[test]
        fn folding_the_source_of_a_span_gives_the_span_back(text in "\\PC{0,40}", from in 0usize..40, len in 1usize..10) {
            let folded = Folded::new(&text);
            let chars: Vec<usize> = folded.text().char_indices().map(|(at, _)| at).chain([folded.text().len()]).collect();
            let start = chars[from.min(chars.len() - 1)];
            let end = chars[(from + len).min(chars.len() - 1)];
            let source = folded.source(Span::new(start, end));
            let found = fold(crate::slice(&text, source).expect("whole characters"));
            // A letter that folds to several comes back whole.
            prop_assert!(found.contains(&folded.text()[start..end]));
        }
    }
}
