//! Where an article comes from, and how that is known.

use crate::{
    library::{Library, UNKNOWN_OUTLET},
    settings::use_words,
    words::Words,
};
use leptos::prelude::*;
use visavis_corpus::{Claim, Clue, Ground, Head};

/// How many colours outlets share.
const COLOURS: usize = 8;

/// The square with the initials of an outlet; `None` for one that is not known.
pub fn swatch(outlet: Option<(usize, &str)>) -> impl IntoView + use<> {
    let (class, initials) = match outlet {
        Some((at, name)) => (format!("swatch colour-{}", at % COLOURS), initials(name)),
        None => ("swatch colour-unknown".to_owned(), "?".to_owned()),
    };
    view! { <span class=class aria-hidden="true">{initials}</span> }
}

/// Two letters for a name: of its first words, or its first two.
fn initials(name: &str) -> String {
    let firsts: String = name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect();
    let letters = if firsts.chars().count() == 2 { firsts } else { name.chars().take(2).collect() };
    letters.to_uppercase()
}

/// Outlet, credit and date on one line, each with its ground.
pub fn provenance(library: &Library, head: &Head) -> impl IntoView + use<> {
    let words = use_words();
    let outlet = library.outlet_of(head);
    let name = outlet.map_or_else(|| words.outlet_unknown.to_owned(), |(_, outlet)| outlet.name.clone());
    let credit = head.credit.value().map(|credit| view! { <span class="credit">{(words.with_credit)(credit)}</span> });
    let date = head.date.value().map_or_else(|| words.date_unknown.to_owned(), |&when| words.when(when));
    view! {
        <p class="provenance">
            {swatch(outlet.map(|(at, outlet)| (at, outlet.name.as_str())))}
            <span class="outlet">{name} {ground(words, &head.outlet)}</span>
            {credit}
            <span class="date">{date} {ground(words, &head.date)}</span>
        </p>
    }
}

/// `(according to the corpus)`, with the reason on hover; nothing for what the source states.
fn ground<T>(words: &'static Words, claim: &Claim<T>) -> impl IntoView + use<T> {
    let short = (words.ground_short)(claim.ground());
    let shown = !short.is_empty() && claim.ground() != Ground::Unknown;
    shown.then(|| {
        let why: Vec<String> = claim.clues().iter().map(|clue| clue_text(words, clue)).collect();
        view! { <small title=why.join(" · ")>"(" {short} ")"</small> }
    })
}

/// A clue as a sentence: its kind, what was seen, and where.
pub fn clue_text(words: &Words, clue: &Clue) -> String {
    let mut said = (words.clue)(clue.kind).to_owned();
    if !clue.detail.is_empty() {
        said.push_str(if words.tongue == crate::words::Tongue::French { "\u{a0}: " } else { ": " });
        said.push_str(&clue.detail);
    }
    if let Some(lines) = clue.lines {
        said.push_str(&format!(" ({})", (words.at_lines)(lines.first, lines.last)));
    }
    said
}

/// Everything that is known of an article, with grounds and clues, to be opened.
pub fn grounds(library: &Library, head: &Head) -> impl IntoView + use<> {
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
    view! {
        <details class="grounds">
            <summary>{words.grounds_title}</summary>
            <dl>
                {rows.into_iter().collect::<Vec<_>>()}
                <dt>{words.source_file}</dt>
                <dd>{head.file.clone()}</dd>
            </dl>
        </details>
    }
}

fn row<T>(words: &'static Words, label: &'static str, value: Option<String>, claim: &Claim<T>) -> AnyView {
    let clues: Vec<_> = claim.clues().iter().map(|clue| view! { <li>{clue_text(words, clue)}</li> }).collect();
    let clues = (!clues.is_empty()).then(|| view! { <ul>{clues}</ul> });
    let ground = (words.ground_long)(claim.ground());
    let value = value.unwrap_or_else(|| words.value_unknown.to_owned());
    view! {
        <dt>{label}</dt>
        <dd>{value} " " <small>{ground}</small> {clues}</dd>
    }
    .into_any()
}

/// The id of an outlet as addresses have it.
pub fn outlet_value(id: Option<&str>) -> String {
    id.unwrap_or(UNKNOWN_OUTLET).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swatch_shows_two_letters() {
        for (name, expected) in [("Europe 1", "E1"), ("RT France", "RF"), ("Sputnik", "SP"), ("É", "É"), ("", "")] {
            assert_eq!(initials(name), expected, "{name}");
        }
    }
}
