use super::*;
use proptest::prelude::*;
use std::time::{Duration, Instant};
use visavis_corpus::Lines;

fn block(text: String) -> Block {
    Block { role: Role::Body, lines: Lines::one(1), source: vec![], text, removed_by: None }
}

fn time(text: String) -> Duration {
    let blocks = [block(text)];
    let begun = Instant::now();
    quotes(&blocks, &[], Language::French);
    begun.elapsed()
}

#[test]
fn one_hostile_paragraph_takes_time_in_proportion_to_its_length() {
    for unit in ["« ", "\"", "« a \" b “ c ", "» ", "selon ", "a dit que ", "dit-il, ", "il a dit « oui » ", "Ab "]
    {
        let length = |n: usize| unit.repeat(n);
        // The first call reads the lists; the least disturbed of three counts.
        let best = |n: usize| (0..3).map(|_| time(length(n))).min().expect("three");
        let (short, long) = (best(2_000), best(16_000));
        assert!(long < short * 40 + Duration::from_millis(50), "{unit:?}: {short:?}, {long:?}");
    }
}

proptest! {
    #[test]
    fn quotations_are_whole_characters_in_order(
        text in "(\\PC|« | »|\"|“|”|, |\\. |: |— |a-t-il dit|selon |Jean Dupont|le maire|a déclaré|que |lui|estimant ){0,40}"
    ) {
        for language in [Language::French, Language::English] {
            let blocks = [block(text.clone()), block(text.clone())];
            let found = quotes(&blocks, &[], language);
            prop_assert!(found.is_sorted_by_key(|quote| (quote.block, quote.span.start())));
            for quote in &found {
                let words = |block: u32, span| visavis_text::slice(&blocks[block as usize].text, span).is_some_and(|text| !text.is_empty());
                prop_assert!(words(quote.block, quote.span), "{quote:?}");
                prop_assert!(quote.speaker.as_ref().is_none_or(|speaker| words(speaker.block, speaker.span)), "{quote:?}");
            }
        }
    }
}
