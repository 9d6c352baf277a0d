//! Stems: the part that the inflected forms of a word share, by the Snowball algorithms.
//!
//! The algorithms are the crate `waken_snowball`, which the Snowball compiler generates from their definitions and which therefore
//! agrees with the current French one (elisions, diaereses, `-oux`); older ports do not. Its modules are called directly, so that only
//! two of its thirty-odd languages reach the binary.
//!
//! **Stems and folding.** The French endings carry accents (`-é`, `-èrent`, `-ité`), so a stem is taken from the accented word in lower
//! case, and folded afterwards: [`stem_key`]. Folding first would leave `réalité` and `réalités` their endings. The price is that a word
//! typed without its accents need not share the key of the word that was meant (`etudie`, `étudié`; of the accented words in Snowball's
//! vocabulary 77 % do): who wants all of them looks the typed word up among the folded words of the text.

use crate::{fold, is_apostrophe};
use std::borrow::Cow;
use waken_snowball::SnowballEnv;
use waken_snowball::algorithms::{english_stemmer, french_stemmer};

/// A language whose words can be stemmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tongue {
    /// Snowball French.
    French,
    /// Snowball English, also called Porter 2.
    English,
}

/// Longer words (addresses, garbage) are their own stem.
const LONGEST: usize = 64;

/// The stem of `word`, which is in lower case and composed, with `'` for its apostrophe.
///
/// ```
/// use visavis_text::{Tongue, stem};
/// assert_eq!(stem("bombardements", Tongue::French), "bombard");
/// assert_eq!(stem("bombing", Tongue::English), "bomb");
/// ```
pub fn stem(word: &str, tongue: Tongue) -> Cow<'_, str> {
    if word.len() > LONGEST {
        return Cow::Borrowed(word);
    }
    let mut env = SnowballEnv::create(word);
    match tongue {
        Tongue::French => french_stemmer::stem(&mut env),
        Tongue::English => english_stemmer::stem(&mut env),
    };
    env.get_current()
}

/// The form under which the inflected forms of a word meet, however they are printed: the stem of its lower case, then folded.
///
/// ```
/// use visavis_text::{Tongue, stem_key};
/// assert_eq!(stem_key("RÉALITÉS", Tongue::French), stem_key("réalité", Tongue::French));
/// ```
pub fn stem_key(word: &str, tongue: Tongue) -> String {
    fold(&stem(&plain(word), tongue))
}

/// What the algorithms put in the place of the end of a word, folded: where a key ends with the first, so many of its bytes may stand for the
/// second in the word. All else is only cut off.
const FRENCH: [(&str, usize, &str); 8] = [
    ("i", 1, "y"),       // aboyaient, aboi
    ("al", 1, "ux"),     // chevaux, cheval
    ("eux", 1, "s"),     // affreuse, affreux
    ("abl", 1, "il"),    // affabilité, affabl
    ("ent", 1, "c"),     // adhérence, adherent
    ("ent", 2, "mment"), // apparemment, apparent
    ("ant", 2, "mment"), // abondamment, abondant
    ("iqu", 2, "c"),     // abdication, abdiqu
];

/// The same of English.
const ENGLISH: [(&str, usize, &str); 5] = [
    ("i", 1, "y"),   // happy, happi
    ("ie", 2, "y"),  // dying, die
    ("e", 1, "i"),   // aging, age
    ("bl", 1, "il"), // capability, capabl
    ("sky", 1, "i"), // skies, sky
];

/// What a folded word begins with whose key is `key`: one of these, where no apostrophe stands in it. The first is the key itself; where
/// that is one letter and French, the word is no longer, but for an `s`.
///
/// ```
/// use visavis_text::{Tongue, beginnings};
/// assert!(beginnings("cheval", Tongue::French).any(|start| "chevaux".starts_with(&start)));
/// ```
pub fn beginnings(key: &str, tongue: Tongue) -> impl Iterator<Item = String> {
    let rules = match tongue {
        Tongue::French => FRENCH.as_slice(),
        Tongue::English => ENGLISH.as_slice(),
    };
    let replaced = rules.iter().filter(|(end, ..)| key.ends_with(end));
    std::iter::once(key.to_owned()).chain(replaced.map(|(_, cut, other)| format!("{}{other}", &key[..key.len() - cut])))
}

/// `word` as the algorithms want it, and as accents are compared: lower case, one apostrophe, accents composed, no soft hyphens.
///
/// ```
/// assert_eq!(visavis_text::plain("D’ÉTÉ"), "d'été");
/// ```
pub fn plain(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase() && b != b'`') {
        return Cow::Borrowed(word);
    }
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            '\u{ad}' | '\u{200c}' | '\u{200d}' => {}
            '\u{300}'..='\u{36f}' => accent(&mut out, c),
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            _ => out.push(if is_apostrophe(c) { '\'' } else { c }),
        }
    }
    Cow::Owned(out)
}

/// Puts a combining `mark` on the last letter of `out`. A pair that French does not write loses its mark, as folding would take it.
fn accent(out: &mut String, mark: char) {
    let composed = match (out.chars().next_back(), mark) {
        (Some('e'), '\u{301}') => 'é',
        (Some('e'), '\u{300}') => 'è',
        (Some('a'), '\u{300}') => 'à',
        (Some('u'), '\u{300}') => 'ù',
        (Some('a'), '\u{302}') => 'â',
        (Some('e'), '\u{302}') => 'ê',
        (Some('i'), '\u{302}') => 'î',
        (Some('o'), '\u{302}') => 'ô',
        (Some('u'), '\u{302}') => 'û',
        (Some('e'), '\u{308}') => 'ë',
        (Some('i'), '\u{308}') => 'ï',
        (Some('u'), '\u{308}') => 'ü',
        (Some('c'), '\u{327}') => 'ç',
        _ => return,
    };
    out.pop();
    out.push(composed);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn french_forms_lose_their_endings() {
        for (word, expected) in [
            ("continuellement", "continuel"),
            ("majestueusement", "majestu"),
            ("bombardés", "bombard"),
            ("libération", "liber"),
            ("syriennes", "syrien"),
            ("d'alger", "alger"),
            ("ambiguïté", "ambigu"),
            ("archaïque", "archa"),
            ("genoux", "genou"),
            ("maïs", "maï"),
        ] {
            assert_eq!(stem(word, Tongue::French), expected, "{word}");
        }
    }

    #[test]
    fn english_forms_lose_their_endings() {
        for (word, expected) in [
            ("bombings", "bomb"),
            ("dying", "die"),
            ("generously", "generous"),
            ("evening", "evening"),
            ("hopping", "hop"),
            ("news", "news"),
            ("russia's", "russia"),
        ] {
            assert_eq!(stem(word, Tongue::English), expected, "{word}");
        }
    }

    #[test]
    fn a_key_does_not_depend_on_how_a_word_is_printed() {
        for (a, b) in [
            ("ÉTUDIÉES", "e\u{301}tudie\u{301}e"),
            ("Aujourd’hui", "aujourd'hui"),
            ("bombar\u{ad}dements", "bombardement"),
            ("cœurs", "coeur"),
            ("réalités", "Réalité"),
        ] {
            assert_eq!(stem_key(a, Tongue::French), stem_key(b, Tongue::French), "{a} and {b}");
        }
    }

    proptest! {
        #[test]
        fn any_word_has_a_stem(word in "\\PC{0,80}") {
            for tongue in [Tongue::French, Tongue::English] {
                stem(&word, tongue);
                stem_key(&word, tongue);
            }
        }

        #[test]
        fn words_made_of_endings_have_stems(word in "[aeiouyéèêëïîôûùç'qsntlrmHIUY]{0,14}") {
            for tongue in [Tongue::French, Tongue::English] {
                prop_assert!(stem(&word, tongue).len() <= word.len() + 2);
            }
        }
    }
}
