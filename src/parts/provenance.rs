//! Where an article comes from, and how that is known.

use super::tag::{Tag, tag};
use crate::{library::Library, settings::use_words, words::Words};
use visavis_corpus::{Claim, Clue, Ground, Head};

/// How many colours outlets share.
const COLOURS: usize = 8;

/// The square with the initials of an outlet; `None` for one that is not known.
pub fn swatch(outlet: Option<(usize, &str)>) -> Tag {
    let (class, initials) = match outlet {
        Some((at, name)) => (colour(at), initials(name)),
        None => ("colour-unknown".to_owned(), "?".to_owned()),
    };
    tag("span").set("class", format!("swatch {class}")).set("aria-hidden", "true").child(initials)
}

/// The class that gives the outlet at this position of the pack its colour.
pub fn colour(outlet: usize) -> String {
    format!("colour-{}", outlet % COLOURS)
}

/// Two letters for a name: of its first words, or its first two. The style sheet makes them capitals: the tables for that are in every
/// browser already.
fn initials(name: &str) -> String {
    let firsts: String = name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect();
    if firsts.chars().count() == 2 { firsts } else { name.chars().take(2).collect() }
}

/// Outlet, credit and date on one line, each with its ground.
pub fn provenance(library: &Library, head: &Head) -> Tag {
    let words = use_words();
    let outlet = library.outlet_of(head);
    let name = outlet.map_or_else(|| words.outlet_unknown.to_owned(), |(_, outlet)| outlet.name.clone());
    let credit =
        head.credit.value().map(|credit| tag("span").set("class", "credit").child((words.with_credit)(credit)));
    let date = head.date.value().map_or_else(|| words.date_unknown.to_owned(), |&when| words.when(when));
    tag("p")
        .set("class", "provenance")
        .child(swatch(outlet.map(|(at, outlet)| (at, outlet.name.as_str()))))
        .child(tag("span").set("class", "outlet").child(name).child(ground(words, &head.outlet)))
        .child(credit)
        .child(tag("span").set("class", "date").child(date).child(ground(words, &head.date)))
}

/// `(according to the corpus)`, with the reason on hover; nothing for what the source states.
fn ground<T>(words: &'static Words, claim: &Claim<T>) -> Option<Tag> {
    let short = (words.ground_short)(claim.ground());
    let why: Vec<String> = claim.clues().iter().map(|clue| clue_text(words, clue)).collect();
    let shown = !short.is_empty() && claim.ground() != Ground::Unknown;
    shown.then(|| tag("small").set("title", why.join(" · ")).child(format!(" ({short})")))
}

/// A clue as a sentence: its kind, what was seen, and where.
pub fn clue_text(words: &Words, clue: &Clue) -> String {
    let mut said = (words.clue)(clue.kind).to_owned();
    if !clue.detail.is_empty() {
        said.push_str(if words.tongue == crate::words::Tongue::French { "\u{a0}: " } else { ": " });
        said.push_str(&clue.detail);
    }
    if let Some(lines) = clue.lines {
        said.push_str(" (");
        said.push_str(&(words.at_lines)(lines.first, lines.last));
        said.push(')');
    }
    said
}

/// Everything that is known of an article, with grounds and clues, to be opened.
pub fn grounds(library: &Library, head: &Head) -> Tag {
    let words = use_words();
    let outlet = library.outlet_of(head).map(|(_, outlet)| outlet.name.clone());
    let rows = [
        row(words, words.title, head.title.value().cloned(), &head.title),
        row(words, words.outlet, outlet, &head.outlet),
        row(words, words.date, head.date.value().map(|&when| words.when(when)), &head.date),
        row(words, words.byline, head.byline.value().cloned(), &head.byline),
        row(words, words.credit, head.credit.value().cloned(), &head.credit),
        row(words, words.language, head.language.value().map(|&l| (words.language_name)(l).to_owned()), &head.language),
    ];
    tag("details").set("class", "grounds").child(tag("summary").child(words.grounds_title)).child(
        tag("dl")
            .child(rows.into_iter().flatten().collect::<Vec<_>>())
            .child(tag("dt").child(words.source_file))
            .child(tag("dd").child(head.file.clone())),
    )
}

fn row<T>(words: &'static Words, label: &'static str, value: Option<String>, claim: &Claim<T>) -> [Tag; 2] {
    let clues: Vec<Tag> = claim.clues().iter().map(|clue| tag("li").child(clue_text(words, clue))).collect();
    let clues = (!clues.is_empty()).then(|| tag("ul").child(clues));
    let value = value.unwrap_or_else(|| words.value_unknown.to_owned());
    let ground = tag("small").child((words.ground_long)(claim.ground()));
    [tag("dt").child(label), tag("dd").child(value).child(" ").child(ground).child(clues)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swatch_shows_two_letters() {
        for (name, expected) in [("Europe 1", "E1"), ("RT France", "RF"), ("Sputnik", "Sp"), ("É", "É"), ("", "")] {
            assert_eq!(initials(name), expected, "{name}");
        }
    }
}
