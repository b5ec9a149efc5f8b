//! The O*NET database, as the text download of <https://www.onetcenter.org/database.html> has it.
//!
//! One file per part: [`read`] puts the catalogue together, `roles`, `skills`, `ratings` and `profile`
//! know what the tables mean, `families` has the names that no table has.

mod estimates;
mod families;
mod profile;
mod ratings;
mod roles;
mod skills;

use super::archive::Archive;
use super::table::{Dialect, Tables};
use super::{Progress, ReadError};
use crate::catalog::{Catalog, CatalogBuilder, Source};
use roles::Roles;
use skills::Words;

/// The file names of the tables that are read.
mod table_names {
    pub(super) const OCCUPATIONS: &str = "Occupation Data.txt";
    pub(super) const ZONES: &str = "Job Zones.txt";
    pub(super) const TASKS: &str = "Task Statements.txt";
    pub(super) const ALTERNATES: &str = "Alternate Titles.txt";
    pub(super) const REPORTED: &str = "Sample of Reported Titles.txt";
    pub(super) const TECHNOLOGIES: &str = "Technology Skills.txt";
    pub(super) const INTERESTS: &str = "Interests.txt";
    pub(super) const SCHOOLING_NAMES: &str = "Education, Training, and Experience Categories.txt";
    pub(super) const SCHOOLING: &str = "Education, Training, and Experience.txt";
    pub(super) const SKILLS: &str = "Skills.txt";
    pub(super) const KNOWLEDGE: &str = "Knowledge.txt";
    pub(super) const ABILITIES: &str = "Abilities.txt";
    pub(super) const MODEL: &str = "Content Model Reference.txt";
    pub(super) const ANCHORS: &str = "Level Scale Anchors.txt";
}

/// Every table that is looked for, in the order of reading. Only the first has to be there, and one of the ratings.
pub const TABLES: [&str; 14] = [
    table_names::OCCUPATIONS,
    table_names::ZONES,
    table_names::TASKS,
    table_names::ALTERNATES,
    table_names::REPORTED,
    table_names::TECHNOLOGIES,
    table_names::INTERESTS,
    table_names::SCHOOLING_NAMES,
    table_names::SCHOOLING,
    table_names::SKILLS,
    table_names::KNOWLEDGE,
    table_names::ABILITIES,
    table_names::MODEL,
    table_names::ANCHORS,
];

/// Reads a download, the zip as it is, into a catalogue whose ids begin with `onet:`.
///
/// Tables that a smaller download leaves out are named in `source.missing`. Rows on occupations that the occupation table
/// does not have are skipped. An element is *must* from an importance of 4.0 (*very important*), *nice* from 3.0 (the line
/// from which O*NET itself calls an element important), and background below, or where O*NET marks its level as not
/// relevant; an ability cannot be learnt and is never more than *nice*. An occupation without ratings takes the mean of its
/// nearest rated neighbours by code, named in `Role::estimated_from`. Cuts are not measured: see `engine::prepare`.
///
/// `progress` is called as each table begins, and every 20,000 rows.
///
/// # Errors
/// The first thing that is wrong, with table, row and column; then there is no catalogue at all. Never panics, whatever
/// the bytes.
///
/// ```
/// use skillstead::exchange::{ReadError, archive::ArchiveError, onet};
/// let error = onet::read(b"no zip", &mut |_| {}).unwrap_err();
/// assert_eq!(error, ReadError::Archive(ArchiveError::NotAZip));
/// ```
pub fn read(bytes: &[u8], progress: &mut dyn FnMut(Progress)) -> Result<Catalog, ReadError> {
    let archive = Archive::open(bytes)?;
    let version = archive.folder(table_names::OCCUPATIONS).and_then(version_of);
    let mut tables = Tables::new(archive, Dialect::Tabs, &TABLES, progress);
    let mut roles = Roles::read(&mut tables)?;
    let profile::Lists { technologies, schooling } = profile::read(&mut tables, &mut roles)?;
    let elements = ratings::read(&mut tables, &mut roles)?;
    let (groups, skills) = Words::read(&mut tables)?.skills(elements);
    let source = tables.describe(source(version.as_deref().unwrap_or("unknown")));
    let Roles { families, list: mut roles, .. } = roles;
    estimates::fill(&mut roles);
    let lists =
        CatalogBuilder { source, groups, skills, families, roles, technologies, schooling, ..Default::default() };
    Ok(lists.build())
}

/// `db_30_0_text` is version 30.0.
fn version_of(folder: &str) -> Option<String> {
    let mut parts = folder.strip_prefix("db_")?.split('_').map(|part| part.parse::<u16>().ok());
    Some(format!("{}.{}", parts.next()??, parts.next()??))
}

fn source(version: &str) -> Source {
    let attribution = format!(
        "This page includes information from the O*NET {version} Database by the U.S. Department of Labor, Employment \
         and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. \
         USDOL/ETA has not approved, endorsed, or tested these modifications."
    );
    Source {
        key: "onet".into(),
        name: "O*NET database".into(),
        version: version.into(),
        licence: "CC BY 4.0".into(),
        attribution: attribution.into(),
        ..Source::default()
    }
}
