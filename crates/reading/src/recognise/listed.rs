//! The names that the owner of the corpus listed.

use super::{
    classes::{holds_sentences, is_particle},
    known::is_dictionary_word,
    sheet::Token,
    trie::Trie,
    words::Words,
};
use visavis_corpus::{Confidence, Entity, EntityIx, Kind, MentionRule};
use visavis_text::{fold, words};

/// The folded words of a name: two names with the same key meet the same places.
pub(crate) fn key(name: &str) -> Vec<String> {
    words(name).map(|word| fold(word.text)).collect()
}

/// Whether `name` is a single ordinary word: an article or a particle, however it is written, or any other in small letters.
pub(crate) fn is_common(name: &str) -> bool {
    let mut words = words(name);
    let (first, more) = (words.next(), words.next());
    let common = |word: &str| holds_sentences(word) || is_dictionary_word(word);
    let upper = name.chars().filter(|c| c.is_uppercase()).count();
    let small = upper == 0;
    more.is_none()
        && first.is_some_and(|word| small && common(&fold(word.text)) || upper == 1 && is_particle(&fold(word.text)))
}

/// What a listed name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ListedName {
    /// Which entity.
    pub(super) entity: EntityIx,
    /// Its kind.
    pub(super) kind: Kind,
    /// Name, alias or description.
    pub(super) rule: MentionRule,
}

impl ListedName {
    /// How surely the entity is meant.
    pub(super) const fn confidence(self) -> Confidence {
        match self.rule {
            MentionRule::CuratedName => Confidence::FULL,
            MentionRule::CuratedAlias => Confidence::percent(95),
            MentionRule::Misspelling => Confidence::percent(70),
            _ => Confidence::percent(80),
        }
    }
}

/// Finds the entities of a list. All names are in one tree of folded words; at each word the longest name that starts there wins, and the
/// search goes on after it. An elision (`d'Alep`), an accent or a hyphen never hides a name.
#[derive(Clone, Debug, Default)]
pub(super) struct Listed {
    names: Trie<ListedName>,
}

impl Listed {
    /// For the names, aliases and descriptions of `entities`.
    pub(super) fn new(entities: &[Entity], words: &mut Words) -> Self {
        let mut listed = Self::default();
        for (entity, ix) in entities.iter().zip(0..) {
            let mut add = |rule, name: &str| {
                listed.names.add(words, name, ListedName { entity: EntityIx(ix), kind: entity.kind, rule });
            };
            add(MentionRule::CuratedName, &entity.name);
            entity.aliases.iter().for_each(|alias| add(MentionRule::CuratedAlias, alias));
            entity.descriptions.iter().for_each(|words| add(MentionRule::CuratedDescription, words));
        }
        listed
    }

    /// Where `tokens` hold a listed name: its first token, how many it takes, and which it is.
    pub(super) fn find(&self, tokens: &[Token]) -> Vec<(usize, usize, ListedName)> {
        let (mut found, mut at) = (vec![], 0);
        while at < tokens.len() {
            match self.names.longest(&tokens[at..]) {
                Some((&name, len)) => {
                    found.push((at, len, name));
                    at += len;
                }
                None => at += 1,
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::sheet::sheet;
    use proptest::prelude::*;
    use visavis_text::Span;

    /// Entities called by their first name, each with its other names.
    fn entities(names: &[(&str, &[&str])]) -> Vec<Entity> {
        let entity = |(name, aliases): &(&str, &[&str])| Entity {
            id: (*name).into(),
            kind: Kind::Place,
            name: (*name).into(),
            aliases: aliases.iter().map(|alias| (*alias).into()).collect(),
            descriptions: vec![],
            same_as: vec![],
            hide: false,
            recognised: false,
            country: None,
        };
        names.iter().map(entity).collect()
    }

    /// Where `text` names one of `entities`.
    fn spans(entities: &[Entity], text: &str) -> Vec<(Span, ListedName)> {
        let mut words = Words::new();
        let listed = Listed::new(entities, &mut words);
        let tokens = sheet(text, &mut words);
        let span =
            |first: usize, len: usize| Span::new(tokens[first].span().start(), tokens[first + len - 1].span().end());
        listed.find(&tokens).into_iter().map(|(first, len, name)| (span(first, len), name)).collect()
    }

    /// `text` with each mention in brackets.
    fn marked(names: &[(&str, &[&str])], text: &str) -> String {
        let mut out = text.to_string();
        for (span, _) in spans(&entities(names), text).iter().rev() {
            out.insert(span.end(), ']');
            out.insert(span.start(), '[');
        }
        out
    }

    #[test]
    fn elision_does_not_hide_a_name() {
        let text = "à l'est d'Alep, d’Alep et qu'Alep";
        assert_eq!(marked(&[("Alep", &[])], text), "à l'est d'[Alep], d’[Alep] et qu'[Alep]");
    }

    #[test]
    fn the_longest_name_wins() {
        let entities: &[(&str, &[&str])] =
            &[("Alep", &[]), ("Alep-Est", &[]), ("ONU", &[]), ("Assemblée générale de l'ONU", &[])];
        assert_eq!(marked(entities, "Alep-Est, puis Alep"), "[Alep-Est], puis [Alep]");
        assert_eq!(marked(entities, "l'Assemblée générale de l’ONU"), "l'[Assemblée générale de l’ONU]");
        assert_eq!(marked(entities, "l'Assemblée générale, l'ONU"), "l'Assemblée générale, l'[ONU]");
    }

    #[test]
    fn a_verb_is_no_part_of_a_name() {
        let entities: &[(&str, &[&str])] = &[("Alep", &[]), ("Alep-Est", &[])];
        assert_eq!(marked(entities, "Alors qu'Alep est sous les bombes"), "Alors qu'[Alep] est sous les bombes");
        assert_eq!(marked(entities, "Alep Est"), "[Alep Est]");
    }

    #[test]
    fn accents_case_and_hyphens_do_not_hide_a_name() {
        let entities: &[(&str, &[&str])] = &[("Bachar al-Assad", &["Al-Assad"]), ("États-Unis", &[])];
        assert_eq!(marked(entities, "BACHAR AL-ASSAD, Bachar Al-Assad"), "[BACHAR AL-ASSAD], [Bachar Al-Assad]");
        assert_eq!(marked(entities, "les Etats-unis et Al Assad"), "les [Etats-unis] et [Al Assad]");
    }

    #[test]
    fn a_common_word_is_no_name() {
        let entities: &[(&str, &[&str])] = &[("Tours", &["US"]), ("régime", &[])];
        assert_eq!(marked(entities, "deux tours, Tours, us, Us, US"), "deux tours, [Tours], us, Us, [US]");
        assert_eq!(marked(entities, "Régime, régime"), "[Régime], [régime]");
    }

    #[test]
    fn hashtags_name_and_addresses_do_not() {
        let entities: &[(&str, &[&str])] = &[("Kerry", &[]), ("RT", &[])];
        let text = "#Kerry @Kerry (@RT_com) https://t.co/Kerry Gayane_RT RT.";
        assert_eq!(marked(entities, text), "#[Kerry] @Kerry (@RT_com) https://t.co/Kerry Gayane_RT [RT].");
    }

    #[test]
    fn titles_with_a_stop_are_names() {
        assert_eq!(marked(&[("Lavrov", &["M. Lavrov"])], "selon M. Lavrov"), "selon [M. Lavrov]");
    }

    #[test]
    fn a_sentence_end_parts_two_words() {
        assert_eq!(
            marked(&[("New York", &[])], "Un New. York, New, York, New York"),
            "Un New. York, New, York, [New York]"
        );
    }

    proptest! {
        #[test]
        fn mentions_are_in_order_and_fold_to_a_name(text in "(Alep|alep|-|Est|est| |d'|’|é|\u{301}|\u{ad}|@|_|://){0,30}") {
            let entities = entities(&[("Alep", &[]), ("Alep-Est", &["Est d'Alep"])]);
            let mut end = 0;
            for (span, found) in spans(&entities, &text) {
                prop_assert!(span.start() >= end);
                end = span.end();
                let words = key(visavis_text::slice(&text, span).expect("whole characters"));
                let entity = &entities[found.entity.index()];
                prop_assert!(std::iter::once(&entity.name).chain(&entity.aliases).any(|name| key(name) == words));
            }
        }
    }
}
