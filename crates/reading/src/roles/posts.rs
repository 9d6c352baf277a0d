//! Posts from social networks, keywords, and lists of other articles.

use super::{Page, Piece, shape::Shape, vocabulary::Topic};
use memchr::memmem;
use std::collections::BTreeSet;
use visavis_corpus::{ClueKind, Role};
use visavis_text::{Span, fold, words};

/// `— Name (@handle) 28 septembre 2016`.
fn is_signature(piece: &Piece<'_>) -> bool {
    let dash = piece.text.starts_with(['—', '–', '-', '―']);
    let handle = || piece.text.split_once("(@").is_some_and(|(_, rest)| rest.contains(')'));
    piece.shape.words <= 20 && handle() && (dash || piece.shape.has(Topic::Month))
}

/// A post on one line with who wrote it: `Merci à tous. — La Ville (@laville) 28 septembre 2016`.
fn ends_in_signature(piece: &Piece<'_>) -> bool {
    let dated = piece.text.ends_with(|c: char| c.is_ascii_digit()) && piece.shape.has(Topic::Month);
    if !dated {
        return false;
    }
    let Some((text, signature)) = piece.text.rsplit_once(['—', '–', '―']) else { return false };
    let handle = signature.split_once("(@").is_some_and(|(_, rest)| rest.contains(')'));
    let told = text.split_whitespace().nth(2).is_some() && text.chars().count() <= 300;
    handle && told && signature.split_whitespace().nth(12).is_none()
}

/// Links and shares that only a post has.
fn is_post(piece: &Piece<'_>) -> bool {
    let plain = &piece.shape.plain;
    ["pic.twitter.com/", "https://t.co/", "http://t.co/"].iter().any(|link| piece.text.contains(link))
        || ["view this post on instagram", "voir cette publication sur instagram", "une publication partagee par"]
            .iter()
            .any(|opening| plain[1..].starts_with(opening))
        || (piece.text.contains('@') && POST_ENDS.iter().any(|end| plain.ends_with(end)) && piece.shape.words <= 60)
        || (plain.starts_with(" publie par ") && plain.contains(" sur ") && piece.shape.has(Topic::Month))
}

/// What leads to a post, at its end.
const POST_ENDS: [&str; 5] =
    [" voir sur x ", " voir sur twitter ", " view on x ", " view on twitter ", " voir sur instagram "];

/// Posts, with the line before each signature.
pub(super) fn embeds(page: &mut Page<'_>) {
    page.judge(|_, piece| {
        (is_signature(piece) || is_post(piece) || ends_in_signature(piece))
            .then(|| (Role::Embed, ClueKind::SocialEmbed, String::new()))
    });
    page.judge_at(|page, at| {
        let piece = &page.pieces[at];
        let next = page.pieces.get(at + 1)?;
        let signed =
            next.role() == Some(Role::Embed) && is_signature(next) && !ends_in_signature(next) && !next.after_blank;
        // A post holds 280 characters, addresses aside.
        let fits = || at > 0 && piece.text.chars().count() <= 300;
        (signed && fits()).then(|| (Role::Embed, ClueKind::SocialEmbed, String::new()))
    });
    handled(page);
    unsigned(page);
}

/// Pieces that a post takes up after the line with its handle or its hour.
const MAX_POST: usize = 4;

/// Posts under the name and the handle of their author, up to their date: `La Ville @laville`, text, `9:14 AM · 11 juil. 2024`.
fn handled(page: &mut Page<'_>) {
    // Before the text, a name over an hour signs the article.
    let Some(mut at) = page.pieces.iter().position(|piece| piece.shape.is_paragraph()) else { return };
    while at < page.pieces.len() {
        let Some((from, end)) = post_at(page, at) else {
            at += 1;
            continue;
        };
        for piece in &mut page.pieces[from..end] {
            piece.decide(Role::Embed, ClueKind::SocialEmbed, "");
        }
        at = end;
    }
}

/// The pieces of the post whose handle, or whose hour, stands at `at`.
fn post_at(page: &Page<'_>, at: usize) -> Option<(usize, usize)> {
    let pieces = &page.pieces;
    let within = at + 1..pieces.len().min(at + 1 + MAX_POST);
    let free = |from: usize, end: usize| pieces[from..=end].iter().all(Piece::is_free);
    let named = |at: &usize| pieces[*at].shape.is_heading() && pieces[*at].shape.words <= 6;
    if has_handle(&pieces[at]) {
        let end = within.clone().find(|&at| is_stamp(&pieces[at]) || leads_to_post(&pieces[at]))?;
        let alone = pieces[at].text.starts_with('@');
        let from = at.checked_sub(1).filter(|before| alone && named(before)).unwrap_or(at);
        return free(from, end).then(|| {
            let more = pieces[end + 1..].iter().take_while(|piece| leads_to_post(piece)).count();
            (from, end + 1 + more)
        });
    }
    if is_stamp(&pieces[at]) {
        // A name over the hour, and how often the post was shared under its text.
        let from = at.checked_sub(1).filter(named)?;
        let shared = |at: &usize| {
            pieces[*at].shape.has(Topic::Counted)
                && pieces[*at].shape.words <= 8
                && pieces[*at].text.starts_with(|c: char| c.is_ascii_digit())
        };
        // Under an hour that signs stand buttons, under the hour of a post what it says.
        pieces.get(at + 1).filter(|text| text.shape.words >= 5 && text.shape.ends)?;
        let end = within.skip(1).find(shared)?;
        return (free(from, end) && !pieces[from].text.ends_with('…')).then_some((from, end + 1));
    }
    None
}

/// Whether a short line ends in a handle, glued to the name or not.
fn has_handle(piece: &Piece<'_>) -> bool {
    let last = piece.text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let handle = last.rsplit_once('@').is_some_and(|(_, handle)| {
        handle.chars().count() > 2 && handle.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    });
    handle && piece.shape.words <= 9
}

/// An hour and a day, and nothing else: `9:14 AM · 11 juil. 2024`, `18 novembre, 19:22`.
fn is_stamp(piece: &Piece<'_>) -> bool {
    let digits = || piece.text.bytes().filter(u8::is_ascii_digit).count();
    let letters = || piece.text.chars().filter(|c| c.is_alphabetic()).count();
    // Most pieces are paragraphs, whose letters need not be counted.
    piece.shape.words <= 9
        && !piece.shape.ends
        && piece.shape.has(Topic::Month)
        && (4..=12).contains(&digits())
        && letters() <= 16
        && piece.text.contains([':', 'h'])
}

/// `Voir sur X`, `View on Instagram`.
fn leads_to_post(piece: &Piece<'_>) -> bool {
    let plain = &piece.shape.plain;
    piece.shape.words <= 5
        && (plain.starts_with(" voir sur ")
            || plain.starts_with(" view on ")
            || plain.starts_with(" voir le tweet ")
            || plain.starts_with(" voir le post "))
}

/// The line before a link of a post, where it shouts its subjects: `… #22mars`.
fn unsigned(page: &mut Page<'_>) {
    page.judge_at(|page, at| {
        let piece = &page.pieces[at];
        let next = page.pieces.get(at + 1)?;
        let hashed = || piece.text.split_whitespace().any(|word| word.starts_with('#') && word.len() > 2);
        let post = next.role() == Some(Role::Embed) && !next.after_blank;
        (post && hashed() && piece.text.chars().count() <= 300)
            .then(|| (Role::Embed, ClueKind::SocialEmbed, String::new()))
    });
}

/// Whether the piece is a heading over keywords, and whether they follow on the same line.
fn tags_heading(piece: &Piece<'_>) -> Option<bool> {
    let opening = piece.shape.opens(Topic::Tags)?;
    let (head, rest) = piece.text.split_once(':').unwrap_or((piece.text, ""));
    let exact = piece.shape.words == opening;
    let labelled =
        piece.text.contains(':') && words(head).count() <= 6 && (!piece.shape.ends || rest.trim().is_empty());
    let run_on = opening >= 2 && piece.shape.words <= 20 && !piece.shape.ends && piece.text.contains(',');
    (exact || labelled || run_on).then(|| !rest.trim().is_empty() || run_on)
}

/// Keywords: with their heading, after it, or a line of nothing but hashtags.
pub(super) fn tags(page: &mut Page<'_>) {
    let mut open = false;
    for at in 0..page.pieces.len() {
        let piece = &page.pieces[at];
        let hashed = piece.text.split_whitespace().all(|word| word.starts_with('#') && word.len() > 1);
        let heading = tags_heading(piece);
        let after = open && piece.is_free() && !piece.shape.is_paragraph() && piece.shape.words <= 8;
        open = heading == Some(false) || (after && piece.shape.words <= 4);
        if hashed || after || heading.is_some() {
            page.pieces[at].decide(Role::Tags, ClueKind::TagLine, "");
        }
    }
    split_glued_tags(page);
}

/// Cuts keywords that lost the spaces between them, where the article's own words say how.
fn split_glued_tags(page: &mut Page<'_>) {
    let is_glued = |piece: &Piece<'_>| {
        let inner =
            || piece.text.chars().zip(piece.text.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
        piece.role() == Some(Role::Tags) && piece.shape.words == 1 && inner()
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

/// What announces other articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Announcement {
    /// A heading over a list.
    List,
    /// A heading over one article, or a few.
    Few,
    /// The announcement and the title on one line.
    Whole,
}

/// Words with which the heading of a list begins that names what it lists.
#[rustfmt::skip]
const LISTING: &[&str] = &[
    "autres", "dernieres", "derniers", "latest", "les", "more", "most", "nos", "other", "our", "plus", "popular", "related", "tous", "tout", "toute",
    "toutes", "trending", "vos",
];

/// What such a heading lists.
#[rustfmt::skip]
const LISTED: &[&str] = &[
    "actu", "actualite", "actualites", "actus", "analyses", "articles", "billets", "breves", "chroniques", "commentes", "conseils", "consultes",
    "dossiers", "emissions", "enquetes", "entretiens", "episodes", "headlines", "infos", "interviews", "lues", "lus", "news", "partages", "podcasts",
    "posts", "publications", "read", "recommandes", "reportages", "shared", "stories", "sujets", "tribunes", "verifications", "videos", "viewed", "vues",
    "vus", "watched",
];

/// Whether a line names what it lists: `Nos dernières vidéos`, `Les articles les plus lus`, `Toute l’actualité en continu`.
fn names_list(shape: &Shape) -> bool {
    if !(2..=9).contains(&shape.words) || shape.ends {
        return false;
    }
    let mut own = shape.plain.split_ascii_whitespace();
    let opens = own.next().is_some_and(|first| LISTING.binary_search(&first).is_ok());
    opens && own.take(3).any(|word| LISTED.binary_search(&word).is_ok())
}

/// A row of titles on one line, kept apart by runs of blanks.
fn is_ticker(piece: &Piece<'_>) -> bool {
    if memmem::find(piece.text.as_bytes(), b"   ").is_none() {
        return false;
    }
    let mut titles = piece.text.split("   ").map(str::trim).filter(|title| !title.is_empty());
    let title = |title: &str| title.contains(' ') && !title.ends_with('.');
    titles.clone().nth(2).is_some() && titles.all(title)
}

/// Whether a piece heads a list of other articles.
pub(super) fn heads_list(piece: &Piece<'_>) -> bool {
    let shape = &piece.shape;
    if names_list(shape) && !piece.text.contains([',', '.']) {
        return true;
    }
    let opens = shape.opens(Topic::RelatedList);
    let exact = opens == Some(shape.words);
    // Glued to the next label: `ARTICLES CONNEXESPLUS DE L'AUTEUR`.
    let longer = opens.is_some_and(|opening| opening >= 2 && shape.words <= opening + 3);
    (exact || longer) && (!shape.ends || piece.text.ends_with(':')) && !piece.text.contains(['«', '"'])
}

fn announcement(piece: &Piece<'_>) -> Option<Announcement> {
    let shape = &piece.shape;
    if heads_list(piece) {
        return Some(Announcement::List);
    }
    if piece.text.starts_with(">>") && shape.words <= 20 {
        return Some(Announcement::Whole);
    }
    let arrow = piece.text.starts_with(['←', '→', '»', '«', '‹', '›']) || piece.text.ends_with(['→', '›']);
    if arrow && shape.is_heading() && !(piece.text.contains('«') && piece.text.contains('»')) {
        return Some(Announcement::Whole);
    }
    let opening = shape.opens(Topic::Related)?;
    if opening == shape.words {
        return (opening > 1 || piece.text.contains([':', '>'])).then_some(Announcement::Few);
    }
    // `Read more from Beacon News:`
    if opening > 1 && piece.text.ends_with(':') && shape.words <= 8 {
        return Some(Announcement::Few);
    }
    let end = words(piece.text).nth(opening - 1)?.span.end();
    let rest = piece.text[end..].trim_start();
    let parted = rest.starts_with([':', '>', '»', '|', '-', '–', '—', '►', '→', '•']);
    let begins = rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '«' | '“'));
    let titled = opening > 1 && begins && !piece.text.ends_with('.');
    let named = opening > 1 && piece.text.contains([':', '"']) && !piece.text.ends_with('.') && shape.words <= 30;
    (shape.words <= 45 && (parted && (!shape.sentences || opening > 1) || titled || named))
        .then_some(Announcement::Whole)
}

/// Whether a piece announces another article and gives its title.
pub(super) fn has_own_link(piece: &Piece<'_>) -> bool {
    announcement(piece) == Some(Announcement::Whole)
}

/// Other articles: after a heading that announces them, or on the same line as it.
pub(super) fn related(page: &mut Page<'_>) {
    let (mut from, middle) = (0, middle(page));
    let spaced = page.pieces.iter().filter(|piece| piece.after_blank).count() * 3 > page.pieces.len();
    while let Some(at) = (from..page.pieces.len()).find(|&at| announced(page, at).is_some()) {
        let end = match announced(page, at) {
            Some(Announcement::List) if at >= middle => close_of_list(page, at),
            Some(Announcement::List) => end_of_few(page, at, true, spaced),
            Some(Announcement::Few) => end_of_few(page, at, spaced, spaced),
            _ => at + 1,
        };
        for piece in &mut page.pieces[at..end] {
            piece.decide(Role::Related, ClueKind::AfterRelated, "");
        }
        from = at + 1;
    }
}

fn announced(page: &Page<'_>, at: usize) -> Option<Announcement> {
    let piece = &page.pieces[at];
    // Before the text, `À la une` is an entry of a menu.
    if heads_list(piece) && !page.pieces[..at].iter().any(|before| before.shape.is_paragraph()) {
        return None;
    }
    if !piece.is_free() {
        return None;
    }
    if is_ticker(piece) { Some(Announcement::Whole) } else { announcement(piece) }
}

/// Where a list that closes the page ends: at the page's end, or where the text goes on after all.
fn close_of_list(page: &Page<'_>, at: usize) -> usize {
    let after = &page.pieces[at + 1..];
    let paragraphs = after.iter().filter(|piece| piece.is_free_paragraph()).count();
    let headings = after.iter().filter(|piece| piece.is_free() && !piece.shape.is_paragraph()).count();
    if paragraphs > headings || goes_on(page, at) {
        return end_of_few(page, at, true, true);
    }
    let stop = after.iter().position(|piece| !piece.is_free() && piece.role() != Some(Role::Related));
    let teasers = after.iter().any(Piece::is_free_paragraph);
    let stop = if teasers { None } else { stop };
    at + 1 + stop.unwrap_or(after.len())
}

/// Pieces after the heading of a list in which the text is told again, where the list stands in mid-text.
const SOON: usize = 12;
/// Words of a paragraph that is no teaser.
const TOLD: usize = 28;

/// Whether the text goes on soon after the list that the piece at `at` heads: two paragraphs stand side by side, or one is longer than the
/// teasers of other articles, each under its title, are.
pub(super) fn goes_on(page: &Page<'_>, at: usize) -> bool {
    let soon = &page.pieces[at + 1..page.pieces.len().min(at + 1 + SOON)];
    // A site that tells what it is under its lists is no text.
    let own = |piece: &Piece<'_>| piece.shape.has(Topic::SmallPrint) || piece.shape.has(Topic::Presentation);
    let told =
        |piece: &Piece<'_>| piece.is_free_paragraph() && piece.shape.ends && piece.shape.words >= 8 && !own(piece);
    let pair = |pair: &[Piece<'_>]| pair.iter().all(told) && pair[0].shape.words + pair[1].shape.words >= 40;
    let long = || soon.iter().any(|piece| told(piece) && piece.shape.sentences && piece.shape.words >= TOLD);
    let more = || page.pieces[at + 1..].iter().filter(|piece| told(piece)).nth(1).is_some();
    soon.windows(2).any(pair) || long() && more()
}

/// Under an announcement and a title, a line of fewer words is the next heading of the text.
const MIN_TITLE: usize = 6;

/// Where a few titles after an announcement in mid-text end: all lines of a list with marks, else one line, or those without a blank.
fn end_of_few(page: &Page<'_>, at: usize, several: bool, spaced: bool) -> usize {
    let marked = |piece: &Piece<'_>| piece.text.starts_with(['•', '►', '→', '>', '*', '-', '–', '·']);
    let list = page.pieces.get(at + 1).is_some_and(marked);
    let mut end = at + 1;
    // `Read more:`, and titles line by line up to the next blank one.
    if page.pieces[at].text.ends_with(':') {
        let title = |piece: &&Piece<'_>| {
            piece.is_free() && !piece.after_blank && piece.shape.is_heading() && piece.shape.words >= 4
        };
        let run = page.pieces[end..].iter().take_while(title).count();
        let parted = page.pieces.get(end + run).is_none_or(|next| next.after_blank || !next.is_free());
        if (2..=6).contains(&run) && parted {
            return end + run;
        }
    }
    while let Some(piece) = page.pieces.get(end) {
        let first = end == at + 1;
        let quoted = piece.text.starts_with(['«', '"', '“']);
        let titled = !spaced && !quoted && piece.shape.is_heading() && piece.shape.words >= MIN_TITLE && end <= at + 3;
        // A few words directly over a paragraph head it.
        let next = page.pieces.get(end + 1).is_some_and(Piece::is_free_paragraph);
        if !first && !list && next && piece.shape.is_heading() && piece.shape.words < MIN_TITLE {
            break;
        }
        let more = if list { marked(piece) } else { first || titled || (several && (!piece.after_blank || !spaced)) };
        if !more || piece.shape.is_paragraph() && !piece.text.ends_with(['?', '!']) && !list || !piece.is_free() {
            break;
        }
        end += 1;
    }
    end
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
