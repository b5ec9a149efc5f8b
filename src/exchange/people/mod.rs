//! An organisation's people, positions, ratings and certificates from CSV or XLSX, and out again as CSV.
//!
//! [`open`] turns a file into tables, [`guess`] says what each holds, [`propose`] which skills are meant, and [`take`] makes the
//! next organisation of it all: people in rows with skills in columns, or one rating a row. Nothing is taken in half, and
//! no age is taken at all.

mod give;
mod grid;
mod guess;
mod kind;
pub mod message;
mod names;
mod take;

pub use give::give;
pub use grid::{Grid, open};
pub use guess::{Matched, Use, guess};
pub use kind::TableKind;
pub use names::{Choice, Choices, How, Proposal, SkillNames, choices, propose};
pub use take::{Refused, Taken, Terms, take};
