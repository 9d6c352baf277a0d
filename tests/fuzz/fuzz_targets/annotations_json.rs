#![no_main]
//! Any bytes as annotations `a.json`.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| visavis_fuzz::annotations("a.json", bytes));
