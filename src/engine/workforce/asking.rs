//! What positions ask, ready to be compared with people.

use crate::catalog::Catalog;
use crate::domain::{Asked, Column, GateId, Level, Need, Organisation, Position, SkillId};

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

/// What every position asks, in the order of the organisation's positions.
#[must_use]
pub fn asking(organisation: &Organisation, catalog: &Catalog) -> Vec<Vec<Asking>> {
    let columns = organisation.columns();
    let known = |asked: Asked| Asking {
        column: columns.get(&asked.skill).copied(),
        skill: asked.skill,
        level: asked.level,
        weight: asked.weight.value(),
        must: asked.must,
    };
    organisation.positions.iter().map(|position| asked_by(position, catalog).into_iter().map(known).collect()).collect()
}
