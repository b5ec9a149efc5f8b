//! Positions, targets and scenarios as stored. Levels in tenths, weights in hundredths.

use super::{InvalidOrg, ids, texts, unnamed};
use crate::domain::{Asked, GateId, Level, Position, Scenario, SkillTarget, Weight, map_of};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PositionV1 {
    id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    team: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    site: Option<String>,
    seats: u32,
    seats_then: u32,
    /// Skill, level, weight, whether it is a must.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    requirements: Vec<(String, u8, u16, bool)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    gates: Vec<String>,
}

/// Skill, level, people now, people then.
#[derive(Serialize, Deserialize)]
pub(super) struct TargetV1(String, u8, u32, u32);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScenarioV1 {
    name: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    seats: BTreeMap<String, u32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    leavers: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    targets: Vec<TargetV1>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    policy: BTreeMap<String, f64>,
}

impl From<&Position> for PositionV1 {
    fn from(position: &Position) -> Self {
        let asked =
            |asked: &Asked| (asked.skill.to_string(), u8::from(asked.level), asked.weight.hundredths(), asked.must);
        Self {
            id: position.id.to_string(),
            title: position.title.to_string(),
            role: position.role.as_ref().map(ToString::to_string),
            team: position.team.as_ref().map(ToString::to_string),
            site: position.site.as_ref().map(ToString::to_string),
            seats: position.seats,
            seats_then: position.seats_then,
            requirements: position.requirements.iter().map(asked).collect(),
            gates: texts(&position.gates),
        }
    }
}

impl TryFrom<PositionV1> for Position {
    type Error = InvalidOrg;

    fn try_from(position: PositionV1) -> Result<Self, InvalidOrg> {
        let asked = |(skill, tenths, weight, must): (String, u8, u16, bool)| {
            let weight = Weight::new(f64::from(weight) / 100.0);
            Ok(Asked { skill: skill.into(), level: Level::try_from(tenths)?, weight, must })
        };
        Ok(Self {
            id: position.id.into(),
            title: position.title.into(),
            role: position.role.map(Into::into),
            team: position.team.map(Into::into),
            site: position.site.map(Into::into),
            seats: position.seats,
            seats_then: position.seats_then,
            requirements: position.requirements.into_iter().map(asked).collect::<Result<_, InvalidOrg>>()?,
            gates: ids::<GateId, _>(position.gates),
        })
    }
}

impl From<&SkillTarget> for TargetV1 {
    fn from(target: &SkillTarget) -> Self {
        Self(target.skill.to_string(), target.level.into(), target.now, target.then)
    }
}

impl TryFrom<TargetV1> for SkillTarget {
    type Error = InvalidOrg;

    fn try_from(TargetV1(skill, tenths, now, then): TargetV1) -> Result<Self, InvalidOrg> {
        Ok(Self { skill: skill.into(), level: Level::try_from(tenths)?, now, then })
    }
}

impl From<&Scenario> for ScenarioV1 {
    fn from(scenario: &Scenario) -> Self {
        Self {
            name: scenario.name.to_string(),
            seats: map_of(scenario.seats.iter().map(|(position, seats)| (position.to_string(), *seats))),
            leavers: texts(&scenario.leavers),
            targets: scenario.targets.iter().map(Into::into).collect(),
            policy: map_of(scenario.policy.iter().map(|(name, value)| (name.to_string(), *value))),
        }
    }
}

impl TryFrom<ScenarioV1> for Scenario {
    type Error = InvalidOrg;

    fn try_from(scenario: ScenarioV1) -> Result<Self, InvalidOrg> {
        Ok(Self {
            name: scenario.name.into(),
            seats: unnamed(scenario.seats),
            leavers: ids(scenario.leavers),
            targets: super::all(scenario.targets)?,
            policy: unnamed(scenario.policy),
        })
    }
}
