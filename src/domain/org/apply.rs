//! The one function that changes an organisation.

use super::super::{PersonId, SkillId};
use super::{Column, Held, MOST_SKILLS, OrgCommand, OrgError, Organisation, Person, Provenance, SkillTarget};
use std::cmp::Ordering;
use std::sync::Arc;

impl Organisation {
    /// The document after `command`, or `None` where it would change nothing.
    ///
    /// # Errors
    /// Where the organisation could not be like that: somebody is not there, would report to themselves, and so on. Nothing
    /// is changed then.
    ///
    /// ```
    /// use skillstead::domain::{OrgCommand, Organisation, Person};
    /// let empty = Organisation::default();
    /// let arrive = OrgCommand::PutPerson(Box::new(Person::new("p1".into())));
    /// let bakery = empty.apply(arrive.clone())?.unwrap();
    /// assert_eq!(bakery.people.len(), 1);
    /// assert_eq!(bakery.apply(arrive)?, None);
    /// # Ok::<(), skillstead::domain::OrgError>(())
    /// ```
    pub fn apply(&self, command: OrgCommand) -> Result<Option<Self>, OrgError> {
        let mut next = self.clone();
        match command {
            OrgCommand::Name(name) => next.name = name,
            OrgCommand::PutPerson(person) => next.put_person(*person)?,
            OrgCommand::RemovePerson(id) => next.remove_person(&id),
            OrgCommand::Place(person, position) => {
                next.person_mut(&person)?.position = position;
                next.check_person(next.person(&person).ok_or(OrgError::NoPerson(person.clone()))?)?;
            }
            OrgCommand::Rate { person, skill, level, by, on } => match level {
                Some(level) => {
                    let column = next.column_or_new(&skill)?;
                    next.person_mut(&person)?.rate(Held { column, level, by: Some(by), on: Some(on) });
                }
                None => {
                    let column = next.column(&skill);
                    next.person_mut(&person)?.ratings.retain(|held| Some(held.column) != column);
                }
            },
            OrgCommand::Wish(person, wishes) => {
                next.person_mut(&person)?.wishes = (*wishes != Default::default()).then_some(wishes);
            }
            OrgCommand::Agree(person, consent) => next.person_mut(&person)?.consent = consent,
            OrgCommand::PutPosition(mut position) => {
                position.requirements.sort_by(|a, b| a.skill.cmp(&b.skill));
                position.gates.sort();
                position.gates.dedup();
                put(&mut next.positions, *position, |a, b| a.id.cmp(&b.id));
            }
            OrgCommand::RemovePosition(id) => {
                next.positions.retain(|position| position.id != id);
                for person in &mut next.people {
                    if person.position.as_ref() == Some(&id) {
                        Arc::make_mut(person).position = None;
                    }
                }
            }
            OrgCommand::NameTeam(team, name) if name.is_empty() => drop(next.teams.remove(&team)),
            OrgCommand::NameTeam(team, name) => drop(next.teams.insert(team, name)),
            OrgCommand::NameSite(site, name) if name.is_empty() => drop(next.sites.remove(&site)),
            OrgCommand::NameSite(site, name) => drop(next.sites.insert(site, name)),
            OrgCommand::AddSkill(skill, name) => {
                next.column_or_new(&skill)?;
                if !name.is_empty() {
                    next.own_skills.insert(skill, name);
                }
            }
            OrgCommand::SetTarget(target) => next.set_target(target),
            OrgCommand::SetHorizon(day) => next.horizon = day,
            OrgCommand::PutScenario(scenario) => put(&mut next.scenarios, *scenario, |a, b| a.name.cmp(&b.name)),
            OrgCommand::RemoveScenario(name) => next.scenarios.retain(|scenario| scenario.name != name),
            OrgCommand::PutContract(contract) => {
                next.check_known(&contract.mentor)?;
                next.check_known(&contract.mentee)?;
                put(&mut next.contracts, *contract, |a, b| (&a.mentor, &a.mentee).cmp(&(&b.mentor, &b.mentee)));
            }
            OrgCommand::RemoveContract(mentor, mentee) => {
                next.contracts.retain(|contract| (&contract.mentor, &contract.mentee) != (&mentor, &mentee));
            }
            OrgCommand::PutProgramme(programme) => put(&mut next.programmes, *programme, |a, b| a.name.cmp(&b.name)),
            OrgCommand::RemoveProgramme(name) => next.programmes.retain(|programme| programme.name != name),
            OrgCommand::Overrule(person, overrule) => {
                next.check_known(&person)?;
                let said = next.overrules.entry(person).or_default();
                if said.last() != Some(&overrule) {
                    said.push(overrule);
                }
            }
            OrgCommand::Remember(snapshot) => put(&mut next.snapshots, *snapshot, |a, b| a.on.cmp(&b.on)),
            OrgCommand::PutContribution(given) => {
                given.check()?;
                put(&mut next.contributions, *given, |a, b| (&a.site, a.on).cmp(&(&b.site, b.on)));
            }
            OrgCommand::RemoveContributions(site) => next.contributions.retain(|given| given.site != site),
            OrgCommand::SetPolicy(name, Some(value)) => {
                if value.is_finite() {
                    next.policy.insert(name, value);
                }
            }
            OrgCommand::SetPolicy(name, None) => drop(next.policy.remove(&name)),
            OrgCommand::SetProvenance(name, of) if of == Provenance::default() => drop(next.provenances.remove(&name)),
            OrgCommand::SetProvenance(name, of) => drop(next.provenances.insert(name, of)),
            OrgCommand::Replace(other) => next = other.checked()?,
        }
        Ok((next != *self).then_some(next))
    }

    fn person_mut(&mut self, id: &PersonId) -> Result<&mut Person, OrgError> {
        let found =
            self.people.binary_search_by(|person| person.id.cmp(id)).ok().and_then(|at| self.people.get_mut(at));
        found.map(Arc::make_mut).ok_or_else(|| OrgError::NoPerson(id.clone()))
    }

    fn put_person(&mut self, person: Person) -> Result<(), OrgError> {
        self.check_person(&person)?;
        if let Some(manager) = &person.manager {
            self.check_manager(&person.id, manager)?;
        }
        put(&mut self.people, Arc::new(person), |a, b| a.id.cmp(&b.id));
        Ok(())
    }

    fn remove_person(&mut self, id: &PersonId) {
        self.people.retain(|person| person.id != *id);
        for person in &mut self.people {
            if person.manager.as_ref() == Some(id) {
                Arc::make_mut(person).manager = None;
            }
        }
        self.contracts.retain(|contract| contract.mentor != *id && contract.mentee != *id);
        self.overrules.remove(id);
        for programme in &mut self.programmes {
            programme.outcomes.retain(|outcome| outcome.person != *id);
            for cohort in &mut programme.cohorts {
                cohort.people.remove(id);
            }
        }
        for scenario in &mut self.scenarios {
            scenario.leavers.remove(id);
        }
    }

    fn column_or_new(&mut self, skill: &SkillId) -> Result<Column, OrgError> {
        if let Some(column) = self.column(skill) {
            return Ok(column);
        }
        let column = u16::try_from(self.skills.len()).map_err(|_| OrgError::TooManySkills)?;
        if self.skills.len() >= MOST_SKILLS {
            return Err(OrgError::TooManySkills);
        }
        self.skills.push(skill.clone());
        Ok(Column(column))
    }

    fn set_target(&mut self, target: SkillTarget) {
        if target.now == 0 && target.then == 0 {
            self.targets.retain(|known| (&known.skill, known.level) != (&target.skill, target.level));
        } else {
            put(&mut self.targets, target, |a, b| (&a.skill, a.level).cmp(&(&b.skill, b.level)));
        }
    }
}

impl Person {
    /// Takes in one rating, in the place of the one that the skill had.
    pub fn rate(&mut self, held: Held) {
        // Most ratings come in the order of their columns.
        match self.ratings.last() {
            Some(last) if last.column >= held.column => put(&mut self.ratings, held, |a, b| a.column.cmp(&b.column)),
            _ => self.ratings.push(held),
        }
    }
}

/// Puts something into a list that is in order, in the place of what is equal to it.
fn put<T>(list: &mut Vec<T>, item: T, compare: impl Fn(&T, &T) -> Ordering) {
    match list.binary_search_by(|known| compare(known, &item)) {
        Ok(at) => list[at] = item,
        Err(at) => list.insert(at, item),
    }
}
