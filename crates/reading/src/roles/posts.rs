//! Posts from social networks, keywords, and lists of other articles.

use super::{
    Page, Piece,
    vocabulary::{MONTHS, RELATED, RELATED_LIST, TAGS},
};
use std::collections::BTreeSet;
use visavis_corpus::{ClueKind, Role};
use visavis_text::{Span, fold, words};

/// `— Name (@handle) 28 septembre 2016`.
fn is_signature(piece: &Piece<'_>) -> bool {
    let dash = piece.text.starts_with(['—', '–', '-', '―']);
    let handle = piece.text.split_once("(@").is_some_and(|(_, rest)| rest.contains(')'));
    handle && piece.shape.words <= 20 && (dash || MONTHS.iter().any(|month| piece.shape.says(month)))
}

/// Links and shares that only a post has.
fn is_post(piece: &Piece<'_>) -> bool {
    ["pic.twitter.com/", "https://t.co/", "http://t.co/"].iter().any(|link| piece.text.contains(link))
        || ["view this post on instagram", "voir cette publication sur instagram", "une publication partagee par"]
            .iter()
            .any(|opening| piece.shape.opens(opening))
}

/// Posts, with the line before each signature.
pub(super) fn embeds(page: &mut Page<'_>) {
    page.judge(|_, piece| {
        (is_signature(piece) || is_post(piece)).then(|| (Role::Embed, ClueKind::SocialEmbed, String::new()))
    });
    page.judge_at(|page, at| {
        let piece = &page.pieces[at];
        let next = page.pieces.get(at + 1)?;
        let signed = next.role() == Some(Role::Embed) && is_signature(next) && !next.after_blank;
        // A post holds 280 characters, addresses aside.
        let fits = at > 0 && piece.text.chars().count() <= 300;
        (signed && fits).then(|| (Role::Embed, ClueKind::SocialEmbed, String::new()))
    });
}

/// Whether the piece is a heading over keywords, and whether they follow on the same line.
fn tags_heading(piece: &Piece<'_>) -> Option<bool> {
    let opening = TAGS.iter().find(|opening| piece.shape.opens(opening))?;
    let (head, rest) = piece.text.split_once(':').unwrap_or((piece.text, ""));
    let exact = piece.shape.words == opening.split(' ').count();
    let labelled = piece.text.contains(':') && words(head).count() <= 6;
    (exact || labelled).then(|| !rest.trim().is_empty())
}

/// Keywords: after their heading, or a line of nothing but hashtags.
pub(super) fn tags(page: &mut Page<'_>) {
    page.judge_at(|page, at| {
        let piece = &page.pieces[at];
        let hashed = piece.text.split_whitespace().all(|word| word.starts_with('#') && word.len() > 1);
        let before = at.checked_sub(1).and_then(|at| page.pieces.get(at));
        let after = before.and_then(tags_heading) == Some(false) && !piece.shape.is_paragraph();
        // The heading alone is no keyword.
        let heading = tags_heading(piece);
        let role = if heading == Some(false) { Role::Widget } else { Role::Tags };
        (hashed || after || heading.is_some()).then(|| (role, ClueKind::TagLine, String::new()))
    });
    split_glued_tags(page);
}

/// Cuts keywords that lost the spaces between them, where the article's own words say how.
fn split_glued_tags(page: &mut Page<'_>) {
    let is_glued = |piece: &Piece<'_>| {
        let inner =
            piece.text.chars().zip(piece.text.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
        piece.role() == Some(Role::Tags) && piece.shape.words == 1 && inner
    };
    let Some(at) = page.pieces.iter().position(is_glued) else { return };
    let known: BTreeSet<String> = page
        .pieces
        .iter()
        .filter(|piece| piece.role() != Some(Role::Tags))
        .flat_map(|piece| words(piece.text))
        .filter(|word| word.text.chars().count() >= 3)
        .map(|word| fold(word.text))
        .collect();
    let glued = page.pieces[at].clone();
    let Some(parts) = segment(glued.text, &known) else { return };
    page.pieces.splice(at..=at, parts.into_iter().map(|part| glued.part(part)));
}

/// The fewest known words that make up `text`.
fn segment(text: &str, known: &BTreeSet<String>) -> Option<Vec<Span>> {
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    if ends.len() > 200 {
        return None;
    }
    // For each end, the fewest words and where the last begins.
    let mut best: Vec<Option<(usize, usize)>> = vec![None; ends.len()];
    best[0] = Some((0, 0));
    for to in 1..ends.len() {
        let candidates = (to.saturating_sub(30)..to).filter_map(|from| {
            let (count, _) = best[from]?;
            known.contains(&fold(&text[ends[from]..ends[to]])).then_some((count + 1, from))
        });
        best[to] = candidates.min();
    }
    let (mut to, mut parts) = (ends.len() - 1, vec![]);
    while to > 0 {
        let (_, from) = best[to]?;
        parts.push(Span::new(ends[from], ends[to]));
        to = from;
    }
    parts.reverse();
    Some(parts)
}

/// Other articles: after a heading that announces them, or on the same line as it.
pub(super) fn related(page: &mut Page<'_>) {
    let (mut from, middle) = (0, middle(page));
    while let Some(at) = (from..page.pieces.len()).find(|&at| page.pieces[at].is_free() && announces(&page.pieces[at]))
    {
        from = at + 1;
        let heading = page.pieces[at].clone();
        let mut end = at + 1;
        if !has_own_link(&heading) {
            let to_the_end = heading.shape.count(RELATED_LIST) > 0 && at >= middle;
            while end < page.pieces.len() && (to_the_end || !page.pieces[end].shape.is_paragraph()) {
                // One announcement in mid-text is for one title, or for a list without blank lines.
                if !to_the_end && end > at + 1 && page.pieces[end].after_blank {
                    break;
                }
                end += 1;
            }
        }
        for piece in &mut page.pieces[at..end] {
            piece.decide(Role::Related, ClueKind::AfterRelated, "");
        }
    }
}

/// Whether a piece announces other articles.
fn announces(piece: &Piece<'_>) -> bool {
    let heading = |phrase: &&&str| {
        piece.shape.opens(phrase) && piece.shape.words <= phrase.split(' ').count() + 2 && !piece.text.ends_with('.')
    };
    RELATED_LIST.iter().chain(RELATED).find(heading).is_some() || has_own_link(piece)
}

/// `Lire aussi : title of the other article`.
fn has_own_link(piece: &Piece<'_>) -> bool {
    let Some((head, rest)) = piece.text.split_once([':', '>', '»', '|']) else { return false };
    let head = super::vocabulary::plain(head);
    !rest.trim().is_empty() && RELATED.iter().any(|phrase| head.trim() == *phrase) && piece.shape.words <= 40
}

/// The first piece before which more of the article's paragraphs stand than after it.
fn middle(page: &Page<'_>) -> usize {
    let words = |piece: &Piece<'_>| if piece.is_free_paragraph() { piece.shape.words } else { 0 };
    let all: usize = page.pieces.iter().map(words).sum();
    let mut before = 0;
    let past = page.pieces.iter().position(|piece| {
        before += words(piece);
        before * 2 > all
    });
    past.map_or(page.pieces.len(), |at| at + 1)
}
