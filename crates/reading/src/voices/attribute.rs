//! Whose words stand between marks: the rules, from the surest.
//!
//! What follows the words goes before what precedes them (`« … », a dit X`), a clause of the same sentence before what the sentence before
//! was about; where nothing speaks for anybody, nobody is named.

use super::{
    clause::{Clauses, FAR, Subject},
    flow::{Flow, Gap, Word},
    lexicon::{Class, Lexicon},
    pair::Stretch,
    phrase::{Phrase, ROLE_WORDS, Sort},
    story::{Part, Source, Story, is_definite, own_source},
};
use visavis_corpus::{Kind, SpeakerRule};
use visavis_text::Span;

/// Words between the `what` of a free relative and its verb.
const RELATIVE: usize = 8;
/// With these one speaks of what is one's own, or of the one who is spoken to: no words of a journalist.
const OWN: &[&str] = &["mon", "ma", "mes", "notre", "nos", "ton", "ta", "tes", "votre", "vos"];

/// What the rules say of a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// This one speaks.
    By(Source, SpeakerRule),
    /// The sentence says that it is nobody's: a slogan, a passive without an agent.
    Nobody,
    /// No rule speaks.
    Silent,
}

/// A quotation and what stands around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quoted<'c> {
    pub(super) clauses: &'c Clauses<'c>,
    pub(super) stretch: Stretch,
    /// How many words of the paragraph stand before it.
    pub(super) at: usize,
    /// Whether another quotation comes before the next word.
    pub(super) followed: bool,
}

impl<'c> Quoted<'c> {
    fn flow(&self) -> &'c Flow<'c> {
        self.clauses.flow
    }

    pub(super) fn inner(&self) -> &'c str {
        &self.flow().text[self.stretch.inner.range()]
    }

    /// What the sentence around it says.
    pub(super) fn cue(&self, story: &Story, lexicon: &Lexicon) -> Verdict {
        let rules = [Self::inside, Self::after, Self::before];
        rules
            .iter()
            .map(|rule| rule(self, story, lexicon))
            .find(|verdict| *verdict != Verdict::Silent)
            .unwrap_or(Verdict::Silent)
    }

    /// What the text around says without a cue.
    pub(super) fn context(&self, story: &Story) -> Verdict {
        if !self.stands_alone() && !self.opens_sentence() {
            return Verdict::Silent;
        }
        let far = if self.at == 0 { 1 + u32::from(story.paused(self.flow().block)) } else { 0 };
        // In an interview, who answered the question before answers this one.
        if self.at == 0
            && story.asked(self.flow().block)
            && let Some(source) = story.last_speaker(self.flow().block, 2)
        {
            return Verdict::By(source.clone(), SpeakerRule::Continued);
        }
        match story.last(self.flow().block, far) {
            Some((source, Part::Speaker)) => Verdict::By(source.clone(), SpeakerRule::Continued),
            Some((source, _)) if self.stands_alone() && source.person => {
                Verdict::By(source.clone(), SpeakerRule::SentenceBefore)
            }
            _ => Verdict::Silent,
        }
    }

    /// `what it called « … »`, `ce qu'il appelle « … »`: the words are its subject's, though the verb names things elsewhere.
    pub(super) fn is_called(&self) -> bool {
        self.relative().is_some()
    }

    /// The verb of a free relative right before it, which has its subject between.
    fn relative(&self) -> Option<usize> {
        let (clauses, flow) = (self.clauses, self.flow());
        let verb = self.at.checked_sub(1).filter(|&at| flow.class(at).any(Class::SPEECH | Class::NAMING))?;
        let near = (verb.saturating_sub(RELATIVE)..verb).rev().take_while(|&at| flow.joins(at + 1));
        let opens = |at: &usize| match flow.word(*at) {
            "what" => true,
            "qu" | "que" => *at > 0 && flow.word(*at - 1).eq_ignore_ascii_case("ce"),
            _ => false,
        };
        let opening = near.into_iter().find(opens)?;
        clauses.first_subject(opening + 1, verb).map(|_| verb)
    }

    /// Whether it is a sentence of its own.
    pub(super) fn stands_alone(&self) -> bool {
        let flow = self.flow();
        // The sentence of the first word has begun with the quotation, unless another begins after it.
        let apart = |word: &Word| if self.at == 0 { word.sentence > 0 } else { flow.begins(self.at) };
        self.opens_sentence() && (self.followed || flow.words.get(self.at).is_none_or(apart))
    }

    /// Whether its sentence begins with it.
    fn opens_sentence(&self) -> bool {
        let flow = self.flow();
        if self.at == 0 {
            return true;
        }
        let before = &flow.text[flow.words[self.at - 1].span.end()..self.stretch.outer.start()];
        let gap = Gap::of(before);
        gap.has(Gap::STOP)
            && !gap.has(Gap::COLON)
            && !gap.has(Gap::COMMA)
            && !before.trim_end().ends_with(|c: char| c.is_alphanumeric())
    }

    /// The sentence of its cue: the one before it, or, where that has no words, the one after; none of a sentence of its own.
    pub(super) fn sentence(&self) -> u32 {
        let words = &self.flow().words;
        let near = if self.opens_sentence() { words.get(self.at) } else { words.get(self.at - 1) };
        near.filter(|_| !self.stands_alone()).map_or(u32::MAX, |word| word.sentence)
    }

    /// Whether no word of its sentence stands before it.
    pub(super) fn is_first(&self) -> bool {
        self.opens_sentence()
    }

    /// Whether a colon stands before it.
    pub(super) fn after_colon(&self) -> bool {
        self.gap_before().has(Gap::COLON)
    }

    /// What stands between the last word before and the quotation.
    pub(super) fn gap_before(&self) -> Gap {
        let flow = self.flow();
        let end = self.at.checked_sub(1).map_or(0, |last| flow.words[last].span.end());
        Gap::of(&flow.text[end..self.stretch.outer.start()])
    }

    /// `« Nous sommes, dit-il, au bord… »`: the cue stands inside the marks.
    fn inside(&self, story: &Story, lexicon: &Lexicon) -> Verdict {
        let own = self.flow();
        let (shift, text) = (self.stretch.inner.start(), self.inner());
        if !text.contains(',') || self.stretch.inner.len() > 4000 {
            return Verdict::Silent;
        }
        let first = own.mentions.partition_point(|mention| mention.span.start() < shift);
        let mentions: Vec<visavis_corpus::Mention> = own.mentions[first..]
            .iter()
            .take_while(|mention| mention.span.start() < self.stretch.inner.end())
            .filter(|mention| self.stretch.inner.contains(mention.span))
            .map(|mention| visavis_corpus::Mention {
                span: Span::new(mention.span.start() - shift, mention.span.end() - shift),
                ..mention.clone()
            })
            .collect();
        let flow = Flow::new((own.block, text), &[], &mentions, lexicon);
        let clauses = Clauses::new(&flow, self.clauses.english);
        let is_incise = |at: usize| flow.class(at).any(Class::INCISE) && !flow.class(at).any(Class::SPEECH);
        let own = |at: usize| !clauses.english && is_first_or_second(flow.word(at));
        let says = |at: &usize| clauses.is_speech(*at) && !own(*at) || is_incise(*at);
        for verb in (1..flow.words.len()).filter(says) {
            let start = clauses.auxiliary(verb).unwrap_or(verb);
            let start = if start > 0 && flow.class(start - 1).any(Class::CLITIC) { start - 1 } else { start };
            if !flow.words[start].gap.has(Gap::COMMA) || flow.class(verb).any(Class::GERUND) {
                continue;
            }
            let phrase = clauses.inverted_pronoun(verb).or_else(|| {
                let open = |p: &Phrase| p.name.is_some() || flow.class(p.first).any(Class::DETERMINER);
                let able = |p: &Phrase| !is_incise(verb) || own_source(&flow, p).is_some_and(|source| source.person);
                clauses.subject_after(verb).filter(|p| open(p) && able(p) && !OWN.contains(&flow.word(p.first)))
            });
            // `dit-on` is the speaker's own word.
            let Some(phrase) = phrase.filter(|phrase| flow.word(phrase.first) != "on") else { continue };
            let closed = flow
                .words
                .get(phrase.last.max(verb) + 1)
                .is_none_or(|next| next.gap.has(Gap::COMMA) || next.gap.has(Gap::STOP));
            if closed {
                let verdict = resolve(&flow, &phrase, story, flow.class(verb), SpeakerRule::VerbSubject);
                return match verdict {
                    Verdict::By(source, rule) if rule == SpeakerRule::VerbSubject => {
                        let span = source.span.shifted(shift);
                        Verdict::By(Source { span, ..source }, rule)
                    }
                    other => other,
                };
            }
        }
        Verdict::Silent
    }

    /// What follows: `», a-t-il dit`, `», selon X`, `," X said`.
    fn after(&self, story: &Story, _: &Lexicon) -> Verdict {
        let (clauses, flow) = (self.clauses, self.flow());
        let Some(word) = flow.words.get(self.at).filter(|_| !self.followed) else { return Verdict::Silent };
        let between = &flow.text[self.stretch.outer.end()..word.span.start()];
        if let Some(phrase) = self.signature(between) {
            return resolve(flow, &phrase, story, Class::default(), SpeakerRule::Colon);
        }
        let gap = Gap::of(between);
        if let Some(phrase) = self.presented(gap) {
            return resolve(flow, &phrase, story, Class::default(), SpeakerRule::Colon);
        }
        if gap.has(Gap::STOP) || gap.has(Gap::COLON) || gap.has(Gap::OTHER) || gap.has(Gap::DASH) {
            return Verdict::Silent;
        }
        let comma = gap.has(Gap::COMMA) || self.inner().ends_with([',', '?', '!', '…']);
        if let Some(phrase) = clauses.according(self.at) {
            return resolve(flow, &phrase, story, Class::default(), SpeakerRule::AccordingTo);
        }
        if let Some((verb, phrase)) = self.inversion(comma) {
            return match phrase {
                Some(phrase) => resolve(flow, &phrase, story, flow.class(verb), SpeakerRule::VerbSubject),
                None => Verdict::Silent,
            };
        }
        match self.subject_then_verb(comma) {
            Some((verb, phrase)) => resolve(flow, &phrase, story, flow.class(verb), SpeakerRule::VerbSubject),
            None => Verdict::Silent,
        }
    }

    /// `« … » (Awa Diop, commerçante)`, `“…” – Pat Dooley`: a person's name alone after the words, which `between` parts from it.
    fn signature(&self, between: &str) -> Option<Phrase> {
        let flow = self.flow();
        if !matches!(between.trim(), "(" | "–" | "—") {
            return None;
        }
        let phrase = self.clauses.phrase_at(self.at).filter(|phrase| phrase.sort == Sort::Name)?;
        let closed = flow.words.get(phrase.last + 1).is_none_or(|next| !next.gap.joins());
        let person = own_source(flow, &phrase).is_some_and(|source| source.person);
        (closed && person).then_some(phrase)
    }

    /// `« La loi, rien que la loi » : le préfet a donné le ton`: a person right after the colon who does something.
    fn presented(&self, gap: Gap) -> Option<Phrase> {
        let flow = self.flow();
        if !gap.has(Gap::COLON) || gap.has(Gap::STOP) || !self.opens_sentence() {
            return None;
        }
        let phrase = self.clauses.phrase_at(self.at).filter(|phrase| phrase.sort != Sort::Pronoun)?;
        let end = flow.words.len().min(phrase.last + 4);
        let verb = (phrase.last + 1..end).find(|&at| !flow.class(at).any(Class::CLITIC | Class::ADVERB))?;
        let class = flow.class(verb);
        let acts = class.any(Class::AUX | Class::VERB | Class::FINITE) && !class.any(Class::BEING | Class::PREPOSITION);
        let passive = (verb..flow.words.len().min(verb + 3)).any(|at| flow.class(at).any(Class::BEEN));
        let person = own_source(flow, &phrase).is_some_and(|source| source.person);
        (acts && person && !passive).then_some(phrase)
    }

    /// `a déclaré X`, `explique-t-il`: the verb and its subject, where there is one.
    fn inversion(&self, comma: bool) -> Option<(usize, Option<Phrase>)> {
        let (clauses, flow) = (self.clauses, self.flow());
        let end = flow.words.len().min(self.at + 7);
        let small = Class::CLITIC | Class::ADVERB | Class::AUX;
        let mut verb = self.at;
        while verb < end
            && flow.class(verb).any(small)
            && !flow.class(verb).any(Class::SPEECH | Class::INCISE)
            && self.phrase_is_none(verb)
        {
            verb += 1;
        }
        // `fait savoir X`
        if flow.class(verb).any(Class::MAKE) && clauses.made(verb + 1).is_some() && clauses.is_speech(verb + 1) {
            return clauses.subject_after(verb + 1).map(|subject| (verb + 1, Some(subject)));
        }
        let pronoun =
            (self.at + 1..end).find(|&at| flow.words[at].gap.has(Gap::HYPHEN) && flow.class(at).any(Class::PRONOUN));
        if let Some(pronoun) =
            pronoun.filter(|&p| comma || (self.at..end.min(p + 4)).any(|at| flow.class(at).any(Class::SPEECH)))
        {
            let cue = (self.at..end.min(pronoun + 4)).find(|&at| flow.class(at).any(Class::SPEECH)).unwrap_or(pronoun);
            let phrase = clauses.phrase_at(pronoun)?;
            // `a-t-on appris de source proche`: whoever the words come from.
            if flow.word(pronoun) == "on" {
                return Some((cue, self.origin(cue.max(pronoun))));
            }
            return Some((cue, Some(phrase)));
        }
        let word = flow.words.get(verb).filter(|word| word.sentence == flow.words[self.at].sentence)?;
        let auxiliary = (self.at..verb).find(|&at| flow.class(at).any(Class::AUX));
        // `s'étrangle X`: a mood beside the words.
        let felt = comma && self.is_reflexive(verb) && !word.class.any(Class::TONIC);
        let incise = comma && word.class.any(Class::INCISE);
        let listed = word.class.any(Class::FINITE | Class::PARTICIPLE) && !word.class.any(Class::WANTS_TO);
        let listed = listed || felt || incise || (comma && auxiliary.is_none() && self.is_unlisted_verb(verb));
        let made = auxiliary.is_some() && comma && is_participle(flow.word(verb));
        let passive = (self.at..=verb).any(|at| flow.class(at).any(Class::BEEN));
        let being = auxiliary.is_some_and(|at| flow.class(at).any(Class::BEING) && !self.is_reflexive(at));
        if !(listed || made) || passive || being || word.capital || (!comma && !listed) {
            return None;
        }
        let subject = clauses.subject_after(verb)?;
        Some((verb, Some(subject)))
    }

    /// `tacle le député`: after the words of a sentence, what looks like a verb before a subject is one, whatever it tells.
    fn is_unlisted_verb(&self, at: usize) -> bool {
        let flow = self.flow();
        let unknown = flow.class(at) == Class::default() && is_third_person(flow.word(at));
        let subject = self.clauses.phrase_at(at + 1).filter(|_| flow.joins(at + 1));
        unknown && !self.clauses.english && self.is_first() && subject.is_some_and(|phrase| !phrase.oblique)
    }

    fn phrase_is_none(&self, at: usize) -> bool {
        self.clauses
            .phrase_at(at)
            .is_none_or(|phrase| phrase.sort == Sort::Pronoun && self.flow().words[at].gap.has(Gap::HYPHEN))
    }

    /// Whether the verb or auxiliary at `at` has `se` before it.
    fn is_reflexive(&self, at: usize) -> bool {
        at > self.at && matches!(self.flow().word(at - 1), "s" | "se" | "S")
    }

    /// Whom words come from that `on` has heard: `auprès de X`, `de source proche`.
    fn origin(&self, from: usize) -> Option<Phrase> {
        let flow = self.flow();
        let near = from + 1..flow.words.len().min(from + 10);
        let same = |at: &usize| flow.words[*at].sentence == flow.words[from].sentence;
        near.clone()
            .filter(same)
            .find_map(|at| self.clauses.phrase_at(at).filter(|phrase| phrase.oblique && phrase.sort != Sort::Pronoun))
            .filter(|phrase| phrase.head.is_none_or(|head| !flow.class(head).any(Class::PLACARD)))
    }

    /// `," Smith said`, `», le ministre a-t-il dit`: a subject, then its verb.
    fn subject_then_verb(&self, comma: bool) -> Option<(usize, Phrase)> {
        let (clauses, flow) = (self.clauses, self.flow());
        let phrase = clauses.phrase_at(self.at).or_else(|| self.role_before_name()).filter(|_| comma)?;
        let end = flow.words.len().min(phrase.last + 10);
        let sentence = flow.words[phrase.last].sentence;
        let near = phrase.last + 1..end;
        let same = |at: &usize| flow.words[*at].sentence == sentence;
        if clauses.english {
            return near
                .filter(same)
                .find(|&at| clauses.is_speech(at) && !flow.class(at).any(Class::GERUND) || self.is_incise(&phrase, at))
                .map(|verb| (verb, phrase));
        }
        let verb = near.filter(same).take(4).find(|&at| clauses.is_speech(at))?;
        let from = clauses.auxiliary(verb).unwrap_or(verb);
        let inverted = clauses.inverted_pronoun(verb).is_some();
        let bound = phrase.sort == Sort::Pronoun && from == phrase.last + 1;
        (inverted || bound).then_some((verb, phrase))
    }

    /// `," the review found`: a verb that reports only what stands before it, right after its subject.
    fn is_incise(&self, subject: &Phrase, verb: usize) -> bool {
        verb == subject.last + 1 && self.flow().joins(verb) && self.flow().class(verb).any(Class::INCISE)
    }

    /// `," farm spokesman Dirk Jansen said`: in English a role may stand before a name without an article.
    fn role_before_name(&self) -> Option<Phrase> {
        let (clauses, flow) = (self.clauses, self.flow());
        let other = Class::SPEECH | Class::AUX | Class::SUBORDINATE | Class::PREPOSITION;
        let name = (self.at..flow.words.len().min(self.at + ROLE_WORDS))
            .take_while(|&at| at == self.at || flow.joins(at))
            .take_while(|&at| !flow.class(at).any(other))
            .find_map(|at| clauses.phrase_at(at).filter(|phrase| phrase.name.is_some()))?;
        let verb = flow.class(name.last + 1).any(Class::FINITE) && flow.joins(name.last + 1);
        (clauses.english && verb && !name.oblique).then_some(name)
    }

    /// What precedes, in the same sentence: `X estime que « … »`, `selon X, « … »`, `X : « … »`.
    fn before(&self, story: &Story, lexicon: &Lexicon) -> Verdict {
        let (clauses, flow) = (self.clauses, self.flow());
        if self.at == 0 || self.opens_sentence() {
            return self.opening(story);
        }
        if let Some(verb) = self.relative() {
            return self.speaker_of(verb, story);
        }
        let last = self.at - 1;
        let start = flow.sentence_start(last, FAR);
        let colon = self.gap_before().has(Gap::COLON);
        let mut other_verb = false;
        for at in (start..self.at).rev() {
            let class = flow.class(at);
            if let Some(phrase) = clauses.according(at) {
                return resolve(flow, &phrase, story, Class::default(), SpeakerRule::AccordingTo);
            }
            if class.any(Class::PLACARD) && self.at - at < 6 && !colon {
                return Verdict::Nobody;
            }
            if clauses.is_speech(at) && self.governs(at) && (!other_verb || colon) {
                return self.speaker_of(at, story);
            }
            let auxiliary_of_other = class.any(Class::AUX) && !flow.class(at + 1).any(Class::SPEECH);
            other_verb = (other_verb || auxiliary_of_other) && !class.any(Class::SUBORDINATE | Class::WHO);
        }
        if colon {
            return self.before_colon(start, story);
        }
        if let Some(phrase) = self.subject_of_words(lexicon) {
            return resolve(flow, &phrase, story, Class::default(), SpeakerRule::VerbSubject);
        }
        self.stance(start, story)
    }

    /// Whether the verb at `at` can reach over to the quotation.
    fn governs(&self, at: usize) -> bool {
        let (flow, class) = (self.flow(), self.flow().class(at));
        let to = |at: usize| flow.class(at).any(Class::TO);
        (!class.any(Class::WANTS_TO) || (at + 1..self.at).any(to))
            && (!class.any(Class::WANTS_Y) || (at > 0 && flow.word(at - 1) == "y"))
            && (!class.any(Class::NO_CLAUSE) || self.at - at <= 6)
    }

    fn speaker_of(&self, verb: usize, story: &Story) -> Verdict {
        let (clauses, flow) = (self.clauses, self.flow());
        let class = flow.class(verb);
        match clauses.subject(verb) {
            Subject::Phrase(phrase) => resolve(flow, &phrase, story, class, SpeakerRule::VerbSubject),
            Subject::Nobody => Verdict::Nobody,
            Subject::Shared => self.shared(verb, story),
        }
    }

    /// The speaker that a participle or an infinitive shares with its sentence.
    fn shared(&self, verb: usize, story: &Story) -> Verdict {
        let (clauses, flow) = (self.clauses, self.flow());
        let start = flow.sentence_start(verb, FAR);
        let gerund = flow.class(verb).any(Class::GERUND);
        let rule = if gerund { SpeakerRule::Participle } else { SpeakerRule::VerbSubject };
        // `« … », a dit X, estimant que « … »`: whoever spoke in this sentence.
        if let Some(source) = story.speaker_in((flow.block, flow.words[verb].sentence)) {
            return Verdict::By(source.clone(), if gerund { rule } else { SpeakerRule::Continued });
        }
        if let Some(phrase) = clauses.first_subject(start, verb) {
            return resolve(flow, &phrase, story, flow.class(verb), rule);
        }
        // `Accusant le gouvernement de « … », X a quitté la salle.`
        if gerund && let Some(phrase) = self.main_subject(story) {
            return phrase;
        }
        story
            .last_speaker(flow.block, 1)
            .map_or(Verdict::Silent, |source| Verdict::By(source.clone(), SpeakerRule::Continued))
    }

    /// The subject after the quotation, in the same sentence.
    fn main_subject(&self, story: &Story) -> Option<Verdict> {
        let (clauses, flow) = (self.clauses, self.flow());
        let word = flow.words.get(self.at)?;
        let same = flow.words[self.at - 1].sentence == word.sentence;
        let end = flow.words.len().min(self.at + 20);
        let phrase = clauses
            .first_subject(self.at, end)
            .filter(|phrase| same && flow.words[phrase.first].sentence == word.sentence)?;
        Some(resolve(flow, &phrase, story, Class::default(), SpeakerRule::Participle))
    }

    /// A colon without a verb of speech: `Ayrault : « … »`, `Le maire ne décolère pas : « … »`.
    fn before_colon(&self, start: usize, story: &Story) -> Verdict {
        let (clauses, flow) = (self.clauses, self.flow());
        let stance = self.stance(start, story);
        if stance != Verdict::Silent {
            return stance;
        }
        if let Some(phrase) = self.utterance(start) {
            return resolve(flow, &phrase, story, Class::default(), SpeakerRule::Colon);
        }
        let Some(phrase) = clauses.first_subject(start, self.at) else { return self.opening(story) };
        let topic = phrase.name.and_then(|(_, last)| flow.mention(last)).is_some_and(|m| m.kind == Kind::Place);
        let whole = phrase.first == start && phrase.last + 1 == self.at;
        let body = |phrase: &Phrase| {
            let head = phrase.head.is_some_and(|head| flow.class(head).any(Class::BODY));
            let name = phrase.name.and_then(|(_, last)| flow.mention(last));
            head || name.is_some_and(|mention| mention.kind == Kind::Organisation)
        };
        let counts = phrase.sort == Sort::Pronoun
            || phrase.first == start && body(&phrase)
            || own_source(flow, &phrase).is_some_and(|source| source.person);
        if counts || (whole && !topic) {
            return resolve(flow, &phrase, story, Class::default(), SpeakerRule::Colon);
        }
        if topic && whole { Verdict::Silent } else { self.opening(story) }
    }

    /// `Réponse de l'intéressé, le lendemain : « … »`: a sentence without a verb that opens with a noun for words.
    fn utterance(&self, start: usize) -> Option<Phrase> {
        let (clauses, flow) = (self.clauses, self.flow());
        let noun = (start..self.at.min(start + 2)).find(|&at| flow.class(at).any(Class::UTTERANCE))?;
        let of = (noun + 1..self.at.min(noun + 3)).find(|&at| flow.class(at).any(Class::OF) && flow.joins(at))?;
        let verb = (of..self.at).any(|at| flow.class(at).any(Class::AUX | Class::VERB));
        let phrase = clauses.phrase_at(of).or_else(|| clauses.phrase_at(of + 1)).or_else(|| flow.contracted(of));
        phrase.filter(|phrase| !verb && phrase.last < self.at)
    }

    /// `Pour X, « … »`, `Pour X, il s'agit d'« … »`.
    fn stance(&self, start: usize, story: &Story) -> Verdict {
        let (clauses, flow) = (self.clauses, self.flow());
        if !matches!(flow.word(start), "Pour" | "For") {
            return Verdict::Silent;
        }
        let Some(phrase) = clauses.phrase_at(start + 1) else { return Verdict::Silent };
        let comma = flow.words.get(phrase.last + 1).map_or_else(|| self.gap_before(), |next| next.gap).has(Gap::COMMA);
        let known = phrase.name.is_some_and(|(_, last)| flow.mention(last).is_some());
        match own_source(flow, &phrase) {
            Some(source) if (source.person || known) && comma => {
                resolve(flow, &phrase, story, Class::default(), SpeakerRule::AccordingTo)
            }
            _ => Verdict::Silent,
        }
    }

    /// `La direction « regrette vivement… »`: the words open with the verb of speech of the subject before them.
    fn subject_of_words(&self, lexicon: &Lexicon) -> Option<Phrase> {
        let (clauses, flow) = (self.clauses, self.flow());
        let verb = visavis_text::words(self.inner()).next()?.text;
        let class = lexicon.class(verb);
        let says = class.any(Class::FINITE) && !class.any(Class::NOUN_TOO | Class::PARTICIPLE | Class::NO_CLAUSE);
        let from = flow.part_start(flow.sentence_start(self.at - 1, FAR), self.at - 1);
        let last = clauses.between(from, self.at).last().copied()?;
        let beside = last.last + 1 == self.at && self.gap_before().joins() && !last.oblique;
        (says && beside && last.sort != Sort::Pronoun).then_some(last)
    }

    /// A colon that stands after nobody: the words go on.
    fn opening(&self, story: &Story) -> Verdict {
        if self.at == 0 || !self.gap_before().has(Gap::COLON) {
            return Verdict::Silent;
        }
        let last = story.last(self.flow().block, 0);
        last.map_or(Verdict::Silent, |(source, _)| Verdict::By(source.clone(), SpeakerRule::Continued))
    }
}

/// Whom `phrase` means as a speaker.
pub(super) fn resolve(flow: &Flow<'_>, phrase: &Phrase, story: &Story, verb: Class, rule: SpeakerRule) -> Verdict {
    let Some(own) = own_source(flow, phrase) else {
        if flow.word(phrase.first).eq_ignore_ascii_case("on") {
            return Verdict::Nobody;
        }
        let found = if flow.word(phrase.first).eq_ignore_ascii_case("it") {
            story.thing(flow.block)
        } else {
            let person = story.antecedent(phrase.feminine, phrase.plural, flow.block);
            person.or_else(|| story.subject(phrase.feminine, flow.block).filter(|_| !phrase.plural))
        };
        return found.map_or(Verdict::Nobody, |source| Verdict::By(source.clone(), SpeakerRule::Pronoun));
    };
    if phrase.name.is_none() && own.entity.is_none() && is_definite(flow, phrase) {
        if let Some(source) = story.named(flow, phrase) {
            return Verdict::By(source, SpeakerRule::Description);
        }
        let last = story.last_speaker(flow.block, 2).filter(|last| !last.plural && last.person && own.person);
        if let Some(last) = last.filter(|_| verb.any(Class::GOES_ON)) {
            return Verdict::By(last.clone(), SpeakerRule::Description);
        }
    }
    Verdict::By(own, rule)
}

/// Whether a French verb has the first or second person: `refusons`, `disais`.
fn is_first_or_second(verb: &str) -> bool {
    ["ons", "ez", "ais"].iter().any(|ending| verb.ends_with(ending))
}

/// Whether a word looks like a French verb in the third person.
fn is_third_person(word: &str) -> bool {
    ["e", "ent", "ait", "aient", "it"].iter().any(|ending| word.ends_with(ending)) && word.chars().count() > 3
}

/// Whether a word looks like a past participle.
fn is_participle(word: &str) -> bool {
    ["é", "i", "u", "it", "is"].iter().any(|ending| word.ends_with(ending)) && word.chars().count() > 2
}
