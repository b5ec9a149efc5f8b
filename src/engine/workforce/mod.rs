//! What an organisation does about its people and positions (engine.md 8): who moves where, whether to build or buy, who mentors
//! whom, who holds which session, and a programme for all.
//!
//! Ages are neither known nor asked for, and self-declared groups are looked at by nothing here.

mod asks;
mod build_or_buy;
mod effort;
mod fare;
mod line;
mod mentoring;
mod moves;
mod pairing;
mod prices;
mod programme;
mod sharing;
mod teaching;

pub use build_or_buy::{BuildOrBuy, PricePart, build_or_buy};
pub use fare::{Fare, Missing};
pub use mentoring::{MentorAsk, MentorRules, Mentoring};
pub use moves::{Move, MoveAsk, Moves, OpenSeats, fare, moves};
pub use pairing::{PairScore, Pairing};
pub use prices::{PLACEHOLDERS, Placeholder, Prices};
pub use programme::{CohortPlan, LeftOver, PlannedStep, ProgrammeAsk, ProgrammePlan, Shortage, TeamShare, programme};
pub use sharing::{Sharing, SharingAsk, sharing};
pub use teaching::Teaching;
