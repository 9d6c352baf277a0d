//! The distinct words and separators of a corpus, and text as their numbers.

use rustc_hash::FxHashMap;
use visavis_text::{TokenKind, tokens};

/// The number that ends a block; no word and no separator has it.
pub const BREAK: u32 = 0;

/// Numbers below this are in order of frequency; above, each doubling is one tier, sorted.
const FIRST_TIER: usize = 128;
/// Entries before this number are the second tier: where a corpus has few words, one sorted list of them is smaller than several.
const SECOND_TIER: usize = 2048;

/// The distinct words and separators of a corpus, numbered from 1 so that frequent ones have small numbers.
///
/// The first 127 are in order of frequency. From there on each doubling of the numbers is a tier whose entries are sorted: they keep
/// nearly the order of frequency, on which the size of the text depends, and share their beginnings with their neighbours, on which the
/// size of the list depends.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Lexicon {
    text: String,
    /// Where each entry starts in `text`; entry `n` is number `n + 1`. One more for the end.
    starts: Vec<u32>,
}

impl Lexicon {
    /// How many entries there are. Numbers run from 1 to this.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The word or separator `number`; `None` for [`BREAK`] and for numbers beyond the list.
    pub fn get(&self, number: u32) -> Option<&str> {
        let at = (number as usize).checked_sub(1)?;
        self.text.get(*self.starts.get(at)? as usize..*self.starts.get(at + 1)? as usize)
    }

    /// Whether `number` is a word, not a separator.
    pub fn is_word(&self, number: u32) -> bool {
        self.get(number).is_some_and(|entry| entry.starts_with(char::is_alphanumeric))
    }

    /// All entries, with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &str)> {
        (1..=self.len() as u32).filter_map(|number| Some((number, self.get(number)?)))
    }

    /// How many bytes the blocks that `stream` holds have when they are written out; entries that do not exist have none.
    pub(super) fn length(&self, stream: Stream<'_>) -> u64 {
        stream.filter_map(|number| self.get(number)).map(|entry| entry.len() as u64 + 1).sum()
    }

    /// Writes out the blocks that `stream` holds. `None` where it names an entry that does not exist.
    pub fn expand(&self, stream: Stream<'_>) -> Option<Vec<String>> {
        let mut blocks = vec![];
        let mut text = String::new();
        let mut after_word = false;
        for number in stream {
            if number == BREAK {
                blocks.push(std::mem::take(&mut text));
                after_word = false;
                continue;
            }
            let entry = self.get(number)?;
            let word = entry.starts_with(char::is_alphanumeric);
            if word && after_word {
                text.push(' ');
            }
            text.push_str(entry);
            after_word = word;
        }
        Some(blocks)
    }

    fn push(&mut self, entry: &str) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.text.push_str(entry);
        self.starts.push(self.text.len() as u32);
    }

    /// The list as bytes: lengths shared with the entry before, lengths of what follows, then what follows.
    pub(super) fn encode(&self) -> Vec<u8> {
        let (mut shared, mut rest, mut suffixes) = (vec![], vec![], vec![]);
        let mut previous = "";
        for (_, entry) in self.iter() {
            let common = shared_bytes(previous, entry);
            put_leb(&mut shared, common as u32);
            put_leb(&mut rest, (entry.len() - common) as u32);
            suffixes.extend_from_slice(&entry.as_bytes()[common..]);
            previous = entry;
        }
        let mut out = vec![];
        put_leb(&mut out, self.len() as u32);
        put_leb(&mut out, shared.len() as u32);
        put_leb(&mut out, rest.len() as u32);
        [shared, rest, suffixes].iter().for_each(|part| out.extend_from_slice(part));
        out
    }

    /// Reads what [`Lexicon::encode`] wrote; `None` where it is not that.
    pub(super) fn decode(bytes: &[u8]) -> Option<Self> {
        let mut at = 0;
        let count = get_leb(bytes, &mut at)? as usize;
        let shared_len = get_leb(bytes, &mut at)? as usize;
        let rest_len = get_leb(bytes, &mut at)? as usize;
        let (shared, tail) = bytes.get(at..)?.split_at_checked(shared_len)?;
        let (rest, mut suffixes) = tail.split_at_checked(rest_len)?;
        let (mut s, mut r) = (0, 0);
        let mut lexicon = Self::default();
        let mut entry: Vec<u8> = vec![];
        for _ in 0..count {
            let common = get_leb(shared, &mut s)? as usize;
            let (suffix, left) = suffixes.split_at_checked(get_leb(rest, &mut r)? as usize)?;
            suffixes = left;
            // A shared beginning repeats bytes that the section does not hold: what a lying file can ask for is bound.
            if common > entry.len() || common > most_shared(suffix.len()) || common + suffix.len() == 0 {
                return None;
            }
            entry.truncate(common);
            entry.extend_from_slice(suffix);
            lexicon.push(std::str::from_utf8(&entry).ok()?);
        }
        (s == shared.len() && r == rest.len() && suffixes.is_empty()).then_some(lexicon)
    }
}

/// Most bytes that an entry may share with the one before, where so many follow: all entries together are then never longer than three
/// times the section.
const fn most_shared(rest: usize) -> usize {
    2 * (rest + 2)
}

/// Texts as numbers of their own words and separators, each with how often it stands.
#[derive(Debug, Default)]
pub(super) struct Numbered<'t> {
    own: FxHashMap<&'t str, u32>,
    entries: Vec<(&'t str, u32)>,
    /// For each article: positions in `entries`, and [`NO_ENTRY`] after each block.
    articles: Vec<Vec<u32>>,
}

const NO_ENTRY: u32 = u32::MAX;

impl<'t> Numbered<'t> {
    /// Goes on with another article.
    pub(super) fn begin_article(&mut self) {
        self.articles.push(vec![]);
    }

    /// Adds a block to the last article.
    pub(super) fn block(&mut self, block: &'t str) {
        let Self { own, entries, articles } = self;
        let Some(stream) = articles.last_mut() else { return };
        for_each_item(block, |item| {
            let at = *own.entry(item).or_insert(entries.len() as u32);
            match entries.get_mut(at as usize) {
                Some((_, count)) => *count += 1,
                None => entries.push((item, 1)),
            }
            stream.push(at);
        });
        stream.push(NO_ENTRY);
    }

    /// Nothing more is added: what that took is let go.
    pub(super) fn finish(mut self) -> Self {
        self.own = FxHashMap::default();
        self.entries.shrink_to_fit();
        self.articles.iter_mut().for_each(Vec::shrink_to_fit);
        self
    }

    /// The articles in the numbers of the whole corpus, a [`BREAK`] after each block.
    pub(super) fn streams(&self, numbers: &FxHashMap<&'t str, u32>) -> Vec<Vec<u8>> {
        let all: Vec<u32> =
            self.entries.iter().map(|(entry, _)| numbers.get(entry).copied().unwrap_or(BREAK)).collect();
        let stream = |article: &Vec<u32>| {
            let mut bytes = Vec::with_capacity(article.len() * 2);
            article.iter().for_each(|&at| put_leb(&mut bytes, all.get(at as usize).copied().unwrap_or(BREAK)));
            bytes
        };
        self.articles.iter().map(stream).collect()
    }
}

/// Sums up words and separators, then numbers them.
#[derive(Debug, Default)]
pub(super) struct Numbering<'t> {
    places: FxHashMap<&'t str, u32>,
    entries: Vec<(&'t str, u32)>,
}

impl<'t> Numbering<'t> {
    /// Adds what was counted in `chunk`.
    pub(super) fn add(&mut self, chunk: &Numbered<'t>) {
        for &(entry, count) in &chunk.entries {
            let at = *self.places.entry(entry).or_insert(self.entries.len() as u32);
            match self.entries.get_mut(at as usize) {
                Some((_, sum)) => *sum += count,
                None => self.entries.push((entry, count)),
            }
        }
    }

    /// The numbered list, and the number of each entry.
    pub(super) fn finish(self) -> (Lexicon, FxHashMap<&'t str, u32>) {
        let Self { mut places, mut entries } = self;
        entries.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let mut from = FIRST_TIER - 1;
        while from < entries.len() {
            let to = entries.len().min((from * 2 + 1).max(SECOND_TIER - 1));
            entries[from..to].sort_by_key(|&(entry, _)| entry);
            from = to;
        }
        let mut lexicon = Lexicon::default();
        for (&(entry, _), number) in entries.iter().zip(1..) {
            lexicon.push(entry);
            places.insert(entry, number);
        }
        (lexicon, places)
    }
}

/// The words and separators of `block` that are stored: all but a single space between two words.
fn for_each_item<'t>(block: &'t str, mut put: impl FnMut(&'t str)) {
    let mut all = tokens(block).peekable();
    let mut after_word = false;
    while let Some(token) = all.next() {
        let word = token.kind == TokenKind::Word;
        let implied = !word && after_word && token.text == " " && all.peek().is_some();
        if !implied {
            put(token.text);
        }
        after_word = word;
    }
}

/// Numbers of words, separators and breaks, as LEB128.
#[derive(Clone, Debug)]
pub struct Stream<'p> {
    bytes: &'p [u8],
    at: usize,
}

impl<'p> Stream<'p> {
    pub(super) const fn new(bytes: &'p [u8]) -> Self {
        Self { bytes, at: 0 }
    }
}

impl Iterator for Stream<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        get_leb(self.bytes, &mut self.at)
    }
}

/// Appends `value` as LEB128.
pub(super) fn put_leb(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Reads one LEB128 number at `at`, and moves `at` past it; `None` at the end, or where it is cut or too long.
#[inline]
pub(super) fn get_leb(bytes: &[u8], at: &mut usize) -> Option<u32> {
    let first = *bytes.get(*at)?;
    *at += 1;
    if first < 0x80 {
        return Some(u32::from(first));
    }
    let mut value = u32::from(first & 0x7f);
    for shift in [7, 14, 21, 28] {
        let byte = *bytes.get(*at)?;
        *at += 1;
        value |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return (shift < 28 || byte < 0x10).then_some(value);
        }
    }
    None
}

/// Bytes that `b` shares with the beginning of `a`, at a character boundary, as far as an entry may.
fn shared_bytes(a: &str, b: &str) -> usize {
    let mut len = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    while !b.is_char_boundary(len) || len > most_shared(b.len() - len) {
        len -= 1;
    }
    len
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(blocks: &[String]) -> (Lexicon, Vec<u8>) {
        let (mut numbered, mut numbering) = (Numbered::default(), Numbering::default());
        numbered.begin_article();
        blocks.iter().for_each(|block| numbered.block(block));
        numbering.add(&numbered);
        let (lexicon, numbers) = numbering.finish();
        (lexicon, numbered.streams(&numbers).concat())
    }

    fn round_trip(blocks: &[String]) -> Option<Vec<String>> {
        let (lexicon, bytes) = written(blocks);
        let lexicon = Lexicon::decode(&lexicon.encode())?;
        lexicon.expand(Stream::new(&bytes))
    }

    #[test]
    fn frequent_words_have_small_numbers() {
        let (lexicon, _) = written(&["la ville, la paix, la guerre".into()]);
        let numbers: FxHashMap<&str, u32> = lexicon.iter().map(|(number, entry)| (entry, number)).collect();
        assert_eq!(numbers["la"], 1);
        assert_eq!(lexicon.get(1), Some("la"));
        assert_eq!(lexicon.get(BREAK), None);
    }

    proptest! {
        #[test]
        fn text_survives_numbering(blocks in prop::collection::vec("[ a-eéA\u{301}'’«»0-9.\\-\n]{0,40}", 0..6)) {
            prop_assert_eq!(round_trip(&blocks), Some(blocks));
        }

        #[test]
        fn any_text_survives_numbering(blocks in prop::collection::vec("\\PC{0,40}", 0..4)) {
            prop_assert_eq!(round_trip(&blocks), Some(blocks));
        }

        #[test]
        fn leb_numbers_survive(value: u32) {
            let mut bytes = vec![];
            put_leb(&mut bytes, value);
            prop_assert_eq!(get_leb(&bytes, &mut 0), Some(value));
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            let _ = Lexicon::decode(&bytes);
        }
    }
}
