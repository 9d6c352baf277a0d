//! What is asked.

mod field;
mod issue;
mod lex;
mod parse;

pub use field::{Field, Name, Test};
pub use issue::{Issue, IssueKind};

use std::ops::Range;
use visavis_text::Span;

/// One thing to find: a word, or several that stand side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The words as they were typed, for showing.
    pub text: String,
    /// The folded words, in order; never empty.
    pub forms: Vec<String>,
    /// The same words in lower case, with the accents that were typed.
    pub spellings: Vec<String>,
    /// Whether the last word may go on: it is still being typed, or ends in `*`.
    pub prefix: bool,
    /// Which words count as the one that was typed.
    pub matching: Matching,
    /// Where it has to stand.
    pub scope: Scope,
    /// Where it was typed.
    pub span: Span,
}

/// Which words count as the one that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matching {
    /// Those that share its stem in the language of the article.
    Related,
    /// The word itself, whatever its case; its accents too, where they were typed.
    Exact,
    /// Those that so many letters added, left out, changed, or swapped with their neighbour turn into it.
    Misspelt(u8),
}

/// Where a term has to stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Anywhere in what is read.
    Text,
    /// In the title.
    Title,
    /// Inside quoted speech; where a name is given, in the words of that speaker.
    Quote(Option<Name>),
}

/// How the parts of a query are joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expr {
    /// The term at this position of [`Query::terms`].
    Term(usize),
    /// Something that is known of the article.
    Test(Test),
    /// All of these.
    All(Vec<Self>),
    /// Any of these.
    Any(Vec<Self>),
    /// Not this.
    Not(Box<Self>),
    /// Two terms with fewer than so many words between them.
    Near {
        /// Position of one term.
        left: usize,
        /// Position of the other.
        right: usize,
        /// How many words apart they may stand; 1 is side by side.
        within: u32,
    },
}

/// One part of the query that can be taken away by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Where it was typed, with everything that belongs to it.
    pub span: Span,
    /// The terms in it, as positions in [`Query::terms`].
    pub terms: Range<usize>,
    /// Whether it excludes.
    pub excludes: bool,
}

/// A query, and how it was understood.
///
/// Words are joined by AND; `OR` binds its two neighbours (`trêve Alep OR Mossoul` asks for *trêve* with one of the cities). A word
/// finds the words that share its stem; `=mot` only itself, `mot*` what begins like it, `mot~1` what is spelt nearly like it, `-mot`
/// excludes. Words in quotation marks, of any kind, stand side by side; so do the parts of a hyphenated word (`Alep-Est`).
/// `a NEAR/5 b` stand close. Parentheses group. [`Field`]s narrow. An elided article does not count (`d'Alep` asks for `Alep`). The
/// last word, while it is being typed, also finds what it begins.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Query {
    /// What to find, in the order in which it was typed; excluded terms too.
    pub terms: Vec<Term>,
    /// Whether one term is enough. Does not loosen what is excluded, nor fields that say something of the article.
    pub any: bool,
    /// How the terms are joined; one part for each chip.
    pub parts: Vec<Expr>,
    /// The parts that can be taken away by themselves.
    pub chips: Vec<Chip>,
    /// What could not be taken as it was typed, in the order of typing.
    pub issues: Vec<Issue>,
}

impl Query {
    /// Reads what was typed. Never fails: it makes the best of it, and says so in [`Query::issues`].
    ///
    /// ```
    /// let query = visavis_search::Query::parse("régime « cessez le feu » d’Alep-Est");
    /// let forms: Vec<_> = query.terms.iter().map(|term| term.forms.join(" ")).collect();
    /// assert_eq!(forms, ["regime", "cessez le feu", "alep est"]);
    /// ```
    pub fn parse(typed: &str) -> Self {
        parse::parse(typed)
    }

    /// Reads a question for which one of its terms is enough: the more and the rarer ones an article holds, the better. It is asked
    /// whole, so that its last word is no beginning.
    ///
    /// ```
    /// let query = visavis_search::Query::any_of("quelle ville est assiégée");
    /// assert!(query.any && query.terms.iter().all(|term| !term.prefix));
    /// ```
    pub fn any_of(typed: &str) -> Self {
        let mut query = Self::parse(typed);
        query.any = true;
        let asterisk = |term: &Term| typed.get(..term.span.end()).is_some_and(|typed| typed.ends_with('*'));
        query.terms.iter_mut().filter(|term| !asterisk(term)).for_each(|term| term.prefix = false);
        query
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// What was typed without one of the chips.
    ///
    /// ```
    /// let typed = "trêve Alep OR Mossoul -Paris ";
    /// let query = visavis_search::Query::parse(typed);
    /// assert_eq!(query.without(typed, 1), "trêve -Paris ");
    /// ```
    pub fn without(&self, typed: &str, chip: usize) -> String {
        let Some(chip) = self.chips.get(chip) else { return typed.to_owned() };
        let before = typed.get(..chip.span.start()).unwrap_or(typed);
        let after = typed.get(chip.span.end()..).unwrap_or_default();
        if before.is_empty() || before.ends_with(char::is_whitespace) {
            format!("{before}{}", after.trim_start())
        } else {
            format!("{before}{after}")
        }
    }

    /// Which terms speak for an article: those that are not excluded.
    pub(crate) fn positive(&self) -> Vec<bool> {
        let mut positive = vec![false; self.terms.len()];
        self.parts.iter().for_each(|part| part.mark(true, &mut positive));
        positive
    }
}

impl Expr {
    fn mark(&self, asked: bool, positive: &mut [bool]) {
        match self {
            Self::Term(term) => positive[*term] = asked,
            Self::Near { left, right, .. } => {
                positive[*left] = asked;
                positive[*right] = asked;
            }
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.mark(asked, positive)),
            Self::Not(part) => part.mark(!asked, positive),
            Self::Test(_) => {}
        }
    }
}

#[cfg(test)]
mod tests;
