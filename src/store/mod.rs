//! Our own bytes: the document in its envelope, two slots, and what to do when they are damaged, newer, or gone.

mod backend;
mod envelope;
mod error;
#[cfg(feature = "ui")]
mod local_storage;
mod repository;
pub mod schema;
#[cfg(feature = "ui")]
mod shelf;

pub use backend::{Backend, MemoryBackend};
pub use envelope::{Opened, Unreadable, open, seal};
pub use error::StoreError;
#[cfg(feature = "ui")]
pub use local_storage::LocalBackend;
pub use repository::{Aside, Loaded, Repository};
pub use schema::{read_own, write_own};
#[cfg(feature = "ui")]
pub use shelf::{Shelf, ShelfError, Shelved};
