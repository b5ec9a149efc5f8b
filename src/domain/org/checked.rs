//! What makes an organisation valid.

use super::super::{PersonId, PositionId, SkillId};
use super::{ContributionError, MOST_SKILLS, Organisation, Person, tells_age};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What an organisation cannot be. Nothing is changed then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum OrgError {
    /// Two people have one id.
    #[error("two people are {0}")]
    TwoPeople(PersonId),
    /// Two positions have one id.
    #[error("two positions are {0}")]
    TwoPositions(PositionId),
    /// A skill has two columns.
    #[error("two columns are {0}")]
    TwoColumns(SkillId),
    /// Somebody is named who is not there.
    #[error("there is no person {0}")]
    NoPerson(PersonId),
    /// A position is named that is not there.
    #[error("there is no position {0}")]
    NoPosition(PositionId),
    /// A person's ratings are not in order of the columns, or name one that is not there.
    #[error("the ratings of {0} fit no columns")]
    Ratings(PersonId),
    /// There are more skills than an organisation can have.
    #[error("there are more than {MOST_SKILLS} skills")]
    TooManySkills,
    /// A person would report to themselves, over however many others.
    #[error("{0} would report to themselves")]
    Circle(PersonId),
    /// A group is one of age.
    #[error("{0} is a group of age")]
    Age(Box<str>),
    /// What a site has given cannot be.
    #[error(transparent)]
    Contribution(#[from] ContributionError),
}

impl Organisation {
    /// The organisation with its lists in order, or what is wrong with it.
    ///
    /// # Errors
    /// See [`OrgError`].
    pub fn checked(mut self) -> Result<Self, OrgError> {
        if self.skills.len() > MOST_SKILLS {
            return Err(OrgError::TooManySkills);
        }
        if let Some(twice) = first_twice(&self.skills) {
            return Err(OrgError::TwoColumns(twice.clone()));
        }
        self.people.sort_by(|a, b| a.id.cmp(&b.id));
        if let Some(pair) = self.people.windows(2).find(|pair| pair[0].id == pair[1].id) {
            return Err(OrgError::TwoPeople(pair[0].id.clone()));
        }
        self.positions.sort_by(|a, b| a.id.cmp(&b.id));
        if let Some(pair) = self.positions.windows(2).find(|pair| pair[0].id == pair[1].id) {
            return Err(OrgError::TwoPositions(pair[0].id.clone()));
        }
        self.targets.sort_by(|a, b| (&a.skill, a.level).cmp(&(&b.skill, b.level)));
        self.scenarios.sort_by(|a, b| a.name.cmp(&b.name));
        self.contracts.sort_by(|a, b| (&a.mentor, &a.mentee).cmp(&(&b.mentor, &b.mentee)));
        self.programmes.sort_by(|a, b| a.name.cmp(&b.name));
        self.snapshots.sort_by_key(|snapshot| snapshot.on);
        self.contributions.sort_by(|a, b| (&a.site, a.on).cmp(&(&b.site, b.on)));
        for given in &self.contributions {
            given.check()?;
        }
        for person in &self.people {
            self.check_person(person)?;
        }
        self.check_managers()?;
        for contract in &self.contracts {
            self.check_known(&contract.mentor)?;
            self.check_known(&contract.mentee)?;
        }
        for person in self.overrules.keys() {
            self.check_known(person)?;
        }
        Ok(self)
    }

    /// Whether a person fits the columns, the positions and the rules; not whom they report to.
    pub(super) fn check_person(&self, person: &Person) -> Result<(), OrgError> {
        let is_ordered = person.ratings.is_sorted_by(|a, b| a.column < b.column);
        if !is_ordered || person.ratings.last().is_some_and(|held| held.column.at() >= self.skills.len()) {
            return Err(OrgError::Ratings(person.id.clone()));
        }
        if let Some(age) = person.groups.iter().map(|(kind, _)| kind).find(|kind| tells_age(kind)) {
            return Err(OrgError::Age(age.clone()));
        }
        match &person.position {
            Some(position) if self.position(position).is_none() => Err(OrgError::NoPosition(position.clone())),
            _ => Ok(()),
        }
    }

    /// Whether somebody is there.
    pub(super) fn check_known(&self, id: &PersonId) -> Result<(), OrgError> {
        self.person(id).map(|_| ()).ok_or_else(|| OrgError::NoPerson(id.clone()))
    }

    /// Whether everybody reports to somebody who is there, and nobody to themselves: each chain is walked once.
    fn check_managers(&self) -> Result<(), OrgError> {
        let places: BTreeMap<&PersonId, usize> =
            self.people.iter().enumerate().map(|(at, person)| (&person.id, at)).collect();
        // The walk on which a person was met; 0 is none yet.
        let mut met = vec![0; self.people.len()];
        for start in 0..self.people.len() {
            let mut at = start;
            while met[at] == 0 {
                met[at] = start + 1;
                let Some(manager) = &self.people[at].manager else { break };
                at = *places.get(manager).ok_or_else(|| OrgError::NoPerson(manager.clone()))?;
                if met[at] == start + 1 {
                    return Err(OrgError::Circle(self.people[at].id.clone()));
                }
            }
        }
        Ok(())
    }

    /// Whether somebody would report to themselves if this person reported to that manager.
    pub(super) fn check_manager(&self, person: &PersonId, manager: &PersonId) -> Result<(), OrgError> {
        let mut above = Some(manager);
        // No chain of a valid organisation is longer than its people are many.
        for _ in 0..=self.people.len() {
            let Some(next) = above else { break };
            if next == person {
                return Err(OrgError::Circle(person.clone()));
            }
            let known = self.person(next).ok_or_else(|| OrgError::NoPerson(next.clone()))?;
            above = known.manager.as_ref();
        }
        Ok(())
    }
}

fn first_twice(skills: &[SkillId]) -> Option<&SkillId> {
    let mut seen = BTreeSet::new();
    skills.iter().find(|skill| !seen.insert(*skill))
}
