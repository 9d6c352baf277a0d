//! Why nothing was found, and what would be.

use crate::{Index, Matching, Query, bits::Bits, evaluate::Evaluated, facets::Gate, misspelling};
use visavis_text::distinct;

/// A way of asking less, and what it would find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relaxation {
    /// Without one part of the query.
    Without {
        /// Position in [`Query::chips`].
        chip: usize,
        /// Articles.
        articles: usize,
    },
    /// With one of the terms instead of all.
    AnyTerm {
        /// Articles.
        articles: usize,
    },
    /// Without the filters.
    Unfiltered {
        /// Articles.
        articles: usize,
    },
    /// With a word that the corpus knows instead of one that it does not.
    Instead {
        /// Position in [`Query::terms`].
        term: usize,
        /// The nearest known word, as it is written in lower case.
        word: String,
        /// Articles that hold it, whatever else is asked.
        articles: usize,
    },
}

/// The ways of asking less that find something.
pub(crate) fn relaxations(index: &Index, query: &Query, evaluated: &Evaluated, gate: &Gate<'_>) -> Vec<Relaxation> {
    let len = index.documents().len();
    let passing = |bits: &Bits| bits.iter().filter(|&at| gate.passes(&index.documents()[at])).count();
    let mut ways = instead(index, query, evaluated);
    if query.parts.len() > 1 {
        for chip in 0..query.parts.len() {
            let articles = passing(&evaluated.answer(query, len, Some(chip)));
            ways.push(Relaxation::Without { chip, articles });
        }
        let any = Query { any: true, parts: query.parts.clone(), ..Query::default() };
        ways.push(Relaxation::AnyTerm { articles: passing(&evaluated.answer(&any, len, None)) });
    }
    ways.push(Relaxation::Unfiltered { articles: evaluated.answer(query, len, None).count() });
    ways.retain(|way| way.articles() > 0);
    ways
}

impl Relaxation {
    /// How many articles it would find.
    pub const fn articles(&self) -> usize {
        match self {
            Self::Without { articles, .. }
            | Self::AnyTerm { articles }
            | Self::Unfiltered { articles }
            | Self::Instead { articles, .. } => *articles,
        }
    }
}

/// The nearest known word for each term that no article holds.
fn instead(index: &Index, query: &Query, evaluated: &Evaluated) -> Vec<Relaxation> {
    let unknown = query.terms.iter().enumerate().filter(|(at, term)| {
        evaluated.terms[*at].articles.count() == 0
            && term.forms.len() == 1
            && !matches!(term.matching, Matching::Misspelt(_))
    });
    // Each look-up walks the dictionary: enough for a mistyped query, and a bound for a hostile one.
    let nearest = |(term, form): (usize, &String)| {
        // Where the word itself is known, it is the field that no article answers.
        let (word, articles) = index.nearest(form).filter(|(word, _)| visavis_text::fold(word) != *form)?;
        Some(Relaxation::Instead { term, word, articles })
    };
    unknown.take(4).filter_map(|(at, term)| nearest((at, &term.forms[0]))).collect()
}

impl Index {
    /// The word of the texts that is spelt most nearly like the folded word `form`, then stands in most articles, then comes first in the
    /// alphabet; and in how many articles it stands.
    fn nearest(&self, form: &str) -> Option<(String, usize)> {
        let dictionary = self.dictionary();
        let most = if form.chars().count() < 5 { 1 } else { 2 };
        let held = |(form, steps): (usize, u8)| {
            let words = dictionary.words_of(&(form..form + 1));
            let spelt = words.clone().max_by_key(|&word| (self.postings(&(word..word + 1)).len(), u32::MAX - word))?;
            let articles = distinct(self.postings(&words).iter().map(|posting| posting.article).collect());
            (!articles.is_empty()).then_some((steps, usize::MAX - articles.len(), spelt))
        };
        let near = misspelling::near(dictionary, form, most);
        let (_, articles, word) = near.into_iter().filter_map(held).min()?;
        Some((dictionary.spelling(word).to_owned(), usize::MAX - articles))
    }
}
