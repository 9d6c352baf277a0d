//! The page outside the views: title, language, theme, focus, scrolling, keys.

use super::{document, window};
use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
    utils::document_element,
};
use js_sys::Promise;
use visavis_text::visible;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent,
    MessageChannel, MouseEvent, ScrollIntoViewOptions, ScrollLogicalPosition, Url,
};

/// Languages that the browser asks for, the first one preferred.
pub fn preferred_language() -> Option<String> {
    window().navigator().language()
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    document().set_title(&visible(title));
}

/// Sets an attribute of the root element, or takes it away.
pub fn set_root(name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => document_element().set_attribute(name, value),
        None => document_element().remove_attribute(name),
    };
}

/// Whether the page is one file, which holds its pack and has no other files beside it.
pub fn is_one_file() -> bool {
    document().get_element_by_id("visavis-pack").is_some()
}

/// The address of the page beside this one that shows another corpus, and what that is called.
pub fn another_corpus() -> Option<(String, String)> {
    let link = document().query_selector("link[data-corpus]").ok()??;
    Some((link.get_attribute("href")?, link.get_attribute("title")?))
}

/// Takes what the page showed before the program ran out of it.
pub fn remove(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.remove();
    }
}

/// Calls `then` when the browser is about to paint.
pub fn before_paint(then: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(then);
    let _ = window().request_animation_frame(call.unchecked_ref());
}

/// Calls `then` once the browser has done what else it has to do: long work goes on in slices, and typing is never held up.
pub fn later(then: impl FnOnce() + 'static) {
    Timeout::new(0, then).forget();
}

/// Done once whatever else waits has had its turn. A message, as browsers hold back timers that follow each other.
pub async fn turn() {
    let Ok(channel) = MessageChannel::new() else { return };
    let come = Promise::new(&mut |come, _| channel.port1().set_onmessage(Some(&come)));
    if channel.port2().post_message(&JsValue::NULL).is_ok() {
        let _ = JsFuture::from(come).await;
    }
    channel.port1().close();
}

/// Notes a moment for those who measure.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}

/// Asks the browser to print the page.
pub fn print() {
    let _ = window().print();
}

/// Presses the first element that `selector` finds, where it is shown. False where there is none.
pub fn press(selector: &str) -> bool {
    find(selector).filter(|element| element.offset_parent().is_some()).is_some_and(|element| {
        element.click();
        true
    })
}

/// Reloads the page.
pub fn reload() {
    let _ = window().location().reload();
}

fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

fn find_all(selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = document().query_selector_all(selector) else { return vec![] };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

/// Puts the focus on the first element that `selector` finds, without scrolling. False where there is none.
pub fn focus(selector: &str) -> bool {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    find(selector).is_some_and(|element| element.focus_with_options(&options).is_ok())
}

/// Puts the focus into a field and selects what it holds.
pub fn focus_field(id: &str) {
    if let Some(field) = field(id) {
        let _ = field.focus();
        field.select();
    }
}

/// What the field with this id holds; nothing where there is none.
pub fn typed(id: &str) -> String {
    field(id).map_or_else(String::new, |field| field.value())
}

/// Calls `then` whenever something else is typed into the field with this id, as long as that is in the page.
pub fn on_typing(id: &'static str, then: impl Fn() + 'static) {
    if let Some(field) = field(id) {
        EventListener::new(&field, "input", move |_| then()).forget();
    }
}

fn field(id: &str) -> Option<HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Whether the element with this id has the focus.
pub fn has_focus(id: &str) -> bool {
    document().active_element().is_some_and(|element| element.id() == id)
}

/// Pixels of the window from the top of the element with this id to the bottom; from the top of the window where there is none, or it is
/// further up.
pub fn height_from(id: &str) -> usize {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let top = document().get_element_by_id(id).map_or(0.0, |element| element.get_bounding_client_rect().top());
    usize::try_from((height - top.max(0.0)) as i32).unwrap_or_default()
}

/// Takes the focus from what stands inside an element that `selector` finds.
pub fn let_go(selector: &str) {
    let inside = |active: &Element| active.closest(selector).is_ok_and(|around| around.is_some());
    if let Some(active) =
        document().active_element().filter(inside).and_then(|active| active.dyn_into::<HtmlElement>().ok())
    {
        let _ = active.blur();
    }
}

/// Scrolls to `y` pixels from the top.
pub fn scroll_to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// Scrolls so that the element with this id stands in the middle. False where there is none.
pub fn scroll_to_id(id: &str) -> bool {
    document().get_element_by_id(id).is_some_and(|element| {
        center(&element);
        true
    })
}

fn center(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Moves the focus to the next (or the previous) element that `selector` finds, from the one that has the focus or holds it; from the
/// top where none does.
pub fn step(selector: &str, forward: bool) {
    let stops = find_all(selector);
    let active = document().active_element();
    let holds = |stop: &HtmlElement| active.as_ref().is_some_and(|active| stop.contains(Some(active)));
    if let Some(stop) = next(&stops, stops.iter().position(holds), forward) {
        let _ = stop.focus();
        center(stop);
    }
}

/// Makes the next (or the previous) place that the first fitting of `selectors` finds the current one, and scrolls to it. A place that
/// can have the focus gets it.
pub fn step_mark(selectors: &[&str], forward: bool) {
    let Some(stops) = selectors.iter().map(|selector| find_all(selector)).find(|stops| !stops.is_empty()) else {
        return;
    };
    let before = find("main .current");
    let current = before.as_ref().and_then(|before| stops.iter().position(|stop| stop == before));
    if let Some(stop) = next(&stops, current, forward) {
        if let Some(before) = before {
            let _ = before.class_list().remove_1("current");
        }
        let _ = stop.class_list().add_1("current");
        center(stop);
        if stop.has_attribute("tabindex") {
            let _ = stop.focus();
        }
    }
}

/// The stop after `current`, or before it; around the end.
fn next(stops: &[HtmlElement], current: Option<usize>, forward: bool) -> Option<&HtmlElement> {
    let last = stops.len().checked_sub(1)?;
    let at = match (current, forward) {
        (None, true) => 0,
        (None, false) => last,
        (Some(at), true) => {
            if at == last {
                0
            } else {
                at + 1
            }
        }
        (Some(at), false) => at.checked_sub(1).unwrap_or(last),
    };
    stops.get(at)
}

/// Sets the marks of the entity `traced` off from the others, and shows those of `unmarked` as plain text. Entities are named by their
/// position in the corpus, as the attribute `data-entity` has it.
pub fn mark_entities(traced: Option<u32>, unmarked: &[u32]) {
    for class in ["traced", "unmarked"] {
        for mark in find_all(&format!("main .{class}")) {
            let _ = mark.class_list().remove_1(class);
        }
    }
    let marks = |entity: u32| find_all(&format!("main .text-of [data-entity=\"{entity}\"]"));
    let add = |entity: u32, class: &str| {
        marks(entity).iter().for_each(|mark| {
            let _ = mark.class_list().add_1(class);
        });
    };
    unmarked.iter().for_each(|&entity| add(entity, "unmarked"));
    if let Some(entity) = traced {
        add(entity, "traced");
    }
}

/// Sets an attribute of each element that `selector` finds, in their order.
pub fn set_each(selector: &str, name: &str, values: impl Iterator<Item = String>) {
    for (element, value) in find_all(selector).iter().zip(values) {
        let _ = element.set_attribute(name, &value);
    }
}

/// Makes the paragraph with this number, and no other, the one that the address names: `name` is its class, and the id of an element
/// inside it.
pub fn mark_target(number: Option<usize>, name: &str) {
    remove(name);
    for before in find_all(&format!("article .{name}")) {
        let _ = before.class_list().remove_1(name);
    }
    let Some(paragraph) = number.and_then(|number| find(&format!("#p{number}"))) else { return };
    let _ = paragraph.class_list().add_1(name);
    if let Ok(inside) = document().create_element("span") {
        inside.set_id(name);
        let _ = paragraph.insert_before(&inside, paragraph.last_element_child().as_deref());
    }
}

/// Presses the element that has the focus, where `selector` fits it.
pub fn press_focused(selector: &str) {
    if let Some(active) = document().active_element().filter(|active| active.matches(selector).unwrap_or(false))
        && let Ok(active) = active.dyn_into::<HtmlElement>()
    {
        active.click();
    }
}

/// The value of `attribute` on the element that has the focus.
pub fn focused_attribute(attribute: &str) -> Option<String> {
    document().active_element()?.get_attribute(attribute)
}

/// The value of `attribute` on the closest element around the focus that has it.
pub fn around_focus(attribute: &str) -> Option<String> {
    let active = document().active_element()?;
    active.closest(&format!("[{attribute}]")).ok().flatten()?.get_attribute(attribute)
}

/// Offers `text` to be saved as a file.
pub fn save(name: &str, kind: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    let address = Blob::new_with_str_sequence_and_options(&parts, &options)
        .and_then(|blob| Url::create_object_url_with_blob(&blob));
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if let (Ok(address), Some(link)) = (address, link) {
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", name);
        link.click();
        let _ = Url::revoke_object_url(&address);
    }
}

/// Whether the `details` that an event comes from is open.
pub fn is_open(event: &Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.has_attribute("open"))
}

/// Where a pointer is across the first element that `selector` finds inside the one that listens: 0 is its left edge, 1 its right one.
pub fn across(event: &Event, selector: &str) -> Option<f64> {
    let pointer = event.dyn_ref::<MouseEvent>()?;
    let around = event.current_target()?.dyn_into::<Element>().ok()?;
    let sides = around.query_selector(selector).ok().flatten()?.get_bounding_client_rect();
    (sides.width() > 0.0).then(|| (f64::from(pointer.client_x()) - sides.left()) / sides.width())
}

/// Opens the dialog with this id, above the page.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id).filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
    }
}

/// Closes the dialog with this id.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// A key pressed without a modifier.
pub struct Key {
    /// Its name, as `KeyboardEvent.key`.
    pub name: String,
    /// Whether a field that takes text has the focus.
    pub in_field: bool,
    /// Whether a dialog is open.
    pub in_dialog: bool,
}

/// Calls `press` for each key without a modifier; where it returns true, the browser does nothing else with it.
/// Lasts as long as what it returns.
pub fn on_key(press: impl Fn(&Key) -> bool + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() || event.default_prevented()
        {
            return;
        }
        let fields = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let key = Key {
            name: event.key(),
            in_field: target.is_some_and(|target| target.matches(fields).unwrap_or(false)),
            in_dialog: find("dialog[open]").is_some(),
        };
        if press(&key) {
            event.prevent_default();
        }
    })
}
