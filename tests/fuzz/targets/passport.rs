//! A file of unknown origin, read into a passport.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skillstead::catalog::Catalog;
use skillstead::exchange::passport::read_passport;

fuzz_target!(|data: &[u8]| {
    let _proposals = read_passport(data, &Catalog::default());
});
