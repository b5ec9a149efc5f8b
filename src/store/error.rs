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
    /// What was written did not read back the same.
    #[error("what was written reads back differently")]
    ReadBack,
}
