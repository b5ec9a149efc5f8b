//! Schema 1 of an organisation's document. Frozen like a person's. Small for thousands of people: what is empty is left out,
//! and ratings are runs of numbers.

mod agreed;
mod given;
mod lines;
mod needs;
mod people;
mod said;

use crate::domain::{LevelError, OrgError, Organisation, Person, SkillId, map_of};
pub use lines::OrgReading;
pub(super) use lines::write;

use agreed::{ContractV1, ProgrammeV1, SnapshotV1};
use chrono::NaiveDate;
use given::ContributionV1;
use needs::{PositionV1, ScenarioV1, TargetV1};
use people::PersonV1;
use said::{OverruleV1, ProvenanceV1};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The schema that is written.
pub(super) const CURRENT: u32 = 1;

/// The schema alone: what can be read of a newer document.
#[derive(Deserialize)]
pub(super) struct Head {
    pub(super) organisation: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OrgV1 {
    organisation: u32,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    skills: Vec<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    own_skills: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    teams: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    sites: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    positions: Vec<PositionV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    targets: Vec<TargetV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    horizon: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    scenarios: Vec<ScenarioV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    contracts: Vec<ContractV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    programmes: Vec<ProgrammeV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    snapshots: Vec<SnapshotV1>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    overrules: BTreeMap<String, Vec<OverruleV1>>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    policy: BTreeMap<String, f64>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    provenances: BTreeMap<String, ProvenanceV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    contributions: Vec<ContributionV1>,
    /// Last, and in lines of their own: see [`lines`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    people: Vec<PersonV1>,
}

/// A number or a word in an organisation that the domain does not allow.
#[derive(Debug, thiserror::Error)]
pub(super) enum InvalidOrg {
    #[error(transparent)]
    Level(#[from] LevelError),
    #[error(transparent)]
    Org(#[from] OrgError),
    #[error("the schema {0}")]
    Schema(u32),
    #[error("{0} is no word that is known")]
    Word(String),
    #[error("{0} is no number that is known")]
    Number(u16),
    #[error("a rating without its level")]
    Odd,
}

/// All of it but its people.
impl From<&Organisation> for OrgV1 {
    fn from(organisation: &Organisation) -> Self {
        Self {
            organisation: CURRENT,
            name: organisation.name.to_string(),
            skills: organisation.skills.iter().map(ToString::to_string).collect(),
            own_skills: named(&organisation.own_skills),
            teams: named(&organisation.teams),
            sites: named(&organisation.sites),
            positions: organisation.positions.iter().map(Into::into).collect(),
            targets: organisation.targets.iter().map(Into::into).collect(),
            horizon: organisation.horizon,
            scenarios: organisation.scenarios.iter().map(Into::into).collect(),
            contracts: organisation.contracts.iter().map(Into::into).collect(),
            programmes: organisation.programmes.iter().map(Into::into).collect(),
            snapshots: organisation.snapshots.iter().map(Into::into).collect(),
            overrules: map_of(
                organisation
                    .overrules
                    .iter()
                    .map(|(person, said)| (person.to_string(), said.iter().map(Into::into).collect())),
            ),
            policy: map_of(organisation.policy.iter().map(|(name, value)| (name.to_string(), *value))),
            provenances: map_of(organisation.provenances.iter().map(|(name, of)| (name.to_string(), of.into()))),
            contributions: organisation.contributions.iter().map(Into::into).collect(),
            people: Vec::new(),
        }
    }
}

impl OrgV1 {
    /// The organisation, with people who were read beside it.
    fn with(self, mut people: Vec<Arc<Person>>) -> Result<Organisation, InvalidOrg> {
        let org = self;
        if org.organisation != CURRENT {
            return Err(InvalidOrg::Schema(org.organisation));
        }
        for person in org.people {
            people.push(Arc::new(person.try_into()?));
        }
        let overrules = org.overrules.into_iter().map(|(person, said)| Ok((person.into(), all(said)?)));
        let organisation = Organisation {
            name: org.name.into(),
            people,
            positions: all(org.positions)?,
            teams: unnamed(org.teams),
            sites: unnamed(org.sites),
            skills: org.skills.into_iter().map(SkillId::from).collect(),
            own_skills: unnamed(org.own_skills),
            targets: all(org.targets)?,
            horizon: org.horizon,
            scenarios: all(org.scenarios)?,
            contracts: all(org.contracts)?,
            programmes: all(org.programmes)?,
            snapshots: org.snapshots.into_iter().map(Into::into).collect(),
            overrules: overrules.collect::<Result<_, InvalidOrg>>()?,
            contributions: org.contributions.into_iter().map(Into::into).collect(),
            policy: unnamed(org.policy),
            provenances: unnamed(org.provenances),
        };
        Ok(organisation.checked()?)
    }
}

/// Everything of a list in its other form, or the first thing that has none.
fn all<A, B: TryFrom<A, Error = InvalidOrg>>(list: Vec<A>) -> Result<Vec<B>, InvalidOrg> {
    list.into_iter().map(B::try_from).collect()
}

/// A map as it is stored.
fn named<K: ToString>(map: &BTreeMap<K, Box<str>>) -> BTreeMap<String, String> {
    map_of(map.iter().map(|(key, value)| (key.to_string(), value.to_string())))
}

/// A map as it was before it was stored.
fn unnamed<K: Ord + From<String>, A, B: From<A>>(map: BTreeMap<String, A>) -> BTreeMap<K, B> {
    map_of(map.into_iter().map(|(key, value)| (key.into(), value.into())))
}

/// Ids as they are stored.
fn texts<K: ToString>(ids: impl IntoIterator<Item = K>) -> Vec<String> {
    ids.into_iter().map(|id| id.to_string()).collect()
}

/// Ids as they were before they were stored.
fn ids<K: From<String>, C: FromIterator<K>>(texts: Vec<String>) -> C {
    texts.into_iter().map(K::from).collect()
}
