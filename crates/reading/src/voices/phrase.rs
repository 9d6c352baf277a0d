//! Phrases that can name a speaker: names, descriptions, pronouns.
//!
//! No parser: a phrase is found by its first word (an article, a title, a capital) and grows while its words hang together. A name inside it
//! (`le ministre des Affaires étrangères Boris Johnson`, `le porte-parole du ministère, John Kirby`) is what names the speaker.

use super::{
    flow::{Flow, Gap},
    lexicon::Class,
};
use visavis_corpus::{Kind, Mention};

/// Words that a phrase can have.
const LONGEST: usize = 16;
/// Words that may follow the capitals of a body's name before its comma.
const REST_OF_NAME: usize = 6;
/// Letters of the short name of a party or union.
const PARTY: usize = 5;
/// Adjectives that the name of a body has.
const ADJECTIVES: usize = 3;
/// Words that a role before a name has, with the first of the name.
pub(super) const ROLE_WORDS: usize = 6;

/// What a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A proper name, with its title and article.
    Name,
    /// An article and a noun.
    Description,
    /// `il`, `elles`.
    Pronoun,
}

/// A phrase: positions of words, last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) sort: Sort,
    pub(super) first: usize,
    pub(super) last: usize,
    /// The proper name in it.
    pub(super) name: Option<(usize, usize)>,
    /// The noun that a description turns on.
    pub(super) head: Option<usize>,
    /// Whether it stands after a preposition: not the subject.
    pub(super) oblique: bool,
    pub(super) feminine: Option<bool>,
    pub(super) plural: bool,
}

impl Flow<'_> {
    /// The mention that the word at `at` is in.
    pub(super) fn mention(&self, at: usize) -> Option<&Mention> {
        self.mentions.get(self.words.get(at)?.mention? as usize)
    }

    /// All phrases of the paragraph, in order, apart from each other.
    pub(super) fn phrases(&self) -> Vec<Phrase> {
        let (mut found, mut at) = (vec![], 0);
        while at < self.words.len() {
            match self.phrase(at) {
                Some(phrase) => {
                    let before = found.last().is_some_and(|last: &Phrase| last.last + 1 == at);
                    let apposed = before && self.words[at].gap.has(Gap::COMMA) && phrase.head == Some(at);
                    at = phrase.last + 1;
                    // A day or a week speaks for nobody; `, ministre des Finances` is whoever stands before it.
                    if !apposed && !phrase.head.is_some_and(|head| self.class(head).any(Class::TIME)) {
                        found.push(phrase);
                    }
                }
                None => at += 1,
            }
        }
        found
    }

    /// The phrase that begins at `at`.
    pub(super) fn phrase(&self, at: usize) -> Option<Phrase> {
        let word = self.words.get(at)?;
        let (class, oblique) = (word.class, self.is_oblique(at));
        let new = |sort, last| Phrase {
            sort,
            first: at,
            last,
            name: None,
            head: None,
            oblique,
            feminine: gender(class),
            plural: class.any(Class::PLURAL),
        };
        if class.any(Class::PRONOUN) && !(word.capital && word.acronym) {
            return Some(new(Sort::Pronoun, at));
        }
        if let Some(last) = self.demonstrative(at) {
            return Some(new(Sort::Pronoun, last));
        }
        if class.any(Class::TITLE) && self.words.get(at + 1).is_some_and(|next| next.capital) && word.capital {
            let last = self.name_end(at + 1);
            return Some(Phrase { name: Some((at, last)), ..new(Sort::Name, last) });
        }
        if class.any(Class::DETERMINER) && self.opens_phrase(at) && self.follows(at + 1) {
            return self.described(at + 1, new(Sort::Description, at));
        }
        let led_role = class.any(Class::PRE) && self.joins(at + 1) && self.class(at + 1).any(Class::ROLE);
        if word.capital
            && word.mention.is_none()
            && (class.any(Class::ROLE) || led_role)
            && !class.any(Class::FIRST_NAME)
        {
            return self.described(at, new(Sort::Description, at));
        }
        if word.capital && self.is_name_start(at) {
            let last = self.name_end(at);
            let feminine = self.first_name_gender(at);
            if let Some(owned) = self.owned(last)
                && let Some(phrase) = self.described(owned, Phrase { plural: false, ..new(Sort::Description, last) })
            {
                return Some(phrase);
            }
            return Some(Phrase { name: Some((at, last)), feminine, plural: false, ..new(Sort::Name, last) });
        }
        // `Former minister Anna Brown said`, `Le` left out in a heading.
        if class.any(Class::ROLE) && (word.capital || !self.follows_noun(at)) && !class.any(Class::FINITE) {
            return self.described(at, new(Sort::Description, at));
        }
        None
    }

    /// `Ce dernier`, `cette dernière`: its last word.
    fn demonstrative(&self, at: usize) -> Option<usize> {
        let last = self.words.get(at + 1).filter(|word| word.gap.joins())?;
        let this = || matches!(self.word(at).to_lowercase().as_str(), "ce" | "cette" | "ces");
        let last_word = matches!(&self.text[last.span.range()], "dernier" | "dernière" | "derniers" | "dernières");
        (last_word && this() && !self.joins(at + 2) | !self.class(at + 2).any(Class::TIME)).then_some(at + 1)
    }

    /// Whether a word follows that a phrase can have.
    fn follows(&self, at: usize) -> bool {
        self.joins(at) && !self.class(at).any(Class::AUX | Class::PRONOUN | Class::THAT | Class::WHO)
    }

    /// Whether the article at `at` opens a phrase and is no pronoun (`l'a dit`) or preposition (`de la` after a noun).
    fn opens_phrase(&self, at: usize) -> bool {
        let (class, next) = (self.class(at), self.class(at + 1));
        let bare_of = class.any(Class::OF) && self.words[at].span.len() < 3;
        let pronoun = class.any(Class::CLITIC) && next.any(Class::AUX | Class::CLITIC);
        !bare_of && !pronoun && !self.words[at].gap.has(Gap::HYPHEN)
    }

    fn follows_noun(&self, at: usize) -> bool {
        self.joins(at)
            && !self
                .class(at - 1)
                .any(Class::PREPOSITION | Class::AND | Class::SUBORDINATE | Class::SPEECH | Class::TIME | Class::ADVERB)
    }

    /// Whether the phrase at `at` stands after a preposition.
    fn is_oblique(&self, at: usize) -> bool {
        self.joins(at) && {
            let before = self.class(at - 1);
            // `avant` and `peu` are adverbs too, `des` an article.
            before.any(Class::PREPOSITION) && !(self.class(at).any(Class::PRONOUN))
        }
    }

    /// Whether a name begins at `at`: at the start of a sentence every word has a capital.
    fn is_name_start(&self, at: usize) -> bool {
        let word = &self.words[at];
        let small = Class::AUX
            | Class::PREPOSITION
            | Class::SUBORDINATE
            | Class::ADVERB
            | Class::TIME
            | Class::GERUND
            | Class::AND
            | Class::CLITIC
            | Class::ACCORDING;
        if word.class.any(Class::FIRST_NAME) || word.mention.is_some() {
            return true;
        }
        let started = self.begins(at) || word.gap.has(Gap::COLON) || word.gap.has(Gap::QUOTE);
        if !started {
            return !word.class.any(Class::PRONOUN | Class::TIME);
        }
        if word.class.any(small | Class::FIRST_PERSON) {
            return false;
        }
        let Some(next) = self.words.get(at + 1) else { return true };
        let verb = Class::AUX | Class::FINITE | Class::CLITIC;
        next.gap.has(Gap::COLON)
            || word.acronym
            || (next.gap.joins() && next.capital && !next.class.any(Class::PRONOUN))
            || (next.gap.joins() && next.class.any(verb) && !next.class.any(Class::DETERMINER))
            || (next.gap.joins() && next.class.any(Class::CLITIC) && self.class(at + 2).any(Class::AUX | Class::FINITE))
            || (next.gap.has(Gap::COMMA) && next.class.any(Class::WHO))
    }

    /// The last word of the name that begins at `at`.
    pub(super) fn name_end(&self, at: usize) -> usize {
        let mut last = at;
        while last - at < LONGEST {
            let Some(next) = self.next_of_name(last) else { break };
            last = next;
        }
        last
    }

    /// The next word with a capital of the name that has come to `last`.
    fn next_of_name(&self, last: usize) -> Option<usize> {
        let (here, next) = (&self.words[last], self.words.get(last + 1)?);
        let initial = here.span.len() == 1 && here.capital && next.gap.has(Gap::STOP);
        if !(self.joins(last + 1) || initial) || self.parted(last, last + 1) {
            return None;
        }
        if next.capital && !next.class.any(Class::PRONOUN | Class::TIME) || self.is_number_of_name(last) {
            return Some(last + 1);
        }
        // `Jean de La Fontaine`, `Bachar al-Assad`; not `Paul de la police`.
        let particles =
            (1..=2).take_while(|n| self.class(last + n).any(Class::PARTICLE) && self.joins(last + n)).count();
        let after = last + particles + 1;
        let goes_on = particles > 0 && self.joins(after) && self.words[after].capital && !here.acronym;
        (goes_on && self.same_name(last, after)).then_some(after)
    }

    /// Whether two words that stand side by side belong to two names: `l'AFP Antoine Morvan`.
    fn parted(&self, last: usize, next: usize) -> bool {
        let (here, there) = (&self.words[last], &self.words[next]);
        if here.mention.is_some() && here.mention == there.mention || there.gap.has(Gap::HYPHEN) {
            return false;
        }
        let person_next =
            self.mention(next).is_some_and(|m| m.kind == Kind::Person && m.span.start() == there.span.start());
        let ended = self.mention(last).is_some_and(|m| m.kind != Kind::Person);
        let first_name = there.class.any(Class::FIRST_NAME) && !here.class.any(Class::FIRST_NAME | Class::TITLE);
        (person_next && !here.class.any(Class::FIRST_NAME | Class::TITLE))
            || (ended && there.capital)
            || (here.acronym && !there.acronym)
            || first_name
    }

    /// Whether a particle joins: within one mention, or where no mention says otherwise.
    fn same_name(&self, last: usize, after: usize) -> bool {
        match (self.words[last].mention, self.words[after].mention) {
            (None, None) => self.words[last + 1].span.len() <= 3,
            (here, there) => here == there,
        }
    }

    fn is_number_of_name(&self, last: usize) -> bool {
        let within = self.words[last].mention;
        within.is_some() && self.words.get(last + 1).is_some_and(|next| next.mention == within)
    }

    /// `Oliver's teacher`, `the workers' union`: what somebody whose name or noun ends at `last` has.
    fn owned(&self, last: usize) -> Option<usize> {
        let next = self.words.get(last + 1).filter(|_| self.joins(last + 1))?;
        if !next.gap.has(Gap::APOSTROPHE) {
            return None;
        }
        let singular = self.word(last + 1) == "s" && self.words[last].span.len() > 1 && self.joins(last + 2);
        let plural = next.gap.has(Gap::SPACE) && self.word(last).ends_with('s');
        if singular { Some(last + 2) } else { plural.then_some(last + 1) }
    }

    fn first_name_gender(&self, at: usize) -> Option<bool> {
        let class = self.class(at);
        class.any(Class::FIRST_NAME).then(|| gender(class)).flatten()
    }

    /// The description whose noun is at `at` or a little later.
    fn described(&self, at: usize, mut phrase: Phrase) -> Option<Phrase> {
        let (mut next, mut named_body) = (at, false);
        while next < at + LONGEST && (next == at || self.joins(next)) && next < self.words.len() {
            let word = &self.words[next];
            let led = next == at || self.class(next - 1).any(Class::OF);
            if word.capital && !self.is_capital_of_noun(next) {
                if phrase.oblique && phrase.head.is_some_and(|head| !self.class(head).any(Class::ROLE)) && !led {
                    break;
                }
                let last = self.name_end(next);
                if self.names_body(at, next) {
                    (phrase.last, next, named_body) = (last, last + 1, true);
                    continue;
                }
                if next == last && self.is_party(phrase.head, next) {
                    (phrase.last, next) = (last, last + 1);
                    continue;
                }
                let last = if phrase.head.is_none() { self.with_adjectives(next, last) } else { last };
                if let Some(owned) = self.owned(last).filter(|&owned| self.follows(owned)) {
                    (phrase.head, phrase.last, next) = (None, last, owned);
                    continue;
                }
                if phrase.head.is_none() || !self.class(next - 1).any(Class::OF | Class::DETERMINER) {
                    phrase.name = Some((next, last));
                    phrase.feminine = self.first_name_gender(next).or(phrase.feminine);
                    phrase.sort = if phrase.head.is_none() { Sort::Name } else { phrase.sort };
                    phrase.last = last;
                    return Some(phrase);
                }
                (phrase.last, next) = (last, last + 1);
                continue;
            }
            if !self.goes_on(next, led, phrase.head.is_some(), phrase.plural) {
                break;
            }
            let named = word.class.any(Class::ROLE) && !led && !word.gap.has(Gap::HYPHEN);
            let beside = phrase.head.is_some_and(|head| (head..next).all(|at| !self.class(at).any(Class::OF)));
            if phrase.head.is_none() && !word.class.any(Class::PRE) || named && beside {
                phrase.head = Some(next);
                phrase.feminine = gender(word.class).or(phrase.feminine);
            }
            phrase.last = next;
            next += 1;
            if let Some(owned) = self.owned(phrase.last).filter(|&owned| self.follows(owned)) {
                (phrase.head, next) = (None, owned);
            }
        }
        while phrase.last > phrase.first && self.class(phrase.last).any(Class::OF | Class::DETERMINER) {
            phrase.last -= 1;
        }
        // `un autre`: the noun is left out.
        let elliptic = phrase.last > phrase.first && matches!(self.word(phrase.last), "autre" | "autres");
        phrase.head = phrase.head.or_else(|| elliptic.then_some(phrase.last));
        phrase.head?;
        let rest = if named_body { self.rest_of_name(phrase.last) } else { phrase.last };
        self.apposed(&mut phrase, rest + 1);
        Some(phrase)
    }

    /// `la députée LR`, `le délégué CGT`: whether the capitals at `at` tell whose the role is.
    fn is_party(&self, role: Option<usize>, at: usize) -> bool {
        let role = role.is_some_and(|role| self.class(role).any(Class::ROLE));
        let person = self.mention(at).is_some_and(|mention| mention.kind == Kind::Person);
        role && !person && self.words[at].acronym && self.words[at].span.len() <= PARTY
    }

    /// `la présidente de l'association Santé pour tous`: whether the capital at `at`, in the description from `first` on, names a body.
    fn names_body(&self, first: usize, at: usize) -> bool {
        let body = at > first && self.class(at - 1).any(Class::BODY);
        let led = (first + 1..at).any(|i| self.class(i).any(Class::OF));
        let person = self.class(at).any(Class::FIRST_NAME)
            || self.mention(at).is_some_and(|mention| mention.kind == Kind::Person && mention.entity.is_some());
        body && led && !person
    }

    /// The last word before the comma that ends a body's name, whose small words cannot be told from others.
    fn rest_of_name(&self, last: usize) -> usize {
        let verb = Class::AUX | Class::SPEECH | Class::THAT | Class::WHO;
        let near = last + 1..self.words.len().min(last + 1 + REST_OF_NAME);
        near.take_while(|&at| self.joins(at) && !self.class(at).any(verb)).last().unwrap_or(last)
    }

    /// The description after the contracted article at `at`: `du jury`.
    pub(super) fn contracted(&self, at: usize) -> Option<Phrase> {
        let first = at + 1;
        let blank = Phrase {
            sort: Sort::Description,
            first,
            last: first,
            name: None,
            head: None,
            oblique: true,
            feminine: None,
            plural: false,
        };
        (self.word(at) == "du" && self.follows(first)).then(|| self.described(first, blank)).flatten()
    }

    /// `Premier ministre`, `Commission européenne`, `Parti socialiste`: a capital that a small letter follows.
    fn is_capital_of_noun(&self, at: usize) -> bool {
        let next_is_noun = |next: &super::flow::Word| !next.capital || next.class.any(Class::ROLE);
        self.class(at).any(Class::PRE) && self.joins(at + 1) && next_is_noun(&self.words[at + 1])
            || self.class(at).any(Class::ROLE) && !self.class(at).any(Class::FIRST_NAME)
    }

    /// `Commission européenne`, `Agence spatiale européenne`: a body's name with its adjectives.
    fn with_adjectives(&self, first: usize, last: usize) -> usize {
        const ENDINGS: &[&str] = &[
            "ien", "ienne", "éen", "éenne", "al", "ale", "ais", "aise", "ain", "aine", "iste", "ique", "ois", "oise",
            "aire", "el", "elle", "if", "ive", "unies", "ières", "ères", "iens", "éens", "ains", "aux", "istes",
            "iques",
        ];
        let known = self.mention(last).is_some_and(|mention| mention.kind == Kind::Person);
        if known || first != last || self.class(last).any(Class::FIRST_NAME) {
            return last;
        }
        let is_adjective = |at: &usize| {
            let small = !self.words[*at].capital && self.class(*at) == Class::default();
            small && self.joins(*at) && ENDINGS.iter().any(|ending| self.word(*at).ends_with(ending))
        };
        let near = last + 1..self.words.len().min(last + 1 + ADJECTIVES);
        near.take_while(is_adjective).last().unwrap_or(last)
    }

    /// Whether a small word belongs to the description so far.
    fn goes_on(&self, at: usize, led: bool, has_head: bool, plural: bool) -> bool {
        let class = self.class(at);
        let foreign = Class::AUX | Class::PRONOUN | Class::WHO | Class::THAT | Class::GERUND;
        if class.any(foreign) || (class.any(Class::CLITIC) && !class.any(Class::DETERMINER)) {
            return false;
        }
        if class.any(Class::OF) {
            return has_head && !led;
        }
        // `the 22-year-old`
        if self.words[at].gap.has(Gap::HYPHEN) {
            return true;
        }
        if led {
            // `Et le maire de conclure : « … »`
            return !(class.any(Class::INFINITIVE) && self.class(at - 1).any(Class::OF) && !class.any(Class::FINITE));
        }
        let ends =
            Class::PREPOSITION | Class::SUBORDINATE | Class::FINITE | Class::TIME | Class::AND | Class::DETERMINER;
        let verb = self.joins(at + 1)
            && self.class(at + 1).any(Class::DETERMINER | Class::CLITIC)
            && !self.class(at + 1).any(Class::OF)
            && has_head;
        // `un délégué croisé devant l'usine`: what happened to him does not name him.
        let participle = ["é", "ée", "és", "ées"].iter().any(|ending| self.word(at).ends_with(ending));
        let happened = participle
            && has_head
            && self.class(at + 1).any(Class::PREPOSITION | Class::TIME)
            && !self.class(at + 1).any(Class::OF);
        // An adjective agrees: `les syndicats restent` ends before its verb.
        let agrees = !plural || !has_head || self.word(at).ends_with(['s', 'x', 'z']) || self.word(at).is_ascii();
        let agrees = agrees && !(plural && has_head && self.word(at).ends_with("ent"));
        let other = has_head && class.any(Class::ADVERB | Class::VERB | Class::INCISE);
        // `The airline apologised`
        let past = has_head && self.words[at].span.len() > 4 && self.word(at).ends_with("ed");
        let noun = class.any(Class::NOUN_TOO) && (!has_head || (class.any(Class::INFINITIVE) && !plural));
        let ended = (class.any(ends) && !noun) || verb || happened || other || past;
        agrees && !ended
    }

    /// `Le chef du service, le professeur Jean Morel, …`: where the name begins that a second role leads to, unless people are listed.
    fn name_of_role(&self, at: usize) -> Option<usize> {
        let near = at + 1..self.words.len().min(at + ROLE_WORDS);
        let name = near.take_while(|&i| self.joins(i)).find(|&i| self.words[i].capital)?;
        let role = (at + 1..name).any(|i| self.class(i).any(Class::ROLE | Class::TITLE));
        let bare = (at + 1..name).all(|i| !self.class(i).any(Class::AUX | Class::AND | Class::WHO | Class::THAT));
        let next = self.name_end(name) + 1;
        let listed = self.words.get(next).is_some_and(|word| word.gap.has(Gap::COMMA))
            && self.class(next).any(Class::DETERMINER);
        (self.class(at).any(Class::DETERMINER) && role && bare && !listed).then_some(name)
    }

    /// `Le porte-parole, John Kirby, …`: takes the name at `at`, beside the description.
    fn apposed(&self, phrase: &mut Phrase, at: usize) {
        let Some(word) = self.words.get(at) else { return };
        let comma =
            word.gap.has(Gap::COMMA) && !word.gap.has(Gap::QUOTE) && word.sentence == self.words[phrase.last].sentence;
        let at = if comma { self.name_of_role(at).unwrap_or(at) } else { at };
        let word = &self.words[at];
        let titled = word.class.any(Class::TITLE) && self.words.get(at + 1).is_some_and(|next| next.capital);
        if !comma || !word.capital || (word.class.any(Class::PRONOUN | Class::TIME | Class::DETERMINER) && !titled) {
            return;
        }
        let last = self.name_end(if titled { at + 1 } else { at });
        let person = match self.mention(last) {
            Some(mention) => mention.kind == Kind::Person,
            None => last > at || word.class.any(Class::FIRST_NAME),
        };
        let closed = self.words.get(last + 1).is_none_or(|next| !next.gap.joins() || next.sentence != word.sentence);
        let head = phrase.head.map_or_else(Class::default, |head| self.class(head));
        let role = head.any(Class::ROLE) || (!phrase.oblique && !head.any(Class::TIME));
        if person && role && closed {
            phrase.name = Some((at, last));
            phrase.feminine = self.first_name_gender(at).or(phrase.feminine);
            phrase.last = last;
        }
    }
}

/// Feminine, masculine, or not known.
const fn gender(class: Class) -> Option<bool> {
    match (class.any(Class::FEMININE), class.any(Class::MASCULINE)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}
