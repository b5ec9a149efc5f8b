//! A passphrase on the page: set, changed, taken away, asked for; and the lock that falls by itself.

mod derive;
mod gate;
mod guard;
mod idle;
mod sealed_file;

pub use crate::store::lock::Strength;
pub(super) use derive::lots;
pub use gate::Gate;
pub use guard::{Guard, LockFailure, LockStage};
