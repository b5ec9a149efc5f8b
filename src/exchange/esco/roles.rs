//! Occupations as roles, their families, and what they ask for.

use super::skills::{Skills, is_essential, other_names};
use super::table_names as names;
use crate::domain::{Family, Level, Need, Profile, Requirement, Role, Text, Weight, sorted};
use crate::exchange::table::Tables;
use crate::exchange::{Fault, ReadError, limits};
use std::collections::BTreeMap;

/// Essential: level 3 (engine.md 1), as a must that weighs more than what is optional.
const ESSENTIAL: (u8, f64, Need) = (3, 4.0, Need::Must);
/// Optional: level 2 (engine.md 1), nice to have.
const OPTIONAL: (u8, f64, Need) = (2, 2.0, Need::Nice);

/// The occupations of a download, in the order of its table.
#[derive(Default)]
pub(super) struct Roles {
    pub(super) families: Vec<Family>,
    pub(super) list: Vec<Role>,
    places: BTreeMap<Box<str>, usize>,
}

impl Roles {
    pub(super) fn read(tables: &mut Tables<'_>, skills: &Skills) -> Result<Self, ReadError> {
        let mut roles = Self::default();
        let family_places = roles.read_families(tables)?;
        if !roles.read_occupations(tables, &family_places)? {
            return Err(ReadError::NoTable { table: names::OCCUPATIONS.into() });
        }
        if !roles.read_asked(tables, skills)? {
            return Err(ReadError::NoTable { table: names::ASKED.into() });
        }
        Ok(roles)
    }

    /// The two-digit groups of ISCO-08, by their code; without that table all roles are of one family.
    fn read_families(&mut self, tables: &mut Tables<'_>) -> Result<BTreeMap<Box<str>, u16>, ReadError> {
        let mut places = BTreeMap::new();
        tables.read(names::ISCO, ["code", "preferredLabel"], |[code, name]| {
            let digits = code.text()?;
            if digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
                places.insert(digits.into(), self.families.len() as u16);
                self.families.push(Family { id: format!("esco:{digits}").into(), name: Text::english(name.text()?) });
            }
            Ok(())
        })?;
        if self.families.is_empty() {
            self.families
                .push(Family { id: "esco:all".into(), name: Text::new("All occupations", "Todas las ocupaciones") });
        }
        Ok(places)
    }

    fn read_occupations(
        &mut self,
        tables: &mut Tables<'_>,
        families: &BTreeMap<Box<str>, u16>,
    ) -> Result<bool, ReadError> {
        let columns = ["conceptUri", "iscoGroup", "preferredLabel", "altLabels", "description"];
        tables.read(names::OCCUPATIONS, columns, |[uri, isco, name, also, about]| {
            if self.list.len() == limits::ROLES {
                return Err(uri.bad(Fault::TooMany));
            }
            let (id, code) = (uri.last_part()?, isco.text()?);
            if self.places.insert(id.into(), self.list.len()).is_some() {
                return Err(uri.bad(Fault::Repeated));
            }
            self.list.push(Role {
                id: format!("esco:{id}").into(),
                family: code.get(..2).and_then(|group| families.get(group)).copied().unwrap_or(0),
                name: Text::english(name.text()?),
                about: Text::english(about.text()?),
                zone: None,
                onet_code: None,
                isco_code: Some(code.into()).filter(|_| !code.is_empty()),
                also: other_names(also)?,
                tasks: Vec::new(),
                requirements: Vec::new(),
                estimated_from: Vec::new(),
                profile: Profile::default(),
            });
            Ok(())
        })
    }

    /// A skill that is named twice for an occupation counts once, and as essential if it is that once.
    fn read_asked(&mut self, tables: &mut Tables<'_>, skills: &Skills) -> Result<bool, ReadError> {
        let found =
            tables.read(names::ASKED, ["occupationUri", "relationType", "skillUri"], |[role, kind, skill]| {
                let (level, weight, need) = if is_essential(kind)? { ESSENTIAL } else { OPTIONAL };
                let (Some(place), Some(skill)) = (self.places.get(role.last_part()?), skills.place(skill)?) else {
                    return Ok(());
                };
                let level = Level::whole(level).map_err(|_| kind.bad(Fault::Number))?;
                if let Some(role) = self.list.get_mut(*place) {
                    role.requirements.push(Requirement { skill, level, weight: Weight::new(weight), need });
                }
                Ok(())
            })?;
        for role in &mut self.list {
            let asked = role.requirements.drain(..);
            role.requirements = sorted(asked, |a, b| (a.skill, a.need).cmp(&(b.skill, b.need)));
            role.requirements.dedup_by_key(|asked| asked.skill);
        }
        Ok(found)
    }
}
