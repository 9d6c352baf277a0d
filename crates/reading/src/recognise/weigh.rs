//! What speaks for a candidate being a person, a place or a body: each observation adds to a score, and the strongest is the rule that
//! readers are told.

use super::{
    classes::Class,
    known::Source,
    scan::{Candidate, Ground, Reader},
    sheet::{Gap, Shape},
};
use visavis_corpus::{Kind, MentionRule};

/// Scores of the three kinds that have to be told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Scores {
    pub(super) person: i32,
    pub(super) place: i32,
    pub(super) body: i32,
}

impl Scores {
    /// Adds those of `other`.
    pub(super) fn add(&mut self, other: Self) {
        self.person += other.person;
        self.place += other.place;
        self.body += other.body;
    }

    /// The same scores in proportion, each at most `most` either way.
    pub(super) fn share(self, part: i32, of: i32, most: i32) -> Self {
        let share = |score: i32| (score * part / of.max(1)).clamp(-most, most);
        Self { person: share(self.person), place: share(self.place), body: share(self.body) }
    }

    /// The best kind, its score and its lead over the next.
    pub(super) fn best(self) -> (Kind, i32, i32) {
        let mut all = [(self.person, Kind::Person), (self.place, Kind::Place), (self.body, Kind::Organisation)];
        all.sort_by_key(|&(score, kind)| (std::cmp::Reverse(score), kind));
        (all[0].1, all[0].0, all[0].0 - all[1].0)
    }
}

/// What was observed of one candidate.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    pub(super) scores: Scores,
    /// Of each kind the rule that weighed most, and what. Evidence is kept for each candidate of a corpus: it is small.
    rules: [Option<(i16, MentionRule)>; 3],
    /// Whether it is called as a woman, `Mme`, or as a man, `M.`
    pub(super) feminine: Option<bool>,
}

impl Evidence {
    fn note(&mut self, kind: Kind, weight: i32, rule: MentionRule) {
        let (score, at) = match kind {
            Kind::Person => (&mut self.scores.person, 0),
            Kind::Place => (&mut self.scores.place, 1),
            _ => (&mut self.scores.body, 2),
        };
        *score += weight;
        let weight = i16::try_from(weight).unwrap_or(i16::MAX);
        if weight > 0 && self.rules[at].is_none_or(|(strongest, _)| weight > strongest) {
            self.rules[at] = Some((weight, rule));
        }
    }

    pub(super) fn person(&mut self, weight: i32, rule: MentionRule) {
        self.note(Kind::Person, weight, rule);
    }

    fn place(&mut self, weight: i32, rule: MentionRule) {
        self.note(Kind::Place, weight, rule);
    }

    pub(super) fn body(&mut self, weight: i32, rule: MentionRule) {
        self.note(Kind::Organisation, weight, rule);
    }

    /// The strongest rule for `kind`, where one says more than that there is a capital.
    pub(super) fn rule(&self, kind: Kind) -> Option<MentionRule> {
        let at = match kind {
            Kind::Person => 0,
            Kind::Place => 1,
            _ => 2,
        };
        self.rules[at].filter(|&(weight, _)| weight > 2).map(|(_, rule)| rule)
    }
}

/// Endings of French and foreign place names.
const PLACE_ENDINGS: [&str; 22] = [
    "ville", "villers", "villiers", "bourg", "burg", "court", "mont", "heim", "willer", "grad", "stan", "land",
    "field", "ham", "ington", "acum", "polis", "shire", "weiler", "hausen", "gnac", "abad",
];

/// Weighs `candidate`.
pub(super) fn weigh(reader: &Reader<'_>, candidate: &Candidate) -> Evidence {
    let mut evidence = Evidence::default();
    let weighing = Weighing { reader, first: candidate.first, last: candidate.last };
    match candidate.ground {
        Ground::Known(entry) => weighing.known(entry, &mut evidence),
        Ground::Body => evidence.body(14, MentionRule::OrganisationHead),
        Ground::Site => evidence.place(12, MentionRule::PlaceHead),
        Ground::People(_) => return evidence,
        Ground::Capitals | Ground::Misspelt(_) => weighing.shape(&mut evidence),
    }
    if !matches!(candidate.ground, Ground::Body | Ground::Site) {
        weighing.before(&mut evidence);
        weighing.after(&mut evidence);
    }
    evidence
}

/// Whether a form of address is a woman's; nothing for one that is both.
fn called_as_woman(civility: &str) -> Option<bool> {
    match civility {
        "mme" | "mlle" | "madame" | "mademoiselle" | "mrs" | "ms" | "miss" => Some(true),
        "m" | "mr" | "monsieur" => Some(false),
        _ => None,
    }
}

struct Weighing<'r, 'b> {
    reader: &'r Reader<'b>,
    first: usize,
    last: usize,
}

impl Weighing<'_, '_> {
    fn known(&self, entry: u32, evidence: &mut Evidence) {
        let entry = &self.reader.book.known.entries[entry as usize];
        let class = self.reader.class(self.first);
        let lone = self.first == self.last;
        // A name that is also a word or a first name needs less to be something else.
        let weight = if lone && class.has(Class::FIRST_NAME | Class::ORDINARY) { 7 } else { 11 };
        let rule = if entry.source == Source::Country { MentionRule::Country } else { MentionRule::KnownName };
        evidence.note(entry.kind, weight, rule);
    }

    /// What the words themselves say.
    fn shape(&self, evidence: &mut Evidence) {
        let reader = self.reader;
        let words = self.last - self.first + 1;
        let spaced = (self.first + 1..=self.last).any(|at| reader.tokens[at].gap != Gap::Hyphen);
        let first = reader.tokens[self.first];
        let class = reader.class(self.first);
        if (self.first + 1..=self.last).any(|at| reader.tokens[at].gap == Gap::And) {
            evidence.body(14, MentionRule::OrganisationHead);
        }
        if spaced && class.has(Class::FIRST_NAME) {
            evidence.person(10, MentionRule::FirstName);
        } else if class.has(Class::FIRST_NAME) && first.shape == Shape::Capital {
            evidence.person(4, MentionRule::FirstName);
        } else if spaced && first.shape == Shape::Initial && !class.has(Class::ARTICLE) {
            evidence.person(5, MentionRule::FirstName);
        } else if words == 2 && spaced && !class.has(Class::ARTICLE | Class::ORDINARY) && first.shape == Shape::Capital
        {
            evidence.person(4, MentionRule::Capitals);
        }
        if words == 1 && first.shape == Shape::Upper && first.span().len() <= 7 {
            evidence.body(7, MentionRule::Acronym);
        } else if (self.first..=self.last).any(|at| reader.tokens[at].shape == Shape::Upper) && spaced {
            evidence.body(2, MentionRule::Acronym);
        }
        if class.has(Class::ARTICLE) {
            evidence.place(3, MentionRule::Capitals);
            evidence.body(2, MentionRule::Capitals);
        }
        let firm = (self.first + 1..=self.last).any(|at| reader.class(at).has(Class::FIRM))
            || reader.tokens[self.first].shape == Shape::Upper && reader.class(self.first).has(Class::FIRM);
        if spaced && firm {
            evidence.body(9, MentionRule::OrganisationCue);
        }
        let numbered = self.last > self.first && reader.text(self.last).chars().all(|c| "ivx".contains(c));
        if numbered && reader.tokens[self.last].shape != Shape::Small {
            evidence.person(6, MentionRule::FirstName);
        }
        self.place_shape(evidence);
        if let Some(kind) = self.listed_part() {
            evidence.note(kind, if kind == Kind::Place { 4 } else { 6 }, MentionRule::KnownName);
        }
        // Left alone, a name in the press is most often a person's; in English, brands and places stand as bare.
        if words > 1 || !reader.english {
            evidence.person(1, MentionRule::Capitals);
        }
        if reader.english && words > 1 && first.shape == Shape::Upper && first.span().len() > 1 {
            evidence.body(5, MentionRule::Acronym);
        }
    }

    /// The kind of a listed name that the words begin with.
    fn listed_part(&self) -> Option<Kind> {
        let reader = self.reader;
        let tokens = &reader.tokens[self.first..=self.last];
        let (&entry, len) = reader.book.known.names.longest(tokens)?;
        let hyphened = tokens.get(len).is_some_and(|token| token.gap == Gap::Hyphen);
        let entry = &reader.book.known.entries[entry as usize];
        (!reader.class(self.first).has(Class::FIRST_NAME) && (!hyphened || entry.kind == Kind::Place))
            .then_some(entry.kind)
    }

    fn place_shape(&self, evidence: &mut Evidence) {
        let reader = self.reader;
        if reader.english
            && matches!(reader.text(self.first), "st" | "saint" | "new" | "old" | "upper" | "lower" | "port")
        {
            evidence.place(3, MentionRule::PlaceShape);
        }
        let inner = (self.first..=self.last)
            .any(|at| at > self.first && reader.tokens[at].gap == Gap::Hyphen && reader.class(at).has(Class::PARTICLE));
        let saint = matches!(reader.text(self.first), "saint" | "sainte") && self.last > self.first;
        if inner || saint && reader.tokens[self.first + 1].gap == Gap::Hyphen {
            evidence.place(6, MentionRule::PlaceShape);
        }
        let compass = self.last > self.first
            && reader.class(self.last).has(Class::COMPASS)
            && reader.tokens[self.last].gap == Gap::Hyphen;
        if compass {
            evidence.place(7, MentionRule::PlaceShape);
        }
        let text = reader.text(self.last);
        if text.len() >= 7 && PLACE_ENDINGS.iter().any(|ending| text.ends_with(ending)) {
            evidence.place(2, MentionRule::PlaceShape);
        }
    }

    /// What stands before.
    fn before(&self, evidence: &mut Evidence) {
        let reader = self.reader;
        if self.first == 0 || reader.tokens[self.first].opens() {
            return;
        }
        let before = self.first - 1;
        let class = reader.class(before);
        if class.has(Class::CIVILITY) {
            evidence.feminine = called_as_woman(reader.text(before));
        }
        match reader.tokens[self.first].gap {
            Gap::Stop if class.has(Class::CIVILITY) => evidence.person(14, MentionRule::TitleCue),
            Gap::Bracket => self.in_brackets(evidence),
            Gap::Comma => self.after_comma(before, evidence),
            Gap::Space if reader.english => self.after_english(before, class, evidence),
            Gap::Space | Gap::Apostrophe => self.after_word(before, class, evidence),
            _ => {}
        }
    }

    /// `Dijon (Côte-d'Or)`, `Jean Dupont (PS)`.
    fn in_brackets(&self, evidence: &mut Evidence) {
        if self.reader.tokens[self.first].shape == Shape::Upper {
            evidence.body(4, MentionRule::Acronym);
        } else {
            evidence.place(2, MentionRule::PlaceCue);
        }
    }

    /// `le ministre de l'Intérieur, Bernard Cazeneuve`.
    fn after_comma(&self, before: usize, evidence: &mut Evidence) {
        let spaced = self.last > self.first;
        // `Her publisher, Faber, …`
        if self.reader.english && self.reader.class(before).has(Class::BESIDE_BODY) {
            evidence.body(6, MentionRule::OrganisationCue);
        }
        // `his wife, Hyacinth`
        let own = before > 0 && matches!(self.reader.text(before - 1), "his" | "her" | "their" | "my" | "our");
        if self.reader.english && own && self.reader.class(before).has(Class::KIN) {
            evidence.person(6, MentionRule::TitleCue);
        }
        let titled = (before.saturating_sub(7)..=before).any(|at| self.reader.class(at).has(Class::TITLE));
        if spaced && titled {
            evidence.person(3, MentionRule::TitleCue);
        }
    }

    fn after_word(&self, before: usize, class: Class, evidence: &mut Evidence) {
        let reader = self.reader;
        if class.has(Class::CIVILITY) && !class.has(Class::FUNCTION) {
            evidence.person(11, MentionRule::TitleCue);
        } else if class.has(Class::TITLE) {
            self.after_title(before, evidence);
        } else if let Some(&_) = reader.book.known.demonym_words.get(&reader.tokens[before].word)
            && before > 0
            && reader.class(before - 1).has(Class::TITLE)
        {
            evidence.person(9, MentionRule::TitleCue);
        } else if class.has(Class::BESIDE_BODY) {
            evidence.body(9, MentionRule::OrganisationCue);
        } else if class.has(Class::BESIDE_PLACE) {
            evidence.place(9, MentionRule::PlaceCue);
        } else if class.has(Class::WORK) {
            evidence.body(-1, MentionRule::Capitals);
            evidence.person(-3, MentionRule::Capitals);
            evidence.place(-3, MentionRule::Capitals);
        } else {
            self.after_preposition(before, evidence);
        }
        if class.has(Class::ARTICLE) && !self.is_acronym() {
            evidence.person(-5, MentionRule::Capitals);
            evidence.place(2, MentionRule::Capitals);
            evidence.body(2, MentionRule::Capitals);
        }
    }

    fn is_acronym(&self) -> bool {
        self.first == self.last && self.reader.tokens[self.first].shape == Shape::Upper
    }

    fn after_title(&self, before: usize, evidence: &mut Evidence) {
        if self.is_acronym() {
            // `député LR`.
            evidence.body(4, MentionRule::OrganisationCue);
        } else {
            let _ = before;
            evidence.person(8, MentionRule::TitleCue);
        }
    }

    fn after_preposition(&self, before: usize, evidence: &mut Evidence) {
        let reader = self.reader;
        match reader.text(before) {
            "en" => evidence.place(7, MentionRule::PlaceCue),
            "a" if !self.is_verb(before) => {
                evidence.place(if self.is_acronym() { 1 } else { 5 }, MentionRule::PlaceCue);
            }
            "au" | "aux" => {
                evidence.place(2, MentionRule::PlaceCue);
                evidence.body(2, MentionRule::OrganisationCue);
            }
            "dans" => evidence.body(3, MentionRule::MediaCue),
            "sur" => evidence.body(2, MentionRule::MediaCue),
            "chez" => {
                evidence.body(4, MentionRule::OrganisationCue);
                evidence.person(2, MentionRule::Capitals);
            }
            "selon" | "par" => {
                evidence.person(1, MentionRule::Capitals);
                evidence.body(1, MentionRule::Capitals);
            }
            "vers" | "depuis" | "jusqu" | "via" | "in" | "near" => evidence.place(3, MentionRule::PlaceCue),
            "de" | "d" | "du" | "des" | "l" | "la" | "le" | "les" if before > 0 => self.after_de(before, evidence),
            "que" | "comme" => self.after_such_as(before, evidence),
            _ if reader.class(before).has(Class::SPEECH) => evidence.person(2, MentionRule::SpeechCue),
            _ => {}
        }
    }

    /// `des quartiers tels que X`, `une ville comme X`.
    fn after_such_as(&self, before: usize, evidence: &mut Evidence) {
        let classes = (before.saturating_sub(3)..before).map(|at| self.reader.class(at));
        for class in classes {
            if class.has(Class::BESIDE_PLACE) {
                evidence.place(6, MentionRule::PlaceCue);
            } else if class.has(Class::BESIDE_BODY) {
                evidence.body(5, MentionRule::OrganisationCue);
            } else if class.has(Class::TITLE) {
                evidence.person(4, MentionRule::TitleCue);
            }
        }
    }

    /// Whether the `a` at `at` is the verb: it follows a name or a pronoun, or a participle follows.
    fn is_verb(&self, at: usize) -> bool {
        self.reader.tokens[at].shape != Shape::Small && !self.reader.tokens[at].opens()
    }

    /// What stands before `de`, `de la`, `dans le`.
    fn after_de(&self, before: usize, evidence: &mut Evidence) {
        let reader = self.reader;
        let article = matches!(reader.text(before), "l" | "la" | "le" | "les");
        let head = if article && matches!(reader.text(before - 1), "de" | "dans" | "vers" | "sur" | "a") {
            before - 1
        } else {
            before
        };
        match reader.text(head) {
            "dans" if article => return evidence.place(4, MentionRule::PlaceCue),
            "vers" if article => return evidence.place(3, MentionRule::PlaceCue),
            "sur" if article => return evidence.place(1, MentionRule::PlaceCue),
            "a" if article => return evidence.place(2, MentionRule::PlaceCue),
            _ => {}
        }
        if head == 0 || article && head == before {
            return;
        }
        let class = reader.class(head - 1);
        if class.has(Class::BESIDE_PLACE) {
            evidence.place(8, MentionRule::PlaceCue);
        } else if class.has(Class::SEATED) {
            evidence.place(6, MentionRule::PlaceCue);
        } else if class.has(Class::BODY) || class.has(Class::HAPPENING) && self.last - self.first < 2 {
            evidence.place(4, MentionRule::PlaceCue);
        } else if class.has(Class::COMPANY) {
            evidence.body(5, MentionRule::OrganisationCue);
        } else if class.has(Class::BESIDE_BODY) {
            evidence.body(1, MentionRule::OrganisationCue);
        } else if class.has(Class::KIN) {
            evidence.person(3, MentionRule::TitleCue);
        }
    }

    /// What stands before, in English.
    fn after_english(&self, before: usize, class: Class, evidence: &mut Evidence) {
        let reader = self.reader;
        if class.has(Class::CIVILITY) {
            return evidence.person(11, MentionRule::TitleCue);
        }
        if class.has(Class::TITLE) && !self.is_acronym() {
            return evidence.person(8, MentionRule::TitleCue);
        }
        match reader.text(before) {
            "in" if before > 0 && matches!(reader.text(before - 1), "share" | "shares" | "stake" | "stakes") => {
                evidence.body(12, MentionRule::OrganisationCue);
            }
            "in" | "near" | "outside" | "across" | "around" | "throughout" => evidence.place(6, MentionRule::PlaceCue),
            "over" => evidence.place(3, MentionRule::PlaceCue),
            "at" | "with" if before > 0 && reader.class(before - 1).has(Class::TITLE) => {
                evidence.body(5, MentionRule::OrganisationCue);
            }
            "by" if before > 0
                && matches!(reader.text(before - 1), "owned" | "run" | "operated" | "published" | "made") =>
            {
                evidence.body(4, MentionRule::OrganisationCue);
            }
            "at" | "from" | "to" | "into" | "toward" | "towards" | "via" => evidence.place(2, MentionRule::PlaceCue),
            "by" | "with" => evidence.person(1, MentionRule::Capitals),
            "of" if before > 0 => self.after_of(before, evidence),
            "the" if !self.is_acronym() => {
                evidence.person(-5, MentionRule::Capitals);
                evidence.place(2, MentionRule::Capitals);
                evidence.body(2, MentionRule::Capitals);
            }
            _ if class.has(Class::SPEECH) => evidence.person(3, MentionRule::SpeechCue),
            _ if class.has(Class::BESIDE_BODY) => evidence.body(6, MentionRule::OrganisationCue),
            _ if class.has(Class::BESIDE_PLACE) => evidence.place(3, MentionRule::PlaceCue),
            _ => {}
        }
    }

    /// What stands before `of`: `the city of X`, `the mayor of X`, `shares of X`.
    fn after_of(&self, before: usize, evidence: &mut Evidence) {
        let class = self.reader.class(before - 1);
        if class.has(Class::BESIDE_PLACE) {
            evidence.place(8, MentionRule::PlaceCue);
        } else if class.has(Class::KIN) {
            evidence.person(3, MentionRule::TitleCue);
        } else if class.has(Class::HAPPENING) {
            evidence.place(4, MentionRule::PlaceCue);
        } else if class.has(Class::COMPANY) {
            evidence.body(5, MentionRule::OrganisationCue);
        } else if class.has(Class::TITLE | Class::CIVILITY) {
            evidence.place(2, MentionRule::PlaceCue);
            evidence.body(2, MentionRule::OrganisationCue);
        }
    }

    /// What stands after, in English.
    fn before_english(&self, next: usize, evidence: &mut Evidence) {
        let reader = self.reader;
        let token = reader.tokens[next];
        let number =
            |at: usize| reader.text(at).bytes().all(|byte| byte.is_ascii_digit()) && reader.text(at).len() <= 2;
        match token.gap {
            // `beat Norwich 2-1`
            Gap::Space
                if number(next)
                    && reader.tokens.get(next + 1).is_some_and(|token| token.gap == Gap::Hyphen)
                    && number(next + 1) =>
            {
                evidence.body(14, MentionRule::OrganisationCue);
            }
            Gap::Space if self.speaks(next) => {
                evidence.person(3, MentionRule::SpeechCue);
                evidence.body(1, MentionRule::SpeechCue);
            }
            Gap::Comma => {
                let text = reader.text(next);
                let aged = text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
                let from = next + usize::from(matches!(text, "a" | "an" | "the" | "former"));
                let titled = (from..from + 4)
                    .take_while(|&at| at == from || reader.follows(at))
                    .any(|at| reader.class(at).has(Class::TITLE | Class::CIVILITY));
                let place = reader
                    .book
                    .known
                    .names
                    .longest(&reader.tokens[next..])
                    .is_some_and(|(&entry, _)| reader.book.known.entries[entry as usize].kind == Kind::Place);
                match text {
                    "who" | "whose" => evidence.person(5, MentionRule::TitleCue),
                    "where" => evidence.place(5, MentionRule::PlaceCue),
                    "which" => evidence.body(2, MentionRule::Capitals),
                    _ if aged => evidence.person(7, MentionRule::TitleCue),
                    _ if titled && token.shape == Shape::Small => evidence.person(5, MentionRule::TitleCue),
                    _ if place => evidence.place(5, MentionRule::PlaceCue),
                    _ => {}
                }
            }
            Gap::Bracket => self.before_brackets(next, evidence),
            _ => {}
        }
    }

    /// What stands after.
    fn after(&self, evidence: &mut Evidence) {
        let reader = self.reader;
        let next = self.last + 1;
        let Some(token) = reader.tokens.get(next).filter(|token| !token.opens()) else { return };
        if reader.english {
            return self.before_english(next, evidence);
        }
        match token.gap {
            Gap::Comma => self.before_comma(next, evidence),
            Gap::Bracket => self.before_brackets(next, evidence),
            Gap::Space => {
                let stands = reader.text(next) == "est" && reader.text(next + 1).starts_with("situe");
                if stands || reader.text(next).starts_with("situe") {
                    evidence.place(6, MentionRule::PlaceCue);
                }
                if self.speaks(next) {
                    evidence.person(2, MentionRule::SpeechCue);
                    evidence.body(1, MentionRule::SpeechCue);
                }
            }
            _ => {}
        }
    }

    /// Whether a verb of speech or decision stands at `at`, or what helps one.
    fn speaks(&self, at: usize) -> bool {
        let (class, small) = (self.reader.class(at), self.reader.tokens[at].shape == Shape::Small);
        class.has(Class::AUXILIARY) && self.reader.class(at + 1).has(Class::SPEECH) || small && class.has(Class::SPEECH)
    }

    /// `Jean Dupont, maire de Lyon`, `Marie Martin, 42 ans`.
    fn before_comma(&self, next: usize, evidence: &mut Evidence) {
        let reader = self.reader;
        let from = if reader.class(next).has(Class::ARTICLE)
            || matches!(reader.text(next), "un" | "une" | "ancien" | "ancienne")
        {
            next + 1
        } else {
            next
        };
        let spaced = self.last > self.first;
        let governed = self.first > 0 && matches!(reader.text(self.first - 1), "de" | "d" | "a" | "en" | "du" | "au");
        if reader.class(from).has(Class::TITLE) && (spaced || !governed) || matches!(reader.text(next + 1), "ans") {
            evidence.person(if spaced { 6 } else { 4 }, MentionRule::TitleCue);
        }
    }

    /// `Dupont (PS)`, `Dijon (Côte-d'Or)`, `Marie Martin (42 ans)`.
    fn before_brackets(&self, next: usize, evidence: &mut Evidence) {
        let reader = self.reader;
        let Some((&entry, _)) = reader.book.known.names.longest(&reader.tokens[next..]) else { return };
        let entry = &reader.book.known.entries[entry as usize];
        match entry.kind {
            Kind::Place => evidence.place(5, MentionRule::PlaceCue),
            Kind::Organisation if self.last > self.first => evidence.person(4, MentionRule::TitleCue),
            _ => {}
        }
    }
}
