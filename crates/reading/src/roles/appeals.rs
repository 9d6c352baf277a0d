//! Asks to subscribe, to follow, to download, to give; and the wall before a paid text.
//!
//! A page that asks speaks to its reader (`vous`, `Recevez`, `I`) and names what it has to offer. An article may do either; a short line
//! that does both, and quotes nobody, is no part of one.

use super::{Page, Piece, controls::speaks_to_reader, shape::Shape, vocabulary::Topic};
use visavis_corpus::{ClueKind, Role};

/// Asks to subscribe, follow, download, give.
pub(super) fn appeals(page: &mut Page<'_>) {
    page.judge(|_, piece| asks(piece).then(|| (Role::Promo, ClueKind::Subscription, String::new())));
    boxes(page);
    page.judge_at(|page, at| {
        // `Chaque jour, nous racontons…` over `Je donne`
        let pressed = page.pieces.get(at + 1).is_some_and(|next| is_button(&next.shape));
        let piece = &page.pieces[at];
        let hosts = pressed && piece.shape.words <= 30 && piece.shape.has(Topic::Host) && !is_quoting(piece);
        hosts.then(|| (Role::Promo, ClueKind::Subscription, String::new()))
    });
    page.judge_at(|page, at| {
        let piece = &page.pieces[at];
        let asks = |at: Option<usize>| {
            at.and_then(|at| page.pieces.get(at)).is_some_and(|piece| piece.role() == Some(Role::Promo))
        };
        let ends = page.pieces.get(at + 1).is_none_or(|next| !next.is_free());
        let between = asks(at.checked_sub(1)) && ends && piece.shape.words <= 30 && !is_quoting(piece);
        (between && speaks_to_reader(&piece.shape)).then(|| (Role::Promo, ClueKind::Subscription, String::new()))
    });
}

/// Pieces between the name of a letter and the button that orders it.
const MAX_BOX: usize = 3;

/// What stands in a box between `Newsletter` and `S’inscrire`.
fn boxes(page: &mut Page<'_>) {
    for at in 0..page.pieces.len() {
        if !names_letter(&page.pieces[at].shape) {
            continue;
        }
        let within = &page.pieces[at + 1..page.pieces.len().min(at + 2 + MAX_BOX)];
        let Some(button) = within.iter().position(|piece| orders(&piece.shape)) else { continue };
        if within[..button].iter().all(|piece| piece.shape.words <= 40 && !is_quoting(piece)) {
            for piece in &mut page.pieces[at..=at + 1 + button] {
                piece.decide(Role::Promo, ClueKind::Subscription, "");
            }
        }
    }
}

/// `Newsletter`, `La newsletter Société`, `Infolettre`.
fn names_letter(shape: &Shape) -> bool {
    let letter = ["newsletter", "newsletters", "infolettre", "infolettres", "lettre"];
    shape.words <= 6 && !shape.ends && shape.plain.split_ascii_whitespace().take(3).any(|word| letter.contains(&word))
}

/// What the button says.
fn orders(shape: &Shape) -> bool {
    const BUTTONS: [&str; 12] = [
        " s inscrire ",
        " je m inscris ",
        " m inscrire ",
        " s abonner ",
        " je m abonne ",
        " inscription ",
        " sign up ",
        " subscribe ",
        " ok ",
        " valider ",
        " s inscrire gratuitement ",
        " inscrivez vous ",
    ];
    BUTTONS.contains(&shape.plain.as_str())
}

fn is_quoting(piece: &Piece<'_>) -> bool {
    piece.text.contains(['«', '"', '“'])
}

/// Labels of advertising, alone or in a short label without a full stop.
pub(super) fn advertising(page: &mut Page<'_>) {
    page.judge(|_, piece| {
        let shape = &piece.shape;
        let label = shape.words <= 8 && !shape.ends && shape.has(Topic::BesideAdvertising);
        (shape.is(Topic::Advertising) || label).then(|| (Role::Promo, ClueKind::Advertising, String::new()))
    });
    page.judge_at(|page, at| {
        let label = at.checked_sub(1).map(|before| &page.pieces[before])?;
        let labelled = label.role() == Some(Role::Promo) && label.shape.is(Topic::Advertising);
        (labelled && sells(&page.pieces[at])).then(|| (Role::Promo, ClueKind::Advertising, String::new()))
    });
}

/// Whether a short line under the label of advertising names a price, a number to call or a place to press.
fn sells(piece: &Piece<'_>) -> bool {
    let text = piece.text;
    let priced = text.contains(['€', '$', '£'])
        || [" euros", " CHF", " FCFA", " SMS", " % "].iter().any(|sign| text.contains(sign));
    let called = ["Tel", "Tél", "tel", "tél", "Call ", "Dial "].iter().any(|word| text.contains(word))
        || text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 2).count() >= 3;
    let pressed = ["www.", "http", ".com", "liquez", "lick here"].iter().any(|word| text.contains(word));
    piece.shape.words <= 25 && !is_quoting(piece) && (priced || called || pressed)
}

fn asks(piece: &Piece<'_>) -> bool {
    let shape = &piece.shape;
    if shape.words > 120 {
        return false;
    }
    let (phrases, offers) = (shape.count(Topic::Subscription), shape.count(Topic::Offer));
    let told = if shape.words > 25 { hosts(shape) } else { speaks_to_reader(shape) };
    let ordered = shape.opens(Topic::Imperative).is_some() || has_order_inside(shape);
    let quotes = piece.text.starts_with(['«', '"', '“']) || piece.text.matches(['«', '"', '“']).count() > 2;
    // A price beside what is offered.
    if shape.words <= 25 && piece.text.contains('€') && phrases > 0 && offers > 0 && !quotes {
        return true;
    }
    // A row of advantages.
    if piece.text.starts_with(['✓', '✔', '✅']) && shape.words <= 16 && phrases + offers > 0 {
        return true;
    }
    // `S’abonner gratuitement aux lettres d’information Le meilleur de l’écologie`
    if shape.opens(Topic::Subscription).is_some() && offers > 2 && !shape.ends && shape.words <= 25 && !quotes {
        return true;
    }
    match shape.words {
        0 => false,
        1..=8 if !shape.ends || piece.text.ends_with(['!', '?']) || phrases > 0 => {
            !quotes
                && (phrases > 0 && !is_sentence(shape)
                    || (ordered && offers > 0)
                    || (told && offers > 1)
                    || is_button(shape))
        }
        1..=25 => (phrases > 1 || (phrases > 0 && told) || (ordered && offers > 0) || (told && offers > 2)) && !quotes,
        26..=45 => (ordered && phrases + offers > 2 || told && phrases + offers > 3) && !quotes,
        // An essay may speak of letters and subscriptions too; an appeal speaks of little else.
        _ => {
            let dense = (phrases + offers) * 9 >= shape.words;
            told && dense && phrases + offers > 4 && (phrases > 1 || ordered || offers > 5)
        }
    }
}

/// Whether a longer text is a house that speaks to its readers, and not an author who says `je`.
fn hosts(shape: &Shape) -> bool {
    shape.has(Topic::Host) || shape.opens(Topic::Imperative).is_some()
}

/// Whether a short line is a sentence of an article that happens to say one of the phrases: it ends in a full stop and tells of others.
fn is_sentence(shape: &Shape) -> bool {
    shape.ends && shape.words >= 6 && !shape.sentences && !speaks_to_reader(shape)
}

/// An order after the first words, as in `Chaque matin, recevez…`.
fn has_order_inside(shape: &Shape) -> bool {
    shape.found(Topic::Imperative).any(|found| found.before <= 8 && found.phrase.ends_with("ez"))
}

/// What a button says in the reader's name: `Je m’inscris`, `J’en profite`.
fn is_button(shape: &Shape) -> bool {
    let first = shape.plain.split_ascii_whitespace().next();
    matches!(first, Some("je" | "j")) && shape.words <= 7 && shape.count(Topic::Subscription) > 0
}
