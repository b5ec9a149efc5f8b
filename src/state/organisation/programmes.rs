//! What the page of programmes asks: a budget in weeks, a programme kept under a name, and each person's plan as a file.

use super::{Org, Outcome};
use crate::domain::{ActivityId, Horizon, OrgCommand, Organisation, Person, Position, RoleId, map_of};
use crate::engine::workforce::{OrgPolicy, PlannedStep, ProgrammePlan};
use crate::exchange::limits::PLAN_LETTERS;
use crate::exchange::plan_file::{PlanFile, file_name, write_plan, zip_plans};
use crate::state::browser;
use chrono::{Days, NaiveDate};
use js_sys::Uint8Array;
use leptos::prelude::*;

impl Org {
    /// The Monday on which week 0 of a programme begins.
    #[must_use]
    pub fn first_monday(self) -> NaiveDate {
        Horizon::default().first_monday(self.today())
    }

    /// The whole weeks from the first Monday up to a day; one at least.
    #[must_use]
    pub fn weeks_until(self, day: NaiveDate) -> u16 {
        (((day - self.first_monday()).num_days() + 1) / 7).clamp(1, u16::MAX.into()) as u16
    }

    /// The Monday of a week of a programme.
    #[must_use]
    pub fn monday(self, week: u16) -> NaiveDate {
        let first = self.first_monday();
        first.checked_add_days(Days::new(u64::from(week) * 7)).unwrap_or(first)
    }

    /// Keeps a programme under a name, with the day on which each cohort begins. What became of the one of that name until now, its cost
    /// and its benefit stay.
    pub fn keep_programme(self, outcome: &Outcome<ProgrammePlan>, name: &str) {
        let mut kept = outcome.found.kept(name, &outcome.of);
        for (cohort, plan) in kept.cohorts.iter_mut().zip(&outcome.found.cohorts) {
            cohort.starts = Some(self.monday(plan.week));
        }
        let known = self.now.with_untracked(|now| {
            let known = now.as_ref()?.programmes.iter().find(|known| known.name == kept.name)?;
            Some((known.outcomes.clone(), known.cost, known.benefit))
        });
        (kept.outcomes, kept.cost, kept.benefit) = known.unwrap_or_default();
        self.apply(OrgCommand::PutProgramme(Box::new(kept)));
    }

    /// The places of those who have steps in a programme, in order.
    #[must_use]
    pub fn taking_part(plan: &ProgrammePlan) -> Vec<usize> {
        plan.steps.chunk_by(|a, b| a.person == b.person).filter_map(|steps| Some(steps.first()?.person)).collect()
    }

    /// The steps of one person, in order of their weeks.
    #[must_use]
    pub fn steps_of(plan: &ProgrammePlan, person: usize) -> &[PlannedStep] {
        let first = plan.steps.partition_point(|step| step.person < person);
        let end = plan.steps.partition_point(|step| step.person <= person);
        plan.steps.get(first..end).unwrap_or_default()
    }

    /// Whether somebody can be given a plan: there is a role that it leads to.
    #[must_use]
    pub fn can_give(self, outcome: &Outcome<ProgrammePlan>, person: usize) -> bool {
        outcome.of.people.get(person).is_some_and(|person| way_of(&outcome.of, person).is_some())
    }

    /// Hands one person's plan over as a file.
    pub fn give_plan(self, outcome: &Outcome<ProgrammePlan>, person: usize) {
        if let Some(plan) = self.plan_of(outcome, person) {
            let name = format!("skillstead-plan-{}.json", file_name(&plan.person));
            browser::download(&name, &write_plan(&plan));
        }
    }

    /// Hands all plans over as one ZIP.
    pub fn give_plans(self, outcome: &Outcome<ProgrammePlan>) {
        let people = Self::taking_part(&outcome.found).into_iter();
        let plans: Vec<PlanFile> = people.filter_map(|person| self.plan_of(outcome, person)).collect();
        if let Some(bytes) = zip_plans(&plans) {
            let name = format!("skillstead-plans-{}.zip", self.today());
            browser::download_bytes(&name, &Uint8Array::from(bytes.as_slice()), "application/zip");
        }
    }

    fn plan_of(self, outcome: &Outcome<ProgrammePlan>, at: usize) -> Option<PlanFile> {
        let organisation = &outcome.of;
        let person = organisation.people.get(at)?;
        let (current, target) = way_of(organisation, person)?;
        let short = |text: &str| text.chars().take(PLAN_LETTERS).collect::<String>().into();
        let usual = OrgPolicy::with(&organisation.policy).weekly_hours.round() as u8;
        let steps = Self::steps_of(&outcome.found, at).iter();
        // Where an activity is taken twice, the first time counts.
        let mut activities: Vec<(ActivityId, NaiveDate)> =
            steps.filter_map(|step| Some((step.activity.clone()?, self.monday(step.week)))).collect();
        activities.reverse();
        let rated = person.ratings.iter();
        let rated = rated.filter_map(|held| Some((organisation.skills.get(held.column.at())?.clone(), held.level)));
        Some(PlanFile {
            organisation: short(&organisation.name),
            person: person.id.clone(),
            name: short(&person.name),
            on: self.today(),
            current,
            target,
            hours: person.hours.unwrap_or(usual).clamp(1, 40),
            activities: map_of(activities),
            ratings: map_of(rated),
        })
    }
}

/// The role that somebody is in, and the one that they head for, in the order of the engine: the position that they want most, else the
/// role, else the one that they hold.
fn way_of(organisation: &Organisation, person: &Person) -> Option<(RoleId, RoleId)> {
    let wishes = person.wishes.as_deref();
    let role = |position: &Position| position.role.clone();
    let held = person.position.as_ref().and_then(|id| organisation.position(id)).and_then(role);
    let wished = wishes.and_then(|wishes| wishes.positions.iter().find_map(|id| organisation.position(id)));
    let wanted = match wished {
        Some(position) => role(position),
        None => wishes.and_then(|wishes| wishes.roles.first().cloned()),
    };
    let target = wanted.or_else(|| held.clone())?;
    Some((held.unwrap_or_else(|| target.clone()), target))
}
