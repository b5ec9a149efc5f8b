//! What the page and the worker that reads files into a passport say to each other, in the manner of the sheets' messages.
//!
//! The page sends [`Request::Read`] with a file and a packed catalogue beside it, and gets one [`Reply`].

use super::{PassportError, Reading};
use serde::{Deserialize, Serialize};

/// What the page asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// "Read the file beside this message, and look up its skills in the packed catalogue behind it."
    Read,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// "This is in it."
    Read(Reading),
    /// "It cannot be read"; nothing has changed anywhere.
    Failed(PassportError),
}

impl From<Result<Reading, PassportError>> for Reply {
    fn from(result: Result<Reading, PassportError>) -> Self {
        result.map_or_else(Self::Failed, Self::Read)
    }
}
