//! Skills, their groups and flags, and how they lean on each other.

use super::groups::Groups;
use super::table_names as names;
use crate::domain::{Breadth, Flags, Relation, Skill, SkillGroup, SkillIx, Text};
use crate::exchange::table::{Bad, Cell, Tables};
use crate::exchange::{Fault, ReadError, limits};
use std::collections::BTreeMap;

/// How strongly a skill helps another that ESCO calls it essential for; no figure is published, so it is a plain choice.
const ESSENTIAL: f32 = 0.6;
/// The same where ESCO calls it optional.
const OPTIONAL: f32 = 0.4;

/// ESCO cuts fine: an occupation names 42 skills on average, where a role of the starter names twelve. Each is as much to learn
/// as a tool is.
const NARROW: Breadth = Breadth::Tool;

/// The skills of a download, in the order of its table.
#[derive(Default)]
pub(super) struct Skills {
    pub(super) groups: Vec<SkillGroup>,
    pub(super) list: Vec<Skill>,
    places: BTreeMap<Box<str>, SkillIx>,
}

impl Skills {
    pub(super) fn read(tables: &mut Tables<'_>) -> Result<Self, ReadError> {
        let mut groups = Groups::read(tables)?;
        let mut skills = Self::default();
        if !skills.read_skills(tables, &mut groups)? {
            return Err(ReadError::NoTable { table: names::SKILLS.into() });
        }
        skills.groups = groups.list;
        skills.flag(tables, names::TRANSVERSAL, |flags| flags.transferable = true)?;
        skills.flag(tables, names::DIGITAL, |flags| flags.digital = true)?;
        skills.flag(tables, names::DIGCOMP, |flags| flags.digcomp = true)?;
        skills.flag(tables, names::GREEN, |flags| flags.green = true)?;
        skills.read_relations(tables)?;
        Ok(skills)
    }

    /// The place of the skill that a cell names; `None` where no table has it, as the row is skipped then.
    pub(super) fn place(&self, id: Cell<'_>) -> Result<Option<SkillIx>, Bad> {
        Ok(self.places.get(id.last_part()?).copied())
    }

    fn get_mut(&mut self, id: Cell<'_>) -> Result<Option<&mut Skill>, Bad> {
        Ok(self.place(id)?.and_then(|place| self.list.get_mut(place.at())))
    }

    fn read_skills(&mut self, tables: &mut Tables<'_>, groups: &mut Groups) -> Result<bool, ReadError> {
        let columns = ["conceptUri", "preferredLabel", "altLabels", "description"];
        tables.read(names::SKILLS, columns, |[uri, name, also, about]| {
            if self.list.len() == limits::SKILLS {
                return Err(uri.bad(Fault::TooMany));
            }
            let id = uri.last_part()?;
            if self.places.insert(id.into(), SkillIx(self.list.len() as u32)).is_some() {
                return Err(uri.bad(Fault::Repeated));
            }
            self.list.push(Skill {
                id: format!("esco:{id}").into(),
                group: groups.of(id),
                name: Text::english(name.text()?),
                about: Text::english(about.text()?),
                levels: Vec::new(),
                breadth: NARROW,
                flags: Flags::default(),
                also: other_names(also)?,
                trainable: true,
                related: Vec::new(),
                prerequisites: Vec::new(),
            });
            Ok(())
        })
    }

    fn flag(
        &mut self,
        tables: &mut Tables<'_>,
        table: &'static str,
        set: impl Fn(&mut Flags),
    ) -> Result<(), ReadError> {
        tables.read(table, ["conceptUri", "altLabels"], |[uri, also]| {
            let names = other_names(also)?;
            if let Some(skill) = self.get_mut(uri)? {
                set(&mut skill.flags);
                if skill.also.is_empty() {
                    skill.also = names;
                }
            }
            Ok(())
        })?;
        Ok(())
    }

    /// "The related skill is essential, or optional, for the original one": holding it helps towards the original.
    fn read_relations(&mut self, tables: &mut Tables<'_>) -> Result<(), ReadError> {
        let columns = ["originalSkillUri", "relationType", "relatedSkillUri"];
        tables.read(names::RELATED, columns, |[original, kind, related]| {
            let strength = if is_essential(kind)? { ESSENTIAL } else { OPTIONAL };
            let Some(helper) = self.place(related)? else { return Ok(()) };
            if let Some(skill) = self.get_mut(original)? {
                skill.related.push(Relation { skill: helper, strength });
            }
            Ok(())
        })?;
        Ok(())
    }
}

/// Whether a relation is essential, and not optional.
pub(super) fn is_essential(kind: Cell<'_>) -> Result<bool, Bad> {
    match kind.text()? {
        "essential" => Ok(true),
        "optional" => Ok(false),
        _ => Err(kind.bad(Fault::Code)),
    }
}

/// The other names of a cell: one a line, or in the tables of collections between bars.
pub(super) fn other_names(also: Cell<'_>) -> Result<Vec<Text>, Bad> {
    let names = also.text()?.lines().flat_map(|line| line.split(" | ")).map(str::trim);
    let names: Vec<Text> = names.filter(|name| !name.is_empty()).map(Text::english).collect();
    if names.len() > limits::TITLES_PER_ROLE { Err(also.bad(Fault::TooMany)) } else { Ok(names) }
}
