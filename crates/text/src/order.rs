//! Order: one sort for everything that runs in the page.
//!
//! The library's sorts are written anew for each type that is sorted, eight kilobytes at a time. Here positions are sorted, whatever
//! they are positions of, so that the program carries one. Long lists that are sorted often, by a number, are counted into place.

use std::cmp::Ordering;

/// `rows` in the order of `compare`; equal ones stay in theirs.
pub fn ordered<T>(rows: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = positions(rows.len(), &|a, b| compare(&rows[a], &rows[b]));
    let mut rows: Vec<Option<T>> = rows.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| rows[at as usize].take()).collect()
}

/// `rows` in order of the key; equal ones stay in theirs.
pub fn ordered_by<T, K: Ord>(rows: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    ordered(rows, |a, b| key(a).cmp(&key(b)))
}

/// Bits of a number that are looked at in one pass.
const DIGIT: u32 = 11;

/// Sorts `rows` by a number; equal ones stay in their order. They are counted into place, digit by digit, from the last one on: for long
/// lists that are sorted often.
#[inline(never)]
pub fn order_by_number<T: Copy>(rows: &mut Vec<T>, number: impl Fn(&T) -> u64) {
    let mut moved = rows.clone();
    for shift in (0..u64::BITS).step_by(DIGIT as usize) {
        let digit = |row: &T| (number(row) >> shift) as usize & ((1 << DIGIT) - 1);
        let mut next = [0_usize; 1 << DIGIT];
        rows.iter().for_each(|row| next[digit(row)] += 1);
        // All have the same digit.
        if next.contains(&rows.len()) {
            continue;
        }
        let mut before = 0;
        for slot in &mut next {
            before += std::mem::replace(slot, before);
        }
        for row in &*rows {
            let slot = &mut next[digit(row)];
            moved[*slot] = *row;
            *slot += 1;
        }
        std::mem::swap(rows, &mut moved);
    }
}

/// Distinct `rows`, in order.
pub fn distinct<T: Ord>(rows: Vec<T>) -> Vec<T> {
    let mut rows = ordered(rows, T::cmp);
    rows.dedup();
    rows
}

/// Distinct `rows`, in order, each with how often it is there.
pub fn counted<T: Ord>(rows: Vec<T>) -> Vec<(T, u32)> {
    let mut out: Vec<(T, u32)> = vec![];
    for row in ordered(rows, T::cmp) {
        match out.last_mut() {
            Some((last, count)) if *last == row => *count += 1,
            _ => out.push((row, 1)),
        }
    }
    out
}

/// The values of each key, in order of the key; those of one key stay in theirs.
pub fn gathered<K: Ord, T>(rows: Vec<(K, T)>) -> Vec<(K, Vec<T>)> {
    let mut out: Vec<(K, Vec<T>)> = vec![];
    for (key, value) in ordered(rows, |a, b| a.0.cmp(&b.0)) {
        match out.last_mut() {
            Some((last, values)) if *last == key => values.push(value),
            _ => out.push((key, vec![value])),
        }
    }
    out
}

/// The positions from 0 to `len` in the order of `compare`.
#[inline(never)]
fn positions(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut positions: Vec<u32> = (0..len as u32).collect();
    positions.sort_by(|&a, &b| compare(a as usize, b as usize));
    positions
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_are_counted_into_the_order_of_the_library(
            rows in prop::collection::vec(prop_oneof![0_u64..5, any::<u64>(), (0_u64..9).prop_map(|n| n << 55)], 0..60)
        ) {
            let mut rows: Vec<(u64, usize)> = rows.into_iter().zip(0..).collect();
            let mut expected = rows.clone();
            expected.sort_by_key(|row| row.0);
            order_by_number(&mut rows, |row| row.0);
            prop_assert_eq!(rows, expected);
        }

        #[test]
        fn rows_are_ordered_as_the_library_would(rows in prop::collection::vec((0_u8..4, 0_u8..4), 0..40)) {
            let mut expected = rows.clone();
            expected.sort_by_key(|row| row.0);
            prop_assert_eq!(ordered_by(rows.clone(), |row| row.0), expected);
            let mut expected = rows.clone();
            expected.sort_unstable();
            expected.dedup();
            prop_assert_eq!(distinct(rows.clone()), expected.clone());
            let times = |row: &(u8, u8)| rows.iter().filter(|other| *other == row).count() as u32;
            let counts: Vec<_> = expected.into_iter().map(|row| (row, times(&row))).collect();
            prop_assert_eq!(counted(rows.clone()), counts);
            let mut expected = std::collections::BTreeMap::<u8, Vec<u8>>::new();
            rows.iter().for_each(|row| expected.entry(row.0).or_default().push(row.1));
            prop_assert_eq!(gathered(rows.clone()), expected.into_iter().collect::<Vec<_>>());
        }
    }
}
