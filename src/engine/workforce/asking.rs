//! What positions and roles ask, ready to be compared with people: by itself, and with the effort that it takes.

use super::effort::Efforts;
use crate::catalog::Catalog;
use crate::domain::{Asked, Column, GateId, Level, Need, Organisation, Person, Position, SkillId};
use std::collections::BTreeMap;

/// What a position asks of a skill, with the column that ratings name the skill by.
#[derive(Clone, Debug, PartialEq)]
pub struct Asking {
    /// The skill.
    pub skill: SkillId,
    /// Its column; none where nobody is rated in it.
    pub column: Option<Column>,
    /// The level.
    pub level: Level,
    /// How much it matters, from 1.0 to 5.0.
    pub weight: f64,
    /// Whether the work cannot be done without it.
    pub must: bool,
}

/// What a position asks: its own requirements; where it has none, those of its role that are more than background. Empty where the
/// role is not in the catalogue either.
#[must_use]
pub fn asked_by(position: &Position, catalog: &Catalog) -> Vec<Asked> {
    if !position.requirements.is_empty() {
        return position.requirements.clone();
    }
    let role = position.role.as_ref().and_then(|role| catalog.find_role(role));
    let asked = role.into_iter().flat_map(|role| &role.requirements).filter(|asked| asked.need != Need::Background);
    let own = asked.filter_map(|asked| {
        let skill = catalog.skill(asked.skill)?.id.clone();
        Some(Asked { skill, level: asked.level, weight: asked.weight, must: asked.need == Need::Must })
    });
    own.collect()
}

/// The gates before a position: its own, and those that its role demands.
#[must_use]
pub fn gates_of<'a>(position: &'a Position, catalog: &'a Catalog) -> Vec<&'a GateId> {
    let role = position.role.as_ref().and_then(|role| catalog.find_role(role));
    let demanded = role.into_iter().flat_map(|role| &role.profile.gates).map(|gate| &gate.id);
    position.gates.iter().chain(demanded).collect()
}

impl Asking {
    fn of(asked: Asked, columns: &BTreeMap<&SkillId, Column>) -> Self {
        let column = columns.get(&asked.skill).copied();
        Self { column, skill: asked.skill, level: asked.level, weight: asked.weight.value(), must: asked.must }
    }

    /// The level that a person has here, as a row of levels by column says.
    pub(super) fn level_in(&self, row: &[Option<Level>]) -> Option<Level> {
        self.column.and_then(|column| row.get(column.at()).copied().flatten())
    }
}

/// What every position asks, in the order of the organisation's positions.
#[must_use]
pub fn asking(organisation: &Organisation, catalog: &Catalog) -> Vec<Vec<Asking>> {
    let columns = organisation.columns();
    let asks = |position| asked_by(position, catalog).into_iter().map(|asked| Asking::of(asked, &columns)).collect();
    organisation.positions.iter().map(asks).collect()
}

/// What is asked of one skill, with what it takes.
#[derive(Clone, Debug)]
pub(super) struct Want {
    pub(super) asked: Asking,
    /// Its line in the table of efforts.
    pub(super) effort: usize,
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
        let asked = asked_by(position, self.catalog).into_iter().map(|asked| Asking::of(asked, &self.columns));
        let wants = asked.map(|asked| {
            let effort = self.efforts.line(&asked.skill, self.catalog.find_skill(&asked.skill), asked.level);
            Want { asked, effort }
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
        let assumed = held.iter().filter_map(|want| Some((want.asked.column?, want.asked.level)));
        let rated = person.ratings.iter().map(|held| (held.column, held.level));
        for (column, level) in assumed.chain(rated) {
            if let Some(entry) = row.get_mut(column.at()) {
                *entry = Some(level);
            }
        }
    }
}
