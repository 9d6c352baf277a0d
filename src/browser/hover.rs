//! What the pointer is on, or the focus, among the marks of a text; and where a card about it goes.

use super::{document, window};
use gloo::{events::EventListener, timers::callback::Timeout};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// How long the pointer has to rest on a mark before it counts, and how long it may be away on its way to the card, in milliseconds.
const REST: u32 = 220;

/// A mark that is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aim {
    /// The article around it, by id.
    pub article: String,
    /// Position in the article's mentions.
    pub mention: Option<usize>,
    /// Position in the article's quotes.
    pub quote: Option<usize>,
    /// Its text.
    pub text: String,
}

/// Calls `tell` with the mark that the pointer rests on or that has the focus, and with nothing once it has left. The element `card`
/// belongs to the mark: being there is not leaving. Lasts as long as what it returns.
pub fn follow(card: &'static str, tell: impl Fn(Option<Aim>) + Clone + 'static) -> [EventListener; 2] {
    let waiting: Rc<RefCell<Option<Timeout>>> = Rc::default();
    ["pointerover", "focusin"].map(|name| {
        let (waiting, tell) = (waiting.clone(), tell.clone());
        EventListener::new(&document(), name, move |event| {
            // Replacing the timer cancels the one before.
            *waiting.borrow_mut() = None;
            let Some(target) = target(event) else { return };
            if target.closest(&format!("#{card}")).ok().flatten().is_some() {
                return;
            }
            let found = aim(&target, name == "focusin");
            let aim = found.as_ref().map(|(_, aim)| aim.clone());
            let tell = tell.clone();
            let act = move || {
                if let Some((mark, _)) = &found {
                    anchor(mark);
                }
                tell(aim);
            };
            if name == "focusin" {
                act();
            } else {
                *waiting.borrow_mut() = Some(Timeout::new(REST, act));
            }
        })
    })
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The mark around `target`. A quote is long: a pointer that only passes over it asks nothing.
fn aim(target: &Element, deliberate: bool) -> Option<(Element, Aim)> {
    let around = |selector: &str| target.closest(selector).ok().flatten();
    let number = |element: &Element, name: &str| element.get_attribute(name)?.parse().ok();
    let mention = around("[data-mention]");
    let quote = around("[data-quote]");
    let mark = mention.clone().or_else(|| quote.clone().filter(|_| deliberate))?;
    let aim = Aim {
        article: around("[data-article]")?.get_attribute("data-article")?,
        mention: mention.and_then(|mark| number(&mark, "data-mention")),
        quote: quote.and_then(|mark| number(&mark, "data-quote")),
        text: mark.text_content().unwrap_or_default(),
    };
    Some((mark, aim))
}

/// Notes the mark that the card is about.
fn anchor(mark: &Element) {
    if let Ok(Some(before)) = document().query_selector("[data-anchor]") {
        let _ = before.remove_attribute("data-anchor");
    }
    let _ = mark.set_attribute("data-anchor", "");
}

/// Puts the element `card` under the mark that it is about, or above it where there is no room, inside the window.
pub fn place(card: &str) {
    let mark = document().query_selector("[data-anchor]").ok().flatten();
    let card = document().get_element_by_id(card).and_then(|card| card.dyn_into::<HtmlElement>().ok());
    let (Some(mark), Some(card)) = (mark, card) else { return };
    // A mark may run over two lines: the card goes to the first.
    let rects = mark.get_client_rects();
    let Some(rect) = rects.item(0) else { return };
    let of_window = |size: Result<wasm_bindgen::JsValue, _>| size.ok().and_then(|size| size.as_f64()).unwrap_or(0.0);
    let (width, height) = (f64::from(card.offset_width()), f64::from(card.offset_height()));
    let left = rect.left().min(of_window(window().inner_width()) - width - GAP).max(GAP);
    let below = rect.bottom() + GAP / 2.0;
    let fits = below + height <= of_window(window().inner_height());
    let top = if fits || rect.top() < height { below } else { rect.top() - height - GAP / 2.0 };
    let (x, y) = (window().scroll_x().unwrap_or(0.0), window().scroll_y().unwrap_or(0.0));
    let style = card.style();
    for (name, value) in [("left", left + x), ("top", top + y)] {
        // Whole pixels: the writing of fractions would cost more than the rest of this file.
        let _ = style.set_property(name, &format!("{}px", value as i32));
    }
}

/// Between the card and what it stays clear of, in pixels.
const GAP: f64 = 8.0;
