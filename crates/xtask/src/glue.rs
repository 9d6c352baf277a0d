//! Makes the bindings between the program and the browser shorter.
//!
//! They are written for people: indented, told, and each import is named by what it does and sixteen digits that nothing compresses, once
//! in the script and once in the program. Readers of a page are sent neither.

use crate::slim::{leb, put_leb};
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};

/// The id of the section of imports, and of an import that is a function.
const IMPORTS: u8 = 2;
const FUNCTION: u8 = 0;
/// Magic number and version.
const HEADER: usize = 8;

/// A script without its comments and indents, and without classes that it offers; none of ours holds a text that goes over a line.
pub fn shortened(script: &str) -> String {
    let script = without_classes(script);
    let lines = script.lines().map(str::trim);
    let told = |line: &&str| {
        !line.is_empty() && !["//", "/*", "* ", "*/"].iter().any(|sign| line.starts_with(sign)) && *line != "*"
    };
    lines.filter(told).collect::<Vec<_>>().join("\n")
}

/// A script without the classes that it exports, and what is set up for them. Those are of a library, for streams that the page has none of,
/// and a page offers no class to anybody. One that the script itself makes stays.
fn without_classes(script: &str) -> String {
    let exported = |line: &str| Some(line.strip_prefix("export class ")?.split(' ').next()?.to_owned());
    let made =
        |name: &String| ["new ", " = Object.create("].iter().any(|sign| script.contains(&format!("{sign}{name}")));
    let names: Vec<String> = script.lines().filter_map(exported).filter(|name| !made(name)).collect();
    let begins = |line: &str, sign: &dyn Fn(&str) -> String| names.iter().any(|name| line.starts_with(&sign(name)));
    let (mut out, mut until) = (vec![], None);
    for line in script.lines() {
        if let Some(end) = until {
            until = (!line.ends_with(end) || (end == "}" && line != "}")).then_some(end);
        } else if begins(line, &|name| format!("export class {name} ")) {
            until = Some("}");
        } else if begins(line, &|name| format!("const {name}Finalization ")) {
            until = (!line.ends_with(';')).then_some(";");
        } else if !begins(line, &|name| format!("if (Symbol.dispose) {name}.")) {
            out.push(line);
        }
    }
    out.join("\n")
}

/// The script `glue` and the program `wasm` with short names for what the one hands to the other.
///
/// # Errors
/// Where the program is cut short, or imports something else than functions.
pub fn rename(glue: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let broken = "the built wasm is cut short";
    let taken = names(glue);
    let mut fresh = (0_usize..).map(|number| format!("${number:x}")).filter(|name| !taken.contains(name.as_str()));
    let mut names = BTreeMap::new();
    let mut out = wasm.get(..HEADER).context(broken)?.to_vec();
    let mut at = HEADER;
    while let Some(&id) = wasm.get(at) {
        let (len, body) = leb(wasm, at + 1).context(broken)?;
        let section = wasm.get(body..body + len).context(broken)?;
        if id == IMPORTS {
            let renamed = imports(section, |name| {
                // What the script does not name is not the script's.
                let known = taken.contains(name);
                let short = if known { fresh.next().unwrap_or_default() } else { name.to_owned() };
                names.entry(name.to_owned()).or_insert(short).clone()
            })?;
            out.push(id);
            put_leb(&mut out, renamed.len());
            out.extend(renamed);
        } else {
            out.extend_from_slice(&wasm[at..body + len]);
        }
        at = body + len;
    }
    let mut script = String::with_capacity(glue.len());
    let mut end = 0;
    for (start, word) in identifiers(glue) {
        script.push_str(&glue[end..start]);
        script.push_str(names.get(word).map_or(word, String::as_str));
        end = start + word.len();
    }
    script.push_str(&glue[end..]);
    Ok((script, out))
}

/// The section of imports with the names that `name` gives them.
fn imports(section: &[u8], mut name: impl FnMut(&str) -> String) -> Result<Vec<u8>> {
    let broken = "the imports of the built wasm are cut short";
    let (count, mut at) = leb(section, 0).context(broken)?;
    let mut out = vec![];
    put_leb(&mut out, count);
    for _ in 0..count {
        let (module, after) = text(section, at).context(broken)?;
        let (known, after) = text(section, after).context(broken)?;
        if section.get(after) != Some(&FUNCTION) {
            bail!("the built wasm imports “{known}”, which is no function");
        }
        let (kind, end) = leb(section, after + 1).context(broken)?;
        for written in [module, &name(known)] {
            put_leb(&mut out, written.len());
            out.extend_from_slice(written.as_bytes());
        }
        out.push(FUNCTION);
        put_leb(&mut out, kind);
        at = end;
    }
    Ok(out)
}

/// The name at `at`, and where it ends.
fn text(bytes: &[u8], at: usize) -> Option<(&str, usize)> {
    let (len, start) = leb(bytes, at)?;
    Some((std::str::from_utf8(bytes.get(start..start + len)?).ok()?, start + len))
}

/// Every name in a script.
pub fn names(script: &str) -> BTreeSet<&str> {
    identifiers(script).map(|(_, word)| word).collect()
}

/// Every run of characters that can be a name in a script, with its place.
fn identifiers(script: &str) -> impl Iterator<Item = (usize, &str)> {
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + script[at..].find(part)?;
        let end = script[start..].find(|c| !part(c)).map_or(script.len(), |len| start + len);
        at = end;
        Some((start, &script[start..end]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_loses_its_comments_and_indents() {
        let script = "// told\nfunction a() {\n    /**\n     * @returns\n     */\n    return 'x // y';\n}\n";
        assert_eq!(shortened(script), "function a() {\nreturn 'x // y';\n}");
    }

    #[test]
    fn a_class_that_nobody_makes_goes_with_all_that_is_its_own() {
        let script = "export class Sink {\n    free() {\n    }\n}\nif (Symbol.dispose) Sink.prototype[Symbol.dispose] = 1;\n\
            export class Kept {\n}\nconst SinkFinalization = (typeof F === 'undefined')\n    ? { a: () => {}, b: () => {} }\n    \
            : new F(ptr => 1);\nconst kept = new Kept();\nexport function a() {\n}\n";
        assert_eq!(shortened(script), "export class Kept {\n}\nconst kept = new Kept();\nexport function a() {\n}");
    }

    #[test]
    fn script_and_program_agree_on_shorter_names() {
        let wasm = b"\0asm\x01\0\0\0\x02\x1b\x02\x01m\x08__wbg_ab\0\x07\x01m\x08env_only\0\x01\x0a\x01\x07";
        let (script, short) = rename("const $0 = {__wbg_ab: function() {}, __wbg_abc: 1};", wasm).unwrap();
        assert_eq!(script, "const $0 = {$1: function() {}, __wbg_abc: 1};");
        let expected = b"\0asm\x01\0\0\0\x02\x15\x02\x01m\x02$1\0\x07\x01m\x08env_only\0\x01\x0a\x01\x07";
        assert_eq!(short, expected);
    }

    #[test]
    fn a_program_that_is_cut_short_is_an_error() {
        assert!(rename("", b"\0asm").is_err());
        assert!(rename("", b"\0asm\x01\0\0\0\x02\x04\x02\x01m\x08").is_err());
    }
}
