//! The page's machinery: advertising, subscription, comment forms, shortcodes, scraps.

use super::{
    Page, Piece,
    cut::is_shortcode,
    vocabulary::{
        ADVERTISING, BESIDE_ADVERTISING, BUTTONS, COMMENT_FORM, COMMENT_LABEL, PRESENTATIONS, PRESS, SMALL_PRINT,
        SUBSCRIPTION, is_agency,
    },
};
use crate::language::Votes;
use std::collections::{BTreeMap, BTreeSet};
use visavis_corpus::{ClueKind, Role};

/// Shortcodes that a publishing system left in the text.
pub(super) fn shortcodes(page: &mut Page<'_>) {
    page.judge(|_, piece| is_shortcode(piece.text).then(|| (Role::Widget, ClueKind::Shortcode, String::new())));
}

/// Letters of Latin script, and all letters.
fn letters(text: &str) -> (usize, usize) {
    let latin = |c: &char| c.is_ascii_alphabetic() || matches!(*c as u32, 0xC0..0x250 | 0x1E00..0x1F00);
    let all = text.chars().filter(|c| c.is_alphabetic());
    (all.clone().filter(latin).count(), all.count())
}

/// Lines in a script other than the page's.
pub(super) fn other_scripts(page: &mut Page<'_>) {
    let (latin, all) = page.pieces.iter().map(|p| letters(p.text)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
    let page_is_latin = latin * 2 > all;
    page.judge(|_, piece| {
        let (latin, all) = letters(piece.text);
        let other = all > 0 && (latin * 2 > all) != page_is_latin && (latin * 5 < all || latin * 5 > all * 4);
        (other && piece.shape.words <= 30).then(|| (Role::Widget, ClueKind::OtherLanguage, String::new()))
    });
}

/// Labels of advertising, alone or in a short label without a full stop.
pub(super) fn advertising(page: &mut Page<'_>) {
    page.judge(|_, piece| {
        let shape = &piece.shape;
        let alone = ADVERTISING.contains(&shape.plain.trim());
        let label = shape.words <= 8 && !shape.ends && shape.count(BESIDE_ADVERTISING) > 0;
        (alone || label).then(|| (Role::Promo, ClueKind::Advertising, String::new()))
    });
}

/// Comment forms.
pub(super) fn comment_forms(page: &mut Page<'_>) {
    page.judge(|_, piece| {
        let shape = &piece.shape;
        let asks = shape.count(COMMENT_FORM);
        let form = (asks > 0 && shape.words <= 20 && !shape.ends)
            || (asks > 1 && shape.words <= 40)
            || (asks > 0 && shape.words <= 10);
        let label = shape.words <= 4 && !shape.ends && shape.count(COMMENT_LABEL) > 0;
        (form || label).then(|| (Role::Widget, ClueKind::CommentForm, String::new()))
    });
}

/// Asks to subscribe, follow, share, download: one in a label, several in a paragraph.
pub(super) fn subscriptions(page: &mut Page<'_>) {
    page.judge(|_, piece| {
        let shape = &piece.shape;
        let asks = shape.count(SUBSCRIPTION);
        let asks_enough = match shape.words {
            0..=6 => asks > 0 && !shape.ends,
            7..=25 => asks > 1,
            words => asks > 2 && words <= 120,
        };
        let opens = shape.words <= 25
            && ["abonnez vous", "inscrivez vous", "suivez nous", "follow us", "subscribe"]
                .iter()
                .any(|p| shape.opens(p));
        let buttons =
            shape.words > 0 && shape.words <= 8 && shape.plain.split_ascii_whitespace().all(|w| BUTTONS.contains(&w));
        (asks_enough || opens || (buttons && !shape.ends)).then(|| (Role::Promo, ClueKind::Subscription, String::new()))
    });
}

/// The small print: rights, terms, cookies.
pub(super) fn small_print(page: &mut Page<'_>) {
    page.judge(|_, piece| {
        let shape = &piece.shape;
        let label = shape.words <= 12 && !shape.sentences && shape.count(SMALL_PRINT) > 0;
        let notice = shape.words <= 120 && shape.says("cookies") && shape.count(SMALL_PRINT) > 0;
        (label || notice).then(|| (Role::Widget, ClueKind::Boilerplate, String::new()))
    });
}

/// An agency or a medium that presents itself: not the event.
pub(super) fn boilerplate(page: &mut Page<'_>) {
    page.judge_at(|page, at| {
        let piece = &page.pieces[at];
        let shape = &piece.shape;
        let head: String = shape.plain.split_inclusive(' ').take(14).collect();
        let presents =
            PRESENTATIONS.iter().any(|phrase| head.contains(&format!(" {phrase} "))) && shape.count(PRESS) > 0;
        let credited = page.pieces[..at].iter().rev().take(2).any(|before| before.role() == Some(Role::Credit));
        let named = piece.text.split(['(', ')']).nth(1).is_some_and(is_agency);
        let closes = || page.pieces[at + 1..].iter().all(|after| !after.is_free() || !after.shape.is_paragraph());
        (presents && (credited || named) && closes()).then(|| (Role::Promo, ClueKind::Boilerplate, String::new()))
    });
}

/// Lines that stand more than once: all of them where they are scraps, the later ones where the first may be text.
pub(super) fn repeated(page: &mut Page<'_>) {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for piece in page.pieces.iter().filter(|piece| piece.is_free() && piece.shape.words > 0) {
        *counts.entry(piece.shape.plain.clone()).or_default() += 1;
    }
    counts.retain(|_, count| *count > 1);
    let mut seen = BTreeSet::new();
    for piece in &mut page.pieces {
        if !piece.is_free() || !counts.contains_key(&piece.shape.plain) {
            continue;
        }
        let first = seen.insert(piece.shape.plain.clone());
        if !first || (piece.shape.words < 4 && !piece.shape.ends) {
            piece.decide(Role::Widget, ClueKind::Repeated, "");
        }
    }
}

/// Scraps before the title and after the last paragraph, and lines without a word anywhere.
pub(super) fn fragments(page: &mut Page<'_>) {
    let title = page.pieces.iter().position(|piece| piece.role() == Some(Role::Title));
    let last = page.pieces.iter().rposition(Piece::is_free_paragraph);
    page.judge_at(|page, at| {
        let piece = &page.pieces[at];
        let before = title.is_some_and(|title| at < title) && last.is_some();
        let after = last.is_some_and(|last| at > last) && title.is_none_or(|title| at > title);
        let scrap = piece.shape.words <= 4 && !piece.shape.ends;
        let letters = piece.text.chars().any(char::is_alphabetic);
        let loose = (before || after) && scrap;
        let empty = piece.shape.words <= 1 && !letters;
        (loose || empty).then(|| (Role::Widget, ClueKind::Fragment, String::new()))
    });
}

/// Labels in another language than the page's.
pub(super) fn other_languages(page: &mut Page<'_>) {
    let Some(language) = page.votes.winner() else { return };
    page.judge(|_, piece| {
        let votes = Votes::of(piece.text);
        let label = piece.shape.words <= 12 && !piece.shape.ends && !piece.text.contains(['"', '«', '“']);
        let other = votes.winner().filter(|&own| own != language);
        other.filter(|_| label).map(|own| (Role::Widget, ClueKind::OtherLanguage, own.tag().into()))
    });
}
