//! Pictures drawn from data: a shape is said here and drawn by [`crate::browser::draw`].
//!
//! Places are per cent of the picture's width and pixels of its height, so that a picture fits any screen and its text keeps its size.

use super::tag::{Tag, tag};

/// A shape of a picture, or a piece of marked text. Its text becomes a text node; a piece without an element is a text node itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Its element, in SVG for a picture and in HTML for a text; empty for text alone.
    pub name: &'static str,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// What stands inside it.
    pub inside: Vec<Shape>,
    /// The text that it shows.
    pub text: String,
}

/// The shape `name`.
pub const fn shape(name: &'static str) -> Shape {
    Shape { name, attributes: vec![], inside: vec![], text: String::new() }
}

impl Shape {
    /// Sets an attribute.
    #[must_use]
    pub fn set(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Sets an attribute to a number of pixels.
    #[must_use]
    pub fn px(self, name: &'static str, pixels: usize) -> Self {
        self.set(name, pixels.to_string())
    }

    /// Sets an attribute to a place across, in thousandths of the width.
    #[must_use]
    pub fn across(self, name: &'static str, thousandths: i32) -> Self {
        self.set(name, format!("{}.{}%", thousandths / 10, thousandths.rem_euclid(10)))
    }

    /// Puts a shape inside.
    #[must_use]
    pub fn with(mut self, inner: Self) -> Self {
        self.inside.push(inner);
        self
    }

    /// Shows a text.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }
}

/// A picture `height` pixels high and as wide as its place. Whoever shows it gives its content as a table or a list as well.
pub fn picture(class: &'static str, height: usize, shapes: Vec<Shape>) -> Tag {
    let mut whole = shape("svg").set("width", "100%").px("height", height).set("aria-hidden", "true");
    whole.inside = shapes;
    tag("div").set("class", class).drawn(whole)
}
