//! The buttons that show and hide marks.

use super::tag::{Tag, button, tag};
use crate::{address::Layer, explorer::use_explorer, settings::use_words};
use visavis_corpus::Kind;

/// One button for each of `kinds`.
pub fn kind_toggles(kinds: Vec<Kind>) -> Tag {
    layer_toggles(kinds.into_iter().map(Layer::Names).collect())
}

/// One button for each of `layers`.
pub fn layer_toggles(layers: Vec<Layer>) -> Tag {
    let words = use_words();
    let explorer = use_explorer();
    let toggle = |layer: Layer| {
        let (class, name) = match layer {
            Layer::Names(kind) => (format!("mark {}", kind.name()), (words.kinds)(kind)),
            Layer::Quotes => ("quote direct".to_owned(), words.quotes),
        };
        button("button toggle", move || explorer.change(|address| address.toggle_layer(layer)))
            .set("data-kind", layer.name())
            .pressed(move || explorer.address.with(|address| !address.hidden.contains(&layer)))
            .child(tag("span").set("class", class).child(name))
    };
    tag("div")
        .set("class", "toggles")
        .set("role", "group")
        .set("aria-label", words.marks)
        .child(tag("span").set("class", "label").set("aria-hidden", "true").child(words.marks))
        .child(layers.into_iter().map(toggle).collect::<Vec<_>>())
}

/// The layers whose marks are hidden, for the styles: `person quote`.
pub fn hidden_kinds() -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let explorer = use_explorer();
    move || {
        explorer.address.with(|address| address.hidden.iter().map(|layer| layer.name()).collect::<Vec<_>>().join(" "))
    }
}
