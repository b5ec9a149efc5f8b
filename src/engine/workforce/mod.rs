//! What is reckoned for an organisation: where it stands, what it needs, who moves and who learns (engine.md 8).
//!
//! The same rules as everywhere in the engine. An age enters nothing: a person's own groups are read by [`fairness`] and the
//! tables of [`release`] alone.

mod classes;
mod constants;
mod cover;
mod release;

pub use classes::{Class, classes, line};
pub use constants::{ORG_CONSTANTS, OrgConstant, OrgPolicy};
pub use release::{Release, Table, release};
