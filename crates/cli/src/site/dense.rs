//! Bytes as text, as small as it gets: LZMA where it pays, then two bytes in a character of 16 bits. `public/unpack.js` reads it back.
//!
//! The page as one file is UTF-16 with a byte order mark, which browsers heed whatever a host says of the file. What is data in it then
//! takes three hundredths more than its bytes; printable characters would take a quarter more.

use super::Lack;
use liblzma::{
    read::XzEncoder,
    stream::{LzmaOptions, PRESET_EXTREME, Stream},
};
use std::{borrow::Cow, io::Read};

/// Stands before a character that a page cannot hold; that one has its highest bit turned.
const ESCAPE: u16 = 0xe000;

/// `bytes`, packed, as characters.
pub(super) fn dense(bytes: &[u8]) -> Result<String, Lack> {
    Ok(written(&lzma(bytes).map_err(|error| error.to_string())?))
}

/// LZMA with its old header. What varies a program's bytes is not their place: no position bits.
fn lzma(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut options = LzmaOptions::new_preset(9 | PRESET_EXTREME).map_err(std::io::Error::from)?;
    options.dict_size(1 << 20).position_bits(0);
    let stream = Stream::new_lzma_encoder(&options).map_err(std::io::Error::from)?;
    let mut out = vec![];
    XzEncoder::new_stream(bytes, stream).read_to_end(&mut out)?;
    Ok(out)
}

/// Two bytes in a character; a last one stands alone.
pub(super) fn written(bytes: &[u8]) -> String {
    let units = bytes.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair.get(1).copied().unwrap_or(0)]));
    let units = units.flat_map(|unit| match unit {
        // Changed by the parser of pages, an end of what holds it, or half of a character.
        0 | 0x0d | 0x3c | ESCAPE | 0xd800..=0xdfff => [Some(ESCAPE), Some(unit ^ 0x8000)],
        unit => [Some(unit), None],
    });
    // None of these is half of a character.
    char::decode_utf16(units.flatten()).filter_map(Result::ok).collect()
}

/// A page as the bytes of a file: UTF-16 with its mark.
pub(super) fn encoded(page: &str) -> Vec<u8> {
    std::iter::once(0xfeff).chain(page.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// The page that a file holds, if it is one; any but those of [`encoded`] are UTF-8.
pub(super) fn decoded(file: &[u8]) -> Option<Cow<'_, str>> {
    let Some(units) = file.strip_prefix(&[0xff, 0xfe]) else {
        return std::str::from_utf8(file).ok().map(Cow::Borrowed);
    };
    let units = units.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair.get(1).copied().unwrap_or(0)]));
    char::decode_utf16(units).collect::<Result<String, _>>().ok().map(Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    #[test]
    fn any_bytes_become_characters_that_a_page_can_hold() {
        let all: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_le_bytes).collect();
        let text = written(&all);
        assert!(!text.contains(['\0', '\r', '<']));
        let page = format!("<script>{text}</script>");
        assert_eq!(decoded(&encoded(&page)).as_deref(), Some(page.as_str()));
        assert_eq!(text.encode_utf16().count(), 65_536 + 2_048 + 4);
    }

    #[test]
    fn the_loader_reads_back_what_is_written() {
        if Command::new("node").arg("--version").output().is_err() {
            println!("SKIPPED the_loader_reads_back_what_is_written: there is no node");
            return;
        }
        let unpack = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/unpack.js");
        let folder = tempfile::tempdir().unwrap();
        let noise: Vec<u8> = (0..20_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        let text = include_bytes!("dense.rs").repeat(3);
        for bytes in
            [b"a".to_vec(), vec![0; 5000], noise, text, std::fs::read(env!("CARGO")).unwrap()[..400_000].to_vec()]
        {
            let (from, to) = (folder.path().join("from"), folder.path().join("to"));
            std::fs::write(&from, &encoded(&dense(&bytes).unwrap())[2..]).unwrap();
            let script = format!(
                "global.window = {{}}; const fs = require('fs'); (0, eval)(fs.readFileSync({unpack:?}, 'utf8')); \
                 fs.writeFileSync({to:?}, Buffer.from(window.visavisUnpack(fs.readFileSync({from:?}, 'utf16le'), {})))",
                bytes.len()
            );
            assert!(Command::new("node").args(["-e", &script]).status().unwrap().success());
            assert!(std::fs::read(&to).unwrap() == bytes, "{} bytes come back otherwise", bytes.len());
        }
    }
}
