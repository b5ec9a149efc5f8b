//! What a person or an organisation has added to a catalogue, changed in it or taken out of it.
//!
//! It lies over the base catalogue and names everything by id, so that a new version of the base loses none of it.

use super::{ActivityId, Breadth, FamilyId, Flags, GroupId, Kind, Level, Need, RoleId, SkillId, Task, Text, Weight};
use std::collections::{BTreeMap, BTreeSet};

/// Entries that stand in the place of those of the base with the same id, or beside them, and entries that are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// Groups of skills that the base does not have, or calls otherwise.
    pub groups: BTreeMap<GroupId, Text>,
    /// Families of roles that the base does not have, or calls otherwise.
    pub families: BTreeMap<FamilyId, Text>,
    /// Skills.
    pub skills: BTreeMap<SkillId, OwnSkill>,
    /// Roles.
    pub roles: BTreeMap<RoleId, OwnRole>,
    /// Activities.
    pub activities: BTreeMap<ActivityId, OwnActivity>,
    /// Skills that are left out; what is asked of the first is asked of the second where there is one.
    pub retired_skills: BTreeMap<SkillId, Option<SkillId>>,
    /// Roles that are left out.
    pub retired_roles: BTreeSet<RoleId>,
    /// Activities that are left out.
    pub retired_activities: BTreeSet<ActivityId>,
}

/// A skill by ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnSkill {
    /// Its group.
    pub group: Option<GroupId>,
    /// Its name.
    pub name: Text,
    /// Other names that people use for it.
    pub also: Vec<Box<str>>,
    /// What it is.
    pub about: Text,
    /// What each level from 1 to 5 looks like; empty where nobody has said it.
    pub levels: [Text; 5],
    /// How broad a field it is.
    pub breadth: Breadth,
    /// What else can be said of it.
    pub flags: Flags,
    /// Whether no plan can raise it, such as eyesight.
    pub untrainable: bool,
    /// Skills that are a head start on it, with how much of one, in whole per cent.
    pub related: Vec<(SkillId, u8)>,
    /// To begin on the first level, have the skill at the second one.
    pub prerequisites: Vec<(Level, SkillId, Level)>,
}

/// A role by ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnRole {
    /// Its family.
    pub family: Option<FamilyId>,
    /// Its name.
    pub name: Text,
    /// Other titles that people search for.
    pub also: Vec<Box<str>>,
    /// What a person in it does.
    pub about: Text,
    /// How much preparation it takes, from 1 to 5.
    pub zone: Option<u8>,
    /// The matching O*NET-SOC code.
    pub onet_code: Option<Box<str>>,
    /// The matching unit group of ISCO-08.
    pub isco_code: Option<Box<str>>,
    /// What is done in it.
    pub tasks: Vec<Task>,
    /// What it asks for: each skill once.
    pub requirements: BTreeMap<SkillId, OwnRequirement>,
}

/// What a role asks of a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnRequirement {
    /// The level asked for.
    pub level: Level,
    /// How much it matters.
    pub weight: Weight,
    /// How firmly it is asked.
    pub need: Need,
}

/// An activity by ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnActivity {
    /// The skill it raises.
    pub skill: SkillId,
    /// The level it starts from.
    pub from: Level,
    /// The level it leads to.
    pub to: Level,
    /// What kind of learning it is.
    pub kind: Kind,
    /// Likely hours in all.
    pub hours: u16,
    /// The most hours it can take in a week.
    pub weekly: u8,
    /// What it costs, in whole euros.
    pub cost: u32,
    /// What is done.
    pub name: Text,
}

impl Own {
    /// Whether nothing has been added, changed or left out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes the entries of `other` in the place of those with the same id. What it holds is no longer left out.
    pub fn take_in(&mut self, other: Self) {
        self.retired_skills.retain(|id, _| !other.skills.contains_key(id));
        self.retired_roles.retain(|id| !other.roles.contains_key(id));
        self.retired_activities.retain(|id| !other.activities.contains_key(id));
        self.groups.extend(other.groups);
        self.families.extend(other.families);
        self.skills.extend(other.skills);
        self.roles.extend(other.roles);
        self.activities.extend(other.activities);
        self.retired_skills.extend(other.retired_skills);
        self.retired_roles.extend(other.retired_roles);
        self.retired_activities.extend(other.retired_activities);
    }
}
