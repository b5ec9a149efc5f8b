//! Our own profile file: what a person gives to one recipient for one purpose.

use super::wire::PassportV1;
use super::{Passport, PassportError};
use crate::domain::SkillId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The version that is written.
const CURRENT: u32 = 1;

/// A passport on its way to somebody. It says what it is for, so that who has it can keep to that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProfileFile {
    /// What it may be used for, in the person's words.
    pub purpose: Box<str>,
    /// Who it is for.
    pub recipient: Box<str>,
    /// The day on which it was made.
    pub made: NaiveDate,
    /// What it shows.
    pub passport: Passport,
}

/// How much of a passport a profile file takes along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// The skills; none for all that the passport shows.
    pub skills: Option<BTreeSet<SkillId>>,
    /// Whether evidence goes with them, as far as the passport shows it.
    pub evidence: bool,
    /// Whether earlier levels do, likewise.
    pub history: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope<'a> {
    /// The version; its name says whose file this is.
    skillstead_profile: u32,
    sha256: String,
    #[serde(borrow)]
    profile: &'a RawValue,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileV1 {
    purpose: String,
    recipient: String,
    made: NaiveDate,
    passport: PassportV1,
}

impl Passport {
    /// The passport with no more in it than `extent` says; never with more than it shows.
    #[must_use]
    pub fn within(&self, extent: &Extent) -> Self {
        let mut passport = self.clone();
        passport.skills.retain(|skill| extent.skills.as_ref().is_none_or(|skills| skills.contains(&skill.id)));
        for skill in &mut passport.skills {
            if !extent.evidence {
                skill.evidence.clear();
            }
            if !extent.history {
                skill.history.clear();
            }
        }
        passport
    }
}

/// A profile file as text.
///
/// ```
/// use skillstead::exchange::passport::{ProfileFile, read_profile, write_profile};
/// let file = ProfileFile { purpose: "Staffing".into(), ..ProfileFile::default() };
/// let text = write_profile(&file);
/// assert_eq!(read_profile(&text)?, file);
/// assert!(read_profile(&text.replace("Staffing", "Marketing")).is_err());
/// # Ok::<(), skillstead::exchange::passport::PassportError>(())
/// ```
#[must_use]
pub fn write_profile(file: &ProfileFile) -> String {
    let profile = ProfileV1 {
        purpose: file.purpose.to_string(),
        recipient: file.recipient.to_string(),
        made: file.made,
        passport: (&file.passport).into(),
    };
    let written = serde_json::value::to_raw_value(&profile);
    let text = written.and_then(|profile| {
        let sha256 = checksum(CURRENT, profile.get());
        serde_json::to_string(&Envelope { skillstead_profile: CURRENT, sha256, profile: &profile })
    });
    text.unwrap_or_default()
}

/// The profile file in a text.
///
/// # Errors
/// A text that is none, one that was changed or cut, or one of a newer version. A member that is not known makes it none.
pub fn read_profile(text: &str) -> Result<ProfileFile, PassportError> {
    let envelope: Envelope<'_> = serde_json::from_str(text).map_err(|_| PassportError::Unknown)?;
    let (version, profile) = (envelope.skillstead_profile, envelope.profile.get());
    if checksum(version, profile) != envelope.sha256 {
        return Err(PassportError::Damaged);
    }
    if version != CURRENT {
        return Err(if version > CURRENT { PassportError::Newer(version) } else { PassportError::Unknown });
    }
    let profile: ProfileV1 = serde_json::from_str(profile).map_err(|_| PassportError::Unknown)?;
    Ok(ProfileFile {
        purpose: profile.purpose.into(),
        recipient: profile.recipient.into(),
        made: profile.made,
        passport: profile.passport.try_into().map_err(|_| PassportError::Unknown)?,
    })
}

fn checksum(version: u32, profile: &str) -> String {
    let digest = Sha256::new().chain_update(format!("profile {version} ")).chain_update(profile).finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
