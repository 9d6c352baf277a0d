//! Where a query is found in a text.

use crate::{Index, Query, Term, index::FormIx};
use std::ops::Range;
use visavis_corpus::{ArticleIx, BREAK, Pack};
use visavis_text::Span;

/// One place where a term of a query stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Position of the block in its article.
    pub block: u32,
    /// Bytes of that block's text: the word, or the first to the last word of a phrase.
    pub span: Span,
    /// Position of the term in the query.
    pub term: usize,
}

/// The forms that may stand at each place of a term.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    pub(crate) places: Vec<Range<FormIx>>,
}

impl Pattern {
    pub(crate) fn new(index: &Index, term: &Term) -> Self {
        let last = term.forms.len().saturating_sub(1);
        let place = |(at, form): (usize, &String)| {
            if term.prefix && at == last { index.prefixed(form) } else { index.exact(form) }
        };
        Self { places: term.forms.iter().enumerate().map(place).collect() }
    }

    /// Whether the last words of `block` are this pattern; gives the first of them.
    fn ends<'w>(&self, block: &'w [Word]) -> Option<&'w Word> {
        let words = &block[block.len().checked_sub(self.places.len())?..];
        let fits = self.places.iter().zip(words).all(|(place, word)| place.contains(&word.form));
        if fits { words.first() } else { None }
    }
}

/// A word of a block that is read.
#[derive(Clone, Copy, Debug)]
struct Word {
    form: FormIx,
    span: Span,
}

impl Index {
    /// Every place where a term of `query` stands in the blocks of `article` that are read, in order of (block, start).
    pub fn hits(&self, pack: &Pack, article: ArticleIx, query: &Query) -> Vec<Hit> {
        let patterns: Vec<Pattern> = query.terms.iter().map(|term| Pattern::new(self, term)).collect();
        self.find(pack, article, &patterns)
    }

    /// How often `pattern` stands in what is read of `article`.
    pub(crate) fn occurrences(&self, pack: &Pack, article: ArticleIx, pattern: &Pattern) -> u32 {
        self.find(pack, article, std::slice::from_ref(pattern)).len() as u32
    }

    fn find(&self, pack: &Pack, article: ArticleIx, patterns: &[Pattern]) -> Vec<Hit> {
        let mut hits = vec![];
        self.each_word(pack, article, |block, words| {
            for (term, pattern) in patterns.iter().enumerate() {
                if let (Some(first), Some(last)) = (pattern.ends(words), words.last()) {
                    hits.push(Hit { block, span: Span::new(first.span.start(), last.span.end()), term });
                }
            }
        });
        hits.sort_unstable();
        hits
    }

    /// Calls `see` at each word that is read, with the words of its block so far.
    fn each_word(&self, pack: &Pack, article: ArticleIx, mut see: impl FnMut(u32, &[Word])) {
        let Some(document) = self.documents().get(article.index()) else { return };
        let mut words: Vec<Word> = vec![];
        let (mut block, mut at, mut after_word) = (0_u32, 0, false);
        for number in pack.stream(article) {
            if number == BREAK {
                words.clear();
                (block, at, after_word) = (block + 1, 0, false);
                continue;
            }
            let form = self.form_of(number);
            // Between two words a single space is implied.
            at += usize::from(after_word && form.is_some());
            let len = pack.lexicon().get(number).map_or(0, str::len);
            if let Some(form) = form.filter(|_| document.read.get(block as usize).copied().unwrap_or(false)) {
                words.push(Word { form, span: Span::new(at, at + len) });
                see(block, &words);
            }
            at += len;
            after_word = form.is_some();
        }
    }
}
