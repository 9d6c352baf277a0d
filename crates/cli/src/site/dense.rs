//! The program as text, as small as it gets: LZMA, then 13 or 14 bits in two printable characters. `public/unpack.js` reads it back.

use super::Lack;
use liblzma::{
    read::XzEncoder,
    stream::{LzmaOptions, PRESET_EXTREME, Stream},
};
use std::io::Read;

/// The characters of basE91, with two of them replaced: `&` and `<` mean something in a page, and `"` ends an attribute.
const SIGNS: &[u8; 91] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%()*+,-./:;=>?@[]^_`{|}~ '";

/// `bytes` as characters.
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

/// Two characters for 13 bits, or for 14 where the value leaves room (basE91, J. Henke).
fn written(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 5 / 4);
    let (mut bits, mut count) = (0_u32, 0);
    let mut put = |value: u32| {
        for digit in [value % 91, value / 91] {
            out.push(char::from(SIGNS[digit as usize]));
        }
    };
    for &byte in bytes {
        bits |= u32::from(byte) << count;
        count += 8;
        if count > 13 {
            let low = bits & 8191;
            let (value, taken) = if low > 88 { (low, 13) } else { (bits & 16383, 14) };
            put(value);
            bits >>= taken;
            count -= taken;
        }
    }
    if count > 0 {
        put(bits);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    #[test]
    fn the_signs_are_distinct_and_mean_nothing_in_a_page() {
        let distinct: std::collections::BTreeSet<&u8> = SIGNS.iter().collect();
        assert_eq!(distinct.len(), 91);
        assert!(SIGNS.iter().all(|sign| (b' '..=b'~').contains(sign) && !b"<&\"\\".contains(sign)));
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
            std::fs::write(&from, dense(&bytes).unwrap()).unwrap();
            let script = format!(
                "global.window = {{}}; const fs = require('fs'); (0, eval)(fs.readFileSync({unpack:?}, 'utf8')); \
                 fs.writeFileSync({to:?}, Buffer.from(window.visavisUnpack(fs.readFileSync({from:?}, 'latin1'), {})))",
                bytes.len()
            );
            assert!(Command::new("node").args(["-e", &script]).status().unwrap().success());
            assert!(std::fs::read(&to).unwrap() == bytes, "{} bytes come back otherwise", bytes.len());
        }
    }
}
