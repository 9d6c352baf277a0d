//! Where a line holds more than one thing.

use super::pictures::opens_credit;
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

/// Adds `part` of `line`, in two where it is a credit to which a caption is glued.
fn cut_credit(line: &str, part: Span, parts: &mut Vec<Span>) {
    let text = &line[part.range()];
    let glue = if opens_credit(text.trim_start()) { glue(text) } else { None };
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
    fn shortcodes_come_off_and_brackets_of_quotations_stay() {
        assert_eq!(parts("[ad id=\"3\"] Il pleut. [/ad]"), ["[ad id=\"3\"]", "Il pleut.", "[/ad]"]);
        for line in ["\"Quand [Vladimir Poutine] bombarde\"", "Il [sic] vient [...]", "[", "[a", "]["] {
            assert_eq!(parts(line), [line]);
        }
    }
}
