//! What a person says of their own skills, and what they have finished.

use super::{Level, SkillId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An answer to "where are you in this skill?". No answer at all is *unrated*, which is not level 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// The level the person states.
    At(Level),
    /// The skill has no place in this person's work: it counts neither for nor against them.
    NotApplicable,
}

/// One answer, on one day. Answers are kept for ever; the newest one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// The answer.
    pub answer: Answer,
    /// When it was given.
    pub on: NaiveDate,
}

/// An activity that was done. It lifts the skill to the level the activity leads to; the stated rating stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completion {
    /// The skill it raised.
    pub skill: SkillId,
    /// The level it leads to.
    pub to: Level,
    /// The hours it took, as planned where the person says nothing else.
    pub hours: u16,
    /// What shows it, in the person's words or as an address; empty where they say nothing.
    pub evidence: Box<str>,
    /// When it was marked as done.
    pub on: NaiveDate,
}
