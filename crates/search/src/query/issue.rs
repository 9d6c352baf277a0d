//! What could not be taken as it was typed.

use serde::Serialize;
use visavis_text::Span;

/// Something that could not be taken as it was typed, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Issue {
    /// What.
    pub kind: IssueKind,
    /// Bytes of what was typed.
    pub span: Span,
}

/// What was wrong, and what was made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum IssueKind {
    /// Only the beginning is read.
    TooLong,
    /// Only the first terms are searched.
    TooManyTerms,
    /// Too many phrases, distances or quotations: the words are searched, wherever they stand.
    TooManyPhrases,
    /// Too many misspelt words: this one is searched as it is.
    TooManyMisspellings,
    /// Parentheses inside so many others group nothing.
    TooDeep,
    /// The phrase goes on to the end.
    UnclosedQuote,
    /// The group goes on to the end.
    UnclosedParenthesis,
    /// Closes nothing, and is passed over.
    StrayParenthesis,
    /// Joins nothing, and is passed over.
    MissingOperand,
    /// Not a field of articles: searched as words. The nearest field, where there is one.
    UnknownField(Option<&'static str>),
    /// Nothing follows the field, and it is passed over.
    EmptyField,
    /// Not a date such as `2016`, `2016-10`, `2016-10-12`, or two of them with `..` between; passed over.
    NotADate,
    /// The range ends before it begins: taken the other way round.
    ReversedDates,
    /// A distance stands between two terms; here it is taken as AND.
    NearNeedsTerms,
    /// At most two letters can differ.
    TooMisspelt,
}
