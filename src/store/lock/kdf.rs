//! From a passphrase to a key: meant to be work, so that guessing is.

use super::{Bytes, LockError, Passphrase};
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Makes the same passphrase give another key on every device.
pub type Salt = Bytes<16>;

/// How much work it is to derive a key (Argon2id).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kdf {
    /// Memory that has to be filled, in KiB.
    pub memory: u32,
    /// How often it is gone over.
    pub passes: u32,
    /// How many could share the work. More than one helps only who has more machines than we have.
    pub lanes: u32,
}

/// The key that is derived. It opens nothing but the key of the texts, and is forgotten with that.
#[derive(Clone)]
pub struct Kek(pub(super) Zeroizing<[u8; 32]>);

impl std::fmt::Debug for Kek {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Kek")
    }
}

impl From<[u8; 32]> for Kek {
    fn from(key: [u8; 32]) -> Self {
        Self(Zeroizing::new(key))
    }
}

impl Kdf {
    /// Where work begins; [`super::calibrate`] adds passes.
    pub const USUAL: Self = Self { memory: 65_536, passes: 3, lanes: 1 };
    /// As much work in half of the memory, where there is no more.
    pub const SMALL: Self = Self { memory: 32_768, passes: 6, lanes: 1 };
    /// No lock of ours is less work.
    const LEAST: Self = Self { memory: 19_456, passes: 2, lanes: 1 };
    /// No lock of ours is more work; who asks for more wants this page to come to a stop.
    pub(super) const MOST: Self = Self { memory: 262_144, passes: 10, lanes: 4 };

    /// # Errors
    /// [`LockError::Unknown`] for less or more work than any lock of ours asks for.
    pub fn check(self) -> Result<(), LockError> {
        let is_within = |of: fn(Self) -> u32| (of(Self::LEAST)..=of(Self::MOST)).contains(&of(self));
        let all = is_within(|kdf| kdf.memory) && is_within(|kdf| kdf.passes) && is_within(|kdf| kdf.lanes);
        if all { Ok(()) } else { Err(LockError::Unknown) }
    }

    /// Derives the key of a passphrase. This takes about half a second and is for a worker.
    ///
    /// # Errors
    /// Too much or too little work, which is seen before any memory is taken; or too little memory.
    pub fn derive(self, passphrase: &Passphrase, salt: Salt) -> Result<Kek, LockError> {
        self.check()?;
        let params = Params::new(self.memory, self.passes, self.lanes, Some(32)).map_err(|_| LockError::Unknown)?;
        let mut key = Zeroizing::new([0; 32]);
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let done = argon.hash_password_into(passphrase.bytes(), &salt.0, key.as_mut());
        // All that is left to go wrong is the memory.
        done.map(|()| Kek(key)).map_err(|_| LockError::NoMemory)
    }
}
