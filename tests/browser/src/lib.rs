//! The built page, driven in a real browser.
//!
//! [`visit`] serves the page from a sub-path as a plain host would, opens it in headless Chromium, and hands a [`Page`] to the story.
//! Whatever the story was about, it then holds that the console stayed silent and that nothing was asked of another origin: both are
//! promises of every view, so no story has to remember them.

mod browser;
mod page;
mod screen;
mod visit;

pub use browser::Browser;
pub use page::{Page, Snapshot};
pub use screen::Memory;
pub use visit::{Dist, visit, visit_dist};
