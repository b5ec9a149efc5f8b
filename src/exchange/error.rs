//! Why a download is not read, and how far reading is.

use super::archive::ArchiveError;
use serde::{Deserialize, Serialize};

/// Why a file is no download of a framework, or which part of it is wrong. Nothing is kept of a file that has an error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ReadError {
    /// The zip itself is refused.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// None of the frameworks that are known has tables of these names.
    #[error("no framework that is known")]
    NoFramework,
    /// A table without which there is no catalogue.
    #[error("no table {table}")]
    NoTable {
        /// Its file name.
        table: String,
    },
    /// None of the tables that rate an occupation's skills, knowledge or abilities, or none that rates a known occupation.
    #[error("no ratings")]
    NoRatings,
    /// A table without a column that is needed.
    #[error("{table}: no column {column}")]
    NoColumn {
        /// The table's file name.
        table: String,
        /// The column's official name.
        column: String,
    },
    /// More rows than [`limits::ROWS`](crate::exchange::limits::ROWS).
    #[error("{table}: more than {limit} rows")]
    TooManyRows {
        /// The table's file name.
        table: String,
        /// The most there may be.
        limit: usize,
    },
    /// A row that is not text in UTF-8.
    #[error("{table}:{row}: not UTF-8")]
    NotUtf8 {
        /// The table's file name.
        table: String,
        /// The line of the file, from 1.
        row: usize,
    },
    /// A row with more or fewer cells than the header.
    #[error("{table}:{row}: {found} cells, not {expected}")]
    FieldCount {
        /// The table's file name.
        table: String,
        /// The line of the file, from 1.
        row: usize,
        /// The cells of the header.
        expected: u64,
        /// The cells of the row.
        found: u64,
    },
    /// A cell that cannot be what its column says.
    #[error("{table}:{row}: {column}: {value:?}: {fault:?}")]
    Cell {
        /// The table's file name.
        table: String,
        /// The line of the file, from 1.
        row: usize,
        /// The column's official name.
        column: String,
        /// What the cell says, at most 40 characters of it.
        value: String,
        /// What is wrong with it.
        fault: Fault,
    },
}

/// What is wrong with a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// No number, or one outside its scale.
    Number,
    /// No code of the kind that the column holds.
    Code,
    /// Longer than [`limits::TEXT_CHARS`](crate::exchange::limits::TEXT_CHARS).
    Length,
    /// It was said before, where it can be said once.
    Repeated,
    /// One more than a catalogue may have of it.
    TooMany,
}

/// How far reading is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// The share of the bytes that are read, from 0.0 to 1.0.
    pub share: f32,
    /// The table that is read now.
    pub table: &'static str,
}
