//! Pairs of texts with passages planted in both, and how well they are found: shared by the test and the benchmark.

use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use visavis_compare::{Copies, CopyClass, CopyParameters, Place, Vocabulary, Wording, compare_copies};
use visavis_text::{Span, sentences, slice, words};

/// Where the pairs are expected, from this crate.
pub(crate) const PAIRS: &str = "../../../shared/data/reuse_pairs.jsonl";

/// Two texts, and the bytes of each that were planted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pair {
    /// How far the planted passages were rewritten.
    pub(crate) level: String,
    /// The texts.
    pub(crate) texts: [String; 2],
    /// Planted passages.
    pub(crate) planted: [Vec<Range<usize>>; 2],
}

/// Words counted over the pairs of one level.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    /// Pairs.
    pub(crate) pairs: usize,
    /// Pairs in which anything was found.
    pub(crate) with_copies: usize,
    /// Pairs in which a set phrase was found.
    pub(crate) with_phrases: usize,
    /// Words planted and found.
    pub(crate) both: usize,
    /// Words found.
    pub(crate) found: usize,
    /// Words planted.
    pub(crate) planted: usize,
}

impl Score {
    /// Share of what was found that was planted; 1 where nothing was found.
    pub(crate) fn precision(&self) -> f64 {
        if self.found == 0 { 1.0 } else { self.both as f64 / self.found as f64 }
    }

    /// Share of what was planted that was found; 1 where nothing was planted.
    pub(crate) fn recall(&self) -> f64 {
        if self.planted == 0 { 1.0 } else { self.both as f64 / self.planted as f64 }
    }
}

/// The pairs, or `None` where the file is not there.
pub(crate) fn pairs() -> Option<Vec<Pair>> {
    let lines = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(PAIRS)).ok()?;
    lines.lines().map(|line| pair(&serde_json::from_str(line).ok()?)).collect()
}

fn pair(value: &Value) -> Option<Pair> {
    let texts = [value["a_text"].as_str()?.to_owned(), value["b_text"].as_str()?.to_owned()];
    let planted = ["a", "b"].map(|side| value["spans"].as_array().into_iter().flatten().map(move |span| &span[side]));
    let mut pair = Pair { level: value["level"].as_str()?.to_owned(), texts, planted: [vec![], vec![]] };
    for (side, spans) in planted.into_iter().enumerate() {
        // Offsets are in characters.
        let bytes: Vec<usize> =
            pair.texts[side].char_indices().map(|(at, _)| at).chain([pair.texts[side].len()]).collect();
        for span in spans {
            let end = |at: usize| span[at].as_u64().and_then(|at| bytes.get(at as usize).copied());
            pair.planted[side].push(end(0)?..end(1)?);
        }
    }
    Some(pair)
}

/// The same pairs with the sentences of each passage planted in the second text in reverse, and a word in ten replaced by another word of
/// that text.
pub(crate) fn rewritten(pairs: &[Pair]) -> Vec<Pair> {
    pairs.iter().filter(|pair| pair.level == "verbatim").map(rewrite).collect()
}

fn rewrite(pair: &Pair) -> Pair {
    let text = &pair.texts[1];
    let others: Vec<&str> = words(text).map(|word| word.text).filter(|word| word.len() > 3).collect();
    let mut random = Random(text.len() as u64);
    let mut planted = pair.planted[1].clone();
    planted.sort_by_key(|span| span.start);
    let (mut out, mut at, mut moved) = (String::new(), 0, vec![]);
    for span in planted {
        out.push_str(&text[at..span.start]);
        let start = out.len();
        let passage = &text[span.clone()];
        let mut parts: Vec<String> =
            sentences(passage).filter_map(|s| slice(passage, s)).map(|s| replaced(s, &others, &mut random)).collect();
        parts.reverse();
        out.push_str(&parts.join(" "));
        moved.push(start..out.len());
        at = span.end;
    }
    out.push_str(&text[at..]);
    let texts = [pair.texts[0].clone(), out];
    Pair { level: "rewritten".into(), texts, planted: [pair.planted[0].clone(), moved] }
}

/// `sentence` with a word in ten replaced.
fn replaced(sentence: &str, others: &[&str], random: &mut Random) -> String {
    let mut out = String::new();
    let mut at = 0;
    for word in words(sentence) {
        out.push_str(&sentence[at..word.span.start()]);
        let other = random.below(10) == 0 && !others.is_empty();
        out.push_str(if other { others[random.below(others.len())] } else { word.text });
        at = word.span.end();
    }
    out.push_str(&sentence[at..]);
    out
}

/// A sequence of numbers that is always the same.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}

/// Looks for copies in every pair, and counts by level. Set phrases count as found where `phrases` says so.
pub(crate) fn score(pairs: &[Pair], phrases: bool) -> BTreeMap<String, Score> {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    for pair in pairs {
        count(pair, &copies(pair), phrases, scores.entry(pair.level.clone()).or_default());
    }
    scores
}

/// The copies of a pair.
pub(crate) fn copies(pair: &Pair) -> Copies {
    let mut vocabulary = Vocabulary::default();
    let [a, b] = pair.texts.each_ref().map(|text| Wording::of_text(text, &mut vocabulary));
    compare_copies(&a, &b, CopyParameters::default(), None)
}

fn count(pair: &Pair, copies: &Copies, phrases: bool, score: &mut Score) {
    let counted = |class| phrases || class != CopyClass::SetPhrase;
    score.pairs += 1;
    score.with_copies += usize::from(copies.passages.iter().any(|p| p.class != CopyClass::SetPhrase));
    score.with_phrases += usize::from(copies.passages.iter().any(|p| p.class == CopyClass::SetPhrase));
    for side in [0, 1] {
        let passages = copies.passages.iter().filter(|p| counted(p.class));
        let places: Vec<Place> = passages.flat_map(|p| &p.sides[side]).flat_map(|s| s.places.clone()).collect();
        for word in words(&pair.texts[side]) {
            let found = places.iter().any(|place| place.span.contains(word.span));
            let planted = pair.planted[side].iter().any(|span| Span::new(span.start, span.end).contains(word.span));
            score.found += usize::from(found);
            score.planted += usize::from(planted);
            score.both += usize::from(found && planted);
        }
    }
}
