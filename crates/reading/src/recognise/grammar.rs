//! The grammar of bodies and places: a head (`ministère`, `université`, `rue`), extended by adjectives and by what follows `de`.

use super::{
    classes::Class,
    scan::{Candidate, Ground, Reader},
    sheet::{Gap, Shape},
};

/// Longest name of a body, in words.
const LONGEST: usize = 14;

impl Reader<'_> {
    /// The name of a body that begins with the head at `at`.
    pub(super) fn body(&self, at: usize) -> Option<Candidate> {
        let class = self.class(at);
        if !class.has(Class::BODY | Class::LOOSE_BODY | Class::POWER) || self.tokens[at].shape == Shape::Upper {
            return None;
        }
        // A capital that the sentence does not ask for makes a name of its own.
        let capital = self.is_capital(at) && !self.tokens[at].opens();
        let found = |last| Some(Candidate { first: at, last, ground: Ground::Body });
        let (after, adjectives) = self.past_adjectives(at);
        if let Some(last) = self.nation(at + 1).filter(|_| class.has(Class::POWER) || capital) {
            return found(last);
        }
        if !class.has(Class::BODY | Class::LOOSE_BODY) {
            return None;
        }
        if let Some(last) = self.complement(after, capital, class.has(Class::BODY) || adjectives > 0) {
            return found(last);
        }
        let party = matches!(self.text(at), "parti") && adjectives > 0;
        if capital && adjectives > 0 || party { found(after) } else { None }
    }

    /// The last of the adjectives after `at`, and how many there are.
    fn past_adjectives(&self, at: usize) -> (usize, usize) {
        let mut last = at;
        while self.touches(last + 1)
            && self.class(last + 1).has(Class::BODY_ADJECTIVE | Class::LOOSE_BODY)
            && !(self.class(last + 1).has(Class::LOOSE_BODY) && last > at)
        {
            last += 1;
        }
        (last, last - at)
    }

    /// The end of an adjective of a nation at `at`.
    fn nation(&self, at: usize) -> Option<usize> {
        let token = self.tokens.get(at).filter(|token| token.shape == Shape::Small && token.gap == Gap::Space)?;
        self.book.known.demonym_words.get(&token.word)?;
        let (_, len) = self.book.known.demonyms.longest(&self.tokens[at..])?;
        Some(at + len - 1)
    }

    /// The end of what completes a head whose last word so far is at `at`: `de` and a name, a name set beside it, or, for a head with a
    /// capital of its own, `de` and an ordinary noun.
    fn complement(&self, at: usize, capital: bool, strict: bool) -> Option<usize> {
        let mut last = None;
        let mut from = at;
        while from < at + LONGEST {
            let next = self
                .de_phrase(from, capital, strict || capital)
                .or_else(|| self.apposed(from, strict || capital))
                .or_else(|| last.filter(|_| capital).and_then(|_| self.purpose(from)));
            let Some(end) = next else { break };
            last = Some(end);
            from = end;
            if !capital && last.is_some() {
                break;
            }
        }
        last
    }

    /// The end of `et de construction`, `contre la corruption`, `pour l'enfance` after `at`.
    fn purpose(&self, at: usize) -> Option<usize> {
        if !self.follows(at + 1) {
            return None;
        }
        match self.text(at + 1) {
            "et" => self.de_phrase(at + 1, true, true),
            "pour" | "contre" if matches!(self.text(at + 2), "la" | "le" | "l" | "les") && self.touches(at + 3) => {
                Some(self.past_any_adjective(at + 3))
            }
            _ => None,
        }
    }

    /// A name set beside the head: `université Paris-Sud`.
    fn apposed(&self, at: usize, allowed: bool) -> Option<usize> {
        let next = at + 1;
        (allowed && self.follows(next) && self.is_name(next, true) && !self.class(next).has(Class::FIRST_NAME))
            .then(|| self.end(next, false))
    }

    /// The end of `de la Défense`, `du Travail`, `d'Île-de-France` after `at`.
    pub(super) fn de_phrase(&self, at: usize, capital: bool, allowed: bool) -> Option<usize> {
        let noun = self.past_de(at + 1)?;
        if self.is_name(noun, true) {
            let person = self.class(noun).has(Class::FIRST_NAME);
            let end = self.end(noun, person);
            let is_person = person && end > noun && self.tokens[noun + 1].gap == Gap::Space;
            return (allowed && !is_person).then(|| self.portfolio(noun, end));
        }
        let plain = capital && self.tokens[noun].shape == Shape::Small && self.tokens[noun].span().len() > 3;
        (plain && !self.class(noun).has(Class::FUNCTION)).then(|| self.past_any_adjective(noun))
    }

    /// The first word after `de`, `du`, `des`, `d'`, `de la`, `de l'` at `at`.
    fn past_de(&self, at: usize) -> Option<usize> {
        if !self.follows(at) || self.tokens[at].shape != Shape::Small {
            return None;
        }
        let next = match self.text(at) {
            "de" if matches!(self.text(at + 1), "la" | "l") => at + 2,
            "de" | "du" | "des" | "d" => at + 1,
            _ => return None,
        };
        self.touches(next).then_some(next)
    }

    /// `Affaires étrangères`, `Transition écologique et solidaire`: small adjectives after an ordinary word with a capital.
    fn portfolio(&self, noun: usize, end: usize) -> usize {
        let listed = self.book.known.names.longest(&self.tokens[noun..=end]).is_some();
        if noun != end || listed || !self.class(noun).has(Class::ORDINARY) {
            return end;
        }
        self.past_any_adjective(end)
    }

    /// The last of the words after `at` that look like adjectives.
    fn past_any_adjective(&self, at: usize) -> usize {
        let mut last = at;
        for _ in 0..2 {
            let next = last + 1;
            if !self.follows(next) || self.tokens[next].shape != Shape::Small || !self.looks_like_adjective(next) {
                break;
            }
            last = next;
        }
        last
    }

    fn looks_like_adjective(&self, at: usize) -> bool {
        const ENDINGS: [&str; 16] = [
            "ale", "ales", "aux", "ique", "iques", "aire", "aires", "ive", "ives", "ienne", "iennes", "elle", "elles",
            "eres", "ables", "iste",
        ];
        let text = self.text(at);
        !self.class(at).has(Class::FUNCTION)
            && (self.class(at).has(Class::BODY_ADJECTIVE) || ENDINGS.iter().any(|ending| text.ends_with(ending)))
    }

    /// The name of a place that begins with the head at `at`.
    pub(super) fn site(&self, at: usize) -> Option<Candidate> {
        if !self.class(at).has(Class::SITE) || self.tokens[at].shape == Shape::Upper {
            return None;
        }
        let last = match self.past_de(at + 1) {
            Some(_) => {
                let end = self.de_phrase(at, false, true)?;
                // `la plaine du Nord de la Chine`.
                let part = self.class(end).has(Class::COMPASS);
                if part { self.de_phrase(end, false, true).unwrap_or(end) } else { end }
            }
            None => self
                .follows(at + 1)
                .then_some(at + 1)
                .filter(|&next| self.is_name(next, true))
                .map(|next| self.end(next, true))?,
        };
        // `le Stade de Reims` plays, `le stade de Reims` stands.
        let club =
            self.text(at) == "stade" && self.is_capital(at) && !self.tokens[at].opens() && self.text(last) != "france";
        Some(Candidate { first: at, last, ground: if club { Ground::Body } else { Ground::Site } })
    }
}
