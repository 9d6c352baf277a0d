//! One fast sort for whatever is a number at a place: the library's sort is written anew for each type, and the page carries each.

/// A number and where it stands.
pub(crate) type Numbered = (u64, u32);

/// Sorts by the number, then by the place.
#[inline(never)]
pub(crate) fn sort(numbers: &mut [Numbered]) {
    numbers.sort_unstable();
}
