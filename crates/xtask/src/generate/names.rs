//! Names and words that nobody bears: the long tail that real text has and a word list does not.

use super::random::Random;

const ONSETS: [&str; 20] =
    ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "br", "ch", "gr", "tr", "pl", "qu", "z"];
const VOWELS: [&str; 8] = ["a", "e", "i", "o", "u", "ou", "ai", "é"];
const FIRST: [&str; 24] = [
    "Anne",
    "Benoît",
    "Camille",
    "Denis",
    "Élise",
    "Farid",
    "Gilles",
    "Hélène",
    "Inès",
    "Jules",
    "Karim",
    "Léa",
    "Marc",
    "Nadia",
    "Olivier",
    "Paule",
    "Quentin",
    "Rosa",
    "Samir",
    "Thérèse",
    "Ulysse",
    "Victor",
    "Yasmine",
    "Zoé",
];

/// The word of that rank: different ranks give different words before the ending.
pub(super) fn invent(rank: u64, vowel: bool, ending: &str) -> String {
    let mut word = String::new();
    if vowel {
        word.push_str(VOWELS[(rank % 5) as usize]);
    }
    let mut rest = rank;
    loop {
        word.push_str(ONSETS[(rest % 20) as usize]);
        rest /= 20;
        if rest == 0 {
            break;
        }
        word.push_str(VOWELS[(rest % 8) as usize]);
        rest /= 8;
    }
    // A vowel links it to an ending that begins with a consonant.
    if !ending.starts_with(|c| "aeiouyéèêàâîôû".contains(c)) {
        word.push_str(VOWELS[(rank % 7) as usize]);
    }
    word + ending
}

/// Somebody, somewhere or something with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// As it is first written.
    pub(super) full: String,
    /// As it is written afterwards.
    pub(super) short: String,
}

/// The entity of that rank; low ranks are in the news every day.
pub(super) fn entity(rank: u64) -> Named {
    const ENDINGS: [&str; 6] = ["and", "ier", "ot", "eau", "in", "ard"];
    let base = capital(&invent(rank / 3 + 1, false, ENDINGS[(rank % 6) as usize]));
    match rank % 3 {
        0 => Named { full: format!("{} {base}", FIRST[(rank / 3 % 24) as usize]), short: base },
        1 => Named { full: base.clone(), short: base },
        _ => Named { full: format!("{base}-sur-{}", capital(&invent(rank / 7 + 1, false, "e"))), short: base },
    }
}

/// Who is named in one article.
pub(super) struct Cast {
    members: Vec<(Named, bool)>,
}

impl Cast {
    pub(super) fn new(random: &mut Random) -> Self {
        let size = 3 + random.below(5);
        Self { members: (0..size).map(|_| (entity(random_entity(random, 0.6)), false)).collect() }
    }

    /// The next name: mostly one of the cast, in full the first time, at times somebody met once.
    pub(super) fn name(&mut self, random: &mut Random) -> String {
        if random.chance(super::STRANGER) {
            return entity(random_entity(random, super::FALL)).full;
        }
        let at = random.below(self.members.len());
        let (named, met) = &mut self.members[at];
        if std::mem::replace(met, true) { named.short.clone() } else { named.full.clone() }
    }
}

/// The rank of an entity: a dozen share each step of the law, or one would be in every third sentence.
fn random_entity(random: &mut Random, fall: f64) -> u64 {
    (random.rank(fall) - 1) * 12 + random.below(12) as u64
}

/// With its first letter as a capital.
pub(super) fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn different_ranks_have_different_names() {
        let words: BTreeSet<String> = (0..20_000).map(|rank| invent(rank, false, "ait")).collect();
        assert!(words.len() > 19_900, "{}", words.len());
    }

    #[test]
    fn a_word_begins_as_its_class_does() {
        assert!((0..100).all(|rank| invent(rank, true, "er").starts_with(['a', 'e', 'i', 'o', 'u'])));
        assert!((0..100).all(|rank| !invent(rank, false, "er").starts_with(['a', 'e', 'i', 'o', 'u'])));
    }
}
