//! Who could take over a position (engine.md 8: the bench, for a whole position).

use super::{Asking, OrgPolicy, hours_up, weeks};
use crate::catalog::Catalog;
use crate::domain::{Level, Organisation, Person, Position, SkillId};
use crate::engine::Policy;

/// Somebody who wants a position and is near it.
#[derive(Clone, Debug, PartialEq)]
pub struct Successor<'a> {
    /// The person.
    pub person: &'a Person,
    /// What is missing: skill, their level, and the level that is asked. What is not rated counts as none.
    pub missing: Vec<(SkillId, Level, Level)>,
    /// Hours of learning that are likely to be missing.
    pub hours: f64,
    /// Weeks that these take in the time that they have; none where they have none.
    pub weeks: Option<u32>,
}

/// The bench of a position that asks this much: people who wish for it or for its role, do not hold it, have agreed to be proposed, and are at most a step
/// below in every skill that it cannot do without. The soonest first, then by id. What cannot be trained has to be there.
#[must_use]
pub fn successors<'a>(
    organisation: &'a Organisation,
    catalog: &Catalog,
    position: &Position,
    asked: &[Asking],
    policy: &Policy,
    own: &OrgPolicy,
) -> Vec<Successor<'a>> {
    let wants = |person: &Person| {
        let is_free = person.position.as_ref() != Some(&position.id) && person.consent.proposed;
        let wishes = person.wishes.as_deref().filter(|_| is_free);
        wishes.is_some_and(|wishes| {
            wishes.positions.contains(&position.id)
                || position.role.as_ref().is_some_and(|role| wishes.roles.contains(role))
        })
    };
    let wanting = organisation.people.iter().map(AsRef::as_ref).filter(|person| wants(person));
    let mut found: Vec<Successor<'a>> =
        wanting.filter_map(|person| successor(person, catalog, asked, policy, own)).collect();
    found.sort_by_key(|one| (one.weeks.unwrap_or(u32::MAX), &one.person.id));
    found
}

fn successor<'a>(
    person: &'a Person,
    catalog: &Catalog,
    asked: &[Asking],
    policy: &Policy,
    own: &OrgPolicy,
) -> Option<Successor<'a>> {
    let (mut missing, mut hours) = (Vec::new(), 0.0);
    for asked in asked {
        let held = asked.column.and_then(|column| person.level(column)).unwrap_or(Level::NONE);
        if held >= asked.level {
            continue;
        }
        let is_far = asked.level - held > own.bench_step + 1e-9;
        let up = hours_up(catalog, &asked.skill, held, asked.level, policy);
        if asked.must && (is_far || up.is_none()) {
            return None;
        }
        hours += up.unwrap_or(0.0);
        missing.push((asked.skill.clone(), held, asked.level));
    }
    Some(Successor { person, missing, hours, weeks: weeks(hours, person, own) })
}
