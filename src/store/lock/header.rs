//! What a closed text says of its lock.

use super::{Bytes, Kdf, LockError, Salt};
use crate::store::head;
use serde::{Deserialize, Serialize};

/// How the key of a text is derived, and that key, closed by what is derived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    version: u32,
    /// Argon2id.
    pub argon2id: Kdf,
    /// Of this passphrase.
    pub salt: Salt,
    pub(super) nonce: Bytes<24>,
    pub(super) key: Bytes<48>,
}

/// The one version that there is.
const VERSION: u32 = 1;

/// What stands before the closed part: the envelope's own beginning, then the lock.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Front {
    pub(super) skillstead: u32,
    pub(super) generation: u64,
    pub(super) lock: Header,
    pub(super) nonce: Bytes<24>,
}

/// Between the front and the closed part.
const SEAM: &str = ",\"sealed\":\"";

impl Header {
    pub(super) fn new(argon2id: Kdf, salt: Salt, nonce: Bytes<24>) -> Self {
        Self { version: VERSION, argon2id, salt, nonce, key: Bytes([0; 48]) }
    }

    /// The header of a closed text.
    ///
    /// # Errors
    /// [`LockError::Unknown`] where there is none, or one that asks for what no lock of ours asks for.
    pub fn of(text: &str) -> Result<Self, LockError> {
        Ok(parts(text)?.1.lock)
    }

    /// What the closed key is bound to: with any of it changed it does not open.
    pub(super) fn bond(&self) -> String {
        let Kdf { memory, passes, lanes } = self.argon2id;
        format!("skillstead lock {} argon2id {memory} {passes} {lanes} {:?}", self.version, self.salt.0)
    }
}

/// Whether a text is closed, so far as one can see from its beginning.
///
/// ```
/// use skillstead::{domain::Workspace, store::{lock::is_locked, seal}};
/// assert!(!is_locked(&seal(&Workspace::default(), 7)));
/// assert!(is_locked("{\"skillstead\":1,\"generation\":7,\"lock\":{"));
/// ```
#[must_use]
pub fn is_locked(text: &str) -> bool {
    head(text).is_some() && text.splitn(3, ',').nth(2).is_some_and(|rest| rest.starts_with("\"lock\":"))
}

/// The letters before the closed part, what they say, and the letters of that part.
pub(super) fn parts(text: &str) -> Result<(&str, Front, &str), LockError> {
    let (front, sealed) = text.split_once(SEAM).ok_or(LockError::Unknown)?;
    let sealed = sealed.strip_suffix("\"}").ok_or(LockError::Unknown)?;
    let read: Front = serde_json::from_str(&[front, "}"].concat()).map_err(|_| LockError::Unknown)?;
    // Letter for letter as it is written, so that whatever has a header is seen to be closed by its beginning.
    if read.lock.version != VERSION || self::front(&read) != front {
        return Err(LockError::Unknown);
    }
    read.lock.argon2id.check()?;
    Ok((front, read, sealed))
}

/// The letters before a closed part.
pub(super) fn front(front: &Front) -> String {
    let mut text = serde_json::to_string(front).unwrap_or_default();
    text.pop();
    text
}

/// A text of its parts.
pub(super) fn join(front: &str, sealed: &str) -> String {
    [front, SEAM, sealed, "\"}"].concat()
}
