#![no_main]
//! Any bytes as `corpus.toml` and `entities.toml`.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| visavis_fuzz::settings(bytes));
