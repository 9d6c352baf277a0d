#![no_main]
//! Any bytes as annotations `a.conll`.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| visavis_fuzz::annotations("a.conll", bytes));
