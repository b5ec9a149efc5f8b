//! The key of the texts: closes and opens them at once, also while a page is being left.

use super::header::{Front, front, join, parts};
use super::{Bytes, Header, Kdf, Kek, LockError, Salt, is_locked};
use crate::store::{Lock, StoreError, Unreadable, head};
use base64ct::{Base64, Encoding};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

/// Fills a place by lot; whether it could.
pub type Random = fn(&mut [u8]) -> bool;

/// A key with the header that it is kept in. It is wiped when it is let go.
#[derive(Clone)]
pub struct Key {
    header: Header,
    data: Zeroizing<[u8; 32]>,
    random: Random,
}

/// A key on its way to a worker of this page; wiped when it is let go.
#[derive(Serialize, Deserialize)]
pub struct Handed {
    header: Header,
    data: [u8; 32],
}

impl Drop for Handed {
    fn drop(&mut self) {
        self.data.zeroize();
    }
}

impl std::fmt::Debug for Handed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Handed")
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}

impl Key {
    /// A new key, to be opened with what was derived of a passphrase.
    ///
    /// # Errors
    /// Where no lots are drawn.
    pub fn new(kdf: Kdf, salt: Salt, kek: &Kek, random: Random) -> Result<Self, LockError> {
        let mut data = Zeroizing::new([0; 32]);
        fill(random, data.as_mut())?;
        let mut header = Header::new(kdf, salt, nonce(random)?);
        let closed = encrypt(&kek.0, header.nonce, header.bond().as_bytes(), data.as_ref())?;
        header.key = Bytes(closed.try_into().map_err(|_| LockError::Unknown)?);
        Ok(Self { header, data, random })
    }

    /// The key of a header, opened with what was derived of a passphrase.
    ///
    /// # Errors
    /// [`LockError::Wrong`] for another passphrase, or a header that was changed.
    pub fn of(header: &Header, kek: &Kek, random: Random) -> Result<Self, LockError> {
        let opened = Zeroizing::new(decrypt(&kek.0, header.nonce, header.bond().as_bytes(), &header.key.0)?);
        let data = opened.as_slice().try_into().map_err(|_| LockError::Wrong)?;
        Ok(Self { header: header.clone(), data: Zeroizing::new(data), random })
    }

    /// The key that was handed over.
    #[must_use]
    pub fn handed(handed: &Handed, random: Random) -> Self {
        Self { header: handed.header.clone(), data: Zeroizing::new(handed.data), random }
    }

    /// What it is kept in.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// A text that only this key opens. It begins as the text of an envelope does, so that its generation can be seen.
    ///
    /// # Errors
    /// Where no lots are drawn, or the text is no envelope.
    pub fn close(&self, plain: &str) -> Result<String, LockError> {
        let (skillstead, generation) = head(plain).ok_or(LockError::Unknown)?;
        let nonce = nonce(self.random)?;
        let front = front(&Front { skillstead, generation, lock: self.header.clone(), nonce });
        let sealed = encrypt(&self.data, nonce, front.as_bytes(), plain.as_bytes())?;
        Ok(join(&front, &Base64::encode_string(&sealed)))
    }

    /// The text that was closed, letter for letter.
    ///
    /// # Errors
    /// [`LockError::Wrong`] for a text that was closed by another key, or changed: in whatever letter.
    pub fn open(&self, text: &str) -> Result<String, LockError> {
        let (front, read, sealed) = parts(text)?;
        if read.lock != self.header {
            return Err(LockError::Wrong);
        }
        let sealed = Base64::decode_vec(sealed).map_err(|_| LockError::Wrong)?;
        let plain = decrypt(&self.data, read.nonce, front.as_bytes(), &sealed)?;
        String::from_utf8(plain).map_err(|_| LockError::Wrong)
    }
}

impl Lock for Key {
    fn close(&self, plain: &str) -> Result<String, StoreError> {
        if is_locked(plain) { Ok(plain.into()) } else { self.close(plain).map_err(|_| StoreError::Failing) }
    }

    fn open(&self, text: &str) -> Result<String, Unreadable> {
        let is_mine = self.is_of(text);
        self.open(text).map_err(|_| if is_mine { Unreadable::Damaged } else { Unreadable::Locked })
    }

    fn is_of(&self, text: &str) -> bool {
        Header::of(text).is_ok_and(|header| header == self.header)
    }

    fn hand(&self) -> Handed {
        Handed { header: self.header.clone(), data: *self.data }
    }
}

fn fill(random: Random, place: &mut [u8]) -> Result<(), LockError> {
    if random(place) { Ok(()) } else { Err(LockError::NoRandom) }
}

fn nonce(random: Random) -> Result<Bytes<24>, LockError> {
    let mut nonce = Bytes([0; 24]);
    fill(random, &mut nonce.0)?;
    Ok(nonce)
}

fn encrypt(key: &[u8; 32], nonce: Bytes<24>, aad: &[u8], msg: &[u8]) -> Result<Vec<u8>, LockError> {
    let cipher = XChaCha20Poly1305::new(key.into());
    // It fails for more bytes than there are.
    cipher.encrypt(&XNonce::from(nonce.0), Payload { msg, aad }).map_err(|_| LockError::NoMemory)
}

fn decrypt(key: &[u8; 32], nonce: Bytes<24>, aad: &[u8], msg: &[u8]) -> Result<Vec<u8>, LockError> {
    let cipher = XChaCha20Poly1305::new(key.into());
    cipher.decrypt(&XNonce::from(nonce.0), Payload { msg, aad }).map_err(|_| LockError::Wrong)
}
