//! Looking into texts: for what postings do not tell.

use crate::{
    Index,
    index::{BLOCK_GAP, Part},
    pattern::Pattern,
};
use visavis_corpus::{ArticleIx, Pack};

/// Finds the words of one pattern side by side: for each number of the lexicon, the places of the pattern that it fits, one bit each.
/// The bits of the places that have been passed move along with the text (Baeza-Yates and Gonnet, *A new approach to text searching*,
/// 1992), so that a text is read once, without going back.
pub(crate) struct Finder {
    places: Vec<u64>,
    last: u64,
    len: u32,
}

impl Finder {
    /// `pattern` has at most 64 places.
    pub(crate) fn new(index: &Index, pattern: &Pattern, tongue: u8) -> Self {
        let dictionary = index.dictionary();
        let mut places = vec![0; dictionary.lexicon_len()];
        for (at, place) in pattern.places.iter().enumerate().take(64) {
            for class in place.0.iter().filter(|class| class.tongues & tongue != 0) {
                dictionary.numbers(&class.words).iter().for_each(|&number| places[number as usize] |= 1 << at);
            }
        }
        let len = pattern.places.len().clamp(1, 64) as u32;
        Self { places, last: 1 << (len - 1), len }
    }
}

/// A place in a text where a pattern stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// In which part.
    pub(crate) part: Part,
    /// The first word, counted as [`Index::each_number`] does.
    pub(crate) first: u32,
    /// The last word.
    pub(crate) last: u32,
}

impl Index {
    /// Calls `see` where the pattern of `finder` stands in what is read of `article`, in order.
    #[inline]
    pub(crate) fn each_found(&self, pack: &Pack, article: ArticleIx, finder: &Finder, mut see: impl FnMut(Found)) {
        let (mut state, mut in_block) = (0_u64, 0);
        self.each_number(pack, article, |block, part, at, number| {
            if block != in_block {
                (state, in_block) = (0, block);
            }
            let fits = finder.places.get(number as usize).copied().unwrap_or(0);
            if fits == 0 && (state == 0 || !self.dictionary().is_word(number)) {
                return;
            }
            state = (state << 1 | 1) & fits;
            if state & finder.last != 0 {
                see(Found { part, first: at + 1 - finder.len.min(at + 1), last: at });
            }
        });
    }
}

/// Whether `one` stands within so many words of one of `others`, which are in order.
pub(crate) fn is_close(one: &Found, others: &[Found], within: u32) -> bool {
    let within = within.min(BLOCK_GAP - 1);
    let from = others.partition_point(|other| other.last + within < one.first);
    let near = others[from..].iter().take_while(|other| other.first <= one.last + within);
    // What shares a word with it is no neighbour.
    near.into_iter().any(|other| other.last < one.first || other.first > one.last)
}
