//! A learning activity: one way to climb one or more rungs of a skill.

use super::{ActivityId, Level, SkillIx, Text};
use serde::{Deserialize, Serialize};

/// Takes a person from one level of a skill to a higher one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Activity {
    /// Chosen once.
    pub id: ActivityId,
    /// The skill it raises.
    pub skill: SkillIx,
    /// The level it starts from: who is lower has another step to take first.
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
    /// What is done, in a few words.
    pub name: Text,
}

/// The kinds of learning (engine.md 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Taught, with a beginning and an end.
    Course,
    /// Ends in a paper that others recognise.
    Certificate,
    /// On one's own, with a text.
    Reading,
    /// A piece of work made in order to learn.
    Project,
    /// A task of the job that is a little too hard.
    Stretch,
    /// Beside somebody who does it.
    Shadowing,
    /// Regular talks with somebody who is further on.
    Mentoring,
    /// Regular talks with somebody younger in the job who is further on in this.
    ReverseMentoring,
    /// Sessions of people who learn the same.
    Community,
    /// Explaining it to others.
    Teaching,
}

impl Kind {
    /// Every kind, in the order of the ladder from alone to with others.
    pub const ALL: [Self; 10] = [
        Self::Course,
        Self::Certificate,
        Self::Reading,
        Self::Project,
        Self::Stretch,
        Self::Shadowing,
        Self::Mentoring,
        Self::ReverseMentoring,
        Self::Community,
        Self::Teaching,
    ];

    /// The kind as its stable word, as in stored ids and in the catalogue's text.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Course => "course",
            Self::Certificate => "certificate",
            Self::Reading => "reading",
            Self::Project => "project",
            Self::Stretch => "stretch",
            Self::Shadowing => "shadowing",
            Self::Mentoring => "mentoring",
            Self::ReverseMentoring => "reverse-mentoring",
            Self::Community => "community",
            Self::Teaching => "teaching",
        }
    }
}
