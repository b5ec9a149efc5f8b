//! Files from outside, read into a [`Catalog`], the messages of the worker that reads them, and the calendar file on the way out.
//!
//! Every byte here is somebody else's: what it may weigh stands in [`limits`], and nothing in it can make the code panic.
//! No I/O: bytes come in, and values or typed errors go out.

pub mod advert;
pub mod archive;
pub mod calendar;
pub mod contribution;
mod error;
pub mod esco;
pub mod handshake;
pub mod limits;
pub mod message;
pub mod onet;
pub mod passport;
pub mod people;
pub mod sheets;
mod table;

pub use error::{Fault, Progress, ReadError};

use crate::catalog::Catalog;
use archive::Archive;

/// Reads the download of whichever framework it is, the zip as it is: [`onet`] or [`esco`], told apart by their tables.
///
/// # Errors
/// A file that is no zip or none of a known framework, and everything that the framework's own reader refuses.
pub fn read(bytes: &[u8], progress: &mut dyn FnMut(Progress)) -> Result<Catalog, ReadError> {
    let archive = Archive::open(bytes)?;
    if archive.has(onet::TABLES[0]) {
        onet::read(bytes, progress)
    } else if archive.has(esco::TABLES[0]) {
        esco::read(bytes, progress)
    } else {
        Err(ReadError::NoFramework)
    }
}
