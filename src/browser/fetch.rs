//! Getting the pack, with progress.

use super::{document, window};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response};

/// Why a file did not arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// No answer, or it broke off.
    Network {
        /// The file asked for.
        name: String,
    },
    /// An answer that is not the file.
    Status(u16),
}

/// The name of the pack that the page was built with, relative to the page.
pub fn pack_name() -> String {
    let meta = document().query_selector("meta[name=visavis-pack]").ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_else(|| "corpus.pack".into())
}

/// The pack that stands in the page itself, where the page is one file: two bytes in a character, in a block that nothing runs. What a
/// page cannot hold stands with its highest bit turned, after U+E000; the first sign says how many bytes the last character holds.
pub fn embedded() -> Option<Vec<u8>> {
    let text = document().get_element_by_id("visavis-pack")?.text_content()?;
    let mut characters = text.chars();
    let half = characters.next() == Some('1');
    let (mut bytes, mut turned) = (vec![], 0);
    for c in characters {
        let unit = c as u32 as u16;
        if unit == 0xe000 {
            turned = 0x8000;
        } else {
            bytes.extend((unit ^ turned).to_le_bytes());
            turned = 0;
        }
    }
    if half {
        bytes.pop();
    }
    Some(bytes)
}

/// A file on its way.
pub struct Arriving {
    name: String,
    reader: Option<ReadableStreamDefaultReader>,
    /// Bytes that were announced, if any were.
    pub announced: Option<usize>,
}

/// Fetches `name`, relative to the page.
///
/// # Errors
/// [`FetchError`] where there is no answer, or another one.
pub async fn open(name: String) -> Result<Arriving, FetchError> {
    let broken = |_: JsValue| FetchError::Network { name: name.clone() };
    let response: Response =
        JsFuture::from(window().fetch_with_str(&name)).await.map_err(broken)?.dyn_into().map_err(broken)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    // Compressed on the way, the announced length is not that of what arrives.
    let header = |name| response.headers().get(name).ok().flatten();
    let announced = header("content-length").filter(|_| header("content-encoding").is_none());
    let announced = announced.and_then(|length| length.parse().ok());
    let reader =
        response.body().map(|body| body.get_reader().dyn_into().map_err(|js| broken(js.into()))).transpose()?;
    Ok(Arriving { name, reader, announced })
}

impl Arriving {
    /// The next bytes; `None` after the last ones.
    ///
    /// # Errors
    /// [`FetchError::Network`] where the rest does not arrive.
    pub async fn next(&self) -> Result<Option<Vec<u8>>, FetchError> {
        let broken = |_: JsValue| FetchError::Network { name: self.name.clone() };
        let Some(reader) = &self.reader else { return Ok(None) };
        let piece = JsFuture::from(reader.read()).await.map_err(broken)?;
        if Reflect::get(&piece, &"done".into()).is_ok_and(|done| done.is_truthy()) {
            return Ok(None);
        }
        let value = Reflect::get(&piece, &"value".into()).map_err(broken)?;
        Ok(Some(Uint8Array::new(&value).to_vec()))
    }
}
