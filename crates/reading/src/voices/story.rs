//! Who has been spoken of so far: what a pronoun, a bare description or words without a cue fall back on.

use super::{
    flow::Flow,
    lexicon::Class,
    phrase::{Phrase, Sort},
};
use std::collections::HashMap;
use visavis_corpus::{EntityIx, Kind, Speaker, SpeakerRule};
use visavis_text::{Span, fold, slice};

/// How many of those spoken of are looked at, from the last one back.
const REACH: usize = 24;
/// Paragraphs back that a pronoun can reach.
const PARAGRAPHS: u32 = 6;

/// Somebody whom a phrase names or describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Source {
    pub(super) block: u32,
    pub(super) span: Span,
    pub(super) entity: Option<EntityIx>,
    pub(super) feminine: Option<bool>,
    pub(super) plural: bool,
    /// A person, or people, as far as can be told.
    pub(super) person: bool,
    /// The name or description, folded: the same words mean the same.
    pub(super) key: String,
}

impl Source {
    pub(super) const fn speaker(&self, rule: SpeakerRule) -> Speaker {
        Speaker { entity: self.entity, block: self.block, span: self.span, rule }
    }

    /// Whether both are the same, as far as can be told.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.key == other.key || (self.entity.is_some() && self.entity == other.entity)
    }
}

/// How somebody came up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// After a preposition, or as an object.
    Aside,
    /// As the subject of a sentence.
    Subject,
    /// Speaking.
    Speaker,
}

#[derive(Clone, Debug)]
struct Seen {
    source: Source,
    part: Part,
    /// The paragraph and the sentence in which they came up.
    place: (u32, u32),
}

/// Whom an article has spoken of, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Story {
    seen: Vec<Seen>,
    /// The named persons that a noun described: `ministre`.
    heads: HashMap<String, Vec<Source>>,
    /// The last sentence whose subject is known.
    subject_of: Option<(u32, u32)>,
    /// The last body or thing that was the subject of a sentence, or spoke, and where: what `it` means.
    thing: Option<(Source, (u32, u32))>,
    /// The last paragraph that is a question without quotation marks, put to somebody.
    question: Option<u32>,
    /// The last paragraph that only interrupts.
    paused: Option<u32>,
    /// The last sentence that has a subject of any kind.
    opened: Option<(u32, u32)>,
}

impl Story {
    /// Takes in `phrases`, which follow those heard before.
    pub(super) fn hear(&mut self, flow: &Flow<'_>, phrases: &[Phrase]) {
        for phrase in phrases {
            let place = (flow.block, flow.words[phrase.first].sentence);
            let mut subject = self.subject_of == Some(place);
            let opens = !phrase.oblique && self.opened != Some(place);
            self.opened = opens.then_some(place).or(self.opened);
            let Some(source) = own_source(flow, phrase) else { continue };
            self.learn_head(flow, phrase, &source);
            let counts = source.person || (source.plural && phrase.name.is_none());
            if !counts {
                if opens && !source.plural {
                    self.thing = Some((source, place));
                }
                continue;
            }
            let source = self.named(flow, phrase).unwrap_or(source);
            let part = if phrase.oblique || subject { Part::Aside } else { Part::Subject };
            subject |= !phrase.oblique;
            self.subject_of = subject.then_some(place).or(self.subject_of);
            self.seen.push(Seen { source, part, place });
        }
    }

    /// Remembers that the paragraph `block` asks somebody something, as in an interview.
    pub(super) const fn ask(&mut self, block: u32) {
        self.question = Some(block);
    }

    /// Whether the paragraph before `block` asks somebody something.
    pub(super) fn asked(&self, block: u32) -> bool {
        self.question.is_some_and(|question| question + 1 == block)
    }

    /// Remembers that the paragraph `block` only interrupts, unless it speaks of somebody.
    pub(super) fn pause(&mut self, block: u32) {
        let idle = self.seen.last().is_none_or(|seen| seen.place.0 != block);
        self.paused = idle.then_some(block).or(self.paused);
    }

    /// Whether the paragraph before `block` only interrupts.
    pub(super) fn paused(&self, block: u32) -> bool {
        self.paused.is_some_and(|paused| paused + 1 == block)
    }

    /// Remembers that `source` spoke in a sentence, given with its paragraph.
    pub(super) fn spoke(&mut self, place: (u32, u32), source: Source) {
        if !source.person && !source.plural {
            self.thing = Some((source.clone(), place));
        }
        self.seen.push(Seen { source, part: Part::Speaker, place });
    }

    /// `le préfet Antoine Morvan`, `Jean-Marc Ayrault, ministre…`: the noun means this person from now on.
    fn learn_head(&mut self, flow: &Flow<'_>, phrase: &Phrase, source: &Source) {
        if (phrase.name.is_none() && source.entity.is_none()) || !source.person {
            return;
        }
        let next = phrase.last + 1;
        let apposed = flow.words.get(next).is_some_and(|word| word.gap.has(super::flow::Gap::COMMA)).then(|| {
            let led = usize::from(flow.class(next).any(Class::DETERMINER));
            (next + led..next + led + 2).find(|&at| flow.class(at).any(Class::ROLE) && !flow.class(at).any(Class::PRE))
        });
        for head in [phrase.head, apposed.flatten()].into_iter().flatten() {
            let known = self.heads.entry(flow.word(head).to_lowercase()).or_default();
            if known.last().is_none_or(|last| !last.is(source)) {
                known.push(source.clone());
            }
        }
    }

    /// The one named person that a definite description such as `le ministre` can mean.
    pub(super) fn named(&self, flow: &Flow<'_>, phrase: &Phrase) -> Option<Source> {
        if !is_definite(flow, phrase) {
            return None;
        }
        let known = self.heads.get(&flow.word(phrase.head?).to_lowercase())?;
        let (first, others) = known.split_first()?;
        others.iter().all(|other| other.is(first)).then(|| first.clone())
    }

    /// The last plausible person for a pronoun in the paragraph `block`.
    pub(super) fn antecedent(&self, feminine: Option<bool>, plural: bool, block: u32) -> Option<&Source> {
        let fits = |seen: &&Seen| {
            let source = &seen.source;
            let near = seen.place.0 + PARAGRAPHS >= block;
            near && source.plural == plural
                && (source.feminine.is_none() || feminine.is_none() || source.feminine == feminine)
        };
        let recent = || self.seen.iter().rev().take(REACH).filter(fits);
        let sure = recent().find(|seen| seen.part > Part::Aside);
        let spoke = |place| recent().find(|seen| seen.part == Part::Speaker && seen.place == place);
        let sure = sure.map(|seen| spoke(seen.place).unwrap_or(seen));
        sure.or_else(|| recent().find(|seen| seen.source.feminine == feminine)).map(|seen| &seen.source)
    }

    /// The body or thing that `it` means in the paragraph `block`.
    pub(super) fn thing(&self, block: u32) -> Option<&Source> {
        self.thing.as_ref().filter(|(_, place)| place.0 + 1 >= block).map(|(source, _)| source)
    }

    /// The subject of a sentence of the paragraph `block` that is known for neither a person nor a body, but which `il` or `elle` can mean.
    pub(super) fn subject(&self, feminine: Option<bool>, block: u32) -> Option<&Source> {
        let (source, place) = self.thing.as_ref()?;
        let agrees = source.feminine.is_none() || feminine.is_none() || source.feminine == feminine;
        (place.0 == block && agrees).then_some(source)
    }

    /// Who spoke last, in this paragraph or the `far` before.
    pub(super) fn last_speaker(&self, block: u32, far: u32) -> Option<&Source> {
        let last = self.seen.iter().rev().take(REACH).find(|seen| seen.part == Part::Speaker)?;
        (last.place.0 + far >= block).then_some(&last.source)
    }

    /// Who spoke last in the sentence `place`.
    pub(super) fn speaker_in(&self, place: (u32, u32)) -> Option<&Source> {
        let recent = self.seen.iter().rev().take(REACH);
        recent.filter(|seen| seen.part == Part::Speaker).find(|seen| seen.place == place).map(|seen| &seen.source)
    }

    /// Whom the last sentence that spoke of anybody was about, and whether they spoke in it; in this paragraph or the `far` before.
    pub(super) fn last(&self, block: u32, far: u32) -> Option<(&Source, Part)> {
        let recent = || self.seen.iter().rev().take(REACH).filter(|seen| seen.part > Part::Aside);
        let last = recent().next()?;
        let last = recent().find(|seen| seen.part == Part::Speaker && seen.place == last.place).unwrap_or(last);
        (last.place.0 + far >= block).then_some((&last.source, last.part))
    }
}

/// Whether a description speaks of one that is known: `le ministre`, `cette dernière`, not `un ministre`.
pub(super) fn is_definite(flow: &Flow<'_>, phrase: &Phrase) -> bool {
    phrase.sort == Sort::Description
        && phrase.name.is_none()
        && matches!(flow.word(phrase.first).to_lowercase().as_str(), "le" | "la" | "l" | "ce" | "cet" | "cette" | "the")
}

/// Whom a phrase names or describes by itself; `None` for a pronoun.
pub(super) fn own_source(flow: &Flow<'_>, phrase: &Phrase) -> Option<Source> {
    if phrase.sort == Sort::Pronoun {
        return None;
    }
    let words = phrase.name.unwrap_or((phrase.first, phrase.last));
    let mut span = Span::new(flow.words[words.0].span.start(), flow.words[words.1].span.end());
    let mention = match phrase.name {
        Some((first, last)) => {
            let inside = || (first..=last).rev().filter_map(|at| flow.mention(at)).filter(|m| m.entity.is_some());
            inside().find(|m| m.kind == Kind::Person).or_else(|| inside().find(|m| m.kind != Kind::People))
        }
        None => phrase
            .head
            .and_then(|head| flow.mention(head))
            .filter(|m| m.span.start() <= span.start() + 4 && m.kind != Kind::People),
    };
    if let Some(mention) = mention.filter(|mention| phrase.name.is_some() && mention.span.len() >= span.len()) {
        span = mention.span;
    }
    let role = phrase.head.is_some_and(|head| flow.class(head).any(Class::ROLE));
    let person = mention.map_or_else(
        || role || phrase.name.is_some_and(|(first, last)| last > first || flow.class(first).any(Class::FIRST_NAME)),
        |mention| mention.kind == Kind::Person || role,
    );
    Some(Source {
        block: flow.block,
        span,
        entity: mention.and_then(|mention| mention.entity),
        feminine: phrase.feminine,
        plural: phrase.plural,
        person,
        key: fold(slice(flow.text, span).unwrap_or_default()),
    })
}
