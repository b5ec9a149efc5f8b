//! An archive of unknown origin: opened, every entry inflated within its limits.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skillstead::exchange::archive::Archive;

fuzz_target!(|data: &[u8]| {
    if let Ok(mut archive) = Archive::open(data) {
        for name in archive.names().collect::<Vec<_>>() {
            let _ = archive.table(&name);
        }
        let _ = archive.check();
    }
});
