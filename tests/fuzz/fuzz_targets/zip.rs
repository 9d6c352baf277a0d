#![no_main]
//! Any bytes as a file `.zip`.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| visavis_fuzz::article("a.zip", bytes));
