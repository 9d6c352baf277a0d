//! Ranking stays as good as it was: a sample of the even questions of PIAF. `cargo bench --bench quality` asks them all.

#[path = "../benches/support/quality.rs"]
mod quality;
#[path = "../benches/support/mod.rs"]
mod support;

#[test]
fn questions_find_their_paragraph() {
    let Some([even, _]) = quality::measure(6) else { return };
    let measured = (even.precision(), even.hit(), even.reciprocal());
    assert!(measured.0 >= 0.71 && measured.1 >= 0.87 && measured.2 >= 0.77, "P@1, Hit@10, MRR: {measured:?}");
}
