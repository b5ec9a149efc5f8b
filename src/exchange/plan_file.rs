//! The file of a plan that an organisation hands back to a person: JSON with a version and a checksum, read strictly.

use super::limits::{PLAN_ENTRIES, PLAN_FILE_BYTES, PLAN_LETTERS};
use crate::domain::{ActivityId, Level, PersonId, RoleId, SkillId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// Changes with the file.
const VERSION: u32 = 1;

/// A plan for one person, as an organisation has made it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanFile {
    /// The organisation's name.
    pub organisation: Box<str>,
    /// The person's id there.
    pub person: PersonId,
    /// Their name; empty under a code.
    pub name: Box<str>,
    /// The day on which it was made.
    pub on: NaiveDate,
    /// The role that they are in.
    pub current: RoleId,
    /// The role that the plan leads to.
    pub target: RoleId,
    /// Hours for learning in a week.
    pub hours: u8,
    /// The Monday on which each activity begins.
    pub activities: BTreeMap<ActivityId, NaiveDate>,
    /// The levels that the organisation holds of them.
    pub ratings: BTreeMap<SkillId, Level>,
}

/// Why a file is no plan. Nothing is kept of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanFault {
    /// It is larger than [`PLAN_FILE_BYTES`].
    #[error("more than {PLAN_FILE_BYTES} bytes")]
    TooLarge,
    /// It is a file of another kind.
    #[error("no plan")]
    Other,
    /// It is of a newer version.
    #[error("version {0}")]
    Newer(u32),
    /// It was changed since it was written, or holds what a plan cannot hold.
    #[error("a changed plan")]
    Changed,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope<'a> {
    #[serde(rename = "skillstead-plan")]
    version: u32,
    sha256: String,
    #[serde(borrow)]
    plan: &'a RawValue,
}

#[derive(Deserialize)]
struct Head {
    #[serde(rename = "skillstead-plan")]
    version: u32,
}

/// The file of a plan; empty where it cannot be written, which only a lack of memory explains.
#[must_use]
pub fn write_plan(plan: &PlanFile) -> String {
    let Ok(raw) = serde_json::value::to_raw_value(plan) else { return String::new() };
    let file = Envelope { version: VERSION, sha256: checksum(raw.get()), plan: &raw };
    serde_json::to_string(&file).unwrap_or_default()
}

/// Whether a text says of itself that it is a plan, of whichever version.
#[must_use]
pub fn is_plan(text: &str) -> bool {
    text.len() <= PLAN_FILE_BYTES && serde_json::from_str::<Head>(text).is_ok()
}

/// The plan in a file.
///
/// # Errors
/// Everything that is not exactly what [`write_plan`] writes: see [`PlanFault`].
///
/// ```
/// use skillstead::domain::Level;
/// use skillstead::exchange::plan_file::{PlanFault, PlanFile, is_plan, read_plan, write_plan};
/// let plan = PlanFile {
///     organisation: "Bakery".into(),
///     person: "p1".into(),
///     name: "Ana".into(),
///     on: "2026-11-29".parse().unwrap(),
///     current: "baker".into(),
///     target: "head-baker".into(),
///     hours: 4,
///     activities: [("dough-course".into(), "2026-11-30".parse().unwrap())].into(),
///     ratings: [("dough".into(), Level::AWARE)].into(),
/// };
/// let text = write_plan(&plan);
/// assert!(is_plan(&text));
/// assert_eq!(read_plan(&text), Ok(plan));
/// assert_eq!(read_plan(&text.replace("Ana", "Eva")), Err(PlanFault::Changed));
/// assert_eq!(read_plan("{}"), Err(PlanFault::Other));
/// ```
pub fn read_plan(text: &str) -> Result<PlanFile, PlanFault> {
    if text.len() > PLAN_FILE_BYTES {
        return Err(PlanFault::TooLarge);
    }
    let head: Head = serde_json::from_str(text).map_err(|_| PlanFault::Other)?;
    if head.version > VERSION {
        return Err(PlanFault::Newer(head.version));
    }
    let file: Envelope<'_> = serde_json::from_str(text).map_err(|_| PlanFault::Changed)?;
    if file.version != VERSION || file.sha256 != checksum(file.plan.get()) {
        return Err(PlanFault::Changed);
    }
    let plan: PlanFile = serde_json::from_str(file.plan.get()).map_err(|_| PlanFault::Changed)?;
    if plan.is_bounded() { Ok(plan) } else { Err(PlanFault::Changed) }
}

impl PlanFile {
    /// Whether a plan holds no more than it can, and hours that a week has.
    fn is_bounded(&self) -> bool {
        let is_short = |text: &str| text.chars().take(PLAN_LETTERS + 1).count() <= PLAN_LETTERS;
        let named =
            [&*self.organisation, self.person.as_str(), &*self.name, self.current.as_str(), self.target.as_str()];
        let ids = self.activities.keys().map(ActivityId::as_str).chain(self.ratings.keys().map(SkillId::as_str));
        (1..=40).contains(&self.hours)
            && self.activities.len() <= PLAN_ENTRIES
            && self.ratings.len() <= PLAN_ENTRIES
            && named.into_iter().chain(ids).all(is_short)
            && ![self.current.as_str(), self.target.as_str()].contains(&"")
    }
}

/// Plans as one ZIP, each under a name of its own; none where it cannot be written, which only a lack of memory explains.
///
/// ```
/// # use skillstead::exchange::plan_file::zip_plans;
/// assert!(zip_plans(&[]).is_some_and(|bytes| bytes.starts_with(b"PK")));
/// ```
#[must_use]
pub fn zip_plans(plans: &[PlanFile]) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (at, plan) in plans.iter().enumerate() {
        // The number keeps two people apart whose ids read the same in a file's name.
        zip.start_file(format!("{:05}-{}.json", at + 1, file_name(&plan.person)), options).ok()?;
        zip.write_all(write_plan(plan).as_bytes()).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

/// An id as every file system takes it.
///
/// ```
/// use skillstead::exchange::plan_file::file_name;
/// assert_eq!(file_name(&"../p 1".into()), "___p_1");
/// ```
#[must_use]
pub fn file_name(person: &PersonId) -> String {
    let safe = |letter: char| if letter.is_alphanumeric() || letter == '-' { letter } else { '_' };
    person.as_str().chars().take(60).map(safe).collect()
}

fn checksum(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
