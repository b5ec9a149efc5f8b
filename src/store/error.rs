//! Why something could not be kept.

/// One way in which keeping fails. The page words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The browser does not let this site keep anything.
    #[error("storage is blocked")]
    Blocked,
    /// The browser's room for this site is used up.
    #[error("storage is full")]
    Full,
    /// What is kept is of a newer version of the product; it is never overwritten.
    #[error("what is kept has the newer schema {0}")]
    Newer(u32),
    /// Another tab has saved since this one read.
    #[error("another tab has saved generation {0}")]
    AnotherTab(u64),
    /// Something is there that nothing can be read of; it is not written over until the person says so.
    #[error("what is kept cannot be read")]
    Unread,
    /// More than half of a document is gone without a command to let it go: a mistake of this program.
    #[error("most of the document is gone")]
    Shrunk,
    /// The place does not answer, or fails in a way of its own.
    #[error("the place for it fails")]
    Failing,
    /// What was written did not read back the same.
    #[error("what was written reads back differently")]
    ReadBack,
}
