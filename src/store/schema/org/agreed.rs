//! Contracts, programmes and snapshots as stored. Levels in tenths.

use super::said::OutcomeV1;
use super::{InvalidOrg, all, ids, texts, unnamed};
use crate::domain::{Cohort, Contract, ContractState, Level, Programme, Snapshot, Taught, map_of};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContractV1 {
    mentor: String,
    mentee: String,
    /// Skill, level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    taught: Vec<(String, u8)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    returned: Vec<(String, u8)>,
    from: NaiveDate,
    until: NaiveDate,
    hours: u8,
    state: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProgrammeV1 {
    name: String,
    money: u32,
    hours: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    cohorts: Vec<CohortV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    outcomes: Vec<OutcomeV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cost: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    benefit: Option<u32>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CohortV1 {
    skill: String,
    to: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    activity: Option<String>,
    people: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    starts: Option<NaiveDate>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SnapshotV1 {
    on: NaiveDate,
    people: u32,
    rungs: BTreeMap<String, [u32; 6]>,
}

fn written(taught: &[Taught]) -> Vec<(String, u8)> {
    taught.iter().map(|taught| (taught.skill.to_string(), taught.to.into())).collect()
}

fn read(taught: Vec<(String, u8)>) -> Result<Vec<Taught>, InvalidOrg> {
    let taught = taught.into_iter().map(|(skill, to)| Ok(Taught { skill: skill.into(), to: Level::try_from(to)? }));
    taught.collect()
}

impl From<&Contract> for ContractV1 {
    fn from(contract: &Contract) -> Self {
        Self {
            mentor: contract.mentor.to_string(),
            mentee: contract.mentee.to_string(),
            taught: written(&contract.taught),
            returned: written(&contract.returned),
            from: contract.from,
            until: contract.until,
            hours: contract.hours,
            state: contract.state.word().into(),
        }
    }
}

impl TryFrom<ContractV1> for Contract {
    type Error = InvalidOrg;

    fn try_from(contract: ContractV1) -> Result<Self, InvalidOrg> {
        let state = ContractState::ALL.into_iter().find(|known| known.word() == contract.state);
        Ok(Self {
            mentor: contract.mentor.into(),
            mentee: contract.mentee.into(),
            taught: read(contract.taught)?,
            returned: read(contract.returned)?,
            from: contract.from,
            until: contract.until,
            hours: contract.hours,
            state: state.ok_or(InvalidOrg::Word(contract.state))?,
        })
    }
}

impl From<&Programme> for ProgrammeV1 {
    fn from(programme: &Programme) -> Self {
        let cohort = |cohort: &Cohort| CohortV1 {
            skill: cohort.skill.to_string(),
            to: cohort.to.into(),
            activity: cohort.activity.as_ref().map(ToString::to_string),
            people: texts(&cohort.people),
            starts: cohort.starts,
        };
        Self {
            name: programme.name.to_string(),
            money: programme.money,
            hours: programme.hours,
            cohorts: programme.cohorts.iter().map(cohort).collect(),
            outcomes: programme.outcomes.iter().map(Into::into).collect(),
            cost: programme.cost,
            benefit: programme.benefit,
        }
    }
}

impl TryFrom<ProgrammeV1> for Programme {
    type Error = InvalidOrg;

    fn try_from(programme: ProgrammeV1) -> Result<Self, InvalidOrg> {
        let cohort = |cohort: CohortV1| {
            Ok(Cohort {
                skill: cohort.skill.into(),
                to: Level::try_from(cohort.to)?,
                activity: cohort.activity.map(Into::into),
                people: ids(cohort.people),
                starts: cohort.starts,
            })
        };
        let cohorts = programme.cohorts.into_iter().map(cohort).collect::<Result<_, InvalidOrg>>()?;
        Ok(Self {
            name: programme.name.into(),
            money: programme.money,
            hours: programme.hours,
            cohorts,
            outcomes: all(programme.outcomes)?,
            cost: programme.cost,
            benefit: programme.benefit,
        })
    }
}

impl From<&Snapshot> for SnapshotV1 {
    fn from(snapshot: &Snapshot) -> Self {
        let rungs = map_of(snapshot.rungs.iter().map(|(skill, rungs)| (skill.to_string(), *rungs)));
        Self { on: snapshot.on, people: snapshot.people, rungs }
    }
}

impl From<SnapshotV1> for Snapshot {
    fn from(snapshot: SnapshotV1) -> Self {
        Self { on: snapshot.on, people: snapshot.people, rungs: unnamed(snapshot.rungs) }
    }
}
