//! What a page's system leaves in its text: shortcodes, other scripts and languages, an agency's words about itself, repetitions, scraps.

use super::{
    Page,
    cut::is_shortcode,
    vocabulary::{Topic, is_agency},
};
use std::collections::{BTreeMap, BTreeSet};
use visavis_corpus::{ClueKind, Role};

/// Shortcodes that a publishing system left in the text.
pub(super) fn shortcodes(page: &mut Page<'_>) {
    page.judge(|_, piece| is_shortcode(piece.text).then(|| (Role::Widget, ClueKind::Shortcode, String::new())));
}

/// Letters of Latin script, and all letters.
fn letters(text: &str) -> (usize, usize) {
    // Most of a text is ASCII, and told many bytes at a time.
    let ascii = text.bytes().filter(u8::is_ascii_alphabetic).count();
    let (mut latin, mut all, mut rest) = (ascii, ascii, text);
    while let Some(at) = rest.bytes().position(|byte| !byte.is_ascii()) {
        let mut chars = rest[at..].chars();
        if let Some(c) = chars.next().filter(|c| c.is_alphabetic()) {
            latin += usize::from(matches!(c as u32, 0xC0..0x250 | 0x1E00..0x1F00));
            all += 1;
        }
        rest = chars.as_str();
    }
    (latin, all)
}

/// Lines in a script other than the page's.
pub(super) fn other_scripts(page: &mut Page<'_>) {
    let (latin, all) = page.pieces.iter().map(|p| letters(p.text)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
    let page_is_latin = latin * 2 > all;
    page.judge(|_, piece| {
        if piece.shape.words > 30 {
            return None;
        }
        let (latin, all) = letters(piece.text);
        let other = all > 0 && (latin * 2 > all) != page_is_latin && (latin * 5 < all || latin * 5 > all * 4);
        other.then(|| (Role::Widget, ClueKind::OtherLanguage, String::new()))
    });
}

/// An agency or a medium that presents itself: not the event.
pub(super) fn boilerplate(page: &mut Page<'_>) {
    page.judge_at(|page, at| {
        let piece = &page.pieces[at];
        let shape = &piece.shape;
        let presents = shape.found(Topic::Presentation).any(|found| found.before <= 12) && shape.has(Topic::Press);
        let credited = page.pieces[..at].iter().rev().take(2).any(|before| before.role() == Some(Role::Credit));
        let named = piece.text.split(['(', ')']).nth(1).is_some_and(is_agency);
        let closes = || page.pieces[at + 1..].iter().all(|after| !after.is_free_paragraph());
        (presents && (credited || named) && closes()).then(|| (Role::Promo, ClueKind::Boilerplate, String::new()))
    });
}

/// Lines that stand more than once: all of them where they are scraps, the later ones where the first may be text; the title's
/// others wherever they are.
pub(super) fn repeated(page: &mut Page<'_>) {
    let title = page.title().map(|piece| piece.shape.plain.clone());
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for piece in page.pieces.iter().filter(|piece| piece.is_free() && piece.shape.words > 0) {
        *counts.entry(piece.shape.plain.clone()).or_default() += 1;
    }
    counts.retain(|_, count| *count > 1);
    let mut seen = BTreeSet::new();
    for piece in &mut page.pieces {
        let titled = title.as_ref().is_some_and(|title| *title == piece.shape.plain);
        if !piece.is_free() || !(titled || counts.contains_key(&piece.shape.plain)) {
            continue;
        }
        let first = seen.insert(piece.shape.plain.clone());
        if titled || !first || (piece.shape.words < 4 && !piece.shape.ends) {
            piece.decide(Role::Widget, ClueKind::Repeated, "");
        }
    }
}

/// Lines without a word anywhere.
pub(super) fn fragments(page: &mut Page<'_>) {
    page.judge(|_, piece| {
        let empty = piece.shape.words <= 1 && !piece.text.chars().any(char::is_alphabetic);
        empty.then(|| (Role::Widget, ClueKind::Fragment, String::new()))
    });
}

/// Labels in another language than the page's.
pub(super) fn other_languages(page: &mut Page<'_>) {
    let Some(language) = page.votes.winner() else { return };
    page.judge(|_, piece| {
        let label = piece.shape.words <= 12 && !piece.shape.ends && !piece.text.contains(['"', '«', '“']);
        let other = label.then(|| piece.shape.votes.winner())?.filter(|&own| own != language);
        other.map(|own| (Role::Widget, ClueKind::OtherLanguage, own.tag().into()))
    });
}
