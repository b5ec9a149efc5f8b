//! The text of an organisation, and whatever is reckoned from it.
#![no_main]

#[path = "../../support/hostile_org.rs"]
mod hostile_org;

libfuzzer_sys::fuzz_target!(|data: &[u8]| hostile_org::organisation(data));
