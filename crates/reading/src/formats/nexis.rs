//! The text export of LexisNexis: with `1 of 10 DOCUMENTS` before each article, or `End of Document` after it (Nexis Uni).

use super::{Field, Opened, date, listing::Listing};
use crate::source::{Index, Line, Source};
use visavis_corpus::{Role, When};

/// Whether `text` is such an export.
pub(super) fn is_one(text: &str) -> bool {
    text.lines().any(|line| opens(line.trim()))
        || (text.lines().any(|line| closes(line.trim())) && text.lines().any(|line| label(line.trim()).is_some()))
}

/// `1 of 10 DOCUMENTS`.
fn opens(said: &str) -> bool {
    if !said.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let words: Vec<&str> = said.split_whitespace().collect();
    let number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    matches!(words[..], [first, "of" | "de" | "sur" | "von", all, "DOCUMENTS" | "DOCUMENT" | "DOKUMENTEN"] if number(first) && number(all))
}

fn closes(said: &str) -> bool {
    matches!(said, "End of Document" | "Fin du document" | "Fin du Document")
}

/// What the labels of the export hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Byline,
    Lead,
    Title,
    /// After which the text begins.
    Length,
    /// Alone on its line, before the text.
    Body,
    Language,
    /// Section, subject, place, companies…
    Other,
}

/// Labels as they are written, in capitals; the export has them in English, French or German.
const LABELS: [(&str, Label); 30] = [
    ("BYLINE", Label::Byline),
    ("AUTEUR", Label::Byline),
    ("AUTOR", Label::Byline),
    ("HIGHLIGHT", Label::Lead),
    ("ENCART", Label::Lead),
    ("HEADLINE", Label::Title),
    ("TITRE", Label::Title),
    ("LENGTH", Label::Length),
    ("LONGUEUR", Label::Length),
    ("LÄNGE", Label::Length),
    ("BODY", Label::Body),
    ("CORPS", Label::Body),
    ("LANGUAGE", Label::Language),
    ("LANGUE", Label::Language),
    ("SECTION", Label::Other),
    ("RUBRIQUE", Label::Other),
    ("DATELINE", Label::Other),
    ("LOAD-DATE", Label::Other),
    ("DATE-CHARGEMENT", Label::Other),
    ("SUBJECT", Label::Other),
    ("SUJET", Label::Other),
    ("GEOGRAPHIC", Label::Other),
    ("LOCALISATION-GEO", Label::Other),
    ("PUBLICATION-TYPE", Label::Other),
    ("TYPE-PUBLICATION", Label::Other),
    ("ORGANIZATION", Label::Other),
    ("COMPANY", Label::Other),
    ("PERSON", Label::Other),
    ("GRAPHIC", Label::Other),
    ("SERIES", Label::Other),
];

/// The label that opens a line, its name, and what follows it.
fn label(said: &str) -> Option<(Label, &'static str, &str)> {
    let (name, rest) = said.split_once(':').unwrap_or((said, ""));
    let upper = name.trim().to_uppercase();
    let (name, label) = LABELS.into_iter().find(|(name, _)| *name == upper)?;
    let alone = matches!(label, Label::Body);
    (alone || said.contains(':')).then(|| (label, name, rest.trim()))
}

/// Reads the articles of an export.
pub(super) fn open(source: &Source, opened: &mut Opened) {
    let index = Index::of(source);
    let lines = source.lines();
    let said = |line: &Line| source.slice(line.span).trim();
    let starts: Vec<usize> = (0..lines.len()).filter(|&at| opens(said(&lines[at]))).collect();
    let mut documents: Vec<&[Line]> = vec![];
    if starts.is_empty() {
        documents.extend(lines.split_inclusive(|line| closes(said(line))));
    } else {
        // What stands before the first article (how the search was made) goes with it, set apart.
        let ends = starts.iter().skip(1).copied().chain([lines.len()]);
        let mut from = 0;
        for end in ends {
            documents.push(&lines[from..end]);
            from = end;
        }
    }
    for lines in documents {
        let mut article = Listing::new(source, &index);
        if lines.iter().any(|line| !said(line).is_empty()) {
            read(&mut article, lines);
            opened.drafts.extend(article.finish());
        }
    }
}

/// How far an article has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Head,
    Title,
    Labels,
    Text,
    Label(Label, &'static str),
    Foot,
}

fn read(article: &mut Listing<'_>, lines: &[Line]) {
    let start = lines.iter().position(|&line| opens(article.said(line))).map_or(0, |at| at + 1);
    lines[..start].iter().for_each(|&line| head(article, line, "cover"));
    let lines = &lines[start..];
    let filled: Vec<usize> = (0..lines.len()).filter(|&at| !article.said(lines[at]).is_empty()).collect();
    let day = filled
        .iter()
        .take(14)
        .position(|&at| label(article.said(lines[at])).is_none() && is_day(article.said(lines[at])));
    let Some(day) = day else {
        return lines.iter().for_each(|&line| article.flow(line, None));
    };
    let title_first = start == 0;
    // Nexis Uni gives title, outlet, day; its elder outlet, day, title.
    let outlet = if title_first && day > 0 { day - 1 } else { 0 };
    for (nth, &at) in filled[..day].iter().enumerate() {
        let (field, role) = if nth == outlet {
            (Some(Field::Outlet), (Role::Widget, "source"))
        } else if title_first {
            (Some(Field::Title), (Role::Title, "title"))
        } else {
            (None, (Role::Widget, "header"))
        };
        if let Some(field) = field {
            article.stated.add(field, article.said(lines[at]), role.1, lines[at].number);
        }
        article.add(lines[at], Some(role));
        article.blank();
    }
    let date = lines[filled[day]];
    article.stated.add(Field::Date, article.said(date), "date", date.number);
    head(article, date, "date");
    let mut next = filled[day] + 1;
    // A line right under the day is the edition's.
    if !title_first && filled.get(day + 1) == Some(&next) && label(article.said(lines[next])).is_none() {
        head(article, lines[next], "edition");
        next += 1;
    }
    rest(article, &lines[next..], if title_first { At::Labels } else { At::Head });
}

fn is_day(said: &str) -> bool {
    said.len() < 60 && date::read(said).is_some_and(When::is_day)
}

fn head(article: &mut Listing<'_>, line: Line, name: &str) {
    if !article.said(line).is_empty() {
        article.add(line, Some((Role::Widget, name)));
        article.blank();
    }
}

/// Everything after the day.
fn rest(article: &mut Listing<'_>, lines: &[Line], mut at: At) {
    let has_length =
        lines.iter().any(|&line| matches!(label(article.said(line)), Some((Label::Length | Label::Body, ..))));
    let mut read = false;
    for &line in lines {
        let said = article.said(line);
        if said.is_empty() {
            article.blank();
            at = match at {
                At::Title => At::Labels,
                At::Label(Label::Length, _) if !read => At::Text,
                At::Label(Label::Body, _) => At::Text,
                At::Label(_, _) if read => At::Foot,
                At::Label(_, _) if has_length => At::Labels,
                At::Label(_, _) => At::Text,
                other => other,
            };
            continue;
        }
        let labelled = label(said);
        if let Some((label, name, value)) = labelled {
            at = At::Label(label, name);
            state(article, label, name, value, line);
        } else if is_foot(said) && (read || at != At::Head) {
            at = if read { At::Foot } else { at };
        }
        at = match at {
            At::Head => At::Title,
            other => other,
        };
        read |= at == At::Text;
        let role = match at {
            _ if is_foot(said) => Some((Role::Widget, "rights")),
            At::Title => Some((Role::Title, "title")),
            At::Text => None,
            At::Label(Label::Lead, name) => Some((Role::Lead, name)),
            At::Label(Label::Title, name) => Some((Role::Title, name)),
            At::Label(Label::Byline, name) => Some((Role::Byline, name)),
            At::Label(_, name) => Some((Role::Widget, name)),
            At::Head | At::Labels | At::Foot => Some((Role::Widget, "header")),
        };
        if at == At::Title {
            article.stated.add(Field::Title, said, "title", line.number);
        }
        article.flow(line, role);
    }
}

fn state(article: &mut Listing<'_>, label: Label, name: &str, value: &str, line: Line) {
    let field = match label {
        Label::Byline => Field::Byline,
        Label::Title => Field::Title,
        Label::Language => Field::Language,
        _ => return,
    };
    article.stated.add(field, value, name, line.number);
}

fn is_foot(said: &str) -> bool {
    let openings = ["Copyright ", "©", "All Rights Reserved", "Tous Droits Réservés", "Tous droits réservés"];
    openings.iter().any(|opening| said.starts_with(opening)) || closes(said)
}
