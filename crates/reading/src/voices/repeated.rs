//! The same words twice in an article, once with their speaker: headings quote the text.

use std::collections::HashMap;
use visavis_corpus::{Block, Quote, QuoteMode, Speaker, SpeakerRule};
use visavis_text::{Span, fold, slice, words};

/// Words that must be the same.
const RUN: usize = 4;

/// Gives each direct quotation without a speaker that of another that has the same words.
pub(super) fn complete(found: &mut [Quote], blocks: &[Block]) {
    let open = |quote: &Quote| quote.mode == QuoteMode::Direct && quote.speaker.is_none();
    if !found.iter().any(open) {
        return;
    }
    let spoken: Vec<(Vec<String>, Speaker)> = found
        .iter()
        .filter(|quote| quote.mode == QuoteMode::Direct)
        .filter_map(|quote| Some((folded(quote, blocks), quote.speaker.clone()?)))
        .collect();
    let spans: Vec<(u32, Span)> = found
        .iter()
        .filter(|quote| quote.mode == QuoteMode::Direct && quote.speaker.is_some())
        .map(|quote| (quote.block, quote.span))
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
        // What is quoted within a quotation is repeated nowhere.
        let nested = |which: usize| spans[which].0 == quote.block && spans[which].1.contains(quote.span);
        if let Some(&(which, at)) = place
            && !nested(which)
            && spoken[which].0[at..].starts_with(&own)
        {
            quote.speaker = Some(Speaker { rule: SpeakerRule::Repeated, ..spoken[which].1.clone() });
        }
    }
}

/// The words of a quotation, folded.
fn folded(quote: &Quote, blocks: &[Block]) -> Vec<String> {
    let text = blocks.get(quote.block as usize).and_then(|block| slice(&block.text, quote.span)).unwrap_or_default();
    words(text).map(|word| fold(word.text)).collect()
}
