//! When articles appeared: a lane for each outlet, a dot for a day, a bar for days among which it is.

use super::{
    picture::{Shape, picture, shape},
    provenance::colour,
    tag::{Tag, tag},
};
use crate::{address::Address, library::Library, settings::use_words, words::Words};
use std::fmt::Write as _;
use visavis_corpus::{ArticleIx, Day, Head, When};
use visavis_text::gathered;

/// Height of a lane, in pixels.
const LANE: usize = 26;
/// Lanes beyond this many share the last one.
const LANES: usize = 12;
/// Ticks at most.
const TICKS: i32 = 6;
/// Where the first and the last day stand, in thousandths of the width.
const MARGIN: i32 = 20;
/// Articles beyond which a lane shows how many there are, not each.
const EACH: usize = 300;
/// Columns of such a lane.
const COLUMNS: usize = 100;

/// An article on its lane.
struct Dot {
    when: When,
    article: ArticleIx,
    lit: bool,
}

/// An outlet by its position in the pack, and its articles.
type Lane = (Option<usize>, Vec<Dot>);

/// The articles of the corpus by outlet and day; those in `lit` are filled. Nothing where fewer than two have a date.
///
/// The picture is not read aloud: it stands beside a list of the same articles.
pub fn timeline(library: &Library, address: &Address, lit: impl Iterator<Item = ArticleIx>) -> Option<Tag> {
    let words = use_words();
    let dots = dots(library, lit);
    let first = dots.iter().map(|dot| dot.when.first()).min()?;
    let last = dots.iter().map(|dot| dot.when.last()).max()?;
    if dots.len() < 2 || first == last {
        return None;
    }
    let scale = Scale { first, last };
    let many = dots.len() > EACH;
    let lanes = lanes(library, dots);
    let most = lanes.iter().flat_map(|(_, dots)| columns(&scale, dots, false)).max().unwrap_or(1).max(1);
    let mut shapes = axis(words, &scale, lanes.len());
    let mut names = vec![];
    for (at, (outlet, dots)) in lanes.iter().enumerate() {
        let y = (at + 1) * LANE;
        shapes.push(shape("line").set("class", "lane").px("x1", 0).set("x2", "100%").px("y1", y).px("y2", y));
        let class = outlet.map_or_else(|| "colour-unknown".to_owned(), colour);
        if many {
            shapes.push(bars(&scale, dots, y, most, &class));
        } else {
            shapes.extend(dots.iter().map(|dot| dot_shape(words, library, address, &scale, dot, y, &class)));
        }
        let name = outlet.and_then(|ix| library.pack().outlets().get(ix));
        names.push(tag("li").child(name.map_or(words.outlet_unknown, |outlet| outlet.name.as_str()).to_owned()));
    }
    let height = (lanes.len() + 1) * LANE - LANE / 4;
    let lanes = picture("lanes", height, shapes);
    Some(tag("figure").set("class", "timeline").set("aria-hidden", "true").child(tag("ul").child(names)).child(lanes))
}

/// Articles with a date.
fn dots(library: &Library, lit: impl Iterator<Item = ArticleIx>) -> Vec<Dot> {
    let heads = library.pack().heads();
    let mut is_lit = vec![false; heads.len()];
    lit.for_each(|article| is_lit[article.index()] = true);
    let dated = heads.iter().zip(library.pack().indices());
    let dot = |(head, article): (&Head, ArticleIx)| {
        Some(Dot { when: *head.date.value()?, article, lit: is_lit[article.index()] })
    };
    dated.filter_map(dot).collect()
}

/// Outlets in the order of the pack, the unknown one last, each with its articles.
fn lanes(library: &Library, dots: Vec<Dot>) -> Vec<Lane> {
    let of = |dot: Dot| {
        let outlet = library.head(dot.article).and_then(|head| library.outlet_of(head)).map(|(at, _)| at);
        ((outlet.is_none(), outlet), dot)
    };
    let lanes = gathered(dots.into_iter().map(of).collect());
    let mut all: Vec<Lane> = lanes.into_iter().map(|((_, outlet), dots)| (outlet, dots)).collect();
    let surplus = all.split_off(LANES.min(all.len()));
    if let Some((_, last)) = all.last_mut() {
        last.extend(surplus.into_iter().flat_map(|(_, dots)| dots));
    }
    all
}

/// Articles in each column of a lane.
fn columns(scale: &Scale, dots: &[Dot], lit: bool) -> Vec<usize> {
    let mut counts = vec![0; COLUMNS];
    for dot in dots.iter().filter(|dot| dot.lit || !lit) {
        let at = usize::try_from(scale.at(dot.when.first())).unwrap_or(0) * COLUMNS / 1001;
        counts[at] += 1;
    }
    counts
}

/// A lane of columns: all articles, and over them those that are lit.
fn bars(scale: &Scale, dots: &[Dot], y: usize, most: usize, class: &str) -> Shape {
    let path = |lit: bool| {
        let mut d = String::new();
        for (at, count) in columns(scale, dots, lit).into_iter().enumerate().filter(|(_, count)| *count > 0) {
            let height = (count * 100).div_ceil(most);
            let _ = write!(d, "M{} 100v-{height}h9v{height}z", at * 10);
        }
        shape("path").set("class", format!("{}{class}", if lit { "column lit " } else { "column " })).set("d", d)
    };
    shape("svg")
        .set("viewBox", "0 0 1000 100")
        .set("preserveAspectRatio", "none")
        .set("width", "100%")
        .px("y", y + 4 - LANE)
        .px("height", LANE - 4)
        .with(path(false))
        .with(path(true))
}

/// Where a day stands.
struct Scale {
    first: Day,
    last: Day,
}

impl Scale {
    fn days(&self) -> i32 {
        self.last.number() - self.first.number()
    }

    /// In thousandths of the width.
    fn at(&self, day: Day) -> i32 {
        let part = i64::from(day.number() - self.first.number()) * i64::from(1000 - 2 * MARGIN)
            / i64::from(self.days().max(1));
        MARGIN + i32::try_from(part).unwrap_or(0)
    }

    /// Days to name on the axis, and how.
    fn ticks(&self, words: &Words) -> Vec<(Day, String)> {
        let months = |day: Day| day.year() * 12 + i32::from(day.month()) - 1;
        let span = months(self.last) - months(self.first);
        if span < 2 {
            let step = (self.days() / TICKS).max(1);
            let day = |at: i32| self.first.plus(at * step).filter(|day| *day <= self.last);
            return (0..=TICKS).filter_map(day).map(|day| (day, (words.tick_day)(day))).collect();
        }
        let step =
            [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].into_iter().find(|step| span / step <= TICKS).unwrap_or(2400);
        let month = |at: i32| Day::new(at.div_euclid(12), u8::try_from(at.rem_euclid(12) + 1).ok()?, 1);
        let begin = (months(self.first) + step - 1).div_euclid(step) * step;
        let named = |day: Day| (day, if step < 12 { (words.tick_month)(day) } else { day.year().to_string() });
        (0..=TICKS)
            .filter_map(|at| month(begin + at * step))
            .filter(|day| *day >= self.first && *day <= self.last)
            .map(named)
            .collect()
    }
}

fn axis(words: &Words, scale: &Scale, lanes: usize) -> Vec<Shape> {
    let tick = |(day, name): (Day, String)| {
        let x = scale.at(day);
        let line =
            shape("line").set("class", "tick").across("x1", x).across("x2", x).px("y1", 16).px("y2", lanes * LANE + 8);
        [line, shape("text").across("x", x).px("y", 11).text(name)]
    };
    scale.ticks(words).into_iter().flat_map(tick).collect()
}

/// A way to the article, with its title and date to see on hover. The list of results is the way for those who do not see it.
fn dot_shape(
    words: &Words,
    library: &Library,
    address: &Address,
    scale: &Scale,
    dot: &Dot,
    y: usize,
    class: &str,
) -> Shape {
    let head = library.head(dot.article);
    let title = head.and_then(|head| head.title.value().cloned()).unwrap_or_else(|| words.untitled.to_owned());
    let href = head.map(|head| address.read(&head.id.0).href()).unwrap_or_default();
    let (from, to) = (scale.at(dot.when.first()), scale.at(dot.when.last()));
    let class = format!("{}{class}", if dot.lit { "dot lit " } else { "dot " });
    let mark = if from == to {
        shape("circle").across("cx", from).px("cy", y).px("r", 6)
    } else {
        // A round line through both days: an interval has no middle that would be its day.
        shape("line").across("x1", from).across("x2", to).px("y1", y).px("y2", y)
    };
    let said = format!("{} · {}", words.when(dot.when), title);
    shape("a").set("href", href).set("tabindex", "-1").with(mark.set("class", class).with(shape("title").text(said)))
}
