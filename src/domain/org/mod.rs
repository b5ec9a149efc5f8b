//! An organisation: its people and what they can do, its positions and what they ask, and what was agreed (engine.md 8).

mod age;
mod apply;
mod certificate;
mod checked;
mod command;
mod contract;
mod contribution;
mod organisation;
mod outcome;
mod overrule;
mod person;
mod position;
mod programme;
mod provenance;
mod scenario;
mod snapshot;

pub use age::tells_age;
pub use certificate::Certificate;
pub use checked::OrgError;
pub use command::OrgCommand;
pub use contract::{Contract, ContractState, Taught};
pub use contribution::{Contribution, ContributionError, LEAST_PEOPLE};
pub use organisation::{MOST_SKILLS, Organisation};
pub use outcome::Outcome;
pub use overrule::{PersonOverrule, PersonVerdict};
pub use person::{Column, Consent, Held, Person, Willing, Wishes};
pub use position::{Asked, Position, SkillTarget};
pub use programme::{Cohort, Programme};
pub use provenance::Provenance;
pub use scenario::Scenario;
pub use snapshot::Snapshot;
