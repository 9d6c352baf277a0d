//! One sort for whatever is a number at a place, and the number that stands for some words.

use crate::wording::Word;
use visavis_text::order_by_number;

/// A number and where it stands.
pub(crate) type Numbered = (u64, u32);

/// Sorts by the number; equal ones stay in their order.
pub(crate) fn sort(numbers: &mut Vec<Numbered>) {
    order_by_number(numbers, |number| number.0);
}

/// A number that the same words always have, and others nearly never.
pub(crate) fn fingerprint(words: &[Word]) -> u64 {
    words.iter().fold(0, |mix, word| {
        let mixed = (mix ^ u64::from(word.id.number())).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 29)
    })
}
