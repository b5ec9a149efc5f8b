//! Who lacks the digital skills that their position asks for, and who inside can teach them (engine.md 8).

use super::{OrgPolicy, asking};
use crate::catalog::Catalog;
use crate::domain::{Column, Level, Organisation, Person, SkillId, sorted};
use std::collections::BTreeMap;

/// One digital skill: who is asked for it, who is below, who could teach it.
#[derive(Clone, Debug, PartialEq)]
pub struct Divide<'a> {
    /// The skill.
    pub skill: SkillId,
    /// People whose position asks for it.
    pub asked: usize,
    /// Of these, people who are rated below what is asked.
    pub below: usize,
    /// Of these, people who are not rated in it: they may be below or not.
    pub unrated: usize,
    /// Those below who have agreed to be seen by name, with their level and what is asked: the furthest below first, then by id.
    pub learners: Vec<(&'a Person, Level, Level)>,
    /// Those who have agreed to be paired, would mentor, and are from the mentor line on: the highest level first, then by id. It does not
    /// matter how long anybody has been there.
    pub teachers: Vec<(&'a Person, Level)>,
}

/// The digital skills that positions ask for, those that most people are below first. Digital are those that the catalogue marks as such, and the
/// competences of DigComp where it knows them. Skills of which nobody is asked are left out.
#[must_use]
pub fn digital_divide<'a>(organisation: &'a Organisation, catalog: &Catalog, own: &OrgPolicy) -> Vec<Divide<'a>> {
    let is_digital = |skill: &SkillId| {
        let flags = catalog.find_skill(skill).and_then(|place| catalog.skill(place)).map(|skill| skill.flags);
        flags.is_some_and(|flags| flags.digital || flags.digcomp)
    };
    let mut asked = asking(organisation, catalog);
    asked.iter_mut().for_each(|asked| asked.retain(|asked| is_digital(&asked.skill)));
    let mut found: BTreeMap<&SkillId, Divide<'a>> = BTreeMap::new();
    for person in organisation.people.iter().map(AsRef::as_ref) {
        let position = person.position.as_ref();
        let at = position.and_then(|id| organisation.positions.binary_search_by(|known| known.id.cmp(id)).ok());
        for asked in at.and_then(|at| asked.get(at)).into_iter().flatten() {
            let divide = found.entry(&asked.skill).or_insert_with(|| Divide {
                skill: asked.skill.clone(),
                asked: 0,
                below: 0,
                unrated: 0,
                learners: Vec::new(),
                teachers: asked.column.map_or_else(Vec::new, |column| teachers(organisation, column, own)),
            });
            divide.asked += 1;
            match asked.column.and_then(|column| person.level(column)) {
                None => divide.unrated += 1,
                Some(held) if held < asked.level => {
                    divide.below += 1;
                    if person.consent.seen {
                        divide.learners.push((person, held, asked.level));
                    }
                }
                Some(_) => {}
            }
        }
    }
    let mut found = sorted(found.into_values(), |a, b| b.below.cmp(&a.below));
    for divide in &mut found {
        let missing = |(_, held, asked): &(&Person, Level, Level)| u8::from(*asked) - u8::from(*held);
        divide.learners.sort_by_key(|learner| (std::cmp::Reverse(missing(learner)), &learner.0.id));
    }
    found
}

fn teachers<'a>(organisation: &'a Organisation, column: Column, own: &OrgPolicy) -> Vec<(&'a Person, Level)> {
    let would = |person: &&Person| {
        person.consent.paired && person.wishes.as_deref().is_some_and(|wishes| wishes.mentor.is_willing())
    };
    let people = organisation.people.iter().map(AsRef::as_ref).filter(would);
    let able = people.filter_map(|person| Some((person, person.level(column)?)));
    let able = able.filter(|(_, level)| level.value() >= own.teaches_from - 1e-9);
    sorted(able, |a, b| b.1.cmp(&a.1))
}
