//! A skill, the group it belongs to, and how skills lean on each other.

use super::{GroupId, Level, SkillId, SkillIx, Text};
use serde::{Deserialize, Serialize};

/// Something a person can do at a level from 0 to 5.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Skill {
    /// Chosen once.
    pub id: SkillId,
    /// The group's place in the catalogue's list of groups.
    pub group: u16,
    /// Its name.
    pub name: Text,
    /// Other names that people use for it.
    pub also: Vec<Text>,
    /// What it is, in a sentence.
    pub about: Text,
    /// What each level from 1 to 5 looks like; empty where the catalogue has no words for it.
    pub levels: Vec<Text>,
    /// How broad a field it is, which scales the hours of learning it.
    pub breadth: Breadth,
    /// What else can be said of it.
    pub flags: Flags,
    /// Whether a plan can raise it. Strength or eyesight inform fit and similarity, never a plan.
    pub trainable: bool,
    /// Skills that, once held, are a head start on this one.
    pub related: Vec<Relation>,
    /// Skills to have before a level of this one can be begun.
    pub prerequisites: Vec<Prerequisite>,
}

/// Four things that a skill can be, none of them by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flags {
    /// Useful in most jobs.
    pub transferable: bool,
    /// About digital tools or data.
    pub digital: bool,
    /// Helps to keep or restore the environment.
    pub green: bool,
    /// One of the digital competences of the European framework DigComp.
    pub digcomp: bool,
}

/// Skills that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SkillGroup {
    /// Chosen once.
    pub id: GroupId,
    /// Its name.
    pub name: Text,
}

/// How much there is to learn in a skill (engine.md 7).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Breadth {
    /// One tool.
    Tool,
    /// A skill of ordinary breadth.
    #[default]
    Skill,
    /// A whole field, such as statistics.
    Discipline,
}

/// "Holding `skill` is a head start of `strength` (0 to 1) on this one."
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    /// The skill that helps.
    pub skill: SkillIx,
    /// How much it helps, from 0 to 1.
    pub strength: f32,
}

/// "To start on level `level` of this one, hold `skill` at `at_least`."
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Prerequisite {
    /// The level of this skill that is begun.
    pub level: Level,
    /// The skill to have first.
    pub skill: SkillIx,
    /// The level to have it at.
    pub at_least: Level,
}
