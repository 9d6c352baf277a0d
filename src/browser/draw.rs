//! Pictures and marked texts, as elements: many of them at once, without a closure or an attribute object for each.

use super::document;
use crate::parts::picture::Shape;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Draws a picture inside `into`, in the place of what was drawn there before.
#[expect(clippy::needless_pass_by_value, reason = "the signature of a directive")]
pub fn picture(into: Element, shape: Shape) {
    show(&into, &[shape], Some(SVG));
}

/// Writes marked text inside `into`, in the place of what was written there before.
#[expect(clippy::needless_pass_by_value, reason = "the signature of a directive")]
pub fn text(into: Element, pieces: Vec<Shape>) {
    show(&into, &pieces, None);
}

/// Draws `shapes` inside `into`, in the place of what was there before.
pub(super) fn show(into: &Element, shapes: &[Shape], space: Option<&str>) {
    into.set_text_content(None);
    shapes.iter().for_each(|shape| draw(into, shape, space));
}

/// Draws `shape` at the end of `into`. What the browser refuses is left out.
pub(super) fn draw(into: &Node, shape: &Shape, space: Option<&str>) {
    if shape.name.is_empty() {
        let _ = into.append_child(&document().create_text_node(&shape.text));
        return;
    }
    let mut attributes = shape.attributes.as_slice();
    let created = match (space, attributes) {
        (Some(_), _) => document().create_element_ns(space, shape.name).ok(),
        (None, [("class", class), others @ ..]) => {
            attributes = others;
            like(shape.name, class)
        }
        (None, _) => document().create_element(shape.name).ok(),
    };
    let Some(element) = created else { return };
    for (name, value) in attributes {
        let _ = element.set_attribute(name, value);
    }
    if !shape.text.is_empty() {
        element.set_text_content(Some(&shape.text));
    }
    shape.inside.iter().for_each(|inner| draw(&element, inner, space));
    let _ = into.append_child(&element);
}

/// Kinds of elements of which one is kept to be copied; a page has fewer.
const KEPT: usize = 64;

thread_local! {
    static KINDS: RefCell<Vec<(&'static str, String, Element)>> = const { RefCell::new(vec![]) };
}

/// An element `name` of this class: a copy of the first one, since each string on its way to the browser costs more than the copy.
fn like(name: &'static str, class: &str) -> Option<Element> {
    KINDS.with_borrow_mut(|kinds| {
        let known = kinds.iter().find(|(known, of, _)| *known == name && of == class);
        if let Some((_, _, first)) = known {
            return first.clone_node().ok()?.dyn_into().ok();
        }
        let first = document().create_element(name).ok()?;
        first.set_attribute("class", class).ok()?;
        let copy = first.clone_node().ok()?.dyn_into().ok();
        if kinds.len() < KEPT {
            kinds.push((name, class.to_owned(), first));
        }
        copy
    })
}
