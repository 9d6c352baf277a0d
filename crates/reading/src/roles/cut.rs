//! Where a line holds more than one thing.

use super::{controls::opens_with_clock, pictures::opens_credit};
use visavis_text::{Span, words};

/// The parts of `line`, trimmed and in order: shortcodes, a credit glued to its caption, and what is between.
pub(super) fn cut(line: &str) -> Vec<Span> {
    let mut parts = vec![];
    let mut at = 0;
    while let Some(code) = next_shortcode(line, at) {
        cut_credit(line, Span::new(at, code.start()), &mut parts);
        parts.push(code);
        at = code.end();
    }
    cut_credit(line, Span::new(at, line.len()), &mut parts);
    parts
}

/// Whether `text` is a shortcode of a publishing system: `[name key="value"]`, `[/name]`.
pub(super) fn is_shortcode(text: &str) -> bool {
    next_shortcode(text, 0).is_some_and(|code| code == Span::new(0, text.len()))
}

fn next_shortcode(line: &str, from: usize) -> Option<Span> {
    line[from..].match_indices('[').find_map(|(at, _)| {
        let start = from + at;
        let inner = &line[start + 1..];
        let inner = &inner[..inner.find([']', '['])?];
        let end = start + 1 + inner.len();
        (line[end..].starts_with(']') && is_code(inner)).then(|| Span::new(start, end + 1))
    })
}

fn is_code(inner: &str) -> bool {
    let named = inner.strip_prefix('/').unwrap_or(inner);
    let name = &named[..named.find(char::is_whitespace).unwrap_or(named.len())];
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    is_name && (inner.starts_with('/') || named[name.len()..].contains('='))
}

/// Labels of advertising that stand before what they are glued to.
const LABELS: [&str; 4] = ["Publicité", "PUBLICITÉ", "Advertisement", "ADVERTISEMENT"];

/// Where a label of advertising ends to which something with a capital is glued: `PublicitéLe président…`.
fn label(text: &str) -> Option<usize> {
    let text_start = text.len() - text.trim_start().len();
    let label = LABELS.iter().find(|label| text[text_start..].starts_with(**label))?;
    let end = text_start + label.len();
    text[end..].starts_with(char::is_uppercase).then_some(end)
}

/// Where an hour ends to which a heading is glued: `18h32Question de lecteur`.
fn hour(text: &str) -> Option<usize> {
    let rest = opens_with_clock(text.trim_start())?;
    rest.starts_with(char::is_uppercase).then(|| text.len() - rest.len())
}

/// Words that begin a date where it is glued to another, or to a name.
const STAMPS: [&str; 12] = [
    "Mis à jour",
    "Mise à jour",
    "Modifié",
    "Actualisé",
    "Publié",
    "Posté",
    "Last modified",
    "Last updated",
    "Updated",
    "UPDATED",
    "Published",
    "Posted",
];

/// Where a date begins that is glued to what stands before it: `Par Jeanne MartinPublié le 3 mai 2019 à 10hMis à jour le 4 mai`.
fn stamp(text: &str) -> Option<usize> {
    if text.len() > MAX_CREDIT || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let glued = |at: &usize| text[..*at].ends_with(char::is_alphanumeric);
    STAMPS.iter().filter(|mark| text.contains(**mark)).filter_map(|mark| text.find(mark)).filter(glued).min()
}

/// Words that announce another article at the end of a paragraph.
const LINKS: [&str; 5] = ["À lire aussi", "A lire aussi", "Lire aussi", "LIRE AUSSI", "Read more"];

/// Where a link to another article begins after the last sentence of a paragraph: `… du pont. Lire aussi : Une école ouvre`.
fn link(text: &str) -> Option<usize> {
    // Whether a mark is there at all is found many bytes at a time; where the last one is, byte by byte.
    let marks = LINKS.iter().filter(|mark| text.contains(**mark));
    let (at, mark) = marks.filter_map(|mark| text.rfind(mark).map(|at| (at, *mark))).min()?;
    let before = text[..at].trim_end();
    let rest = text[at + mark.len()..].trim_start();
    let closed = before.ends_with(['.', '!', '?', '»', '"', '…']) && words(before).take(8).count() == 8;
    (closed && rest.starts_with([':', '>', '-', '–', '|']) && words(rest).take(26).count() <= 25).then_some(at)
}

/// Adds `part` of `line`, in two where something is glued to a credit or to a label, or a link to its end.
fn cut_credit(line: &str, part: Span, parts: &mut Vec<Span>) {
    let text = &line[part.range()];
    let glue = if opens_credit(text.trim_start()) {
        glue(text)
    } else {
        label(text).or_else(|| hour(text)).or_else(|| stamp(text)).or_else(|| link(text))
    };
    let middle = glue.unwrap_or(text.len());
    for (start, end) in [(0, middle), (middle, text.len())] {
        let trimmed = text[start..end].trim();
        if !trimmed.is_empty() {
            let start = part.start() + start + (text[start..end].len() - text[start..end].trim_start().len());
            parts.push(Span::new(start, start + trimmed.len()));
        }
    }
}

/// Beginnings of names that go on with a capital.
const PREFIXES: [&str; 7] = ["Mac", "Mc", "De", "Di", "La", "Le", "Van"];

/// A credit is over by then.
const MAX_CREDIT: usize = 160;

/// Where a word begins without a space before it, and a sentence follows (`SanadikiForces loyal to…`).
fn glue(text: &str) -> Option<usize> {
    words(text).take_while(|word| word.span.start() < MAX_CREDIT).find_map(|word| {
        let mut before = None;
        for (at, c) in word.text.char_indices().take(MAX_CREDIT) {
            let glued = before.is_some_and(char::is_lowercase) && c.is_uppercase();
            let tail = || words(&text[word.span.start() + at..]).take(4).count();
            if glued && at > 2 && !PREFIXES.contains(&&word.text[..at]) && tail() == 4 {
                return Some(word.span.start() + at);
            }
            before = Some(c);
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> Vec<&str> {
        cut(line).into_iter().map(|span| &line[span.range()]).collect()
    }

    #[test]
    fn a_caption_glued_to_its_credit_comes_off() {
        assert_eq!(
            parts("© AFP / Jean McDonaldDes soldats marchent dans une rue."),
            ["© AFP / Jean McDonald", "Des soldats marchent dans une rue."]
        );
        assert_eq!(parts("© AFP / Jean McDonald"), ["© AFP / Jean McDonald"]);
    }

    #[test]
    fn labels_and_links_come_off_the_text_they_are_glued_to() {
        assert_eq!(parts("PublicitéLe pont est fermé."), ["Publicité", "Le pont est fermé."]);
        let text = "Le conseil municipal a voté la rénovation du pont.";
        assert_eq!(parts(&format!("{text} Lire aussi : Une école ouvre")), [text, "Lire aussi : Une école ouvre"]);
        assert_eq!(parts("Publicités mensongères"), ["Publicités mensongères"]);
    }

    #[test]
    fn shortcodes_come_off_and_brackets_of_quotations_stay() {
        assert_eq!(parts("[ad id=\"3\"] Il pleut. [/ad]"), ["[ad id=\"3\"]", "Il pleut.", "[/ad]"]);
        for line in ["\"Quand [Vladimir Poutine] bombarde\"", "Il [sic] vient [...]", "[", "[a", "]["] {
            assert_eq!(parts(line), [line]);
        }
    }
}
