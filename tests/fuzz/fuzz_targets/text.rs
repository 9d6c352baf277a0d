#![no_main]
//! Any bytes as a file `.txt`.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| visavis_fuzz::article("a.txt", bytes));
