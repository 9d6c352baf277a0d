//! Numbers in words: `vingt-cinq`, `deux mille trois cents`, `twenty-five thousand`.

use crate::sieve::Sieve;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;
use visavis_corpus::Language;

/// What a numeral word does to the number so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numeral {
    /// Is added: `trois`, `vingt`.
    Units(i64),
    /// Multiplies what stands before it: `cent`, `mille`, `million`.
    Times(i64),
    /// An approximate number by itself: `dizaine`, `dozens`; what it stands for, and whether it is used in the plural without a count.
    About(i64),
    /// A part: `tiers`, `half`, as numerator and denominator.
    Part(i64, i64),
}

/// Whether `word`, as it is written, may be a numeral.
pub(super) fn may_be_numeral(word: &str, language: Language) -> bool {
    static SIEVES: LazyLock<[Sieve; 2]> =
        LazyLock::new(|| [FRENCH, ENGLISH].map(|list| Sieve::of(list.iter().map(|(word, _)| *word))));
    SIEVES[usize::from(language == Language::English)].may_hold(word)
}

/// The numeral that `word`, in small letters, is.
pub(crate) fn numeral(word: &str, language: Language) -> Option<Numeral> {
    static BY_WORD: LazyLock<[FxHashMap<&str, Numeral>; 2]> =
        LazyLock::new(|| [FRENCH, ENGLISH].map(|list| list.iter().copied().collect()));
    let [french, english] = &*BY_WORD;
    let list = match language {
        Language::French => french,
        Language::English => english,
    };
    list.get(word).copied()
}

/// All words that are numerals, in both languages.
pub(crate) fn numeral_words() -> impl Iterator<Item = &'static str> {
    FRENCH.iter().chain(ENGLISH).map(|(word, _)| *word)
}

use Numeral::{About, Part, Times, Units};

const FRENCH: &[(&str, Numeral)] = &[
    ("zéro", Units(0)),
    ("un", Units(1)),
    ("une", Units(1)),
    ("deux", Units(2)),
    ("trois", Units(3)),
    ("quatre", Units(4)),
    ("cinq", Units(5)),
    ("six", Units(6)),
    ("sept", Units(7)),
    ("huit", Units(8)),
    ("neuf", Units(9)),
    ("dix", Units(10)),
    ("onze", Units(11)),
    ("douze", Units(12)),
    ("treize", Units(13)),
    ("quatorze", Units(14)),
    ("quinze", Units(15)),
    ("seize", Units(16)),
    ("vingt", Units(20)),
    ("vingts", Units(20)),
    ("trente", Units(30)),
    ("quarante", Units(40)),
    ("cinquante", Units(50)),
    ("soixante", Units(60)),
    ("septante", Units(70)),
    ("huitante", Units(80)),
    ("octante", Units(80)),
    ("nonante", Units(90)),
    ("cent", Times(100)),
    ("cents", Times(100)),
    ("mille", Times(1000)),
    ("million", Times(1_000_000)),
    ("millions", Times(1_000_000)),
    ("milliard", Times(1_000_000_000)),
    ("milliards", Times(1_000_000_000)),
    ("huitaine", About(8)),
    ("dizaine", About(10)),
    ("dizaines", About(10)),
    ("douzaine", About(12)),
    ("douzaines", About(12)),
    ("quinzaine", About(15)),
    ("vingtaine", About(20)),
    ("trentaine", About(30)),
    ("quarantaine", About(40)),
    ("cinquantaine", About(50)),
    ("soixantaine", About(60)),
    ("centaine", About(100)),
    ("centaines", About(100)),
    ("millier", About(1000)),
    ("milliers", About(1000)),
    ("moitié", Part(1, 2)),
    ("tiers", Part(1, 3)),
    ("quart", Part(1, 4)),
    ("quarts", Part(1, 4)),
    ("cinquième", Part(1, 5)),
    ("cinquièmes", Part(1, 5)),
    ("dixième", Part(1, 10)),
    ("dixièmes", Part(1, 10)),
];

const ENGLISH: &[(&str, Numeral)] = &[
    ("zero", Units(0)),
    ("one", Units(1)),
    ("two", Units(2)),
    ("three", Units(3)),
    ("four", Units(4)),
    ("five", Units(5)),
    ("six", Units(6)),
    ("seven", Units(7)),
    ("eight", Units(8)),
    ("nine", Units(9)),
    ("ten", Units(10)),
    ("eleven", Units(11)),
    ("twelve", Units(12)),
    ("thirteen", Units(13)),
    ("fourteen", Units(14)),
    ("fifteen", Units(15)),
    ("sixteen", Units(16)),
    ("seventeen", Units(17)),
    ("eighteen", Units(18)),
    ("nineteen", Units(19)),
    ("twenty", Units(20)),
    ("thirty", Units(30)),
    ("forty", Units(40)),
    ("fifty", Units(50)),
    ("sixty", Units(60)),
    ("seventy", Units(70)),
    ("eighty", Units(80)),
    ("ninety", Units(90)),
    ("hundred", Times(100)),
    ("thousand", Times(1000)),
    ("million", Times(1_000_000)),
    ("billion", Times(1_000_000_000)),
    ("trillion", Times(1_000_000_000_000)),
    ("dozen", About(12)),
    ("dozens", About(12)),
    ("tens", About(10)),
    ("scores", About(20)),
    ("hundreds", About(100)),
    ("thousands", About(1000)),
    ("millions", About(1_000_000)),
    ("billions", About(1_000_000_000)),
    ("half", Part(1, 2)),
    ("third", Part(1, 3)),
    ("thirds", Part(1, 3)),
    ("quarter", Part(1, 4)),
    ("quarters", Part(1, 4)),
];

/// Adds up the numeral words of one number.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sum {
    total: i64,
    current: i64,
    /// How many words were taken.
    pub(crate) taken: usize,
}

impl Sum {
    /// Takes in `numeral`; `None` where it cannot go on the number so far.
    pub(crate) fn then(mut self, numeral: Numeral) -> Option<Self> {
        match numeral {
            Units(n) => {
                // `quatre-vingts`, `soixante-douze`, `quatre-vingt-dix`; not `vingt trente`.
                let four_score = n == 20 && self.current % 100 == 4;
                let tail = self.current % 100;
                let fits = self.taken == 0
                    || tail == 0 && self.current + self.total > 0
                    || (n < 10 && tail >= 20 && tail % 10 == 0)
                    || (n < 20 && matches!(tail, 60 | 80))
                    || (n < 10 && matches!(tail, 10 | 70 | 90));
                if four_score {
                    self.current = self.current - 4 + 80;
                } else if fits {
                    self.current += n;
                } else {
                    return None;
                }
            }
            Times(100) => {
                let hundreds = self.current.max(1);
                if hundreds > 99 {
                    return None;
                }
                self.current = hundreds * 100;
            }
            Times(n) => {
                if self.current == 0 && self.taken > 0 {
                    return None;
                }
                self.total = self.total.checked_add(self.current.max(1).checked_mul(n)?)?;
                self.current = 0;
            }
            About(_) | Part(..) => return None,
        }
        self.taken += 1;
        Some(self)
    }

    /// The number.
    pub(crate) const fn value(self) -> i64 {
        self.total + self.current
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str, language: Language) -> Option<i64> {
        let words = text.split([' ', '-']).filter(|word| !matches!(*word, "et" | "and"));
        words
            .map(|word| numeral(word, language))
            .try_fold(Sum::default(), |sum, numeral| sum.then(numeral?))
            .map(Sum::value)
    }

    #[test]
    fn words_add_up_to_their_number() {
        for (text, expected) in [
            ("vingt-cinq", 25),
            ("vingt et un", 21),
            ("soixante-douze", 72),
            ("quatre-vingts", 80),
            ("quatre-vingt-dix-sept", 97),
            ("cent", 100),
            ("deux cent cinquante", 250),
            ("mille", 1000),
            ("deux mille trois cents", 2300),
            ("trois millions deux cent mille", 3_200_000),
            ("septante-deux", 72),
        ] {
            assert_eq!(number(text, Language::French), Some(expected), "{text}");
        }
        assert_eq!(number("two hundred and fifty thousand", Language::English), Some(250_000));
        assert_eq!(number("deux trois", Language::French), None);
    }
}
