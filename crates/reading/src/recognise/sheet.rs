//! A text as the recogniser sees it: numbered words, how each is written, and what stands before it.

use super::words::{WordId, Words};
use visavis_text::{Span, is_apostrophe, sentences, words};

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Begins with a small letter.
    Small,
    /// Begins with a capital.
    Capital,
    /// Capitals only, two or more; digits may follow (`COP21`).
    Upper,
    /// One capital.
    Initial,
    /// Begins with a digit, or in a script without capitals.
    Plain,
}

impl Shape {
    fn of(word: &str) -> Self {
        let mut chars = word.chars();
        let Some(first) = chars.next() else { return Self::Plain };
        if first.is_lowercase() {
            return Self::Small;
        }
        if !first.is_uppercase() {
            return Self::Plain;
        }
        let (mut letters, mut small) = (1, false);
        for c in chars.filter(|c| c.is_alphabetic()) {
            letters += 1;
            small |= c.is_lowercase();
        }
        let more = word.chars().nth(1).is_some();
        match (small, letters) {
            (true, _) => Self::Capital,
            (false, 1) if !more => Self::Initial,
            (false, _) => Self::Upper,
        }
    }

    /// Whether the word begins with a capital.
    pub(super) const fn is_capital(self) -> bool {
        matches!(self, Self::Capital | Self::Upper | Self::Initial)
    }
}

/// What stands before a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Spaces, or nothing.
    Space,
    /// A hyphen alone.
    Hyphen,
    /// An apostrophe alone.
    Apostrophe,
    /// A full stop, with or without a space after it.
    Stop,
    /// A comma and a space.
    Comma,
    /// An opening bracket.
    Bracket,
    /// An ampersand between spaces.
    And,
    /// Anything else: nothing that a name contains.
    Other,
}

impl Gap {
    /// What `separator` is.
    pub(super) fn of(separator: &str) -> Self {
        if separator == " " {
            return Self::Space;
        }
        let mut signs = separator.chars().filter(|&c| !is_blank(c));
        let Some(sign) = signs.next() else { return Self::Space };
        if signs.next().is_some() {
            return Self::Other;
        }
        let tight = !separator.chars().any(char::is_whitespace);
        match sign {
            '-' | '\u{2010}' | '\u{2011}' if tight => Self::Hyphen,
            '.' => Self::Stop,
            ',' => Self::Comma,
            '(' | '[' => Self::Bracket,
            '&' if separator.starts_with(' ') && separator.ends_with(' ') => Self::And,
            c if is_apostrophe(c) && tight => Self::Apostrophe,
            _ => Self::Other,
        }
    }
}

/// Space, and signs that leave no trace on paper.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// A word in its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Where it begins in the block's text, in bytes.
    start: u32,
    /// Which word.
    pub(super) word: WordId,
    /// How it is written.
    pub(super) shape: Shape,
    /// What stands before it.
    pub(super) gap: Gap,
    /// Its length in bytes, above the two bits of [`OPENS`] and [`LINKED`]: there are as many tokens as words in the corpus.
    packed: u16,
}

/// Marks a token that opens a sentence or a quotation.
const OPENS: u16 = 1;
/// Marks a token of an address or a handle.
const LINKED: u16 = 2;
/// The most bytes of a word that are looked at.
const LONGEST: usize = (u16::MAX >> 2) as usize;

impl Token {
    /// Its bytes in the block's text.
    pub(super) fn span(&self) -> Span {
        Span::new(self.start as usize, self.start as usize + usize::from(self.packed >> 2))
    }

    /// Whether it opens a sentence or a quotation: its capital says nothing.
    pub(super) const fn opens(&self) -> bool {
        self.packed & OPENS != 0
    }

    /// Whether it is part of an address or of a handle, which name nobody.
    pub(super) const fn linked(&self) -> bool {
        self.packed & LINKED != 0
    }
}

/// The tokens of `text`.
pub(super) fn sheet(text: &str, known: &mut Words) -> Vec<Token> {
    let mut starts = sentences(text).map(Span::start).peekable();
    let mut chunk = Chunk { linking: text.contains("://") || text.contains("www."), ..Chunk::default() };
    let mut end = 0;
    let mut first_of_sentence = false;
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 4);
    for word in words(text) {
        let (from, to) = (word.span.start(), word.span.end());
        while starts.next_if(|&start| start <= from).is_some() {
            first_of_sentence = true;
        }
        let before = &text[end..from];
        let opens = std::mem::take(&mut first_of_sentence) || (before.len() > 1 && is_opening(before));
        let length = text.floor_char_boundary(to.min(from + LONGEST)) - from;
        let marks = u16::from(opens) * OPENS + u16::from(chunk.is_link(text, from, to)) * LINKED;
        tokens.push(Token {
            start: from as u32,
            word: known.number(word.text),
            shape: Shape::of(word.text),
            gap: if end == 0 { Gap::Other } else { Gap::of(before) },
            packed: (length as u16) << 2 | marks,
        });
        end = to;
    }
    // All of them are kept until the corpus is recognised.
    tokens.shrink_to_fit();
    tokens
}

/// Whether what stands before a word lets it begin anew: a quotation mark, a colon, a dash, a bullet.
fn is_opening(before: &str) -> bool {
    if matches!(before, ", " | ". ") {
        return false;
    }
    before.contains(['«', '“', '„', ':', '•', '—', '–', '|', '…', '!', '?', '\n', '→'])
        || before.contains(" \"")
        || before.contains(" - ")
}

/// The run of letters and signs without space that a word stands in.
#[derive(Default)]
struct Chunk {
    /// Whether there is any address in the text.
    linking: bool,
    end: usize,
    link: bool,
}

impl Chunk {
    /// Whether the word at `from..to` is part of an address or a handle.
    fn is_link(&mut self, text: &str, from: usize, to: usize) -> bool {
        if self.linking && from >= self.end {
            let start = text[self.end..from].rfind(char::is_whitespace).map_or(self.end, |at| self.end + at);
            self.end = text[to..].find(char::is_whitespace).map_or(text.len(), |at| to + at);
            let run = text.get(start..self.end).unwrap_or_default();
            self.link = run.contains("://") || run.trim_start().starts_with("www.");
        }
        self.link || text[..from].ends_with(['@', '_']) || text[to..].starts_with(['_', '@'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_without_end_is_cut_between_letters() {
        let text = format!("{} suit", "é".repeat(LONGEST));
        let tokens = sheet(&text, &mut Words::default());
        assert_eq!(tokens.len(), 2);
        let cut = &text[tokens[0].span().range()];
        assert_eq!((cut.len(), cut.ends_with('é')), (LONGEST - 1, true));
        assert_eq!(&text[tokens[1].span().range()], "suit");
        assert_eq!(tokens[1].gap, Gap::Space);
    }

    #[test]
    fn a_token_tells_what_it_was_made_with() {
        let text = "Il dit : « Alep » ; voir www.exemple.fr";
        let tokens = sheet(text, &mut Words::default());
        let of = |word: &str| tokens.iter().find(|token| &text[token.span().range()] == word).expect("the word");
        assert_eq!(["Il", "dit", "Alep"].map(|word| of(word).opens()), [true, false, true]);
        assert_eq!(["voir", "exemple"].map(|word| of(word).linked()), [false, true]);
    }
}
