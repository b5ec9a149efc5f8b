//! Keys from passphrases, by the worker; and the lots that go with them.

use crate::state::worker::answered;
use crate::store::lock::message::{Ask, Reply};
use crate::store::lock::{Bytes, Header, Kdf, Kek, Key, LockError};
use js_sys::JsString;
use std::rc::Rc;
use zeroize::Zeroizing;

/// Fills a place by lot; whether it could.
pub(in crate::state) fn lots(place: &mut [u8]) -> bool {
    let crypto = leptos::prelude::window().crypto();
    crypto.and_then(|crypto| crypto.get_random_values_with_u8_array(place)).is_ok()
}

/// A key of its own for a new passphrase, after finding out how much work this device can do.
pub(super) async fn new_key(passphrase: String) -> Result<Rc<Key>, LockError> {
    let mut salt = Bytes([0; 16]);
    if !lots(&mut salt.0) {
        return Err(LockError::NoRandom);
    }
    let (kdf, kek) = derive(Ask { passphrase, salt, kdf: None }).await?;
    Key::new(kdf, salt, &kek, lots).map(Rc::new)
}

/// The key of one of these headers that the passphrase opens.
pub(super) async fn key_of(headers: &[Header], passphrase: &str) -> Result<Rc<Key>, LockError> {
    let mut why = LockError::Unknown;
    for header in headers {
        let ask = Ask { passphrase: passphrase.into(), salt: header.salt, kdf: Some(header.argon2id) };
        let (_, kek) = derive(ask).await?;
        match Key::of(header, &kek, lots) {
            Ok(key) => return Ok(Rc::new(key)),
            Err(error) => why = error,
        }
    }
    Err(why)
}

/// Asks a worker of its own.
async fn derive(mut ask: Ask) -> Result<(Kdf, Kek), LockError> {
    // An accent may be typed as one character or as two.
    let typed = Zeroizing::new(std::mem::take(&mut ask.passphrase));
    ask.passphrase = JsString::from(typed.as_str()).normalize("NFC").into();
    let (reply, _) = answered("lock", ask, Vec::new(), |reply| matches!(reply, Reply::Ready)).await;
    match reply {
        Some(Reply::Derived(kdf, key)) => Ok((kdf, Kek::from(key))),
        Some(Reply::Failed(error)) => Err(error),
        // It broke off, which is what too little memory does to it.
        Some(Reply::Ready) | None => Err(LockError::NoMemory),
    }
}
