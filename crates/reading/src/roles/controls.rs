//! What a page is worked with: menus, buttons, players, comment forms, counters; and its small print.

use super::{
    Page, Piece, Verdict,
    shape::Shape,
    vocabulary::{Topic, plain},
};
use visavis_corpus::{ClueKind, Role};

/// Buttons, menus, players, counters, addresses: nothing that is read.
pub(super) fn controls(page: &mut Page<'_>) {
    page.judge(|_, piece| control(piece));
}

fn control(piece: &Piece<'_>) -> Verdict {
    let shape = &piece.shape;
    let label = shape.words <= 14 && !shape.sentences && !is_quoted(piece.text);
    let sharing = shape.words > 0 && shape.words <= 10 && !shape.ends && shares(shape);
    let control = (label && says_control(shape, piece.text.ends_with('.')))
        || sharing
        || is_trail(piece.text)
        || is_counter(shape, piece.text)
        || counts_list(shape)
        || is_rating(piece)
        || is_broadcast(piece)
        || are_glued_buttons(piece)
        || (shape.words <= 8 && shape.plain.contains(" seconds of "))
        || is_identifier(piece.text)
        || is_address(piece.text)
        || (shape.opens(Topic::ControlOpening).is_some() && speaks_to_reader(shape) && shape.words <= 50);
    control.then(|| (Role::Widget, ClueKind::Control, String::new()))
}

/// Whether each word of a line is a button for sharing, or how often it was used: `Partager Tweeter Commenter (41)`.
fn shares(shape: &Shape) -> bool {
    let counts = shape.plain.split_ascii_whitespace().filter(|word| word.bytes().all(|b| b.is_ascii_digit())).count();
    let mut places: Vec<usize> =
        shape.found(Topic::Button).flat_map(|found| found.before..found.before + found.words()).collect();
    places.sort_unstable();
    places.dedup();
    counts < shape.words && places.len() + counts == shape.words
}

/// Whether a line is a control, or begins like one and is little longer.
fn says_control(shape: &Shape, stopped: bool) -> bool {
    // A sentence that tells something of others may begin like a control.
    let sentence = shape.ends && shape.words >= 8 && !speaks_to_reader(shape);
    let begins = |opening| opening >= 2 && !sentence || shape.words <= opening + 2;
    // `Non.` answers a question, `Non` is a button.
    let answer = stopped && shape.words == 1;
    shape.is(Topic::Control) && !answer || shape.opens(Topic::ControlOpening).is_some_and(begins)
}

fn is_quoted(text: &str) -> bool {
    text.starts_with(['«', '"', '“'])
}

/// Whether a line is a trail through the site (`Accueil > Monde`), or a menu on one line.
pub(super) fn is_trail(text: &str) -> bool {
    const STROKES: [char; 6] = ['>', '›', '|', '»', '•', '·'];
    let steps = || text.split(STROKES).map(str::trim);
    let short = |step: &str| !step.is_empty() && step.split_whitespace().nth(5).is_none();
    let home = ["accueil ", "home "]
        .iter()
        .any(|home| text.chars().take(home.len()).flat_map(char::to_lowercase).eq(home.chars()));
    // A paragraph, whose first words have no stroke, is told from them.
    let first = text.split_whitespace().take(6);
    let begun = first.clone().any(|word| word.contains(STROKES)) || first.count() < 6;
    // Numbers stand in scores and tables, which other strokes part too.
    let digits = || text.contains(|c: char| c.is_ascii_digit()) && !(text.contains(" > ") || text.contains(" › "));
    (begun && steps().all(short) && steps().nth(2).is_some() && !digits())
        || (home && text.split_whitespace().nth(16).is_none())
}

/// What is played, where, for how long and when: `La découverte du glacier / 19h30 / 2 min. / le 29 août 2023`.
fn is_broadcast(piece: &Piece<'_>) -> bool {
    if piece.shape.words > 30 || piece.shape.ends {
        return false;
    }
    let lasts = [" min. ", " min ", " sec. "].iter().any(|unit| piece.text.contains(unit));
    let parted = piece.text.matches(" / ").count() >= 2 && lasts;
    // `Épisode 3 : La dernière sortieDurée de 34 minutes`
    let told = ["Durée de ", "Durée : ", "Duration: "].iter().any(|label| piece.text.contains(label))
        && piece.text.ends_with(['s', 'n', '"'])
        && piece.text.bytes().any(|byte| byte.is_ascii_digit());
    parted || told
}

/// `list 2 of 3`, `Écouter 1 min`.
fn counts_list(shape: &Shape) -> bool {
    let digits = || shape.plain.bytes().any(|byte| byte.is_ascii_digit());
    let opens = |opening: &&str| shape.plain.starts_with(*opening);
    shape.words <= 5 && !shape.ends && [" list ", " ecouter ", " listen "].iter().any(opens) && digits()
}

/// How many stars readers gave: `★★★★☆ 4,8/5 (1 326 votes)`.
fn is_rating(piece: &Piece<'_>) -> bool {
    piece.shape.words <= 12 && piece.text.contains("★★") && piece.text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Buttons that lost the spaces between them: `TweetPartagerWhatsapp+ 1`, `OuiNon`.
fn are_glued_buttons(piece: &Piece<'_>) -> bool {
    if piece.shape.words > 4 || piece.text.len() > 80 {
        return false;
    }
    let mut apart = String::with_capacity(piece.text.len() + 8);
    let mut small = false;
    for c in piece.text.chars() {
        if small && c.is_uppercase() {
            apart.push(' ');
        }
        small = c.is_lowercase();
        apart.push(c);
    }
    let glued = apart.len() > piece.text.len();
    glued && {
        let shape = Shape::of(&apart);
        shares(&shape) || shape.is(Topic::Control)
    }
}

/// Whether a line counts something, `37 partages`, or where a player or a row of pictures stands: `00:12 / 02:17`, `2/3`.
fn is_counter(shape: &Shape, text: &str) -> bool {
    let digits = text.bytes().any(|byte| byte.is_ascii_digit());
    let headed = shape.found(Topic::Counted).any(|found| found.before == 1)
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text.contains([':', '-', '–', '|']);
    let counted = digits && (shape.words <= 4 && shape.has(Topic::Counted) || headed) && !shape.ends;
    let time = digits
        && text.len() <= 20
        && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ':' | '/' | '.' | '-' | '%'));
    let clock = text.len() <= 8 && is_clock(text);
    counted || (time && !is_day(text)) || clock
}

/// `12/10/2016`, `12.10.2016`, `2016-10-12`.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', '.', '-']).map(str::trim).collect();
    parts.len() == 3 && parts.iter().any(|part| part.len() == 4)
}

/// `20h31`, `9 h 05`.
fn is_clock(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['h', 'H']).map(str::trim).collect();
    let number = |part: &str| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    matches!(parts[..], [hour, minute] if number(hour) && number(minute) && !hour.is_empty())
}

/// What follows the hour with which `text` opens: `18h32 Une question`, `14:02 Mali : un convoi arrive`.
pub(super) fn opens_with_clock(text: &str) -> Option<&str> {
    let number = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hour = number(text);
    let rest = text.get(hour..)?.strip_prefix(['h', 'H', ':'])?;
    let minute = number(rest);
    ((1..=2).contains(&hour) && minute == 2).then(|| &rest[minute..])
}

/// Whether a line is a name that only a program reads: `mediaPlayer-error-message`, `badge_FR`, `[if lt IE 9]`.
fn is_identifier(text: &str) -> bool {
    let one = !text.contains(char::is_whitespace);
    let joined =
        || text.contains('_') || text.matches('-').count() >= 2 && text.starts_with(|c: char| c.is_lowercase());
    let plain = || text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'));
    let conditional = text.starts_with("[if ")
        || ["<!--", "<iframe", "<script", "<embed", "<div"].iter().any(|tag| text.starts_with(tag))
        || text.starts_with("[endif");
    (one && joined() && plain() && !text.contains('/')) || conditional
}

/// Whether a line is an address of the web, and perhaps a number of a page.
fn is_address(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let address = words.next().is_some_and(|word| {
        let scheme = word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www.");
        scheme && word.len() > 8 && !word.contains("t.co/")
    });
    address && words.all(|word| word.bytes().all(|b| b.is_ascii_digit() || b == b'/'))
}

/// Whether a line speaks to whoever reads the page.
pub(super) fn speaks_to_reader(shape: &Shape) -> bool {
    shape.has(Topic::Address) || shape.opens(Topic::Imperative).is_some()
}

/// Lines over a letter before another of them says as much.
const MAX_HEADER: usize = 10;

/// What stands over a letter: `De : La rédaction`, `Objet : …`. Where one line stands, others do.
pub(super) fn letter_heads(page: &mut Page<'_>) {
    let label = |piece: &Piece<'_>| {
        let label = piece.text.split_once(':').map(|(label, _)| label.trim());
        label.is_some_and(|label| LETTER.contains(&label))
    };
    let found: Vec<usize> = (0..page.pieces.len().min(MAX_HEADER)).filter(|&at| label(&page.pieces[at])).collect();
    if found.len() < 3 {
        return;
    }
    // What the letter is about stands again over its text.
    let about = found
        .iter()
        .filter_map(|&at| page.pieces[at].text.split_once(':'))
        .find(|(label, _)| matches!(label.trim(), "Objet" | "Sujet" | "Subject"));
    let about = about.map(|(_, subject)| plain(subject)).filter(|subject| subject.len() > 2);
    let title = about.and_then(|subject| page.pieces.iter().position(|piece| piece.shape.plain == subject));
    if let Some(title) = title {
        page.pieces[title].read_as(Role::Title);
    }
    found.into_iter().for_each(|at| page.pieces[at].decide(Role::Widget, ClueKind::Position, ""));
}

/// Labels over letters.
const LETTER: [&str; 16] = [
    "De",
    "À",
    "A",
    "Date",
    "Objet",
    "Envoyé",
    "Cc",
    "Répondre à",
    "From",
    "To",
    "Subject",
    "Sent",
    "Reply-To",
    "Sujet",
    "Destinataire",
    "Expéditeur",
];

/// Comment forms.
pub(super) fn comment_forms(page: &mut Page<'_>) {
    page.judge(|_, piece| {
        let shape = &piece.shape;
        let asks = if shape.has(Topic::Subscription) { 0 } else { shape.count(Topic::CommentForm) };
        let form = (asks > 0 && shape.words <= 20 && !shape.ends)
            || (asks > 1 && shape.words <= 40)
            || (asks > 0 && shape.words <= 14 && !is_quoted(piece.text));
        let opens = shape.words <= 3 || shape.opens(Topic::CommentLabel).is_some();
        let label = shape.words <= 4 && !shape.ends && opens && shape.has(Topic::CommentLabel);
        // `Nom *`: a field that has to be filled in.
        let field = shape.words <= 3 && piece.text.ends_with('*');
        (form || label || field).then(|| (Role::Widget, ClueKind::CommentForm, String::new()))
    });
}

/// The small print: rights, terms, cookies.
pub(super) fn small_print(page: &mut Page<'_>) {
    page.judge(|_, piece| {
        let shape = &piece.shape;
        if !shape.has(Topic::SmallPrint) {
            return None;
        }
        // The consent under a form of subscription belongs to the form.
        let consents =
            ["inscri", "newsletter", "abonn", "subscri", "sign up"].iter().any(|stem| shape.plain.contains(stem));
        let prints = if consents && speaks_to_reader(shape) { 0 } else { shape.count(Topic::SmallPrint) };
        let rights = piece.text.starts_with(['©', 'C', '(']) && shape.words <= 110 && is_notice(piece.text);
        // A sentence of an article may say one of the phrases.
        let sentence = shape.ends && shape.words > 6 && prints == 1 && !is_notice(piece.text);
        let label = shape.words <= 16 && !shape.sentences && prints > 0 && !sentence;
        let notice = shape.words <= 120 && prints > 0 && (shape.plain.contains(" cookies ") || prints > 1);
        let publisher = shape.words <= 30 && prints > 0 && piece.text.chars().filter(char::is_ascii_digit).count() >= 6;
        (label || notice || publisher || (rights && prints > 0))
            .then(|| (Role::Widget, ClueKind::Boilerplate, String::new()))
    });
}

/// Whether a line begins with the sign of copyright, or its word.
fn is_notice(text: &str) -> bool {
    ["©", "(c)", "Copyright", "(C)"].iter().any(|sign| text.starts_with(sign))
}
