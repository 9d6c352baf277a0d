#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| visavis_fuzz::compare(bytes));
