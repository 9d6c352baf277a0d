//! The thin edge to the browser: the only place that names `web-sys`, `js-sys` and `gloo`.
//!
//! What can fail here fails quietly where the page works without it (storage that is switched off), and with a [`fetch::FetchError`]
//! where it does not.

pub mod api;
pub mod draw;
pub mod fetch;
pub mod history;
pub mod hover;
pub mod offline;
pub mod page;
pub mod panes;
pub mod slices;
pub mod storage;

use web_sys::{Document, Window};

/// The window. The app runs nowhere else.
fn window() -> Window {
    gloo::utils::window()
}

fn document() -> Document {
    gloo::utils::document()
}
