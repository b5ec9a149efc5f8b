//! What positions and roles ask, in the organisation's own columns.

use super::asked_by;
use super::effort::Efforts;
use crate::catalog::Catalog;
use crate::domain::{Column, Level, Organisation, Person, Position, SkillId};
use std::collections::BTreeMap;

/// What is asked of one skill.
#[derive(Clone, Debug)]
pub(super) struct Want {
    pub(super) skill: SkillId,
    /// Where people are rated in it, if any are.
    pub(super) column: Option<Column>,
    pub(super) level: Level,
    /// From 1 to 5.
    pub(super) weight: f64,
    pub(super) must: bool,
    /// Its line in the table of efforts.
    pub(super) effort: usize,
}

impl Want {
    /// The level that a person has here, as a row of levels by column says.
    pub(super) fn level_in(&self, row: &[Option<Level>]) -> Option<Level> {
        self.column.and_then(|column| row.get(column.at()).copied().flatten())
    }
}

/// Reads what is asked, of whom and where.
pub(super) struct Asks<'a> {
    pub(super) organisation: &'a Organisation,
    pub(super) catalog: &'a Catalog,
    columns: BTreeMap<&'a SkillId, Column>,
    pub(super) efforts: Efforts<'a>,
}

impl<'a> Asks<'a> {
    pub(super) fn of(organisation: &'a Organisation, catalog: &'a Catalog, efforts: Efforts<'a>) -> Self {
        Self { organisation, catalog, columns: organisation.columns(), efforts }
    }

    /// What a position asks; where it says nothing itself, what its role does.
    pub(super) fn of_position(&mut self, position: &Position) -> Vec<Want> {
        let asked = asked_by(position, self.catalog).into_iter();
        let wants = asked.map(|asked| {
            let place = self.catalog.find_skill(&asked.skill);
            let effort = self.efforts.line(&asked.skill, place, asked.level);
            Want {
                column: self.columns.get(&asked.skill).copied(),
                skill: asked.skill,
                level: asked.level,
                weight: asked.weight.value(),
                must: asked.must,
                effort,
            }
        });
        wants.collect()
    }

    /// What a person heads for: the position they want most, else the role, else the position that they hold; nothing where there
    /// is none.
    pub(super) fn aim(&mut self, person: &Person) -> Vec<Want> {
        let (organisation, catalog) = (self.organisation, self.catalog);
        let wishes = person.wishes.as_deref();
        let wished = wishes.and_then(|wishes| wishes.positions.iter().find_map(|id| organisation.position(id)));
        let role = wishes.and_then(|wishes| wishes.roles.iter().find(|id| catalog.find_role(id).is_some()));
        let held = person.position.as_ref().and_then(|id| organisation.position(id));
        match (wished, role, held) {
            (Some(position), ..) | (None, None, Some(position)) => self.of_position(position),
            (None, Some(role), _) => {
                self.of_position(&Position { role: Some(role.clone()), ..Position::new(role.as_str().into()) })
            }
            (None, None, None) => Vec::new(),
        }
    }

    /// The levels of a person by column. What is not rated is unknown, but what the position that they hold asks is assumed, as
    /// the gap of one person does it (engine.md 3).
    pub(super) fn levels(&self, person: &Person, held: &[Want], row: &mut Vec<Option<Level>>) {
        row.clear();
        row.resize(self.organisation.skills.len(), None);
        let assumed = held.iter().filter_map(|want| Some((want.column?, want.level)));
        let rated = person.ratings.iter().map(|held| (held.column, held.level));
        for (column, level) in assumed.chain(rated) {
            if let Some(entry) = row.get_mut(column.at()) {
                *entry = Some(level);
            }
        }
    }
}
