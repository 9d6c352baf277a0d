//! The French stems are those of Snowball's own vocabulary.

use std::path::Path;
use visavis_text::{Tongue, beginnings, fold, stem, stem_key};

#[test]
fn french_stems_match_snowballs_vocabulary() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/snowball_fr");
    let (Ok(words), Ok(stems)) =
        (std::fs::read_to_string(folder.join("voc.txt")), std::fs::read_to_string(folder.join("output.txt")))
    else {
        println!("skipped: no vocabulary in {}", folder.display());
        return;
    };
    assert_eq!(words.lines().count(), stems.lines().count());
    let wrong: Vec<_> =
        words.lines().zip(stems.lines()).filter(|&(word, expected)| stem(word, Tongue::French) != expected).collect();
    assert_eq!(wrong, [], "{} of {} stems differ", wrong.len(), words.lines().count());
}

/// Endings that the algorithms know, and some that they do not.
const ENDINGS: [&str; 64] = [
    "", "e", "s", "es", "é", "ée", "er", "ez", "ons", "ait", "aient", "èrent", "ant", "ante", "ent", "ence", "ences",
    "ance", "ment", "ement", "emment", "amment", "ité", "ités", "abilité", "icité", "ivité", "if", "ive", "ives",
    "euse", "eux", "aux", "eaux", "al", "ale", "ique", "iqué", "icatrice", "icateur", "ication", "ation", "ateur",
    "logie", "usion", "ution", "issement", "issait", "iste", "ier", "ière", "oyé", "y", "ing", "ed", "edly", "ies",
    "ied", "ability", "ational", "iveness", "fulness", "ously", "ency",
];

#[test]
fn every_word_begins_as_its_key_says() {
    let starts = [
        "", "a", "d", "sk", "port", "voy", "enn", "grég", "aill", "qu", "cré", "lég", "éqn", "hop", "cont", "yi", "in",
        "psych", "abl",
    ];
    let made = starts.iter().flat_map(|start| {
        ENDINGS.iter().flat_map(move |one| ENDINGS.iter().map(move |two| format!("{start}{one}{two}")))
    });
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/snowball_fr");
    let known = std::fs::read_to_string(folder.join("voc.txt")).unwrap_or_default();
    let known = known.lines().map(String::from);
    let irregular = [
        "dying", "lying", "tying", "skis", "skies", "sky", "idly", "gently", "ugly", "early", "only", "singly", "news",
        "andes",
    ];
    let words: Vec<String> =
        made.chain(known).chain(irregular.map(String::from)).filter(|word| !word.contains('\'')).collect();
    for tongue in [Tongue::French, Tongue::English] {
        let astray = |word: &&String| {
            let key = stem_key(word, tongue);
            let form = fold(word);
            let begins = beginnings(&key, tongue).any(|start| form.starts_with(&start));
            // A French key of one letter is that of no longer word, but for an s.
            let alone = tongue == Tongue::French && key.chars().nth(1).is_none();
            !begins || alone && form != key && form != format!("{key}s")
        };
        let astray: Vec<_> = words.iter().filter(astray).map(|word| (word, stem_key(word, tongue))).take(20).collect();
        assert!(astray.is_empty(), "{tongue:?}: {astray:?}");
    }
}
