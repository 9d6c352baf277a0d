//! Whether a stop ends its sentence.

use super::abbreviation::{Abbreviation, abbreviation, labels};
use super::sequel::{Sequel, is_roman};
use super::stop::{Stop, Strength, is_mark};
use crate::{is_apostrophe, is_word_char};

/// The longest abbreviation, and the longest look back for an address, in bytes.
const LONGEST_WORD: usize = 24;
const LONGEST_ADDRESS: usize = 80;

/// Names of domains that a domain's name in capitals may end with (`Europe1.Fr`), and that begin no sentence.
const DOMAINS: [&str; 9] = ["Com", "Eu", "Fr", "Info", "Io", "Net", "Org", "Ru", "Tv"];

/// Whether `stop` ends the sentence that starts at `start`.
pub(super) fn ends(text: &str, start: usize, stop: &Stop) -> bool {
    let (head, rest) = (&text[start..stop.start], &text[stop.end..]);
    if stop.strength == Strength::Dot && is_numbering(head) {
        return false;
    }
    if stop.aside {
        return Sequel::read(rest).is_starter(true);
    }
    if rest.starts_with(|c: char| !c.is_whitespace()) {
        return ends_unspaced(head, stop, rest);
    }
    match (Sequel::read(rest), stop.strength) {
        (Sequel::Continued, _) => false,
        (sequel, Strength::Dot) => dot_ends(head, stop.closed, sequel),
        (Sequel::Digit, Strength::Ellipsis) => !head.ends_with(char::is_numeric),
        (_, Strength::Ellipsis | Strength::Strong) => true,
    }
}

/// Whether an omission mark in mid-sentence, with what closes on it, ends the sentence.
pub(super) fn ends_omitted(text: &str, omission: &Stop) -> bool {
    let sequel = Sequel::read(&text[omission.end..]);
    let stopped = text[..omission.start].trim_end().ends_with(is_mark);
    sequel.is_starter(true) || stopped && matches!(sequel, Sequel::Capital(..))
}

/// Whether a full stop after `head`, with `sequel` after a space, ends the sentence.
fn dot_ends(head: &str, closed: bool, sequel: Sequel) -> bool {
    let word = last_word(head);
    match abbreviation(word) {
        // A full stop that stands alone is a stray; a number before a number is part of a date or a numbering.
        None if sequel == Sequel::Digit => !(head.ends_with(char::is_whitespace) || is_short_number(word)),
        None => true,
        Some(Abbreviation::Title) => false,
        Some(_) if closed => true,
        Some(Abbreviation::Reference) => !sequel.is_number(),
        Some(Abbreviation::Anywhere) => sequel.is_starter(false),
        Some(Abbreviation::Acronym) => sequel.is_starter(word.len() < 5),
        Some(Abbreviation::Initial) => initial_ends(word, head[..head.len() - word.len()].trim_end(), sequel),
    }
}

/// Whether the full stop of an `initial` after `head` ends the sentence: `plan B.`, `Clément V.`, `RER E.`
fn initial_ends(initial: &str, head: &str, sequel: Sequel) -> bool {
    let before = last_word(head);
    let reigns = matches!(initial, "I" | "V" | "X") && before.starts_with(char::is_uppercase) && !before.contains('.');
    let numbers = before.chars().nth(1).is_some() && before.chars().all(char::is_uppercase);
    labels(before) || sequel.is_starter(!reigns && !numbers)
}

/// Whether `word` is a number of one or two digits.
fn is_short_number(word: &str) -> bool {
    matches!(word.len(), 1 | 2) && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether `head` numbers what follows: `1.`, `II.`, `b.`
fn is_numbering(head: &str) -> bool {
    let head = head.trim_start_matches(|c: char| !c.is_alphanumeric());
    is_short_number(head) || head.len() == 1 || head.len() <= 4 && is_roman(head)
}

/// The end of `head` that may be an abbreviation: letters, digits, and the marks that join them.
fn last_word(head: &str) -> &str {
    let joins = |c: char| is_word_char(c) || matches!(c, '.' | '-' | '°') || is_apostrophe(c);
    let mut from = head.len();
    for (at, c) in head.char_indices().rev() {
        if !joins(c) {
            break;
        }
        if head.len() - at > LONGEST_WORD {
            return "";
        }
        from = at;
    }
    head[from..].trim_start_matches(|c: char| c != '°' && !c.is_alphanumeric())
}

/// Whether `stop`, with something hard on it, ends the sentence: glued text (`Syrie.Le président`), but no number, no address.
fn ends_unspaced(head: &str, stop: &Stop, rest: &str) -> bool {
    let sequel = Sequel::read(rest);
    let Sequel::Capital(next, elided) = sequel else { return false };
    let starts_with_it = rest.starts_with(next);
    if is_address(head)
        || !starts_with_it && rest.starts_with(|c| matches!(c, '-' | '_' | '*' | '·') || is_apostrophe(c))
    {
        return false;
    }
    let word = last_word(head);
    let plain = word.chars().count() > 1 && !word.contains('.') && abbreviation(word).is_none();
    match stop.strength {
        Strength::Strong => true,
        _ if stop.closed || !starts_with_it => plain,
        Strength::Ellipsis => plain && is_small(word),
        Strength::Dot => {
            plain
                && (is_small(word) || sequel.is_starter(false))
                && (elided || sequel.is_starter(false) || is_small(next))
                && !DOMAINS.contains(&next)
                && !rest[next.len()..].starts_with(['.', '@', '/', '_'])
        }
    }
}

fn is_small(word: &str) -> bool {
    word.ends_with(char::is_lowercase)
}

/// Whether `head` ends in an address of the web or of mail.
fn is_address(head: &str) -> bool {
    let mut from = head.len().saturating_sub(LONGEST_ADDRESS);
    while !head.is_char_boundary(from) {
        from += 1;
    }
    let chunk = head[from..].rsplit(char::is_whitespace).next().unwrap_or_default();
    chunk.contains(['/', '@']) || chunk.contains("www.")
}
