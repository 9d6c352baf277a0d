//! One sort for whatever is a number at a place.

use visavis_text::order_by_number;

/// A number and where it stands.
pub(crate) type Numbered = (u64, u32);

/// Sorts by the number; equal ones stay in their order.
pub(crate) fn sort(numbers: &mut Vec<Numbered>) {
    order_by_number(numbers, |number| number.0);
}
