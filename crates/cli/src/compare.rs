//! `visavis compare`: two to four articles face to face.

use crate::{Failure, inspect};
use std::{io, io::Write, path::Path};
use visavis_compare::{Background, Comparison, ComparisonReport, PassageParameters};
use visavis_corpus::{Article, Corpus};

/// Articles that can be compared at once.
const SIDES: std::ops::RangeInclusive<usize> = 2..=4;

/// Articles of the corpus that rarity is judged by, as in the page.
const COUNTED: usize = 150;

/// Writes the comparison of the articles called `ids` in `source`, a folder or a pack, to `out`.
pub(crate) fn compare(
    source: &Path,
    ids: &[String],
    json: bool,
    out: &mut impl Write,
    notices: &mut impl Write,
) -> Result<(), Failure> {
    if !SIDES.contains(&ids.len()) {
        return Err(Failure::Sides { given: ids.len() });
    }
    let corpus = inspect::open(source, notices)?;
    let articles: Vec<Article> = ids.iter().map(|id| find(&corpus, id)).collect::<Result<_, _>>()?;
    let counted: Vec<Article> =
        Background::sample(corpus.articles.len(), COUNTED).map(|ix| corpus.articles[ix].clone()).collect();
    let comparison = Comparison::new(articles, &corpus.namings, &mut Background::new(&counted));
    let report = ComparisonReport::new(&comparison, &corpus.entities);
    if json {
        serde_json::to_writer(&mut *out, &report).map_err(io::Error::from)?;
        return Ok(writeln!(out)?);
    }
    Ok(show(&report, &comparison, out)?)
}

/// The article called `id`; otherwise the failure names the one that is most like it.
fn find(corpus: &Corpus, id: &str) -> Result<Article, Failure> {
    let found = corpus.articles.iter().find(|article| article.head.id.0 == id);
    found.cloned().ok_or_else(|| {
        let all = corpus.articles.iter().map(|article| &article.head.id.0);
        let nearest = all.max_by(|a, b| strsim::jaro(a, id).total_cmp(&strsim::jaro(b, id)).then_with(|| b.cmp(a)));
        Failure::NoArticle { id: id.into(), nearest: nearest.cloned() }
    })
}

/// The comparison for people.
fn show(report: &ComparisonReport, comparison: &Comparison, out: &mut impl Write) -> io::Result<()> {
    let shares = comparison.copied_shares();
    for (article, share) in report.articles.iter().zip(&shares) {
        let title = article.title.as_deref().unwrap_or("–");
        writeln!(out, "{}  {title}  ({} words, {:.0} % copied)", article.id, article.words, share * 100.0)?;
    }
    writeln!(out, "\ncopies: {}", report.copies.len())?;
    for copy in &report.copies {
        let text = copy.places.first().map_or("", |place| place.text.as_str());
        writeln!(out, "  {:>4} words, {:.0} % verbatim, {:?}: {text}", copy.words, copy.verbatim * 100.0, copy.class)?;
    }
    let least = PassageParameters::default().least_strength;
    let meetings: Vec<_> = report.passages.iter().filter(|meeting| meeting.strength >= least).collect();
    writeln!(out, "\npassages that meet: {}", meetings.len())?;
    for meeting in meetings {
        writeln!(out, "  {:.2}", meeting.strength)?;
        meeting.places.iter().try_for_each(|place| writeln!(out, "    {}: {}", place.article, place.text))?;
    }
    writeln!(out, "\nentities: {}", report.entities.len())?;
    for row in &report.entities {
        writeln!(out, "  {:<32} {:?}", row.name, row.counts)?;
    }
    writeln!(out, "\nnames: {}", report.names.len())?;
    for row in &report.names {
        writeln!(out, "  {}", row.referent)?;
        row.forms.iter().try_for_each(|form| writeln!(out, "    {:<30} {:?}", form.form, form.counts))?;
    }
    writeln!(out, "\nvoices: {}", report.voices.len())?;
    for row in &report.voices {
        let name = row.voice.as_deref().unwrap_or("(not attributed)");
        writeln!(out, "  {name:<32} direct {:?} indirect {:?} words", row.direct, row.indirect)?;
    }
    writeln!(out, "\nfigures: {}", report.figures.len())?;
    for row in &report.figures {
        let values: Vec<Vec<&str>> =
            row.figures.iter().map(|figures| figures.iter().map(|figure| figure.value.as_str()).collect()).collect();
        writeln!(out, "  {:<32} {values:?} {:?}", row.noun, row.agreement)?;
    }
    writeln!(out, "\ndays: {}", report.dates.len())?;
    for row in &report.dates {
        writeln!(out, "  {:<22} published {:?}, spoken of {} times", row.value, row.published, row.places.len())?;
    }
    Ok(())
}
