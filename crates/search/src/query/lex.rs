//! From characters to the pieces of a query.

use super::{Field, IssueKind};
use visavis_text::Span;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `(`
    Open,
    /// `)`
    Close,
    /// A minus before something.
    Not,
    /// `OR`
    Or,
    /// `AND`
    And,
    /// `NEAR/5`
    Near(u32),
    /// A field and its colon.
    Field(Field),
    /// What stands between quotation marks; whether they are closed.
    Quoted(bool),
    /// Anything else, up to a space.
    Word,
}

/// A piece of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece<'t> {
    pub(super) kind: Kind,
    /// Where it was typed, with its marks.
    pub(super) span: Span,
    /// What it says, without its marks.
    pub(super) text: &'t str,
}

/// How far apart `NEAR` without a number lets two terms stand.
const NEAR: u32 = 10;

/// Cuts what was typed into pieces. `issue` is told of what is wrong.
pub(super) fn pieces<'t>(typed: &'t str, issue: &mut impl FnMut(IssueKind, Span)) -> Vec<Piece<'t>> {
    let mut pieces = vec![];
    let mut at = 0;
    while let Some(c) = typed[at..].chars().next() {
        let rest = &typed[at..];
        let len = c.len_utf8();
        if c.is_whitespace() {
            at += len;
            continue;
        }
        let (kind, len, text) = match c {
            '(' => (Kind::Open, len, ""),
            ')' => (Kind::Close, len, ""),
            '-' | '−' if negates(&rest[len..]) => (Kind::Not, len, ""),
            _ if opens(c) => quoted(rest, len),
            _ => bare(rest, at, issue),
        };
        let span = Span::new(at, at + len);
        if kind == Kind::Quoted(false) {
            issue(IssueKind::UnclosedQuote, span);
        }
        pieces.push(Piece { kind, span, text });
        at += len;
    }
    pieces
}

fn negates(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_alphanumeric() || opens(c) || matches!(c, '(' | '='))
}

const fn opens(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '＂')
}

fn closes(open: char, c: char) -> bool {
    match open {
        '«' => c == '»',
        '»' => c == '«',
        '‹' => c == '›',
        _ => matches!(c, '"' | '“' | '”' | '‟' | '＂'),
    }
}

fn quoted(rest: &str, mark: usize) -> (Kind, usize, &str) {
    let open = rest.chars().next().unwrap_or('"');
    let inside = &rest[mark..];
    match inside.char_indices().find(|&(_, c)| closes(open, c)) {
        Some((close, c)) => (Kind::Quoted(true), mark + close + c.len_utf8(), &inside[..close]),
        None => (Kind::Quoted(false), rest.len(), inside),
    }
}

/// A piece without quotation marks.
fn bare<'t>(rest: &'t str, at: usize, issue: &mut impl FnMut(IssueKind, Span)) -> (Kind, usize, &'t str) {
    let len = rest.find(|c: char| c.is_whitespace() || opens(c) || matches!(c, '(' | ')')).unwrap_or(rest.len());
    let text = &rest[..len];
    if let Some(operator) = operator(text) {
        return (operator, len, text);
    }
    let Some((name, value)) = text.split_once(':').filter(|(name, _)| is_name(name)) else {
        return (Kind::Word, len, text);
    };
    if let Some(field) = Field::parse(name) {
        (Kind::Field(field), name.len() + 1, name)
    } else {
        if !value.is_empty() || rest[len..].starts_with(opens) {
            issue(IssueKind::UnknownField(Field::nearest(name)), Span::new(at, at + name.len() + 1));
        }
        (Kind::Word, len, text)
    }
}

fn is_name(name: &str) -> bool {
    name.len() > 1 && name.chars().all(|c| c.is_alphabetic() || c == '-')
}

fn operator(text: &str) -> Option<Kind> {
    match text {
        "OR" | "OU" => Some(Kind::Or),
        "AND" | "ET" => Some(Kind::And),
        "NOT" | "SAUF" => Some(Kind::Not),
        "NEAR" => Some(Kind::Near(NEAR)),
        _ => {
            let number = text.strip_prefix("NEAR/")?;
            // More digits than a number holds is as far as can be.
            let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| Kind::Near(number.parse().unwrap_or(u32::MAX).max(1)))
        }
    }
}
