//! What positions and roles ask, in the organisation's own columns.

use super::effort::Efforts;
use crate::catalog::Catalog;
use crate::domain::{Column, Level, Need, Organisation, Person, Position, Role, SkillId, SkillIx};
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
        if position.requirements.is_empty() {
            let role = position.role.as_ref().and_then(|role| self.catalog.find_role(role));
            return role.map(|role| self.of_role(role)).unwrap_or_default();
        }
        let wants = position.requirements.iter();
        let wants = wants.map(|asked| {
            let place = self.catalog.find_skill(&asked.skill);
            self.want(asked.skill.clone(), place, asked.level, asked.weight.value(), asked.must)
        });
        wants.collect()
    }

    /// What a role of the catalogue asks, its background left out.
    pub(super) fn of_role(&mut self, role: &Role) -> Vec<Want> {
        let asked = role.requirements.iter().filter(|asked| asked.need != Need::Background);
        let wants = asked.filter_map(|asked| {
            let id = self.catalog.skill(asked.skill)?.id.clone();
            Some(self.want(id, Some(asked.skill), asked.level, asked.weight.value(), asked.need == Need::Must))
        });
        wants.collect()
    }

    /// What a person heads for: the position they want most, else the role, else the position that they hold; nothing where there
    /// is none.
    pub(super) fn aim(&mut self, person: &Person) -> Vec<Want> {
        let (organisation, catalog) = (self.organisation, self.catalog);
        let wishes = person.wishes.as_deref();
        let wished = wishes.and_then(|wishes| wishes.positions.iter().find_map(|id| organisation.position(id)));
        let role = wishes.and_then(|wishes| wishes.roles.iter().find_map(|id| catalog.find_role(id)));
        let held = person.position.as_ref().and_then(|id| organisation.position(id));
        match (wished, role, held) {
            (Some(position), ..) | (None, None, Some(position)) => self.of_position(position),
            (None, Some(role), _) => self.of_role(role),
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

    fn want(&mut self, skill: SkillId, place: Option<SkillIx>, level: Level, weight: f64, must: bool) -> Want {
        let effort = self.efforts.line(&skill, place, level);
        Want { column: self.columns.get(&skill).copied(), skill, level, weight, must, effort }
    }
}
