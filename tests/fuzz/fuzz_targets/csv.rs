#![no_main]
//! Any bytes as a file `.csv`.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| visavis_fuzz::article("a.csv", bytes));
