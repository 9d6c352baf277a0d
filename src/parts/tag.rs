//! Elements whose type does not depend on what they hold.
//!
//! `view!` gives each element a type of its own, and the compiler writes the code that builds and updates it once for each: with
//! some hundred and thirty elements that was 325 kB of compressed program. Here every element is of one type, so that code exists
//! once. What is static costs a push into a list; what is live is a closure behind a box.

use super::picture::Shape;
use crate::browser::{
    draw,
    slices::{self, Sheet},
};
use leptos::{
    attr::{
        any_attribute::{AnyAttribute, IntoAnyAttribute},
        custom::custom_attribute,
    },
    ev::{self, Event},
    html::custom,
    prelude::*,
    tachys::html::{directive::directive, event, property},
};
use std::{borrow::Cow, sync::Arc};
use visavis_text::visible;

/// An element on its way to the page. Text among its children becomes text nodes, never markup.
#[must_use = "an element that is not put anywhere is not shown"]
pub struct Tag(Box<Element>);

/// Behind a box, so that a chain of calls hands on one pointer instead of copying the whole.
struct Element {
    name: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

// Methods that take any type hand over to one that takes a box or a `str` and is never inlined: each use then costs a call.

/// The element `name`.
#[inline(never)]
pub fn tag(name: &'static str) -> Tag {
    Tag(Box::new(Element { name, attributes: Vec::new(), children: Vec::new() }))
}

/// A `button` that does `press`.
pub fn button(class: &str, press: impl Fn() + 'static) -> Tag {
    pressable(class, Box::new(press))
}

#[inline(never)]
fn pressable(class: &str, press: Box<dyn Fn()>) -> Tag {
    tag("button").set("class", class).set("type", "button").on("click", move |_| press())
}

/// A link to an address that follows the state.
pub fn link(class: &str, href: impl Fn() -> String + Send + 'static) -> Tag {
    following(class, Box::new(href))
}

#[inline(never)]
fn following(class: &str, href: Box<dyn Fn() -> String + Send>) -> Tag {
    tag("a").set("class", class).live("href", move || Some(href()))
}

impl Tag {
    /// Sets an attribute.
    pub fn set(self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.set_text(name, value.as_ref())
    }

    #[inline(never)]
    fn set_text(mut self, name: &'static str, value: &str) -> Self {
        // These two are read by people, the others by the page.
        let read = matches!(name, "title" | "aria-label");
        let value = if read { visible(value).into_owned() } else { value.to_owned() };
        self.0.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// Sets an attribute where there is a value for it.
    pub fn set_if(self, name: &'static str, value: Option<impl AsRef<str>>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// An attribute that follows the state; it is absent where `value` gives `None`.
    pub fn live(self, name: &'static str, value: impl Fn() -> Option<String> + Send + 'static) -> Self {
        self.live_text(name, Box::new(value))
    }

    #[inline(never)]
    fn live_text(mut self, name: &'static str, value: Box<dyn FnMut() -> Option<String> + Send>) -> Self {
        self.0.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// `class`, and `extra` where `when` holds.
    pub fn class_when(
        self,
        class: &'static str,
        extra: &'static str,
        when: impl Fn() -> bool + Send + 'static,
    ) -> Self {
        self.live("class", move || Some(if when() { format!("{class} {extra}") } else { class.to_owned() }))
    }

    /// Hidden where `when` holds.
    pub fn hidden_when(self, when: impl Fn() -> bool + Send + 'static) -> Self {
        self.live("hidden", move || when().then(String::new))
    }

    /// Whether a toggle button is pressed.
    pub fn pressed(self, when: impl Fn() -> bool + Send + 'static) -> Self {
        self.live("aria-pressed", move || Some(when().to_string()))
    }

    /// Whether a box is ticked.
    pub fn ticked(mut self, when: impl Fn() -> bool + Send + 'static) -> Self {
        let when: Box<dyn FnMut() -> bool + Send> = Box::new(when);
        self.0.attributes.push(property::prop("checked", when).into_any_attr());
        self
    }

    /// Whether an option of a menu is the one that is chosen.
    pub fn selected(mut self, when: impl Fn() -> bool + Send + 'static) -> Self {
        let when: Box<dyn FnMut() -> bool + Send> = Box::new(when);
        self.0.attributes.push(property::prop("selected", when).into_any_attr());
        self
    }

    /// What a field holds.
    pub fn value(mut self, value: impl Fn() -> String + Send + 'static) -> Self {
        let value: Box<dyn FnMut() -> String + Send> = Box::new(value);
        self.0.attributes.push(property::prop("value", value).into_any_attr());
        self
    }

    /// Calls `act` at each event `name`.
    pub fn on(self, name: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.on_event(name, Box::new(act))
    }

    #[inline(never)]
    fn on_event(mut self, name: &'static str, act: Box<dyn FnMut(Event)>) -> Self {
        self.0.attributes.push(event::on(ev::Custom::<Event>::new(name), act).into_any_attr());
        self
    }

    /// Draws a picture inside; the element holds nothing else.
    pub fn drawn(mut self, picture: Shape) -> Self {
        self.0.attributes.push(directive(draw::picture, picture).into_any_attr());
        self
    }

    /// Writes marked text inside; the element holds nothing else.
    pub fn written(mut self, pieces: Vec<Shape>) -> Self {
        self.0.attributes.push(directive(draw::text, pieces).into_any_attr());
        self
    }

    /// Writes a long text inside, its marks in slices; the element holds nothing else.
    pub fn in_slices(mut self, sheet: Sheet) -> Self {
        self.0.attributes.push(directive(slices::write, sheet).into_any_attr());
        self
    }

    /// Puts a child at the end.
    pub fn child(mut self, child: impl Child) -> Self {
        child.put(&mut self.0.children);
        self
    }

    /// Puts a child at the end that follows the state.
    pub fn follow<C: Child>(self, child: impl Fn() -> C + Send + 'static) -> Self {
        self.child(follow(child))
    }

    /// As a view.
    #[inline(never)]
    pub fn view(self) -> AnyView {
        let Element { name, attributes, children } = *self.0;
        custom(name).add_any_attr(attributes).child(children).into_any()
    }
}

/// A child that follows the state.
pub fn follow<C: Child>(child: impl Fn() -> C + Send + 'static) -> AnyView {
    following_view(Box::new(move |out| child().put(out)))
}

/// Puts what is to be shown now at the end of a list.
type Draw = Box<dyn Fn(&mut Vec<AnyView>) + Send>;

#[inline(never)]
fn following_view(child: Draw) -> AnyView {
    let draw: Box<dyn FnMut() -> Vec<AnyView> + Send> = Box::new(move || {
        let mut out = vec![];
        child(&mut out);
        out
    });
    draw.into_any()
}

/// A list whose rows are kept while their keys stay. A row follows the state by itself: it is not drawn anew under the same key.
pub fn rows<R: Child>(
    keys: impl Fn() -> Vec<String> + Send + Sync + 'static,
    row: impl Fn(String) -> R + Send + Sync + 'static,
) -> AnyView {
    keyed(
        Box::new(keys),
        Arc::new(move |key| {
            let mut out = vec![];
            row(key).put(&mut out);
            out
        }),
    )
}

type Keys = Box<dyn Fn() -> Vec<String> + Send + Sync>;
type Row = Arc<dyn Fn(String) -> Vec<AnyView> + Send + Sync>;

#[inline(never)]
fn keyed(keys: Keys, row: Row) -> AnyView {
    let row = move |key| row(key);
    For(ForProps { each: keys, key: String::clone, children: row }).into_any()
}

/// Zero or more children of an element.
pub trait Child {
    /// Puts them at the end of `out`.
    fn put(self, out: &mut Vec<AnyView>);
}

impl Child for Tag {
    #[inline(never)]
    fn put(self, out: &mut Vec<AnyView>) {
        out.push(self.view());
    }
}

impl Child for AnyView {
    #[inline(never)]
    fn put(self, out: &mut Vec<AnyView>) {
        out.push(self);
    }
}

impl Child for &str {
    #[inline(never)]
    fn put(self, out: &mut Vec<AnyView>) {
        self.to_owned().put(out);
    }
}

impl Child for String {
    #[inline(never)]
    fn put(self, out: &mut Vec<AnyView>) {
        out.push(shown(self).into_any());
    }
}

/// What is not seen and changes what is seen (overrides of direction, no width) is shown: names come from strangers.
fn shown(text: String) -> String {
    match visible(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(shown) => shown,
    }
}

impl<C: Child> Child for Option<C> {
    fn put(self, out: &mut Vec<AnyView>) {
        if let Some(child) = self {
            child.put(out);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    #[inline(never)]
    fn put(self, out: &mut Vec<AnyView>) {
        self.into_iter().for_each(|child| child.put(out));
    }
}

impl<C: Child, const N: usize> Child for [C; N] {
    fn put(self, out: &mut Vec<AnyView>) {
        self.into_iter().for_each(|child| child.put(out));
    }
}
