//! What the page and the worker that derives keys say to each other.

use super::{Kdf, LockError, Passphrase, Salt, calibrate};
use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

/// What the page asks for.
#[derive(Serialize, Deserialize)]
pub struct Ask {
    /// As it was typed.
    pub passphrase: String,
    /// The salt.
    pub salt: Salt,
    /// How much work it is; none for a new passphrase, for which that is found out.
    pub kdf: Option<Kdf>,
}

/// What the worker says.
#[derive(Serialize, Deserialize)]
pub enum Reply {
    /// It listens.
    Ready,
    /// The key, and how it was derived.
    Derived(Kdf, [u8; 32]),
    /// There is none.
    Failed(LockError),
}

// What is asked for and what is answered is secret.
impl std::fmt::Debug for Ask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ask")
    }
}

impl std::fmt::Debug for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Reply")
    }
}

impl Drop for Ask {
    fn drop(&mut self) {
        self.passphrase.zeroize();
    }
}

impl Ask {
    /// The worker's answer. `now` is a clock in milliseconds.
    #[must_use]
    pub fn answer(mut self, now: fn() -> f64) -> Reply {
        let passphrase = Passphrase::typed(std::mem::take(&mut self.passphrase));
        let derive = |kdf: Kdf| kdf.derive(&passphrase, self.salt);
        let derived = match self.kdf {
            Some(kdf) => derive(kdf).map(|kek| (kdf, kek)),
            None => calibrate(now, derive),
        };
        derived.map_or_else(Reply::Failed, |(kdf, kek)| Reply::Derived(kdf, *kek.0))
    }
}
