//! `visavis inspect`: what was understood of each article.

use crate::{Failure, folder, progress::Progress};
use std::{collections::BTreeMap, fs, io, io::Write, path::Path};
use visavis_corpus::{
    Article, Corpus, Pack,
    report::{ArticleReport, ClaimReport, claim, clue},
};
use visavis_reading::{Located, ReadingErrors};

/// Writes the articles of `source`, a folder or a pack, to `out`.
pub(crate) fn inspect(
    source: &Path,
    json: bool,
    out: &mut impl Write,
    notices: &mut impl Write,
) -> Result<(), Failure> {
    let (corpus, bad) = opened(source, notices)?;
    for article in &corpus.articles {
        if json {
            serde_json::to_writer(&mut *out, &ArticleReport::new(article, &corpus)).map_err(io::Error::from)?;
            writeln!(out)?;
        } else {
            show(article, &corpus, out)?;
        }
    }
    if bad.is_empty() { Ok(()) } else { Err(ReadingErrors(bad).into()) }
}

/// The corpus in `source`, a folder or a pack; what is wrong with articles that are missing from it goes to `notices`.
pub(crate) fn open(source: &Path, notices: &mut impl Write) -> Result<Corpus, Failure> {
    let (corpus, bad) = opened(source, notices)?;
    bad.iter().try_for_each(|bad| writeln!(notices, "{bad}"))?;
    Ok(corpus)
}

/// The corpus in `source`, and what is wrong with articles that are missing from it.
fn opened(source: &Path, notices: &mut impl Write) -> Result<(Corpus, Vec<Located>), Failure> {
    if source.is_dir() {
        let reading = folder::read(source, &Progress::new())?;
        reading.notices.iter().try_for_each(|notice| writeln!(notices, "{notice}"))?;
        return Ok((reading.corpus, reading.bad));
    }
    let path = source.to_path_buf();
    let bytes = fs::read(source).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::NothingThere { path: path.clone() },
        _ => Failure::File { path: path.clone(), action: "read this file", source: error },
    })?;
    let corpus = Pack::open(&bytes).and_then(|pack| pack.corpus());
    corpus.map(|corpus| (corpus, vec![])).map_err(|source| Failure::Pack { path, source })
}

fn show(article: &Article, corpus: &Corpus, out: &mut impl Write) -> io::Result<()> {
    let head = &article.head;
    writeln!(out, "{}  ({})", head.id, head.file)?;
    show_claim("title", &claim(&head.title, Clone::clone), out)?;
    show_claim("outlet", &claim(&head.outlet, |id| outlet_name(corpus, id)), out)?;
    show_claim("date", &claim(&head.date, ToString::to_string), out)?;
    show_claim("byline", &claim(&head.byline, Clone::clone), out)?;
    show_claim("credit", &claim(&head.credit, Clone::clone), out)?;
    show_claim("language", &claim(&head.language, |language| language.tag().into()), out)?;
    for block in &article.blocks {
        let why = block.removed_by.as_ref().map(|c| format!("  [{}]", clue(c))).unwrap_or_default();
        writeln!(out, "  {:>4}  {:<10} {}{why}", block.lines.first, block.role.name(), block.text)?;
    }
    show_mentions(article, corpus, out)?;
    writeln!(out)
}

fn show_claim(name: &str, claim: &ClaimReport, out: &mut impl Write) -> io::Result<()> {
    let value = claim.value.as_deref().unwrap_or("–");
    let clues = if claim.clues.is_empty() { String::new() } else { format!("; {}", claim.clues.join("; ")) };
    writeln!(out, "  {name:<9} {value}  [{}{clues}]", claim.ground)
}

/// The name of the outlet `id`.
fn outlet_name(corpus: &Corpus, id: &str) -> String {
    corpus.outlets.iter().find(|outlet| outlet.id == id).map_or_else(|| id.into(), |outlet| outlet.name.clone())
}

fn show_mentions(article: &Article, corpus: &Corpus, out: &mut impl Write) -> io::Result<()> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    let named = article.marks.mentions.iter().filter_map(|mention| mention.entity);
    for entity in named.filter_map(|ix| corpus.entities.get(ix.index())) {
        *counts.entry(&entity.name).or_default() += 1;
    }
    let counts: Vec<String> = counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
    writeln!(out, "  mentions  {}", counts.join(", "))
}
