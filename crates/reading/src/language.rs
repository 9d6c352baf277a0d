//! Which language a text is in, by its most frequent words.

use visavis_corpus::Language;

const FRENCH: [u64; 51] = packed([
    "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "et", "est", "a", "au", "aux", "en", "dans", "que",
    "qu", "qui", "pour", "par", "sur", "avec", "ce", "cette", "ces", "se", "s", "son", "sa", "ses", "il", "elle",
    "ils", "nous", "vous", "ne", "pas", "plus", "ont", "sont", "ete", "mais", "ou", "leur", "selon", "apres", "avait",
    "n", "c",
]);
const ENGLISH: [u64; 44] = packed([
    "the", "of", "and", "to", "in", "is", "was", "are", "were", "for", "that", "with", "as", "by", "at", "from", "his",
    "her", "its", "their", "it", "he", "she", "they", "be", "been", "has", "have", "had", "not", "but", "or", "an",
    "this", "these", "which", "who", "will", "would", "your", "you", "after", "said", "via",
]);

/// The longest of these words, in bytes.
const LONGEST: usize = 5;

/// Words as numbers that are compared at once.
const fn packed<const N: usize>(words: [&str; N]) -> [u64; N] {
    let (mut numbers, mut at) = ([0; N], 0);
    while at < N {
        assert!(words[at].len() <= LONGEST);
        numbers[at] = number(words[at]);
        at += 1;
    }
    numbers
}

/// The bytes of a word of [`LONGEST`] at most.
const fn number(word: &str) -> u64 {
    let (bytes, mut number, mut at) = (word.as_bytes(), 0, 0);
    while at < bytes.len() {
        number = number << 8 | bytes[at] as u64;
        at += 1;
    }
    number
}

/// How many words of a text speak for each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Votes {
    pub(crate) words: u32,
    pub(crate) french: u32,
    pub(crate) english: u32,
}

impl Votes {
    /// Counts the words of `plain`, folded and with spaces between.
    pub(crate) fn of(plain: &str) -> Self {
        let mut votes = Self::default();
        plain.split_ascii_whitespace().for_each(|word| votes.hear(word));
        votes
    }

    /// Counts a folded word.
    fn hear(&mut self, word: &str) {
        self.words += 1;
        if word.len() <= LONGEST {
            let number = number(word);
            self.french += u32::from(FRENCH.contains(&number));
            self.english += u32::from(ENGLISH.contains(&number));
        }
    }

    /// Whether a folded word is one of those that speak for a language.
    pub(crate) fn hears(word: &str) -> bool {
        let mut votes = Self::default();
        votes.hear(word);
        votes.french + votes.english > 0
    }

    /// Both counts together.
    pub(crate) const fn plus(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            french: self.french + other.french,
            english: self.english + other.english,
        }
    }

    /// The language with the more votes, where it has twice those of the other.
    pub(crate) const fn winner(self) -> Option<Language> {
        if self.french > 1 && self.french >= 2 * self.english {
            Some(Language::French)
        } else if self.english > 1 && self.english >= 2 * self.french {
            Some(Language::English)
        } else {
            None
        }
    }

    /// The votes for the winner, in per cent of all votes.
    pub(crate) fn share(self) -> u8 {
        let all = self.french + self.english;
        (100 * self.french.max(self.english)).checked_div(all).unwrap_or_default() as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_words_tell_french_from_english() {
        assert_eq!(Votes::of(" les forces du regime ont lance une offensive").winner(), Some(Language::French));
        assert_eq!(Votes::of("the forces of the regime have launched an offensive").winner(), Some(Language::English));
        assert_eq!(Votes::of("alep homs damas").winner(), None);
    }
}
