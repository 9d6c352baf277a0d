//! Names one letter away from a long name that is known: `Lausane`, `Marsielle`.
//!
//! Two words are at most one letter apart only where they share a form with at most one letter taken out of each, so that a table of such
//! forms finds the candidates (Garbe, W., "1000x faster spelling correction", 2012); the distance is then checked.

use super::{known::Known, listed::ListedName, words::WordId, words::Words};
use rustc_hash::FxHashMap;
use visavis_corpus::{Entity, EntityIx, MentionRule};
use visavis_text::{fold, words};

/// Letters that a name needs: among shorter ones too many are a letter apart.
const LONG: usize = 7;

/// What a misspelt name was meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// An entity of the owner's.
    Listed(ListedName),
    /// An entry of the lists that ship.
    Entry(u32),
}

/// Long names of one word, by their forms with at most one letter taken out.
#[derive(Clone, Debug, Default)]
pub(super) struct Misspellings {
    names: Vec<(String, Meant)>,
    forms: FxHashMap<String, Vec<u32>>,
}

impl Misspellings {
    /// For the names of `entities` and the entries of `known`; the owner's come first.
    pub(super) fn new(entities: &[Entity], known: &Known) -> Self {
        let mut misspellings = Self::default();
        for (entity, ix) in entities.iter().zip(0..) {
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                let listed = ListedName { entity: EntityIx(ix), kind: entity.kind, rule: MentionRule::Misspelling };
                misspellings.add(name, Meant::Listed(listed));
            }
        }
        for (entry, ix) in known.entries.iter().zip(0..) {
            misspellings.add(entry.name, Meant::Entry(ix));
        }
        misspellings
    }

    fn add(&mut self, name: &str, meant: Meant) {
        let mut all = words(name);
        let (Some(word), None) = (all.next(), all.next()) else { return };
        let folded = fold(word.text);
        let letters = folded.chars().count();
        if !(LONG..=32).contains(&letters) || !word.text.starts_with(char::is_uppercase) {
            return;
        }
        let ix = self.names.len() as u32;
        for form in forms(&folded) {
            self.forms.entry(form).or_default().push(ix);
        }
        self.names.push((folded, meant));
    }

    /// What `word`, which is not known itself, was meant for, where there is one such name.
    pub(super) fn meant(&self, word: WordId, words: &Words) -> Option<Meant> {
        let text = words.text(word);
        if !(LONG - 1..=33).contains(&text.chars().count()) {
            return None;
        }
        let mut near: Vec<u32> =
            forms(text).iter().filter_map(|form| self.forms.get(form)).flatten().copied().collect();
        near.sort_unstable();
        near.dedup();
        near.retain(|&ix| strsim::damerau_levenshtein(&self.names[ix as usize].0, text) == 1);
        near.first().map(|&ix| self.names[ix as usize].1)
    }
}

/// `word` itself, and `word` with one letter taken out.
fn forms(word: &str) -> Vec<String> {
    let without = word.char_indices().map(|(at, c)| format!("{}{}", &word[..at], &word[at + c.len_utf8()..]));
    std::iter::once(word.to_string()).chain(without).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_is_forgiven_in_a_long_name() {
        let mut words = Words::new();
        let known = Known::new(&mut words);
        let misspellings = Misspellings::new(&[], &known);
        for (word, expected) in
            [("Lausane", Some("Lausanne")), ("Marsielle", Some("Marseille")), ("Lavrov", None), ("Lausxnxe", None)]
        {
            let found = misspellings.meant(words.number(word), &words);
            let name = found.map(|meant| match meant {
                Meant::Entry(entry) => known.entries[entry as usize].name,
                Meant::Listed(_) => "an entity",
            });
            assert_eq!(name, expected, "{word}");
        }
    }
}
