//! Packs that were damaged on purpose: a message or a corpus that can be asked, never a panic, a hang, or memory without bound.
//!
//! Each pack is made from a good one by a seed, so that a failure names the pack that caused it. Half of them keep right checksums, as
//! a hostile writer would: what is broken is then found by the readers of the sections, and not by arithmetic.

use crc::{CRC_32_ISO_HDLC, Crc};
use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};
use peak_alloc::PeakAlloc;
use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};
use visavis_corpus::{Pack, PackError, VERSION, sections};
use visavis_search::{Filters, Index, Query};
use xtask::project::root;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

/// A bounded run, at every change.
const SOME: u64 = 2_000;
/// The whole run: `cargo test --profile pipeline -p xtask --test hostile_packs -- --ignored --nocapture`.
const ALL: u64 = 100_000;
/// No pack of this size may take longer to open and to search.
const PATIENCE: Duration = Duration::from_secs(5);
/// Memory that opening may take whatever the pack declares: serde reserves up to a mebibyte for a list before it has seen its items.
const FREE: usize = 4 << 20;

/// Chance that the seed decides (`SplitMix64`).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// A section by its kind and part, unpacked.
type Section = ([u8; 4], u32, Vec<u8>);

/// The good pack, in parts.
fn parts(file: &[u8]) -> Vec<Section> {
    let found = sections(file).expect("a directory");
    let unpack = |offset: u64, stored: u32| {
        let from = usize::try_from(offset).expect("a small pack");
        let mut raw = Vec::new();
        DeflateDecoder::new(&file[from..from + stored as usize]).read_to_end(&mut raw).expect("a section");
        raw
    };
    found.iter().map(|info| (info.kind, info.part, unpack(info.offset, info.stored))).collect()
}

/// A file of sections; each declares what `declared` makes of its length.
fn file(parts: &[Section], version: u16, declared: impl Fn(usize, u32) -> u32) -> Vec<u8> {
    let stored: Vec<Vec<u8>> = parts.iter().map(|(_, _, raw)| deflate(raw)).collect();
    let mut offset = 28 + 28 * parts.len();
    let mut directory = Vec::new();
    for (at, ((kind, part, raw), bytes)) in parts.iter().zip(&stored).enumerate() {
        directory.extend_from_slice(kind);
        directory.extend_from_slice(&part.to_le_bytes());
        directory.extend_from_slice(&(offset as u64).to_le_bytes());
        directory.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        directory.extend_from_slice(&declared(at, raw.len() as u32).to_le_bytes());
        directory.extend_from_slice(&CRC.checksum(bytes).to_le_bytes());
        offset += bytes.len();
    }
    let mut file = b"\x89VAV\r\n\x1a\n".to_vec();
    file.extend_from_slice(&version.to_le_bytes());
    file.extend_from_slice(&[0, 0]);
    file.extend_from_slice(&(parts.len() as u32).to_le_bytes());
    file.extend_from_slice(&(offset as u64).to_le_bytes());
    let crc = CRC.checksum(&[file.as_slice(), &directory].concat());
    file.extend_from_slice(&crc.to_le_bytes());
    file.extend_from_slice(&directory);
    stored.iter().for_each(|bytes| file.extend_from_slice(bytes));
    file
}

fn deflate(raw: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(raw).expect("in memory");
    encoder.finish().expect("in memory")
}

/// Changes a few bytes: flips, cuts, repeats, numbers that are too large.
fn spoil(bytes: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len());
        match random.below(7) {
            0 => bytes.truncate(at),
            1 if !bytes.is_empty() => drop(bytes.remove(at)),
            2 => bytes.insert(at, random.next() as u8),
            3 => {
                let piece = bytes[at..(at + random.below(40)).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece);
            }
            // The longest number that LEB128 can write in 32 bits: a length that lies.
            4 => drop(bytes.splice(at..at, [0xff, 0xff, 0xff, 0xff, 0x0f])),
            5 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = [0, 1, 0x7f, 0x80, 0xff][at % 5]),
            _ => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (at % 8)),
        }
    }
}

/// The hostile pack of a seed.
fn hostile(good: &[u8], parts: &[Section], seed: u64) -> Vec<u8> {
    let mut random = Random(seed);
    let mut parts = parts.to_vec();
    let which = random.below(parts.len());
    match random.below(8) {
        0..=2 => {
            let mut bytes = good.to_vec();
            spoil(&mut bytes, &mut random);
            bytes
        }
        3 => {
            let lie = [0, 1, u32::MAX, 1 << 28, random.next() as u32][random.below(5)];
            file(&parts, VERSION, |at, length| if at == which { lie } else { length })
        }
        4 => {
            let other = random.below(parts.len());
            if random.below(2) == 0 {
                parts.swap(which, other);
            } else {
                parts.remove(which);
            }
            file(&parts, [VERSION, random.next() as u16][random.below(2)], |_, length| length)
        }
        5 => {
            // A bomb: a section of one byte, a million times.
            parts[which].2 = vec![random.next() as u8; 1 << 20];
            file(&parts, VERSION, |_, length| length)
        }
        _ => {
            spoil(&mut parts[which].2, &mut random);
            file(&parts, VERSION, |_, length| length)
        }
    }
}

/// What is declared: the file, and all sections unpacked.
fn declared(file: &[u8]) -> usize {
    let found = sections(file).unwrap_or_default();
    file.len() + found.iter().map(|info| info.raw as usize).sum::<usize>()
}

/// Opens a pack as a page does, before its articles are checked, and asks it everything that a page would; whether it was accepted.
fn ask(file: &[u8]) -> Result<(), PackError> {
    let pack = Pack::begin(file)?;
    let index = Index::build(&pack)?;
    let results = index.search(&pack, &Query::parse("alep \"la ville\" d*"), &Filters::default());
    for found in &results.found {
        let _ = index.hits(&pack, found.article, &Query::parse("alep"));
    }
    let corpus = pack.corpus()?;
    let _ = visavis_compare::compare_entities(&corpus.articles);
    Ok(())
}

/// What a run has seen.
#[derive(Debug, Default)]
struct Seen {
    accepted: u64,
    refused: u64,
    panics: Vec<u64>,
    hangs: Vec<u64>,
    greedy: Vec<(u64, usize, usize)>,
    /// Largest share of memory to what was declared, in per cent, among those that took more than a mebibyte.
    most: usize,
}

fn run(count: u64) -> Seen {
    let good = visavis_cli::pack(&root().join("corpus")).expect("a pack");
    let parts = parts(&good);
    assert!(ask(&file(&parts, VERSION, |_, length| length)).is_ok(), "the good pack is not accepted");
    let mut seen = Seen::default();
    for seed in 0..count {
        let bytes = hostile(&good, &parts, seed);
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let begun = Instant::now();
        let opened = catch_unwind(AssertUnwindSafe(|| drop(Pack::open(&bytes))));
        let used = MEMORY.peak_usage().saturating_sub(before);
        let allowed = declared(&bytes) * 4;
        if used > FREE {
            seen.most = seen.most.max(used * 100 / declared(&bytes));
        }
        if used > allowed + FREE {
            seen.greedy.push((seed, used, allowed));
        }
        match opened.and_then(|()| catch_unwind(AssertUnwindSafe(|| ask(&bytes)))) {
            Ok(Ok(())) => seen.accepted += 1,
            Ok(Err(_)) => seen.refused += 1,
            Err(_) => seen.panics.push(seed),
        }
        if begun.elapsed() > PATIENCE {
            seen.hangs.push(seed);
        }
    }
    println!("{count} packs: {seen:?}");
    seen
}

fn holds(seen: &Seen) {
    assert!(seen.panics.is_empty(), "panics: {:?}", seen.panics);
    assert!(seen.hangs.is_empty(), "took too long: {:?}", seen.hangs);
    assert!(seen.greedy.is_empty(), "took too much memory (seed, bytes, allowed): {:?}", seen.greedy);
    assert!(seen.refused > seen.accepted, "most were to be refused");
}

#[test]
fn a_hostile_pack_is_refused_or_can_be_asked() {
    holds(&run(SOME));
    bombs();
}

#[test]
#[ignore = "the whole run: cargo test --profile pipeline -p xtask --test hostile_packs -- --ignored"]
fn a_hundred_thousand_hostile_packs_do_no_harm() {
    holds(&run(ALL));
}

/// A lexicon of long entries that share their beginnings, and a text that names one of them without end: in the same thread as the run,
/// since memory is measured for the whole program.
fn bombs() {
    let good = visavis_cli::pack(&root().join("corpus")).expect("a pack");
    let parts = parts(&good);
    let replaced = |kind: &[u8; 4], bytes: &[u8]| {
        let mut parts = parts.clone();
        parts.iter_mut().filter(|part| &part.0 == kind).for_each(|part| part.2 = bytes.to_vec());
        file(&parts, VERSION, |_, length| length)
    };
    // Ten thousand entries, each the hundred thousand letters before it and one more.
    let shared = [vec![0], leb(100_000).repeat(10_000)].concat();
    let rest = [leb(100_000), vec![1; 10_000]].concat();
    let head = [leb(10_001), leb(shared.len()), leb(rest.len())].concat();
    let words = [head, shared, rest, vec![b'a'; 110_000]].concat();
    // One entry of a hundred thousand letters, and texts that are nothing but its number.
    let long = [leb(1), leb(1), leb(3), vec![0], leb(100_000), vec![b'a'; 100_000]].concat();
    let article = [vec![1; 1 << 16], vec![0]].concat();
    let texts = [leb(5), leb(article.len()).repeat(5), article.repeat(5)].concat();
    let mut repeated = parts.clone();
    for part in &mut repeated {
        match &part.0 {
            b"WORD" => part.2.clone_from(&long),
            b"TEXT" => part.2.clone_from(&texts),
            _ => {}
        }
    }
    for (name, bytes) in [("words", replaced(b"WORD", &words)), ("texts", file(&repeated, VERSION, |_, length| length))]
    {
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        assert!(matches!(Pack::open(&bytes), Err(PackError::Inconsistent { .. })), "{name} were accepted");
        let used = MEMORY.peak_usage().saturating_sub(before);
        assert!(used <= declared(&bytes) * 4 + FREE, "{name}: {used} bytes for {} declared", declared(&bytes));
    }
}

fn leb(mut value: usize) -> Vec<u8> {
    let mut out = vec![];
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
    out
}
