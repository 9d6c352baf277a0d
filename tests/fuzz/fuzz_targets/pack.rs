#![no_main]
//! Any bytes as a pack.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| visavis_fuzz::pack(bytes));
