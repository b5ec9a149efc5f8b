//! Occupations: their names, families, zones, tasks and other titles.

use super::{families, table_names as names};
use crate::domain::{Family, Profile, Role, Task, Text, set_of};
use crate::exchange::table::{Bad, Cell, Tables};
use crate::exchange::{Fault, ReadError, limits};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const CODE: &str = "O*NET-SOC Code";

/// The occupations of a download, in the order of their codes.
#[derive(Default)]
pub(super) struct Roles {
    pub(super) families: Vec<Family>,
    pub(super) list: Vec<Role>,
    places: BTreeMap<Box<str>, usize>,
}

impl Roles {
    /// Reads the occupations, then what other tables say of them.
    pub(super) fn read(tables: &mut Tables<'_>) -> Result<Self, ReadError> {
        let mut roles = Self::default();
        if !roles.read_occupations(tables)? {
            return Err(ReadError::NoTable { table: names::OCCUPATIONS.into() });
        }
        roles.read_zones(tables)?;
        roles.read_tasks(tables)?;
        roles.read_titles(tables)?;
        Ok(roles)
    }

    /// The place of the occupation that a cell names; `None` where there is none, as the row of it is skipped then.
    pub(super) fn place(&self, code: Cell<'_>) -> Result<Option<usize>, Bad> {
        Ok(self.places.get(code.occupation()?).copied())
    }

    pub(super) fn get_mut(&mut self, code: Cell<'_>) -> Result<Option<&mut Role>, Bad> {
        Ok(self.place(code)?.and_then(|place| self.list.get_mut(place)))
    }

    fn read_occupations(&mut self, tables: &mut Tables<'_>) -> Result<bool, ReadError> {
        let mut by_code: BTreeMap<Box<str>, (Text, Text)> = BTreeMap::new();
        let found = tables.read(names::OCCUPATIONS, [CODE, "Title", "Description"], |[code, title, about]| {
            if by_code.len() == limits::ROLES {
                return Err(code.bad(Fault::TooMany));
            }
            let texts = (Text::english(title.text()?), Text::english(about.text()?));
            match by_code.insert(code.occupation()?.into(), texts) {
                Some(_) => Err(code.bad(Fault::Repeated)),
                None => Ok(()),
            }
        })?;
        for (code, (name, about)) in by_code {
            let family = self.family_of(&code);
            self.places.insert(code.clone(), self.list.len());
            self.list.push(Role {
                id: format!("onet:{code}").into(),
                family,
                name,
                about,
                zone: None,
                onet_code: Some(code),
                isco_code: None,
                also: Vec::new(),
                tasks: Vec::new(),
                requirements: Vec::new(),
                estimated_from: Vec::new(),
                profile: Profile::default(),
            });
        }
        Ok(found)
    }

    /// The place of an occupation's family, the newest one as long as codes come in order.
    fn family_of(&mut self, code: &str) -> u16 {
        let group = code.get(..2).unwrap_or(code);
        let id = format!("onet:{group}").into();
        if self.families.last().is_none_or(|family| family.id != id) {
            self.families.push(Family { id, name: families::name(group) });
        }
        (self.families.len() - 1) as u16
    }

    fn read_zones(&mut self, tables: &mut Tables<'_>) -> Result<(), ReadError> {
        tables.read(names::ZONES, [CODE, "Job Zone"], |[code, zone]| {
            let value = zone.number(1.0, 5.0)? as u8;
            if let Some(role) = self.get_mut(code)? {
                role.zone = Some(value);
            }
            Ok(())
        })?;
        Ok(())
    }

    fn read_tasks(&mut self, tables: &mut Tables<'_>) -> Result<(), ReadError> {
        tables.read(names::TASKS, [CODE, "Task"], |[code, task]| {
            if let Some(role) = self.get_mut(code)? {
                role.tasks.push(Task::named(Text::english(task.text()?)));
            }
            Ok(())
        })?;
        Ok(())
    }

    /// Alternate titles, then those reported titles that are none of them; whatever their case, each once for a role.
    fn read_titles(&mut self, tables: &mut Tables<'_>) -> Result<(), ReadError> {
        let lower = |text: &str| text.to_lowercase();
        let mut seen: BTreeSet<(usize, String)> =
            set_of(self.list.iter().enumerate().map(|(place, role)| (place, lower(&role.name.en))));
        let sources = [(names::ALTERNATES, "Alternate Title"), (names::REPORTED, "Reported Job Title")];
        for (table, column) in sources {
            tables.read(table, [CODE, column], |[code, title]| {
                let Some(place) = self.place(code)? else { return Ok(()) };
                let text = title.text()?;
                if text.is_empty() || !seen.insert((place, lower(text))) {
                    return Ok(());
                }
                let Some(role) = self.list.get_mut(place) else { return Ok(()) };
                if role.also.len() == limits::TITLES_PER_ROLE {
                    return Err(title.bad(Fault::TooMany));
                }
                role.also.push(Text::english(text));
                Ok(())
            })?;
        }
        Ok(())
    }
}
