#![no_main]
//! Any bytes as a file `.html`.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| visavis_fuzz::article("a.html", bytes));
