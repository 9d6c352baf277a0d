//! Where a query is found in a text.

use crate::{Index, Query, Scope, index::Part, pattern::Pattern, quotes::Word, scan::Found};
use visavis_corpus::{ArticleIx, Pack};
use visavis_text::{Span, ordered_by};

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

impl Pattern {
    /// Whether the last words of `block` are this pattern; gives the first of them.
    fn ends<'w>(&self, block: &'w [Word], tongue: u8) -> Option<&'w Word> {
        let words = &block[block.len().checked_sub(self.places.len())?..];
        let fits = self.places.iter().zip(words).all(|(place, word)| place.fits(word.ix, tongue));
        if fits { words.first() } else { None }
    }
}

impl Index {
    /// Every place where a term of `query` that is not excluded stands in the blocks of `article` that are read, in order of
    /// (block, start).
    pub fn hits(&self, pack: &Pack, article: ArticleIx, query: &Query) -> Vec<Hit> {
        self.placed(pack, article, query).into_iter().map(|(hit, _)| hit).collect()
    }

    /// The same, each with where its words stand among the words of the article.
    pub(crate) fn placed(&self, pack: &Pack, article: ArticleIx, query: &Query) -> Vec<(Hit, Found)> {
        let Some(document) = self.documents().get(article.index()) else { return vec![] };
        let positive = query.positive();
        let terms = query.terms.iter().enumerate().filter(|(at, _)| positive[*at]);
        let patterns: Vec<(usize, Pattern)> = terms.map(|(at, term)| (at, Pattern::new(self, term))).collect();
        let mut hits = vec![];
        let mut words: Vec<Word> = vec![];
        self.each_word(pack, article, |word| {
            if words.last().is_some_and(|last| last.block != word.block) {
                words.clear();
            }
            words.push(word);
            for (term, pattern) in &patterns {
                if let Some(first) = pattern.ends(&words, document.tongue()) {
                    let span = Span::new(first.span.start(), word.span.end());
                    let found = Found { part: word.part, first: first.at, last: word.at };
                    hits.push((Hit { block: word.block, span, term: *term }, found));
                }
            }
        });
        hits.retain(|(hit, found)| match &query.terms[hit.term].scope {
            Scope::Text => true,
            Scope::Title => found.part == Part::Title,
            Scope::Quote(speaker) => self.is_quoted(pack, article, *found, speaker.as_ref()),
        });
        ordered_by(hits, |(hit, _)| *hit)
    }
}
