//! What a programme is.

use crate::domain::{ActivityId, Cohort, Level, Organisation, Programme, SkillId, TeamId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A step of one person, with its weeks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlannedStep {
    /// The person's place among the people.
    pub person: usize,
    /// The skill.
    pub skill: SkillId,
    /// What is done, where the catalogue has an activity.
    pub activity: Option<ActivityId>,
    /// The level before.
    pub from: Level,
    /// The level after.
    pub to: Level,
    /// Hours in all.
    pub hours: u32,
    /// The most hours that it takes of a week.
    pub weekly: u8,
    /// Fees in euros.
    pub fees: u32,
    /// The weighted gap that it closes: the weight of the skill, times the share of what is asked that it brings. 0 where it only comes
    /// before another step.
    pub value: f64,
    /// The week in which it begins, counted from 0.
    pub week: u16,
    /// So many weeks it takes.
    pub weeks: u16,
    /// The place of the cohort that takes it together.
    pub cohort: Option<usize>,
    /// Whether it is taken without an activity that costs, since the money is used.
    pub is_free: bool,
}

/// Two people or more who take the same step together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CohortPlan {
    /// The skill.
    pub skill: SkillId,
    /// The level to which it leads.
    pub to: Level,
    /// What they do, where the catalogue has an activity.
    pub activity: Option<ActivityId>,
    /// The week in which it begins, counted from 0.
    pub week: u16,
    /// So many weeks it takes: as many as the one of them needs who has the least time.
    pub weeks: u16,
    /// Their places among the people, in order.
    pub people: Vec<usize>,
}

/// What a step was left out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Shortage {
    /// The person's weeks are full.
    Weeks,
    /// The hours of all people together are used.
    Hours,
    /// What has to come first in other skills waits for the step itself: the catalogue goes in a circle.
    First,
}

/// A way up that goes no further in this programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOver {
    /// The person's place among the people.
    pub person: usize,
    /// The skill.
    pub skill: SkillId,
    /// The level that it comes to.
    pub at: Level,
    /// The level that is asked.
    pub asked: Level,
    /// What it was left for.
    pub shortage: Shortage,
}

/// What a team has of a programme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TeamShare {
    /// How many of its people take part.
    pub people: u32,
    /// Their hours.
    pub hours: u64,
    /// Their fees in euros.
    pub fees: u64,
    /// The weighted gap that they close.
    pub value: f64,
}

/// Everybody's plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProgrammePlan {
    /// All steps, by person and week.
    pub steps: Vec<PlannedStep>,
    /// Who learns together.
    pub cohorts: Vec<CohortPlan>,
    /// What goes no further, by person and skill.
    pub left: Vec<LeftOver>,
    /// No programme of these ways within the same limits closes more than this: a proved bound, and never less than what this one closes.
    pub most: f64,
    /// Hours, fees and value by team; people without a team are one too.
    pub teams: BTreeMap<Option<TeamId>, TeamShare>,
}

impl ProgrammePlan {
    pub(super) fn of(
        organisation: &Organisation,
        mut steps: Vec<PlannedStep>,
        cohorts: Vec<CohortPlan>,
        mut left: Vec<LeftOver>,
        most: f64,
    ) -> Self {
        steps.sort_by_key(|step| (step.person, step.week));
        left.sort_by(|a, b| (a.person, &a.skill).cmp(&(b.person, &b.skill)));
        let mut teams: BTreeMap<Option<TeamId>, TeamShare> = BTreeMap::new();
        for steps in steps.chunk_by(|a, b| a.person == b.person) {
            let team = steps.first().and_then(|step| organisation.people.get(step.person)?.team.clone());
            let share = teams.entry(team).or_default();
            share.people += 1;
            share.hours += steps.iter().map(|step| u64::from(step.hours)).sum::<u64>();
            share.fees += steps.iter().map(|step| u64::from(step.fees)).sum::<u64>();
            share.value += steps.iter().map(|step| step.value).sum::<f64>();
        }
        let plan = Self { steps, cohorts, left, most, teams };
        let closed = plan.total().value;
        Self { most: most.max(closed), ..plan }
    }

    /// The least share of what is possible that it closes, 0 to 1; all of it where nothing is.
    #[must_use]
    pub fn share(&self) -> f64 {
        if self.most > 0.0 { self.total().value / self.most } else { 1.0 }
    }

    /// All teams together.
    #[must_use]
    pub fn total(&self) -> TeamShare {
        self.teams.values().fold(TeamShare::default(), |all, team| TeamShare {
            people: all.people + team.people,
            hours: all.hours + team.hours,
            fees: all.fees + team.fees,
            value: all.value + team.value,
        })
    }

    /// The programme as the organisation's document keeps it: its name, what it takes, and its cohorts.
    #[must_use]
    pub fn kept(&self, name: &str, organisation: &Organisation) -> Programme {
        let total = self.total();
        let id = |at: &usize| organisation.people.get(*at).map(|person| person.id.clone());
        let cohorts = self.cohorts.iter().map(|cohort| Cohort {
            skill: cohort.skill.clone(),
            to: cohort.to,
            activity: cohort.activity.clone(),
            people: cohort.people.iter().filter_map(id).collect(),
            starts: None,
        });
        Programme {
            name: name.into(),
            money: u32::try_from(total.fees).unwrap_or(u32::MAX),
            hours: u32::try_from(total.hours).unwrap_or(u32::MAX),
            cohorts: cohorts.collect(),
            ..Programme::default()
        }
    }
}
