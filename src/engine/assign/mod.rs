//! Whom to seat where, at the least cost: the assignment problem in whole numbers, solved exactly.
//!
//! Nothing here knows a person or a catalogue. Rows are to be seated in columns; each column has so many seats, each pair a
//! cost or a ban, and each row a cost of staying without a seat. [`assign`] finds an assignment of least cost by the method of
//! Jonker and Volgenant (1987): rows first bid for their best column, then those that are left are seated along shortest
//! augmenting paths; of long rows what is near is looked at first. [`proves`] shows by the prices that come with it that none
//! costs less, and shares no code with the search.

mod bid;
mod near;
mod path;
mod problem;
mod proof;
mod seats;
mod through;

pub use problem::{Assigning, Assignment, NEVER, assign};
pub use proof::proves;
