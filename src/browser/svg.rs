//! Drawings, as elements of the SVG name space.

use super::document;
use crate::parts::picture::Shape;
use web_sys::Element;

const NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// Draws `shape` inside `into`, in the place of what was drawn there before.
#[expect(clippy::needless_pass_by_value, reason = "the signature of a directive")]
pub fn show(into: Element, shape: Shape) {
    into.set_text_content(None);
    draw(&into, &shape);
}

/// Draws `shape` at the end of `into`. What the browser refuses is left out.
fn draw(into: &Element, shape: &Shape) {
    let Ok(element) = document().create_element_ns(Some(NAMESPACE), shape.name) else { return };
    for (name, value) in &shape.attributes {
        let _ = element.set_attribute(name, value);
    }
    if !shape.text.is_empty() {
        element.set_text_content(Some(&shape.text));
    }
    shape.inside.iter().for_each(|inner| draw(&element, inner));
    let _ = into.append_child(&element);
}
