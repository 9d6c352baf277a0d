//! What readers do with the page, in a real browser. Run by `cargo xtask test`, which builds the page and finds the browser.

mod accessibility;
mod address;
mod arriving;
mod compare;
mod console;
mod explore;
mod hostile;
mod hosts;
mod keyboard;
mod looks;
mod marks;
mod offline;
mod one_file;
mod packs;
mod read;
mod strain;

/// The articles of the bundled corpus, by id.
const ARTICLES: [&str; 5] = [
    "000_ae177ae7a54f42d2",
    "001_ee4fae9a13701a75",
    "002_333defee19a84214",
    "003_15df5f8cc0ffe991",
    "004_3f65650a7f9be164",
];
