//! JSON Resume 1.0: a passport as one, and any such file as proposals.
//!
//! Each item that we write has a member `skillstead` with what the format has no place for. The format allows members of one's own, and our
//! own file is read back without a loss; items without it, also in a file of ours that somebody has added to, are read by what they say.

mod read;
mod write;

pub(super) use read::read;
pub use write::write_json_resume;

use super::wire::{IdentityV1, LevelV1};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The member that is our own.
const OWN: &str = "skillstead";

/// What is kept beside the basics. Frozen, as the two below.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BasicsV1 {
    version: u32,
    person: IdentityV1,
}

/// What is kept beside a skill.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SkillV1 {
    id: String,
    level: Option<LevelV1>,
    history: Vec<LevelV1>,
}

/// What is kept beside evidence.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EvidenceV1 {
    skill: String,
    kind: String,
    dated: NaiveDate,
    expires: Option<NaiveDate>,
    level: Option<u8>,
}
