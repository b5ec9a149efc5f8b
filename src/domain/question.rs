//! Questions on what one knows, with answers to choose from.

use super::{Level, SkillId};
use std::collections::BTreeSet;

/// A question that the person, or whoever they learn with, has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The skill that it is about.
    pub skill: SkillId,
    /// Who is at this level knows the answer.
    pub level: Level,
    /// The question.
    pub text: Box<str>,
    /// What there is to choose from.
    pub answers: Vec<Box<str>>,
    /// The places of all answers that are right; where it is empty, none of them is.
    pub right: BTreeSet<u8>,
}
