//! Who is named beside an entity, as a picture: it in the middle, the others around it, a line as thick as they are often together.

use super::{
    picture::{Shape, picture, shape},
    tag::Tag,
};
use crate::{
    address::{Address, View},
    words::Words,
};
use visavis_corpus::{Entity, EntityIx};

/// Height of the picture, in pixels.
const HEIGHT: i32 = 340;
/// How many stand around the middle at most.
pub const AROUND: usize = 12;
/// Cosines of the twelve hours, in thousandths, from the top clockwise: where the others stand, without trigonometry in the page.
const ACROSS: [i32; 12] = [0, 500, 866, 1000, 866, 500, 0, -500, -866, -1000, -866, -500];

/// An entity of the picture.
#[derive(Clone, Copy, Debug)]
pub struct Neighbour<'a> {
    /// Its position in the corpus.
    pub ix: EntityIx,
    /// What is shown of it.
    pub entity: &'a Entity,
    /// Paragraphs that name it and the one in the middle.
    pub paragraphs: u32,
}

/// The picture. `together` counts the paragraphs that name two of the neighbours. Whoever shows it gives the same as a table.
pub fn graph(
    words: &Words,
    address: &Address,
    middle: &Entity,
    around: &[Neighbour<'_>],
    together: &[((EntityIx, EntityIx), u32)],
) -> Tag {
    let around = &around[..around.len().min(AROUND)];
    let most = around.iter().map(|neighbour| neighbour.paragraphs).max().unwrap_or(1).max(1);
    let at = |ix: EntityIx| around.iter().position(|neighbour| neighbour.ix == ix).map(|at| spot(at, around.len()));
    let mut shapes = vec![];
    for ((a, b), count) in together {
        if let (Some(a), Some(b)) = (at(*a), at(*b)) {
            shapes.push(line("tie", a, b, 1 + count.min(&most) * 2 / most));
        }
    }
    for (place, neighbour) in around.iter().enumerate() {
        shapes.push(line("tie strong", CENTRE, spot(place, around.len()), 1 + neighbour.paragraphs * 7 / most));
    }
    for (place, neighbour) in around.iter().enumerate() {
        let href = address.view(View::Entity(neighbour.entity.id.clone())).href();
        let said = format!("{} · {}", neighbour.entity.name, (words.paragraphs)(neighbour.paragraphs as usize));
        let way = shape("a").set("href", href).set("tabindex", "-1").with(shape("title").text(said));
        shapes.push(node(way, neighbour.entity, spot(place, around.len())));
    }
    shapes.push(node(shape("g").set("class", "middle"), middle, CENTRE));
    picture("graph", usize::try_from(HEIGHT).unwrap_or_default(), shapes)
}

/// A place: thousandths of the width, pixels from the top.
type Spot = (i32, i32);

const CENTRE: Spot = (500, HEIGHT / 2);

/// The place of the neighbour at this position among `count`.
fn spot(at: usize, count: usize) -> Spot {
    let hour = at * ACROSS.len() / count.max(1) % ACROSS.len();
    let (across, up) = (ACROSS[hour], ACROSS[(hour + 3) % ACROSS.len()]);
    (500 + across * 380 / 1000, HEIGHT / 2 - up * (HEIGHT / 2 - 34) / 1000)
}

fn line(class: &str, from: Spot, to: Spot, width: u32) -> Shape {
    shape("line")
        .set("class", class)
        .across("x1", from.0)
        .across("x2", to.0)
        .set("y1", from.1.to_string())
        .set("y2", to.1.to_string())
        .set("stroke-width", width.to_string())
}

/// A point with its name under it.
fn node(within: Shape, entity: &Entity, at: Spot) -> Shape {
    let name: String = entity.name.chars().take(28).collect();
    let short = if name.len() < entity.name.len() { format!("{name}…") } else { name };
    let point =
        shape("circle").set("class", entity.kind.name()).across("cx", at.0).set("cy", at.1.to_string()).px("r", 8);
    within.with(point).with(shape("text").across("x", at.0).set("y", (at.1 + 24).to_string()).text(short))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_stand_apart_and_inside_the_picture() {
        for count in 1..=AROUND {
            let spots: Vec<Spot> = (0..count).map(|at| spot(at, count)).collect();
            assert!(spots.iter().all(|(x, y)| (100..=900).contains(x) && (20..HEIGHT - 20).contains(y)), "{spots:?}");
            for (at, one) in spots.iter().enumerate() {
                assert!(!spots[..at].contains(one), "two of {count} stand at {one:?}");
            }
        }
    }
}
