//! Who could take over a position (engine.md 8: the bench, for a whole position).

use super::{Asking, OrgPolicy, hours_up, weeks};
use crate::catalog::Catalog;
use crate::domain::{Level, Organisation, Person, PersonId, Position, PositionId, RoleId, SkillId, sorted};
use crate::engine::Policy;
use std::collections::BTreeMap;

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

/// Who wants which position: made once, where many positions are looked at.
#[derive(Clone, Debug, Default)]
pub struct Wishing<'a> {
    positions: BTreeMap<&'a PositionId, Vec<&'a Person>>,
    roles: BTreeMap<&'a RoleId, Vec<&'a Person>>,
}

impl<'a> Wishing<'a> {
    /// Everybody's wishes, of those who have agreed to be proposed.
    #[must_use]
    pub fn of(organisation: &'a Organisation) -> Self {
        let mut wishing = Self::default();
        for person in organisation.people.iter().filter(|person| person.consent.proposed) {
            for wish in person.wishes.iter().flat_map(|wishes| &wishes.positions) {
                wishing.positions.entry(wish).or_default().push(person);
            }
            for wish in person.wishes.iter().flat_map(|wishes| &wishes.roles) {
                wishing.roles.entry(wish).or_default().push(person);
            }
        }
        wishing
    }

    /// Those who wish for a position or for its role and do not hold it, by id.
    fn for_position(&self, position: &Position) -> BTreeMap<&'a PersonId, &'a Person> {
        let own = self.positions.get(&position.id);
        let of_role = position.role.as_ref().and_then(|role| self.roles.get(role));
        let people = own.into_iter().chain(of_role).flatten();
        people
            .filter(|person| person.position.as_ref() != Some(&position.id))
            .map(|person| (&person.id, *person))
            .collect()
    }

    /// The bench of a position that asks this much: people who wish for it or for its role, do not hold it, have agreed to be proposed, and are
    /// at most a step below in every skill that it cannot do without. The soonest first, then by id. What cannot be trained has to be there.
    #[must_use]
    pub fn successors(
        &self,
        catalog: &Catalog,
        position: &Position,
        asked: &[Asking],
        policy: &Policy,
        own: &OrgPolicy,
    ) -> Vec<Successor<'a>> {
        let wanting = self.for_position(position).into_values();
        let found = wanting.filter_map(|person| successor(person, catalog, asked, policy, own));
        sorted(found, |a, b| a.weeks.unwrap_or(u32::MAX).cmp(&b.weeks.unwrap_or(u32::MAX)))
    }
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
