//! How well questions find their paragraph: `cargo bench -p visavis-search --bench quality`.
//!
//! PIAF has questions in French and the paragraph that answers each. The weights are tuned on the odd questions and judged on the even
//! ones.

#[path = "support/quality.rs"]
mod quality;
mod support;

fn main() {
    let Some([even, odd]) = quality::measure(1) else { return };
    println!("{:<28} {:>6} {:>7} {:>6}", "PIAF, any word", "P@1", "Hit@10", "MRR");
    for (name, quality) in [("odd questions (tuned on)", odd), ("even questions", even)] {
        let (precision, hit, reciprocal) = (quality.precision(), quality.hit(), quality.reciprocal());
        println!("{name:<28} {precision:>6.4} {hit:>7.4} {reciprocal:>6.4}");
    }
}
