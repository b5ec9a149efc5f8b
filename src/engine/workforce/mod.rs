//! What is reckoned for an organisation: where it stands, what it needs, who moves and who learns (engine.md 8).
//!
//! The same rules as everywhere in the engine. An age enters nothing: a person's own groups are read by [`fairness`] and the
//! tables of [`release`] alone.

mod asking;
mod classes;
mod constants;
mod cover;
mod decline;
mod demand;
mod experts;
mod filter;
mod person;
mod release;
mod risk;
mod talent_map;

pub use asking::{Asking, asked_by, asking};
pub use classes::{Class, classes, line};
pub use constants::{ORG_CONSTANTS, OrgConstant, OrgPolicy};
pub use decline::{Decline, ExposureCuts};
pub use demand::{Demand, PositionDemand, SkillNeed, demand};
pub use experts::{Candidate, Expert, bench, experts, hours_up, weeks};
pub use filter::Filter;
pub use person::{Hanging, People, PersonReport, Reason};
pub use release::{Release, Table, release};
pub use risk::risk;
pub use talent_map::{Coverage, TalentMap};
