//! Who can do a thing, and who could soon (engine.md 8).

use super::OrgPolicy;
use crate::catalog::{Catalog, fold};
use crate::domain::{Level, Organisation, Person, PositionId, RoleId, SkillId};
use crate::engine::{Policy, climb};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Somebody who holds a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expert<'a> {
    /// The person.
    pub person: &'a Person,
    /// Their level.
    pub level: Level,
    /// When it was rated, where that is known.
    pub on: Option<NaiveDate>,
}

/// The `most` people with the highest level in a skill; of those on one level the most recently rated first, then by id. Level 0 is none.
/// Only people who have agreed to be seen by name are named; the number beside them is how many others hold the skill.
#[must_use]
pub fn experts<'a>(
    organisation: &'a Organisation,
    skill: &SkillId,
    most: usize,
    is_in: impl Fn(&Person) -> bool,
) -> (Vec<Expert<'a>>, usize) {
    let Some(column) = organisation.column(skill) else { return (Vec::new(), 0) };
    let holding = organisation.people.iter().map(AsRef::as_ref).filter(|person| is_in(person));
    let holding = holding.filter_map(|person| Some((person, person.held(column)?)));
    let (mut seen, mut unseen) = (Vec::new(), 0);
    for (person, held) in holding.filter(|(_, held)| held.level > Level::NONE) {
        if person.consent.seen {
            seen.push(Expert { person, level: held.level, on: held.on });
        } else {
            unseen += 1;
        }
    }
    seen.sort_by_key(|expert| (Reverse(expert.level), Reverse(expert.on), &expert.person.id));
    seen.truncate(most);
    (seen, unseen)
}

/// Somebody who could come to a level soon, and wants to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate<'a> {
    /// The person.
    pub person: &'a Person,
    /// Their level now.
    pub level: Level,
    /// Hours of learning that are likely to be missing.
    pub hours: f64,
    /// Weeks that these take in the time that they have; none where they have none.
    pub weeks: Option<u32>,
}

/// The bench of a skill: people at most a step below a level who want it, that is who wish for a position or role that asks for it, or name
/// the skill among their interests; and who have agreed to be proposed. The soonest first, then by id. Empty where the skill cannot be
/// trained.
#[must_use]
pub fn bench<'a>(
    organisation: &'a Organisation,
    catalog: &Catalog,
    (skill, level): (&SkillId, Level),
    policy: &Policy,
    own: &OrgPolicy,
) -> Vec<Candidate<'a>> {
    let Some(column) = organisation.column(skill) else { return Vec::new() };
    let wanted = Wanted::of(organisation, catalog, skill, level);
    let is_near = |held: Level| held < level && level - held <= own.bench_step + 1e-9;
    let near = organisation.people.iter().map(AsRef::as_ref).filter_map(|person| {
        let held = person.level(column).filter(|held| is_near(*held))?;
        (person.consent.proposed && wanted.by(person)).then_some((person, held))
    });
    let mut found: Vec<Candidate<'a>> = near
        .filter_map(|(person, held)| {
            let hours = hours_up(catalog, skill, held, level, policy)?;
            Some(Candidate { person, level: held, hours, weeks: weeks(hours, person, own) })
        })
        .collect();
    found.sort_by_key(|candidate| (candidate.weeks.unwrap_or(u32::MAX), &candidate.person.id));
    found
}

/// Likely hours from one level of a skill to another: those of the shortest way up; of a skill that the catalogue does not have, the generic
/// ones of an ordinary skill (engine.md 7). None where it cannot be trained.
#[must_use]
pub fn hours_up(catalog: &Catalog, skill: &SkillId, from: Level, to: Level, policy: &Policy) -> Option<f64> {
    if from >= to {
        return Some(0.0);
    }
    if let Some(place) = catalog.find_skill(skill) {
        let steps = climb(catalog, place, from, to, 0.0, policy);
        return (!steps.is_empty()).then(|| steps.iter().map(|step| f64::from(step.hours)).sum());
    }
    let (mut at, mut hours) = (from, 0.0);
    while at < to {
        let next = at.step_towards(to);
        hours += policy.hours[usize::from(at.rung().min(4))] * (next - at);
        at = next;
    }
    Some(hours)
}

/// Weeks that hours take a person, begun ones whole; none where they have no time at all.
#[must_use]
pub fn weeks(hours: f64, person: &Person, own: &OrgPolicy) -> Option<u32> {
    let weekly = person.hours.map_or(own.weekly_hours, f64::from);
    (weekly > 0.0).then(|| (hours / weekly).ceil() as u32)
}

/// What a wish has to name so that it is one for a skill at a level.
struct Wanted<'a> {
    positions: BTreeSet<&'a PositionId>,
    roles: BTreeSet<&'a RoleId>,
    words: BTreeSet<String>,
}

impl<'a> Wanted<'a> {
    fn of(organisation: &'a Organisation, catalog: &'a Catalog, skill: &SkillId, level: Level) -> Self {
        let place = catalog.find_skill(skill);
        let is_asked = |position: &&crate::domain::Position| {
            let asked = super::asked_by(position, catalog);
            asked.iter().any(|asked| asked.skill == *skill && asked.level >= level)
        };
        let roles = catalog
            .roles
            .iter()
            .filter(|role| role.requirements.iter().any(|asked| Some(asked.skill) == place && asked.level >= level));
        let known = place.and_then(|place| catalog.skill(place));
        let names = known.into_iter().flat_map(|skill| [&skill.name.en, &skill.name.es]);
        let own = organisation.own_skills.get(skill);
        let words = names.map(AsRef::as_ref).chain(own.map(AsRef::as_ref)).chain([skill.as_str()]);
        Self {
            positions: organisation.positions.iter().filter(is_asked).map(|position| &position.id).collect(),
            roles: roles.map(|role| &role.id).collect(),
            words: words.map(fold).filter(|word| !word.is_empty()).collect(),
        }
    }

    fn by(&self, person: &Person) -> bool {
        let wishes = person.wishes.as_deref();
        wishes.is_some_and(|wishes| {
            wishes.positions.iter().any(|wish| self.positions.contains(wish))
                || wishes.roles.iter().any(|wish| self.roles.contains(wish))
        }) || person.interests.iter().any(|interest| self.words.contains(&fold(interest)))
    }
}
