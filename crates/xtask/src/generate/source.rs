//! Real sentences, cut into what stays and what is substituted.

use super::random::Random;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use visavis_text::{TokenKind, fold, tokens};

/// The most frequent words hold a sentence together and stay; the others are content.
const KEPT: usize = 120;
/// The run of words that may not repeat.
pub(super) const RUN: usize = 8;
/// Least substituted words in a run: fewer, and the run would come back with its sentence.
const LEAST: usize = 3;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Stays as it is.
    Text(String),
    /// A content word, replaced by one of its class.
    Word { class: usize, capital: bool },
    /// One or more names in a row, replaced by one name.
    Name,
    /// A number, replaced by one of as many digits.
    Number(usize),
}

/// One sentence to be filled in.
pub(super) type Template = Vec<Piece>;

/// What texts are made from.
pub(super) struct Source {
    pub(super) templates: Vec<Template>,
    /// Content words by class, each as often as it occurs: drawing one follows the real frequencies.
    classes: Vec<Vec<String>>,
    endings: Vec<(bool, String)>,
    /// The real texts, for comparison.
    pub(super) texts: Vec<String>,
}

#[derive(Deserialize)]
struct Paragraph {
    body: String,
}

impl Source {
    /// Reads paragraphs, one JSON object a line.
    pub(super) fn read(file: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        let parse = |(at, line): (usize, &str)| {
            serde_json::from_str::<Paragraph>(line)
                .with_context(|| format!("{}:{}: not a paragraph", file.display(), at + 1))
        };
        let paragraphs: Vec<Paragraph> = text.lines().enumerate().map(parse).collect::<Result<_>>()?;
        Ok(Self::new(paragraphs.into_iter().map(|paragraph| paragraph.body).collect()))
    }

    pub(super) fn new(texts: Vec<String>) -> Self {
        let lexicon = Lexicon::new(&texts);
        let mut classes = Classes::default();
        let templates = texts.iter().flat_map(|text| sentences(text)).filter_map(|s| lexicon.template(s, &mut classes));
        let templates = templates.collect();
        Self { templates, classes: classes.words, endings: classes.keys, texts }
    }

    /// A word of `class`: a real one as often as it is met, or one that was never seen before.
    pub(super) fn word(&self, class: usize, random: &mut Random) -> String {
        let words = &self.classes[class];
        if words.len() < 12 || random.chance(super::UNSEEN) {
            let (vowel, ending) = &self.endings[class];
            return super::names::invent(random.rank(super::FALL) + class as u64, *vowel, ending);
        }
        random.pick(words).cloned().unwrap_or_default()
    }
}

/// Classes of content words: how they begin (elision depends on it) and how they end (agreement often does).
#[derive(Default)]
struct Classes {
    numbers: BTreeMap<(bool, String), usize>,
    keys: Vec<(bool, String)>,
    words: Vec<Vec<String>>,
}

impl Classes {
    fn add(&mut self, word: &str) -> usize {
        let lower = word.to_lowercase();
        let vowel = fold(&lower).starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h']);
        let count = lower.chars().count();
        let key = (vowel, lower.chars().skip(count.saturating_sub(2)).collect::<String>());
        let class = *self.numbers.entry(key.clone()).or_insert_with(|| {
            self.keys.push(key);
            self.words.push(Vec::new());
            self.words.len() - 1
        });
        self.words[class].push(lower);
        class
    }
}

/// What is known of the words of all texts.
struct Lexicon {
    kept: BTreeSet<String>,
    /// Forms that occur in lower case: a capital at the start of a sentence does not make them names.
    lower: BTreeSet<String>,
}

impl Lexicon {
    fn new(texts: &[String]) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let words = texts.iter().flat_map(|text| visavis_text::words(text));
        for word in words.filter(|word| !word.text.starts_with(char::is_uppercase)) {
            *counts.entry(fold(word.text)).or_default() += 1;
        }
        let mut order: Vec<(&String, &usize)> =
            counts.iter().filter(|(word, _)| !word.starts_with(|c: char| c.is_ascii_digit())).collect();
        order.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
        let kept = order.iter().take(KEPT).map(|(word, _)| (*word).clone()).collect();
        Self { kept, lower: counts.into_keys().collect() }
    }

    /// Cuts a sentence; `None` if some run of it would be too much the same each time.
    fn template(&self, sentence: &str, classes: &mut Classes) -> Option<Template> {
        let mut pieces: Template = Vec::new();
        // For each word of the result, whether it is substituted.
        let mut changes = Vec::new();
        for token in tokens(sentence) {
            let piece = match token.kind {
                TokenKind::Separator => Piece::Text(token.text.to_owned()),
                TokenKind::Word => self.piece(token.text, classes),
            };
            if piece == Piece::Name && joins(&mut pieces) {
                continue;
            }
            if token.kind == TokenKind::Word {
                changes.push(!matches!(piece, Piece::Text(_)));
            }
            pieces.push(piece);
        }
        let fresh = |run: &[bool]| run.iter().filter(|&&changed| changed).count() >= LEAST;
        let good = (6..=45).contains(&changes.len()) && changes.windows(RUN.min(changes.len())).all(fresh);
        good.then_some(pieces)
    }

    fn piece(&self, word: &str, classes: &mut Classes) -> Piece {
        let folded = fold(word);
        if word.bytes().all(|b| b.is_ascii_digit()) {
            Piece::Number(word.len())
        } else if self.kept.contains(&folded) {
            Piece::Text(word.to_owned())
        } else if word.starts_with(char::is_uppercase) && !self.lower.contains(&folded) {
            Piece::Name
        } else {
            Piece::Word { class: classes.add(word), capital: word.starts_with(char::is_uppercase) }
        }
    }
}

/// Whether a name continues the one before it; the space or hyphen between them goes.
fn joins(pieces: &mut Template) -> bool {
    let joined = matches!(pieces.as_slice(), [.., Piece::Name, Piece::Text(gap)] if gap == " " || gap == "-");
    if joined {
        pieces.pop();
    }
    joined
}

/// Sentences of a text: a stop, a space, a capital.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        let ends = rest.match_indices(['.', '!', '?']).map(|(at, _)| at + 1);
        let end = ends.into_iter().find(|&end| {
            rest[end..].strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_uppercase))
                && !rest[..end - 1].ends_with(char::is_uppercase)
        });
        let (sentence, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after.trim_start();
        (!sentence.is_empty()).then_some(sentence)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_initial_does_not_end_a_sentence() {
        let found: Vec<&str> = sentences("J. Dupont est venu. Il est parti ! Et alors ?").collect();
        assert_eq!(found, ["J. Dupont est venu.", "Il est parti !", "Et alors ?"]);
    }

    #[test]
    fn a_sentence_keeps_its_frame() {
        let text = "de de la la alors que Jean Petit mange 12 pommes vertes rouges jaunes".to_owned();
        let mut lexicon = Lexicon::new(std::slice::from_ref(&text));
        lexicon.kept = ["de", "la", "que"].map(str::to_owned).into();
        let pieces =
            lexicon.template("La pomme que Jean Petit mange vaut 12 pommes.", &mut Classes::default()).unwrap();
        let names = pieces.iter().filter(|piece| **piece == Piece::Name).count();
        assert_eq!((names, &pieces[0]), (1, &Piece::Text("La".to_owned())));
        assert!(pieces.contains(&Piece::Number(2)) && pieces.contains(&Piece::Text(".".to_owned())));
    }
}
