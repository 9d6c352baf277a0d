//! Which parts of a text stand between quotation marks, of whatever kind.

use visavis_text::Span;

/// The stretches of `text` between quotation marks, in order, without the marks; what is nested belongs to the outer one.
///
/// `« »`, `“ ”`, `„ “` and `" "`. A French or English quotation that is not closed runs to the end of the text (a quotation may run over
/// a paragraph); a straight mark without its fellow is no quotation.
pub(crate) fn quotations(text: &str) -> Vec<Span> {
    let mut found = vec![];
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match open {
            Some((start, mark)) if closes(mark, c) => {
                found.push(Span::new(start, at));
                open = None;
            }
            None if matches!(c, '«' | '“' | '„' | '"') => open = Some((at + c.len_utf8(), c)),
            _ => {}
        }
    }
    if let Some((start, _)) = open.filter(|&(_, mark)| mark != '"') {
        found.push(Span::new(start, text.len()));
    }
    found
}

/// Whether `c` closes what `mark` opened.
const fn closes(mark: char, c: char) -> bool {
    match mark {
        '«' => c == '»',
        '“' => matches!(c, '”' | '"'),
        '„' => matches!(c, '“' | '”'),
        _ => c == '"',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use visavis_text::slice;

    #[test]
    fn marks_of_any_kind_enclose_a_quotation() {
        for (text, expected) in [
            ("Il dit « oui » et \"non\".", vec![" oui ", "non"]),
            ("“yes” and „ja“", vec!["yes", "ja"]),
            ("« le “bon” mot » dit-il", vec![" le “bon” mot "]),
            ("« sans fin", vec![" sans fin"]),
            ("un 6\" sans fin", vec![]),
        ] {
            let found: Vec<&str> = quotations(text).into_iter().filter_map(|span| slice(text, span)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
