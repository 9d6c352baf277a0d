//! `window.visavis`: the corpus for scripts and consoles. `public/visavis.d.ts` gives its types, `boot.js` the object itself.

use super::window;
use crate::{
    address::{Choice, Facet, LEAST_SIDES, SIDES},
    library::{Library, UNKNOWN},
};
use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use std::{cell::RefCell, sync::Arc};
use visavis_compare::ComparisonReport;
use visavis_corpus::report::{ArticleReport, ClaimReport, claim};
use visavis_corpus::{ArticleIx, Entity, EntityIx};
use visavis_search::Query;
use wasm_bindgen::{JsCast, JsError, JsValue, prelude::wasm_bindgen};
use web_sys::{CustomEvent, CustomEventInit};

thread_local! {
    static LIBRARY: RefCell<Option<Arc<Library>>> = const { RefCell::new(None) };
}

/// Offers the corpus to scripts, and keeps the promise `visavis.ready`.
pub fn publish(library: Arc<Library>) {
    LIBRARY.set(Some(library));
    tell("visavis-loaded", "");
}

/// Breaks the promise `visavis.ready`.
pub fn fail(message: &str) {
    tell("visavis-failed", message);
}

fn tell(name: &str, detail: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&detail.into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = window().dispatch_event(&event);
    }
}

/// What is known of an article, without its text.
#[derive(Serialize)]
struct HeadReport<'a> {
    id: &'a str,
    file: &'a str,
    title: ClaimReport,
    outlet: ClaimReport,
    date: ClaimReport,
    byline: ClaimReport,
    credit: ClaimReport,
    language: ClaimReport,
    words: usize,
}

/// How many entities are counted among the facets of an answer where the caller does not say.
const VALUES: usize = 100;

/// How to search.
#[derive(Default)]
struct SearchOptions {
    any: bool,
    limit: Option<usize>,
    values: usize,
    outlets: Vec<String>,
    entities: Vec<String>,
}

impl SearchOptions {
    /// Read by hand: deriving it brings in the writing of floating-point numbers, for error messages alone, at 6 kB compressed.
    fn read(options: &JsValue) -> Result<Self, JsError> {
        let mut read = Self { values: VALUES, ..Self::default() };
        if options.is_undefined() || options.is_null() {
            return Ok(read);
        }
        // An object of another frame or console is none of this page's `Object`, and counts all the same.
        if !options.is_object() {
            return Err(JsError::new("options are an object"));
        }
        for entry in Object::entries(options.unchecked_ref()).iter() {
            let (name, value) = (Reflect::get_u32(&entry, 0), Reflect::get_u32(&entry, 1));
            let (Ok(Some(name)), Ok(value)) = (name.map(|name| name.as_string()), value) else { continue };
            let known = match name.as_str() {
                "any" => value.as_bool().map(|any| read.any = any),
                "limit" => value.as_f64().map(|limit| read.limit = Some(count(limit))),
                "values" => value.as_f64().map(|values| read.values = count(values)),
                "outlets" => strings(&value, Some(UNKNOWN)).map(|outlets| read.outlets = outlets),
                "entities" => strings(&value, None).map(|entities| read.entities = entities),
                _ => {
                    return Err(JsError::new(&format!(
                        "no option “{name}”: there are any, limit, values, outlets, entities"
                    )));
                }
            };
            known.ok_or_else(|| JsError::new(&format!("option “{name}” is not of its type")))?;
        }
        Ok(read)
    }
}

/// A JavaScript number as a count: what is not a number, or below 0, is 0.
#[expect(clippy::cast_sign_loss, reason = "the cast saturates")]
const fn count(number: f64) -> usize {
    number as usize
}

/// The strings of an array; `null` among them is read as `null_is`.
fn strings(value: &JsValue, null_is: Option<&str>) -> Option<Vec<String>> {
    let item = |item: JsValue| item.as_string().or_else(|| null_is.filter(|_| item.is_null()).map(str::to_owned));
    value.dyn_ref::<Array>()?.iter().map(item).collect()
}

#[derive(Serialize)]
struct NamedReport<'a> {
    id: &'a str,
    kind: &'a str,
    name: &'a str,
    aliases: &'a [String],
    descriptions: &'a [String],
    same_as: &'a [String],
    articles: usize,
}

#[derive(Serialize)]
struct Stats<'a> {
    title: &'a str,
    format: u16,
    articles: usize,
    outlets: usize,
    entities: usize,
    words: usize,
}

/// Every article, in order of id, without its text.
///
/// # Errors
/// Where the corpus is not loaded yet.
#[wasm_bindgen]
pub fn articles() -> Result<JsValue, JsError> {
    with(|library| {
        let head = |head: &visavis_corpus::Head| {
            let words = library.pack().find(&head.id.0).map_or(0, |ix| library.words(ix));
            js(&HeadReport {
                id: &head.id.0,
                file: &head.file,
                title: claim(&head.title, Clone::clone),
                outlet: claim(&head.outlet, Clone::clone),
                date: claim(&head.date, ToString::to_string),
                byline: claim(&head.byline, Clone::clone),
                credit: claim(&head.credit, Clone::clone),
                language: claim(&head.language, |language| language.tag().to_owned()),
                words,
            })
        };
        let heads: Array = library.pack().heads().iter().map(head).collect::<Result<_, _>>()?;
        Ok(heads.into())
    })
}

/// One article, as `visavis inspect --json` prints it; `null` where there is none of that id.
///
/// # Errors
/// Where the corpus is not loaded yet.
#[wasm_bindgen]
pub fn article(id: &str) -> Result<JsValue, JsError> {
    with(|library| match library.article(id) {
        Some((_, article)) => js(&ArticleReport::new(&article, library.pack())),
        None => Ok(JsValue::NULL),
    })
}

/// Searches as the page does.
///
/// # Errors
/// Where the corpus is not loaded yet, or `options` has a field that is not known or not of its type.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "a value that may be undefined cannot be taken by reference")]
pub fn search(query: &str, options: JsValue) -> Result<JsValue, JsError> {
    let options = SearchOptions::read(&options)?;
    with(|library| {
        let typed = query;
        let query = if options.any { Query::any_of(typed) } else { Query::parse(typed) };
        let outlets = options.outlets.iter().map(|id| Choice::with(Facet::Outlet, id));
        let entities = options.entities.iter().map(|id| Choice::with(Facet::Entity, id));
        let choices: Vec<Choice> = outlets.chain(entities).collect();
        if let Some(Choice { facet, value, .. }) = choices.iter().find(|choice| !library.knows(choice)) {
            return Err(JsError::new(&format!("no {} “{value}” in this corpus", facet.name())));
        }
        let results = library.ask(&query, &choices);
        let mut report = library.report((typed, &query), &results, options.limit);
        report.facets.entities.truncate(options.values);
        js(&report)
    })
}

/// What the corpus holds, in numbers.
///
/// # Errors
/// Where the corpus is not loaded yet.
#[wasm_bindgen]
pub fn stats() -> Result<JsValue, JsError> {
    with(|library| {
        let pack = library.pack();
        js(&Stats {
            title: &pack.meta().title,
            format: visavis_corpus::VERSION,
            articles: pack.heads().len(),
            outlets: pack.outlets().len(),
            entities: pack.entities().len(),
            words: pack.indices().map(|ix| library.words(ix)).sum(),
        })
    })
}

/// The entities of the corpus that are shown, in the owner's order.
///
/// # Errors
/// Where the corpus is not loaded yet.
#[wasm_bindgen]
pub fn entities() -> Result<JsValue, JsError> {
    with(|library| {
        let shown = library.pack().entities().iter().zip(0..).filter(|(entity, _)| !entity.hide);
        let entity = |(entity, ix): (&Entity, u32)| {
            js(&NamedReport {
                id: &entity.id,
                kind: entity.kind.name(),
                name: &entity.name,
                aliases: &entity.aliases,
                descriptions: &entity.descriptions,
                same_as: &entity.same_as,
                articles: library.naming(EntityIx(ix)).len(),
            })
        };
        let entities: Array = shown.map(entity).collect::<Result<_, _>>()?;
        Ok(entities.into())
    })
}

/// Sets two to four articles side by side, as `visavis compare --json` prints it.
///
/// # Errors
/// Where the corpus is not loaded yet, has no such article, or another number of articles is asked for.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "a value that may be undefined cannot be taken by reference")]
pub fn compare(ids: JsValue) -> Result<JsValue, JsError> {
    let ids = strings(&ids, None).ok_or_else(|| JsError::new("compare takes an array of ids"))?;
    if !(LEAST_SIDES..=SIDES).contains(&ids.len()) {
        return Err(JsError::new(&format!("compare takes {LEAST_SIDES} to {SIDES} ids, not {}", ids.len())));
    }
    with(|library| {
        let find = |id: &String| {
            library.pack().find(id).ok_or_else(|| JsError::new(&format!("no article “{id}” in this corpus")))
        };
        let articles: Vec<ArticleIx> = ids.iter().map(find).collect::<Result<_, _>>()?;
        js(&ComparisonReport::new(&library.compare(&articles), library.pack().entities()))
    })
}

/// `value` as JSON; `None` where the browser cannot write it.
pub fn json(value: &impl Serialize) -> Option<String> {
    let value = js(value).ok()?;
    js_sys::JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &1.into()).ok()?.as_string()
}

fn with(answer: impl FnOnce(&Library) -> Result<JsValue, JsError>) -> Result<JsValue, JsError> {
    LIBRARY.with_borrow(|library| match library {
        Some(library) => answer(library),
        None => Err(JsError::new("the corpus is not loaded yet: await visavis.ready")),
    })
}

/// Plain objects and arrays, as `JSON.parse` would give them.
fn js(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
