//! Where a lock goes between the document's text and its places.

use super::loading::Texts;
use super::lock::{Handed, Header, is_locked};
use super::{Backend, Journal, Opened, Repository, StoreError, Unreadable, head};
use std::fmt::Debug;

/// Closes texts and opens them again, at once. The one lock there is is [`super::lock::Key`]; the first module of the page never has it, and
/// so does not carry it.
pub trait Lock: Debug {
    /// The text closed; it begins as before, up to its generation. What is closed already stays as it is.
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

    /// What another thread of this page needs to close as this lock does.
    fn hand(&self) -> Handed;
}

/// The locks of what is kept here, the newest first; none where it is not closed. There is more than one where something is damaged, or a
/// change of the passphrase broke off.
pub async fn locks<B: Backend, J: Journal>(local: Option<&B>, journal: Option<&J>) -> Vec<Header> {
    let texts = Texts::read(local, journal).await;
    let texts = texts.slots.into_iter().map(|(_, _, text)| text).chain(texts.pends.into_iter().map(|(_, text)| text));
    let mut texts: Vec<(u64, String)> = texts.filter_map(|text| Some((head(&text)?.1, text))).collect();
    texts.sort_by_key(|(generation, _)| std::cmp::Reverse(*generation));
    let mut headers = Vec::new();
    if texts.first().is_some_and(|(_, newest)| is_locked(newest)) {
        for header in texts.iter().filter_map(|(_, text)| Header::of(text).ok()) {
            if !headers.contains(&header) {
                headers.push(header);
            }
        }
    }
    headers
}

/// A text as it is kept.
pub(super) fn closed(plain: String, lock: Option<&dyn Lock>) -> Result<String, StoreError> {
    match lock {
        Some(lock) => lock.close(&plain),
        None => Ok(plain),
    }
}

/// A text as it was before it was kept.
pub(super) fn opened(text: &str, lock: Option<&dyn Lock>) -> Result<String, Unreadable> {
    if is_locked(text) { lock.ok_or(Unreadable::Locked)?.open(text) } else { Ok(text.into()) }
}

impl<B: Backend> Repository<B> {
    /// Reads a text as one of this repository's.
    ///
    /// # Errors
    /// As [`super::open`], and where it is closed by a lock that is not here.
    pub fn open(&self, text: &str) -> Result<Opened, Unreadable> {
        let read = self.reader.ok_or(Unreadable::Foreign)?;
        read(&opened(text, self.lock.as_deref())?)
    }

    /// Whether a text is closed, or not closed, as this repository would do it now.
    #[must_use]
    pub fn is_mine(&self, text: &str) -> bool {
        self.lock.as_ref().map_or_else(|| !is_locked(text), |lock| lock.is_of(text))
    }

    /// A text that is set aside: nothing stays open beside a document that is closed, so far as it can be.
    pub(super) fn as_mine(&self, text: &str) -> String {
        self.lock.as_ref().and_then(|lock| lock.close(text).ok()).unwrap_or_else(|| text.into())
    }

    /// What closes the texts, where a passphrase is set.
    #[must_use]
    pub fn lock(&self) -> Option<&dyn Lock> {
        self.lock.as_deref()
    }
}
