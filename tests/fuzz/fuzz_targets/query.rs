#![no_main]
//! Any bytes as a query.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| visavis_fuzz::query(bytes));
