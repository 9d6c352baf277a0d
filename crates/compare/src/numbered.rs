//! One sort for whatever is a number at a place: the library's is written anew for each type, three kilobytes at a time, and the page
//! carries each.

/// A number and where it stands.
pub(crate) type Numbered = (u64, u32);

/// Bits of a number that are looked at in one pass.
const DIGIT: u32 = 11;

/// Sorts by the number; equal ones stay in their order. They are counted into place, digit by digit, from the last one on.
#[inline(never)]
pub(crate) fn sort(numbers: &mut Vec<Numbered>) {
    let mut moved = numbers.clone();
    for shift in (0..u64::BITS).step_by(DIGIT as usize) {
        let digit = |number: &Numbered| (number.0 >> shift) as usize & ((1 << DIGIT) - 1);
        let mut next = [0_usize; 1 << DIGIT];
        numbers.iter().for_each(|number| next[digit(number)] += 1);
        // All have the same digit.
        if next.contains(&numbers.len()) {
            continue;
        }
        let mut before = 0;
        for slot in &mut next {
            before += std::mem::replace(slot, before);
        }
        for number in &*numbers {
            let slot = &mut next[digit(number)];
            moved[*slot] = *number;
            *slot += 1;
        }
        std::mem::swap(numbers, &mut moved);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_stand_as_the_library_would_sort_them(
            numbers in prop::collection::vec(prop_oneof![0_u64..5, any::<u64>(), (0_u64..9).prop_map(|n| n << 55)], 0..60)
        ) {
            let mut numbers: Vec<Numbered> = numbers.into_iter().zip(0..).collect();
            let mut expected = numbers.clone();
            expected.sort_by_key(|number| number.0);
            sort(&mut numbers);
            prop_assert_eq!(numbers, expected);
        }
    }
}
