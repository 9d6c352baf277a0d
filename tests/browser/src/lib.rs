//! The built page, driven in a real browser.
//!
//! [`visit`] serves the page from a sub-path as a plain host would, opens it in a headless browser, and hands a [`Page`] to the story.
//! Whatever the story was about, it then holds that the console stayed silent and that nothing was asked of another origin: both are
//! promises of every view, so no story has to remember them. `VISAVIS_ENGINE` chooses the engine.

mod browser;
mod engine;
mod page;
mod screen;
mod visit;

pub use browser::Browser;
pub use engine::Engine;
pub use page::{Page, Snapshot};
pub use screen::Memory;
pub use visit::{Dist, EVERYTHING, PREFIX, visit, visit_at, visit_dist, visit_file, visit_site};
