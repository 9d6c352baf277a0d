//! `visavis check`: what is missing, doubtful or duplicated.

use crate::{Failure, folder};
use std::{collections::BTreeMap, io::Write, path::Path};
use visavis_corpus::{Article, ClueKind, Corpus, Publish};

/// Writes what the owner of the folder `dir` may want to look at to `out`; what must be mended is a failure.
pub(crate) fn check(dir: &Path, out: &mut impl Write) -> Result<(), Failure> {
    let reading = folder::read(dir)?;
    for notice in &reading.notices {
        writeln!(out, "{notice}")?;
    }
    let corpus = &reading.corpus;
    let findings: Vec<String> = corpus
        .articles
        .iter()
        .flat_map(doubts)
        .chain(copies(corpus))
        .chain(unused(corpus))
        .chain(withheld(corpus))
        .collect();
    findings.iter().try_for_each(|finding| writeln!(out, "{finding}"))?;
    let entities = corpus.entities.iter().filter(|entity| !entity.recognised).count();
    let articles = corpus.articles.len();
    let found = findings.len() + reading.notices.len();
    Ok(writeln!(out, "{articles} articles, {entities} entities, no error, {found} things to look at")?)
}

/// What is not known of `article`, or not surely.
fn doubts(article: &Article) -> Vec<String> {
    let head = &article.head;
    let mut doubts = vec![];
    let mut say = |doubtful: bool, what: &str| {
        if doubtful {
            doubts.push(format!("{}: {what}", head.file));
        }
    };
    say(head.title.value().is_none(), "no title was found; add title = \"…\" to its [[article]]");
    say(
        head.outlet.value().is_none(),
        "the outlet is unknown; add outlet and because to its [[article]] if you know it",
    );
    say(head.date.value().is_none(), "the date is unknown; add date and because to its [[article]] if you know it");
    say(head.date.value().is_some_and(|when| !when.is_day()), "the date is an interval, not a day");
    let conflict = head.date.clues().iter().find(|clue| clue.kind == ClueKind::Conflict);
    let outside = conflict.map(|clue| {
        format!("the date lies outside what its text allows, {}; look at date in its [[article]]", clue.detail)
    });
    say(outside.is_some(), outside.as_deref().unwrap_or_default());
    let silent = [head.outlet.clues(), head.date.clues()].into_iter().flatten().any(|clue| clue.detail.is_empty());
    say(silent, "the owner's outlet or date has no reason; add because = \"…\" to its [[article]], readers see it");
    say(head.language.value().is_none(), "the language was not recognised");
    say(!article.blocks.iter().any(|block| block.role.is_read()), "nothing of it is read: every line was set apart");
    doubts
}

/// Articles that read the same.
fn copies(corpus: &Corpus) -> Vec<String> {
    let mut texts: BTreeMap<String, &str> = BTreeMap::new();
    let mut copies = vec![];
    for article in &corpus.articles {
        let read = article.blocks.iter().filter(|block| block.role.is_read());
        let text: String = read.flat_map(|block| [block.text.as_str(), "\n"]).collect();
        if let Some(first) = texts.get(&text) {
            copies.push(format!("{}: reads the same as {first}", article.head.file));
        } else {
            texts.insert(text, &article.head.file);
        }
    }
    copies
}

/// Entities that no article names.
fn unused(corpus: &Corpus) -> Vec<String> {
    let mut named = vec![false; corpus.entities.len()];
    let mentions = corpus.articles.iter().flat_map(|article| &article.marks.mentions);
    mentions.filter_map(|mention| mention.entity).for_each(|ix| named[ix.index()] = true);
    let silent = corpus.entities.iter().zip(named).filter(|(_, named)| !named);
    silent.map(|(entity, _)| format!("entities.toml: no article names “{}” ({})", entity.name, entity.id)).collect()
}

/// Outlets whose texts may not be published whole: a pack holds them whole all the same.
fn withheld(corpus: &Corpus) -> Vec<String> {
    let restricted = corpus.outlets.iter().filter(|outlet| outlet.publish != Publish::Full);
    restricted
        .map(|outlet| {
            format!("corpus.toml: “{}” is not for full publication, and packs do not shorten texts yet", outlet.name)
        })
        .collect()
}
