//! Skillstead: from a role to a dated plan, on one's own device.
//!
//! ```text
//! main ─▶ ui ─▶ state ─┬▶ engine ───┬─▶ catalog ─▶ domain
//!                      ├▶ exchange ─┤                ▲
//!                      └▶ store ────┴────────────────┘
//! ```
//!
//! An arrow reads "may name"; nothing points left or up (`tests/tidy.rs` sees to it). Without the feature `ui` only the
//! pure core is built. Start reading at [`domain::Workspace`], then [`engine`].

pub mod catalog;
pub mod domain;
pub mod engine;
pub mod exchange;
pub mod store;

#[cfg(feature = "ui")]
pub mod state;
#[cfg(feature = "ui")]
pub mod ui;
#[cfg(feature = "ui")]
pub mod worker;
