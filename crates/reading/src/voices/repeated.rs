//! The same words twice in an article, once with their speaker: headings quote the text.

use std::collections::HashMap;
use visavis_corpus::{Block, Quote, QuoteMode, Speaker, SpeakerRule};
use visavis_text::{fold, slice, words};

/// Words that must be the same.
const RUN: usize = 4;

/// Gives each direct quotation without a speaker that of another that has the same words.
pub(super) fn complete(found: &mut [Quote], blocks: &[Block]) {
    let open = |quote: &Quote| quote.mode == QuoteMode::Direct && quote.speaker.is_none();
    if !found.iter().any(open) {
        return;
    }
    let spoken: Vec<(Vec<String>, Quote)> = found
        .iter()
        .filter(|quote| quote.mode == QuoteMode::Direct && quote.speaker.is_some())
        .map(|quote| (folded(quote, blocks), quote.clone()))
        .collect();
    let mut runs: HashMap<&[String], (usize, usize)> = HashMap::new();
    for (which, (words, _)) in spoken.iter().enumerate() {
        for (at, run) in words.windows(RUN).enumerate() {
            runs.entry(run).or_insert((which, at));
        }
    }
    for quote in found.iter_mut().filter(|quote| open(quote)) {
        let own = folded(quote, blocks);
        let place = own.get(..RUN).and_then(|run| runs.get(run));
        let Some(&(which, at)) = place else { continue };
        let (words, other) = &spoken[which];
        // What stands inside a quotation is no second place for its words.
        let nested = other.block == quote.block && other.span.contains(quote.span);
        if !nested && words[at..].starts_with(&own) {
            quote.speaker = other.speaker.clone().map(|speaker| Speaker { rule: SpeakerRule::Repeated, ..speaker });
        }
    }
}

/// The words of a quotation, folded.
fn folded(quote: &Quote, blocks: &[Block]) -> Vec<String> {
    let text = blocks.get(quote.block as usize).and_then(|block| slice(&block.text, quote.span)).unwrap_or_default();
    words(text).map(|word| fold(word.text)).collect()
}
