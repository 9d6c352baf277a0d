//! A stop: the marks that can end a sentence, with what they close.

use super::{is_line_break, is_space};

/// How strongly the marks of a stop speak for an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strength {
    /// One full stop: perhaps an abbreviation, a number, an address.
    Dot,
    /// Suspension points: perhaps in the middle of a sentence.
    Ellipsis,
    /// Question and exclamation marks.
    Strong,
}

/// A run of marks and the quotation marks and brackets that close on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop {
    /// First byte of the first mark.
    pub(super) start: usize,
    /// One past the last mark or closing character.
    pub(super) end: usize,
    /// What the marks are, taken together.
    pub(super) strength: Strength,
    /// Whether something closes after the marks.
    pub(super) closed: bool,
    /// Whether a bracket opened in mid-sentence closes after the last mark: `(sic !)`.
    pub(super) aside: bool,
}

/// What is open where the stop stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Open {
    /// A straight quotation mark, which looks the same at both ends.
    pub(super) quote: bool,
    /// Brackets opened in mid-sentence.
    pub(super) brackets: u32,
}

pub(super) const fn is_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '؟' | '。' | '！' | '？')
}

const fn is_strong(c: char) -> bool {
    is_mark(c) && !matches!(c, '.' | '…' | '。')
}

impl Stop {
    /// Reads the stop whose first mark is at `start`, closing in `open` what it closes.
    pub(super) fn read(text: &str, start: usize, open: &mut Open) -> Self {
        let mut stop = Self { start, end: start, strength: Strength::Dot, closed: false, aside: false };
        loop {
            stop.marks(text);
            if !stop.closers(text, open) || !text[stop.end..].starts_with(is_mark) {
                return stop;
            }
            stop.aside = false;
        }
    }

    /// Reads the omission mark of `len` bytes at `start` as a stop.
    pub(super) fn omission(text: &str, start: usize, len: usize, open: &mut Open) -> Self {
        let mut stop = Self { start, end: start + len, strength: Strength::Ellipsis, closed: false, aside: false };
        stop.closers(text, open);
        stop
    }

    /// Takes the marks at the end of the stop. French sets a space before `!` and `?`, so a space does not part them.
    fn marks(&mut self, text: &str) {
        let mut count = 0;
        loop {
            let rest = &text[self.end..];
            let spaced = rest.trim_start_matches(is_space);
            let Some(c) = spaced.chars().next() else { return };
            let belongs = if spaced.len() == rest.len() { is_mark(c) } else { is_strong(c) };
            if !belongs {
                return;
            }
            count += 1;
            self.end = text.len() - spaced.len() + c.len_utf8();
            if is_strong(c) {
                self.strength = Strength::Strong;
            } else if self.strength == Strength::Dot && (c == '…' || count > 1) {
                self.strength = Strength::Ellipsis;
            }
        }
    }

    /// Takes what closes after the marks; whether anything did.
    fn closers(&mut self, text: &str, open: &mut Open) -> bool {
        let before = self.end;
        while let Some(end) = self.closer(text, open) {
            self.end = end;
            self.closed = true;
        }
        self.end > before
    }

    /// Where the next closing character ends, if one comes next.
    fn closer(&mut self, text: &str, open: &mut Open) -> Option<usize> {
        let rest = &text[self.end..];
        let spaced = rest.trim_start_matches(is_space);
        let parted = spaced.len() < rest.len();
        let c = spaced.chars().next()?;
        let after = spaced[c.len_utf8()..].chars().next();
        match c {
            '»' | '›' | ')' | ']' | '}' => {}
            '”' if !parted => {}
            '"' if if parted { open.quote && is_outside(after) } else { open.quote || is_outside(after) } => {
                open.quote = false;
            }
            '\'' | '’' if !parted && is_outside(after) => {}
            '[' if !parted => return footnote(spaced).map(|len| self.end + len),
            _ => return None,
        }
        if matches!(c, ')' | ']' | '}') && open.brackets > 0 {
            open.brackets -= 1;
            self.aside = true;
        }
        Some(text.len() - spaced.len() + c.len_utf8())
    }
}

/// Whether `c`, which follows a quotation mark, stands outside of what it encloses.
fn is_outside(c: Option<char>) -> bool {
    c.is_none_or(|c| {
        is_space(c) || is_line_break(c) || matches!(c, ',' | ';' | ':' | '-' | '–' | '—') || is_mark(c) || is_closer(c)
    })
}

const fn is_closer(c: char) -> bool {
    matches!(c, '»' | '›' | ')' | ']' | '}' | '”' | '"' | '\'' | '’')
}

/// The length of the footnote call (`[12]`) at the start of `text`.
fn footnote(text: &str) -> Option<usize> {
    let digits = text[1..].bytes().take(4).take_while(u8::is_ascii_digit).count();
    (digits > 0 && text[1 + digits..].starts_with(']')).then_some(digits + 2)
}
