//! The page's entry.

fn main() {
    visavis_app::run();
}
