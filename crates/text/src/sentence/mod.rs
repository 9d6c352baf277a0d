//! Where sentences begin and end, in French and English press text.
//!
//! A sentence ends at a line break (whoever joins wrapped lines does it before), or at a stop whose sequel looks like the start of
//! another, unless the word before is an abbreviation that says otherwise. Quotation marks and brackets belong to the sentence that
//! they close; `« … ? » a-t-il dit.` is one sentence, because a small letter follows; a quotation of several sentences is several.
//!
//! The rules of Unicode (UAX #29, as in `unicode-segmentation`) do not suit: they know no abbreviations and no initials (`M. | Lavrov`,
//! `J. | Kerry`, `U.S. | President`), take the space before a French closing mark for the end (`« Que faire ? | » a-t-il dit.`), and break
//! at every `?` and `!` whatever follows.
//!
//! One pass, left to right, looking at few bytes around each stop: the time is linear in the text.

mod abbreviation;
mod boundary;
mod sequel;
mod stop;

use crate::Span;
use boundary::{ends, ends_omitted};
use stop::{Open, Stop, is_mark};

/// The sentences of a text, in order. See [`sentences`].
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    text: &'t str,
    at: usize,
    /// Whether a straight quotation mark is open: quotations outlast sentences, but not lines.
    quote: bool,
}

/// Cuts `text` into sentences: spans in order that do not overlap, begin and end with no white space, and leave only white space out.
///
/// ```
/// let text = "« Que veut M. Assad ? » a-t-il demandé. Personne n’a répondu.";
/// let cut: Vec<&str> = visavis_text::sentences(text).filter_map(|span| visavis_text::slice(text, span)).collect();
/// assert_eq!(cut, ["« Que veut M. Assad ? » a-t-il demandé.", "Personne n’a répondu."]);
/// ```
pub const fn sentences(text: &str) -> Sentences<'_> {
    Sentences { text, at: 0, quote: false }
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let rest = &self.text[self.at..];
        let start = self.at + rest.find(|c: char| !c.is_whitespace())?;
        if rest[..start - self.at].contains(is_line_break) {
            self.quote = false;
        }
        self.at = self.end(start);
        Some(Span::new(start, start + self.text[start..self.at].trim_end().len()))
    }
}

impl Sentences<'_> {
    /// Where the sentence that starts at `start` ends.
    fn end(&mut self, start: usize) -> usize {
        let text = self.text;
        let first =
            text[start..].find(|c: char| c.is_alphanumeric() || is_line_break(c)).map_or(text.len(), |at| start + at);
        let mut open = Open { quote: self.quote, brackets: 0 };
        let mut at = start;
        while let Some((here, c)) = next_sign(text, at) {
            if is_line_break(c) {
                return here;
            }
            let ended;
            (at, ended) = pass(text, start, first, here, c, &mut open);
            if ended {
                self.quote = open.quote;
                return at;
            }
        }
        text.len()
    }
}

/// Passes the sign `c` at `here`, in the sentence that starts at `start` and whose first letter is at `first`: where to go on, and whether
/// the sentence ends there.
fn pass(text: &str, start: usize, first: usize, here: usize, c: char, open: &mut Open) -> (usize, bool) {
    let after = here + c.len_utf8();
    // A sentence has at least one letter.
    let begun = first < here;
    match c {
        '"' => open.quote = opens_quote(text, here, open.quote),
        ')' | ']' | '}' => open.brackets = open.brackets.saturating_sub(1),
        '(' | '[' | '{' => match omission(&text[here..]) {
            Some(len) => {
                let stop = Stop::omission(text, here, len, open);
                return (stop.end, begun && ends_omitted(text, &stop));
            }
            None => open.brackets += u32::from(begun),
        },
        _ => {
            let stop = Stop::read(text, here, open);
            return (stop.end, begun && ends(text, start, &stop));
        }
    }
    (after, false)
}

/// The next character at or after `from` that can matter to a sentence's end: marks, brackets, straight quotation marks, line breaks.
fn next_sign(text: &str, from: usize) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        if SIGNS[byte as usize] {
            let c = text[at..].chars().next()?;
            if byte.is_ascii() || is_mark(c) || is_line_break(c) {
                return Some((at, c));
            }
            at += c.len_utf8();
        } else {
            at += 1;
        }
    }
    None
}

/// The first bytes of the characters that [`next_sign`] looks for.
const SIGNS: [bool; 256] = {
    let mut signs = [false; 256];
    let firsts = b".!?\"()[]{}\n\r\x0b\x0c\xc2\xd8\xe2\xe3\xef";
    let mut at = 0;
    while at < firsts.len() {
        signs[firsts[at] as usize] = true;
        at += 1;
    }
    signs
};

/// Whether the straight quotation mark at `at` opens; where its surroundings do not tell, it opens if none is open.
fn opens_quote(text: &str, at: usize, open: bool) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + 1..].chars().next();
    let outside =
        |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '«' | '“' | '–' | '—'));
    match (outside(before), outside(after)) {
        (true, false) => true,
        (false, true) => false,
        _ => !open,
    }
}

/// The length of the omission mark (`[…]`, `(...)`) at the start of `text`.
fn omission(text: &str) -> Option<usize> {
    let inside = text.strip_prefix(['[', '('])?.trim_start_matches(is_space);
    let after = inside.trim_start_matches(['.', '…']);
    let dots = &inside[..inside.len() - after.len()];
    let end = after.trim_start_matches(is_space).strip_prefix([']', ')'])?;
    (dots.contains('…') || dots.len() > 1).then_some(text.len() - end.len())
}

/// White space within a line.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !is_line_break(c) || matches!(c, '\u{200b}' | '\u{feff}')
}

/// Characters after which a new line begins.
const fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
