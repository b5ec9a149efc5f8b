//! What is reckoned for an organisation: where it stands, what it needs, who moves and who learns (engine.md 8).
//!
//! The same rules as everywhere in the engine. An age enters nothing: a person's own groups are read by [`fairness`] and the
//! tables of [`release`] alone.

mod alerts;
mod asking;
mod asks;
mod bench_counts;
mod build_or_buy;
mod classes;
mod constants;
mod contribution;
mod cover;
mod decline;
mod demand;
mod digital_divide;
mod effort;
mod evaluation;
mod experts;
mod fairness;
mod fare;
mod filter;
mod history;
mod line;
mod mentoring;
mod moves;
mod pairing;
mod person;
mod prices;
mod programme;
mod release;
mod risk;
mod scenarios;
mod sharing;
mod succession;
mod talent_map;
mod teaching;

pub use alerts::{OrgAlert, org_alerts};
pub use asking::{Asking, asked_by, asking};
pub use bench_counts::bench_counts;
pub use build_or_buy::{BuildOrBuy, PricePart, build_or_buy};
pub use classes::{Class, classes, line};
pub use constants::{ORG_CONSTANTS, OrgConstant, OrgPolicy};
pub use contribution::{Between, Merged, contribution, merge};
pub use decline::{Decline, ExposureCuts};
pub use demand::{Demand, PositionDemand, SkillNeed, demand};
pub use digital_divide::{Divide, digital_divide};
pub use evaluation::{ProgrammeReport, SkillGain, evaluated};
pub use experts::{Candidate, Expert, bench, experts, hours_up, weeks};
pub use fairness::{Fairness, GroupRate, fairness, hours_offered};
pub use fare::{Fare, Missing};
pub use filter::Filter;
pub use history::{Stood, history};
pub use mentoring::{MentorAsk, MentorRules, Mentoring};
pub use moves::{Move, MoveAsk, Moves, OpenSeats, fare, moves};
pub use pairing::{PairScore, Pairing};
pub use person::{Hanging, People, PersonReport, Reason};
pub use prices::{PLACEHOLDERS, Placeholder, Prices};
pub use programme::{CohortPlan, LeftOver, PlannedStep, ProgrammeAsk, ProgrammePlan, Shortage, TeamShare, programme};
pub use release::{Release, Table, release};
pub use risk::risk;
pub use scenarios::{Prospect, side_by_side};
pub use sharing::{Sharing, SharingAsk, sharing};
pub use succession::{Successor, successors};
pub use talent_map::{Coverage, TalentMap};
pub use teaching::Teaching;
