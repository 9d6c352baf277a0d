//! What stands before and after the text: a page is a head, a text, and sections that each begin with a label.
//!
//! The text begins at the title and ends with its last paragraph; a short sentence that stands alone among labels, further down, is no
//! paragraph of it. What is left over outside gets its role from the section it stands in, and else from what it looks like.

use super::{
    Page, Piece,
    controls::{opens_with_clock, speaks_to_reader},
    headings::{are_names, is_name_in_full},
    posts::{goes_on, has_own_link, heads_list},
    vocabulary::Topic,
};
use std::collections::BTreeSet;
use visavis_corpus::{ClueKind, Role};
use visavis_text::{fold, words};

/// Words of the paragraphs that are still free, among `pieces`.
fn paragraph_words(pieces: &[Piece<'_>]) -> usize {
    pieces.iter().filter(|piece| piece.is_free_paragraph()).map(|piece| piece.shape.words).sum()
}

/// What readers wrote under the text: from the heading of the comments on, up to a list of other articles.
pub(super) fn comments(page: &mut Page<'_>) {
    let headings: Vec<usize> = (0..page.pieces.len()).filter(|&at| heads_comments(page, at)).collect();
    let mut inside = false;
    for (at, piece) in page.pieces.iter_mut().enumerate() {
        inside = headings.contains(&at) || (inside && !heads_list(piece));
        if inside {
            piece.decide(Role::Widget, ClueKind::CommentForm, "");
        }
    }
}

/// Whether the piece at `at` is a heading over comments, with the text before it.
fn heads_comments(page: &Page<'_>, at: usize) -> bool {
    let piece = &page.pieces[at];
    let says = |stem: &&str| piece.shape.plain.contains(*stem);
    let heading = piece.role() == Some(Role::Widget)
        && piece.shape.words <= 20
        && [" comment", " reaction", " reflexion", " reponses ", " thoughts "].iter().any(says);
    if !heading || piece.shape.is(Topic::Control) && !piece.shape.plain.contains(" reagir ") {
        return false;
    }
    let (before, after) = (paragraph_words(&page.pieces[..at]), paragraph_words(&page.pieces[at..]));
    let signed = page.pieces[at + 1..].iter().take(6).any(signs_comment);
    before > 0 && (after * 3 <= before || (signed && before >= 40 && !piece.shape.plain.starts_with(" 0 ")))
}

/// A line that says when somebody wrote a comment, or lets others answer it.
fn signs_comment(piece: &Piece<'_>) -> bool {
    let digits = piece.text.chars().filter(char::is_ascii_digit).count();
    let plain = &piece.shape.plain;
    let answers = [" repondre ", " reply ", " signaler ", " dit ", " says "].iter().any(|word| plain.ends_with(word));
    piece.shape.words <= 12 && !piece.shape.ends && (digits >= 5 || answers)
}

/// What stands between two paragraphs.
#[derive(Clone, Copy, Debug, Default)]
struct Gap {
    /// Pieces that no text has inside.
    pieces: usize,
    /// Those of them that were told to be of the page.
    removed: usize,
}

/// The last piece of the text.
fn last_of_text(page: &Page<'_>) -> Option<usize> {
    let cut = (0..page.pieces.len()).find(|&at| closes_text(page, at)).unwrap_or(page.pieces.len());
    let cut = first_close(page).map_or(cut, |close| close.min(cut));
    let all = paragraph_words(&page.pieces[..cut]);
    let (mut last, mut gap, mut before) = (None, Gap::default(), 0);
    for (at, piece) in page.pieces[..cut].iter().enumerate() {
        if piece.is_free_paragraph() {
            let after = all - before - piece.shape.words;
            before += piece.shape.words;
            let apart = last.is_some() && gap.pieces >= 3;
            // After labels, a short sentence belongs to the text only where more text follows.
            let beside =
                |at: Option<usize>| at.and_then(|at| page.pieces[..cut].get(at)).is_some_and(Piece::is_free_paragraph);
            // One beside another, with little of the page between it and the text, goes on with the text.
            let joined = gap.removed < 3 && (beside(at.checked_sub(1)) || beside(Some(at + 1)));
            let alone = piece.shape.words < 25 && after < 40 && !joined;
            if !(apart && alone) {
                last = Some(at);
                gap = Gap::default();
                continue;
            }
        }
        // Posts, pictures and links stand inside a text, and so do lists; they do not part it.
        let inside = matches!(piece.role(), Some(Role::Embed | Role::Caption | Role::Credit | Role::Related))
            || piece.is_free() && is_item(piece);
        gap.pieces += usize::from(!inside);
        gap.removed += usize::from(!inside && !piece.is_free());
    }
    last
}

/// The first sign that a text is over, keywords, its signature, a comment form or the rights, with little more than that after it.
fn first_close(page: &Page<'_>) -> Option<usize> {
    let all = paragraph_words(&page.pieces);
    let signed: Vec<String> = page.bylines().take(MAX_AUTHORS).collect();
    let mut before = 0;
    page.pieces.iter().enumerate().position(|(at, piece)| {
        if piece.is_free_paragraph() {
            before += piece.shape.words;
        }
        // A note on how the text was made may follow its signature.
        let noted = || page.pieces[at + 1..].iter().take(3).any(Piece::is_free_paragraph);
        let name = || {
            !noted() && piece.shape.words >= 2 && signed.iter().any(|name| name.as_str() == piece.shape.plain.trim())
        };
        let clue = piece.verdict.as_ref().and_then(|(_, clue)| clue.as_ref()).map(|clue| clue.kind);
        let form = matches!(clue, Some(ClueKind::CommentForm | ClueKind::TagLine | ClueKind::Boilerplate));
        before >= 60 && (before * 4 >= all * 3 && form || before * 10 >= all * 9 && name())
    })
}

/// Whether the piece at `at` heads a list of other articles with which the page ends: as many headings as paragraphs follow.
fn closes_text(page: &Page<'_>, at: usize) -> bool {
    if !heads_list(&page.pieces[at]) || goes_on(page, at) {
        return false;
    }
    let (before, after) = (&page.pieces[..at], &page.pieces[at + 1..]);
    let paragraphs = after.iter().filter(|piece| piece.is_free_paragraph()).count();
    let headings = after.iter().filter(|piece| piece.is_free() && !piece.shape.is_paragraph()).count();
    paragraph_words(before) > 0
        && (paragraphs <= headings || paragraph_words(after) * 6 < paragraph_words(before))
        && paragraph_words(before) * 3 > paragraph_words(after)
}

/// What stands before the title, and the labels between it and the text.
pub(super) fn head(page: &mut Page<'_>) {
    let Some(title) = page.pieces.iter().position(|piece| piece.role() == Some(Role::Title)) else { return };
    let Some(text) = page.pieces.iter().position(Piece::is_free_paragraph) else { return };
    let has_more = page.pieces[title + 1..].iter().any(Piece::is_free_paragraph);
    let dated = page.pieces[title..].iter().any(|piece| piece.role() == Some(Role::Byline));
    for (at, piece) in page.pieces.iter_mut().enumerate() {
        let label = !piece.shape.is_paragraph() || speaks_to_reader(&piece.shape);
        if at < title && has_more && (label || piece.shape.words < 25) {
            // Letters alone before the title are a rubric (`U.S.`), not a signature.
            // So is the day on which the page was looked at, where the article has its own.
            let today = dated && !piece.shape.has(Topic::Byline) && !piece.shape.has(Topic::Signed);
            if piece.role() == Some(Role::Byline) && (piece.shape.words <= 2 || today) {
                piece.verdict = None;
            }
            piece.decide(Role::Widget, ClueKind::Position, "");
        }
        let scrap = piece.shape.words <= 3 && !piece.shape.ends && piece.text.split_whitespace().count() <= 3;
        if title < at && at < text && scrap && !piece.text.ends_with(',') {
            piece.decide(Role::Widget, ClueKind::Fragment, "");
        }
    }
}

/// A line before the text that nobody signed, dated or closed is a button or a rubric; so is a heading that no text follows.
pub(super) fn labels(page: &mut Page<'_>) {
    let Some(title) = page.pieces.iter().position(|piece| piece.role() == Some(Role::Title)) else { return };
    let mut paragraphs = (title + 1..page.pieces.len()).filter(|&at| page.pieces[at].is_free_paragraph());
    let (Some(first), Some(last)) = (paragraphs.next(), paragraphs.next_back()) else { return };
    // A line alone between title and text may be the lead.
    let alone = first == title + 2;
    page.judge_at(|page, at| {
        let piece = &page.pieces[at];
        let short = is_label(piece) && piece.shape.words < 8;
        let before_text = title < at && at < first && short && !alone;
        let heads_nothing =
            first < at && at < last && is_label(piece) && piece.shape.words <= 12 && heads_nothing(page, at);
        let played = title < at && at < last && piece.shape.is_heading() && follows_player(page, at);
        (before_text || heads_nothing || played).then(|| (Role::Widget, ClueKind::Position, String::new()))
    });
}

/// What an item of a list begins with.
pub(super) const MARKS: [char; 10] = ['-', '–', '—', '•', '*', '●', '■', '▪', '◦', '‣'];

/// Whether a piece is an item of a list of the text: `- 31 nids en 2012`, `2. Que c'était faux.`
fn is_item(piece: &Piece<'_>) -> bool {
    let marked = piece.text.starts_with(MARKS);
    let number = piece.text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = number.len() < piece.text.len() && [". ", ") ", "- "].iter().any(|mark| number.starts_with(mark));
    // `133 millions de livres : la récolte de l’année`
    let figure = number.len() < piece.text.len()
        && piece.text.contains(':')
        && piece.shape.words >= 4
        && opens_with_clock(piece.text).is_none();
    (marked || numbered) && piece.shape.words >= 2 || figure && !piece.shape.has(Topic::Month)
}

/// A line that neither asks nor quotes nor lists, and does not close.
fn is_label(piece: &Piece<'_>) -> bool {
    let open = piece.text.starts_with(['«', '"', '“', '‘', '-', '–', '—', '•', '*']);
    piece.shape.is_heading() && !open && !piece.text.ends_with([',', '»', '"', '”', '’', '-', '–'])
}

/// Whether the line at `at` would head what is no text: a button, a signature, keywords.
fn heads_nothing(page: &Page<'_>, at: usize) -> bool {
    let between = |piece: &&Piece<'_>| {
        !matches!(piece.role(), Some(Role::Promo | Role::Caption | Role::Credit | Role::Embed | Role::Related))
    };
    let next = page.pieces[at + 1..].iter().find(between);
    next.is_some_and(|next| matches!(next.role(), Some(Role::Widget | Role::Byline | Role::Tags)))
}

/// Whether the line at `at` stands directly under a player: the name of what is played, or who speaks in it.
fn follows_player(page: &Page<'_>, at: usize) -> bool {
    let before = page.pieces[..at].iter().rev().take(2);
    let player = |piece: &Piece<'_>| {
        let clock = piece.text.starts_with('0') && opens_with_clock(piece.text).is_some_and(|rest| rest.len() <= 8);
        piece.role() == Some(Role::Widget) && (clock || piece.shape.is(Topic::Player))
    };
    let nearest = before.clone().next().is_some_and(player);
    let under_name = is_name_in_full(page.pieces[at].text)
        && before.clone().next().is_some_and(|piece| piece.role() == Some(Role::Widget))
        && before.skip(1).any(player);
    (nearest || under_name) && !page.pieces[at].after_blank
}

/// What the page says of its author under the text: a paragraph that begins with the name of who signed.
pub(super) fn authors(page: &mut Page<'_>) {
    let names: Vec<String> = page.bylines().filter(|name| name.contains(' ')).take(MAX_AUTHORS).collect();
    if names.is_empty() {
        return;
    }
    let paragraphs: Vec<usize> = (0..page.pieces.len()).filter(|&at| page.pieces[at].is_free_paragraph()).collect();
    let Some(&from) = paragraphs.iter().rev().nth(2).filter(|_| paragraphs.len() > 4) else { return };
    page.judge_at(|page, at| {
        let piece = &page.pieces[at];
        let opens = |name: &String| {
            piece.shape.plain[1..].strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with(' '))
        };
        let bears = at >= from && piece.shape.words <= 60 && names.iter().any(opens);
        bears.then(|| (Role::Byline, ClueKind::BylineLine, String::new()))
    });
}

/// More names than sign an article.
const MAX_AUTHORS: usize = 6;

/// Notes under the text, from the last paragraph up to the first that is none: who wrote it, how it was made, where to write.
pub(super) fn notes(page: &mut Page<'_>) {
    let all = paragraph_words(&page.pieces);
    let mut after = 0;
    for at in (0..page.pieces.len()).rev() {
        let piece = &mut page.pieces[at];
        if !piece.is_free_paragraph() {
            continue;
        }
        after += piece.shape.words;
        let Some(role) = note(piece).filter(|_| after * 4 <= all) else { return };
        piece.decide(role, ClueKind::Position, "");
    }
}

/// The role of a paragraph, where it is a note under a text.
fn note(piece: &Piece<'_>) -> Option<Role> {
    let shape = &piece.shape;
    if shape.words > 60 || piece.text.contains(['«', '"', '“']) {
        return None;
    }
    if presents_author(piece) {
        return Some(Role::Byline);
    }
    let address = piece.text.split_whitespace().any(|word| word.contains('@') && word.contains('.') && word.len() > 5);
    let asks = shape.has(Topic::Subscription) || shape.count(Topic::Offer) > 1;
    let own = shape.has(Topic::OwnPage) || address || shape.has(Topic::SmallPrint);
    own.then_some(if asks { Role::Promo } else { Role::Widget })
}

/// What those are who write for a paper and are presented under their text.
#[rustfmt::skip]
const TRADES: &[&str] = &[
    "auteur", "author", "autrice", "avocat", "avocate", "chercheur", "chercheuse", "chroniqueur", "chroniqueuse", "columnist", "correspondant",
    "correspondante", "correspondent", "depute", "deputee", "directeur", "directrice", "director", "economist", "economiste", "editor", "editorialiste",
    "enseignant", "enseignante", "essayiste", "fellow", "historian", "historien", "historienne", "journalist", "journaliste", "lecturer", "membre",
    "philosophe", "photographe", "photographer", "politologue", "president", "presidente", "professeur", "professeure", "professor", "redacteur",
    "redactrice", "reporter", "researcher", "sociologue", "writer", "ecrivain",
];

/// `Jeanne Martin est professeure de droit à Rouen.`: a name in full, and its bearer's trade.
fn presents_author(piece: &Piece<'_>) -> bool {
    let mut own = piece.text.split_whitespace();
    let name = own.by_ref().take(2).filter(|word| word.starts_with(char::is_uppercase)).count() == 2;
    let verb = piece.shape.plain.split_ascii_whitespace().position(|word| matches!(word, "est" | "is"));
    let trade = |word: &str| TRADES.contains(&word);
    name && piece.shape.words <= 40
        && verb.is_some_and(|at| {
            (2..=4).contains(&at) && piece.shape.plain.split_ascii_whitespace().skip(at + 1).take(4).any(trade)
        })
}

/// The section of the page's end in which a piece stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    /// Directly after the text.
    Text,
    /// After something that is no section.
    Loose,
    Tags,
    Related,
    Appeal,
}

/// What stands after the text.
pub(super) fn tail(page: &mut Page<'_>) {
    let Some(last) = last_of_text(page).filter(|last| last + 1 < page.pieces.len()) else { return };
    if page.title().is_some() && page.pieces.iter().position(|p| p.role() == Some(Role::Title)) > Some(last) {
        return;
    }
    let known = known_words(page, last);
    let signed: Vec<String> = page.bylines().collect();
    let keywords = keywords(page, last);
    let mut section = Section::Text;
    for at in last + 1..page.pieces.len() {
        let next_is_title = page.pieces.get(at + 1).is_some_and(|next| next.is_free() && next.shape.words >= 5);
        let heads_rows = page.pieces[at + 1..].iter().take(ROWS).filter(|next| is_row(next)).count() + 1 >= ROWS;
        let piece = &mut page.pieces[at];
        if let Some(role) = piece.role() {
            section = section_of(piece, role, section);
            continue;
        }
        let closes = piece.shape.ends || piece.shape.sentences && piece.shape.words >= 10;
        if section == Section::Text && closes && piece.shape.words >= 2 && !piece.after_blank_scrap() {
            continue;
        }
        let note = piece.text.strip_prefix('[').is_some_and(|note| note.starts_with(|c: char| c.is_ascii_digit()));
        if note && piece.shape.words >= 3 {
            continue;
        }
        if section == Section::Text && (is_row(piece) || heads_rows || is_item(piece)) {
            continue;
        }
        if keywords.contains(&at) {
            piece.decide(Role::Tags, ClueKind::Position, "");
            continue;
        }
        let (role, kind) = outside(piece, section, &known, &signed, next_is_title);
        piece.decide(role, kind, "");
        section = section_of(piece, role, section);
    }
}

/// Of as many pieces under the heading of a table, all but one are its rows.
const ROWS: usize = 4;

/// Whether a free piece is the row of a table: most of its cells are numbers.
fn is_row(piece: &Piece<'_>) -> bool {
    let cells = || piece.text.split_whitespace();
    let number = |cell: &&str| cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
    let numbers = cells().filter(number).count();
    piece.is_free() && !piece.shape.ends && numbers >= 3 && numbers * 2 >= piece.shape.words
}

/// The section after a piece of `role`.
fn section_of(piece: &Piece<'_>, role: Role, before: Section) -> Section {
    match role {
        Role::Tags => Section::Tags,
        // `Lire aussi : …` in mid-text opens no list.
        Role::Related if has_own_link(piece) => before,
        Role::Related => Section::Related,
        Role::Promo => Section::Appeal,
        // A label inside a list does not close it.
        Role::Widget if before == Section::Related && piece.shape.words <= 1 => before,
        _ => Section::Loose,
    }
}

/// The role of a piece outside the text.
fn outside(
    piece: &Piece<'_>,
    section: Section,
    known: &BTreeSet<String>,
    signed: &[String],
    next_is_title: bool,
) -> (Role, ClueKind) {
    let shape = &piece.shape;
    let label = shape.words <= 4 && !shape.ends;
    let keyword = label && words(piece.text).any(|word| known.contains(&fold(word.text)));
    let names = signed.iter().any(|name| name.as_str() == shape.plain.trim());
    match section {
        _ if names || are_names(piece.text) && section == Section::Text => (Role::Byline, ClueKind::BylineLine),
        Section::Related if !label || next_is_title || piece.shape.words > 1 => (Role::Related, ClueKind::AfterRelated),
        Section::Tags if label => (Role::Tags, ClueKind::TagLine),
        Section::Appeal if !shape.is_heading() || shape.words >= 3 && !next_is_title => {
            (Role::Promo, ClueKind::Subscription)
        }
        _ if keyword && !next_is_title => (Role::Tags, ClueKind::Position),
        _ if shape.words >= 5 && (!shape.ends || piece.text.ends_with(['?', '!'])) => {
            (Role::Related, ClueKind::LinkedTitle)
        }
        _ if next_is_title && label => (Role::Related, ClueKind::Position),
        _ => (Role::Widget, ClueKind::Position),
    }
}

/// Labels that follow each other under the text, before any other section: keywords without a heading.
fn keywords(page: &Page<'_>, last: usize) -> std::ops::Range<usize> {
    let is_label = |piece: &Piece<'_>| piece.is_free() && piece.shape.words <= 4 && !piece.shape.ends;
    let section = |piece: &Piece<'_>| matches!(piece.role(), Some(Role::Related | Role::Promo | Role::Tags));
    let from = (last + 1..page.pieces.len()).find(|&at| is_label(&page.pieces[at]) || section(&page.pieces[at]));
    let Some(from) = from.filter(|&at| is_label(&page.pieces[at])) else { return 0..0 };
    let from = from + usize::from(is_name_in_full(page.pieces[from].text) && from == last + 1);
    let len = page.pieces[from..].iter().take_while(|piece| is_label(piece)).count();
    let title_follows = page.pieces.get(from + len).is_some_and(|next| next.is_free() && next.shape.words >= 5);
    if (2..=20).contains(&len) && !title_follows { from..from + len } else { 0..0 }
}

/// The words of title and text that a keyword may repeat.
fn known_words(page: &Page<'_>, last: usize) -> BTreeSet<String> {
    let text = page.pieces[..=last].iter().filter(|piece| piece.is_free() || piece.role() == Some(Role::Title));
    let long = text.flat_map(|piece| words(piece.text)).filter(|word| word.text.chars().count() >= 3);
    long.map(|word| fold(word.text)).collect()
}

impl Piece<'_> {
    /// Whether it stands apart from what is before it and is too short to be a paragraph of its own, and no sentence either.
    fn after_blank_scrap(&self) -> bool {
        self.after_blank && self.shape.words < 4 && !self.text.ends_with('.')
    }
}
