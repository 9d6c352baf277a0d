//! Texts that are told by the hour: a live page is a row of entries, each with its hour, and perhaps a heading, before its text.

use super::{Page, Piece, controls::opens_with_clock};
use visavis_corpus::{ClueKind, Role};

/// Fewer hours than these are no row of entries.
const MIN_ENTRIES: usize = 3;

/// Gives the hours of a live page, and the headings directly under them, their roles.
pub(super) fn entries(page: &mut Page<'_>) {
    let hours: Vec<usize> = (0..page.pieces.len()).filter(|&at| is_hour(&page.pieces[at])).collect();
    let ends = hours.iter().skip(1).copied().chain([page.pieces.len()]);
    let told: Vec<(usize, usize)> = hours.iter().copied().zip(ends).collect();
    let has_text = |&&(at, end): &&(usize, usize)| page.pieces[at + 1..end].iter().any(Piece::is_free_paragraph);
    if told.iter().filter(has_text).count() < MIN_ENTRIES {
        return;
    }
    for (at, end) in told {
        page.pieces[at].decide(Role::Byline, ClueKind::BylineLine, "");
        let text = page.pieces[at + 1..end].iter().take(3).position(|piece| piece.is_free() && piece.shape.ends);
        let Some(piece) = page.pieces.get_mut(at + 1).filter(|_| text.is_some()) else { continue };
        if piece.is_free() && !piece.shape.is_paragraph() {
            let heading = piece.shape.is_heading() || text != Some(0);
            piece.read_as(if heading || piece.text.ends_with('?') { Role::Subheading } else { Role::Body });
        }
    }
}

/// Whether a piece is an hour of the day and nothing else: `18h32`, `18:32`; a player counts from nought.
fn is_hour(piece: &Piece<'_>) -> bool {
    let text = piece.text;
    piece.is_free()
        && text.len() <= 6
        && !text.starts_with("0:")
        && !text.starts_with("00:")
        && opens_with_clock(text).is_some_and(|rest| rest.trim().is_empty())
}
