//! The nouns of the planner, and what makes one valid. No clock, no I/O, no sentence for a screen.

mod activity;
mod arrangement;
mod few;
mod gate;
mod gather;
mod ids;
mod language;
mod level;
mod org;
mod own;
mod passport;
mod plan;
mod profile;
mod question;
mod rating;
mod record;
mod role;
mod safe_url;
mod skill;
mod task;
mod verdict;
mod workspace;

pub use activity::{Activity, Kind};
pub use arrangement::{Arrangement, MOST_ALSO, Mix, Timing};
pub use few::Few;
pub use gate::{Gate, GateKind};
pub use gather::{map_of, set_of, sorted};
pub use ids::{ActivityId, FamilyId, GateId, GroupId, PersonId, PositionId, RoleId, SiteId, SkillId, SkillIx, TeamId};
pub use language::{Language, Text};
pub use level::{Level, LevelError};
pub use org::{
    Asked, Certificate, Cohort, Column, Consent, Contract, ContractState, Contribution, ContributionError, Held,
    LEAST_PEOPLE, MOST_SKILLS, OrgCommand, OrgError, Organisation, Outcome, Person, PersonOverrule, PersonVerdict,
    Position, Programme, Provenance, Scenario, SkillTarget, Snapshot, Taught, Willing, Wishes, tells_age,
};
pub use own::{Own, OwnActivity, OwnRequirement, OwnRole, OwnSkill};
pub use passport::{Identity, PassportChoices, SkillChoice};
pub use plan::{Horizon, HorizonError};
pub use profile::{Interests, Profile, Schooling, SchoolingShare, Technology};
pub use question::Question;
pub use rating::{Answer, Completion, Rating};
pub use record::{
    Entry, Evaluation, Evidence, EvidenceKind, Forecast, Milestone, Note, Rater, Record, Said, Usage, Week,
};
pub use role::{Family, Need, Requirement, Role, Weight};
pub use safe_url::SafeUrl;
pub use skill::{Breadth, Flags, Prerequisite, Relation, Skill, SkillGroup};
pub use task::{MarkError, Marks, Task};
pub use verdict::{Overrule, Verdict};
pub use workspace::{Command, Workspace};
