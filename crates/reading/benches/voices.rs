//! How often quotations get the right speaker, or rightly none: `cargo bench -p visavis-reading --bench voices`.
//!
//! What was judged stands in `tests/voices`; the files of the second group were not looked at while the rules were written.

#[path = "../tests/voices/judged.rs"]
mod judged;
#[path = "../tests/voices/measure.rs"]
mod measure;

fn main() {
    measure::captures();
    measure::judge("french", include_str!("../tests/voices/french.txt"));
    measure::judge("english", include_str!("../tests/voices/english.txt"));
    measure::judge("English press", include_str!("../tests/voices/english_press.txt"));
    measure::judge("English press, held out", include_str!("../tests/voices/english_held_out.txt"));
    measure::judge("hard French", include_str!("../tests/voices/fr_hard.txt"));
    measure::judge("hard English", include_str!("../tests/voices/en_hard.txt"));
    measure::judge("held out", include_str!("../tests/voices/held_out.txt"));
    measure::judge("second held out", include_str!("../tests/voices/second_held_out.txt"));
}
