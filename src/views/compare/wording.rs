//! Words: which one article uses more than what it is set against.

use super::{context, facing::Facing};
use crate::{
    address::View,
    lens::Against,
    live::Memo,
    parts::{
        sheet::{Cell, cell, how, sheet},
        tag::{Tag, button, follow, link, tag},
    },
};
use leptos::prelude::*;
use visavis_compare::{KeyWord, Keyness, WordCounts, keyness, occurrences};
use visavis_corpus::Article;

/// Words that are listed.
const MOST: usize = 40;

/// What stands above the texts.
pub(super) fn panel(facing: &Facing) -> Tag {
    let say = facing.say;
    let (listed, chosen) = (facing.clone(), facing.clone());
    let look = facing.look;
    let what = Memo::new(move || look.with(|look| (look.side, look.against)));
    tag("div")
        .set("id", "words")
        .child(controls(facing))
        .child(follow(move || word(&chosen)))
        .child(follow(move || {
            let (side, against) = what.get();
            table(&listed, side.min(listed.count() - 1), against)
        }))
        .child(how(say.words_title, say.how_words))
}

/// Whose words are measured, and against what.
fn controls(facing: &Facing) -> Tag {
    let (say, look) = (facing.say, facing.look);
    let (whose, what) = (facing.clone(), facing.clone());
    let sides = facing.names().into_iter().enumerate().map(|(at, name)| {
        tag("option").set("value", at.to_string()).selected(move || look.with(|look| look.side) == at).child(name)
    });
    let side = tag("select")
        .set("id", "words-of")
        .on("change", move |event| {
            let side = event_target_value(&event).parse().unwrap_or(0);
            whose.go(|look| look.side = side);
        })
        .child(sides.collect::<Vec<_>>());
    let option = |against: Against| {
        let chosen = move || look.with(|look| look.against) == against;
        tag("option").set("value", against.name()).selected(chosen).child((say.against)(against))
    };
    let against = tag("select")
        .set("id", "against")
        .on("change", move |event| {
            let against = Against::parse(&event_target_value(&event));
            what.go(|look| look.against = against);
        })
        .child(Against::ALL.map(option));
    tag("div")
        .set("class", "controls")
        .child(tag("label").child(say.words_of).child(" ").child(side))
        .child(tag("label").child(say.set_against).child(" ").child(against))
}

fn measured(facing: &Facing, side: usize, against: Against) -> Keyness {
    let article = facing.article(side);
    let here = WordCounts::of_articles([article]);
    let there = match against {
        Against::Other => {
            let others = facing.comparison.articles.iter().enumerate().filter(|(at, _)| *at != side);
            WordCounts::of_articles(others.map(|(_, article): (usize, &Article)| article))
        }
        Against::Rest => facing.library.word_counts(Some(&article.head.id.0)),
        Against::Corpus => facing.library.word_counts(None),
    };
    keyness(&here, &there)
}

fn table(facing: &Facing, side: usize, against: Against) -> Tag {
    let (words, say) = (facing.words, facing.say);
    let found = measured(facing, side, against);
    let said = (say.words_measured)(found.words, &facing.name(side), (say.against)(against));
    let small = found.small.then(|| tag("p").set("class", "hint").set("id", "small").child(say.small_texts));
    let mut heads = say.word_heads.map(str::to_owned).to_vec();
    heads[1] = facing.name(side);
    (say.against)(against).clone_into(&mut heads[2]);
    let row = |row: &KeyWord| -> Vec<Cell> {
        let count = |at: usize| {
            let rate = (words.per_thousand)(&words.decimal(row.per_thousand[at]));
            cell(format!("{} ({rate})", words.number(row.counts[at] as usize))).class(if row.counts[at] == 0 {
                "zero"
            } else {
                ""
            })
        };
        let ratio = if row.log_ratio < 0.0 {
            format!("−{}", words.decimal(-row.log_ratio))
        } else {
            format!("+{}", words.decimal(row.log_ratio))
        };
        let sure = words.decimal(row.log_likelihood);
        let likelihood = cell(sure.clone());
        let likelihood = if row.sparse {
            likelihood
                .shown(format!("{sure}\u{a0}"))
                .shown(tag("small").set("title", say.sparse_long).child(say.sparse))
        } else {
            likelihood
        };
        vec![
            cell(row.form.clone()).shown(chooser(facing, row)),
            count(0),
            count(1),
            likelihood,
            cell(ratio),
            cell(format!("{} · {}", row.paragraphs[0], row.paragraphs[1])),
        ]
    };
    let rows = found.rows.iter().take(MOST).map(row).collect();
    tag("div").child(tag("p").child(said)).child(small).child(sheet("words", say.words_title, heads, rows))
}

/// Shows where each text has a word, or not any more.
fn chooser(facing: &Facing, row: &KeyWord) -> Tag {
    let (word, look) = (row.word.clone(), facing.look);
    let chosen = {
        let word = word.clone();
        move || look.with(|look| look.word.as_ref() == Some(&word))
    };
    let facing = facing.clone();
    let press =
        move || facing.go(|look| look.word = if look.word.as_ref() == Some(&word) { None } else { Some(word.clone()) });
    button("word", press).pressed(chosen).child(row.form.clone())
}

/// The places of the word that is chosen, in every text; and the way to all its places in the corpus.
fn word(facing: &Facing) -> Option<Tag> {
    let word = facing.look.with(|look| look.word.clone())?;
    let places = occurrences(&facing.comparison.articles, &word);
    let (explorer, query) = (facing.explorer, word.clone());
    let href = move || {
        let all = explorer.address.with(|address| address.view(View::Concordance(None)));
        crate::address::Address { query: query.clone(), choices: vec![], ..all }.href()
    };
    Some(
        tag("div")
            .set("class", "chosen-places")
            .set("id", "word-places")
            .child(tag("h3").child(word).child(" ").child(link("button small", href).child(facing.say.in_corpus)))
            .child(context::columns(facing, &places)),
    )
}
