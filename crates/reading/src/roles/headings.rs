//! What is read: title, lead, paragraphs and the headings between them; and who signed.

use super::{
    Page, Piece,
    controls::{is_trail, opens_with_clock},
    posts::heads_list,
    resemblance,
    sections::MARKS,
    signature::{is_desks, opening, signature},
    vocabulary::{Topic, is_agency},
};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use visavis_corpus::{ClueKind, Role};
use visavis_text::{Token, fold, words};

/// Headings that were cut off the paragraphs into which they ran.
pub(super) fn run_in(page: &mut Page<'_>) {
    page.pieces.iter_mut().filter(|piece| piece.run_in).for_each(|piece| piece.read_as(Role::Subheading));
}

/// Lines that say who wrote the text, or when it was put online.
pub(super) fn bylines(page: &mut Page<'_>) {
    page.judge(|_, piece| is_byline(piece).then(|| (Role::Byline, ClueKind::BylineLine, String::new())));
}

fn is_byline(piece: &Piece<'_>) -> bool {
    let shape = &piece.shape;
    // A date and an hour count as six words or more.
    let says = shape.has(Topic::Byline);
    let digits = || piece.text.bytes().filter(u8::is_ascii_digit).count();
    let dated = says && shape.words <= 24 && (!shape.ends || shape.words <= 8) && !shape.sentences;
    let opened =
        shape.opens(Topic::Byline).is_some() && shape.words <= 60 && (digits() >= 4 || piece.text.contains(':'));
    // `Les propos ont été recueillis par Jeanne Martin. Ils ont été raccourcis.`
    let recorded = shape.words <= 45
        && (shape.found(Topic::Signed).any(|found| found.before <= 1 && found.phrase.starts_with("propos "))
            || shape.found(Topic::Byline).any(|found| MADE.iter().any(|made| found.phrase.starts_with(made))));
    let linked = piece.text.starts_with("http") && shape.words <= 16 && signature(piece.text).is_some();
    dated
        || opened
        || recorded
        || linked
        || signed(piece)
        || is_date(piece)
        || is_initials(piece.text)
        || is_reading_time(piece)
        || presents(piece)
        || is_amended(piece)
        || is_relative_time(piece)
        || closes_with_day(piece)
        || is_from_there(piece)
}

/// How a line goes on that says who made a piece beside the one who signed.
const MADE: [&str; 3] = ["edited this ", "produced ", "contributed "];

/// What a line ends in that says from where it was written: `Pontorgueil (Sarthe), reportage`.
const FROM_THERE: [&str; 6] = [
    " reportage ",
    " correspondance ",
    " correspondant ",
    " correspondante ",
    " envoye special ",
    " envoyee speciale ",
];

/// `Mise à jour du 23 juin : le nom de la commune a été corrigé.`
fn is_amended(piece: &Piece<'_>) -> bool {
    let shape = &piece.shape;
    let Some(opening) = shape.opens(Topic::Amended) else { return false };
    let label =
        piece.text.find(':').is_some_and(|at| words(&piece.text[..at]).take(opening + 5).count() <= opening + 4);
    let bracketed = piece.text.starts_with(['(', '[']) && piece.text.ends_with([')', ']']);
    shape.words <= 60 && (label || bracketed || opening >= 4)
}

/// `Par Jeanne Martin`, `By Jane Smith, in Aleppo`, `OMB / Par Jeanne MARTIN, le 5 octobre`.
fn signed(piece: &Piece<'_>) -> bool {
    let shape = &piece.shape;
    if shape.words > 18 || shape.ends && shape.words > 8 {
        return false;
    }
    if shape.words <= 6 && (shape.plain.starts_with(" par la redaction ") || shape.plain.starts_with(" la redaction "))
    {
        return true;
    }
    let Some(signature) = opening(piece.text, &shape.found) else { return shape.words == 1 && shape.is(Topic::Signed) };
    let opens = signature.before == 0;
    let dated = piece.text.chars().filter(char::is_ascii_digit).count() >= 4;
    (opens && shape.words <= 12) || (dated && signature.before <= 8)
}

/// Initials, alone or with an agency: `M.B.`, `C.G. avec AFP`, `F.D. | 22 juin 2020`, `abc-lkm/def/ghi`.
fn is_initials(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    // `P.-S.` heads what was added to a letter; numerals head parts.
    let numeral =
        matches!(text, "P.S." | "P.-S." | "N.B.") || first.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | '.'));
    let capital = first.len() >= 3
        && !numeral
        && first.contains('.')
        && first
            .split('.')
            .filter(|part| !part.is_empty())
            .all(|part| part.chars().count() <= 2 && part.chars().all(|c| c.is_uppercase() || c == '-'))
        && first.ends_with('.');
    let rest = text[first.len()..].trim().trim_start_matches(['-', '–', '|', '(', ',']).trim();
    let with = ["avec ", "with "].iter().find_map(|with| rest.strip_prefix(with));
    if is_initialled(text) {
        return true;
    }
    let credited = with.is_some_and(|other| is_agency(other.trim_end_matches(')')) || is_name_in_full(other));
    let writers =
        || text.split('/').all(|name| (2..=3).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase()));
    (capital && (rest.is_empty() || credited)) || is_desks(text) || text.contains('/') && writers()
}

/// A surname with its bearer's initial, and perhaps another's: `C. Etcheverry`, `J.-P. Martin, avec F. L.`, `Awa D. (stagiaire)`.
fn is_initialled(text: &str) -> bool {
    let initial = |word: &str| {
        let stops = word.matches('.').count();
        let parts = || word.trim_end_matches([',', ')']).split(['.', '-']).filter(|part| !part.is_empty());
        stops > 0
            && parts().count() == stops
            && parts().all(|part| part.len() <= 2 && part.starts_with(char::is_uppercase))
    };
    let name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.trim_end_matches(',').chars().skip(1).all(|c| c.is_lowercase() || matches!(c, '-' | '\''))
    };
    let mut own = text.split_whitespace();
    let (Some(first), Some(second)) = (own.next(), own.next()) else { return false };
    let signed =
        initial(first) && name(second) && second.len() >= 3 || name(first) && first.len() >= 3 && initial(second);
    let rest: Vec<&str> = own.take(7).collect();
    let with = rest.first().is_none_or(|word| matches!(*word, "avec" | "with" | "et" | "and") || word.starts_with('('));
    signed && with && rest.len() <= 6 && rest.iter().all(|word| !word.ends_with('.') || initial(word))
}

/// `il y a 3 h // par …`, `Il y a 2 jours`, `3 hours ago`.
fn is_relative_time(piece: &Piece<'_>) -> bool {
    let plain = &piece.shape.plain;
    let mut own = plain.split_ascii_whitespace();
    piece.shape.words <= 9
        && !piece.shape.ends
        && (plain.starts_with(" il y a ") || plain.contains(" ago "))
        && own.clone().take(4).any(|word| word.bytes().all(|b| b.is_ascii_digit()))
        && own.any(|word| UNITS.contains(&word))
}

/// What is counted in such a line.
#[rustfmt::skip]
const UNITS: [&str; 19] = [
    "h", "min", "mn", "minutes", "heure", "heures", "jour", "jours", "semaines", "mois", "ans", "hour", "hours", "day", "days", "weeks", "months", "year",
    "years",
];

/// A place, and that somebody went there.
fn is_from_there(piece: &Piece<'_>) -> bool {
    let placed = piece.text.contains(',') && piece.text.starts_with(char::is_uppercase);
    placed
        && piece.shape.words <= 8
        && !piece.shape.ends
        && FROM_THERE.iter().any(|end| piece.shape.plain.ends_with(end))
}

/// A short line that ends in a day in figures: `Publié dans Le Courrier le 09 - 12 - 2020`.
fn closes_with_day(piece: &Piece<'_>) -> bool {
    let figures = piece.text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | ' '));
    let day: String = piece.text[figures.len()..].chars().filter(|c| !c.is_whitespace()).collect();
    let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
    let day = parts.len() == 3
        && parts.iter().all(|part| matches!(part.len(), 1 | 2 | 4))
        && parts.iter().any(|part| part.len() == 4);
    day && piece.shape.words <= 16 && !piece.shape.sentences
}

/// `Jeanne Martin est journaliste au Courrier.`
fn presents(piece: &Piece<'_>) -> bool {
    const BEARS: [&str; 12] = [
        " est journaliste ",
        " est grand reporter ",
        " est correspondant ",
        " est correspondante ",
        " est redacteur ",
        " est redactrice ",
        " is a journalist ",
        " is a reporter ",
        " is a staff writer ",
        " is a correspondent ",
        " is a freelance ",
        " is a columnist ",
    ];
    if piece.shape.words > 30 {
        return false;
    }
    let place = BEARS.iter().filter_map(|bears| piece.shape.plain.find(bears)).min();
    let name = place.map(|at| piece.shape.plain[..at].split_whitespace().count());
    let capitals =
        piece.text.split_whitespace().take(name.unwrap_or(0)).all(|word| word.starts_with(char::is_uppercase));
    name.is_some_and(|words| (2..=4).contains(&words)) && capitals
}

/// `Lecture 4 min.`, `2 Min Read`.
fn is_reading_time(piece: &Piece<'_>) -> bool {
    if piece.shape.words > 6 {
        return false;
    }
    let plain = &piece.shape.plain;
    let minutes = [" min ", " mn ", " minute ", " minutes "].iter().any(|unit| plain.contains(unit));
    let reading = [" lecture ", " read ", " reading "].iter().any(|word| plain.contains(word));
    let glued = plain.starts_with(" temps de lecture") || plain.starts_with(" duree de lecture");
    (glued || minutes && (reading || piece.shape.words == 2)) && piece.text.contains(|c: char| c.is_ascii_digit())
}

/// A line that is a date, and perhaps an hour.
fn is_date(piece: &Piece<'_>) -> bool {
    // `- 2012 : 31 nids` is an item of a list.
    let item = piece.text.starts_with(['-', '–', '•', '*']) && piece.text.contains(" : ");
    if piece.shape.words > 16 || piece.shape.ends || item {
        return false;
    }
    let month = piece.shape.has(Topic::Month);
    let digits = piece.text.bytes().filter(u8::is_ascii_digit).count();
    let letters = piece.text.chars().filter(|c| c.is_alphabetic()).count();
    let named = digits >= 6 && letters <= 32 && piece.text.contains(['|', '/', '-']) && month;
    let short = letters <= 4 || (month && letters <= 24) || (letters <= 8 && piece.text.starts_with("Le "));
    (piece.shape.words <= 14 && digits >= 5 && short) || named
}

/// A name that stands alone: two or three capitalised words, the surname in capitals or not.
pub(super) fn is_name_in_full(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    let words: Vec<&str> = text.split_whitespace().take(4).collect();
    (2..=3).contains(&words.len())
        && words.iter().all(|word| word.starts_with(char::is_uppercase))
        && words.iter().any(|word| word.contains(char::is_lowercase))
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '\'' | '’'))
}

/// A title has no more words.
const MAX_TITLE: usize = 32;

/// The title: among the lines before the text, the first whose words come back in the text.
pub(super) fn title(page: &mut Page<'_>) {
    if page.title().is_some() {
        return;
    }
    let candidates = candidates(page);
    let own: Vec<BTreeSet<String>> = candidates
        .iter()
        .map(|&at| content_words(page.pieces[at].text).map(|word| fold(word.text)).collect())
        .collect();
    let said = said_in_text(page, &own);
    let shared = |own: &BTreeSet<String>| own.iter().filter(|word| said.contains(word.as_str())).count() as u32;
    let head = after_navigation(page);
    let behind = |at: usize| if at < head { BEFORE_NAVIGATION } else { 0 };
    let resembling = resemblance::titles(page, &candidates);
    let scores: Vec<u32> = candidates
        .iter()
        .zip(&own)
        .zip(resembling)
        .map(|((&at, own), resembling)| {
            likeness(page, at, shared(own)).saturating_sub(behind(at)) + resembling / RESEMBLING
        })
        .collect();
    let best = scores.iter().copied().max().unwrap_or_default();
    let first = candidates.iter().zip(&scores).find(|&(_, &score)| score > 0 && score * 4 >= best * 3);
    let Some((&at, _)) = first else { return untold_title(page) };
    // `Title - Outlet`, or a trail that ends in the title, and further down the title alone.
    let alone = candidates.iter().copied().find(|&other| {
        let (long, short) = (&page.pieces[at].shape, &page.pieces[other].shape);
        other > at
            && short.words >= 3
            && short.words < long.words
            && (long.plain.starts_with(&short.plain) || long.plain.ends_with(&short.plain))
    });
    page.pieces[alone.unwrap_or(at)].read_as(Role::Title);
}

/// The lines that may be the title, in order: those before the second paragraph that are no longer than one.
fn candidates(page: &Page<'_>) -> Vec<usize> {
    let free = || (0..page.pieces.len()).filter(|&at| page.pieces[at].is_free());
    let paragraph = |at: &usize| page.pieces[*at].shape.is_paragraph();
    let first = free().find(paragraph).unwrap_or(page.pieces.len());
    let before = free().filter(|&at| at < first && page.pieces[at].shape.words > 0);
    let own = |&at: &usize| page.pieces[at].shape.words <= MAX_TITLE && !is_of_another(page, at);
    let mut candidates: Vec<usize> = before.filter(own).collect();
    // A title may ask, exclaim or close like a sentence, and so look like a short paragraph.
    let asks =
        |at: usize| page.pieces[at].text.trim_end_matches(['»', '"', '”', ' ', '\u{a0}']).ends_with(['?', '!', '…']);
    let more = free().any(|at| at > first && page.pieces[at].shape.is_paragraph());
    let shape = page.pieces.get(first).map(|piece| &piece.shape);
    let single = shape.is_some_and(|shape| !shape.sentences && shape.words <= 24);
    // Two short sentences, amid labels: `A town gave up its light. Then everyone slowed down.`
    let stopped = shape.is_some_and(|shape| shape.sentences && shape.words <= 18)
        && candidates.iter().all(|&at| page.pieces[at].shape.words <= 3);
    if more && (single && (asks(first) || candidates.is_empty()) || stopped) {
        candidates.push(first);
    }
    candidates
}

/// Whether a line before the text is the title of another article: under the heading of a list, or with the hour of its news.
fn is_of_another(page: &Page<'_>, at: usize) -> bool {
    let headed = at.checked_sub(1).is_some_and(|before| heads_list(&page.pieces[before]));
    headed || opens_with_clock(page.pieces[at].text).is_some_and(|rest| rest.starts_with(' '))
}

/// The first piece after what the head of the site is moved about with: its menu, its search, the trail to this page.
fn after_navigation(page: &Page<'_>) -> usize {
    let leads = |piece: &Piece<'_>| piece.shape.is(Topic::Navigation) || is_trail(piece.text);
    let text = page.pieces.iter().position(Piece::is_free_paragraph).unwrap_or_default();
    page.pieces[..text].iter().rposition(leads).map_or(0, |at| at + 1)
}

/// How much of a likelihood in per cent makes up for one point of a title's score.
const RESEMBLING: u32 = 2;

/// What a line before the navigation loses as a title: it may be the motto of the site.
const BEFORE_NAVIGATION: u32 = 4;

/// Those of `wanted` that the paragraphs say.
fn said_in_text<'w>(page: &Page<'_>, wanted: &'w [BTreeSet<String>]) -> FxHashSet<&'w str> {
    let wanted: FxHashSet<&str> = wanted.iter().flatten().map(String::as_str).collect();
    let paragraphs = page.pieces.iter().filter(|piece| piece.is_free_paragraph() && piece.shape.words >= 12);
    let words = paragraphs.flat_map(|piece| piece.shape.plain.split_ascii_whitespace());
    words.filter(|word| word.len() > 3).filter_map(|word| wanted.get(word).copied()).collect()
}

fn content_words(text: &str) -> impl Iterator<Item = Token<'_>> {
    words(text).filter(|word| word.text.chars().nth(3).is_some())
}

/// How much a line looks like the title of this text.
fn likeness(page: &Page<'_>, at: usize, shared: u32) -> u32 {
    let piece = &page.pieces[at];
    let length: u32 = match piece.shape.words {
        0 => 0,
        1..=3 => 1,
        4..=5 => 4,
        6..=MAX_TITLE => 8,
        _ => 4,
    };
    // A browser's title, or a trail that ends in it, says it once more.
    let again =
        page.pieces[at + 1..].iter().any(|other| other.shape.words >= 4 && other.shape.plain == piece.shape.plain);
    // A trail or a menu goes on with another label; a title, with who signed, a picture or the text.
    let followed = page.pieces.get(at + 1).is_some_and(|next| !next.is_free() || next.shape.words >= 8);
    let odd = is_of_page(piece);
    length.saturating_sub(if odd { LIKE_PAGE } else { 0 })
        + 2 * shared.min(6)
        + 3 * u32::from(again && piece.shape.words >= 4)
        + 2 * u32::from(followed)
}

/// What a line loses as a title that looks like a part of a page.
const LIKE_PAGE: u32 = 4;

/// Whether a line has signs that are pictures (`★`, `☁`), a button glued to it (`en directOUVRIR`), or opens like a menu or a list.
fn is_of_page(piece: &Piece<'_>) -> bool {
    let picture = |c: char| matches!(c as u32, 0x2600..0x27C0 | 0x1F300..0x1FB00);
    let glued = piece.text.split_whitespace().any(|word| {
        let small = word.trim_end_matches(char::is_uppercase);
        small.ends_with(char::is_lowercase) && word.len() >= small.len() + 3
    });
    let menu = piece.shape.opens(Topic::RelatedList).is_some() && !piece.text.contains([':', '«', '?', ',']);
    glued || menu || piece.text.contains(picture)
}

/// The title of a page whose first lines say nothing of it: the longest amid scraps; where all is short, the first.
fn untold_title(page: &mut Page<'_>) {
    let free: Vec<usize> = (0..page.pieces.len()).filter(|&at| page.pieces[at].is_free()).collect();
    let shape = |at: usize| &page.pieces[at].shape;
    // One sentence, then longer ones: a title that was given its full stop.
    let stopped = match free[..] {
        [first, second, ..]
            if !shape(first).sentences && shape(first).words <= 20 && shape(second).words > shape(first).words =>
        {
            Some(first)
        }
        _ => None,
    };
    if let Some(at) = stopped {
        page.pieces[at].read_as(Role::Title);
    }
}

/// Names between the title and the text: who wrote it.
pub(super) fn lone_names(page: &mut Page<'_>) {
    let Some(title) = page.pieces.iter().position(|piece| piece.role() == Some(Role::Title)) else { return };
    let mut paragraphs = (title + 1..page.pieces.len()).filter(|&at| page.pieces[at].is_free_paragraph());
    let Some(first) = paragraphs.next() else { return };
    let second = paragraphs.next().unwrap_or(first);
    let names = |piece: &&Piece<'_>| piece.shape.words <= 8 && are_names(piece.text);
    let over: BTreeSet<String> =
        page.pieces[title..second].iter().filter(names).map(|piece| piece.text.into()).collect();
    page.judge_at(|page, at| {
        let text = page.pieces[at].text;
        // Whoever signed over the text may sign under it too.
        if title < at && over.contains(text) {
            return Some((Role::Byline, ClueKind::BylineLine, String::new()));
        }
        let signed = || at < second && are_names(text) || at < first && opens_with_name(text);
        (title < at && signed()).then(|| (Role::Byline, ClueKind::BylineLine, String::new()))
    });
}

/// A name in full, or two of them: `Jeanne Martin et Paul Roy`.
pub(super) fn are_names(text: &str) -> bool {
    let parts = || [" et ", " and ", ", ", " & "].iter().find_map(|and| text.split_once(and));
    is_name_in_full(text) || parts().is_some_and(|(one, other)| is_name_in_full(one) && is_name_in_full(other))
}

/// A name, and then what its bearer is or for whom they write: `Jeanne Martin Journaliste au Courrier`, `Jeanne Martin LE COURRIER`.
fn opens_with_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    if !(3..=8).contains(&words.len()) || text.ends_with(['.', '!', '?', ':']) || text.contains(',') {
        return false;
    }
    let name = words[..2].iter().all(|word| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase));
    let rest = fold(&words[2..].join(" "));
    let trades = [
        "journaliste",
        "correspond",
        "redact",
        "reporter",
        "editor",
        "staff",
        "envoye",
        "columnist",
        "writer",
        "chroniqueu",
        "editorialiste",
        "photograph",
    ];
    let shouted = words[2..].iter().all(|word| !word.contains(char::is_lowercase));
    name && (rest.split(' ').take(3).any(|word| trades.iter().any(|trade| word.starts_with(trade)))
        || (shouted && words.len() <= 6))
}

/// Everything that nothing set apart: the lead, the headings and the paragraphs.
pub(super) fn read(page: &mut Page<'_>) {
    let free: Vec<usize> = (0..page.pieces.len()).filter(|&at| page.pieces[at].is_free()).collect();
    let paragraphs: Vec<usize> = free.iter().copied().filter(|&at| page.pieces[at].shape.is_paragraph()).collect();
    let lead = lead(page, &free, &paragraphs);
    for at in free {
        let shape = &page.pieces[at].shape;
        let text_follows = paragraphs.last().is_some_and(|&last| last > at);
        let listed = page.pieces[at].text.starts_with(MARKS);
        let asks = shape.words <= 16 && page.pieces[at].text.ends_with(['?', '!']) && !listed;
        let crossed = listed && page.pieces[at].text.ends_with(['-', '–']) && shape.words <= 8;
        let open = page.pieces[at].text.ends_with([',', '-', '–']) || listed;
        let role = if Some(at) == lead {
            Role::Lead
        } else if text_follows && ((shape.is_heading() || asks) && !open || crossed) {
            Role::Subheading
        } else {
            Role::Body
        };
        page.pieces[at].read_as(role);
    }
}

/// The lead: the first paragraph, or a line of some length before it that lacks its full stop.
fn lead(page: &Page<'_>, free: &[usize], paragraphs: &[usize]) -> Option<usize> {
    let title = page.pieces.iter().position(|piece| piece.role() == Some(Role::Title))?;
    let [first, second, ..] = paragraphs else { return None };
    let unstopped = free.iter().copied().find(|&at| {
        let piece = &page.pieces[at];
        title < at && at < *first && piece.shape.words >= 8 && !piece.text.ends_with(['?', ':', '»', '"'])
    });
    unstopped.or_else(|| {
        let lead = [*first, *second].into_iter().find(|&at| at > title)?;
        (page.pieces[lead].shape.words <= 110).then_some(lead)
    })
}
