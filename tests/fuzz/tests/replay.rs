//! The targets on the inputs that are kept, and on what a seed makes of them: what every compiler can do without a fuzzer.

use std::path::Path;
use visavis_corpus::Pack;
use visavis_reading::{File, Folder, read};

/// How many variants of each input are tried.
const VARIANTS: u64 = 300;

/// Runs `target` on each input of its folder and on variants; a failure names the input.
fn replay(name: &str, target: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
    let entries = std::fs::read_dir(&folder).expect("the inputs are there");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an input").path()).collect();
    files.sort();
    assert!(!files.is_empty(), "{} is empty", folder.display());
    for file in files {
        let bytes = std::fs::read(&file).expect("an input");
        println!("{}", file.display());
        target(&bytes);
        for seed in 0..VARIANTS {
            target(&variant(&bytes, seed));
        }
    }
}

/// The input with a few bytes changed, cut, or repeated.
fn variant(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut state = seed;
    let mut next = move |end: usize| {
        // `SplitMix64`.
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end.max(1) as u64) as usize
    };
    let mut out = bytes.to_vec();
    for _ in 0..=next(4) {
        let at = next(out.len());
        match next(4) {
            0 => out.truncate(at),
            1 => out.insert(at, b"%#&=?/\"<\xff\x00"[next(10)]),
            2 => {
                let piece = out[at..(at + next(20)).min(out.len())].to_vec();
                out.splice(at..at, piece);
            }
            _ => out.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (seed % 8)),
        }
    }
    out
}

#[test]
fn annotations() {
    replay("annotations_json", |bytes| visavis_fuzz::annotations("a.json", bytes));
    replay("annotations_iob", |bytes| visavis_fuzz::annotations("a.conll", bytes));
}

#[test]
fn packs() {
    replay("pack", visavis_fuzz::pack);
}

/// The inputs that are kept were written by some version; this one is of today.
#[test]
fn a_pack_of_today() {
    let file = |path: &str, text: &str| File { path: path.into(), bytes: text.into() };
    let articles = vec![
        file("a.txt", "Le pont rouvre\n\nLe maire d’Alep a déclaré lundi : « Le pont est ouvert à tous. »\n"),
        file("b.txt", "The bridge\n\nThe bridge of Aleppo is open again, the mayor said on Monday.\n"),
    ];
    let reading = read(&Folder { articles, ..Folder::default() }).expect("articles");
    let pack = Pack::write(&reading.corpus);
    assert!(Pack::open(&pack).is_ok());
    for seed in 0..VARIANTS {
        visavis_fuzz::pack(&variant(&pack, seed));
    }
}

#[test]
fn comparisons() {
    replay("compare", visavis_fuzz::compare);
}

#[test]
fn queries() {
    replay("query", visavis_fuzz::query);
}

#[test]
fn addresses() {
    replay("address", visavis_fuzz::address);
}
