//! Pictures: who took them, what stands under them, and the pictured links to other articles.

use super::{
    Page, Piece,
    headings::is_name_in_full,
    shape::Shape,
    vocabulary::{Topic, is_agency, is_agency_glued},
};
use visavis_corpus::{ClueKind, Role};
use visavis_text::fold;

/// Whether `text` begins like a picture credit.
pub(super) fn opens_credit(text: &str) -> bool {
    let text = if is_notice_in_brackets(text) { &text[1..] } else { text };
    let after_dash = text.trim_start_matches(['—', '–', '-', ' ']);
    let text = if after_dash.starts_with('©') { after_dash } else { text };
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
        "photograph:",
        "photos :",
        "photos:",
        "image:",
        "image :",
        "video :",
        "illustration :",
        "illustrations :",
        "dessin :",
        "dessins :",
        "infographie :",
        "visuel :",
        "montage :",
        "istock",
        "image copyright",
        "image source",
        "image credit",
        "copyright",
    ]
    .iter()
    .any(|opening| head.starts_with(opening))
}

/// Whether all of `text` stands in brackets, as in `(Crédits : DR)`; `(c)` is the sign of copyright.
fn is_notice_in_brackets(text: &str) -> bool {
    text.starts_with(['(', '[']) && text.ends_with([')', ']']) && !text.starts_with("(c)") && !text.starts_with("(C)")
}

/// Whether a piece says itself that it is a caption.
fn says_caption(piece: &Piece<'_>) -> bool {
    let shape = &piece.shape;
    let labelled = shape.found(Topic::Picture).any(|found| found.before == 0 && found.words() > 1);
    // `(Photo d’illustration)`, `(Archives)`, `[File: …]` at the end.
    let bracket =
        piece.text.trim_end_matches('.').strip_suffix([')', ']']).and_then(|text| text.rsplit_once(['(', '[']));
    let noted = bracket.is_some_and(|(before, inner)| {
        let inner = Shape::of(inner);
        let file = inner.plain.starts_with(" file ") || inner.plain.starts_with(" photo ");
        !before.trim().is_empty() && inner.words <= 8 && (inner.opens(Topic::Picture).is_some() || file)
    });
    labelled || noted
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
        && parts.iter().all(|part| is_name(part) || is_agency(part) || is_agency_glued(part))
        && parts.iter().any(|part| is_agency(part) || is_agency_glued(part))
}

/// Words before the agencies that a text owes something to.
const OWING: [&str; 13] = [
    "avec ",
    "with ",
    "source ",
    "sources ",
    "source: ",
    "sources: ",
    "source : ",
    "sources : ",
    "par ",
    "by ",
    "- avec ",
    "et ",
    "texte : ",
];

/// The agencies that `text` credits for the article itself (`Avec AFP`, `AFP`, `(Reuters)`, `(ats/nxp)`), as written.
pub(crate) fn agencies(text: &str) -> Option<String> {
    let mut names = text.trim().trim_matches(['(', ')', '[', ']', '-', '–', '—', ' ', '.', '/']);
    // Folding keeps the length of these openings: they are ASCII, whatever the accents of what follows.
    while let Some(opening) = OWING.iter().find(|opening| starts_folded(names, opening)) {
        names = names[opening.len()..].trim_start();
    }
    let parts = segments(names);
    let desk = |part: &&str| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_lowercase());
    let wires: Vec<&str> = parts.iter().copied().filter(|part| is_agency(part)).collect();
    let rest = parts.iter().filter(|part| !is_agency(part));
    (!wires.is_empty() && rest.clone().count() <= 1 && rest.clone().all(|part| desk(part) && text.contains('/')))
        .then(|| wires.join(", "))
}

/// Whether `text` begins with `opening`, whatever its case; `opening` is ASCII.
fn starts_folded(text: &str, opening: &str) -> bool {
    text.get(..opening.len()).is_some_and(|head| head.eq_ignore_ascii_case(opening))
}

/// Lines that give a photographer or an agency.
pub(super) fn credits(page: &mut Page<'_>) {
    page.judge(|_, piece| {
        let short = piece.shape.words <= 12 && !piece.shape.sentences;
        let credit = short
            && (opens_credit(piece.text)
                || agencies(piece.text).is_some()
                || is_credit(piece.text)
                || shouts_photo(piece.text)
                || names_photographer(piece.text)
                || names_house(piece.text));
        credit.then(|| (Role::Credit, ClueKind::CreditLine, String::new()))
    });
}

/// `PHOTO JEANNE MARTIN, ARCHIVES LE COURRIER`.
fn shouts_photo(text: &str) -> bool {
    text.strip_prefix("PHOTO ").is_some_and(|rest| !rest.contains(char::is_lowercase) && !rest.is_empty())
}

/// `Jeanne Martin/LC`: a name in full, a stroke, and for whom its bearer works.
fn names_house(text: &str) -> bool {
    let names = |(name, house): (&str, &str)| {
        let full = (2..=3).contains(&name.split(' ').count()) && is_name(name) && name.contains(char::is_lowercase);
        full && !name.ends_with(' ') && !house.starts_with(' ') && !house.contains('/') && is_name(house)
    };
    text.split_once('/').is_some_and(names) && !text.ends_with(['.', '!', '?', ':'])
}

/// `Photos Jeanne Martin pour Le Courrier`.
fn names_photographer(text: &str) -> bool {
    let rest = ["Photo ", "Photos ", "Photographies "].iter().find_map(|opening| text.strip_prefix(opening));
    rest.is_some_and(|rest| {
        let words: Vec<&str> = rest.split_whitespace().collect();
        (2..=7).contains(&words.len())
            && words.iter().take(2).all(|word| word.starts_with(char::is_uppercase))
            && !rest.ends_with(['.', '?', '!', ':'])
    })
}

/// Words after the dash of a caption.
const MAX_TAIL: usize = 8;

/// What follows the last dash of a line, where it is short.
fn tail(text: &str) -> Option<&str> {
    // The dash is the last word but eight, at most; one more for the space before it.
    let far = text.split_whitespace().rev().nth(MAX_TAIL + 1);
    let near = far.map_or(text, |word| &text[word.as_ptr().addr() - text.as_ptr().addr()..]);
    let between_spaces =
        |&(at, dash): &(usize, &str)| near[..at].ends_with(' ') && near[at + dash.len()..].starts_with(' ');
    let (at, dash) = near.rmatch_indices(['-', '–', '—', '|']).find(between_spaces)?;
    let tail = &near[at + dash.len() + 1..];
    (tail.split_whitespace().count() <= MAX_TAIL).then(|| tail.trim())
}

/// Words between a caption and its credit.
const BEFORE_CREDIT: [&str; 22] = [
    "Photo ",
    "Photo: ",
    "Photo : ",
    "PHOTO ",
    "PHOTO : ",
    "PHOTO: ",
    "Ph. ",
    "Photograph: ",
    "Photos ",
    "Crédits : ",
    "Crédit : ",
    "Crédits: ",
    "Crédit: ",
    "Credit ",
    "Credit: ",
    "Image: ",
    "Pic: ",
    "Pics: ",
    "Picture: ",
    "Pictures: ",
    "ARCHIVES ",
    "Archives ",
];

/// Names parted by strokes after a dash, in brackets at the end, or after the full stop.
fn ends_in_credit(text: &str) -> bool {
    let bracket = text.trim_end_matches('.').strip_suffix([')', ']']).and_then(|text| text.rsplit_once(['(', '[']));
    let bracketed = bracket.is_some_and(|(before, inner)| {
        let inner = inner.trim_start_matches("File: ").trim_start_matches("Photo ");
        !before.trim().is_empty() && (is_credit(inner) || inner.starts_with('©') || is_slashed(inner))
    });
    tail(text).is_some_and(|tail| {
        // `La rame à son arrivée. - Jeanne Martin`
        let stopped = text[..text.len() - tail.len()].trim_end_matches([' ', '-', '–', '—', '|']).ends_with('.');
        stopped && is_name_in_full(tail)
            || is_credit(tail)
            || is_slashed(tail)
            || BEFORE_CREDIT.iter().any(|before| tail.starts_with(before))
    }) || ends_after_stop(text)
        || bracketed
        || text
            .rsplit_once('©')
            .is_some_and(|(before, after)| !before.trim().is_empty() && after.split_whitespace().count() <= 14)
}

/// Names parted by strokes, and nothing else.
fn is_slashed(text: &str) -> bool {
    text.contains('/') && segments(text).iter().all(|segment| is_name(segment)) && segments(text).len() > 1
}

/// A photographer and an agency after the full stop, or `Photo` and a name, or a name in capitals.
fn ends_after_stop(text: &str) -> bool {
    // `… en mai. Radio Kivu/Ph. Jeanne Martin`
    let last_slash = text.rfind('/').unwrap_or(0);
    let house = text[..last_slash].match_indices(". ").any(|(at, _)| {
        let words = || text[at + 2..].split_whitespace();
        let named = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "/" | "pour" | "et" | "de");
        !text[at + 2..].starts_with('/') && words().nth(8).is_none() && words().all(named)
    });
    if house {
        return true;
    }
    // `… en mai. PHOTO ARCHIVES J. MARTIN`: the last full stop belongs to a name.
    let marked = ["PHOTO ", "Photo ", "PHOTOS ", "Photos ", "Crédit : ", "Crédit: ", "Crédits : ", "Credit: "]
        .iter()
        .filter(|mark| text.contains(**mark))
        .any(|mark| {
            text.rsplit_once(mark).is_some_and(|(before, name)| {
                before.trim_end().ends_with('.') && is_named_tail(name.trim_start_matches(['|', ' ', ':']))
            })
        });
    if marked {
        return true;
    }
    let Some((before, tail)) = text.rsplit_once(". ").or_else(|| text.rsplit_once(".\u{a0}")) else {
        return BEFORE_CREDIT.iter().any(|mark| {
            text.rsplit_once(mark)
                .is_some_and(|(before, name)| before.ends_with([' ', '.', ')']) && is_named_tail(name))
        });
    };
    let tail = tail.trim();
    let named = BEFORE_CREDIT.iter().find_map(|mark| tail.strip_prefix(mark)).is_some_and(is_named_tail);
    let initial = || text.rsplit_once(' ').is_some_and(|(_, last)| last.contains('/') && is_slashed(last));
    let shouted = tail.split_whitespace().take(2).count() == 2
        && tail
            .split_whitespace()
            .take(2)
            .all(|word| word.chars().all(|c| c.is_uppercase() || c == '-' || c == '.') && word.len() > 2);
    // Strokes and quotation marks stand apart: `JEANNE MARTIN / AGENCE POUR « LE COURRIER »`.
    let count = tail.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    !before.is_empty() && (named || is_slashed(tail) || (shouted && count <= 8) || initial())
}

/// A name, perhaps with a house after it, at the end of a caption.
fn is_named_tail(name: &str) -> bool {
    let words = name.split_whitespace().count();
    (1..=10).contains(&words) && name.starts_with(char::is_uppercase) && !name.ends_with(['?', '!', ':'])
}

/// Lines that stand under a picture.
pub(super) fn captions(page: &mut Page<'_>) {
    let shared = shared_tails(page);
    let first = page.pieces.iter().position(|piece| piece.is_free() && piece.shape.words >= 4 && !piece.shape.ends);
    let last = page.pieces.iter().rposition(Piece::is_free_paragraph);
    page.judge_at(|page, at| {
        let piece = &page.pieces[at];
        // A title may end in the name of its outlet or of an agency; it does not end in a photographer and an agency.
        let could_be_title = Some(at) == first && !tail(piece.text).is_some_and(|tail| tail.contains('/'));
        let marked =
            || ends_in_credit(piece.text) || tail(piece.text).is_some_and(|tail| shared.binary_search(&tail).is_ok());
        let caption = piece.shape.words <= 80
            && !could_be_title
            && !(Some(at) == last && closes_with_agency(piece))
            && (marked()
                || says_caption(piece)
                || (opens_credit(piece.text) && (!piece.shape.is_paragraph() || piece.shape.words <= 30))
                || beside_credit(page, at)
                || in_gallery(page, at));
        caption.then(|| (Role::Caption, ClueKind::CaptionLine, String::new()))
    });
    doubled(page);
}

/// Whether a paragraph closes with an agency that is credited for the text: `… en 2023. (ats)`.
fn closes_with_agency(piece: &Piece<'_>) -> bool {
    let text = piece.text.trim_end_matches('.');
    let bracket = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let (before, tail) = bracket.or_else(|| text.rsplit_once(". ")).unwrap_or_default();
    piece.shape.words >= 12
        && (bracket.is_none() || before.trim_end().ends_with(['.', '!', '?', '»', '"']))
        && agencies(tail).is_some()
}

/// Whether the piece at `at` stands under the number of a picture in a row of them: `2/6`.
fn in_gallery(page: &Page<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| &page.pieces[at]);
    let numbered = before.filter(|before| before.role() == Some(Role::Widget)).is_some_and(|before| {
        let number = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        before.text.split_once('/').is_some_and(|(at, of)| number(at.trim()) && number(of.trim()))
    });
    numbered && (3..=25).contains(&page.pieces[at].shape.words) && !page.pieces[at].after_blank
}

/// Whether the piece at `at` is glued to a credit of a picture, stands directly over one, or under one that shouts.
fn beside_credit(page: &Page<'_>, at: usize) -> bool {
    let piece = &page.pieces[at];
    let credit = |other: &&Piece<'_>| other.role() == Some(Role::Credit) && opens_credit(other.text);
    let before = at.checked_sub(1).and_then(|at| page.pieces.get(at));
    let glued = before.filter(credit).is_some_and(|credit| credit.lines == piece.lines);
    // Only a picture is credited so: `REUTERS/Jane Smith`, `Image: Keystone`, `Belga.` under a line in the head of the page.
    let next = page.pieces.get(at + 1).filter(|next| next.role() == Some(Role::Credit) && !next.after_blank);
    let pictured = next.is_some_and(|next| {
        let more = page.pieces[at + 2..].iter().filter(|piece| piece.is_free_paragraph()).count() >= 2;
        let owed = agencies(next.text).is_some() && next.shape.words > 1;
        let under_title = at.checked_sub(1).is_some_and(|at| page.pieces[at].is_free());
        opens_credit(next.text) || (more && !owed && (next.text.contains('/') || (at < 12 && !under_title)))
    });
    let over = pictured && piece.shape.words <= 40;
    let before = before.filter(|before| before.role() == Some(Role::Credit) && !piece.after_blank);
    // `LC/Jeanne Martin`, then the picture in words that do not close, then the text.
    let described = (7..=25).contains(&piece.shape.words)
        && !piece.shape.ends
        && page.pieces.get(at + 1).is_some_and(Piece::is_free_paragraph);
    let under = before.is_some_and(|before| {
        shouts_photo(before.text) && piece.shape.words <= 40 || before.text.contains('/') && described
    });
    glued || (over && at > 0) || under
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
        let pictured = before.role() == Some(Role::Caption) && !piece.after_blank;
        let inside =
            paragraphs.first().is_some_and(|&first| first < at) && paragraphs.last().is_some_and(|&last| last > at);
        // Fewer words head the text.
        let titled = piece.shape.is_heading() && piece.shape.words >= 5;
        (pictured && inside && titled).then(|| (Role::Related, ClueKind::LinkedTitle, String::new()))
    });
}
