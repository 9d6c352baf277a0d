//! One article, from the seed and its number alone.

use super::copies::{self, Planted};
use super::names::{Cast, capital, entity};
use super::random::Random;
use super::source::{Piece, Source, Template};
use serde::{Deserialize, Serialize};

/// An article as other programs read it: one JSON object a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its name.
    pub id: String,
    /// Who published it, if that is known.
    pub outlet: Option<String>,
    /// The day, if that is known.
    pub date: Option<String>,
    /// Its title.
    pub title: String,
    /// Its text, paragraphs parted by an empty line.
    pub body: String,
}

/// Streams of chance, so that a change of one does not move the others.
const FACTS: u64 = 1;
const TEXT: u64 = 2;
const OUTLETS: u64 = 14;

/// The id of the article of that number.
pub(super) fn id(number: u64) -> String {
    format!("g{number:06}")
}

/// The paragraphs that the article of that number has of its own, each as sentences.
pub(super) fn own(source: &Source, seed: u64, number: u64) -> (String, Vec<Vec<String>>) {
    let mut random = Random::new(seed, TEXT, number);
    let mut cast = Cast::new(&mut random);
    let title = sentence(source, &mut random, &mut cast);
    let title: Vec<&str> = title.split(' ').take(6 + random.below(5)).collect();
    let title = title.join(" ").trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let paragraphs = 2 + random.below(4) + random.below(4);
    let mut paragraph = || {
        let sentences = 2 + random.below(3);
        (0..sentences).map(|_| sentence(source, &mut random, &mut cast)).collect()
    };
    (title, (0..paragraphs).map(|_| paragraph()).collect())
}

/// The whole article, with the passage that was planted in it.
pub(super) fn article(source: &Source, seed: u64, number: u64) -> (Record, Option<Planted>) {
    let (title, paragraphs) = own(source, seed, number);
    let mut paragraphs: Vec<String> = paragraphs.into_iter().map(|sentences| sentences.join(" ")).collect();
    let planted = copies::plant(source, seed, number, &mut paragraphs);
    let mut random = Random::new(seed, FACTS, number);
    let outlet = (random.rank(0.8) - 1).min(OUTLETS - 1);
    let (month, day) = (1 + random.below(12), 1 + random.below(28));
    let date = format!("2016-{month:02}-{day:02}");
    let record = Record {
        id: id(number),
        // Captures do not always say.
        outlet: (!random.chance(30)).then(|| outlet_id(outlet)),
        date: (!random.chance(40)).then_some(date),
        title,
        body: paragraphs.join("\n\n"),
    };
    (record, planted)
}

fn outlet_id(number: u64) -> String {
    const FORMS: [&str; 4] = ["le-courrier-de", "la-gazette-de", "le-journal-de", "l-echo-de"];
    let town = visavis_text::fold(&entity(number * 3 + 1).short);
    format!("{}-{town}", FORMS[(number % 4) as usize])
}

fn sentence(source: &Source, random: &mut Random, cast: &mut Cast) -> String {
    let template: &[Piece] = random.pick(&source.templates).map_or(&[], Template::as_slice);
    template.iter().map(|piece| fill(piece, source, random, cast)).collect()
}

fn fill(piece: &Piece, source: &Source, random: &mut Random, cast: &mut Cast) -> String {
    match piece {
        Piece::Text(text) => text.clone(),
        Piece::Name => cast.name(random),
        Piece::Number(digits) => number(*digits, random),
        Piece::Word { class, capital: false } => source.word(*class, random),
        Piece::Word { class, capital: true } => capital(&source.word(*class, random)),
    }
}

/// A number of as many digits; four digits are mostly a year.
fn number(digits: usize, random: &mut Random) -> String {
    if digits == 4 {
        return (1900 + random.below(125)).to_string();
    }
    let digit = |at: usize| char::from(b'0' + (if at == 0 { 1 + random.below(9) } else { random.below(10) }) as u8);
    (0..digits).map(digit).collect()
}
