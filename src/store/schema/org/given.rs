//! What sites have given of themselves, as stored.

use crate::domain::{Contribution, map_of};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContributionV1 {
    site: String,
    on: NaiveDate,
    people: u32,
    least: u32,
    /// By skill, people on each rung from 0 to 5, and unrated; null is hidden.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    skills: BTreeMap<String, [Option<u32>; 7]>,
}

impl From<&Contribution> for ContributionV1 {
    fn from(given: &Contribution) -> Self {
        Self {
            site: given.site.to_string(),
            on: given.on,
            people: given.people,
            least: given.least,
            skills: map_of(given.skills.iter().map(|(skill, counts)| (skill.to_string(), *counts))),
        }
    }
}

impl From<ContributionV1> for Contribution {
    fn from(given: ContributionV1) -> Self {
        Self {
            site: given.site.into(),
            on: given.on,
            people: given.people,
            least: given.least,
            skills: map_of(given.skills.into_iter().map(|(skill, counts)| (skill.into(), counts))),
        }
    }
}
