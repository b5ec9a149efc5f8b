//! A closed text of unknown origin: its header is read, and neither a key in hand nor one from the header is fooled.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skillstead::store::lock::{Bytes, Header, Kdf, Kek, Key, is_locked};

fn lots(place: &mut [u8]) -> bool {
    place.fill(5);
    true
}

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let kek = Kek::from([3; 32]);
    let _ = is_locked(&text);
    if let Ok(header) = Header::of(&text) {
        assert!(header.argon2id.check().is_ok());
        let opened = Key::of(&header, &kek, lots);
        assert!(opened.is_err(), "a key that nobody has made");
    }
    if let Ok(key) = Key::new(Kdf::USUAL, Bytes([7; 16]), &kek, lots) {
        assert!(key.open(&text).is_err(), "a text that nobody has closed");
    }
});
