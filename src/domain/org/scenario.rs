//! What might be: other numbers of seats, people who leave, other constants.

use super::super::{PersonId, PositionId};
use super::SkillTarget;
use std::collections::{BTreeMap, BTreeSet};

/// What differs from the organisation as it is; what a scenario does not name stays as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenario {
    /// Its name: an organisation has one scenario of each.
    pub name: Box<str>,
    /// Seats at the horizon, by position.
    pub seats: BTreeMap<PositionId, u32>,
    /// People who will have left.
    pub leavers: BTreeSet<PersonId>,
    /// Targets in the place of those with the same skill and level, or beside them.
    pub targets: Vec<SkillTarget>,
    /// Constants by name, in the place of the policy's.
    pub policy: BTreeMap<Box<str>, f64>,
}
