//! Numbers that a site gives away: how many of its people stand where, with none of a few in it.

use super::super::SkillId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// No contribution tells of fewer people than this, whoever made it.
pub const LEAST_PEOPLE: u32 = 5;

/// What a site gives its headquarters. No person is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// What the site is called.
    pub site: Box<str>,
    /// The day of the numbers.
    pub on: NaiveDate,
    /// People of the site.
    pub people: u32,
    /// `k`: no number below it is shown.
    pub least: u32,
    /// By skill, how many people stand on each rung from 0 to 5, and how many are unrated; none is hidden.
    pub skills: BTreeMap<SkillId, [Option<u32>; 7]>,
}

/// What a contribution cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ContributionError {
    /// It would tell of fewer people than any may.
    #[error("a contribution of {0} people")]
    Few(u32),
    /// A number of a skill is smaller than its own least, or those of a skill do not add up.
    #[error("the numbers of {0}")]
    Numbers(SkillId),
}

impl Contribution {
    /// What is wrong with it, if anything: every number that is shown is `least` or more; those of a skill add up to its people, or are fewer by
    /// `least` or more where some are hidden.
    ///
    /// # Errors
    /// See [`ContributionError`].
    pub fn check(&self) -> Result<(), ContributionError> {
        if self.least < LEAST_PEOPLE || self.people < self.least {
            return Err(ContributionError::Few(self.people.min(self.least)));
        }
        for (skill, counts) in &self.skills {
            let shown: u64 = counts.iter().flatten().map(|count| u64::from(*count)).sum();
            let hidden = u64::from(self.people).checked_sub(shown);
            let is_whole = counts.iter().all(Option::is_some);
            let adds_up =
                hidden.is_some_and(|hidden| if is_whole { hidden == 0 } else { hidden >= u64::from(self.least) });
            if !adds_up || counts.iter().flatten().any(|count| *count < self.least) {
                return Err(ContributionError::Numbers(skill.clone()));
            }
        }
        Ok(())
    }
}
