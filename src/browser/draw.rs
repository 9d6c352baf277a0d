//! Pictures and marked texts, as elements: many of them at once, without a closure or an attribute object for each.

use super::document;
use crate::parts::picture::Shape;
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
    let created = match space {
        Some(_) => document().create_element_ns(space, shape.name),
        None => document().create_element(shape.name),
    };
    let Ok(element) = created else { return };
    for (name, value) in &shape.attributes {
        let _ = element.set_attribute(name, value);
    }
    if !shape.text.is_empty() {
        element.set_text_content(Some(&shape.text));
    }
    shape.inside.iter().for_each(|inner| draw(&element, inner, space));
    let _ = into.append_child(&element);
}
