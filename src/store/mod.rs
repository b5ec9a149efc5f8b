//! Our own bytes: the document in its envelope, two slots, and what to do when they are damaged, newer, or gone.

mod backend;
mod backup;
#[cfg(feature = "ui")]
mod database;
mod envelope;
mod error;
#[cfg(feature = "ui")]
mod indexed_db;
mod journal;
mod loading;
mod local_place;
#[cfg(feature = "ui")]
mod local_storage;
pub mod lock;
mod locking;
mod relock;
mod repository;
mod ring;
pub mod schema;
pub mod sealing;
#[cfg(feature = "ui")]
mod shelf;
mod space;

pub use backend::{Backend, MemoryBackend};
pub use backup::{BACKUP, Backup};
pub use envelope::{Opened, Unreadable, head, open, seal};
pub use error::StoreError;
#[cfg(feature = "ui")]
pub use indexed_db::BrowserJournal;
pub use journal::{Change, Journal, MemoryJournal, fence};
pub use loading::{Aside, Loaded};
#[cfg(feature = "ui")]
pub use local_storage::LocalBackend;
pub use locking::{Lock, locks};
pub use repository::{Commit, Kept, LOCK_MINUTES, Occasion, Reader, Repository};
pub use ring::{Copy, CopyKind, is_due, surplus};
pub use schema::{
    OrgReading, read_choices, read_org, read_own, read_record, write_choices, write_org, write_org_after, write_own,
    write_record,
};
#[cfg(feature = "ui")]
pub use shelf::{Shelf, ShelfError, Shelved};
pub use space::Space;
