//! What is reckoned for an organisation: where it stands, what it needs, who moves and who learns (engine.md 8).
//!
//! The same rules as everywhere in the engine. An age enters nothing: a person's own groups are read by [`fairness`] and the
//! tables of [`release`] alone.

mod asking;
mod asks;
mod build_or_buy;
mod classes;
mod constants;
mod cover;
mod decline;
mod demand;
mod effort;
mod experts;
mod fare;
mod filter;
mod line;
mod mentoring;
mod moves;
mod pairing;
mod person;
mod prices;
mod release;
mod risk;
mod talent_map;
mod teaching;

pub use asking::{Asking, asked_by, asking};
pub use build_or_buy::{BuildOrBuy, PricePart, build_or_buy};
pub use classes::{Class, classes, line};
pub use constants::{ORG_CONSTANTS, OrgConstant, OrgPolicy};
pub use decline::{Decline, ExposureCuts};
pub use demand::{Demand, PositionDemand, SkillNeed, demand};
pub use experts::{Candidate, Expert, bench, experts, hours_up, weeks};
pub use fare::{Fare, Missing};
pub use filter::Filter;
pub use mentoring::{MentorAsk, MentorRules, Mentoring};
pub use moves::{Move, MoveAsk, Moves, OpenSeats, fare, moves};
pub use pairing::{PairScore, Pairing};
pub use person::{Hanging, People, PersonReport, Reason};
pub use prices::{PLACEHOLDERS, Placeholder, Prices};
pub use release::{Release, Table, release};
pub use risk::risk;
pub use talent_map::{Coverage, TalentMap};
pub use teaching::Teaching;
