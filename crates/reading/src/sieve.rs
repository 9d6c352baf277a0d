//! Whether a word can be in a list at all, told by its first letter and its length: most words are in none, and need not be looked up.

/// For each first letter, and for all other first bytes together, the lengths in bytes of the words of a list, as bits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sieve([u32; 27]);

/// All longer words count as of this length.
const LONGEST: usize = 31;

impl Sieve {
    /// For the list `words`, in small letters.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut lengths = [0; 27];
        for word in words {
            lengths[place(word)] |= bit(word);
        }
        Self(lengths)
    }

    /// Whether `word`, written with small or large letters, may be in the list; one that is in it always may.
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        self.0[place(word)] & bit(word) != 0
    }
}

fn place(word: &str) -> usize {
    match word.bytes().next().map(|byte| byte.to_ascii_lowercase()) {
        Some(letter @ b'a'..=b'z') => usize::from(letter - b'a'),
        _ => 26,
    }
}

fn bit(word: &str) -> u32 {
    1 << word.len().min(LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_list_pass_and_most_others_do_not() {
        let list = ["deux", "été", "quatre-vingt-dix-neuf-millions-et-demi", ""];
        let sieve = Sieve::of(list);
        assert!(list.into_iter().chain(["Deux", "DEUX", "Été"]).all(|word| sieve.may_hold(word)));
        assert!(["de", "trois", "ét", "quatre"].into_iter().all(|word| !sieve.may_hold(word)));
    }
}
