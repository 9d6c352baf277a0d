//! Texts without their spaces, so that words meet however they were cut and joined.

use visavis_text::is_apostrophe;

/// The signs of a text that are not space, each with its first byte.
#[derive(Clone, Debug, Default)]
pub(super) struct Dense {
    pub(super) signs: Vec<char>,
    /// As many, in order.
    pub(super) starts: Vec<u32>,
}

impl Dense {
    /// Of `text`.
    pub(super) fn of(text: &str) -> Self {
        let mut dense = Self::default();
        dense.add(text, 0);
        dense
    }

    /// Adds `text`, whose first byte is called `from`.
    pub(super) fn add(&mut self, text: &str, from: usize) {
        for (at, c) in text.char_indices() {
            if let Some(sign) = sign(c) {
                self.signs.push(sign);
                self.starts.push((from + at) as u32);
            }
        }
    }

    /// The signs of the bytes `start..end`, as positions.
    pub(super) fn range(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        let at = |byte: usize| self.starts.partition_point(|&start| (start as usize) < byte);
        at(start)..at(end)
    }
}

/// What `c` is compared as; nothing, where it leaves no trace on paper. Quotation marks, apostrophes and dashes are written in many ways
/// by those who cut texts into words.
fn sign(c: char) -> Option<char> {
    match c {
        _ if c.is_whitespace() || c.is_control() => None,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
        '«' | '»' | '“' | '”' | '„' => Some('"'),
        '\u{2010}'..='\u{2015}' => Some('-'),
        _ if is_apostrophe(c) => Some('\''),
        _ => Some(c),
    }
}

/// Counts characters (Unicode code points, as Python and the Web Annotation Data Model do) in a text.
#[derive(Clone, Debug)]
pub(super) struct Characters<'t> {
    text: &'t str,
    count: usize,
    /// The first byte of every 64th character.
    steps: Vec<u32>,
}

const STEP: usize = 64;

impl<'t> Characters<'t> {
    /// Of `text`.
    pub(super) fn of(text: &'t str) -> Self {
        let steps: Vec<u32> = text.char_indices().step_by(STEP).map(|(at, _)| at as u32).collect();
        let rest = steps.last().map_or(0, |&last| text[last as usize..].chars().count());
        Self { text, count: steps.len().saturating_sub(1) * STEP + rest, steps }
    }

    /// The byte at which character `nth` begins, or the text ends.
    pub(super) fn byte(&self, nth: usize) -> Option<usize> {
        if nth >= self.count {
            return (nth == self.count).then_some(self.text.len());
        }
        let from = self.steps[nth / STEP] as usize;
        self.text[from..].char_indices().nth(nth % STEP).map(|(at, _)| from + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn characters_are_those_of_the_text(text in "[aé𝄞 ]{0,200}") {
            let characters = Characters::of(&text);
            let mut starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            starts.push(text.len());
            for (nth, &at) in starts.iter().enumerate() {
                prop_assert_eq!(characters.byte(nth), Some(at));
            }
            prop_assert_eq!(characters.byte(starts.len()), None);
        }
    }

    #[test]
    fn spaces_and_the_form_of_marks_say_nothing() {
        assert_eq!(Dense::of("« L’ONU »").signs, Dense::of("\" L' ONU \"").signs);
    }
}
