//! Speech, or words held at a distance.

use super::{
    attribute::{Quoted, Verdict, resolve},
    clause::Clauses,
    flow::{Flow, Gap},
    lexicon::{Class, Lexicon},
    pair::pair,
    story::Story,
};
use visavis_corpus::{Block, Language, Mention, Quote, QuoteMode, Role, SpeakerRule};

/// As many words as can be held at a distance.
const FEW: usize = 3;

/// Words with which a clause begins that is short and said all the same.
const CLAUSE: &[&str] = &[
    "c'est", "c’est", "ce", "je", "j'ai", "j’ai", "nous", "on", "il", "elle", "vous", "ça", "oui", "non", "i", "we",
    "it", "it's", "it’s",
];

/// How `quoted` is reported, where `cue` is what its sentence says.
pub(super) fn of(quoted: &Quoted<'_>, cue: &Verdict) -> QuoteMode {
    if names_a_work(quoted) {
        return QuoteMode::Scare;
    }
    let text = quoted.inner();
    if count(text) > FEW {
        return QuoteMode::Direct;
    }
    let capital = text.starts_with(char::is_uppercase);
    let said = matches!(cue, Verdict::By(..));
    let uttered = capital && (quoted.after_colon() || text.ends_with(['!', '?', '…', '.', ',']) || quoted.is_first());
    let sentences = capital && quoted.is_first() && visavis_text::sentences(text).count() > 1;
    let clause = text.split_whitespace().next().is_some_and(|first| CLAUSE.contains(&first.to_lowercase().as_str()));
    if (said && uttered) || sentences || (capital && clause && count(text) > 1) {
        QuoteMode::Direct
    } else {
        QuoteMode::Scare
    }
}

/// Whether `quoted`, short as it is, is a sentence between marks with its stop, with which whoever spoke before can go on.
pub(super) fn goes_on(quoted: &Quoted<'_>) -> bool {
    let text = quoted.inner();
    let stopped = text.ends_with(['.', '!', '?', '…']) && text.starts_with(char::is_uppercase);
    stopped && count(text) == FEW && quoted.stands_alone()
}

/// By the number of words alone.
pub(super) fn of_words(text: &str) -> QuoteMode {
    if count(text) > FEW { QuoteMode::Direct } else { QuoteMode::Scare }
}

/// Words between spaces.
fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).take(FEW + 1).count()
}

/// Whether what stands between the marks is the title of a work or the name of a thing: `son roman, « … »`, `baptisée « … »`.
fn names_a_work(quoted: &Quoted<'_>) -> bool {
    let flow = quoted.clauses.flow;
    let Some(last) = quoted.at.checked_sub(1) else { return false };
    let gap = quoted.gap_before();
    if gap.has(Gap::STOP) || gap.has(Gap::COLON) {
        return false;
    }
    if quoted.is_called() {
        return false;
    }
    let class = flow.class(last);
    let called = ["é", "ée", "és", "ées"].iter().any(|ending| flow.word(last).ends_with(ending))
        || flow.word(last).ends_with("ed");
    let capital = quoted.inner().starts_with(char::is_uppercase);
    class.any(Class::WORK | Class::NAMING) && (called || capital)
}

/// Headings leave the verb out: `Macron « prêt à négocier »`. Gives a speaker to quotations of headings that have none.
pub(super) fn headings(found: &mut [Quote], blocks: &[Block], mentions: &[Mention], language: Language) {
    for quote in found.iter_mut().filter(|quote| quote.speaker.is_none() && quote.mode == QuoteMode::Direct) {
        let block = &blocks[quote.block as usize];
        if !matches!(block.role, Role::Title | Role::Subheading) {
            continue;
        }
        let first = mentions.partition_point(|mention| mention.block < quote.block);
        let last = mentions.partition_point(|mention| mention.block <= quote.block);
        let stretches = pair(&[&block.text], language);
        let flow = Flow::new((quote.block, &block.text), &stretches[0], &mentions[first..last], Lexicon::of(language));
        let clauses = Clauses::new(&flow, language == Language::English);
        let at = flow.quotes.iter().find(|(stretch, _)| stretch.inner == quote.span).map(|(_, at)| *at);
        let phrase = at.and_then(|at| {
            clauses.between(0, at).last().copied().filter(|phrase| phrase.last + 1 == at && !phrase.oblique)
        });
        let verdict =
            phrase.map(|phrase| resolve(&flow, &phrase, &Story::default(), Class::default(), SpeakerRule::Colon));
        if let Some(Verdict::By(source, rule)) =
            verdict.filter(|verdict| matches!(verdict, Verdict::By(source, _) if source.person))
        {
            quote.speaker = Some(source.speaker(rule));
        }
    }
}
