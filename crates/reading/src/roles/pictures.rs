//! Pictures: who took them, what stands under them, and the pictured links to other articles.

use super::{Page, Piece, vocabulary::is_agency};
use visavis_corpus::{ClueKind, Role};
use visavis_text::fold;

/// Whether `text` begins like a picture credit.
pub(super) fn opens_credit(text: &str) -> bool {
    let head = fold(&text.chars().take(16).collect::<String>());
    [
        "©",
        "(c)",
        "credit photo",
        "credits photo",
        "credit :",
        "credits :",
        "credit:",
        "credits:",
        "photo :",
        "photo:",
        "photo by",
        "image copyright",
        "image source",
        "copyright",
    ]
    .iter()
    .any(|opening| head.starts_with(opening))
}

/// Whether a piece says itself that it is a caption.
fn opens_caption(piece: &Piece<'_>) -> bool {
    ["image caption", "photo caption", "legende", "photo d illustration", "image d illustration"]
        .iter()
        .any(|opening| piece.shape.opens(opening))
}

/// Names as they stand in a credit: a few words each, capitalised.
fn is_name(segment: &str) -> bool {
    let words: Vec<&str> = segment.split_whitespace().collect();
    (1..=5).contains(&words.len()) && words.iter().all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '@'))
}

/// The parts of a credit.
fn segments(text: &str) -> Vec<&str> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '.' | '©' | '-' | '–' | '—'));
    text.split(['/', ',', '|', '•'])
        .flat_map(|part| part.split(" et "))
        .map(str::trim)
        .filter(|s| !s.is_empty())
        .collect()
}

/// Whether `text` is nothing but names, at least one of an agency.
fn is_credit(text: &str) -> bool {
    let parts = segments(text);
    !parts.is_empty()
        && parts.len() <= 5
        && parts.iter().all(|part| is_name(part))
        && parts.iter().any(|part| is_agency(part))
}

/// The agencies that `text` credits for the article itself (`Avec AFP`, `AFP`, `(Reuters)`), as written.
pub(crate) fn agencies(text: &str) -> Option<String> {
    let text = text.trim();
    let rest = ["avec", "with", "source", "sources", "source :", "sources :"]
        .iter()
        .filter(|opening| fold(text).starts_with(&format!("{opening} ")))
        .map(|opening| opening.len() + 1)
        .max();
    // Folding keeps the length of these openings: they are ASCII.
    let names = text.get(rest.unwrap_or(0)..)?.trim();
    let parts = segments(names);
    (!parts.is_empty() && parts.iter().all(|part| is_agency(part))).then(|| parts.join(", "))
}

/// Lines that give a photographer or an agency.
pub(super) fn credits(page: &mut Page<'_>) {
    page.judge(|_, piece| {
        let short = piece.shape.words <= 10 && !piece.shape.sentences;
        let credit = short && (opens_credit(piece.text) || agencies(piece.text).is_some() || is_credit(piece.text));
        credit.then(|| (Role::Credit, ClueKind::CreditLine, String::new()))
    });
}

/// What follows the last dash of a line, where it is short.
fn tail(text: &str) -> Option<&str> {
    let (_, tail) =
        [" - ", " – ", " — ", " | "].iter().filter_map(|dash| text.rsplit_once(dash)).min_by_key(|(_, t)| t.len())?;
    (tail.split_whitespace().count() <= 8).then(|| tail.trim())
}

/// Names parted by strokes after a dash, or in brackets at the end.
fn ends_in_credit(text: &str) -> bool {
    // A photographer and an agency after the full stop, or `Photo AFP`.
    let stopped = text.rsplit_once(". ").map(|(_, tail)| tail.trim());
    let signed = stopped.is_some_and(|tail| {
        let named = tail.strip_prefix("Photo ").or_else(|| tail.strip_prefix("Photo: "));
        named.is_some_and(is_credit) || (tail.contains('/') && is_credit(tail))
    });
    let bracket = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')).map(|(_, inner)| inner);
    tail(text).is_some_and(|tail| is_credit(tail) || (tail.contains('/') && segments(tail).iter().all(|s| is_name(s))))
        || signed
        || bracket.is_some_and(is_credit)
        || text
            .rsplit_once('©')
            .is_some_and(|(before, after)| !before.is_empty() && after.split_whitespace().count() <= 8)
}

/// Lines that stand under a picture.
pub(super) fn captions(page: &mut Page<'_>) {
    let shared = shared_tails(page);
    let first = page.pieces.iter().position(|piece| piece.is_free() && piece.shape.words >= 4 && !piece.shape.ends);
    page.judge_at(|page, at| {
        let piece = &page.pieces[at];
        // A title may end in the name of its outlet or of an agency; it does not end in a photographer and an agency.
        let could_be_title = Some(at) == first && !tail(piece.text).is_some_and(|tail| tail.contains('/'));
        let marked =
            || ends_in_credit(piece.text) || tail(piece.text).is_some_and(|tail| shared.binary_search(&tail).is_ok());
        let caption = piece.shape.words <= 80
            && !could_be_title
            && (marked()
                || opens_caption(piece)
                || (opens_credit(piece.text) && !piece.shape.is_paragraph())
                || beside_credit(page, at));
        caption.then(|| (Role::Caption, ClueKind::CaptionLine, String::new()))
    });
    doubled(page);
}

/// Whether the piece at `at` is glued to a credit, or stands directly over one.
fn beside_credit(page: &Page<'_>, at: usize) -> bool {
    let piece = &page.pieces[at];
    let credit = |other: &&Piece<'_>| other.role() == Some(Role::Credit) && opens_credit(other.text);
    let glued = at
        .checked_sub(1)
        .and_then(|at| page.pieces.get(at))
        .filter(credit)
        .is_some_and(|credit| credit.lines == piece.lines);
    let over =
        page.pieces.get(at + 1).filter(credit).is_some_and(|credit| !credit.after_blank && piece.shape.words <= 40);
    glued || (over && at > 0)
}

/// Short ends that several lines share after a dash: the mark of an archive of pictures.
fn shared_tails<'t>(page: &Page<'t>) -> Vec<&'t str> {
    let mut tails: Vec<&str> = page
        .pieces
        .iter()
        .filter_map(|piece| tail(piece.text))
        .filter(|tail| tail.split_whitespace().count() <= 4 && is_name(tail))
        .collect();
    tails.sort_unstable();
    tails.chunk_by(|a, b| a == b).filter(|same| same.len() > 1).map(|same| same[0]).collect()
}

/// More captions than a page has; every line is compared with each.
const MAX_CAPTIONS: usize = 200;

/// A line that says again what a caption says is a caption too.
fn doubled(page: &mut Page<'_>) {
    let captions: Vec<String> = page
        .pieces
        .iter()
        .filter(|piece| piece.role() == Some(Role::Caption) && piece.shape.words >= 5)
        .map(|piece| piece.shape.plain.clone())
        .take(MAX_CAPTIONS)
        .collect();
    page.judge(|_, piece| {
        let long = piece.shape.words >= 5;
        let same =
            captions.iter().any(|c| c.starts_with(&piece.shape.plain) || piece.shape.plain.starts_with(c.as_str()));
        (long && same).then(|| (Role::Caption, ClueKind::CaptionLine, String::new()))
    });
}

/// Titles of other articles: a heading directly under a captioned picture, amid paragraphs.
pub(super) fn linked_titles(page: &mut Page<'_>) {
    let paragraphs: Vec<usize> = (0..page.pieces.len()).filter(|&at| page.pieces[at].is_free_paragraph()).collect();
    page.judge_at(|page, at| {
        let piece = &page.pieces[at];
        let before = page.pieces.get(at.checked_sub(1)?)?;
        let pictured = matches!(before.role(), Some(Role::Caption | Role::Related)) && !piece.after_blank;
        let inside =
            paragraphs.first().is_some_and(|&first| first < at) && paragraphs.last().is_some_and(|&last| last > at);
        (pictured && inside && piece.shape.is_heading()).then(|| (Role::Related, ClueKind::LinkedTitle, String::new()))
    });
}
