//! The French stems are those of Snowball's own vocabulary.

use std::path::Path;
use visavis_text::{Tongue, stem};

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
