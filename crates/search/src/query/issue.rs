//! What could not be taken as it was typed.

use visavis_text::Span;

/// Something that could not be taken as it was typed, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Issue {
    /// What.
    pub kind: IssueKind,
    /// Bytes of what was typed.
    pub span: Span,
}

/// What was wrong, and what was made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

impl IssueKind {
    /// The name for programs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::TooLong => "too-long",
            Self::TooManyTerms => "too-many-terms",
            Self::TooManyPhrases => "too-many-phrases",
            Self::TooManyMisspellings => "too-many-misspellings",
            Self::TooDeep => "too-deep",
            Self::UnclosedQuote => "unclosed-quote",
            Self::UnclosedParenthesis => "unclosed-parenthesis",
            Self::StrayParenthesis => "stray-parenthesis",
            Self::MissingOperand => "missing-operand",
            Self::UnknownField(_) => "unknown-field",
            Self::EmptyField => "empty-field",
            Self::NotADate => "not-a-date",
            Self::ReversedDates => "reversed-dates",
            Self::NearNeedsTerms => "near-needs-terms",
            Self::TooMisspelt => "too-misspelt",
        }
    }
}
