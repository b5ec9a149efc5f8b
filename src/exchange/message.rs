//! What the page and the worker that reads frameworks say to each other, in a few bytes.
//!
//! The worker greets with [`Reply::Ready`]; the page answers with an array of a [`Request`] and a file, and the worker sends any
//! number of [`Reply::Progress`] and one last message: `[Reply::Done, Uint8Array]` or `[Reply::Failed]`. To cancel, the page
//! terminates the worker.

use super::{Progress, ReadError};
use crate::catalog::{Catalog, pack};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Changes with the messages: page and worker are two files, and a browser may have kept an old one.
pub const PROTOCOL: u16 = 2;

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// "Read the framework in the file beside this message."
    Read,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// "I listen." A message that is sent before this one may be lost, as the worker's code is still loading.
    Ready {
        /// The worker's [`PROTOCOL`].
        protocol: u16,
    },
    /// "So far I am."
    Progress {
        /// The share that is done, from 0.0 to 1.0.
        share: f32,
        /// The table that is read now.
        table: String,
    },
    /// "The catalogue is beside this message", as [`pack`] writes it.
    Done {
        /// The SHA-256 of the packed bytes, in 64 small hex digits.
        sha256: String,
        /// Roles of the catalogue.
        n_roles: usize,
        /// Skills of the catalogue.
        n_skills: usize,
        /// Other titles of its roles.
        n_titles: usize,
    },
    /// "It cannot be done"; nothing has changed anywhere.
    Failed(Failure),
}

/// Why there is no catalogue, for the page to put into the words of its language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Failure {
    /// The file is not what it should be.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The browser does not let the file be read: it was moved, changed or taken away.
    #[error("the file cannot be read")]
    Unreadable,
    /// The catalogue cannot be written down, which only a lack of memory explains.
    #[error("the catalogue cannot be packed")]
    Unpackable,
    /// A message that the worker does not understand.
    #[error("not a request")]
    NotARequest,
    /// Page and worker are of different versions: a reload mends it.
    #[error("protocol {found}, not {expected}")]
    Protocol {
        /// The worker's [`PROTOCOL`].
        expected: u16,
        /// The page's.
        found: u16,
    },
}

/// A message as bytes; none of a message that cannot be written, which only a lack of memory explains.
#[must_use]
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    postcard::to_stdvec(message).unwrap_or_default()
}

/// The message in bytes; `None` where they are no such message.
///
/// ```
/// use skillstead::exchange::message::{Request, decode, encode};
/// assert_eq!(decode(&encode(&Request::Read)), Some(Request::Read));
/// assert_eq!(decode::<Request>(&[]), None);
/// ```
#[must_use]
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

impl Reply {
    /// The last message of a reading that went well, with the packed bytes to send beside it.
    ///
    /// # Errors
    /// [`Failure::Unpackable`].
    pub fn done(catalog: &Catalog) -> Result<(Self, Vec<u8>), Failure> {
        let bytes = pack(catalog).map_err(|_| Failure::Unpackable)?;
        let reply = Self::Done {
            sha256: Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
            n_roles: catalog.roles.len(),
            n_skills: catalog.skills.len(),
            n_titles: catalog.roles.iter().map(|role| role.also.len()).sum(),
        };
        Ok((reply, bytes))
    }
}

impl From<Progress> for Reply {
    fn from(progress: Progress) -> Self {
        Self::Progress { share: progress.share, table: progress.table.into() }
    }
}
