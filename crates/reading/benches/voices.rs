//! How often quotations get the right speaker, or rightly none: `cargo bench -p visavis-reading --bench voices`.
//!
//! What was judged stands in `tests/voices`; the files of the second group were not looked at while the rules were written.

#[path = "../tests/voices/judged.rs"]
mod judged;
#[path = "../tests/voices/measure.rs"]
mod measure;

fn main() {
    measure::captures();
    for (name, file) in [
        ("french", include_str!("../tests/voices/french.txt")),
        ("english", include_str!("../tests/voices/english.txt")),
        ("English press", include_str!("../tests/voices/english_press.txt")),
        ("rules", include_str!("../tests/voices/rules.txt")),
        ("hard French", include_str!("../tests/voices/fr_hard.txt")),
        ("hard French, second", include_str!("../tests/voices/fr_hard_second.txt")),
        ("hard English", include_str!("../tests/voices/en_hard.txt")),
    ] {
        measure::judge(name, file);
    }
    for (name, file) in [
        ("held out", include_str!("../tests/voices/held_out.txt")),
        ("second held out", include_str!("../tests/voices/second_held_out.txt")),
        ("English press, held out", include_str!("../tests/voices/english_held_out.txt")),
        ("French press, held out", include_str!("../tests/voices/fr_third_held_out.txt")),
        ("hard English, held out", include_str!("../tests/voices/en_hard_held_out.txt")),
    ] {
        measure::judge_unseen(name, file);
    }
}
