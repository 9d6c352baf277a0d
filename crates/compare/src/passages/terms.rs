//! What a sentence is about: its entities, numbers, days and stems.

use super::lexicon::Lexicon;
use crate::wording::Place;
use serde::Serialize;
use std::collections::BTreeMap;
use visavis_corpus::{Article, EntityIx, Language, When};
use visavis_text::{Span, Tongue, ordered, ordered_by, sentences, words};

/// Something that a sentence speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase", tag = "kind", content = "term")]
pub enum Term {
    /// An entity, under whatever name.
    Entity(EntityIx),
    /// A number, as its digits.
    Number(String),
    /// A day, or some days.
    Date(When),
    /// A family of words by which the press speaks of one thing, by its first word.
    Family(String),
    /// A word in any of its forms, by its stem.
    Stem(String),
}

/// A sentence and what it is about, each with its places in the block.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentence {
    pub(crate) place: Place,
    pub(crate) terms: BTreeMap<Term, Vec<Span>>,
}

/// The sentences of a block of `article`; none where it is not read.
pub(crate) fn sentences_of_block(article: &Article, at: usize, lexicon: &Lexicon) -> Vec<Sentence> {
    let tongue = match article.head.language.value() {
        Some(Language::English) => Tongue::English,
        _ => Tongue::French,
    };
    let Some(block) = article.blocks.get(at).filter(|block| block.role.is_read()) else { return vec![] };
    let place = |span| Place { block: at as u32, span };
    let mut all: Vec<Sentence> = sentences(&block.text).map(|span| sentence(&block.text, place(span))).collect();
    add_terms(&mut all, &block.text, &marked(article, at as u32), |word, in_mark| {
        if in_mark { lexicon.country(word, tongue).into_iter().collect() } else { lexicon.terms(word, tongue) }
    });
    all
}

fn sentence(text: &str, place: Place) -> Sentence {
    debug_assert!(text.get(place.span.range()).is_some(), "a sentence is cut between characters");
    Sentence { place, terms: BTreeMap::new() }
}

/// What the marks of `article` say of one block, in order of place.
fn marked(article: &Article, block: u32) -> Vec<(Span, Term)> {
    let marks = &article.marks;
    let mentions = marks.mentions.iter().filter(|m| m.block == block);
    let mentions = mentions.filter_map(|m| Some((m.span, Term::Entity(m.entity?))));
    let figures =
        marks.figures.iter().filter(|f| f.block == block).map(|f| (f.span, Term::Number(f.value.to_string())));
    let dates = marks.dates.iter().filter(|d| d.block == block).filter_map(|d| Some((d.span, Term::Date(d.when?))));
    ordered(mentions.chain(figures).chain(dates).collect(), Ord::cmp)
}

/// Gives each sentence its marks, and what its words stand for by `of`, which is told whether a word lies in a mark.
fn add_terms(all: &mut [Sentence], text: &str, marked: &[(Span, Term)], of: impl Fn(&str, bool) -> Vec<Term>) {
    // Both go through the text in order: where a word begins before the furthest end of the marks so far, it lies in one.
    let mut next = marked.iter().peekable();
    let mut reach = 0;
    let stems = words(text).flat_map(|word| {
        while let Some((span, _)) = next.next_if(|(span, _)| span.start() < word.span.end()) {
            reach = span.end().max(reach);
        }
        of(word.text, reach > word.span.start()).into_iter().map(move |term| (word.span, term))
    });
    let mut at = 0;
    let terms: Vec<(Span, Term)> = ordered_by(marked.iter().cloned().chain(stems).collect(), |(span, _)| *span);
    for (span, term) in terms {
        while all.get(at).is_some_and(|sentence| sentence.place.span.end() <= span.start()) {
            at += 1;
        }
        if let Some(sentence) = all.get_mut(at) {
            sentence.terms.entry(term).or_default().push(span);
        }
    }
}
