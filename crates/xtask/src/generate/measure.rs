//! How near the generated text is to real text: runs that repeat, words that are new.

use super::article::Record;
use super::copies::Planted;
use super::source::RUN;
use std::collections::{BTreeMap, BTreeSet};
use visavis_text::fold;

/// Runs of folded words outside planted copies, and how many of them occur more than once.
pub(super) fn repeats(articles: &[(Record, Option<Planted>)]) -> (usize, usize) {
    let mut runs: Vec<u64> = articles.iter().flat_map(|(record, planted)| runs_of(record, planted.as_ref())).collect();
    runs.sort_unstable();
    let repeated = runs.chunk_by(|a, b| a == b).filter(|same| same.len() > 1).map(<[u64]>::len).sum();
    (runs.len(), repeated)
}

/// The runs of one article: none spans a planted copy or its edge.
fn runs_of(record: &Record, planted: Option<&Planted>) -> Vec<u64> {
    let [from, to] = planted.map_or([record.body.len(); 2], |planted| planted.to_span);
    let parts = [&record.body[..from], &record.body[to..]];
    parts.iter().flat_map(|part| run_hashes(part)).collect()
}

fn run_hashes(text: &str) -> Vec<u64> {
    let crc = crc::Crc::<u64>::new(&crc::CRC_64_XZ);
    let words: Vec<String> = visavis_text::words(text).map(|word| fold(word.text)).collect();
    words.windows(RUN).map(|run| crc.checksum(run.join(" ").as_bytes())).collect()
}

/// How many different words the first so many words hold.
pub(super) fn growth<'t>(texts: impl Iterator<Item = &'t str>, marks: &[usize]) -> BTreeMap<usize, usize> {
    let mut seen = BTreeSet::new();
    let mut found = BTreeMap::new();
    let mut count = 0;
    for word in texts.flat_map(visavis_text::words) {
        seen.insert(fold(word.text));
        count += 1;
        if marks.contains(&count) {
            found.insert(count, seen.len());
        }
    }
    found
}
