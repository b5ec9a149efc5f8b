//! The file of a contribution: a few numbers in JSON, read strictly.

use super::limits::{CONTRIBUTION_BYTES, CONTRIBUTION_LETTERS, CONTRIBUTION_SKILLS};
use crate::domain::{Contribution, ContributionError, SkillId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the file says it is.
const FORMAT: &str = "skillstead-contribution";
/// Changes with the file.
const VERSION: u16 = 1;

/// Why a file is no contribution. Nothing is kept of it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContributionFault {
    /// It is larger than [`CONTRIBUTION_BYTES`].
    #[error("more than {CONTRIBUTION_BYTES} bytes")]
    TooLarge,
    /// It is not the JSON of a contribution: at this line and column something else stands, or something more.
    #[error("{line}:{column}: not a contribution")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It is a file of another kind.
    #[error("no contribution")]
    Other,
    /// It is of a version that is not known here.
    #[error("version {0}")]
    Version(u16),
    /// A text in it is longer than [`CONTRIBUTION_LETTERS`], or empty.
    #[error("a name of the wrong length")]
    Name,
    /// It has more than [`CONTRIBUTION_SKILLS`] skills.
    #[error("more than {CONTRIBUTION_SKILLS} skills")]
    TooManySkills,
    /// A skill stands in it twice.
    #[error("two lines of {0}")]
    Twice(SkillId),
    /// Its numbers cannot be, or tell of too few.
    #[error(transparent)]
    Numbers(#[from] ContributionError),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    version: u16,
    site: String,
    on: NaiveDate,
    people: u32,
    least: u32,
    skills: Vec<(String, [Option<u32>; 7])>,
}

/// The contribution in a file.
///
/// # Errors
/// Everything that is not exactly what [`write_contribution`] writes: see [`ContributionFault`].
///
/// ```
/// use skillstead::domain::Contribution;
/// use skillstead::exchange::contribution::{read_contribution, write_contribution};
/// let numbers = [Some(6), None, None, None, None, None, Some(9)];
/// let on = "2026-11-29".parse().unwrap();
/// let given = Contribution { site: "North".into(), on, people: 20, least: 5, skills: [("oven".into(), numbers)].into() };
/// assert_eq!(read_contribution(write_contribution(&given).as_bytes()), Ok(given));
/// ```
pub fn read_contribution(bytes: &[u8]) -> Result<Contribution, ContributionFault> {
    if bytes.len() as u64 > CONTRIBUTION_BYTES {
        return Err(ContributionFault::TooLarge);
    }
    let syntax = |error: serde_json::Error| ContributionFault::Syntax { line: error.line(), column: error.column() };
    let file: File = serde_json::from_slice(bytes).map_err(syntax)?;
    if file.format != FORMAT {
        return Err(ContributionFault::Other);
    }
    if file.version != VERSION {
        return Err(ContributionFault::Version(file.version));
    }
    if file.skills.len() > CONTRIBUTION_SKILLS {
        return Err(ContributionFault::TooManySkills);
    }
    let mut skills = BTreeMap::new();
    for (skill, counts) in file.skills {
        is_name(&skill)?;
        let skill = SkillId::from(skill);
        if skills.insert(skill.clone(), counts).is_some() {
            return Err(ContributionFault::Twice(skill));
        }
    }
    is_name(&file.site)?;
    let given = Contribution { site: file.site.into(), on: file.on, people: file.people, least: file.least, skills };
    given.check()?;
    Ok(given)
}

fn is_name(text: &str) -> Result<(), ContributionFault> {
    let n = text.chars().take(CONTRIBUTION_LETTERS + 1).count();
    if n == 0 || n > CONTRIBUTION_LETTERS { Err(ContributionFault::Name) } else { Ok(()) }
}

/// The file of a contribution; empty where it cannot be written, which only a lack of memory explains.
#[must_use]
pub fn write_contribution(given: &Contribution) -> String {
    let file = File {
        format: FORMAT.into(),
        version: VERSION,
        site: given.site.to_string(),
        on: given.on,
        people: given.people,
        least: given.least,
        skills: given.skills.iter().map(|(skill, counts)| (skill.to_string(), *counts)).collect(),
    };
    serde_json::to_string(&file).unwrap_or_default()
}
