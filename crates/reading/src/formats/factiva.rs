//! The text export of Factiva, with its two-letter labels or without.

use super::{Field, Opened, date, listing::Listing};
use crate::source::{Index, Line, Source};
use visavis_corpus::Role;

/// Whether `text` is such an export: a line that gives the number of a document closes each article.
pub(super) fn is_one(text: &str) -> bool {
    text.lines().any(|line| number(line.trim()).is_some())
}

/// The number in `Document LEMOND0020161012ecad0000x`: a source, a day, a series.
fn number(line: &str) -> Option<&str> {
    let line = line.strip_prefix("AN").map_or(line, str::trim_start);
    let rest = line.strip_prefix("Document ")?.trim();
    let (source, after) = rest.split_at_checked(rest.find("20").or_else(|| rest.find("19"))?)?;
    let is_number = rest.len() >= 20
        && rest.bytes().all(|b| b.is_ascii_alphanumeric())
        && (3..=8).contains(&source.len().min(8))
        && after.bytes().filter(u8::is_ascii_digit).count() >= 8;
    is_number.then_some(rest)
}

/// Labels at the start of a line, and what they hold. Those that hold nothing to read are named too, so that they end the text.
const LABELS: [&str; 25] = [
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "CO", "IN", "NS",
    "RE", "IPC", "IPD", "PUB", "AN", "CT",
];

/// Reads the articles of an export.
pub(super) fn open(source: &Source, opened: &mut Opened) {
    let index = Index::of(source);
    let lines = source.lines();
    let ends: Vec<usize> =
        (0..lines.len()).filter(|&at| number(source.slice(lines[at].span).trim()).is_some()).map(|at| at + 1).collect();
    let mut from = 0;
    for (nth, &end) in ends.iter().enumerate() {
        // What follows the last article (how the search was made) goes with it, set apart.
        let end = if nth + 1 == ends.len() { lines.len() } else { end };
        opened.drafts.extend(article(source, &index, &lines[from..end]).finish());
        from = end;
    }
}

fn article<'s>(source: &'s Source, index: &Index, lines: &[Line]) -> Listing<'s> {
    let mut article = Listing::new(source, index);
    let labelled = lines
        .iter()
        .any(|&line| label(article.said(line)).is_some_and(|(label, _)| matches!(label, "HD" | "TD" | "LP")));
    if labelled {
        with_labels(&mut article, lines);
    } else {
        without_labels(&mut article, lines);
    }
    article
}

/// The label that opens a line, and what follows it.
fn label(said: &str) -> Option<(&'static str, &str)> {
    LABELS.into_iter().find_map(|label| {
        let rest = said.strip_prefix(label)?;
        (rest.is_empty() || rest.starts_with(['\t', ' ', '\u{a0}'])).then(|| (label, rest.trim()))
    })
}

fn with_labels(article: &mut Listing<'_>, lines: &[Line]) {
    let mut open = "";
    for &line in lines {
        let said = article.said(line);
        if said.is_empty() {
            article.blank();
            continue;
        }
        let value = match label(said) {
            Some((label, value)) => {
                open = label;
                value
            }
            None => said,
        };
        state(article, open, value, line);
        let role = match open {
            "HD" => Some((Role::Title, "HD")),
            "LP" | "TD" => None,
            "BY" => Some((Role::Byline, "BY")),
            "CR" => Some((Role::Credit, "CR")),
            _ => Some((Role::Widget, open)),
        };
        if !value.is_empty() {
            let trimmed = Line {
                span: visavis_text::Span::new(line.span.end() - tail(article, line, value), line.span.end()),
                ..line
            };
            article.add(trimmed, role);
        }
    }
}

/// How many bytes of the line are `value` and what follows it.
fn tail(article: &Listing<'_>, line: Line, value: &str) -> usize {
    let said = article.said(line);
    let spaces = line.span.len() - said.len();
    // Spaces before the line are few; those after it count with the value.
    value.len() + spaces.min(line.span.len() - value.len())
}

fn state(article: &mut Listing<'_>, label: &str, value: &str, line: Line) {
    let field = match label {
        "HD" => Field::Title,
        "BY" => Field::Byline,
        "CR" => Field::Credit,
        "PD" => Field::Date,
        "SN" => Field::Outlet,
        "LA" => Field::Language,
        "AN" => Field::Id,
        _ => return,
    };
    let value = if field == Field::Id { value.trim_start_matches("Document ") } else { value };
    article.stated.add(field, value, label, line.number);
}

/// Without labels the lines stand in a fixed order around the number of words: title, author; words, day, hour, outlet, its code, page,
/// language, rights; a blank line; the text.
fn without_labels(article: &mut Listing<'_>, lines: &[Line]) {
    let filled: Vec<usize> = (0..lines.len()).filter(|&at| !article.said(lines[at]).is_empty()).collect();
    let count = filled.iter().take(12).position(|&at| is_word_count(article.said(lines[at])));
    let mut text_from = 0;
    let mut roles = vec![None; lines.len()];
    if let Some(count) = count {
        for (nth, &at) in filled[..count].iter().enumerate() {
            let last = nth > 0 && nth + 1 == count;
            roles[at] = Some(if last { (Role::Byline, "author") } else { (Role::Title, "title") });
            let (field, name) = if last { (Field::Byline, "author") } else { (Field::Title, "title") };
            article.stated.add(field, article.said(lines[at]), name, lines[at].number);
        }
        let head: Vec<usize> = filled[count..].iter().copied().take_while(|&at| at - filled[count] <= 14).collect();
        let end = head.iter().position(|&at| is_rights(article.said(lines[at]))).unwrap_or_else(|| head.len().min(6));
        let end = end.min(head.len().saturating_sub(1));
        let day = head[..=end].iter().position(|&at| date::read(article.said(lines[at])).is_some());
        if let Some(day) = day {
            article.stated.add(Field::Date, article.said(lines[head[day]]), "date", lines[head[day]].number);
            let is_hour = |said: &str| said.contains(':') && said.chars().next().is_some_and(|c| c.is_ascii_digit());
            if let Some(&at) = head[day + 1..=end].iter().find(|&&at| !is_hour(article.said(lines[at]))) {
                article.stated.add(Field::Outlet, article.said(lines[at]), "source", lines[at].number);
            }
        }
        for &at in &head[..=end] {
            article.stated.add(Field::Language, article.said(lines[at]), "language", lines[at].number);
            roles[at] = Some((Role::Widget, "header"));
        }
        text_from = head[end] + 1;
    }
    let mut over = false;
    for (at, &line) in lines.iter().enumerate() {
        let said = article.said(line);
        if said.is_empty() {
            article.blank();
        } else if over {
            article.add(line, Some((Role::Widget, "after the last article")));
        } else if let Some(id) = number(said) {
            article.stated.add(Field::Id, id, "Document", line.number);
            article.add(line, Some((Role::Widget, "Document")));
            over = true;
        } else {
            let role = if at < text_from { roles[at].or(Some((Role::Widget, "header"))) } else { None };
            article.add(line, role);
        }
    }
}

/// `532 mots`, `1,204 words`.
fn is_word_count(said: &str) -> bool {
    let mut parts = said.split_whitespace();
    let number =
        parts.next().is_some_and(|number| number.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.')));
    let rest: Vec<&str> = parts.collect();
    number && matches!(rest[..], ["words" | "mots" | "Wörter" | "palabras"] | [_, "mots"])
}

fn is_rights(said: &str) -> bool {
    ["Copyright", "©", "(c)", "(C)", "Tous droits", "All rights"].iter().any(|opening| said.starts_with(opening))
}
