//! Quoted speech, counted in words.

use crate::{Index, Name, index::BLOCK_GAP, scan::Found};
use visavis_corpus::{ArticleIx, BREAK, EntityIx, Pack, QuoteMode};
use visavis_text::{Span, slice};

/// Words reported as somebody's.
#[derive(Clone, Debug)]
pub(crate) struct Quoted {
    /// The first word, counted as [`Index::each_number`] does.
    first: u32,
    /// One past the last word.
    end: u32,
    /// Whose they are, where the corpus knows it.
    speaker: Option<EntityIx>,
    /// Whose they are, as the text says.
    called: Option<String>,
}

impl Quoted {
    const fn holds(&self, found: Found) -> bool {
        self.first <= found.first && found.last < self.end
    }

    /// Whether the speaker is called so.
    fn is_by(&self, pack: &Pack, name: &Name) -> bool {
        self.called.as_ref().is_some_and(|called| name.fits(called))
            || self.speaker.and_then(|speaker| pack.entity(speaker)).is_some_and(|entity| name.fits_entity(entity))
    }
}

impl Index {
    /// The quotations of each article. They are counted in words when they are first asked for.
    fn quotes(&self, pack: &Pack, article: ArticleIx) -> &[Quoted] {
        let all = self.quotes.get_or_init(|| pack.indices().map(|article| self.count_quotes(pack, article)).collect());
        all.get(article.index()).map_or(&[], Vec::as_slice)
    }

    /// Whether `article` quotes somebody called so.
    pub(crate) fn quotes_speaker(&self, pack: &Pack, article: ArticleIx, name: &Name) -> bool {
        self.quotes(pack, article).iter().any(|quote| quote.is_by(pack, name))
    }

    /// Whether the words from `first` to `last` stand in quoted speech, as above.
    pub(crate) fn is_quoted(&self, pack: &Pack, article: ArticleIx, found: Found, speaker: Option<&Name>) -> bool {
        let own = |quote: &Quoted| quote.holds(found) && speaker.is_none_or(|name| quote.is_by(pack, name));
        self.quotes(pack, article).iter().any(own)
    }

    fn count_quotes(&self, pack: &Pack, article: ArticleIx) -> Vec<Quoted> {
        let Ok(marks) = pack.marks(article) else { return vec![] };
        let speech: Vec<_> = marks.quotes.into_iter().filter(|quote| quote.mode != QuoteMode::Scare).collect();
        if speech.is_empty() {
            return vec![];
        }
        let words = self.words_with_spans(pack, article);
        let blocks = if speech.iter().any(|quote| quote.speaker.is_some()) { pack.blocks(article).ok() } else { None };
        let text = |block: u32, span: Span| slice(&blocks.as_ref()?.get(block as usize)?.text, span).map(str::to_owned);
        let quoted = |quote: visavis_corpus::Quote| {
            let inside = |&&(block, span, _): &&(u32, Span, u32)| block == quote.block && quote.span.contains(span);
            let first = words.iter().find(inside)?.2;
            let end = words.iter().rev().find(inside)?.2 + 1;
            let called = quote.speaker.as_ref().and_then(|speaker| text(speaker.block, speaker.span));
            Some(Quoted { first, end, speaker: quote.speaker.and_then(|speaker| speaker.entity), called })
        };
        speech.into_iter().filter_map(quoted).collect()
    }

    /// The words of `article` that are read: block, bytes, and position as [`Index::each_number`] counts it.
    fn words_with_spans(&self, pack: &Pack, article: ArticleIx) -> Vec<(u32, Span, u32)> {
        let mut words = vec![];
        self.each_word(pack, article, |word| words.push((word.block, word.span, word.at)));
        words
    }

    /// Calls `see` at each word of `article` that is read, with its bytes.
    pub(crate) fn each_word(&self, pack: &Pack, article: ArticleIx, mut see: impl FnMut(Word)) {
        let Some(document) = self.documents().get(article.index()) else { return };
        let (mut block, mut byte, mut at, mut after_word) = (0_u32, 0, 0, false);
        for number in pack.stream(article) {
            if number == BREAK {
                (block, byte, at, after_word) = (block + 1, 0, at + BLOCK_GAP, false);
                continue;
            }
            let word = self.dictionary().word_of(number);
            // Between two words a single space is implied.
            byte += usize::from(after_word && word.is_some());
            let len = pack.lexicon().get(number).map_or(0, str::len);
            if let Some(word) = word
                && let Some(part) = document.parts.get(block as usize).copied().flatten()
            {
                see(Word { ix: word, block, part, at, span: Span::new(byte, byte + len) });
                at += 1;
            }
            byte += len;
            after_word = word.is_some();
        }
    }
}

/// A word of a block that is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Which word of the dictionary.
    pub(crate) ix: crate::index::WordIx,
    pub(crate) block: u32,
    pub(crate) part: crate::index::Part,
    /// Its position, as [`Index::each_number`] counts it.
    pub(crate) at: u32,
    pub(crate) span: Span,
}
