//! A catalogue as bytes: the starter as a file of the site, an imported one as a record on the device.
//!
//! The bytes are written in parts, so that a page can read them a slice at a time and stay awake in between.

use super::{Catalog, Cuts, SearchIndex, Source};
use crate::domain::{Activity, Family, Role, Skill, SkillGroup};
use serde::{Deserialize, Serialize};

/// Changes whenever the layout does: other bytes are refused, and made anew from their source.
const LAYOUT: u8 = 4;
/// Roles in one part.
const PART: usize = 64;

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

/// Everything but roles and titles: the first part.
#[derive(Serialize)]
struct Head<'a> {
    source: &'a Source,
    groups: &'a [SkillGroup],
    skills: &'a [Skill],
    families: &'a [Family],
    activities: &'a [Activity],
    cuts: Cuts,
    n_parts: usize,
}

/// What [`Head`] reads back as.
#[derive(Deserialize)]
struct ReadHead {
    source: Source,
    groups: Vec<SkillGroup>,
    skills: Vec<Skill>,
    families: Vec<Family>,
    activities: Vec<Activity>,
    cuts: Cuts,
    n_parts: usize,
}

/// The catalogue as bytes: one byte of layout, its lists, its roles part by part, and its search index. The lookups are
/// made anew on reading.
///
/// # Errors
/// None for a catalogue that fits in memory; the encoder's own error otherwise.
pub fn pack(catalog: &Catalog) -> Result<Vec<u8>, PackError> {
    let Catalog { source, groups, skills, families, activities, roles, cuts, titles, .. } = catalog;
    let parts = roles.chunks(PART);
    let head = Head { source, groups, skills, families, activities, cuts: *cuts, n_parts: parts.len() };
    let mut bytes = postcard::to_extend(&head, vec![LAYOUT])?;
    for part in parts {
        bytes = postcard::to_extend(part, bytes)?;
    }
    Ok(postcard::to_extend(titles, bytes)?)
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
    parts_left: usize,
    catalog: Catalog,
}

impl<'a> Unpacking<'a> {
    /// Reads everything but the roles and the search index.
    ///
    /// # Errors
    /// Bytes of another layout, or damaged ones.
    pub fn begin(bytes: &'a [u8]) -> Result<Self, PackError> {
        let (&layout, rest) = bytes.split_first().ok_or(PackError::Layout { found: 0 })?;
        if layout != LAYOUT {
            return Err(PackError::Layout { found: layout });
        }
        let (head, rest): (ReadHead, _) = postcard::take_from_bytes(rest)?;
        let ReadHead { source, groups, skills, families, activities, cuts, n_parts } = head;
        let catalog = Catalog { source, groups, skills, families, activities, cuts, ..Catalog::default() };
        Ok(Self { rest, parts_left: n_parts, catalog })
    }

    /// Reads the next roles; whether there are more.
    ///
    /// # Errors
    /// Damaged bytes.
    pub fn step(&mut self) -> Result<bool, PackError> {
        if self.parts_left > 0 {
            let (roles, rest): (Vec<Role>, _) = postcard::take_from_bytes(self.rest)?;
            self.catalog.roles.extend(roles);
            self.rest = rest;
            self.parts_left -= 1;
        }
        Ok(self.parts_left > 0)
    }

    /// Reads the search index and makes the lookups.
    ///
    /// # Errors
    /// Damaged bytes.
    pub fn finish(self) -> Result<Catalog, PackError> {
        let titles: SearchIndex = postcard::from_bytes(self.rest)?;
        if !titles.fits(&self.catalog.roles) {
            return Err(PackError::Index);
        }
        Ok(Catalog { titles, ..self.catalog }.with_places())
    }
}
