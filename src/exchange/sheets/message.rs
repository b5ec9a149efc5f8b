//! What the page and the worker that reads and writes a person's files say to each other: sheets, and what goes into a passport.
//!
//! The worker greets with [`Reply::Ready`] and answers each [`Request`] with one reply; both stand first in an array, and bytes or
//! files beside them. Sheets that were opened stay in the worker until it is let go.

use super::{Match, RowFault, Scale, SheetError, SheetKind};
use crate::exchange::passport::{PassportError, Reading};
use crate::exchange::people::message::{Ask, Said};
use serde::{Deserialize, Serialize};

/// Changes with the messages: page and worker are two files, and a browser may have kept an old one.
pub const PROTOCOL: u16 = 5;

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// "Open the sheets in the files beside this message", and keep them.
    Open,
    /// "Take the sheets over the packed catalogue beside this message."
    Take {
        /// What each opened sheet is; none to leave it out.
        matches: Vec<Option<Match>>,
        /// The scale that levels are on.
        scale: Scale,
    },
    /// "Write the packed catalogue beside this message into a file."
    Write(FileKind),
    /// "Read the file that is beside this message, behind a packed catalogue whose skills it may name, into a passport."
    Passport,
    /// What an organisation's page asks about its people.
    People(Ask),
}

/// A kind of file that a catalogue can be written into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileKind {
    /// A ZIP with one CSV a sheet.
    Csv,
    /// A workbook.
    Xlsx,
}

/// A sheet as far as a person has to see it in order to match it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetLook {
    /// Its name.
    pub name: String,
    /// Its header and its first rows.
    pub first: Vec<Vec<Box<str>>>,
    /// Rows without the header.
    pub n_rows: usize,
    /// What it is likely to be.
    pub guess: Option<Match>,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// "I listen."
    Ready {
        /// The worker's [`PROTOCOL`].
        protocol: u16,
    },
    /// "These are the sheets."
    Sheets(Vec<SheetLook>),
    /// "These entries are in them"; they stand beside this message, as `store::write_own` writes them.
    Taken {
        /// New and changed entries by kind.
        counts: Vec<(SheetKind, usize, usize)>,
        /// Levels that lost precision.
        rounded: usize,
    },
    /// "These cells cannot be right", so nothing is taken.
    Faults(Vec<RowFault>),
    /// "The file is beside this message."
    Written,
    /// "This is in the file", or why nothing is.
    Passport(Result<Reading, PassportError>),
    /// What is said of an organisation's people.
    People(Said),
    /// "It cannot be done"; nothing has changed anywhere.
    Failed(Failure),
}

/// Why nothing came of sheets, for the page to put into the words of its language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Failure {
    /// A file is not what it should be.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// The browser does not let a file be read.
    #[error("the file cannot be read")]
    Unreadable,
    /// The file cannot be written, which only a lack of memory explains.
    #[error("the file cannot be written")]
    Unwritable,
    /// A message that the worker does not understand.
    #[error("not a request")]
    NotARequest,
    /// Page and worker are of different versions: a reload mends it.
    #[error("another protocol")]
    Protocol,
}
