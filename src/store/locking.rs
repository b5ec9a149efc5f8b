//! Where a lock goes between the document's text and its places.

use super::{StoreError, Unreadable};
use std::fmt::Debug;

/// Closes texts and opens them again, at once. The one lock there is is [`super::lock::Key`]; the first module of the page never has it, and
/// so does not carry it.
pub trait Lock: Debug {
    /// The text closed; it begins as before, up to its generation.
    ///
    /// # Errors
    /// Where the browser draws no lots.
    fn close(&self, plain: &str) -> Result<String, StoreError>;

    /// The text that was closed.
    ///
    /// # Errors
    /// [`Unreadable::Locked`] where another lock has closed it, [`Unreadable::Damaged`] where it was changed.
    fn open(&self, text: &str) -> Result<String, Unreadable>;

    /// Whether it was this lock that closed a text, so far as the text says.
    fn is_of(&self, text: &str) -> bool;
}
