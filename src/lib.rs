//! The explorer: a page over a pack of articles.
//!
//! In reading order: [`app`] mounts the shell; [`load`] brings the pack, and [`ahead`] answers until it is there; [`explorer`] joins the corpus ([`library`]) with the
//! [`address`], which holds the whole state; [`views`] show what follows from both, with the [`parts`] that they share and the
//! [`words`] of the reader's language; [`browser`] is the only door to the browser.

pub mod address;
pub mod ahead;
pub mod app;
pub mod browser;
pub mod corrections;
pub mod explorer;
pub mod keys;
pub mod lens;
pub mod library;
pub mod live;
pub mod load;
pub mod parts;
pub mod settings;
pub mod views;
pub mod words;

/// Shows the page.
pub fn run() {
    leptos::mount::mount_to_body(app::app);
}
