//! `visavis search`: the articles of a pack that answer a query.

use crate::{Failure, folder, progress::Progress};
use std::{ffi::OsString, fs, io, io::Write, path::Path};
use visavis_corpus::{Block, Head, Pack};
use visavis_search::{Filters, Found, Index, IssueKind, Query, Relaxation, Results, report::SearchReport, snippet};
use visavis_text::{Span, slice};

/// Bytes of text under each title.
const WIDTH: usize = 200;
/// Articles shown to people who do not say how many.
const SHOWN: usize = 10;

/// What is asked.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Asked {
    /// What to find, as it is typed on the page: words, "phrases", -without, source:, date:2016-10..2016-12
    #[arg(allow_hyphen_values = true)]
    query: OsString,
    /// At most so many articles; without it ten, with --json all
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// One of the words is enough: for questions asked as sentences
    #[arg(long)]
    any: bool,
    /// One JSON object: total, hits, facets, parsed (see docs/search.md)
    #[arg(long)]
    json: bool,
}

/// Writes the answer of `source`, a folder or a pack, to `out`.
pub(crate) fn search(
    source: &Path,
    asked: &Asked,
    out: &mut impl Write,
    notices: &mut impl Write,
) -> Result<(), Failure> {
    let pack = open(source, notices)?;
    let broken = |error| Failure::Pack { path: source.to_path_buf(), source: error };
    let index = Index::build(&pack).map_err(broken)?;
    // What is not UTF-8 is no letter of any word.
    let typed = &*asked.query.to_string_lossy();
    let query = if asked.any { Query::any_of(typed) } else { Query::parse(typed) };
    let results = index.search(&pack, &query, &Filters::default());
    if asked.json {
        let report = SearchReport::new(&index, &pack, (typed, &query), &results, asked.limit);
        serde_json::to_writer(&mut *out, &report).map_err(io::Error::from)?;
        return Ok(writeln!(out)?);
    }
    for issue in &query.issues {
        let part = typed.get(issue.span.range()).unwrap_or_default();
        writeln!(notices, "{part}: {}", said(issue.kind))?;
    }
    writeln!(out, "{} of {} articles", results.found.len(), pack.heads().len())?;
    for found in results.found.iter().take(asked.limit.unwrap_or(SHOWN)) {
        show(&index, &pack, &query, found, out)?;
    }
    if results.found.is_empty() {
        show_ways(typed, &query, &results, out)?;
    }
    Ok(())
}

/// The pack in `source`, or of the folder that it is.
fn open(source: &Path, notices: &mut impl Write) -> Result<Pack, Failure> {
    let path = source.to_path_buf();
    let bytes = if source.is_dir() {
        let reading = folder::read(source, &Progress::new())?.whole()?;
        reading.notices.iter().try_for_each(|notice| writeln!(notices, "{notice}"))?;
        Pack::write(&reading.corpus)
    } else {
        fs::read(source).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Failure::NothingThere { path: path.clone() },
            _ => Failure::File { path: path.clone(), action: "read this file", source: error },
        })?
    };
    Pack::open(&bytes).map_err(|source| Failure::Pack { path, source })
}

fn show(index: &Index, pack: &Pack, query: &Query, found: &Found, out: &mut impl Write) -> io::Result<()> {
    let Some(head) = pack.heads().get(found.article.index()) else { return Ok(()) };
    let title = head.title.value().map_or("–", String::as_str);
    writeln!(out, "\n{title}\n  {}  {}", head.id, source(pack, head))?;
    let blocks = pack.blocks(found.article).unwrap_or_default();
    let hits = index.hits(pack, found.article, query);
    if let Some(piece) = snippet(&blocks, &hits, WIDTH) {
        let spans = hits.iter().filter(|hit| hit.block == piece.block).map(|hit| hit.span);
        let (before, after) = (if piece.cut_before { "…" } else { "" }, if piece.cut_after { "…" } else { "" });
        writeln!(out, "  {before}{}{after}", marked(&blocks[piece.block as usize], piece.span, spans))?;
    }
    let occurrences = match found.occurrences {
        0 => return Ok(()),
        1 => "1 occurrence".to_owned(),
        count => format!("{count} occurrences"),
    };
    writeln!(out, "  {occurrences}, score {:.3}", found.score)
}

/// Who published an article, and when.
fn source(pack: &Pack, head: &Head) -> String {
    let outlet = head.outlet.value().map_or("outlet unknown", |id| pack.outlet(id).map_or(id, |outlet| &outlet.name));
    let date = head.date.value().map_or_else(|| "date unknown".to_owned(), ToString::to_string);
    format!("{outlet}, {date}")
}

/// The piece `shown` of a block, with what was found in square brackets.
fn marked(block: &Block, shown: Span, hits: impl Iterator<Item = Span>) -> String {
    let mut text = String::new();
    let mut at = shown.start();
    for hit in hits.filter(|hit| shown.contains(*hit)) {
        // A hit inside another is marked with it.
        if hit.start() < at {
            continue;
        }
        let before = slice(&block.text, Span::new(at, hit.start())).unwrap_or_default();
        let found = slice(&block.text, hit).unwrap_or_default();
        text.extend([before, "[", found, "]"]);
        at = hit.end();
    }
    text.push_str(slice(&block.text, Span::new(at, shown.end().max(at))).unwrap_or_default());
    text
}

/// Why nothing was found, and what would be.
fn show_ways(typed: &str, query: &Query, results: &Results, out: &mut impl Write) -> io::Result<()> {
    for term in results.terms.iter().filter(|term| term.articles == 0) {
        writeln!(out, "  no article has “{}”", term.text)?;
    }
    for way in &results.relaxations {
        let part =
            |chip: usize| query.chips.get(chip).and_then(|chip| typed.get(chip.span.range())).unwrap_or_default();
        let way_said = match way {
            Relaxation::Without { chip, .. } => format!("without “{}”", part(*chip).trim()),
            Relaxation::AnyTerm { .. } => "with any of the words (--any)".to_owned(),
            Relaxation::Unfiltered { .. } => "without filters".to_owned(),
            Relaxation::Instead { word, .. } => format!("did you mean “{word}”?"),
        };
        writeln!(out, "  {way_said}: {}", way.articles())?;
    }
    Ok(())
}

/// What could not be taken as it was typed, and what was made of it.
fn said(issue: IssueKind) -> String {
    match issue {
        IssueKind::TooLong => "too long, only the beginning is read".into(),
        IssueKind::TooManyTerms => "too many words, only the first ones are searched".into(),
        IssueKind::TooManyPhrases => "too many phrases, the words are searched wherever they stand".into(),
        IssueKind::TooManyMisspellings => "too many misspelt words, this one is searched as it is".into(),
        IssueKind::TooDeep => "too many parentheses inside others, these group nothing".into(),
        IssueKind::UnclosedQuote => "the phrase is not closed and goes on to the end".into(),
        IssueKind::UnclosedParenthesis => "the group is not closed and goes on to the end".into(),
        IssueKind::StrayParenthesis => "closes nothing, and is passed over".into(),
        IssueKind::MissingOperand => "joins nothing, and is passed over".into(),
        IssueKind::UnknownField(None) => "there is no such field, it is searched as words".into(),
        IssueKind::UnknownField(Some(near)) => {
            format!("there is no such field, it is searched as words; {near}: is one")
        }
        IssueKind::EmptyField => "nothing follows the field, it is passed over".into(),
        IssueKind::NotADate => {
            "no date such as 2016, 2016-10, 2016-10-12 or 2016-10..2016-12, it is passed over".into()
        }
        IssueKind::ReversedDates => "the range ends before it begins, it is taken the other way round".into(),
        IssueKind::NearNeedsTerms => "stands between two words or phrases, here it means AND".into(),
        IssueKind::TooMisspelt => "at most two letters can differ".into(),
    }
}
