//! Many names, found at once: one tree of words, in which the longest name that starts at a word wins.

use super::{
    sheet::{Gap, Shape, Token, sheet},
    words::{WordId, Words},
};
use rustc_hash::FxHashMap;

/// How a word of a name has to be written in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    /// In any way.
    Any,
    /// With a capital.
    Capital,
    /// In capitals only: `US` is not `us`, nor `Us` at the start of a sentence.
    Upper,
}

impl Case {
    fn of(shape: Shape, word: &str) -> Self {
        match shape {
            Shape::Upper if word.chars().count() == 2 => Self::Upper,
            Shape::Capital | Shape::Upper | Shape::Initial => Self::Capital,
            Shape::Small | Shape::Plain => Self::Any,
        }
    }

    const fn allows(self, found: Shape) -> bool {
        match self {
            Self::Any => true,
            Self::Capital => found.is_capital(),
            Self::Upper => matches!(found, Shape::Upper),
        }
    }
}

/// Whether a name written with `written` between two words may stand in a text with `found`.
const fn allows(written: Gap, found: Gap) -> bool {
    match written {
        // `Al-Assad` and `Al Assad`.
        Gap::Space | Gap::Hyphen => matches!(found, Gap::Space | Gap::Hyphen),
        Gap::Apostrophe => matches!(found, Gap::Apostrophe),
        Gap::Stop => matches!(found, Gap::Stop | Gap::Space),
        Gap::Comma => matches!(found, Gap::Comma),
        Gap::Bracket => matches!(found, Gap::Bracket),
        Gap::And => matches!(found, Gap::And),
        Gap::Other => matches!(found, Gap::Other),
    }
}

#[derive(Clone, Debug)]
struct Name<T> {
    value: T,
    /// For each word, how it is written and what stands before it.
    words: Vec<(Gap, Case)>,
}

impl<T> Name<T> {
    /// Whether the name, as it is written, may be read in `tokens`, whose words agree with it.
    fn fits(&self, tokens: &[Token]) -> bool {
        self.words.iter().zip(tokens).enumerate().all(|(at, (&(gap, case), token))| {
            // Within a hyphened word a small letter is a matter of taste (`Etats-unis`); elsewhere it makes another word (`Alep est`).
            let inner = at > 0;
            (inner && token.gap == Gap::Hyphen || case.allows(token.shape)) && (!inner || allows(gap, token.gap))
        })
    }
}

/// Names, each with what it stands for.
#[derive(Clone, Debug)]
pub(super) struct Trie<T> {
    next: FxHashMap<(u32, WordId), u32>,
    ends: Vec<Vec<u32>>,
    names: Vec<Name<T>>,
}

impl<T> Default for Trie<T> {
    fn default() -> Self {
        Self { next: FxHashMap::default(), ends: vec![vec![]], names: vec![] }
    }
}

impl<T> Trie<T> {
    /// Adds `name`; a name without a word is left out.
    pub(super) fn add(&mut self, words: &mut Words, name: &str, value: T) {
        let tokens = sheet(name, words);
        let mut at = 0;
        for token in &tokens {
            let fresh = self.ends.len() as u32;
            at = *self.next.entry((at, token.word)).or_insert(fresh);
            if at == fresh {
                self.ends.push(vec![]);
            }
        }
        if !tokens.is_empty() {
            let written = |token: &Token| (token.gap, Case::of(token.shape, &name[token.span().range()]));
            self.ends[at as usize].push(self.names.len() as u32);
            self.names.push(Name { value, words: tokens.iter().map(written).collect() });
        }
    }

    /// The longest name that `tokens` begin with, and how many of them it takes.
    pub(super) fn longest(&self, tokens: &[Token]) -> Option<(&T, usize)> {
        let (mut node, mut best) = (0, None);
        for (len, token) in tokens.iter().enumerate() {
            if token.linked() {
                break;
            }
            let Some(&next) = self.next.get(&(node, token.word)) else { break };
            node = next;
            let names = self.ends[node as usize].iter().map(|&name| &self.names[name as usize]);
            let mut fitting = names.filter(|name| name.fits(&tokens[..=len]));
            best = fitting.next().map(|name| (&name.value, len + 1)).or(best);
        }
        best
    }
}
