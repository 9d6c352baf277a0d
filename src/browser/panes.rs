//! Texts that scroll side by side: where their parts stand, how far each is scrolled, and the ribbons between them.
//!
//! A pane is an element with `data-pane` and its number; a part of it is an element whose `data-part` lists the keys of what it belongs
//! to. Places are whole pixels from the top of the pane's content, so that scrolling moves them by a subtraction.

use super::{document, draw, window};
use crate::parts::picture::{Shape, shape};
use gloo::events::EventListener;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// From where to where a part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Its top.
    pub top: i32,
    /// Its bottom.
    pub bottom: i32,
}

/// A pane as it stands.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Where each key has its parts.
    pub bands: BTreeMap<String, Band>,
    /// Height of the content.
    pub content: i32,
}

/// A ribbon between two neighbouring panes.
#[derive(Clone, Debug)]
pub struct Ribbon {
    /// Its end in the left pane and in the right one.
    pub ends: [Band; 2],
    /// What it looks like.
    pub class: String,
}

fn pane(number: usize) -> Option<HtmlElement> {
    document().query_selector(&format!("[data-pane=\"{number}\"]")).ok().flatten()?.dyn_into().ok()
}

fn elements(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return vec![] };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

/// Where the parts of a pane stand; nothing for a pane that is not shown.
pub fn layout(number: usize) -> Option<Layout> {
    let pane = pane(number).filter(|pane| pane.client_height() > 0)?;
    let origin = pixels(pane.get_bounding_client_rect().top()) - pane.scroll_top();
    let mut bands: BTreeMap<String, Band> = BTreeMap::new();
    for part in elements(&pane, "[data-part]") {
        let rect = part.get_bounding_client_rect();
        let here = Band { top: pixels(rect.top()) - origin, bottom: pixels(rect.bottom()) - origin };
        for key in part.get_attribute("data-part").unwrap_or_default().split(' ') {
            let band = bands.entry(key.to_owned()).or_insert(here);
            *band = Band { top: band.top.min(here.top), bottom: band.bottom.max(here.bottom) };
        }
    }
    Some(Layout { bands, content: pane.scroll_height() })
}

const fn pixels(length: f64) -> i32 {
    length as i32
}

/// How far a pane is scrolled, and its height.
pub fn view(number: usize) -> Option<(i32, i32)> {
    pane(number).map(|pane| (pane.scroll_top(), pane.client_height()))
}

/// Scrolls a pane.
pub fn scroll(number: usize, to: i32) {
    if let Some(pane) = pane(number) {
        pane.set_scroll_top(to);
    }
}

/// Whether the panes scroll by themselves; on narrow screens and on paper they do not.
pub fn scrolls(number: usize) -> bool {
    pane(number).is_some_and(|pane| pane.scroll_height() > pane.client_height())
}

/// Marks the parts of `key` as the current ones.
pub fn choose(key: Option<&str>) {
    let Some(root) = document().document_element() else { return };
    for part in elements(&root, "[data-part].current") {
        let _ = part.class_list().remove_1("current");
    }
    let Some(key) = key else { return };
    for part in elements(&root, &format!("[data-part~=\"{key}\"]")) {
        let _ = part.class_list().add_1("current");
    }
}

/// Draws ribbons in the gutter to the right of the pane `number`; ends are given as they stand in the panes' content.
pub fn draw(number: usize, ribbons: &[Ribbon]) {
    let gutter = document().query_selector(&format!("[data-gutter=\"{number}\"]")).ok().flatten();
    let Some(gutter) = gutter.and_then(|gutter| gutter.dyn_into::<HtmlElement>().ok()) else { return };
    let (width, height) = (gutter.client_width(), gutter.client_height());
    let Some((left, right)) = view(number).zip(view(number + 1)) else { return };
    let moved = [left.0, right.0];
    let shapes = ribbons.iter().filter_map(|ribbon| {
        let [a, b] = [0, 1].map(|side| {
            let (band, by) = (ribbon.ends[side], moved[side]);
            [band.top - by, band.bottom - by]
        });
        let hidden = |[top, bottom]: [i32; 2]| bottom < 0 || top > height;
        let middle = width / 2;
        let d = format!(
            "M0 {} C{middle} {} {middle} {} {width} {} V{} C{middle} {} {middle} {} 0 {} Z",
            a[0], a[0], b[0], b[0], b[1], b[1], a[1], a[1]
        );
        (!(hidden(a) && hidden(b))).then(|| shape("path").set("class", ribbon.class.clone()).set("d", d))
    });
    let mut whole = shape("svg").set("width", width.to_string()).set("height", height.to_string());
    whole.inside = shapes.collect::<Vec<Shape>>();
    draw::picture(gutter.into(), whole);
}

/// Calls `moved` with the number of a pane that is scrolled, and `led` with that of a pane that a reader takes hold of; `resized` when the
/// window changes. Lasts as long as what it returns.
pub fn listen(
    count: usize,
    moved: impl Fn(usize) + Clone + 'static,
    led: impl Fn(usize) + Clone + 'static,
    resized: impl Fn() + 'static,
) -> Vec<EventListener> {
    let mut all = vec![EventListener::new(&window(), "resize", move |_| resized())];
    for number in 0..count {
        let Some(pane) = pane(number) else { continue };
        let moved = moved.clone();
        all.push(EventListener::new(&pane, "scroll", move |_| moved(number)));
        for name in ["wheel", "pointerdown", "touchstart", "focusin", "keydown"] {
            let led = led.clone();
            all.push(EventListener::new(&pane, name, move |_| led(number)));
        }
    }
    all
}

/// The key of the uppermost part of a pane that the window shows and that `wanted` holds for, and how far below the window's top it is.
pub fn uppermost(number: usize, wanted: impl Fn(&str) -> bool) -> Option<(String, i32)> {
    let pane = pane(number)?;
    elements(&pane, "[data-part]").into_iter().find_map(|part| {
        let top = pixels(part.get_bounding_client_rect().top());
        let keys = part.get_attribute("data-part")?;
        let key = keys.split(' ').find(|key| wanted(key))?.to_owned();
        (top > 0).then_some((key, top))
    })
}

/// Scrolls the window so that the first part of `key` in a pane stands `below` the window's top.
pub fn bring(number: usize, key: &str, below: i32) {
    let Some(pane) = pane(number) else { return };
    if let Some(part) = elements(&pane, &format!("[data-part~=\"{key}\"]")).first() {
        let by = part.get_bounding_client_rect().top() - f64::from(below);
        window().scroll_by_with_x_and_y(0.0, by);
    }
}
