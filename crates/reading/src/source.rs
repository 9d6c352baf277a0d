//! The bytes of a file as text, with a map back to the bytes.

use crate::{Notice, Place, ReadingError, error::Errors};
use encoding_rs::WINDOWS_1252;
use visavis_text::Span;

/// No article has a longer line; what does is data, and would stall the page.
pub(crate) const MAX_LINE: usize = 10_000_000;
/// Spans are 32 bits wide; long before that, a file is not an article.
pub(crate) const MAX_FILE: usize = 100_000_000;
/// Bytes that Windows-1252 leaves undefined.
const UNDEFINED: [u8; 5] = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

/// The text of a file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Source {
    text: String,
    /// Bytes of a signature before the text.
    skipped: usize,
    /// Where each byte of `text` stands in the file, where that differs.
    positions: Option<Vec<u32>>,
}

/// A line of text without its end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    /// 1-based.
    pub(crate) number: u32,
    /// Its bytes in the text.
    pub(crate) span: Span,
}

impl Source {
    /// Text that stands in its file as it is.
    #[cfg(test)]
    pub(crate) fn plain(text: &str) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Reads `bytes`; `None` where they are not text, which `errors` then says.
    pub(crate) fn decode(file: &str, bytes: &[u8], errors: &mut Errors, notices: &mut Vec<Notice>) -> Option<Self> {
        if bytes.len() > MAX_FILE {
            errors.add(file, 0, ReadingError::LongFile { bytes: bytes.len(), limit: MAX_FILE });
            return None;
        }
        if let Some((line, bytes)) = long_line(bytes) {
            errors.add(file, line, ReadingError::LongLine { bytes, limit: MAX_LINE });
            return None;
        }
        let skipped = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        if let Ok(text) = std::str::from_utf8(&bytes[skipped..]) {
            return Some(Self { text: text.into(), skipped, positions: None });
        }
        match windows_1252(bytes) {
            Ok((line, source)) => {
                let what = "read as Windows-1252, since it is not valid UTF-8".into();
                notices.push(Notice { place: Place { file: file.into(), line }, what });
                Some(source)
            }
            Err((line, what)) => {
                errors.add(file, line, ReadingError::Encoding { what });
                None
            }
        }
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The text under `span`.
    pub(crate) fn slice(&self, span: Span) -> &str {
        visavis_text::slice(&self.text, span).unwrap_or_default()
    }

    /// The bytes of the file under `span` of the text.
    pub(crate) fn in_file(&self, span: Span) -> Span {
        match &self.positions {
            None => span.shifted(self.skipped),
            Some(at) => {
                let place = |byte: usize| at.get(byte).copied().unwrap_or_default() as usize;
                Span::new(place(span.start()), place(span.end()))
            }
        }
    }

    /// The lines of the text, whether they end in LF, CR LF or CR.
    pub(crate) fn lines(&self) -> Vec<Line> {
        let bytes = self.text.as_bytes();
        let (mut lines, mut start, mut at) = (vec![], 0, 0);
        while at < bytes.len() {
            let len = match bytes[at] {
                b'\n' => 1,
                b'\r' => 1 + usize::from(bytes.get(at + 1) == Some(&b'\n')),
                _ => 0,
            };
            if len > 0 {
                lines.push(Line { number: lines.len() as u32 + 1, span: Span::new(start, at) });
                start = at + len;
            }
            at += len.max(1);
        }
        lines.push(Line { number: lines.len() as u32 + 1, span: Span::new(start, bytes.len()) });
        lines
    }
}

/// The first line that is too long, and its length.
fn long_line(bytes: &[u8]) -> Option<(u32, usize)> {
    let lines = bytes.split(|&b| b == b'\n' || b == b'\r');
    let (at, line) = lines.enumerate().find(|(_, line)| line.len() > MAX_LINE)?;
    let crlf = bytes[..line.as_ptr().addr() - bytes.as_ptr().addr()].windows(2).filter(|pair| pair == b"\r\n").count();
    Some(((at + 1 - crlf) as u32, line.len()))
}

/// The line, 1-based, on which byte `at` stands.
fn line_of(bytes: &[u8], at: usize) -> u32 {
    bytes[..at].split(|&b| b == b'\n').count() as u32
}

/// The text of `bytes` read as Windows-1252, with the line of the first byte that is not UTF-8; or the line and what speaks against it.
fn windows_1252(bytes: &[u8]) -> Result<(u32, Source), (u32, String)> {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err((1, "the file begins like UTF-16".into()));
    }
    if let Some(at) = bytes.iter().position(|b| *b == 0 || UNDEFINED.contains(b)) {
        return Err((line_of(bytes, at), format!("byte {} is {:02X}, which is not a character", at + 1, bytes[at])));
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    // One byte is one character.
    let mut positions: Vec<u32> = Vec::with_capacity(text.len() + 1);
    for (at, c) in text.chars().enumerate() {
        positions.extend(std::iter::repeat_n(at as u32, c.len_utf8()));
    }
    positions.push(bytes.len() as u32);
    let bad = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), |_| 0);
    Ok((line_of(bytes, bad), Source { text: text.into_owned(), skipped: 0, positions: Some(positions) }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decode(bytes: &[u8]) -> (Option<Source>, Vec<Notice>, Vec<(u32, ReadingError)>) {
        let (mut errors, mut notices) = (Errors::default(), vec![]);
        let source = Source::decode("a.txt", bytes, &mut errors, &mut notices);
        let errors = errors.finish().err().map(|all| all.0).unwrap_or_default();
        (source, notices, errors.into_iter().map(|e| (e.place.line, e.error)).collect())
    }

    #[test]
    fn windows_1252_is_read_and_reported_with_its_line() {
        let (source, notices, _) = decode(b"Alep\nl'\xE9t\xE9 \x80");
        let source = source.expect("text");
        assert_eq!(source.text(), "Alep\nl'été €");
        assert_eq!(notices[0].place.line, 2);
        // `été` is three bytes in the file and five in the text.
        assert_eq!(source.in_file(Span::new(7, 12)), Span::new(7, 10));
    }

    #[test]
    fn bytes_of_no_encoding_are_an_error_with_their_line() {
        for byte in UNDEFINED {
            let (source, _, errors) = decode(&[b'a', b'\n', 0xE9, byte]);
            assert!(source.is_none());
            assert!(matches!(errors[..], [(2, ReadingError::Encoding { .. })]), "{byte:02X}");
        }
    }

    #[test]
    fn utf_16_is_named() {
        assert!(decode(b"\xFF\xFEA\0").2[0].1.to_string().contains("UTF-16"));
    }

    #[test]
    fn a_signature_is_not_text() {
        let source = decode(b"\xEF\xBB\xBFAlep").0.expect("text");
        assert_eq!(source.text(), "Alep");
        assert_eq!(source.in_file(Span::new(0, 4)), Span::new(3, 7));
    }

    #[test]
    fn a_line_that_is_too_long_is_an_error_with_its_line() {
        let mut bytes = b"a\r\nb\r\n".to_vec();
        bytes.extend(std::iter::repeat_n(b'x', MAX_LINE + 1));
        assert!(matches!(decode(&bytes).2[..], [(3, ReadingError::LongLine { .. })]));
    }

    #[test]
    fn lines_end_in_any_of_the_three_ways() {
        let source = Source::plain("a\nb\r\nc\rd");
        let lines: Vec<(u32, &str)> = source.lines().iter().map(|l| (l.number, source.slice(l.span))).collect();
        assert_eq!(lines, [(1, "a"), (2, "b"), (3, "c"), (4, "d")]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let (source, _, errors) = decode(&bytes);
            prop_assert_eq!(source.is_none(), !errors.is_empty());
        }

        #[test]
        fn windows_1252_spans_name_the_same_characters_in_the_file(bytes in prop::collection::vec(0xA0u8..=0xFF, 1..60)) {
            if let (Some(source), [_]) = (decode(&bytes).0, &decode(&bytes).1[..]) {
                for (at, c) in source.text().char_indices() {
                    let span = source.in_file(Span::new(at, at + c.len_utf8()));
                    prop_assert_eq!(span.len(), 1);
                    prop_assert_eq!(c as u32, u32::from(bytes[span.start()]));
                }
            }
        }
    }
}
