//! Speech reported without marks: the clause after `a indiqué que`, the one that `selon X` or `, a assuré X` vouches for.

use super::{
    attribute::{Verdict, resolve},
    clause::{Clauses, Subject},
    dialogue,
    flow::{Flow, Gap},
    lexicon::Class,
    phrase::Sort,
    story::Story,
};
use visavis_corpus::SpeakerRule;
use visavis_text::Span;

/// Words between a verb and its `que`.
const COMPLEMENT: usize = 10;
/// Words that a clause has at least.
const SHORTEST: usize = 3;
/// Words in which the end of a sentence is looked for.
const LONGEST: usize = 200;

/// A reported clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reported {
    /// The word whose turn it is: the verb, or `selon`.
    pub(super) cue: usize,
    pub(super) span: Span,
    /// Whether the cue is `selon` rather than a verb.
    pub(super) according: bool,
}

impl Reported {
    /// Whether it stands before its cue, at the beginning of the paragraph.
    pub(super) fn opens(&self, flow: &Flow<'_>) -> bool {
        let first = flow.words.first().map_or(0, |word| word.span.start());
        self.span.start() == first && self.span.end() <= flow.words[self.cue].span.start() && !self.according
    }

    /// Who vouches for it.
    pub(super) fn cue(&self, clauses: &Clauses<'_>, story: &Story) -> Verdict {
        let flow = clauses.flow;
        if self.according {
            let phrase = clauses.according(self.cue);
            let resolved =
                phrase.map(|phrase| resolve(flow, &phrase, story, Class::default(), SpeakerRule::AccordingTo));
            return resolved.unwrap_or(Verdict::Silent);
        }
        let class = flow.class(self.cue);
        let after = clauses.inverted_pronoun(self.cue).or_else(|| clauses.subject_after(self.cue));
        let phrase = if self.span.start() < flow.words[self.cue].span.start() { after } else { None };
        match phrase.map_or_else(|| clauses.subject(self.cue), Subject::Phrase) {
            Subject::Phrase(phrase) => resolve(flow, &phrase, story, class, SpeakerRule::VerbSubject),
            Subject::Nobody => Verdict::Nobody,
            Subject::Shared => self.shared(clauses, story),
        }
    }

    fn shared(&self, clauses: &Clauses<'_>, story: &Story) -> Verdict {
        let flow = clauses.flow;
        let gerund = flow.class(self.cue).any(Class::GERUND);
        let rule = if gerund { SpeakerRule::Participle } else { SpeakerRule::VerbSubject };
        let start = flow.sentence_start(self.cue, super::clause::FAR);
        if let Some(source) = story.speaker_in((flow.block, flow.words[self.cue].sentence)) {
            return Verdict::By(source.clone(), rule);
        }
        match clauses.first_subject(start, self.cue) {
            Some(phrase) => resolve(flow, &phrase, story, flow.class(self.cue), rule),
            None => Verdict::Silent,
        }
    }
}

/// The reported clauses of a paragraph, in order of their cues.
pub(super) fn reported(clauses: &Clauses<'_>) -> Vec<Reported> {
    let (flow, mut found, mut free) = (clauses.flow, vec![], 0);
    for at in 0..flow.words.len() {
        if at < free {
            continue;
        }
        let one = clauses.according(at).map_or_else(
            || if clauses.is_speech(at) { said(clauses, at) } else { None },
            |phrase| vouched(clauses, at, phrase.last),
        );
        if let Some(one) = one {
            // A cue inside a clause that is reported already would report it twice; one after it is another.
            free = at + 1;
            found.push(one);
        }
    }
    found
}

/// What the verb at `verb` reports: `que` after it, or the clause before it.
fn said(clauses: &Clauses<'_>, verb: usize) -> Option<Reported> {
    let flow = clauses.flow;
    let class = flow.class(verb);
    if class.any(Class::NO_CLAUSE) || clauses.is_passive(verb) {
        return None;
    }
    let end = flow.words.len().min(verb + COMPLEMENT);
    let open = |at: &usize| {
        let word = &flow.words[*at];
        let apart = word.gap.has(Gap::STOP) || word.gap.has(Gap::COLON) || word.gap.has(Gap::QUOTE);
        word.sentence == flow.words[verb].sentence && !apart && !word.class.any(Class::WHO | Class::GERUND)
    };
    let that = (verb + 1..end).take_while(open).find(|&at| opens_clause(clauses, at));
    let from = match that {
        Some(that) if !(verb + 1..that).any(|at| clauses.is_speech(at)) => that + 1,
        Some(_) => return before(clauses, verb),
        None => match bare(clauses, verb) {
            Some(from) => from,
            None => return before(clauses, verb),
        },
    };
    clause(clauses, from).map(|span| Reported { cue: verb, span, according: false })
}

/// `said the deal was fair`: in English a clause may follow without `that`; its first word.
fn bare(clauses: &Clauses<'_>, verb: usize) -> Option<usize> {
    let flow = clauses.flow;
    if !flow.class(verb).any(Class::BARE) || !flow.joins(verb + 1) {
        return None;
    }
    let mut from = verb + 1;
    // `told the jury her husband had…`: who is told comes first.
    if flow.word(verb) == "told" {
        from = clauses.phrase_at(from).filter(|phrase| phrase.sort != Sort::Pronoun)?.last + 1;
    }
    // `said on Monday the bridge…`, `said in a statement it…`
    while let Some(after) = aside(clauses, from) {
        from = after;
    }
    let near = from..flow.words.len().min(from + COMPLEMENT);
    let held = |at: usize| flow.words[at].gap.has(Gap::QUOTE) && flow.class(at - 1).any(Class::DETERMINER);
    let closed = Class::THAT | Class::WHO | Class::SUBORDINATE | Class::GERUND;
    let verb_next = near
        .take_while(|&at| at == from || flow.joins(at) || held(at))
        .take_while(|&at| !flow.class(at).any(closed) || flow.word(at) == "as")
        .find(|&at| flow.class(at).any(Class::AUX))?;
    let coordinated = flow.class(verb_next - 1).any(Class::AND);
    (verb_next > from && !coordinated && flow.joins(from)).then_some(from)
}

/// What stands between a verb and its clause and belongs to the verb: the first word after it.
fn aside(clauses: &Clauses<'_>, at: usize) -> Option<usize> {
    let flow = clauses.flow;
    if flow.class(at).any(Class::TIME | Class::ADVERB) && flow.joins(at + 1) {
        return Some(at + 1);
    }
    let amount = matches!(flow.class(at + 1), class if class == Class::default()) && !flow.words.get(at + 1)?.capital;
    let phrase = clauses.phrase_at(at + 1);
    let dated = flow.class(at + 1).any(Class::TIME).then_some(at + 2);
    let after = dated.or_else(|| phrase.map(|phrase| phrase.last + 1)).filter(|_| !amount)?;
    (flow.class(at).any(Class::PREPOSITION) && flow.joins(after)).then_some(after)
}

/// Whether the `que` at `at` opens what is said: not `alors que`, `pour que`, `plus que`.
fn opens_clause(clauses: &Clauses<'_>, at: usize) -> bool {
    let flow = clauses.flow;
    let before = flow.class(at - 1);
    let other = Class::SUBORDINATE | Class::PREPOSITION;
    let word = flow.word(at - 1).to_lowercase();
    let led = before.any(other)
        || matches!(word.as_str(), "bien" | "ainsi" | "tant" | "plus" | "moins" | "autant" | "même" | "alors");
    flow.class(at).any(Class::THAT) && !(flow.joins(at) && led)
}

/// `Le pont rouvrira, a promis le maire.`: what stands before the verb, whose subject follows.
fn before(clauses: &Clauses<'_>, verb: usize) -> Option<Reported> {
    let flow = clauses.flow;
    let mut start = clauses.auxiliary(verb).unwrap_or(verb);
    while start > 0 && flow.joins(start) && flow.class(start - 1).any(Class::CLITIC) {
        start -= 1;
    }
    let gap = flow.words[start].gap;
    let dash = dialogue::has_dash(flow.text);
    if !(gap.has(Gap::COMMA) || dash && gap.has(Gap::STOP))
        || gap.has(Gap::QUOTE)
        || flow.begins(start)
        || flow.class(verb).any(Class::GERUND | Class::INFINITIVE)
    {
        return None;
    }
    // English turns round only the commonest verbs: what follows the others is their object.
    let turns =
        ["said", "says", "added", "adds", "wrote", "writes", "reported", "reports", "warned", "insisted", "explained"];
    if clauses.english && !turns.contains(&flow.word(verb)) {
        return None;
    }
    let inverted = clauses.inverted_pronoun(verb).or_else(|| clauses.subject_after(verb))?;
    let first = flow.sentence_start(start, LONGEST);
    let closed = flow
        .words
        .get(inverted.last + 1)
        .is_none_or(|next| !next.class.any(Class::AUX | Class::FINITE) || next.gap.has(Gap::COMMA));
    // A dash marks the shortest reply.
    let shortest = if dash { 1 } else { SHORTEST };
    (closed && start - first >= shortest).then(|| {
        let begin = flow.quotes_before(first).first().map_or(usize::MAX, |(q, _)| q.outer.start());
        let begin = flow.words[first].span.start().min(if first == 0 { begin } else { usize::MAX });
        Reported { cue: verb, span: Span::new(begin, flow.words[start - 1].span.end()), according: false }
    })
}

/// What `selon X` at `at`, whose phrase ends at `last`, vouches for.
fn vouched(clauses: &Clauses<'_>, at: usize, last: usize) -> Option<Reported> {
    let flow = clauses.flow;
    let span = match flow.words.get(last + 1).filter(|next| next.sentence == flow.words[at].sentence) {
        Some(next) if next.gap.has(Gap::COMMA) && !next.gap.has(Gap::QUOTE) => clause(clauses, last + 1)?,
        Some(next) if next.gap.joins() => return None,
        Some(_) => return None,
        None => {
            let first = flow.sentence_start(at, LONGEST);
            if at - first < SHORTEST || flow.words[at].gap.has(Gap::QUOTE) {
                return None;
            }
            Span::new(flow.words[first].span.start(), flow.words[at - 1].span.end())
        }
    };
    Some(Reported { cue: at, span, according: true })
}

/// The clause from the word `from` on: to the end of its sentence, or to the next cue.
fn clause(clauses: &Clauses<'_>, from: usize) -> Option<Span> {
    let flow = clauses.flow;
    let from = from + usize::from(flow.class(from).any(Class::THAT));
    let first = flow.words.get(from)?;
    let same = |at: &usize| flow.words[*at].sentence == first.sentence;
    let ends = |at: usize| {
        let word = &flow.words[at];
        let cue = word.class.any(Class::GERUND)
            || (word.class.any(Class::AUX | Class::FINITE)
                && flow.words.get(at + 1).is_some_and(|next| next.gap.has(Gap::HYPHEN)));
        at > from && word.gap.has(Gap::COMMA) && cue
    };
    let last = (from..flow.words.len().min(from + LONGEST)).take_while(same).take_while(|&at| !ends(at)).last()?;
    if last + 1 < from + SHORTEST {
        return None;
    }
    // A quotation with which the clause opens or ends belongs to it.
    let begin = if first.gap.has(Gap::QUOTE) {
        flow.quotes_before(from).iter().map(|(quote, _)| quote.outer.start()).min()
    } else {
        None
    };
    let close = flow.quotes_before(last + 1).iter().map(|(quote, _)| quote.outer.end()).max();
    let next_begins = flow.words.get(last + 1).is_none_or(|next| next.sentence != first.sentence);
    let end = flow.words[last].span.end();
    let close = close.filter(|_| next_begins && !flow.text[end..].trim_start().starts_with(['.', '!', '?']));
    Some(Span::new(begin.unwrap_or(first.span.start()), close.unwrap_or(end).max(end)))
}
