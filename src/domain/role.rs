//! A role and what it asks for.

use super::{FamilyId, Level, Profile, RoleId, SkillIx, Task, Text};
use serde::{Deserialize, Serialize};

/// A kind of work, with the skills it asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Role {
    /// Chosen once.
    pub id: RoleId,
    /// The family's place in the catalogue's list of families.
    pub family: u16,
    /// Its name.
    pub name: Text,
    /// What a person in it does, in a sentence or two.
    pub about: Text,
    /// How much preparation it takes, from 1 (little) to 5 (years), where the catalogue says.
    pub zone: Option<u8>,
    /// The matching O*NET-SOC code, where there is one: it joins catalogues.
    pub onet_code: Option<Box<str>>,
    /// The matching unit group of ISCO-08, four digits.
    pub isco_code: Option<Box<str>>,
    /// Other titles that people search for.
    pub also: Vec<Text>,
    /// What is done in it.
    pub tasks: Vec<Task>,
    /// What it asks for, in the order of the catalogue's skills, each skill at most once.
    pub requirements: Vec<Requirement>,
    /// Where the source has not rated it: the roles whose mean its requirements are. Empty for a role with ratings of its own.
    pub estimated_from: Vec<RoleId>,
    /// What else is known of it.
    pub profile: Profile,
}

/// Roles that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Family {
    /// Chosen once.
    pub id: FamilyId,
    /// Its name.
    pub name: Text,
}

/// "This role asks for `skill` at `level`, and that matters `weight`."
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Requirement {
    /// The skill asked for.
    pub skill: SkillIx,
    /// The level asked for.
    pub level: Level,
    /// How much it matters, from 1.0 to 5.0.
    pub weight: Weight,
    /// How firmly it is asked.
    pub need: Need,
}

/// How much a requirement matters, from 1.0 to 5.0, kept in hundredths (O*NET's importance has two decimals).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weight(u16);

impl Weight {
    /// A weight between 1 and 5; numbers outside are brought to the nearer end, and what is no number weighs 1.
    #[must_use]
    pub fn new(weight: f64) -> Self {
        let known = if weight.is_nan() { 1.0 } else { weight };
        Self((known.clamp(1.0, 5.0) * 100.0).round() as u16)
    }

    /// The weight in hundredths, from 100 to 500: as it is stored.
    #[must_use]
    pub fn hundredths(self) -> u16 {
        self.0
    }

    /// The weight as a number from 1.0 to 5.0.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

/// How firmly a role asks for a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// The work cannot be done without it.
    Must,
    /// It counts towards fit.
    Nice,
    /// Present in the work but not asked for: it informs similarity alone.
    Background,
}
