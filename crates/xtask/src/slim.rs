//! Leaves out of the program what only debuggers read, and what nobody calls.
//!
//! The compiler lists the name of each function in a custom section, a third of the file; `strip = true` would drop it, and with it
//! the section that says which features the bindings have to be made for. By now they are made. A library for streams offers classes to
//! the script, which the script leaves out ([`crate::glue`]): what they call stays in the program until nothing offers it.

use anyhow::{Context, Result};
use walrus::{ModuleConfig, passes};

/// The module `wasm` without its custom sections, without what it offers under a name that `called` does not hold for, and without what
/// then nothing calls.
pub fn slim(wasm: &[u8], called: impl Fn(&str) -> bool) -> Result<Vec<u8>> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    let mut module = config.parse(wasm).context("the built wasm is not one that can be read")?;
    let surplus: Vec<_> =
        module.exports.iter().filter(|export| !called(&export.name)).map(walrus::Export::id).collect();
    surplus.into_iter().for_each(|export| module.exports.delete(export));
    let custom: Vec<_> = module.customs.iter().map(|(id, _)| id).collect();
    custom.into_iter().for_each(|id| drop(module.customs.delete(id)));
    passes::gc::run(&mut module);
    Ok(module.emit_wasm())
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

    /// Two functions, which are offered as `a` and `b`, and a custom section called `x`.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x03\x02\0\0\x07\x09\x02\x01a\0\0\x01b\0\x01\x0a\x08\x02\x02\0\x0b\x03\0\x01\x0b\0\x03\x01x!";

    #[test]
    fn what_nobody_calls_is_left_out_and_the_rest_stays() {
        let whole = slim(MODULE, |_| true).unwrap();
        let half = slim(MODULE, |name| name == "b").unwrap();
        let functions = |wasm: &[u8]| walrus::Module::from_buffer(wasm).unwrap().funcs.iter().count();
        let offered = |wasm: &[u8]| -> Vec<String> {
            walrus::Module::from_buffer(wasm).unwrap().exports.iter().map(|export| export.name.clone()).collect()
        };
        assert_eq!((functions(&whole), offered(&whole)), (2, vec!["a".into(), "b".into()]));
        assert_eq!((functions(&half), offered(&half)), (1, vec!["b".into()]));
        assert!(!whole.windows(2).any(|two| two == b"x!"));
    }

    #[test]
    fn a_module_that_is_cut_short_is_an_error() {
        assert!(slim(b"\0asm", |_| true).is_err());
        assert!(slim(b"\0asm\x01\0\0\0\x01\x7f\0", |_| true).is_err());
    }
}
