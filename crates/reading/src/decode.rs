//! The bytes of a file as text, in whichever encoding they are.

use crate::{
    Notice, Place, ReadingError,
    error::Errors,
    source::{MAX_LINE, Map, Source},
};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Spans are 32 bits wide; long before that, a file is not an article.
pub(crate) const MAX_FILE: usize = 100_000_000;
/// A file that holds many articles may be longer.
pub(crate) const MAX_COLLECTION: usize = 1_000_000_000;
/// Bytes that Windows-1252 leaves undefined.
const UNDEFINED: [u8; 5] = [0x81, 0x8D, 0x8F, 0x90, 0x9D];
/// How far into a file a declaration of its encoding may stand.
const DECLARED_WITHIN: usize = 2048;

/// How long a file may be, and its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// One article, whose lines are lines of text.
    Article,
    /// One article amid markup, whose lines say nothing.
    Markup,
    /// Many articles.
    Collection,
}

impl Extent {
    /// How long the file may be.
    pub(crate) const fn bytes(self) -> usize {
        match self {
            Self::Article | Self::Markup => MAX_FILE,
            Self::Collection => MAX_COLLECTION,
        }
    }
}

/// Reads `bytes`; `None` where they are not text, which `errors` then says.
pub(crate) fn decode(
    file: &str,
    bytes: &[u8],
    extent: Extent,
    errors: &mut Errors,
    notices: &mut Vec<Notice>,
) -> Option<Source> {
    if bytes.len() > extent.bytes() {
        errors.add(file, 0, ReadingError::LongFile { bytes: bytes.len(), limit: extent.bytes() });
        return None;
    }
    if let Some((line, bytes)) = long_line(bytes).filter(|_| extent == Extent::Article) {
        errors.add(file, line, ReadingError::LongLine { bytes, limit: MAX_LINE });
        return None;
    }
    let mut notice = |line, encoding: &str, why: &str| {
        notices.push(Notice { place: Place { file: file.into(), line }, what: format!("read as {encoding}, {why}") });
    };
    if let Some((encoding, skipped, why)) = utf_16(bytes) {
        return match wide(bytes, skipped, encoding) {
            Ok(source) => {
                notice(1, encoding.name(), why);
                Some(source)
            }
            Err(at) => {
                let what = format!("byte {} is not UTF-16", at + 1);
                errors.add(file, 1, ReadingError::Encoding { what });
                None
            }
        };
    }
    let skipped = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let bad = match std::str::from_utf8(&bytes[skipped..]) {
        Ok(text) => {
            let mut map = Map::default();
            map.add(0, skipped, (1, 1));
            return Some(Source::whole(text.into(), map));
        }
        Err(error) => skipped + error.valid_up_to(),
    };
    let declared = if extent == Extent::Markup { declared(bytes) } else { None };
    let encoding = declared.filter(|encoding| encoding.is_single_byte()).unwrap_or(WINDOWS_1252);
    match narrow(bytes, encoding) {
        Ok(source) => {
            let why = if declared == Some(encoding) { "which it declares" } else { "since it is not valid UTF-8" };
            notice(line_of(bytes, bad), label(encoding), why);
            Some(source)
        }
        Err(at) => {
            let what = format!("byte {} is {:02X}, which is not a character", at + 1, bytes[at]);
            errors.add(file, line_of(bytes, at), ReadingError::Encoding { what });
            None
        }
    }
}

/// The name of `encoding` as people write it.
fn label(encoding: &'static Encoding) -> &'static str {
    if encoding == WINDOWS_1252 { "Windows-1252" } else { encoding.name() }
}

/// The encoding that a page declares, `charset=…`, where it is not UTF-8.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(DECLARED_WITHIN)];
    let at = head.windows(8).position(|window| window.eq_ignore_ascii_case(b"charset="))?;
    let rest = &head[at + 8..];
    let rest = &rest[rest.iter().take_while(|b| matches!(b, b'"' | b'\'' | b' ')).count()..];
    let end =
        rest.iter().position(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'-' | b'_' | b':')).unwrap_or(rest.len());
    Encoding::for_label(&rest[..end]).filter(|&encoding| encoding != UTF_8)
}

/// Which UTF-16 the bytes are, if any, how long its signature is, and what says so.
fn utf_16(bytes: &[u8]) -> Option<(&'static Encoding, usize, &'static str)> {
    match bytes {
        [0xFF, 0xFE, ..] => Some((UTF_16LE, 2, "as it begins")),
        [0xFE, 0xFF, ..] => Some((UTF_16BE, 2, "as it begins")),
        _ => {
            // Without a signature: western text has a zero in nearly every other place, and hardly any between.
            let head = &bytes[..bytes.len().min(512) & !1];
            let zeros = |first| head.iter().skip(first).step_by(2).filter(|&&b| b == 0).count();
            let (even, odd, many) = (zeros(0), zeros(1), head.len() * 2 / 5);
            let found = |encoding| Some((encoding, 0, "since every other byte is zero"));
            if head.len() < 8 {
                None
            } else if odd >= many && even * 8 <= odd {
                found(UTF_16LE)
            } else if even >= many && odd * 8 <= even {
                found(UTF_16BE)
            } else {
                None
            }
        }
    }
}

/// Text of two or four bytes a character; or the byte that is none.
fn wide(bytes: &[u8], skipped: usize, encoding: &'static Encoding) -> Result<Source, usize> {
    let pairs = bytes[skipped..].chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return Err(bytes.len() - 1);
    }
    let unit = |pair: &[u8]| {
        let pair = [pair[0], pair[1]];
        if encoding == UTF_16LE { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }
    };
    let (mut text, mut map, mut at) = (String::with_capacity(bytes.len()), Map::default(), skipped);
    for c in char::decode_utf16(pairs.map(unit)) {
        let c = c.map_err(|_| at)?;
        let wide = 2 * c.len_utf16();
        map.add(text.len(), at, (c.len_utf8() as u8, wide as u8));
        text.push(c);
        at += wide;
    }
    Ok(Source::whole(text, map))
}

/// Text of one byte a character; or the byte that is none.
fn narrow(bytes: &[u8], encoding: &'static Encoding) -> Result<Source, usize> {
    let undefined = |b: &u8| *b == 0 || (encoding == WINDOWS_1252 && UNDEFINED.contains(b));
    if let Some(at) = bytes.iter().position(undefined) {
        return Err(at);
    }
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let mut map = Map::default();
    let mut place = 0;
    for (at, c) in text.chars().enumerate() {
        if c == char::REPLACEMENT_CHARACTER {
            return Err(at);
        }
        map.add(place, at, (c.len_utf8() as u8, 1));
        place += c.len_utf8();
    }
    Ok(Source::whole(text.into_owned(), map))
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use visavis_text::Span;

    fn read(bytes: &[u8], extent: Extent) -> (Option<Source>, Vec<Notice>, Vec<(u32, ReadingError)>) {
        let (mut errors, mut notices) = (Errors::default(), vec![]);
        let source = decode("a.txt", bytes, extent, &mut errors, &mut notices);
        let errors = errors.finish().err().map(|all| all.0).unwrap_or_default();
        (source, notices, errors.into_iter().map(|e| (e.place.line, e.error)).collect())
    }

    #[test]
    fn windows_1252_is_read_and_reported_with_its_line() {
        let (source, notices, _) = read(b"Alep\nl'\xE9t\xE9 \x80", Extent::Article);
        let source = source.expect("text");
        assert_eq!(source.text(), "Alep\nl'été €");
        assert_eq!(notices[0].to_string(), "a.txt:2: read as Windows-1252, since it is not valid UTF-8");
        // `été` is three bytes in the file and five in the text.
        assert_eq!(source.in_file(Span::new(7, 12)), [Span::new(7, 10)]);
    }

    #[test]
    fn bytes_of_no_encoding_are_an_error_with_their_line() {
        for byte in UNDEFINED {
            let (source, _, errors) = read(&[b'a', b'\n', 0xE9, byte], Extent::Article);
            assert!(source.is_none());
            assert!(matches!(errors[..], [(2, ReadingError::Encoding { .. })]), "{byte:02X}");
        }
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_signature() {
        let text = "L'été à Alep 😀, enfin";
        let units = |swap: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|unit| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        for bytes in [
            [&b"\xFF\xFE"[..], &units(false)].concat(),
            [&b"\xFE\xFF"[..], &units(true)].concat(),
            units(false),
            units(true),
        ] {
            let (source, notices, _) = read(&bytes, Extent::Article);
            let source = source.expect("text");
            assert_eq!(source.text(), text);
            assert!(notices[0].what.starts_with("read as UTF-16"), "{notices:?}");
            let skipped = bytes.len() - 2 * text.encode_utf16().count();
            assert_eq!(source.in_file(Span::new(2, 7)), [Span::new(skipped + 4, skipped + 10)]);
        }
        assert!(read(b"\xFF\xFEA\0B", Extent::Article).2[0].1.to_string().contains("UTF-16"));
    }

    #[test]
    fn a_page_is_read_in_the_encoding_that_it_declares() {
        let (source, notices, _) = read(b"<meta charset=\"iso-8859-15\">10 \xA4", Extent::Markup);
        assert!(source.expect("text").text().ends_with("10 €"));
        assert_eq!(notices[0].what, "read as ISO-8859-15, which it declares");
        // What is valid UTF-8 is UTF-8, whatever the page says.
        assert!(read("<meta charset=latin1>été".as_bytes(), Extent::Markup).1.is_empty());
    }

    #[test]
    fn a_signature_is_not_text() {
        let source = read(b"\xEF\xBB\xBFAlep", Extent::Article).0.expect("text");
        assert_eq!(source.text(), "Alep");
        assert_eq!(source.in_file(Span::new(0, 4)), [Span::new(3, 7)]);
    }

    #[test]
    fn a_line_that_is_too_long_is_an_error_with_its_line() {
        let mut bytes = b"a\r\nb\r\n".to_vec();
        bytes.extend(std::iter::repeat_n(b'x', MAX_LINE + 1));
        assert!(matches!(read(&bytes, Extent::Article).2[..], [(3, ReadingError::LongLine { .. })]));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            for extent in [Extent::Article, Extent::Markup, Extent::Collection] {
                let (source, _, errors) = read(&bytes, extent);
                prop_assert_eq!(source.is_none(), !errors.is_empty());
            }
        }

        #[test]
        fn windows_1252_spans_name_the_same_characters_in_the_file(bytes in prop::collection::vec(0xA0u8..=0xFF, 1..60)) {
            // Bytes that sign another encoding are read in that one.
            prop_assume!(![&b"\xFF\xFE"[..], b"\xFE\xFF", b"\xEF\xBB\xBF"].iter().any(|sign| bytes.starts_with(sign)));
            if let (Some(source), [_]) = (read(&bytes, Extent::Article).0, &read(&bytes, Extent::Article).1[..]) {
                for (at, c) in source.text().char_indices() {
                    let spans = source.in_file(Span::new(at, at + c.len_utf8()));
                    prop_assert_eq!(spans.len(), 1);
                    prop_assert_eq!(c as u32, u32::from(bytes[spans[0].start()]));
                }
            }
        }
    }
}
