//! From the pieces of a query to what is asked.

use super::{
    Chip, Expr, Field, Issue, IssueKind, Matching, Name, Query, Scope, Term, Test, field,
    lex::{Kind, Piece, pieces},
};
use visavis_corpus::Kind as EntityKind;
use visavis_text::{Span, TokenKind, elides, fold, is_apostrophe, ordered_by, plain, tokens, words};

/// Most bytes that are read.
const LONGEST: usize = 4096;
/// Most terms that are searched.
const MOST_TERMS: usize = 64;
/// Most words of one term.
const MOST_WORDS: usize = 64;
/// Most phrases, distances and quotations: each may have to look into many texts.
const MOST_SCANS: usize = 12;
/// Most misspelt words: each may have to look at many words.
const MOST_MISSPELT: usize = 8;
/// How many letters may differ.
const MOST_DISTANT: u8 = 2;
/// Most parentheses inside others.
const DEEPEST: usize = 32;

pub(super) fn parse(typed: &str) -> Query {
    let read = &typed[..typed.floor_char_boundary(LONGEST)];
    let mut query = Query::default();
    let pieces = pieces(read, &mut |kind, span| query.issues.push(Issue { kind, span }));
    let open = read.ends_with(|c: char| c.is_alphanumeric()) && read.len() == typed.len();
    let mut parser = Parser { pieces, at: 0, depth: 0, open, scans: 0, misspelt: 0, query };
    parser.top();
    let mut query = parser.query;
    if read.len() < typed.len() {
        query.issues.push(Issue { kind: IssueKind::TooLong, span: Span::new(read.len(), typed.len()) });
    }
    query.issues = ordered_by(query.issues, |issue| (issue.span.start(), issue.span.end()));
    query
}

struct Parser<'t> {
    pieces: Vec<Piece<'t>>,
    at: usize,
    depth: usize,
    /// Whether the last word is still being typed.
    open: bool,
    scans: usize,
    misspelt: usize,
    query: Query,
}

/// What a part inherits from what stands before it.
#[derive(Clone, Copy)]
struct Around {
    field: Option<Field>,
    excluded: bool,
}

impl Parser<'_> {
    fn peek(&self) -> Option<Kind> {
        self.pieces.get(self.at).map(|piece| piece.kind)
    }

    fn issue(&mut self, kind: IssueKind, span: Span) {
        self.query.issues.push(Issue { kind, span });
    }

    /// The parts that all have to hold, each of them a chip.
    fn top(&mut self) {
        let around = Around { field: None, excluded: false };
        while let Some(piece) = self.pieces.get(self.at).copied() {
            if piece.kind == Kind::Close {
                self.at += 1;
                self.issue(IssueKind::StrayParenthesis, piece.span);
                continue;
            }
            let terms = self.query.terms.len();
            if let Some(expr) = self.either(around) {
                let end = self.pieces[self.at - 1].span.end();
                let excludes = matches!(expr, Expr::Not(_));
                let terms = terms..self.query.terms.len();
                self.query.chips.push(Chip { span: Span::new(piece.span.start(), end), terms, excludes });
                self.query.parts.push(expr);
            }
        }
        attribute(&mut self.query.terms, &self.query.parts);
    }

    /// What stands between parentheses.
    fn group(&mut self, around: Around) -> Option<Expr> {
        let open = self.pieces[self.at - 1].span;
        let mut parts = vec![];
        loop {
            match self.peek() {
                Some(Kind::Close) => {
                    self.at += 1;
                    break;
                }
                None => {
                    self.issue(IssueKind::UnclosedParenthesis, open);
                    break;
                }
                Some(_) => parts.extend(self.either(around)),
            }
        }
        attribute(&mut self.query.terms, &parts);
        if parts.len() > 1 { Some(Expr::All(parts)) } else { parts.pop() }
    }

    /// Parts joined by `OR`.
    fn either(&mut self, around: Around) -> Option<Expr> {
        let mut parts: Vec<Expr> = self.near(around).into_iter().collect();
        while let Some(Kind::Or | Kind::And) = self.peek() {
            let operator = self.pieces[self.at];
            self.at += 1;
            let ends = matches!(self.peek(), None | Some(Kind::Close));
            if ends {
                self.issue(IssueKind::MissingOperand, operator.span);
            }
            if ends || operator.kind == Kind::And {
                break;
            }
            parts.extend(self.near(around));
        }
        if parts.len() > 1 { Some(Expr::Any(parts)) } else { parts.pop() }
    }

    /// Two terms joined by `NEAR`.
    fn near(&mut self, around: Around) -> Option<Expr> {
        let mut left = self.unary(around);
        while let Some(Kind::Near(within)) = self.peek() {
            let operator = self.pieces[self.at].span;
            self.at += 1;
            if matches!(self.peek(), None | Some(Kind::Close)) {
                self.issue(IssueKind::MissingOperand, operator);
                break;
            }
            left = match (left, self.unary(around)) {
                (Some(Expr::Term(left)), Some(Expr::Term(right))) if self.may_scan(operator) => {
                    Some(Expr::Near { left, right, within })
                }
                (Some(left), Some(right)) => {
                    self.issue(IssueKind::NearNeedsTerms, operator);
                    Some(Expr::All(vec![left, right]))
                }
                (left, right) => left.or(right),
            };
        }
        left
    }

    fn unary(&mut self, around: Around) -> Option<Expr> {
        let piece = self.pieces.get(self.at).copied()?;
        // What closes a group is its own business.
        if piece.kind == Kind::Close {
            return None;
        }
        self.at += 1;
        let ends = matches!(self.peek(), None | Some(Kind::Close));
        match piece.kind {
            Kind::Open | Kind::Not | Kind::Field(_) if self.depth >= DEEPEST => {
                self.issue(IssueKind::TooDeep, piece.span);
                None
            }
            Kind::Not | Kind::Field(_) if ends => {
                let kind = if piece.kind == Kind::Not { IssueKind::MissingOperand } else { IssueKind::EmptyField };
                self.issue(kind, piece.span);
                None
            }
            Kind::Open => self.deeper(|parser| parser.group(around)),
            Kind::Not => {
                let excluded = Around { excluded: !around.excluded, ..around };
                self.deeper(|parser| parser.unary(excluded)).map(|part| Expr::Not(Box::new(part)))
            }
            Kind::Field(field) => self.deeper(|parser| parser.unary(Around { field: Some(field), ..around })),
            // An operator with nothing before it is a word: `OR` is gold.
            Kind::Quoted(_) | Kind::Word | Kind::Or | Kind::And | Kind::Near(_) => self.operand(piece, around),
            Kind::Close => None,
        }
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// A word or a phrase, in the field that it stands in.
    fn operand(&mut self, piece: Piece<'_>, around: Around) -> Option<Expr> {
        let kind = match around.field {
            Some(Field::Date) => return self.date(piece),
            Some(Field::Person) => EntityKind::Person,
            Some(Field::Place) => EntityKind::Place,
            Some(Field::Organisation) => EntityKind::Organisation,
            Some(Field::Source) => return Some(Expr::Test(Test::Source(self.name(piece)?))),
            Some(Field::Author) => return Some(Expr::Test(Test::Author(self.name(piece)?))),
            Some(Field::SaidBy) => return Some(Expr::Test(Test::SaidBy(self.name(piece)?))),
            None | Some(Field::Title | Field::Quote) => return self.term(piece, around),
        };
        Some(Expr::Test(Test::Names(kind, self.name(piece)?)))
    }

    fn date(&mut self, piece: Piece<'_>) -> Option<Expr> {
        let Some((first, last, reversed)) = field::dates(piece.text.trim()) else {
            self.issue(IssueKind::NotADate, piece.span);
            return None;
        };
        if reversed {
            self.issue(IssueKind::ReversedDates, piece.span);
        }
        Some(Expr::Test(Test::Published { first, last }))
    }

    fn name(&mut self, piece: Piece<'_>) -> Option<Name> {
        let forms: Vec<String> = words(piece.text).map(|word| fold(word.text)).take(MOST_WORDS).collect();
        if forms.is_empty() {
            self.issue(IssueKind::EmptyField, piece.span);
            return None;
        }
        let prefix = piece.text.ends_with('*') || piece.kind != Kind::Quoted(true) && self.is_open(piece);
        Some(Name { forms, prefix, span: piece.span })
    }

    /// Whether `piece` is still being typed.
    fn is_open(&self, piece: Piece<'_>) -> bool {
        self.open && self.pieces.last().is_some_and(|last| last.span == piece.span)
    }

    fn term(&mut self, piece: Piece<'_>, around: Around) -> Option<Expr> {
        let is_phrase = matches!(piece.kind, Kind::Quoted(_));
        let (text, matching) = if is_phrase { (piece.text, Matching::Exact) } else { self.marks(piece) };
        let mut found = if is_phrase { words(text).map(|word| word.text).collect() } else { unelided(text) };
        if found.is_empty() {
            return None;
        }
        if self.query.terms.len() == MOST_TERMS || found.len() > MOST_WORDS {
            self.issue(IssueKind::TooManyTerms, piece.span);
            found.truncate(MOST_WORDS);
            if self.query.terms.len() == MOST_TERMS {
                return None;
            }
        }
        let scope = match around.field {
            Some(Field::Title) => Scope::Title,
            Some(Field::Quote) => Scope::Quote(None),
            _ => Scope::Text,
        };
        if (found.len() > 1 || scope == Scope::Quote(None)) && !self.may_scan(piece.span) {
            return self.scattered(piece, &found);
        }
        let starred = !is_phrase && text.ends_with('*');
        let typing = !around.excluded && piece.kind != Kind::Quoted(true) && self.is_open(piece);
        let prefix = starred || typing && (is_phrase || matching == Matching::Related);
        self.query.terms.push(Term {
            text: text.trim().to_owned(),
            forms: found.iter().map(|word| fold(word)).collect(),
            spellings: found.iter().map(|word| plain(word).into_owned()).collect(),
            prefix,
            matching: if found.len() > 1 { Matching::Exact } else { matching },
            scope,
            span: piece.span,
        });
        Some(Expr::Term(self.query.terms.len() - 1))
    }

    /// Whether one more part may look into the texts.
    fn may_scan(&mut self, span: Span) -> bool {
        self.scans += 1;
        if self.scans > MOST_SCANS {
            self.issue(IssueKind::TooManyPhrases, span);
        }
        self.scans <= MOST_SCANS
    }

    /// The words of a phrase, wherever they stand.
    fn scattered(&mut self, piece: Piece<'_>, found: &[&str]) -> Option<Expr> {
        let mut parts = vec![];
        for word in found {
            if self.query.terms.len() < MOST_TERMS {
                self.query.terms.push(Term {
                    text: (*word).to_owned(),
                    forms: vec![fold(word)],
                    spellings: vec![plain(word).into_owned()],
                    prefix: false,
                    matching: Matching::Exact,
                    scope: Scope::Text,
                    span: piece.span,
                });
                parts.push(Expr::Term(self.query.terms.len() - 1));
            }
        }
        (!parts.is_empty()).then_some(Expr::All(parts))
    }

    /// The word without `=` and `~1`, and what they say.
    fn marks<'t>(&mut self, piece: Piece<'t>) -> (&'t str, Matching) {
        if let Some(word) = piece.text.strip_prefix('=') {
            return (word, Matching::Exact);
        }
        let Some((word, distance)) = piece.text.rsplit_once('~') else { return (piece.text, Matching::Related) };
        let asked = if distance.is_empty() { Ok(1) } else { distance.parse::<u8>() };
        let Ok(asked) = asked else { return (piece.text, Matching::Related) };
        if asked > MOST_DISTANT {
            self.issue(IssueKind::TooMisspelt, piece.span);
        }
        self.misspelt += 1;
        if self.misspelt > MOST_MISSPELT {
            self.issue(IssueKind::TooManyMisspellings, piece.span);
            return (word, Matching::Related);
        }
        (word, Matching::Misspelt(asked.min(MOST_DISTANT)))
    }
}

/// Where all of `parts` have to hold, what is said is said by the speaker that is named beside it.
fn attribute(terms: &mut [Term], parts: &[Expr]) {
    let speaker = parts.iter().find_map(|part| match part {
        Expr::Test(Test::SaidBy(name)) => Some(name.clone()),
        _ => None,
    });
    let Some(speaker) = speaker else { return };
    for part in parts {
        if let Expr::Term(term) = part
            && let Scope::Quote(by @ None) = &mut terms[*term].scope
        {
            *by = Some(speaker.clone());
        }
    }
}

/// The words of `text`, without elided ones that another word follows.
fn unelided(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = vec![];
    let mut elided = false;
    for token in tokens(text) {
        match token.kind {
            TokenKind::Word => {
                if elided {
                    found.pop();
                }
                found.push(token.text);
                elided = false;
            }
            TokenKind::Separator => {
                elided = token.text.starts_with(is_apostrophe) && found.last().is_some_and(|word| elides(word));
            }
        }
    }
    found
}
