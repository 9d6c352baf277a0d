//! Verbs of speech and their subjects, before and after the words that they report.

use super::{
    flow::{Flow, Gap},
    lexicon::Class,
    phrase::{Phrase, Sort},
};

/// Words looked at on either side.
pub(super) const FAR: usize = 60;
/// Words between a verb and the subject that follows it.
const INVERTED: usize = 24;
/// Words that tell between commas how somebody speaks.
const ABSOLUTE: usize = 8;

/// Who a clause says is speaking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// This phrase.
    Phrase(Phrase),
    /// The subject of the sentence, or whoever spoke before in it: the verb has none of its own.
    Shared,
    /// The text names nobody.
    Nobody,
}

/// A paragraph with its phrases.
#[derive(Clone, Debug)]
pub(super) struct Clauses<'f> {
    pub(super) flow: &'f Flow<'f>,
    pub(super) phrases: Vec<Phrase>,
    /// Whether its quotation marks are English: a subject may stand right after a quotation.
    pub(super) english: bool,
}

impl<'f> Clauses<'f> {
    pub(super) fn new(flow: &'f Flow<'f>, english: bool) -> Self {
        Self { flow, phrases: flow.phrases(), english }
    }

    /// The phrases that begin from `from` on and end before `to`.
    pub(super) fn between(&self, from: usize, to: usize) -> &[Phrase] {
        let start = self.phrases.partition_point(|phrase| phrase.first < from);
        let end = self.phrases.partition_point(|phrase| phrase.first < to);
        let all = &self.phrases[start.min(end)..end];
        if all.last().is_some_and(|last| last.last >= to) { &all[..all.len() - 1] } else { all }
    }

    /// The phrase that begins at `at`.
    pub(super) fn phrase_at(&self, at: usize) -> Option<Phrase> {
        let found = self.phrases.binary_search_by_key(&at, |phrase| phrase.first).ok()?;
        Some(self.phrases[found])
    }

    /// The first phrase from `from` on, before `to`, that can be a subject.
    pub(super) fn first_subject(&self, from: usize, to: usize) -> Option<Phrase> {
        self.between(from, to).iter().copied().find(|phrase| !phrase.oblique)
    }

    /// Whether the word at `at` is a verb of speech here, in any form.
    pub(super) fn is_speech(&self, at: usize) -> bool {
        let (flow, class) = (self.flow, self.flow.class(at));
        if !class.any(Class::SPEECH) || (flow.words[at].capital && !flow.begins(at)) {
            return false;
        }
        let led = flow.joins(at)
            && flow.class(at - 1).any(Class::DETERMINER | Class::PREPOSITION)
            && !flow.class(at - 1).any(Class::CLITIC);
        let article =
            flow.joins(at) && flow.words[at].gap.has(Gap::APOSTROPHE) && flow.class(at - 1).any(Class::DETERMINER);
        if class.any(Class::NOUN_TOO)
            && !class.any(Class::GERUND | Class::INFINITIVE)
            && (led || article || self.after_article(at))
        {
            return false;
        }
        if class.any(Class::WANTS_MAKE) && self.made(at).is_none() || self.credits(at.saturating_sub(2)) {
            return false;
        }
        // `the annual report`: in English a bare form within a phrase is its noun.
        if class.any(Class::NOUN_TOO) && class.any(Class::INFINITIVE) && self.is_within_phrase(at) {
            return false;
        }
        if class.any(Class::FINITE) && !led {
            return !class.any(Class::PARTICIPLE)
                || self.english
                || self.auxiliary(at).is_some()
                || !self.is_participle_only(at);
        }
        class.any(Class::GERUND | Class::INFINITIVE)
            || self.is_said_by(at)
            || (class.any(Class::PARTICIPLE) && (self.auxiliary(at).is_some() || self.is_coordinated(at)))
    }

    /// `fait savoir`, `laisse entendre`: the verb that governs the infinitive at `at`.
    pub(super) fn made(&self, at: usize) -> Option<usize> {
        let make = at.checked_sub(1).filter(|&before| self.flow.joins(at) && self.flow.class(before).any(Class::MAKE));
        make.filter(|_| self.flow.class(at).any(Class::INFINITIVE))
    }

    /// Whether `à en croire` stands at `at`.
    fn credits(&self, at: usize) -> bool {
        let flow = self.flow;
        let follows = flow.joins(at + 1) && flow.joins(at + 2);
        follows && flow.word(at + 2) == "croire" && flow.word(at + 1) == "en" && flow.class(at).any(Class::TO)
    }

    fn is_within_phrase(&self, at: usize) -> bool {
        let before = self.phrases.partition_point(|phrase| phrase.first <= at);
        before > 0 && self.phrases[before - 1].last >= at
    }

    /// `décrits par Washington comme « modérés »`.
    fn is_said_by(&self, at: usize) -> bool {
        let flow = self.flow;
        let by = flow.joins(at + 1) && matches!(flow.word(at + 1), "par" | "by");
        by && flow.class(at).any(Class::PARTICIPLE) && self.auxiliary(at).is_none()
    }

    /// `la note`, `les juges`: an article that is no pronoun.
    fn after_article(&self, at: usize) -> bool {
        let flow = self.flow;
        flow.joins(at) && flow.class(at - 1).any(Class::DETERMINER) && !flow.words[at].gap.has(Gap::HYPHEN)
    }

    /// `un accord dit équilibré`: a form that is finite elsewhere, after a noun without a subject of its own.
    fn is_participle_only(&self, at: usize) -> bool {
        self.flow.joins(at) && self.flow.class(at - 1).any(Class::PREPOSITION)
    }

    /// `a condamné l'attaque et promis…`.
    fn is_coordinated(&self, at: usize) -> bool {
        at > 0 && self.flow.class(at - 1).any(Class::AND) && self.flow.class(at).any(Class::PARTICIPLE)
    }

    /// The auxiliary of the participle at `at`.
    pub(super) fn auxiliary(&self, at: usize) -> Option<usize> {
        let flow = self.flow;
        let near = at.saturating_sub(6)..at;
        near.rev()
            .take_while(|&i| {
                let gap = flow.words[i + 1].gap;
                flow.words[i].sentence == flow.words[at].sentence
                    && !gap.has(Gap::COMMA)
                    && !gap.has(Gap::QUOTE)
                    && !gap.has(Gap::STOP)
            })
            .take_while(|&i| !flow.class(i).any(Class::THAT | Class::WHO))
            .find(|&i| flow.class(i).any(Class::AUX))
    }

    /// Whether the participle at `at` is passive: `a été accusé`, `est accusé`, not `s'est dit`.
    pub(super) fn is_passive(&self, at: usize) -> bool {
        let flow = self.flow;
        if !flow.class(at).any(Class::PARTICIPLE) {
            return false;
        }
        if self.is_said_by(at) {
            return true;
        }
        let Some(auxiliary) = self.auxiliary(at) else { return false };
        let been = (auxiliary..at).any(|i| flow.class(i).any(Class::BEEN));
        let reflexive = auxiliary > 0
            && matches!(flow.word(auxiliary - 1).to_lowercase().as_str(), "s" | "se" | "m" | "me" | "nous" | "l");
        been || (flow.class(auxiliary).any(Class::BEING) && !reflexive)
    }

    /// Who speaks, as the subject of the verb of speech at `at`.
    pub(super) fn subject(&self, at: usize) -> Subject {
        let flow = self.flow;
        if self.is_passive(at) {
            return self.agent(at);
        }
        let at = self.made(at).unwrap_or(at);
        let class = flow.class(at);
        let bare = class.any(Class::GERUND | Class::INFINITIVE) && !class.any(Class::FINITE)
            || self.is_coordinated(at) && self.auxiliary(at).is_none();
        if bare {
            return Subject::Shared;
        }
        if let Some(pronoun) = self.inverted_pronoun(at) {
            return Subject::Phrase(pronoun);
        }
        let group = self.group_start(at);
        let sentence = flow.part_start(flow.sentence_start(at, FAR), group);
        let start = self.clause_start(group, sentence);
        if start > sentence && flow.class(start - 1).any(Class::WHO) {
            let antecedent = self.between(sentence, start - 1).last().copied();
            return antecedent.map_or(Subject::Shared, Subject::Phrase);
        }
        // `comme l'a dit X`, `ainsi parle X`
        let led = start < group
            && (start..group).all(|i| flow.class(i).any(Class::CLITIC | Class::ADVERB | Class::SUBORDINATE));
        let comme = start > sentence && group == start && flow.class(start - 1).any(Class::SUBORDINATE);
        let after = || self.subject_after(at);
        let inverted = if led || comme { after() } else { None };
        // `Delhi-based analyst Jane Roe said`: in English the name right before the verb is its subject.
        let beside = || {
            let last =
                self.between(start, group).last().filter(|phrase| phrase.sort == Sort::Name && !phrase.oblique)?;
            (self.english && last.last + 1 == group && flow.joins(group)).then_some(*last)
        };
        inverted
            .or_else(|| self.resumed(group, sentence))
            .or_else(beside)
            .or_else(|| self.first_subject(start, group))
            .or_else(|| self.first_subject(sentence, group))
            .or_else(after)
            .map_or(Subject::Shared, Subject::Phrase)
    }

    /// `La direction, elle, affirme que…`: a pronoun between commas takes up the subject before it.
    fn resumed(&self, group: usize, sentence: usize) -> Option<Phrase> {
        let flow = self.flow;
        let pronoun = group.checked_sub(1).filter(|&at| at > sentence && flow.class(at).any(Class::TONIC))?;
        let apart = flow.words[pronoun].gap.has(Gap::COMMA) && flow.words[group].gap.has(Gap::COMMA);
        let before = self.between(sentence, pronoun).last().copied();
        before.filter(|phrase| apart && !phrase.oblique)
    }

    /// Who speaks in a passive: after `par`, `by`.
    fn agent(&self, at: usize) -> Subject {
        let flow = self.flow;
        let by = (at + 1..flow.words.len().min(at + 6)).find(|&i| matches!(flow.word(i), "par" | "by"));
        by.and_then(|by| self.phrase_at(by + 1)).map_or(Subject::Nobody, Subject::Phrase)
    }

    /// First word of the verb with its auxiliary, pronouns and adverbs.
    fn group_start(&self, at: usize) -> usize {
        let flow = self.flow;
        let mut start = self.auxiliary(at).filter(|_| flow.class(at).any(Class::PARTICIPLE)).unwrap_or(at);
        let small = Class::CLITIC | Class::ADVERB | Class::AUX | Class::BEEN;
        while start > 0 && flow.joins(start) && flow.class(start - 1).any(small) && !self.ends_phrase(start - 1) {
            start -= 1;
        }
        start
    }

    /// Whether a phrase ends at `at`: `elle` is a pronoun, not a part of the verb.
    fn ends_phrase(&self, at: usize) -> bool {
        let before = self.phrases.partition_point(|phrase| phrase.first <= at);
        before > 0 && self.phrases[before - 1].last >= at && self.phrases[before - 1].sort != Sort::Name
            || before > 0 && self.phrases[before - 1].last == at
    }

    /// Where the clause that ends before `to` starts.
    fn clause_start(&self, to: usize, sentence: usize) -> usize {
        let flow = self.flow;
        let apart = |gap: Gap| {
            gap.has(Gap::COMMA)
                || gap.has(Gap::COLON)
                || gap.has(Gap::DASH)
                || gap.has(Gap::QUOTE)
                || gap.has(Gap::OTHER)
        };
        if to > sentence && flow.words.get(to).is_some_and(|word| apart(word.gap)) {
            return to;
        }
        for at in (sentence..to).rev() {
            let class = flow.class(at);
            let within = self.ends_phrase(at);
            if class.any(Class::SUBORDINATE | Class::WHO) && !within
                || (class.any(Class::AND) && !within && at + 1 < to)
            {
                return at + 1;
            }
            if apart(flow.words[at].gap) {
                return at;
            }
        }
        sentence
    }

    /// `a-t-il dit`, `dit-elle`: the pronoun.
    pub(super) fn inverted_pronoun(&self, verb: usize) -> Option<Phrase> {
        let flow = self.flow;
        let from = self.auxiliary(verb).unwrap_or(verb);
        let hyphened = |at: usize| flow.words.get(at).is_some_and(|word| word.gap.has(Gap::HYPHEN));
        let pronoun = (from + 1..from + 3).find(|&at| hyphened(at) && flow.class(at).any(Class::PRONOUN))?;
        self.phrase_at(pronoun)
    }

    /// The subject that follows the verb at `verb`: `a expliqué jeudi à la presse le préfet`.
    pub(super) fn subject_after(&self, verb: usize) -> Option<Phrase> {
        let flow = self.flow;
        let (mut at, mut unknown) = (verb + 1, 0);
        while at < flow.words.len() && at <= verb + INVERTED {
            let word = &flow.words[at];
            let apart = word.gap.has(Gap::STOP)
                || word.gap.has(Gap::COLON)
                || word.gap.has(Gap::QUOTE)
                || word.gap.has(Gap::OTHER);
            let verb_next =
                word.class.any(Class::AUX) || (word.class.any(Class::FINITE) && !word.class.any(Class::NOUN_TOO));
            let closed = word.class.any(Class::THAT | Class::WHO)
                || (word.class.any(Class::SUBORDINATE) && !word.class.any(Class::ADVERB));
            if apart
                || closed
                || word.sentence != flow.words[verb].sentence
                || (verb_next && self.phrase_at(at).is_none())
            {
                return None;
            }
            match self.phrase_at(at) {
                Some(phrase) if !phrase.oblique => {
                    let comma = word.gap.has(Gap::COMMA);
                    if let Some(after) = self.after_absolute(&phrase).filter(|_| comma) {
                        at = after;
                        continue;
                    }
                    return (!comma || at > verb + 1).then_some(phrase);
                }
                Some(phrase) => at = phrase.last + 1,
                None => {
                    let small = Class::PREPOSITION
                        | Class::ADVERB
                        | Class::TIME
                        | Class::CLITIC
                        | Class::OF
                        | Class::TONIC
                        | Class::INFINITIVE
                        | Class::DETERMINER;
                    unknown += usize::from(!word.class.any(small));
                    if unknown > 3 {
                        return None;
                    }
                    at += 1;
                }
            }
        }
        None
    }

    /// `se souvient, la voix nouée, son épouse`: where the subject begins, after a thing between commas that tells how it speaks.
    fn after_absolute(&self, phrase: &Phrase) -> Option<usize> {
        let flow = self.flow;
        if phrase.name.is_some() || phrase.head.is_none_or(|head| flow.class(head).any(Class::ROLE | Class::BODY)) {
            return None;
        }
        let end = flow.words.len().min(phrase.last + ABSOLUTE);
        let comma = (phrase.last + 1..end).find(|&at| !flow.joins(at))?;
        let within = flow.words[comma].gap.has(Gap::COMMA) && !flow.begins(comma);
        let subject = self.phrase_at(comma).filter(|subject| !subject.oblique && subject.sort != Sort::Pronoun);
        (within && subject.is_some()).then_some(comma)
    }

    /// Whom `selon X`, `d'après X`, `aux yeux de X`, `according to X` at `at` names.
    pub(super) fn according(&self, at: usize) -> Option<Phrase> {
        let flow = self.flow;
        let class = flow.class(at);
        let second = flow.words.get(at + 1)?;
        let after = if self.english {
            (class.any(Class::ACCORDING) && second.class.any(Class::TO)).then_some(at + 2)?
        } else if class.any(Class::ACCORDING) {
            at + 1
        } else if flow.word(at).eq_ignore_ascii_case("d") && flow.word(at + 1) == "après" {
            at + 2
        } else if self.credits(at) {
            at + 3
        } else if class.any(Class::PREPOSITION) {
            self.source_noun(at)?
        } else {
            return None;
        };
        // `selon les mots de X`
        let after = self.source_noun(after).unwrap_or(after);
        if flow.class(after).any(Class::TONIC) && flow.joins(after) {
            let feminine = flow.class(after).any(Class::FEMININE);
            return Some(Phrase {
                sort: Sort::Pronoun,
                first: after,
                last: after,
                name: None,
                head: None,
                oblique: true,
                feminine: Some(feminine),
                plural: flow.class(after).any(Class::PLURAL),
            });
        }
        let skip = usize::from(flow.class(after).any(Class::OF) && !flow.class(after).any(Class::DETERMINER));
        self.phrase_at(after + skip)
    }

    /// `aux yeux de`, `de l'avis de`, `les mots de`: what follows.
    fn source_noun(&self, at: usize) -> Option<usize> {
        let flow = self.flow;
        let noun = (at..at + 3).find(|&i| flow.class(i).any(Class::SOURCE))?;
        let of = noun + 1;
        (flow.class(of).any(Class::OF) && flow.joins(of)).then(|| {
            // `des experts` holds the article itself.
            if flow.class(of).any(Class::DETERMINER) { of } else { of + 1 }
        })
    }
}
