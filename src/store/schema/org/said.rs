//! What became of programmes, and what was said of verdicts and of numbers, as stored. Levels in tenths.

use super::InvalidOrg;
use crate::domain::{Level, Outcome, PersonOverrule, PersonVerdict, Provenance, Usage};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OutcomeV1 {
    person: String,
    skill: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<u8>,
    hours: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    liked: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    used: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OverruleV1 {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    verdict: Option<String>,
    reason: String,
    on: NaiveDate,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProvenanceV1 {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    unit: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    source: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    year: Option<u16>,
}

impl From<&Provenance> for ProvenanceV1 {
    fn from(of: &Provenance) -> Self {
        Self { unit: of.unit.to_string(), source: of.source.to_string(), year: of.year }
    }
}

impl From<ProvenanceV1> for Provenance {
    fn from(of: ProvenanceV1) -> Self {
        Self { unit: of.unit.into(), source: of.source.into(), year: of.year }
    }
}

impl From<&Outcome> for OutcomeV1 {
    fn from(outcome: &Outcome) -> Self {
        Self {
            person: outcome.person.to_string(),
            skill: outcome.skill.to_string(),
            before: outcome.before.map(Into::into),
            after: outcome.after.map(Into::into),
            hours: outcome.hours,
            liked: outcome.liked,
            used: outcome.used.map(|used| used.word().into()),
        }
    }
}

impl TryFrom<OutcomeV1> for Outcome {
    type Error = InvalidOrg;

    fn try_from(outcome: OutcomeV1) -> Result<Self, InvalidOrg> {
        let used = |word: String| Usage::ALL.into_iter().find(|used| used.word() == word).ok_or(InvalidOrg::Word(word));
        Ok(Self {
            person: outcome.person.into(),
            skill: outcome.skill.into(),
            before: outcome.before.map(Level::try_from).transpose()?,
            after: outcome.after.map(Level::try_from).transpose()?,
            hours: outcome.hours,
            liked: outcome.liked,
            used: outcome.used.map(used).transpose()?,
        })
    }
}

impl From<&PersonOverrule> for OverruleV1 {
    fn from(overrule: &PersonOverrule) -> Self {
        let verdict = overrule.verdict.map(|verdict| verdict.word().into());
        Self { verdict, reason: overrule.reason.to_string(), on: overrule.on }
    }
}

impl TryFrom<OverruleV1> for PersonOverrule {
    type Error = InvalidOrg;

    fn try_from(overrule: OverruleV1) -> Result<Self, InvalidOrg> {
        let verdict = |word: String| PersonVerdict::of_word(&word).ok_or(InvalidOrg::Word(word));
        let verdict = overrule.verdict.map(verdict).transpose()?;
        Ok(Self { verdict, reason: overrule.reason.into(), on: overrule.on })
    }
}
