//! Characters, words and byte offsets of French and English text. Knows no article.
//!
//! Everything downstream (recognising, searching, comparing) meets on the same few ideas, which is why they live together at the
//! bottom: a [`Span`] names a place in a text in UTF-8 bytes, [`fold`] says which spellings count as the same, [`stem_key`] which words,
//! [`tokens`] says where words begin and end, and [`sentences`] where sentences do. A query and an article that go through the same
//! functions cannot disagree.
//!
//! Folding is deliberately a mapping of characters and not of words: it keeps a map back to the source ([`Folded::source`]), so that a
//! match found on folded text can be drawn on the text as it was printed.

mod elision;
mod fold;
mod order;
mod sentence;
mod span;
mod stem;
mod token;
mod visible;

pub use elision::{elides, is_apostrophe};
pub use fold::{Folded, fold, fold_into, folded, is_folded};
pub use order::{counted, distinct, gathered, order_by_number, ordered, ordered_by};
pub use sentence::{Sentences, sentences};
pub use span::{Span, slice};
pub use stem::{Tongue, beginnings, plain, stem, stem_key};
pub use token::{Token, TokenKind, Tokens, Words, is_word_char, tokens, words};
pub use visible::{number, unseen, visible};
