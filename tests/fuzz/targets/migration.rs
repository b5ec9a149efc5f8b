//! The same, as any schema; and what a person has made of the catalogue.
#![no_main]

#[path = "../../support/hostile.rs"]
mod hostile;

libfuzzer_sys::fuzz_target!(|data: &[u8]| hostile::migration(data));
