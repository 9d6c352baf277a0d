//! Where names begin and end: runs of capitals with the small words that belong to them, names that are listed, and the grammar of
//! bodies and places ([`super::grammar`]).

use super::{
    Sheet,
    classes::Class,
    counts::{Counts, shouts},
    known::Known,
    sheet::{Gap, Shape, Token},
    words::Words,
};

/// What every text of the corpus is read with.
#[derive(Clone, Debug)]
pub(super) struct Book {
    pub(super) words: Words,
    pub(super) known: Known,
    pub(super) counts: Counts,
}

/// Why a run of words is taken for a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// It is listed, as the entry of that position.
    Known(u32),
    /// It is one letter away from the entry of that position.
    Misspelt(u32),
    /// It speaks of the people of that position.
    People(u32),
    /// The grammar of bodies.
    Body,
    /// The grammar of places.
    Site,
    /// Its capitals.
    Capitals,
}

/// A run of words that may be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Position of the first token.
    pub(super) first: usize,
    /// Position of the last token.
    pub(super) last: usize,
    pub(super) ground: Ground,
}

/// Longest run of capitals that is taken for one name, in words: a bound on what a page of capitals costs.
const LONGEST: usize = 12;

/// A block under the eye.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'b> {
    pub(super) book: &'b Book,
    pub(super) tokens: &'b [Token],
    shouts: bool,
    /// Whether the text is English.
    pub(super) english: bool,
}

impl<'b> Reader<'b> {
    /// A reader of one block.
    pub(super) fn new(book: &'b Book, sheet: &'b Sheet) -> Self {
        Self { shouts: shouts(&sheet.tokens), ..Self::beside(book, sheet) }
    }

    /// A reader that only looks at what stands beside a name.
    pub(super) fn beside(book: &'b Book, sheet: &'b Sheet) -> Self {
        Self { book, tokens: &sheet.tokens, shouts: false, english: sheet.english }
    }

    /// What the word at `at` does; nothing, beyond the end.
    pub(super) fn class(&self, at: usize) -> Class {
        let words = &self.book.words;
        let class = |token: &Token| if self.english { words.english(token.word) } else { words.class(token.word) };
        self.tokens.get(at).map_or(Class::NONE, class)
    }

    /// Whether the word at `at` follows the one before it without anything but space, in the same sentence.
    pub(super) fn follows(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| token.gap == Gap::Space && !token.opens() && !token.linked())
    }

    /// Whether the word at `at` follows across a space, a hyphen or an apostrophe.
    pub(super) fn touches(&self, at: usize) -> bool {
        at > 0
            && self.tokens.get(at).is_some_and(|token| {
                matches!(token.gap, Gap::Space | Gap::Hyphen | Gap::Apostrophe) && !token.opens() && !token.linked()
            })
    }

    /// The folded word at `at`.
    pub(super) fn text(&self, at: usize) -> &'b str {
        self.tokens.get(at).map_or("", |token| self.book.words.text(token.word))
    }

    /// Whether the word at `at` has a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.shape.is_capital())
    }

    /// Whether only a comma, `et` or `ou` (with a small word after it) stands between the words at `before` and at `after`.
    pub(super) fn are_coordinated(&self, before: usize, after: usize) -> bool {
        if self.tokens[after].opens() {
            return false;
        }
        match after - before {
            1 => self.tokens[after].gap == Gap::Comma,
            2 | 3 => {
                let joins =
                    matches!(self.text(before + 1), "et" | "ou" | "ni") && self.tokens[before + 1].gap == Gap::Space;
                joins
                    && (before + 2..=after).all(|at| self.touches(at))
                    && (after - before == 2 || self.class(before + 2).has(Class::ARTICLE | Class::PARTICLE))
            }
            _ => false,
        }
    }

    /// Every candidate outside of the tokens that are `taken`, from left to right, none overlapping.
    pub(super) fn candidates(&self, taken: &[bool]) -> Vec<Candidate> {
        let (mut found, mut at, mut free) = (vec![], 0, 0);
        while at < self.tokens.len() {
            // The first taken token from here on.
            free = free.max(at);
            while free < taken.len() && !taken[free] {
                free += 1;
            }
            match self.candidate(at).filter(|candidate| candidate.last < free) {
                Some(candidate) => {
                    at = candidate.last + 1;
                    found.push(candidate);
                }
                None => at += 1,
            }
        }
        found
    }

    fn candidate(&self, at: usize) -> Option<Candidate> {
        if self.tokens[at].linked() {
            return None;
        }
        let run = self.run(at);
        if self.english {
            let run = run.and_then(|run| self.english_run(run));
            let known = self.known(at, run.map(|run| run.last));
            return [known, self.people(at), run].into_iter().flatten().reduce(longer);
        }
        let known = self.known(at, run.map(|run| run.last));
        // What the grammar takes in is longer than what a list or the capitals alone would give.
        [known, self.body(at), self.site(at), self.people(at), run].into_iter().flatten().reduce(longer)
    }

    /// A listed name, unless the capitals around it go on to make another name.
    fn known(&self, at: usize, run: Option<usize>) -> Option<Candidate> {
        let contracted = || {
            let after = at > 0 && !self.tokens[at].opens() && matches!(self.text(at - 1), "du" | "au" | "des" | "aux");
            after.then(|| self.book.known.contracted.longest(&self.tokens[at..])).flatten()
        };
        let (&entry, len) = self.book.known.names.longest(&self.tokens[at..]).or_else(contracted)?;
        let last = at + len - 1;
        // `le Nord de la Chine` is a part of it.
        if len == 1
            && self.class(at).has(Class::COMPASS)
            && matches!(self.text(at + 1), "de" | "du" | "des" | "d" | "est" | "ouest")
        {
            return None;
        }
        let lone = len == 1 && self.class(at).has(Class::ORDINARY);
        if lone && self.is_portfolio(at) {
            return None;
        }
        let token = self.tokens[at];
        if lone && (token.opens() || self.shouts) && !self.book.counts.speaks_for_a_name(token.word) {
            // `Nice` and `Tours` open sentences as other words do.
            return None;
        }
        let hyphened = self.tokens.get(last + 1).is_some_and(|next| next.gap == Gap::Hyphen && next.shape.is_capital());
        let named = self.class(at).has(Class::FIRST_NAME) && len == 1;
        let goes_on = run.is_some_and(|run| run > last && (hyphened || named || token.shape != Shape::Small));
        (!goes_on).then_some(Candidate { first: at, last, ground: Ground::Known(entry) })
    }

    /// An adjective or a noun that speaks of a people.
    fn people(&self, at: usize) -> Option<Candidate> {
        let (&people, len) = self.book.known.demonyms.longest(&self.tokens[at..])?;
        let last = at + len - 1;
        // `Le Breton`, `Breton-Girard`: part of a name.
        let in_name = (at > 0 && self.tokens[at].gap == Gap::Hyphen)
            || self.tokens.get(last + 1).is_some_and(|next| next.gap == Gap::Hyphen);
        (!in_name).then_some(Candidate { first: at, last, ground: Ground::People(people) })
    }

    /// A run of capitals.
    fn run(&self, at: usize) -> Option<Candidate> {
        let mut first = self.start(at)?;
        let last = self.end(first, self.is_person_like(first));
        // `le Président Macron`: the office is no part of the name.
        while first < last
            && self.class(first).has(Class::TITLE | Class::CIVILITY)
            && !self.class(first).has(Class::FIRST_NAME)
            && self.tokens[first + 1].gap != Gap::Hyphen
        {
            first += 1;
        }
        let lone = first == last;
        if lone && (self.tokens[first].shape == Shape::Initial || self.class(first).has(Class::FUNCTION)) {
            return None;
        }
        if lone && self.is_portfolio(first) {
            return None;
        }
        Some(Candidate { first, last, ground: Ground::Capitals })
    }

    /// Whether the word at `at` is what a minister or a prosecutor is in charge of: `ministre de l'Économie`, `procureur de la République`.
    fn is_portfolio(&self, at: usize) -> bool {
        let office = |at: usize| {
            matches!(
                self.text(at),
                "ministre" | "ministres" | "secretaire" | "etat" | "delegue" | "procureur" | "commissaire"
            )
        };
        let of = at > 1 && matches!(self.text(at - 1), "du" | "des" | "la" | "l" | "aux" | "a");
        of && self.class(at).has(Class::ORDINARY) && (at.saturating_sub(3)..at - 1).any(office)
    }

    /// Where a name that the word at `at` may open begins: at `at`, or nowhere.
    fn start(&self, at: usize) -> Option<usize> {
        let token = self.tokens[at];
        let next = self.tokens.get(at + 1);
        let joins_capital = next.is_some_and(|next| {
            next.shape.is_capital() && !next.opens() && matches!(next.gap, Gap::Space | Gap::Hyphen | Gap::Apostrophe)
        });
        if token.shape == Shape::Small {
            // `al-Assad`, `ben Laden`, `von der Leyen`.
            let text = self.text(at);
            let arabic = matches!(text, "al" | "el" | "ul") && next.is_some_and(|next| next.gap == Gap::Hyphen);
            let particle = matches!(text, "ben" | "bin" | "ibn" | "abou" | "abu" | "von" | "van");
            return (joins_capital && (arabic || particle) && self.is_name(at + 1, true)).then_some(at);
        }
        let article = self.class(at).has(Class::ARTICLE) && token.shape.is_capital() && !token.opens() && !self.shouts;
        if article {
            return (joins_capital && self.is_name(at + 1, true)).then_some(at);
        }
        self.is_name(at, false).then_some(at)
    }

    /// Whether the word at `at` is a word of a name; `inside`, where another stands before it.
    pub(super) fn is_name(&self, at: usize, inside: bool) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.shape.is_capital() && !token.linked()) else {
            return false;
        };
        let class = self.class(at);
        // `A.K. Bose`
        let initial = self.english
            && token.shape == Shape::Initial
            && self
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.gap == Gap::Stop && next.shape.is_capital() && !next.opens());
        if initial {
            return true;
        }
        let notre_dame = || self.text(at) == "notre" && self.text(at + 1) == "dame";
        if class.has(Class::FUNCTION) && !(inside && token.gap == Gap::Hyphen) && !notre_dame() {
            return false;
        }
        if class.has(Class::CALENDAR) {
            return false;
        }
        if self.shouts {
            return self.book.counts.inside(token.word) > self.book.counts.small(token.word)
                || !class.has(Class::ORDINARY);
        }
        if token.opens() && !inside {
            return self.opens_name(at);
        }
        if token.shape == Shape::Upper
            && (class.has(Class::INITIALISM) || !inside && is_century(self.text(at), self.text(at + 1)))
        {
            return false;
        }
        let joined = inside || self.joins_name(at);
        joined
            || !(class.has(Class::SOLEMN) && class.has(Class::ORDINARY)
                || class.has(Class::ORDINARY) && self.book.counts.is_mostly_small(token.word))
    }

    /// Whether the next word has a capital too and belongs to this one.
    fn joins_name(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| {
            next.shape.is_capital()
                && !next.opens()
                && matches!(next.gap, Gap::Space | Gap::Hyphen)
                && !self.class(at + 1).has(Class::FUNCTION)
        })
    }

    /// Whether the word at `at`, whose capital is that of a sentence, is a name all the same.
    fn opens_name(&self, at: usize) -> bool {
        let (token, class) = (self.tokens[at], self.class(at));
        let counts = &self.book.counts;
        let joins = self.joins_name(at);
        let hyphened = self.tokens.get(at + 1).is_some_and(|next| next.gap == Gap::Hyphen);
        if joins && (hyphened || class.has(Class::FIRST_NAME)) {
            return true;
        }
        // `Conservative Party Headquarters`: the head that stands last makes a name of it.
        if self.english && joins && self.class(self.end(at + 1, false)).has(Class::BODY) {
            return true;
        }
        if class.has(Class::SOLEMN | Class::TITLE | Class::CIVILITY | Class::INITIALISM) {
            return false;
        }
        if counts.inside(token.word) > 0 && counts.speaks_for_a_name(token.word) {
            return true;
        }
        if counts.small(token.word) > 0 {
            return false;
        }
        // A French noun needs an article: what governs a verb without one is a name.
        let governs =
            self.follows(at + 1) && matches!(self.text(at + 1), "a" | "est" | "avait" | "etait" | "sera" | "va");
        !class.has(Class::ORDINARY) || governs && !self.text(at).ends_with("ment")
    }

    /// Whether what stands at and before `at` announces a person.
    fn is_person_like(&self, at: usize) -> bool {
        self.class(at).has(Class::FIRST_NAME) || (at > 0 && self.class(at - 1).has(Class::TITLE | Class::CIVILITY))
    }

    /// The last word of the name that begins at `first`.
    pub(super) fn end(&self, first: usize, person: bool) -> usize {
        let mut last = first;
        while last < first + LONGEST {
            let next = last + 1;
            let Some(token) = self.tokens.get(next).filter(|token| !token.opens() && !token.linked()) else {
                return last;
            };
            let joined = match token.gap {
                Gap::Space | Gap::Hyphen => true,
                // `Marks & Spencer`
                Gap::And => token.shape.is_capital() && self.tokens[last].shape.is_capital(),
                Gap::Apostrophe => self.tokens[last].span().len() == 1 && token.shape.is_capital(),
                Gap::Stop => self.tokens[last].shape == Shape::Initial && token.shape.is_capital(),
                _ => false,
            };
            if !joined {
                return last;
            }
            let article = token.shape.is_capital()
                && self.class(next).has(Class::ARTICLE | Class::PARTICLE | Class::FOREIGN_PARTICLE)
                && self.class(first).has(Class::FIRST_NAME)
                && self.touches(next + 1)
                && self.is_name(next + 1, true);
            last = if article || self.is_name(next, true) && !self.begins_another(first, next) {
                next
            } else if let Some(end) = self.past_particles(first, last, person) {
                end
            } else {
                return last;
            };
        }
        last
    }

    /// Whether a person begins at `next`, glued to a name of something else before it: `du Budget Michel Dupont`, `de Bordeaux Joscelin`.
    fn begins_another(&self, first: usize, next: usize) -> bool {
        if self.tokens[next].gap != Gap::Space || self.class(first).has(Class::FIRST_NAME) {
            return false;
        }
        let before = &self.tokens[first..next];
        let listed = self.book.known.names.longest(before).is_some_and(|(_, len)| len == before.len());
        let seat = first > 1
            && matches!(self.text(first - 1), "de" | "d" | "du")
            && (first.saturating_sub(3)..first - 1).any(|at| self.class(at).has(Class::TITLE | Class::SEATED));
        let person =
            self.class(next).has(Class::FIRST_NAME) && !self.class(next).has(Class::ORDINARY) && self.joins_name(next);
        listed && seat || person && (listed || seat)
    }

    /// The word of the name after small words that belong to it, as in `Aix-en-Provence`, `Osama ben Laden`, `Charles de Gaulle`.
    fn past_particles(&self, first: usize, last: usize, person: bool) -> Option<usize> {
        let hyphened = self.tokens[last + 1].gap == Gap::Hyphen;
        let first_names = (first..=last).filter(|&at| at == first || self.tokens[at].gap == Gap::Space).count();
        let mut at = last + 1;
        while at <= last + 3 && self.tokens.get(at).is_some_and(|token| token.shape == Shape::Small && !token.linked())
        {
            let class = self.class(at);
            let french = class.has(Class::PARTICLE) && (hyphened || person && first_names <= 2 && self.is_noble(at));
            if !(french || class.has(Class::FOREIGN_PARTICLE) || hyphened && self.tokens[at].span().len() <= 4) {
                return None;
            }
            at += 1;
        }
        let gap = self.tokens.get(at)?.gap;
        let good = if hyphened {
            matches!(gap, Gap::Hyphen | Gap::Apostrophe)
        } else {
            matches!(gap, Gap::Space | Gap::Hyphen | Gap::Apostrophe)
        };
        (at > last + 1 && good && !self.tokens[at].opens() && self.is_name(at, true)).then_some(at)
    }

    /// Whether the particle at `at` can stand before a family name.
    fn is_noble(&self, at: usize) -> bool {
        matches!(self.text(at), "de" | "d" | "du" | "des" | "la" | "le")
    }
}

/// The one that goes on for longer.
const fn longer(best: Candidate, next: Candidate) -> Candidate {
    if next.last > best.last { next } else { best }
}

/// Whether `XVII e` counts centuries or arrondissements.
fn is_century(text: &str, next: &str) -> bool {
    text.chars().all(|c| "ivxlc".contains(c)) && matches!(next, "e" | "eme" | "siecle" | "er" | "siecles")
}
