//! The plan (engine.md 7): which activities, in which weeks.
//!
//! First form: always feasible, value first. [`needs`] says which steps there are and what has to come before what,
//! [`pack`] puts them into weeks, and this file joins the two and follows fit as it rises.

mod needs;
mod pack;

use super::{GapReport, Policy, Standing, Step, Way, analyse};
use crate::domain::{Horizon, Workspace, sorted};
use chrono::{Days, NaiveDate};

/// An activity in its weeks. It runs without a break at a constant load; its last week takes what is left.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanItem {
    /// What is done.
    pub step: Step,
    /// The first week, counted from the plan's first Monday.
    pub week: u16,
    /// How many weeks it runs.
    pub n_weeks: u16,
    /// Hours in each of its weeks.
    pub load: u8,
    /// The Monday of its first week.
    pub starts: NaiveDate,
    /// The Sunday of its last week.
    pub ends: NaiveDate,
}

impl PlanItem {
    /// The hours that it takes in a week of the plan; 0 outside its own weeks.
    #[must_use]
    pub fn hours_in(&self, week: u16) -> u16 {
        let Some(nth) = week.checked_sub(self.week).filter(|nth| *nth < self.n_weeks) else {
            return 0;
        };
        let before = nth * u16::from(self.load);
        self.step.hours.saturating_sub(before).min(u16::from(self.load))
    }
}

/// Why an activity has no place in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It would end after the deadline.
    Deadline,
    /// It costs more than is left.
    Money,
    /// What has to come before it has no place itself.
    Before,
}

/// An activity that has no place, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// The activity.
    pub step: Step,
    /// Why.
    pub why: Why,
}

/// Fit at the end of a week in which something is finished.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Readiness {
    /// The week; 0 with `fit` of today comes first.
    pub week: u16,
    /// Likely fit from then on.
    pub fit: f64,
}

/// A plan with dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The Monday of week 0.
    pub first_monday: NaiveDate,
    /// What is done, by week, then by the order in which it was chosen.
    pub items: Vec<PlanItem>,
    /// What has no place.
    pub left: Vec<Left>,
    /// Fit as it rises; the first entry is today's.
    pub readiness: Vec<Readiness>,
    /// Hours in each week from week 0 to the last.
    pub load: Vec<u16>,
    /// Euros in all.
    pub cost: u32,
}

impl Plan {
    /// The day on which the last activity ends; `None` where there is nothing to do.
    #[must_use]
    pub fn ends(&self) -> Option<NaiveDate> {
        self.items.iter().map(|item| item.ends).max()
    }

    /// Hours in all.
    #[must_use]
    pub fn hours(&self) -> u32 {
        self.items.iter().map(|item| u32::from(item.step.hours)).sum()
    }
}

/// The plan that closes a gap within a horizon, counted from `today`. Never fails: what does not fit is in `left`.
///
/// Laws (kept by `tests/plan.rs` with a checker of its own): no week over the hours there are; a step of a skill after
/// the step below it and after what it needs; nothing ends after the deadline; no more money than there is.
#[must_use]
pub fn make_plan(
    way: &Way<'_>,
    standing: &Standing,
    gap: &GapReport,
    workspace: &Workspace,
    today: NaiveDate,
    policy: &Policy,
) -> Plan {
    let horizon = &workspace.horizon;
    let first_monday = horizon.first_monday(today);
    let needs = needs::needs(way.catalog, standing, gap, policy);
    let packed = pack::pack(&needs, &room(horizon, first_monday));
    let on = |week: u16, day: u64| {
        let days = Days::new(u64::from(week) * 7 + day);
        first_monday.checked_add_days(days).unwrap_or(NaiveDate::MAX)
    };
    let items: Vec<PlanItem> = (packed.placed.into_iter())
        .map(|placed| PlanItem {
            step: needs[placed.need].step.clone(),
            week: placed.week,
            n_weeks: placed.n_weeks,
            load: placed.load,
            starts: on(placed.week, 0),
            ends: on(placed.week + placed.n_weeks - 1, 6),
        })
        .collect();
    let left = packed.left.into_iter();
    let left = left.map(|(need, why)| Left { step: needs[need].step.clone(), why }).collect();
    Plan {
        readiness: readiness(way, standing.clone(), gap, &items, policy),
        cost: items.iter().map(|item| item.step.cost).sum(),
        load: packed.load,
        first_monday,
        items,
        left,
    }
}

fn room(horizon: &Horizon, first_monday: NaiveDate) -> pack::Room {
    // An activity ends on a Sunday: week w ends in time where its Sunday is not after the deadline.
    let weeks = horizon.deadline.map(|deadline| {
        let days = (deadline - first_monday).num_days() + 1;
        u16::try_from((days / 7).max(0)).unwrap_or(u16::MAX)
    });
    pack::Room { hours_per_week: horizon.hours_per_week, weeks, budget: horizon.budget }
}

fn readiness(
    way: &Way<'_>,
    mut standing: Standing,
    gap: &GapReport,
    items: &[PlanItem],
    policy: &Policy,
) -> Vec<Readiness> {
    let by_end = sorted(items, |a, b| a.ends.cmp(&b.ends));
    let mut rising = vec![Readiness { week: 0, fit: gap.fit.likely }];
    for ending in by_end.chunk_by(|a, b| a.ends == b.ends) {
        for item in ending {
            standing.raise(item.step.skill, item.step.to);
        }
        let week = ending[0].week + ending[0].n_weeks;
        rising.push(Readiness { week, fit: analyse(way, &standing, policy).fit.likely });
    }
    rising
}
