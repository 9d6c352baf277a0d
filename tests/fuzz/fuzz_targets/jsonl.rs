#![no_main]
//! Any bytes as a file `.jsonl`.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| visavis_fuzz::article("a.jsonl", bytes));
