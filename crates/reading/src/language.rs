//! Which language a text is in, by its most frequent words.

use visavis_corpus::Language;
use visavis_text::{fold, words};

const FRENCH: &[&str] = &[
    "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "et", "est", "a", "au", "aux", "en", "dans", "que",
    "qu", "qui", "pour", "par", "sur", "avec", "ce", "cette", "ces", "se", "s", "son", "sa", "ses", "il", "elle",
    "ils", "nous", "vous", "ne", "pas", "plus", "ont", "sont", "ete", "mais", "ou", "leur", "selon", "apres", "avait",
    "n", "c",
];
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "in", "is", "was", "are", "were", "for", "that", "with", "as", "by", "at", "from", "his",
    "her", "its", "their", "it", "he", "she", "they", "be", "been", "has", "have", "had", "not", "but", "or", "an",
    "this", "these", "which", "who", "will", "would", "your", "you", "after", "said", "via",
];

/// How many words of a text speak for each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Votes {
    pub(crate) words: u32,
    pub(crate) french: u32,
    pub(crate) english: u32,
}

impl Votes {
    /// Counts the words of `text`.
    pub(crate) fn of(text: &str) -> Self {
        let mut votes = Self::default();
        for word in words(text) {
            let word = fold(word.text);
            votes.words += 1;
            votes.french += u32::from(FRENCH.contains(&word.as_str()));
            votes.english += u32::from(ENGLISH.contains(&word.as_str()));
        }
        votes
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
        assert_eq!(Votes::of("Les forces du régime ont lancé une offensive").winner(), Some(Language::French));
        assert_eq!(Votes::of("The forces of the regime have launched an offensive").winner(), Some(Language::English));
        assert_eq!(Votes::of("Alep, Homs, Damas").winner(), None);
    }
}
