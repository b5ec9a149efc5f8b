//! Who holds which session for whom: what closes most of everybody's gap in an hour of a teacher (engine.md 8).

use super::OrgPolicy;
use super::asking::{Asks, Want};
use super::effort::Efforts;
use crate::catalog::Catalog;
use crate::domain::{Level, Organisation, Person, SkillId, Willing};
use crate::engine::Policy;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What sessions are asked for.
#[derive(Clone, Copy, Debug)]
pub struct SharingAsk<'a> {
    /// The organisation.
    pub organisation: &'a Organisation,
    /// Where its roles and skills are looked up.
    pub catalog: &'a Catalog,
    /// Hours that each teacher has for it.
    pub hours_each: f64,
    /// The constants.
    pub policy: &'a Policy,
    /// How long a session is, and for how many.
    pub own: &'a OrgPolicy,
}

/// A session that somebody holds for others: it takes each of them to the next level of one skill.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sharing {
    /// The teacher's place among the people.
    pub teacher: usize,
    /// Their level.
    pub level: Level,
    /// What it is about.
    pub skill: SkillId,
    /// The places of those who take part, each with the level from and to which it takes them.
    pub learners: Vec<(usize, Level, Level)>,
    /// The weighted gap that it closes: for each learner the weight of the skill, times the share of what is asked that they gain.
    pub gain: f64,
    /// Hours of the teacher.
    pub hours: f64,
}

impl Sharing {
    /// The weighted gap that it closes in an hour of the teacher.
    #[must_use]
    pub fn per_hour(&self) -> f64 {
        self.gain / self.hours
    }
}

/// Somebody who is not yet where they are asked to be.
struct Learner {
    person: usize,
    from: Level,
    to: Level,
    gain: f64,
    is_served: bool,
}

impl Learner {
    fn can_learn_from(&self, level: Level) -> bool {
        !self.is_served && level - self.from >= 1.0 && level >= self.to
    }
}

/// Sessions, the one that closes most per hour first; of two that close as much the one of the first teacher.
///
/// Greedy set cover: each session is the best that is left after those before it, which is good but not proved to be the best in all.
/// Teachers have agreed to be paired, would mentor, and are at least a whole level ahead of whoever listens; each holds as many
/// sessions as they have hours. A learner has agreed, does not refuse, and is taken one level up in a skill.
///
/// ```
/// use skillstead::{catalog::CatalogBuilder, domain::Organisation, engine::Policy};
/// use skillstead::engine::workforce::{OrgPolicy, SharingAsk, sharing};
/// let (organisation, catalog) = (Organisation::default(), CatalogBuilder::default().build());
/// let (policy, own) = (Policy::default(), OrgPolicy::default());
/// let ask = SharingAsk { organisation: &organisation, catalog: &catalog, hours_each: 12.0, policy: &policy, own: &own };
/// assert!(sharing(&ask).is_empty());
/// ```
#[must_use]
pub fn sharing(ask: &SharingAsk<'_>) -> Vec<Sharing> {
    let mut learners = learners(ask);
    let people = &ask.organisation.people;
    let each = (ask.hours_each / ask.own.session_hours).max(0.0) as u32;
    let mut left: Vec<u32> = people.iter().map(|person| if teaches(person) { each } else { 0 }).collect();
    let mut queue = BinaryHeap::new();
    for (teacher, person) in people.iter().enumerate().filter(|(at, _)| left[*at] > 0) {
        for held in &person.ratings {
            let gain = learners.get(held.column.at()).map_or(0, |all| points(listeners(all, held.level, ask.own).1));
            if gain > 0 {
                queue.push((gain, Reverse((teacher, held.column.at())), held.level));
            }
        }
    }
    let mut sessions = Vec::new();
    while let Some((promised, Reverse((teacher, column)), level)) = queue.pop() {
        let Some(all) = learners.get_mut(column).filter(|_| left[teacher] > 0) else { continue };
        let (places, gain) = listeners(all, level, ask.own);
        if points(gain) == 0 {
            continue;
        }
        if points(gain) == promised {
            left[teacher] -= 1;
            let serve = |at: &usize| {
                let learner = &mut all[*at];
                learner.is_served = true;
                (learner.person, learner.from, learner.to)
            };
            let learners = places.iter().map(serve).collect();
            let skill = ask.organisation.skills[column].clone();
            sessions.push(Sharing { teacher, level, skill, learners, gain, hours: ask.own.session_hours });
        }
        let next = points(listeners(all, level, ask.own).1);
        if next > 0 && left[teacher] > 0 {
            queue.push((next, Reverse((teacher, column)), level));
        }
    }
    sessions
}

/// A gain as something that has an order: millionths.
fn points(gain: f64) -> u64 {
    (gain * 1_000_000.0).round() as u64
}

/// By column, who is to go further, those who gain most first.
fn learners(ask: &SharingAsk<'_>) -> Vec<Vec<Learner>> {
    let mut asks = Asks::of(ask.organisation, ask.catalog, Efforts::of(ask.catalog, ask.policy));
    let mut learners: Vec<Vec<Learner>> = Vec::new();
    learners.resize_with(ask.organisation.skills.len(), Vec::new);
    for (at, person) in ask.organisation.people.iter().enumerate().filter(|(_, person)| learns(person)) {
        for Want { asked, .. } in asks.aim(person) {
            let Some(column) = asked.column else { continue };
            let Some(from) = person.level(column).filter(|level| *level < asked.level) else { continue };
            let to = from.step_towards(asked.level);
            let gain = asked.weight * (to - from) / asked.level.value();
            learners[column.at()].push(Learner { person: at, from, to, gain, is_served: false });
        }
    }
    learners.iter_mut().for_each(|all| all.sort_by(|a, b| b.gain.total_cmp(&a.gain).then(a.person.cmp(&b.person))));
    learners
}

/// Those who would gain most from somebody at a level, and what they gain together.
fn listeners(all: &[Learner], level: Level, own: &OrgPolicy) -> (Vec<usize>, f64) {
    let can_learn = all.iter().enumerate().filter(|(_, learner)| learner.can_learn_from(level));
    let places: Vec<usize> = can_learn.map(|(at, _)| at).take(own.cohort as usize).collect();
    let gain = places.iter().map(|at| all[*at].gain).sum();
    (places, gain)
}

fn teaches(person: &Person) -> bool {
    person.consent.paired && person.wishes.as_deref().is_some_and(|wishes| wishes.mentor.is_willing())
}

fn learns(person: &Person) -> bool {
    person.consent.paired && person.wishes.as_deref().is_none_or(|wishes| wishes.mentee != Willing::No)
}
