//! Organisations by lot: some people, some skills that no catalogue has, some positions.
#![allow(dead_code, reason = "each target uses its own part")]

use skillstead::domain::{
    Asked, Column, Held, Level, Organisation, Person, Position, SkillId, Weight, Willing, Wishes,
};
use std::sync::Arc;

/// So many of each.
#[derive(Clone, Copy)]
pub struct Size {
    pub people: usize,
    pub skills: usize,
    pub positions: usize,
    /// Ratings of each person, and requirements of each position, at most.
    pub ratings: usize,
    pub requirements: usize,
    /// Seats of each position, at most.
    pub seats: u32,
}

fn level(rng: &mut fastrand::Rng, range: std::ops::RangeInclusive<u8>) -> Level {
    Level::whole(rng.u8(range)).expect("a level")
}

/// So many different numbers below another, or as many as there are.
fn some(rng: &mut fastrand::Rng, below: usize, many: usize) -> Vec<usize> {
    let mut all: Vec<usize> = (0..below).collect();
    rng.shuffle(&mut all);
    all.truncate(many);
    all
}

fn person(rng: &mut fastrand::Rng, at: usize, size: Size) -> Person {
    let mut person = Person::new(format!("p{at:06}").into());
    let columns = some(rng, size.skills, size.ratings);
    for column in columns {
        person.rate(Held { column: Column(column as u16), level: level(rng, 0..=5), by: None, on: None });
    }
    let position = |rng: &mut fastrand::Rng| format!("q{:06}", rng.usize(0..size.positions)).into();
    if size.positions > 0 {
        person.position = (rng.u8(0..10) < 8).then(|| position(rng));
        let positions = (0..rng.usize(0..=2)).map(|_| position(rng)).collect();
        let (mentor, mentee) = (Willing::ALL[rng.usize(0..4)], Willing::ALL[rng.usize(0..4)]);
        let mentees = (rng.u8(0..4) == 0).then(|| rng.u8(0..=3));
        person.wishes = Some(Box::new(Wishes { positions, roles: Vec::new(), mentor, mentee, mentees }));
    }
    person.team = (rng.u8(0..10) > 0).then(|| format!("t{}", rng.usize(0..1 + size.people / 12)).into());
    // Eight report to each: a tree, so nobody reports to themselves.
    person.manager = (at > 0).then(|| format!("p{:06}", (at - 1) / 8).into());
    person.consent.proposed = rng.u8(0..10) > 0;
    person.consent.paired = rng.u8(0..10) > 0;
    person.interests =
        (0..rng.usize(0..3)).map(|_| ["bread", "code", "maps", "songs"][rng.usize(0..4)].into()).collect();
    person.hours = rng.bool().then(|| rng.u8(1..=8));
    if rng.u8(0..6) == 0 {
        person.gates.insert("licence".into());
    }
    person
}

fn position(rng: &mut fastrand::Rng, at: usize, size: Size, ids: &[SkillId]) -> Position {
    let mut position = Position::new(format!("q{at:06}").into());
    let mut skills = some(rng, size.skills, size.requirements);
    skills.sort_unstable();
    for skill in skills {
        let (weight, must) = (Weight::new(f64::from(rng.u8(1..=5))), rng.u8(0..4) == 0);
        let skill = ids[skill].clone();
        position.requirements.push(Asked { skill, level: level(rng, 1..=5), weight, must });
    }
    position.seats = rng.u32(0..=size.seats);
    position.seats_then = rng.u32(0..=size.seats);
    if rng.u8(0..8) == 0 {
        position.gates.push("licence".into());
    }
    position
}

/// An organisation by lot, with skills that no catalogue has.
pub fn crew(rng: &mut fastrand::Rng, size: Size) -> Organisation {
    crew_of(rng, size, &[])
}

/// An organisation by lot, with these skills and others that no catalogue has.
pub fn crew_of(rng: &mut fastrand::Rng, size: Size, known: &[SkillId]) -> Organisation {
    let id = |at: usize| known.get(at).cloned().unwrap_or_else(|| format!("s{at:05}").into());
    let skills: Vec<SkillId> = (0..size.skills).map(id).collect();
    let people = (0..size.people).map(|at| Arc::new(person(rng, at, size))).collect();
    let mut positions: Vec<Position> = (0..size.positions).map(|at| position(rng, at, size, &skills)).collect();
    positions.iter_mut().for_each(|one| one.requirements.sort_by(|a, b| a.skill.cmp(&b.skill)));
    Organisation { people, positions, skills, ..Organisation::default() }.checked().expect("an organisation")
}

/// The same organisation in which everybody says that they are of another group.
pub fn regrouped(organisation: &Organisation, rng: &mut fastrand::Rng) -> Organisation {
    let mut other = organisation.clone();
    let mut groups: Vec<usize> = (0..other.people.len()).collect();
    rng.shuffle(&mut groups);
    for (person, group) in other.people.iter_mut().zip(groups) {
        // The domain takes in no group of age; whatever a group is called, nothing may hang on it.
        Arc::make_mut(person).groups = [("cohort of life".into(), format!("{}", group % 5).into())].into();
    }
    other
}
