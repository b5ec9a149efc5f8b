//! The hierarchy of skills: which group each of them belongs to.

use super::table_names as names;
use crate::domain::{SkillGroup, Text};
use crate::exchange::table::Tables;
use crate::exchange::{Fault, ReadError, limits};
use std::collections::BTreeMap;

/// More tiers than any hierarchy has: a circle ends here.
const TIERS: usize = 32;

/// Groups, and what stands above what.
#[derive(Default)]
pub(super) struct Groups {
    pub(super) list: Vec<SkillGroup>,
    /// The place of the group that a node of the hierarchy counts to.
    places: BTreeMap<Box<str>, u16>,
    /// The first thing that stands above each skill or node.
    broader: BTreeMap<Box<str>, Box<str>>,
}

impl Groups {
    pub(super) fn read(tables: &mut Tables<'_>) -> Result<Self, ReadError> {
        let mut groups = Self::default();
        groups.read_hierarchy(tables)?;
        tables.read(names::BROADER, ["conceptUri", "broaderUri"], |[below, above]| {
            let (below, above) = (below.last_part()?, above.last_part()?);
            groups.broader.entry(below.into()).or_insert_with(|| above.into());
            Ok(())
        })?;
        Ok(groups)
    }

    /// A node of the fourth tier counts to its third; a higher one is a group itself.
    fn read_hierarchy(&mut self, tables: &mut Tables<'_>) -> Result<(), ReadError> {
        let columns = [
            "Level 0 URI",
            "Level 0 preferred term",
            "Level 1 URI",
            "Level 1 preferred term",
            "Level 2 URI",
            "Level 2 preferred term",
            "Level 3 URI",
        ];
        tables.read(
            names::HIERARCHY,
            columns,
            |[first, first_name, second, second_name, third, third_name, fourth]| {
                let tiers = [(first, first_name), (second, second_name), (third, third_name)];
                let mut place = None;
                for (id, name) in tiers {
                    if self.list.len() == limits::GROUPS {
                        return Err(id.bad(Fault::TooMany));
                    }
                    if !id.text()?.is_empty() {
                        place = Some(self.place(id.last_part()?, Text::english(name.text()?)));
                    }
                }
                if let (Some(place), false) = (place, fourth.text()?.is_empty()) {
                    self.places.entry(fourth.last_part()?.into()).or_insert(place);
                }
                Ok(())
            },
        )?;
        Ok(())
    }

    fn place(&mut self, id: &str, name: Text) -> u16 {
        *self.places.entry(id.into()).or_insert_with(|| {
            self.list.push(SkillGroup { id: format!("esco:{id}").into(), name });
            (self.list.len() - 1) as u16
        })
    }

    /// The place of the group of a skill, by what stands above it; one group for all that stand below none.
    pub(super) fn of(&mut self, skill: &str) -> u16 {
        let mut at = skill;
        for _ in 0..TIERS {
            let Some(above) = self.broader.get(at) else { break };
            if let Some(place) = self.places.get(above) {
                return *place;
            }
            at = above;
        }
        self.place("other", Text::new("Other", "Otras"))
    }
}
