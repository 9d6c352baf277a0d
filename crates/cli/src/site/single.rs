//! The page as one file that opens by double click: program, bindings, styles and pack stand in it.
//!
//! A browser gives a local page no other file: no module, no program, no pack. So everything is inline: the pack in one block that no
//! engine runs, program, styles and scripts together, packed, in another, and beside them the script that unpacks these. The policy names
//! each script and style by its hash, wherever it comes from.

use super::{
    Lack, Site,
    dense::{dense, written},
    has_extension,
    markup::{Element, elements},
    woven::{Streams, apart},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The id of the block that holds the pack.
const PACK: &str = "visavis-pack";
/// What unpacks the program, and starts it: the page as one file alone needs them.
pub(super) const UNPACK: [&str; 3] = ["unpack.js", "start.js", "weave.js"];

/// Whether `page` is one file.
pub(super) fn is_single(page: &str) -> bool {
    elements(page).iter().any(|element| element.name == "script" && element.has("id", PACK))
}

/// The one file `page`, with another pack.
pub(super) fn refill(page: &str, pack: &[u8]) -> Result<String, Lack> {
    let known = elements(page).into_iter().find(|element| element.has("id", PACK)).ok_or("it holds no pack")?;
    Ok(format!("{}{}{}", &page[..known.range.start], pack_block(pack), &page[known.range.end..]))
}

/// The pack, after a sign that says whether its last character holds one byte or two.
fn pack_block(pack: &[u8]) -> String {
    let last = 2 - pack.len() % 2;
    format!("<script type=\"application/x-visavis-pack\" id=\"{PACK}\">{last}{}</script>", written(pack))
}

/// Marks an element that makes sense only where there are other files.
const SEVERAL: &str = "data-several";

/// Makes one file of `site`.
pub(super) fn compose(site: &Site, pack: &[u8]) -> Result<String, Lack> {
    let page = &*site.page()?;
    let found = elements(page);
    let styles = styles(site, &found)?;
    let script = script(site, &found)?;
    let start = start(site)?;
    let policy = policy(&styles, [&start, &script]);
    let mut out = String::new();
    let mut at = 0;
    for element in &found {
        let instead = match role(element) {
            Role::Stays => continue,
            Role::Goes => String::new(),
            Role::Policy => format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
        };
        // What lies inside an element that has gone has gone with it.
        if element.range.start >= at {
            out.push_str(&page[at..element.range.start]);
            out.push_str(&instead);
            at = end_of(page, element);
        }
    }
    let tail = &page[at..];
    let end = tail.find("</body>").unwrap_or(tail.len());
    out.push_str(&tail[..end]);
    let Streams { place, streams } = apart(program(site)?);
    let mut parts = vec![styles.as_bytes(), script.as_bytes()];
    parts.extend(streams.iter().map(Vec::as_slice));
    let lengths: Vec<String> = parts.iter().map(|part| part.len().to_string()).collect();
    let (lengths, text) = (lengths.join(" "), dense(&parts.concat())?);
    let _ = write!(
        out,
        "<script type=\"application/lzma\" id=\"visavis-program\" data-place=\"{place}\" data-lengths=\"{lengths}\">{text}</script>"
    );
    out.push_str(&pack_block(pack));
    let _ = write!(out, "<script type=\"module\">{start}</script>");
    out.push_str(&tail[end..]);
    Ok(out)
}

/// Where an element that goes ends: what only a page of several files shows goes with its content.
fn end_of(page: &str, element: &Element<'_>) -> usize {
    let end = element.range.end;
    let close = format!("</{}>", element.name);
    let whole = element.get(SEVERAL).and_then(|_| page[end..].find(&close));
    whole.map_or(end, |at| end + at + close.len())
}

/// What becomes of an element of the page.
enum Role {
    Stays,
    Goes,
    Policy,
}

fn role(element: &Element<'_>) -> Role {
    let is_data = |name| element.get(name).is_some_and(|address| address.starts_with("data:"));
    match element.name {
        "meta" if element.has("http-equiv", "Content-Security-Policy") => Role::Policy,
        "meta" if element.has("name", PACK) => Role::Goes,
        // Preloads, the manifest, pictures of other files: a single file has no others.
        "link" if !is_data("href") => Role::Goes,
        "script" => Role::Goes,
        _ if element.get(SEVERAL).is_some() => Role::Goes,
        _ => Role::Stays,
    }
}

/// Nothing but what is named here by its hash runs, and nothing is asked of anybody. Workers come from blobs, since a local page has no
/// file to start them from.
fn policy(styles: &str, scripts: [&str; 2]) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; worker-src blob:; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types visavis visavis-start",
        scripts.map(hash).join(" "),
        hash(styles)
    )
}

fn styles(site: &Site, found: &[Element<'_>]) -> Result<String, Lack> {
    let sheets = found.iter().filter(|element| element.has("rel", "stylesheet"));
    let texts: Result<Vec<&str>, Lack> = sheets.map(|sheet| text(site, sheet.get("href"))).collect();
    Ok(texts?.join("\n"))
}

/// What puts the program together, the bindings, then the loader, as one script: names of the one do not meet those of the other.
fn script(site: &Site, found: &[Element<'_>]) -> Result<String, Lack> {
    let bindings = found.iter().find(|element| element.has("rel", "modulepreload"));
    let bindings = text(site, bindings.and_then(|element| element.get("href")))?;
    let loader = found.iter().find(|element| element.name == "script" && element.get("src").is_some());
    let loader = text(site, loader.and_then(|element| element.get("src")))?;
    let [_, _, weave] = UNPACK;
    Ok(format!("{}\n{}\n{{\n{loader}\n}}", site.text(weave)?, held(bindings)?))
}

/// What stands in the page as it is. What puts the program together is packed, with the other scripts.
fn start(site: &Site) -> Result<String, Lack> {
    let [unpack, start, _] = UNPACK;
    inline(format!("{}\n{}", site.text(unpack)?, site.text(start)?), "script")
}

/// The file that the page names as `address`.
fn text<'s>(site: &'s Site, address: Option<&str>) -> Result<&'s str, Lack> {
    let name = address.ok_or("its page names no bindings, loader or styles as Trunk writes them")?;
    site.text(name.trim_start_matches("./"))
}

/// The bindings as a script that nobody imports: what they export is put where the loader finds it.
fn held(bindings: &str) -> Result<String, Lack> {
    let unlike =
        || "its bindings do not end in a list of exports: were they made by the wasm-bindgen of Cargo.lock?".to_owned();
    let (body, list) = bindings.rsplit_once("export").ok_or_else(unlike)?;
    let list = list.trim().trim_end_matches(';').strip_prefix('{').and_then(|list| list.strip_suffix('}'));
    let mut exports = vec![];
    for item in list.ok_or_else(unlike)?.split(',').map(str::trim).filter(|item| !item.is_empty()) {
        let (here, there) = item.split_once(" as ").unwrap_or((item, item));
        exports.push(format!("{}:{}", there.trim(), here.trim()));
    }
    let mut body = body.to_owned();
    // Functions that are exported where they stand.
    for kind in ["function ", "class ", "const "] {
        let exported = format!("export {kind}");
        while let Some(at) = body.find(&exported) {
            let name: String =
                body[at + exported.len()..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            exports.push(name);
            body.replace_range(at..at + "export ".len(), "");
        }
    }
    Ok(format!("{body}\nwindow.visavisBindings={{{}}};", exports.join(",")))
}

/// `text`, which is to stand in an element `name` as it is.
fn inline(text: String, name: &str) -> Result<String, Lack> {
    let ends = ["</", "<!--"].iter().any(|sign| text.contains(&format!("{sign}{name}"))) || text.contains("<!--");
    if ends { Err(format!("a {name} of it holds text that would end the element it stands in")) } else { Ok(text) }
}

fn program(site: &Site) -> Result<&[u8], Lack> {
    let program = site.files().find(|(name, _)| has_extension(name, "wasm"));
    program.map(|(_, bytes)| bytes).ok_or_else(|| "it has no program (.wasm)".to_owned())
}
