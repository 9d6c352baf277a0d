#![no_main]
//! Any bytes as an address after `#`.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| visavis_fuzz::address(bytes));
