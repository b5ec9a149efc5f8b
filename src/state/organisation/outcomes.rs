//! What became of people in the programmes that were kept.

use super::Org;
use crate::domain::{Level, OrgCommand, Outcome, PersonId, Programme, Rater, SkillId};
use leptos::prelude::*;

impl Org {
    /// Changes a programme that was kept.
    pub fn change_programme(self, name: &str, with: impl FnOnce(&mut Programme)) {
        if let Some(changed) = self.changed_programme(name, with) {
            self.apply(changed);
        }
    }

    fn changed_programme(self, name: &str, with: impl FnOnce(&mut Programme)) -> Option<OrgCommand> {
        let mut programme = self.now.with_untracked(|now| {
            let mut programmes = now.as_ref()?.programmes.iter();
            programmes.find(|programme| &*programme.name == name).cloned()
        })?;
        with(&mut programme);
        Some(OrgCommand::PutProgramme(Box::new(programme)))
    }

    /// What a cohort of a programme learns.
    #[must_use]
    pub fn cohort_skill(self, programme: &str, cohort: usize) -> Option<SkillId> {
        self.now.with_untracked(|now| {
            let programme = now.as_ref()?.programmes.iter().find(|known| &*known.name == programme)?;
            Some(programme.cohorts.get(cohort)?.skill.clone())
        })
    }

    /// The level that somebody is rated at now in what a cohort learns.
    #[must_use]
    pub fn level_in(self, programme: &str, cohort: usize, person: &PersonId) -> Option<Level> {
        let skill = self.cohort_skill(programme, cohort)?;
        self.now.with_untracked(|now| now.as_ref()?.person(person)?.level(now.as_ref()?.column(&skill)?))
    }

    /// What was told of somebody in a cohort of a programme.
    #[must_use]
    pub fn told_of(self, programme: &str, cohort: usize, person: &PersonId) -> Option<Outcome> {
        let skill = self.cohort_skill(programme, cohort)?;
        self.now.with_untracked(|now| {
            let programme = now.as_ref()?.programmes.iter().find(|known| &*known.name == programme)?;
            programme.outcomes.iter().find(|known| (&known.person, &known.skill) == (person, &skill)).cloned()
        })
    }

    /// Keeps what became of somebody in a programme, in the place of what was kept of the same person and skill. Where it
    /// `rates`, they are rated at the level after, too: both are one change.
    pub fn tell_outcome(self, programme: &str, outcome: Outcome, rates: bool) {
        let rated = outcome.after.filter(|_| rates).map(|level| OrgCommand::Rate {
            person: outcome.person.clone(),
            skill: outcome.skill.clone(),
            level: Some(level),
            by: Rater::Manager,
            on: self.today(),
        });
        let told = self.changed_programme(programme, |programme| {
            let is_other = |known: &Outcome| (&known.person, &known.skill) != (&outcome.person, &outcome.skill);
            programme.outcomes.retain(is_other);
            programme.outcomes.push(outcome);
        });
        self.apply_all(told.into_iter().chain(rated));
    }

    /// Forgets one of the outcomes of a programme, by its place.
    pub fn forget_outcome(self, programme: &str, at: usize) {
        self.change_programme(programme, |programme| {
            if at < programme.outcomes.len() {
                programme.outcomes.remove(at);
            }
        });
    }
}
