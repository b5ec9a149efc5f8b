//! Planning as a problem in whole numbers: goals, tasks and weeks, with a search that always answers and a check of its answers.
//!
//! Nothing here knows a person or a catalogue: [`super::Draft`] makes a [`Problem`] of them. [`Search`] begins with a first answer
//! and makes it better for as many counted steps as it is given; [`check`] proves an answer and shares no code with it.

mod board;
mod bound;
mod check;
mod decode;
mod desk;
mod first;
mod heads;
mod long;
mod open;
mod polish;
mod problem;
mod room;
mod search;
mod stage;
mod walk;

pub use bound::bound;
pub use check::{Broken, check};
pub use long::{LongAsk, LongReply};
pub use problem::{Goal, Problem, Schedule, Score, Task};
pub use search::Search;
