//! The words of a paragraph that are the journalist's own: what stands between quotation marks is one gap.

use super::{
    lexicon::{Class, Lexicon},
    pair::Stretch,
};
use visavis_corpus::Mention;
use visavis_text::{Span, Token, sentences, words};

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Gap(u16);

impl Gap {
    pub(super) const SPACE: Self = Self(1);
    pub(super) const HYPHEN: Self = Self(1 << 1);
    pub(super) const APOSTROPHE: Self = Self(1 << 2);
    pub(super) const COMMA: Self = Self(1 << 3);
    pub(super) const COLON: Self = Self(1 << 4);
    pub(super) const STOP: Self = Self(1 << 5);
    pub(super) const OTHER: Self = Self(1 << 6);
    pub(super) const DASH: Self = Self(1 << 7);
    pub(super) const QUOTE: Self = Self(1 << 8);
    /// Counts as [`Self::OTHER`] too.
    pub(super) const SEMICOLON: Self = Self(1 << 9);

    /// What `separator` consists of.
    pub(super) fn of(separator: &str) -> Self {
        if separator == " " {
            return Self::SPACE;
        }
        let hyphened = separator == "-" || separator == "\u{2010}" || separator == "\u{2011}";
        separator.chars().fold(Self::default(), |gap, c| {
            let one = match c {
                _ if hyphened => Self::HYPHEN,
                c if c.is_whitespace() => Self::SPACE,
                '\'' | '’' | 'ʼ' => Self::APOSTROPHE,
                ',' => Self::COMMA,
                ':' => Self::COLON,
                '.' | '!' | '?' | '…' => Self::STOP,
                '–' | '—' | '-' => Self::DASH,
                ';' => Self::SEMICOLON.plus(Self::OTHER),
                '#' => Self::default(),
                _ => Self::OTHER,
            };
            gap.plus(one)
        })
    }

    const fn plus(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the two words belong to one phrase: nothing stands between them but spaces, a hyphen or an apostrophe.
    pub(super) const fn joins(self) -> bool {
        self.0 & !(Self::SPACE.0 | Self::HYPHEN.0 | Self::APOSTROPHE.0) == 0
    }
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    pub(super) class: Class,
    /// Begins with a capital.
    pub(super) capital: bool,
    /// Consists of capitals.
    pub(super) acronym: bool,
    /// What stands before it.
    pub(super) gap: Gap,
    /// Which sentence of the paragraph it is in.
    pub(super) sentence: u32,
    /// Position among the mentions of the paragraph.
    pub(super) mention: Option<u32>,
}

/// A paragraph as attribution sees it.
#[derive(Clone, Debug)]
pub(super) struct Flow<'t> {
    pub(super) block: u32,
    pub(super) text: &'t str,
    pub(super) words: Vec<Word>,
    /// The outermost stretches between marks, each with the number of words before it.
    pub(super) quotes: Vec<(Stretch, usize)>,
    /// The mentions of the paragraph.
    pub(super) mentions: &'t [Mention],
}

impl<'t> Flow<'t> {
    /// The words of `text` that are not in one of `stretches`.
    pub(super) fn new(
        (block, text): (u32, &'t str),
        stretches: &[Stretch],
        mentions: &'t [Mention],
        lexicon: &Lexicon,
    ) -> Self {
        let outermost: Vec<Stretch> = stretches.iter().copied().filter(|stretch| stretch.depth == 0).collect();
        let mut flow = Self { block, text, words: vec![], quotes: vec![], mentions };
        let mut starts = own_starts(text, &outermost).into_iter().peekable();
        let (mut end, mut sentence, mut mention) = (0, 0, 0);
        let pieces = own_pieces(text, &outermost);
        for (at, piece) in pieces.iter().enumerate() {
            for token in words(&text[piece.range()]) {
                let span = token.span.shifted(piece.start());
                while starts.next_if(|&start| start <= span.start()).is_some() {
                    sentence += 1;
                }
                while mentions.get(mention).is_some_and(|m| m.span.end() <= span.start()) {
                    mention += 1;
                }
                let within = mentions.get(mention).is_some_and(|m| m.span.start() <= span.start());
                let mut gap = Gap::of(&text[end.max(piece.start())..span.start()]);
                if end < piece.start() && at > 0 {
                    gap = gap.plus(Gap::of(&text[end..pieces[at - 1].end().max(end)])).plus(Gap::QUOTE);
                }
                end = span.end();
                let mention = within.then_some(mention as u32);
                flow.words.push(Word { sentence, mention, ..word(token, span, gap, lexicon) });
            }
            if let Some(stretch) = outermost.get(at) {
                flow.quotes.push((*stretch, flow.words.len()));
            }
        }
        flow
    }

    /// The quotations that stand right before the word at `at`.
    pub(super) fn quotes_before(&self, at: usize) -> &[(Stretch, usize)] {
        let start = self.quotes.partition_point(|(_, place)| *place < at);
        let end = self.quotes.partition_point(|(_, place)| *place <= at);
        &self.quotes[start..end]
    }

    /// A word as it is written.
    pub(super) fn word(&self, at: usize) -> &'t str {
        &self.text[self.words[at].span.range()]
    }

    /// What the word at `at` can be; nothing beyond the end.
    pub(super) fn class(&self, at: usize) -> Class {
        self.words.get(at).map_or_else(Class::default, |word| word.class)
    }

    /// Whether the word at `at` follows the one before in the same phrase.
    pub(super) fn joins(&self, at: usize) -> bool {
        at > 0
            && self.words.get(at).is_some_and(|word| word.gap.joins() && word.sentence == self.words[at - 1].sentence)
    }

    /// Whether the word at `at` begins a sentence.
    pub(super) fn begins(&self, at: usize) -> bool {
        at == 0 || self.words[at].sentence != self.words[at - 1].sentence
    }

    /// First word after the last semicolon from `start` on, before `at`: what stands before it is a sentence too.
    pub(super) fn part_start(&self, start: usize, at: usize) -> usize {
        (start..=at).rev().find(|&i| self.words[i].gap.has(Gap::SEMICOLON)).unwrap_or(start)
    }

    /// First word of the sentence that `at` is in, at most `far` words back.
    pub(super) fn sentence_start(&self, at: usize, far: usize) -> usize {
        let sentence = self.words[at].sentence;
        (at.saturating_sub(far)..at).rev().take_while(|&i| self.words[i].sentence == sentence).last().unwrap_or(at)
    }
}

fn word(token: Token<'_>, span: Span, gap: Gap, lexicon: &Lexicon) -> Word {
    let capital = token.text.starts_with(char::is_uppercase);
    let class = if token.text.bytes().any(|b| !b.is_ascii_lowercase()) {
        lexicon.class(&token.text.to_lowercase())
    } else {
        lexicon.class(token.text)
    };
    let acronym = token.text.chars().nth(1).is_some()
        && token.text.chars().nth(6).is_none()
        && token.text.chars().all(|c| c.is_uppercase() || c.is_numeric());
    Word { span, class, capital, acronym, gap, sentence: 0, mention: None }
}

/// Where sentences start, but for those that start in a quotation.
fn own_starts(text: &str, outermost: &[Stretch]) -> Vec<usize> {
    let mut quotes = outermost.iter().peekable();
    let mut starts = vec![];
    for sentence in sentences(text).skip(1) {
        let start = sentence.start();
        while quotes.next_if(|quote| quote.outer.end() <= start).is_some() {}
        if quotes.peek().is_none_or(|quote| start <= quote.outer.start()) {
            starts.push(start);
        }
    }
    starts
}

/// What stands before, between and after `outermost`: one piece more than there are stretches.
fn own_pieces(text: &str, outermost: &[Stretch]) -> Vec<Span> {
    let mut start = 0;
    let mut pieces: Vec<Span> = vec![];
    for stretch in outermost {
        pieces.push(Span::new(start, stretch.outer.start()));
        start = stretch.outer.end();
    }
    pieces.push(Span::new(start, text.len()));
    pieces
}
