//! Leaves out of the program what only debuggers read.
//!
//! The compiler lists the name of each function in a custom section, a third of the file; `strip = true` would drop it, and with it
//! the section that says which features the bindings have to be made for. By now they are made.

use anyhow::{Context, Result};

/// Magic number and version.
const HEADER: usize = 8;
/// The id of custom sections.
const CUSTOM: u8 = 0;

/// The module `wasm` without its custom sections, which change nothing of what it does.
pub fn slim(wasm: &[u8]) -> Result<Vec<u8>> {
    let broken = "the built wasm is cut short";
    let mut out = wasm.get(..HEADER).context(broken)?.to_vec();
    let mut at = HEADER;
    while let Some(&id) = wasm.get(at) {
        let (len, body) = leb(wasm, at + 1).context(broken)?;
        let end = body + len;
        let section = wasm.get(at..end).context(broken)?;
        if id != CUSTOM {
            out.extend_from_slice(section);
        }
        at = end;
    }
    Ok(out)
}

/// The LEB128 number at `at`, and where it ends.
pub(crate) fn leb(bytes: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let mut value = 0;
    for shift in [0, 7, 14, 21, 28] {
        let byte = *bytes.get(at)?;
        at += 1;
        value |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some((value, at));
        }
    }
    None
}

/// Writes `value` as LEB128.
pub(crate) fn put_leb(out: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_sections_are_left_out_and_the_rest_stays() {
        let header = b"\0asm\x01\0\0\0";
        let (types, name) = ([1, 3, 9, 9, 9], [0, 5, 4, b'n', b'a', b'm', b'e']);
        let wasm = [header.as_slice(), &types, &name, &[10, 1, 7]].concat();
        assert_eq!(slim(&wasm).unwrap(), [header.as_slice(), &types, &[10, 1, 7]].concat());
    }

    #[test]
    fn a_module_that_is_cut_short_is_an_error() {
        assert!(slim(b"\0asm").is_err());
        assert!(slim(b"\0asm\x01\0\0\0\x01\x7f\0").is_err());
    }
}
