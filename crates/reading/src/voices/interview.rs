//! Interviews whose answers have no marks but a label: `Irène Vasseur. Tous les matins…`, then `I. V. …`.

use super::{
    clause::Clauses,
    flow::{Flow, Gap},
    phrase::Sort,
    story::{Source, own_source},
};
use visavis_text::Span;

/// Who gives the answers of an article, once one has been labelled.
#[derive(Clone, Debug, Default)]
pub(super) struct Interview {
    answers: Option<Source>,
}

impl Interview {
    /// The answer that a paragraph without quotation marks gives; `asked` where the one before it is a question.
    pub(super) fn answer(&mut self, clauses: &Clauses<'_>, asked: bool) -> Option<(Span, Source)> {
        let flow = clauses.flow;
        let known = self.answers.as_ref().filter(|source| has_initials(flow, &source.key));
        let (label, source) = match known {
            Some(source) => (initials(flow).count(), source.clone()),
            None => full_name(clauses).filter(|(_, source)| asked || self.is(source))?,
        };
        let first = flow.words.get(label).filter(|word| ends_label(word.gap))?;
        let span = Span::new(first.span.start(), flow.text.trim_end().len());
        self.answers = Some(source.clone());
        Some((span, source))
    }

    fn is(&self, source: &Source) -> bool {
        self.answers.as_ref().is_some_and(|known| known.is(source))
    }
}

/// The person's name with which the paragraph begins, and how many words it has.
fn full_name(clauses: &Clauses<'_>) -> Option<(usize, Source)> {
    let phrase = clauses.phrase_at(0).filter(|phrase| phrase.sort == Sort::Name)?;
    let source = own_source(clauses.flow, &phrase).filter(|source| source.person)?;
    Some((phrase.last + 1, source))
}

/// The single capitals, each with its stop, with which the paragraph begins.
fn initials<'f>(flow: &'f Flow<'_>) -> impl Iterator<Item = &'f str> {
    let single = |&at: &usize| {
        let stopped = flow.words.get(at + 1).is_some_and(|next| next.gap.has(Gap::STOP));
        flow.words[at].capital && flow.word(at).chars().nth(1).is_none() && stopped
    };
    (0..flow.words.len()).take_while(single).map(|at| flow.word(at))
}

/// Whether the paragraph begins with the initials of `name`, which is folded.
fn has_initials(flow: &Flow<'_>, name: &str) -> bool {
    let words = name.split([' ', '-']).filter_map(|word| word.chars().next());
    let own = initials(flow).filter_map(|letter| letter.chars().next());
    words.eq(own.flat_map(char::to_lowercase))
}

/// Whether what follows a label parts it from the answer.
const fn ends_label(gap: Gap) -> bool {
    gap.has(Gap::STOP) || gap.has(Gap::COLON) || gap.has(Gap::DASH)
}
