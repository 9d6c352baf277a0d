//! `visavis check`: what is missing, doubtful or contradictory, most useful first, each with the TOML that would settle it.

mod findings;
mod twins;

use crate::{Failure, folder, progress::Progress};
use findings::{Finding, findings};
use std::{fs, io, io::Write, path::Path};

/// Writes what the owner of the folder `dir` may want to look at to `out`; what must be mended is a failure.
pub(crate) fn check(dir: &Path, json: bool, out: &mut impl Write) -> Result<(), Failure> {
    let reading = folder::read(dir, &Progress::new())?;
    // What the owner described already decides whether a finding needs a table of its own.
    let config = fs::read_to_string(dir.join("corpus.toml")).unwrap_or_default();
    let mut found = findings(&reading.corpus, &config);
    found.extend(twins::twins(&reading.corpus));
    found.extend(reading.notices.iter().map(Finding::notice));
    found.sort_by(|a, b| a.kind.cmp(&b.kind).then_with(|| a.file.cmp(&b.file)));
    for finding in &found {
        if json {
            serde_json::to_writer(&mut *out, finding).map_err(io::Error::from)?;
            writeln!(out)?;
        } else {
            show(finding, out)?;
        }
    }
    if !json {
        let entities = reading.corpus.entities.iter().filter(|entity| !entity.recognised).count();
        let articles = reading.corpus.articles.len();
        let errors = if reading.bad.is_empty() { "no error".into() } else { format!("{} errors", reading.bad.len()) };
        writeln!(out, "{articles} articles, {entities} entities, {errors}, {} things to look at", found.len())?;
    }
    // The articles that cannot be read come last, as what must be mended.
    Ok(reading.whole().map(drop)?)
}

fn show(finding: &Finding, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}: {}", finding.file, finding.what)?;
    finding.clues.iter().try_for_each(|clue| writeln!(out, "    seen: {clue}"))?;
    finding.toml.iter().flat_map(|toml| toml.lines()).try_for_each(|line| writeln!(out, "    {line}"))
}
