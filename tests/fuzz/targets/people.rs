//! A file of people, positions, ratings and certificates.
#![no_main]

#[path = "../../support/hostile_org.rs"]
mod hostile_org;

libfuzzer_sys::fuzz_target!(|data: &[u8]| hostile_org::people(data));
