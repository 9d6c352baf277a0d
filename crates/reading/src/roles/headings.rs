//! What is read: title, lead, paragraphs and the headings between them; and who signed.

use super::{
    Page, Piece,
    vocabulary::{BYLINE, MONTHS},
};
use visavis_corpus::{ClueKind, Role};

/// Lines that say who wrote the text, or when it was put online.
pub(super) fn bylines(page: &mut Page<'_>) {
    page.judge(|_, piece| {
        let shape = &piece.shape;
        // A date and an hour count as six words or more.
        let dated = shape.words <= 24 && !shape.ends && !shape.sentences && shape.count(BYLINE) > 0;
        (dated || signed(piece) || is_date(piece)).then(|| (Role::Byline, ClueKind::BylineLine, String::new()))
    });
}

/// `Par Jeanne Martin`, `By Jane Smith, in Aleppo`.
fn signed(piece: &Piece<'_>) -> bool {
    let rest = ["Par ", "PAR ", "By ", "BY ", "De notre "].iter().find_map(|opening| piece.text.strip_prefix(opening));
    rest.is_some_and(|rest| rest.starts_with(char::is_uppercase)) && piece.shape.words <= 10 && !piece.shape.ends
}

/// A line that is a date, and perhaps an hour.
fn is_date(piece: &Piece<'_>) -> bool {
    let month = MONTHS.iter().any(|month| piece.shape.says(month));
    let digits = piece.text.chars().filter(char::is_ascii_digit).count();
    let letters = piece.text.chars().filter(|c| c.is_alphabetic()).count();
    piece.shape.words <= 9 && !piece.shape.ends && digits >= 5 && (letters <= 4 || (month && letters <= 24))
}

/// The title: the first line of some length that does not close like a sentence, before the first paragraph.
pub(super) fn title(page: &mut Page<'_>) {
    if page.pieces.iter().any(|piece| piece.role() == Some(Role::Title)) {
        return;
    }
    let free: Vec<usize> = (0..page.pieces.len()).filter(|&at| page.pieces[at].is_free()).collect();
    let shape = |at: usize| &page.pieces[at].shape;
    let paragraph = free.iter().position(|&at| shape(at).is_paragraph()).unwrap_or(free.len());
    let before = &free[..paragraph];
    let long = before.iter().copied().find(|&at| shape(at).words >= 4);
    let with_words = || before.iter().copied().filter(|&at| shape(at).words > 0);
    // Amid scraps, the longest is the title; where all is short, the first.
    let longest = || {
        let scraps = paragraph < free.len();
        with_words().min_by_key(|&at| (if scraps { usize::MAX - shape(at).words } else { 0 }, at))
    };
    // One sentence, then longer ones: a title that was given its full stop.
    let stopped = || match free[..] {
        [first, second, ..]
            if !shape(first).sentences && shape(first).words <= 20 && shape(second).words > shape(first).words =>
        {
            Some(first)
        }
        _ => None,
    };
    if let Some(at) = long.or_else(longest).or_else(stopped) {
        page.pieces[at].read_as(Role::Title);
    }
}

/// A name alone between the title and the text.
pub(super) fn lone_names(page: &mut Page<'_>) {
    let Some(title) = page.pieces.iter().position(|piece| piece.role() == Some(Role::Title)) else { return };
    let Some(first) = page.pieces.iter().position(Piece::is_free_paragraph) else { return };
    page.judge_at(|page, at| {
        let piece = &page.pieces[at];
        let name = (2..=3).contains(&piece.shape.words)
            && piece.text.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
            && piece.text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '\'' | '’'));
        (title < at && at < first && name).then(|| (Role::Byline, ClueKind::BylineLine, String::new()))
    });
}

/// Everything that nothing set apart: the lead, the headings and the paragraphs.
pub(super) fn read(page: &mut Page<'_>) {
    let free: Vec<usize> = (0..page.pieces.len()).filter(|&at| page.pieces[at].is_free()).collect();
    let paragraphs: Vec<usize> = free.iter().copied().filter(|&at| page.pieces[at].shape.is_paragraph()).collect();
    let lead = match paragraphs[..] {
        [first, _, ..] if page.pieces[first].shape.words <= 110 && page.has_title() => Some(first),
        _ => None,
    };
    for at in free {
        let shape = &page.pieces[at].shape;
        let text_follows = paragraphs.last().is_some_and(|&last| last > at);
        let asks = shape.words <= 12 && !shape.sentences && page.pieces[at].text.ends_with(['?', '!']);
        let role = if Some(at) == lead {
            Role::Lead
        } else if text_follows && (shape.is_heading() || asks) && !page.pieces[at].text.ends_with([',', '-', '–']) {
            Role::Subheading
        } else {
            Role::Body
        };
        page.pieces[at].read_as(role);
    }
}
