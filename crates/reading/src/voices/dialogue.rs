//! Two who speak in turn, a paragraph each: once one has answered the other, a paragraph without a cue may be either's. In French a dash
//! does what marks do elsewhere.

use super::{attribute::Quoted, story::Source};
use visavis_corpus::{Quote, QuoteMode};
use visavis_text::{Span, words};

/// How far an article has come in a dialogue.
#[derive(Clone, Debug, Default)]
pub(super) struct Dialogue {
    /// The last paragraph whose quotation has a speaker, and whether it ended in a question.
    turn: Option<(u32, Source, bool)>,
    /// The last paragraph in which a question was answered, or that goes on from there.
    answered: Option<u32>,
}

impl Dialogue {
    /// Takes in that `source` spoke.
    pub(super) fn turn(&mut self, quoted: &Quoted<'_>, source: &Source) {
        let block = quoted.clauses.flow.block;
        let answers = self
            .turn
            .as_ref()
            .is_some_and(|(asked, other, question)| *question && asked + 1 == block && !other.is(source));
        if answers {
            self.answered = Some(block);
        }
        self.turn = Some((block, source.clone(), quoted.inner().ends_with('?')));
    }

    /// Whether `quoted`, a paragraph by itself, follows an answer: nothing tells whose turn it is.
    pub(super) fn answers(&mut self, quoted: &Quoted<'_>) -> bool {
        let flow = quoted.clauses.flow;
        let follows = flow.words.is_empty() && self.answered.is_some_and(|answered| answered + 1 == flow.block);
        if follows {
            self.answered = Some(flow.block);
        }
        follows
    }
}

/// Whether a paragraph opens with the dash of a dialogue, or of a list.
pub(super) fn has_dash(text: &str) -> bool {
    text.trim_start().starts_with(['—', '–'])
}

/// The paragraphs with a dash that stand beside one of `spoken`: what is said in them, though nothing tells by whom.
///
/// A line is its block, its text, and whether it has no quotation marks.
pub(super) fn unmarked(lines: &[(u32, &str, bool)], spoken: &[u32]) -> Vec<Quote> {
    let is_spoken = |block: &u32| spoken.binary_search(block).is_ok();
    let mut found = vec![];
    for run in lines.chunk_by(|a, b| has_dash(a.1) && has_dash(b.1)) {
        if !run.iter().any(|(block, ..)| is_spoken(block)) {
            continue;
        }
        let bare = run.iter().filter(|(block, _, unmarked)| *unmarked && !is_spoken(block));
        found.extend(bare.filter_map(|&(block, text, _)| {
            let span = Span::new(words(text).next()?.span.start(), text.trim_end().len());
            Some(Quote { block, span, mode: QuoteMode::Direct, speaker: None })
        }));
    }
    found
}
