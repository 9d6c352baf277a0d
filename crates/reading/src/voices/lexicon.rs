//! What is known of words beforehand: verbs of speech in all their forms, and the small words by which a sentence hangs together.
//!
//! Three lists that anyone can read and mend (`verbs.txt`, `grammar.txt`, `first_names.txt`) become one table of forms for each language.
//! Forms keep their accents: `déclare` and `déclaré` are not the same part of a sentence.

use super::conjugate::{Forms, english, french};
use rustc_hash::FxHashMap;
use std::ops::BitOr;
use std::sync::LazyLock;
use visavis_corpus::Language;
use visavis_text::fold;

const VERBS: &str = include_str!("verbs.txt");
const GRAMMAR: &str = include_str!("grammar.txt");
const FIRST_NAMES: &str = include_str!("first_names.txt");

/// What a word can be: a set, since many words can be several things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Class(u64);

impl Class {
    /// A verb of speech in a finite form; English past forms are both this and a participle.
    pub(super) const FINITE: Self = Self(1);
    /// Past participle of a verb of speech.
    pub(super) const PARTICIPLE: Self = Self(1 << 1);
    /// Present participle of a verb of speech.
    pub(super) const GERUND: Self = Self(1 << 2);
    /// Infinitive of a verb of speech.
    pub(super) const INFINITIVE: Self = Self(1 << 3);
    /// The form is a noun as well.
    pub(super) const NOUN_TOO: Self = Self(1 << 4);
    /// The verb goes on with what was said.
    pub(super) const GOES_ON: Self = Self(1 << 5);
    /// The verb reports words after `à`.
    pub(super) const WANTS_TO: Self = Self(1 << 6);
    /// The verb reports words after `y`.
    pub(super) const WANTS_Y: Self = Self(1 << 7);
    /// The verb takes no clause that would be speech.
    pub(super) const NO_CLAUSE: Self = Self(1 << 8);
    pub(super) const AUX: Self = Self(1 << 9);
    pub(super) const BEING: Self = Self(1 << 10);
    pub(super) const BEEN: Self = Self(1 << 11);
    pub(super) const PRONOUN: Self = Self(1 << 12);
    pub(super) const FEMININE: Self = Self(1 << 13);
    pub(super) const MASCULINE: Self = Self(1 << 14);
    pub(super) const PLURAL: Self = Self(1 << 15);
    pub(super) const FIRST_PERSON: Self = Self(1 << 16);
    pub(super) const TONIC: Self = Self(1 << 17);
    pub(super) const CLITIC: Self = Self(1 << 18);
    pub(super) const DETERMINER: Self = Self(1 << 19);
    pub(super) const PREPOSITION: Self = Self(1 << 20);
    pub(super) const OF: Self = Self(1 << 21);
    pub(super) const SUBORDINATE: Self = Self(1 << 22);
    pub(super) const THAT: Self = Self(1 << 23);
    pub(super) const WHO: Self = Self(1 << 24);
    pub(super) const AND: Self = Self(1 << 25);
    pub(super) const TO: Self = Self(1 << 26);
    pub(super) const ADVERB: Self = Self(1 << 27);
    pub(super) const TIME: Self = Self(1 << 28);
    pub(super) const TITLE: Self = Self(1 << 29);
    pub(super) const PARTICLE: Self = Self(1 << 30);
    pub(super) const ACCORDING: Self = Self(1 << 31);
    pub(super) const SOURCE: Self = Self(1 << 32);
    pub(super) const WORK: Self = Self(1 << 33);
    pub(super) const NAMING: Self = Self(1 << 34);
    pub(super) const PLACARD: Self = Self(1 << 35);
    pub(super) const ROLE: Self = Self(1 << 36);
    pub(super) const PRE: Self = Self(1 << 37);
    pub(super) const FIRST_NAME: Self = Self(1 << 38);

    /// Another frequent verb in a finite form.
    pub(super) const VERB: Self = Self(1 << 39);

    /// The verb reports words only where it follows them.
    pub(super) const INCISE: Self = Self(1 << 40);
    /// The verb reports words only after a form of `faire` or `laisser`.
    pub(super) const WANTS_MAKE: Self = Self(1 << 41);
    /// A form of `faire` or `laisser`.
    pub(super) const MAKE: Self = Self(1 << 42);
    /// A noun that stands for words: `réponse`.
    pub(super) const UTTERANCE: Self = Self(1 << 43);
    /// A body or a text that says something by itself: `association`, `rapport`.
    pub(super) const BODY: Self = Self(1 << 44);

    /// A clause may follow the verb without `that`.
    pub(super) const BARE: Self = Self(1 << 45);

    /// A verb of speech in any form.
    pub(super) const SPEECH: Self = Self(0b1111);

    /// The class that `grammar.txt` calls so.
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "aux" => Self::AUX,
            "being" => Self::BEING,
            "been" => Self::BEEN,
            "pronoun" => Self::PRONOUN,
            "feminine" => Self::FEMININE,
            "masculine" => Self::MASCULINE,
            "plural" => Self::PLURAL,
            "first" => Self::FIRST_PERSON,
            "tonic" => Self::TONIC,
            "clitic" => Self::CLITIC,
            "determiner" => Self::DETERMINER,
            "preposition" => Self::PREPOSITION,
            "of" => Self::OF,
            "subordinate" => Self::SUBORDINATE,
            "that" => Self::THAT,
            "who" => Self::WHO,
            "and" => Self::AND,
            "to" => Self::TO,
            "adverb" => Self::ADVERB,
            "time" => Self::TIME,
            "title" => Self::TITLE,
            "particle" => Self::PARTICLE,
            "according" => Self::ACCORDING,
            "source" => Self::SOURCE,
            "work" => Self::WORK,
            "naming" => Self::NAMING,
            "placard" => Self::PLACARD,
            "role" => Self::ROLE,
            "pre" => Self::PRE,
            "verb" => Self::VERB,
            "make" => Self::MAKE,
            "utterance" => Self::UTTERANCE,
            "body" => Self::BODY,
            _ => return None,
        })
    }

    /// Whether it holds one of `other`.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Class {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The forms of one language.
#[derive(Debug)]
pub(super) struct Lexicon {
    forms: FxHashMap<String, Class>,
}

static FRENCH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read("fr", french));
static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read("en", english));

/// Whether the first name `folded` is a woman's; nothing for one that both have, or that is not listed.
pub(crate) fn is_womans_name(folded: &str) -> Option<bool> {
    static NAMES: LazyLock<FxHashMap<String, Option<bool>>> = LazyLock::new(|| {
        let mut names: FxHashMap<String, Option<bool>> = FxHashMap::default();
        let lists = FIRST_NAMES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(':'));
        for (gender, list) in lists {
            let feminine = gender == "feminine";
            for name in list.split_whitespace() {
                let known = names.entry(fold(name)).or_insert(Some(feminine));
                *known = known.filter(|known| *known == feminine);
            }
        }
        names
    });
    NAMES.get(folded).copied().flatten()
}

impl Lexicon {
    /// The one of `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::French => &FRENCH,
            Language::English => &ENGLISH,
        }
    }

    fn read(section: &str, conjugate: fn(&str) -> Forms) -> Self {
        let mut lexicon = Self { forms: FxHashMap::default() };
        for line in lines(VERBS, section) {
            lexicon.verb(line, conjugate, section == "en");
        }
        for line in lines(GRAMMAR, section) {
            let (class, words) = line.split_once(':').unwrap_or((line, ""));
            if let Some(class) = Class::parse(class.trim()) {
                words.split_whitespace().for_each(|word| lexicon.add(word, class));
            }
        }
        for (line, gender) in FIRST_NAMES.lines().filter_map(|line| {
            let (gender, names) = line.split_once(':')?;
            Some((names, Class::parse(gender).filter(|_| !line.starts_with('#'))?))
        }) {
            line.split_whitespace().for_each(|name| lexicon.add(&name.to_lowercase(), Class::FIRST_NAME | gender));
        }
        lexicon
    }

    /// Reads a line of `verbs.txt`.
    fn verb(&mut self, line: &str, conjugate: fn(&str) -> Forms, plural: bool) {
        let (head, written) = line.split_once('=').map_or((line, None), |(head, forms)| (head, Some(forms)));
        let mut head = head.split_whitespace();
        let infinitive = head.next().unwrap_or_default();
        let mut marks = Class::default();
        for mark in head {
            marks = marks
                | match mark {
                    "*" => Class::NOUN_TOO,
                    "+" => Class::GOES_ON,
                    "!" => Class::NO_CLAUSE,
                    ">" => Class::WANTS_TO,
                    "<" => Class::WANTS_Y,
                    "&" => Class::WANTS_MAKE,
                    "," => Class::INCISE,
                    "~" => Class::BARE,
                    _ => Class::default(),
                };
        }
        let forms = written.map_or_else(|| conjugate(infinitive), Forms::written);
        if marks.any(Class::INCISE) {
            forms.finite.iter().chain(&forms.participles).for_each(|form| self.add(form, Class::INCISE));
            return;
        }
        // An English plural is its infinitive: `officials say`.
        let present = if plural { Class::FINITE } else { Class::default() };
        self.add(infinitive, Class::INFINITIVE | present | marks);
        let all =
            [(&forms.finite, Class::FINITE), (&forms.participles, Class::PARTICIPLE), (&forms.gerunds, Class::GERUND)];
        for (forms, class) in all {
            forms.iter().for_each(|form| self.add(form, class | marks));
        }
    }

    fn add(&mut self, word: &str, class: Class) {
        let known = self.forms.entry(word.to_owned()).or_default();
        *known = *known | class;
    }

    /// What `word`, in small letters, can be.
    pub(super) fn class(&self, word: &str) -> Class {
        self.forms.get(word).copied().unwrap_or_default()
    }
}

/// The lines of a section of `list` that say something.
fn lines<'l>(list: &'l str, section: &str) -> impl Iterator<Item = &'l str> {
    let header = format!("[{section}]");
    list.lines()
        .skip_while(move |line| *line != header)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_of_speech_are_known_in_their_forms() {
        let french = Lexicon::of(Language::French);
        for (form, class) in [
            ("déclaré", Class::PARTICIPLE),
            ("déclare", Class::FINITE),
            ("martelait", Class::FINITE),
            ("soulignant", Class::GERUND),
            ("ajouter", Class::INFINITIVE | Class::GOES_ON),
            ("renchérit", Class::FINITE),
            ("dit", Class::FINITE | Class::PARTICIPLE),
        ] {
            assert_eq!(Class(french.class(form).0 & class.0), class, "{form}");
        }
        assert!(Lexicon::of(Language::English).class("replied").any(Class::PARTICIPLE));
        assert_eq!(french.class("chaise"), Class::default());
    }

    #[test]
    fn every_class_of_the_list_is_known() {
        for section in ["fr", "en"] {
            for line in lines(GRAMMAR, section) {
                assert!(line.split_once(':').is_some_and(|(class, _)| Class::parse(class).is_some()), "{line}");
            }
        }
    }
}
