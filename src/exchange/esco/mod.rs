//! ESCO, as the CSV download of <https://esco.ec.europa.eu/en/use-esco/download> has it, in English.
//!
//! One file per part: [`read`] puts the catalogue together, `groups` knows the hierarchy of skills, `skills` and `roles` what
//! the tables mean.

mod groups;
mod roles;
mod skills;

use super::archive::Archive;
use super::table::{Dialect, Tables};
use super::{Progress, ReadError};
use crate::catalog::{Catalog, CatalogBuilder, Source};

/// The file names of the tables that are read.
mod table_names {
    pub(super) const OCCUPATIONS: &str = "occupations_en.csv";
    pub(super) const ISCO: &str = "ISCOGroups_en.csv";
    pub(super) const SKILLS: &str = "skills_en.csv";
    pub(super) const HIERARCHY: &str = "skillsHierarchy_en.csv";
    pub(super) const BROADER: &str = "broaderRelationsSkillPillar_en.csv";
    pub(super) const RELATED: &str = "skillSkillRelations_en.csv";
    pub(super) const TRANSVERSAL: &str = "transversalSkillsCollection_en.csv";
    pub(super) const DIGITAL: &str = "digitalSkillsCollection_en.csv";
    pub(super) const DIGCOMP: &str = "digCompSkillsCollection_en.csv";
    pub(super) const GREEN: &str = "greenSkillsCollection_en.csv";
    pub(super) const ASKED: &str = "occupationSkillRelations_en.csv";
}

/// Every table that is looked for. Occupations, skills and the relations between them have to be there.
pub const TABLES: [&str; 11] = [
    table_names::OCCUPATIONS,
    table_names::ISCO,
    table_names::SKILLS,
    table_names::HIERARCHY,
    table_names::BROADER,
    table_names::RELATED,
    table_names::TRANSVERSAL,
    table_names::DIGITAL,
    table_names::DIGCOMP,
    table_names::GREEN,
    table_names::ASKED,
];

/// Reads a download, the zip as it is, into a catalogue whose ids begin with `esco:`.
///
/// Tables that a smaller download leaves out are named in `source.missing`. What ESCO calls essential is a *must* at level 3,
/// what it calls optional is *nice* at level 2 (engine.md 1): ESCO has no levels of its own. Rows on occupations or skills
/// that are in no table are skipped. Skills are grouped by the third tier of ESCO's hierarchy, roles by the two-digit groups
/// of ISCO-08.
///
/// # Errors
/// The first thing that is wrong, with table, row and column; then there is no catalogue at all. Never panics, whatever
/// the bytes.
///
/// ```
/// use skillstead::exchange::{ReadError, archive::ArchiveError, esco};
/// let error = esco::read(b"no zip", &mut |_| {}).unwrap_err();
/// assert_eq!(error, ReadError::Archive(ArchiveError::NotAZip));
/// ```
pub fn read(bytes: &[u8], progress: &mut dyn FnMut(Progress)) -> Result<Catalog, ReadError> {
    let mut tables = Tables::new(Archive::open(bytes)?, Dialect::Commas, &TABLES, progress);
    let skills = skills::Skills::read(&mut tables)?;
    let roles = roles::Roles::read(&mut tables, &skills)?;
    Ok(CatalogBuilder {
        source: tables.describe(source()),
        groups: skills.groups,
        skills: skills.list,
        families: roles.families,
        roles: roles.list,
        ..CatalogBuilder::default()
    }
    .build())
}

fn source() -> Source {
    Source {
        key: "esco".into(),
        name: "ESCO".into(),
        // No table of a download says which version it is.
        version: "".into(),
        licence: "reuse with attribution (Commission Decision 2011/833/EU)".into(),
        attribution: "This service uses the ESCO classification of the European Commission.".into(),
        ..Source::default()
    }
}
