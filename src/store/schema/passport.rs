//! Schema 1 of what a person's passport shows. Frozen like the document that it is part of.

use crate::domain::{Identity, PassportChoices, SkillChoice, map_of};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChoicesV1 {
    identity: IdentityV1,
    headline: String,
    skills: BTreeMap<String, SkillV1>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum IdentityV1 {
    Nobody,
    Code(String),
    Name(String),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SkillV1 {
    shown: bool,
    level: bool,
    /// Places in the record.
    evidence: BTreeSet<usize>,
    history: bool,
}

impl From<&PassportChoices> for ChoicesV1 {
    fn from(choices: &PassportChoices) -> Self {
        let identity = match &choices.identity {
            Identity::Nobody => IdentityV1::Nobody,
            Identity::Code(code) => IdentityV1::Code(code.to_string()),
            Identity::Name(name) => IdentityV1::Name(name.to_string()),
        };
        let skills = choices.skills.iter().map(|(skill, choice)| {
            let SkillChoice { shown, level, evidence, history } = choice.clone();
            (skill.to_string(), SkillV1 { shown, level, evidence, history })
        });
        Self { identity, headline: choices.headline.to_string(), skills: map_of(skills) }
    }
}

impl From<ChoicesV1> for PassportChoices {
    fn from(choices: ChoicesV1) -> Self {
        let identity = match choices.identity {
            IdentityV1::Nobody => Identity::Nobody,
            IdentityV1::Code(code) => Identity::Code(code.into()),
            IdentityV1::Name(name) => Identity::Name(name.into()),
        };
        let skills = choices.skills.into_iter().map(|(skill, choice)| {
            let SkillV1 { shown, level, evidence, history } = choice;
            (skill.into(), SkillChoice { shown, level, evidence, history })
        });
        Self { identity, headline: choices.headline.into(), skills: map_of(skills) }
    }
}
