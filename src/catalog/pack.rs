//! A catalogue as bytes: the starter as a file of the site, an imported one as a record on the device.
//!
//! The bytes are written in parts, so that a page can read them a slice at a time and stay awake in between.

use super::{Calibration, Catalog, Source};
use crate::domain::{Activity, Family, Relation, Role, Schooling, Skill, SkillGroup, Technology};
use serde::{Deserialize, Serialize};

/// Changes whenever the layout does: other bytes are refused, and made anew from their source.
const LAYOUT: u8 = 7;
/// Roles in one part.
const ROLES: usize = 64;
/// Skills in one part.
const SKILLS: usize = 512;

/// Why bytes are no catalogue.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// The bytes were written by another version of the product.
    #[error("layout {found}, not {LAYOUT}")]
    Layout {
        /// The layout that the bytes name; 0 where there is no byte.
        found: u8,
    },
    /// The bytes are damaged.
    #[error("damaged: {0}")]
    Damaged(#[from] postcard::Error),
    /// The bytes can be read and their search index points outside of its lists.
    #[error("the search index is damaged")]
    Index,
}

/// Everything but skills, roles and the search over them: the first part.
#[derive(Serialize)]
struct Head<'a> {
    source: &'a Source,
    groups: &'a [SkillGroup],
    families: &'a [Family],
    activities: &'a [Activity],
    technologies: &'a [Technology],
    schooling: &'a [Schooling],
    calibration: &'a Calibration,
    n_skill_parts: usize,
    n_role_parts: usize,
}

/// What [`Head`] reads back as.
#[derive(Deserialize)]
struct ReadHead {
    source: Source,
    groups: Vec<SkillGroup>,
    families: Vec<Family>,
    activities: Vec<Activity>,
    technologies: Vec<Technology>,
    schooling: Vec<Schooling>,
    calibration: Calibration,
    n_skill_parts: usize,
    n_role_parts: usize,
}

/// The catalogue as bytes: one byte of layout, its lists, its skills and roles part by part, and the search over them.
/// The lookups are made anew on reading.
///
/// # Errors
/// None for a catalogue that fits in memory; the encoder's own error otherwise.
pub fn pack(catalog: &Catalog) -> Result<Vec<u8>, PackError> {
    let Catalog { source, groups, families, activities, technologies, schooling, calibration, .. } = catalog;
    let (skill_parts, role_parts) = (catalog.skills.chunks(SKILLS), catalog.roles.chunks(ROLES));
    let head = Head {
        source,
        groups,
        families,
        activities,
        technologies,
        schooling,
        calibration,
        n_skill_parts: skill_parts.len(),
        n_role_parts: role_parts.len(),
    };
    let mut bytes = postcard::to_extend(&head, vec![LAYOUT])?;
    for part in skill_parts {
        bytes = postcard::to_extend(part, bytes)?;
    }
    for part in role_parts {
        bytes = postcard::to_extend(part, bytes)?;
    }
    bytes = postcard::to_extend(&catalog.neighbours, bytes)?;
    bytes = postcard::to_extend(&catalog.role_words, bytes)?;
    bytes = postcard::to_extend(&catalog.titles, bytes)?;
    Ok(postcard::to_extend(&catalog.skill_names, bytes)?)
}

/// The catalogue that [`pack`] wrote.
///
/// # Errors
/// Bytes of another layout, or damaged ones. Never panics, whatever the bytes.
///
/// ```
/// use skillstead::catalog::{CatalogBuilder, pack, unpack};
/// let bytes = pack(&CatalogBuilder::default().build())?;
/// assert!(unpack(&bytes)?.skills.is_empty());
/// assert!(unpack(b"").is_err());
/// # Ok::<(), skillstead::catalog::PackError>(())
/// ```
pub fn unpack(bytes: &[u8]) -> Result<Catalog, PackError> {
    let mut unpacking = Unpacking::begin(bytes)?;
    while unpacking.step()? {}
    unpacking.finish()
}

/// A catalogue that is being read, a slice at a time.
#[derive(Debug)]
pub struct Unpacking<'a> {
    rest: &'a [u8],
    skill_parts_left: usize,
    role_parts_left: usize,
    last_parts_left: usize,
    catalog: Catalog,
}

impl<'a> Unpacking<'a> {
    /// Reads everything but skills, roles and the search over them.
    ///
    /// # Errors
    /// Bytes of another layout, or damaged ones.
    pub fn begin(bytes: &'a [u8]) -> Result<Self, PackError> {
        let (&layout, rest) = bytes.split_first().ok_or(PackError::Layout { found: 0 })?;
        if layout != LAYOUT {
            return Err(PackError::Layout { found: layout });
        }
        let (head, rest): (ReadHead, _) = postcard::take_from_bytes(rest)?;
        let ReadHead { source, groups, families, activities, technologies, schooling, calibration, .. } = head;
        let catalog = Catalog {
            source,
            groups,
            families,
            activities,
            technologies,
            schooling,
            calibration,
            ..Catalog::default()
        };
        let (skill_parts_left, role_parts_left) = (head.n_skill_parts, head.n_role_parts);
        Ok(Self { rest, skill_parts_left, role_parts_left, last_parts_left: 4, catalog })
    }

    /// Reads the next part; whether there are more.
    ///
    /// # Errors
    /// Damaged bytes.
    pub fn step(&mut self) -> Result<bool, PackError> {
        if self.skill_parts_left > 0 {
            let skills: Vec<Skill> = self.take()?;
            self.catalog.skills.extend(skills);
            self.skill_parts_left -= 1;
        } else if self.role_parts_left > 0 {
            let roles: Vec<Role> = self.take()?;
            self.catalog.roles.extend(roles);
            self.role_parts_left -= 1;
        } else if self.last_parts_left > 0 {
            match self.last_parts_left {
                4 => self.catalog.neighbours = self.take::<Vec<Vec<Relation>>>()?,
                3 => self.catalog.role_words = self.take()?,
                2 => self.catalog.titles = self.take()?,
                _ => self.catalog.skill_names = self.take()?,
            }
            self.last_parts_left -= 1;
        }
        Ok(self.last_parts_left > 0)
    }

    fn take<T: Deserialize<'a>>(&mut self) -> Result<T, PackError> {
        let (part, rest) = postcard::take_from_bytes(self.rest)?;
        self.rest = rest;
        Ok(part)
    }

    /// Checks the search and makes the lookups.
    ///
    /// # Errors
    /// Damaged bytes.
    pub fn finish(self) -> Result<Catalog, PackError> {
        let Catalog { skills, roles, titles, role_words, skill_names, .. } = &self.catalog;
        let fits = titles.fits(|at| roles.get(at).map(|role| role.also.as_slice()))
            && role_words.fits(roles.len())
            && skill_names.fits(|at| skills.get(at).map(|skill| skill.also.as_slice()));
        if !fits {
            return Err(PackError::Index);
        }
        Ok(self.catalog.with_places())
    }
}
