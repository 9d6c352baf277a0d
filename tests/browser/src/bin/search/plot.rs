//! The measurements as a picture: for each class of queries a line of dots, one for each engine, on a logarithmic scale.

use crate::{
    Corpus,
    engine::OURS,
    report::{class_names, name},
};
use std::fmt::Write as _;

/// Pixels across.
const WIDTH: f64 = 900.0;
/// Pixels before the scale.
const LEFT: f64 = 120.0;
/// Pixels of a line.
const LINE: f64 = 26.0;
/// Milliseconds at the beginning of the scale, and how many powers of ten it has.
const LEAST: f64 = 0.01;
const DECADES: f64 = 5.0;

/// Okabe and Ito's colours, which colour-blind readers can tell apart; the page's own is black.
const COLOURS: [&str; 6] = ["#000000", "#0072b2", "#999999", "#e69f00", "#009e73", "#cc79a7"];

/// The picture, for the documentation.
pub(crate) fn svg(corpora: &[Corpus]) -> String {
    let classes = class_names();
    let block = LINE * (classes.len() as f64 + 1.5);
    let height = block.mul_add(corpora.len() as f64, 70.0);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" font-family=\"sans-serif\" font-size=\"13\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
    );
    legend(corpora, &mut out);
    for (at, corpus) in corpora.iter().enumerate() {
        let top = block.mul_add(at as f64, 60.0);
        let _ = writeln!(
            out,
            "<text x=\"8\" y=\"{top}\" font-weight=\"bold\">{} articles, p95 in ms</text>",
            corpus.articles
        );
        for (row, class) in classes.iter().enumerate() {
            let y = LINE.mul_add(row as f64 + 1.0, top);
            line(corpus, row, class, y, &mut out);
        }
        scale(LINE.mul_add(classes.len() as f64, top) + 18.0, &mut out);
    }
    out.push_str("</svg>\n");
    out
}

/// What a name in the legend takes besides its letters, and about what each of those takes.
const KEY: usize = 36;
const LETTER: usize = 7;

fn legend(corpora: &[Corpus], out: &mut String) {
    let engines = corpora.first().map_or(&[][..], |corpus| corpus.engines.as_slice());
    let mut x = 16;
    for (at, engine) in engines.iter().enumerate() {
        let _ = writeln!(
            out,
            "<circle cx=\"{x}\" cy=\"20\" r=\"6\" fill=\"{}\"/><text x=\"{}\" y=\"24\">{}</text>",
            COLOURS[at % 6],
            x + 10,
            name(engine.name)
        );
        x += KEY + LETTER * name(engine.name).chars().count();
    }
}

fn line(corpus: &Corpus, row: usize, class: &str, y: f64, out: &mut String) {
    let _ = writeln!(out, "<text x=\"8\" y=\"{}\">{class}</text>", y + 4.0);
    let _ = writeln!(out, "<line x1=\"{LEFT}\" x2=\"{}\" y1=\"{y}\" y2=\"{y}\" stroke=\"#ddd\"/>", WIDTH - 20.0);
    for (at, engine) in corpus.engines.iter().enumerate() {
        if let Some((_, p95)) = engine.classes[row] {
            let radius = if engine.name == OURS { 7 } else { 6 };
            let _ = writeln!(
                out,
                "<circle cx=\"{:.1}\" cy=\"{y}\" r=\"{radius}\" fill=\"{}\" fill-opacity=\"0.85\"><title>{}: {p95:.3} ms</title></circle>",
                place(p95),
                COLOURS[at % 6],
                name(engine.name)
            );
        }
    }
}

fn scale(y: f64, out: &mut String) {
    for power in 0..=5 {
        let value = LEAST * 10f64.powi(power);
        let _ = writeln!(
            out,
            "<text x=\"{:.1}\" y=\"{y}\" fill=\"#666\" text-anchor=\"middle\">{value}</text>",
            place(value)
        );
    }
}

/// Where so many milliseconds stand.
#[expect(clippy::disallowed_methods, reason = "the last digit of a place in a picture does not matter")]
fn place(milliseconds: f64) -> f64 {
    let share = ((milliseconds / LEAST).max(1.0).log10() / DECADES).min(1.0);
    share.mul_add(WIDTH - LEFT - 40.0, LEFT + 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_times_as_long_stands_a_fifth_further() {
        let step = place(1.0) - place(0.1);
        assert!((step - (place(10.0) - place(1.0))).abs() < 1e-9);
        assert!(place(0.0) >= LEFT && place(1e9) <= WIDTH);
    }
}
