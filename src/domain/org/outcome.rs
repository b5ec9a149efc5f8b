//! What became of one person's part in a programme.

use super::super::{Level, PersonId, SkillId, Usage};

/// One person and one skill after a cohort: Kirkpatrick's first three levels, the fourth is the programme's own figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Who it was.
    pub person: PersonId,
    /// The skill.
    pub skill: SkillId,
    /// The level before, where it was rated.
    pub before: Option<Level>,
    /// The level after, where it was rated again.
    pub after: Option<Level>,
    /// Hours that it took.
    pub hours: u16,
    /// How good it was, 1 to 5, where they say it.
    pub liked: Option<u8>,
    /// Whether it is used at work, where they say it.
    pub used: Option<Usage>,
}
