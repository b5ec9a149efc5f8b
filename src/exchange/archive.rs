//! A zip from outside, opened with care: real bytes are counted, because declared sizes lie.

use super::limits;
use serde::{Deserialize, Serialize};
use std::io::{Cursor, Read, Write};
use zip::ZipArchive;

/// An opened zip. Names of entries are labels to find a table by; they never become paths.
///
/// Entries that are archives themselves are bytes like any other: nothing looks inside ([`limits::ARCHIVE_DEPTH`]).
#[derive(Debug)]
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes inflated so far, over all tables.
    inflated: u64,
}

/// Why a zip, or an entry of it, is refused. Sizes are in bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ArchiveError {
    /// The file is larger than a catalogue can be.
    #[error("{bytes} bytes, more than {limit}")]
    TooLarge {
        /// The size of the file.
        bytes: u64,
        /// The most it may have.
        limit: u64,
    },
    /// The bytes are no zip, or a part of one.
    #[error("not a whole zip")]
    NotAZip,
    /// More entries than [`limits::ENTRIES`].
    #[error("more than {limit} entries")]
    TooManyEntries {
        /// The most there may be.
        limit: usize,
    },
    /// Two entries share bytes, which no honest zip does.
    #[error("entries overlap")]
    Overlapping,
    /// Two folders have a table of this name, so it is open which one is meant.
    #[error("two entries are called {entry}")]
    SameName {
        /// The name of the table.
        entry: String,
    },
    /// The entry asks for a password.
    #[error("{entry} is encrypted")]
    Encrypted {
        /// The name of the table.
        entry: String,
    },
    /// The entry inflates to more than [`limits::ENTRY_BYTES`].
    #[error("{entry} is larger than {limit} bytes")]
    EntryTooLarge {
        /// The name of the table.
        entry: String,
        /// The most it may have.
        limit: u64,
    },
    /// All entries together inflate to more than [`limits::TOTAL_BYTES`].
    #[error("more than {limit} bytes in all")]
    TotalTooLarge {
        /// The most there may be.
        limit: u64,
    },
    /// The entry inflates as only a bomb does.
    #[error("{entry} inflates more than {limit} to 1")]
    RatioTooHigh {
        /// The name of the table.
        entry: String,
        /// The most inflated bytes for one packed byte.
        limit: u64,
    },
    /// The entry does not inflate to what its checksum says, or is packed in an unknown way.
    #[error("{entry} is damaged")]
    Damaged {
        /// The name of the table.
        entry: String,
    },
}

/// What each entry of a zip's directory begins with.
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";

impl<'a> Archive<'a> {
    /// Opens a zip and looks over its directory; no entry is inflated yet.
    ///
    /// # Errors
    /// A file that is too large, no zip (as empty bytes are), has too many entries, or entries that overlap.
    ///
    /// ```
    /// use skillstead::exchange::archive::{Archive, ArchiveError};
    /// assert_eq!(Archive::open(b"no zip").unwrap_err(), ArchiveError::NotAZip);
    /// ```
    pub fn open(bytes: &'a [u8]) -> Result<Self, ArchiveError> {
        check_size(bytes.len() as u64)?;
        // Counted before the directory is parsed: a directory of millions of entries would fill the memory.
        let starts = bytes.windows(DIRECTORY_ENTRY.len()).filter(|window| *window == DIRECTORY_ENTRY);
        if starts.take(limits::ENTRIES + 1).count() > limits::ENTRIES {
            return Err(ArchiveError::TooManyEntries { limit: limits::ENTRIES });
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ArchiveError::NotAZip)?;
        if zip.has_overlapping_entries().map_err(|_| ArchiveError::NotAZip)? {
            return Err(ArchiveError::Overlapping);
        }
        Ok(Self { zip, inflated: 0 })
    }

    /// Whether a table of this name is there, in whichever folder.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.zip.file_names_raw().any(|label| base_name(label) == name.as_bytes())
    }

    /// The bytes of the table called `name`, in whichever folder; `None` where there is none.
    ///
    /// # Errors
    /// An entry that is not to be told from another, is encrypted, damaged, or larger than the [`limits`].
    pub fn table(&mut self, name: &str) -> Result<Option<Vec<u8>>, ArchiveError> {
        let Some(place) = self.find(name)? else { return Ok(None) };
        let mut bytes = Vec::new();
        self.inflate(place, name, &mut bytes)?;
        Ok(Some(bytes))
    }

    /// Inflates one entry into `into`, within the limits; real bytes are counted, since declared sizes lie.
    fn inflate(&mut self, place: usize, name: &str, into: &mut dyn Write) -> Result<(), ArchiveError> {
        let entry = || name.to_owned();
        let damaged = |_| ArchiveError::Damaged { entry: entry() };
        if self.zip.by_index_data(place).map_err(damaged)?.encrypted() {
            return Err(ArchiveError::Encrypted { entry: entry() });
        }
        let file = self.zip.by_index(place).map_err(damaged)?;
        // The packed size can be believed: beyond its real end it would have overlapped with the directory.
        let by_ratio = file.compressed_size().saturating_mul(limits::RATIO).max(limits::RATIO_FREE_BYTES);
        let left = limits::TOTAL_BYTES.saturating_sub(self.inflated);
        let most = by_ratio.min(left).min(limits::ENTRY_BYTES);
        let read =
            std::io::copy(&mut file.take(most + 1), into).map_err(|_| ArchiveError::Damaged { entry: entry() })?;
        if read > most {
            return Err(match most {
                limits::ENTRY_BYTES => ArchiveError::EntryTooLarge { entry: entry(), limit: most },
                _ if most == left => ArchiveError::TotalTooLarge { limit: limits::TOTAL_BYTES },
                _ => ArchiveError::RatioTooHigh { entry: entry(), limit: limits::RATIO },
            });
        }
        self.inflated += read;
        Ok(())
    }

    /// The names of all tables, without their folders.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let names = self.zip.file_names_raw().map(|label| String::from_utf8_lossy(base_name(label)).into_owned());
        names.filter(|name| !name.is_empty())
    }

    /// Inflates every entry within the [`limits`], and keeps none.
    ///
    /// # Errors
    /// As [`Self::table`], for the first entry that breaks a limit.
    pub fn check(&mut self) -> Result<(), ArchiveError> {
        for place in 0..self.zip.len() {
            let name = String::from_utf8_lossy(self.zip.file_names_raw().nth(place).unwrap_or_default()).into_owned();
            self.inflate(place, &name, &mut std::io::sink())?;
        }
        Ok(())
    }

    /// The name of the folder that the table called `name` lies in; `None` where there is no such table or folder.
    #[must_use]
    pub fn folder(&self, name: &str) -> Option<&str> {
        let mut labels = self.zip.file_names_raw();
        let label = labels.find(|label| base_name(label) == name.as_bytes())?;
        std::str::from_utf8(label).ok()?.rsplit(['/', '\\']).nth(1)
    }

    /// The size that the table called `name` is said to have, in bytes; 0 where there is none. Good for progress alone.
    #[must_use]
    pub fn declared_size(&self, name: &str) -> u64 {
        let mut labels = self.zip.file_names_raw();
        let place = labels.position(|label| base_name(label) == name.as_bytes());
        place.and_then(|place| self.zip.by_index_data(place).ok()).map_or(0, |entry| entry.size())
    }

    fn find(&self, name: &str) -> Result<Option<usize>, ArchiveError> {
        let labels = self.zip.file_names_raw().enumerate();
        let mut same = labels.filter(|(_, label)| base_name(label) == name.as_bytes());
        let first = same.next().map(|(place, _)| place);
        match same.next() {
            Some(_) => Err(ArchiveError::SameName { entry: name.to_owned() }),
            None => Ok(first),
        }
    }
}

/// Whether a catalogue file of this many bytes may be read at all: asked before it is loaded into memory.
///
/// # Errors
/// A size above [`limits::CATALOGUE_BYTES`].
pub fn check_size(bytes: u64) -> Result<(), ArchiveError> {
    if bytes > limits::CATALOGUE_BYTES {
        return Err(ArchiveError::TooLarge { bytes, limit: limits::CATALOGUE_BYTES });
    }
    Ok(())
}

/// What follows the last slash of either kind: empty for a folder.
fn base_name(label: &[u8]) -> &[u8] {
    label.rsplit(|byte| matches!(byte, b'/' | b'\\')).next().unwrap_or(label)
}
