//! A programme: people who learn under a common budget, those who need the same step together.

use super::super::{ActivityId, Level, PersonId, SkillId};
use super::Outcome;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A programme that was kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Programme {
    /// Its name: an organisation has one programme of each.
    pub name: Box<str>,
    /// What it may cost, in euros.
    pub money: u32,
    /// What it may take, in hours of all people together.
    pub hours: u32,
    /// Its cohorts.
    pub cohorts: Vec<Cohort>,
    /// What became of it, person by person.
    pub outcomes: Vec<Outcome>,
    /// What it has cost in euros, by the organisation's own figures; none where it says nothing.
    pub cost: Option<u32>,
    /// What it has brought in euros; none where the organisation puts no figure to it.
    pub benefit: Option<u32>,
}

/// People who take the same step together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cohort {
    /// The skill.
    pub skill: SkillId,
    /// The level that it leads to.
    pub to: Level,
    /// What they do for it, where the catalogue has an activity.
    pub activity: Option<ActivityId>,
    /// Who they are.
    pub people: BTreeSet<PersonId>,
    /// When it begins, where that is said.
    pub starts: Option<NaiveDate>,
}
