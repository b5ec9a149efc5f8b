//! A download of unknown origin: read whole, packed and unpacked.
#![no_main]

mod archive;

use libfuzzer_sys::fuzz_target;
use skillstead::catalog::{pack, unpack};
use skillstead::exchange::onet::{TABLES, read};

fuzz_target!(|data: &[u8]| {
    if let Ok(mut catalog) = read(&archive::archive(data, &TABLES), &mut |_| {}) {
        skillstead::engine::prepare(&mut catalog);
        let bytes = pack(&catalog).expect("what was read can be packed");
        unpack(&bytes).expect("what was packed can be unpacked");
    }
});
