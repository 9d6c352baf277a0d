#![no_main]
//! Any bytes as texts to compare.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| visavis_fuzz::compare(bytes));
