//! Version 1 of how a passport is written down in files of our own. Frozen: such files travel, and are read for years.

use super::{Passport, ShownEvidence, ShownSkill};
use crate::domain::{EvidenceKind, Identity, Level, LevelError, sorted};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PassportV1 {
    person: IdentityV1,
    headline: String,
    skills: Vec<SkillV1>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum IdentityV1 {
    Nobody,
    Code(String),
    Name(String),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SkillV1 {
    id: String,
    name: String,
    level: Option<LevelV1>,
    evidence: Vec<EvidenceV1>,
    history: Vec<LevelV1>,
}

/// A level in tenths, and the day on which it was stated.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LevelV1 {
    tenths: u8,
    on: NaiveDate,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EvidenceV1 {
    kind: String,
    what: String,
    dated: NaiveDate,
    expires: Option<NaiveDate>,
    level: Option<u8>,
}

/// Why a passport that was written by us, or in our name, cannot be one.
#[derive(Debug, thiserror::Error)]
pub(super) enum Invalid {
    #[error(transparent)]
    Level(#[from] LevelError),
    #[error("{0} is no kind of evidence")]
    Kind(String),
}

/// The kind that a stable word names.
pub(super) fn kind_of(word: &str) -> Result<EvidenceKind, Invalid> {
    EvidenceKind::ALL.into_iter().find(|kind| kind.word() == word).ok_or_else(|| Invalid::Kind(word.to_owned()))
}

impl From<&Identity> for IdentityV1 {
    fn from(identity: &Identity) -> Self {
        match identity {
            Identity::Nobody => Self::Nobody,
            Identity::Code(code) => Self::Code(code.to_string()),
            Identity::Name(name) => Self::Name(name.to_string()),
        }
    }
}

impl From<IdentityV1> for Identity {
    fn from(identity: IdentityV1) -> Self {
        match identity {
            IdentityV1::Nobody => Self::Nobody,
            IdentityV1::Code(code) => Self::Code(code.into()),
            IdentityV1::Name(name) => Self::Name(name.into()),
        }
    }
}

impl LevelV1 {
    pub(super) fn new(level: Level, on: NaiveDate) -> Self {
        Self { tenths: level.into(), on }
    }

    pub(super) fn read(&self) -> Result<(Level, NaiveDate), LevelError> {
        Ok((Level::try_from(self.tenths)?, self.on))
    }
}

impl From<&Passport> for PassportV1 {
    fn from(passport: &Passport) -> Self {
        let evidence = |shown: &ShownEvidence| EvidenceV1 {
            kind: shown.kind.word().to_owned(),
            what: shown.what.to_string(),
            dated: shown.dated,
            expires: shown.expires,
            level: shown.level.map(u8::from),
        };
        let skill = |skill: &ShownSkill| SkillV1 {
            id: skill.id.to_string(),
            name: skill.name.to_string(),
            level: skill.level.map(|(level, on)| LevelV1::new(level, on)),
            evidence: skill.evidence.iter().map(evidence).collect(),
            history: skill.history.iter().map(|(on, level)| LevelV1::new(*level, *on)).collect(),
        };
        let skills = passport.skills.iter().map(skill).collect();
        Self { person: (&passport.identity).into(), headline: passport.headline.to_string(), skills }
    }
}

impl TryFrom<PassportV1> for Passport {
    type Error = Invalid;

    fn try_from(passport: PassportV1) -> Result<Self, Invalid> {
        let evidence = |shown: EvidenceV1| -> Result<ShownEvidence, Invalid> {
            let level = shown.level.map(Level::try_from).transpose()?;
            let (kind, what) = (kind_of(&shown.kind)?, shown.what.into());
            Ok(ShownEvidence { dated: shown.dated, kind, what, expires: shown.expires, level })
        };
        let skill = |skill: SkillV1| -> Result<ShownSkill, Invalid> {
            let shown: Result<Vec<_>, _> = skill.evidence.into_iter().map(evidence).collect();
            let history = skill.history.iter().map(|stated| stated.read().map(|(level, on)| (on, level)));
            Ok(ShownSkill {
                id: skill.id.into(),
                name: skill.name.into(),
                level: skill.level.map(|stated| stated.read()).transpose()?,
                evidence: sorted(shown?, Ord::cmp),
                history: history.collect::<Result<_, _>>()?,
            })
        };
        let skills = passport.skills.into_iter().map(skill).collect::<Result<_, _>>()?;
        Ok(Self { identity: passport.person.into(), headline: passport.headline.into(), skills })
    }
}
