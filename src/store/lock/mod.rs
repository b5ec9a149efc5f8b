//! A passphrase before the document: what is kept is then of no use to whoever has the device and not the passphrase.
//!
//! From the passphrase a key is derived ([`Kdf`]), slowly and in a worker; it opens a second key, drawn by lot, that closes the texts
//! ([`Key`]), fast and at once. A closed text says in its header how to derive the first, and no letter of the header can be changed.

mod bytes;
mod calibrate;
mod header;
mod kdf;
mod key;
pub mod message;
mod passphrase;
mod strength;

pub use bytes::Bytes;
pub use calibrate::calibrate;
pub use header::{Header, is_locked};
pub use kdf::{Kdf, Kek, Salt};
pub use key::{Handed, Key, Random};
pub use passphrase::{Passphrase, made_up};
pub use strength::{LEAST_LETTERS, Strength, strength};

use serde::{Deserialize, Serialize};

/// Why a lock does not close or open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum LockError {
    /// The passphrase is another one, or the text was changed: nobody can tell which.
    #[error("the passphrase does not open it")]
    Wrong,
    /// The text is not closed by a lock that this version knows, or the lock asks for less or more work than any of ours.
    #[error("no lock of this version")]
    Unknown,
    /// There is no room for the work that the lock asks for.
    #[error("too little memory")]
    NoMemory,
    /// The browser draws no lots, and nothing is closed without.
    #[error("no random bytes")]
    NoRandom,
}
