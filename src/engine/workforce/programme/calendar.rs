//! When each step is taken, and with whom.

use super::{CohortPlan, PlannedStep, ProgrammeAsk};
use crate::domain::{ActivityId, Level, SkillId};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// What people do together: the same step of the same skill.
type Key = (SkillId, Level, Level, Option<ActivityId>);

/// Each person's calendar: one step after the other.
struct Calendar {
    /// The first week in which each is free.
    free: Vec<u16>,
    /// Weeks that each can wait for others, so that everything that was chosen still fits.
    slack: Vec<u16>,
}

/// Gives the chosen steps their weeks, so that people who need the same step take it together where nobody loses a step by that.
///
/// Steps that close most of all gaps per hour come first, and those of a skill in their order. A cohort begins when the last of its people
/// is free, and takes the pace of the one with the least time.
pub(super) fn lay(
    ask: &ProgrammeAsk<'_>,
    mut steps: Vec<PlannedStep>,
    progress: &mut impl FnMut(f64) -> ControlFlow<()>,
) -> Option<(Vec<PlannedStep>, Vec<CohortPlan>)> {
    let n = ask.organisation.people.len();
    let mut calendar = Calendar { free: vec![0; n], slack: vec![ask.weeks; n] };
    let mut shared: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (at, step) in steps.iter().enumerate() {
        calendar.slack[step.person] -= step.weeks;
        let key = (step.skill.clone(), step.from, step.to, step.activity.clone());
        shared.entry(key).or_default().push(at);
    }
    let shared = in_order(shared, &steps);
    let mut cohorts = Vec::new();
    for (done, members) in shared.iter().enumerate() {
        progress(done as f64 / shared.len() as f64).is_continue().then_some(())?;
        let mut waiting = members.clone();
        waiting.sort_by_key(|at| (calendar.free[steps[*at].person], steps[*at].person));
        while !waiting.is_empty() {
            let n_together = calendar.gather(&steps, &waiting, ask.own.cohort as usize);
            let together: Vec<usize> = waiting.drain(..n_together).collect();
            let (week, weeks) = calendar.begin(&steps, &together);
            let cohort = (together.len() > 1).then_some(cohorts.len());
            for at in &together {
                calendar.keep(&mut steps[*at], week, weeks);
                steps[*at].cohort = cohort;
            }
            if cohort.is_some() {
                cohorts.push(cohort_of(&steps, &together));
            }
        }
    }
    progress(1.0).is_continue().then_some((steps, cohorts))
}

/// The shared steps, those of most value per hour first; within a skill, those that start lower first.
fn in_order(shared: BTreeMap<Key, Vec<usize>>, steps: &[PlannedStep]) -> Vec<Vec<usize>> {
    let per_hour = |members: &[usize]| {
        let hours: f64 = members.iter().map(|at| f64::from(steps[*at].hours)).sum();
        members.iter().map(|at| steps[*at].value).sum::<f64>() / hours
    };
    let mut ordered: Vec<(f64, Vec<usize>)> = Vec::new();
    let mut before: Option<(SkillId, f64)> = None;
    for ((skill, ..), members) in shared {
        let own = per_hour(&members);
        // No step comes before one of its skill that starts lower.
        let rank = before.filter(|(known, _)| *known == skill).map_or(own, |(_, rank)| rank.min(own));
        ordered.push((rank, members));
        before = Some((skill, rank));
    }
    ordered.sort_by(|a, b| b.0.total_cmp(&a.0));
    ordered.into_iter().map(|(_, members)| members).collect()
}

impl Calendar {
    /// How many of those who wait, from the first one on, can begin together; the first can in any case.
    fn gather(&self, steps: &[PlannedStep], waiting: &[usize], most: usize) -> usize {
        let can_begin = |n: &usize| {
            let (week, weeks) = self.begin(steps, &waiting[..*n]);
            waiting[..*n].iter().all(|at| week + weeks <= self.last(&steps[*at]))
        };
        // They wait in the order in which they are free: if one more is too late for somebody, so are all after.
        (2..=most.min(waiting.len())).take_while(can_begin).last().unwrap_or(1)
    }

    /// The week by which a step has to be over, so that what comes after it fits.
    fn last(&self, step: &PlannedStep) -> u16 {
        self.free[step.person] + step.weeks + self.slack[step.person]
    }

    /// When people can begin together, and how many weeks it takes them.
    fn begin(&self, steps: &[PlannedStep], together: &[usize]) -> (u16, u16) {
        let of = |value: &dyn Fn(&PlannedStep) -> u16| together.iter().map(|at| value(&steps[*at])).max();
        (of(&|step| self.free[step.person]).unwrap_or(0), of(&|step| step.weeks).unwrap_or(0))
    }

    fn keep(&mut self, step: &mut PlannedStep, week: u16, weeks: u16) {
        let over = week + weeks;
        self.slack[step.person] = self.last(step).saturating_sub(over);
        self.free[step.person] = over;
        (step.week, step.weeks) = (week, weeks);
    }
}

fn cohort_of(steps: &[PlannedStep], together: &[usize]) -> CohortPlan {
    let step = &steps[together[0]];
    let mut people: Vec<usize> = together.iter().map(|at| steps[*at].person).collect();
    people.sort_unstable();
    let (skill, activity) = (step.skill.clone(), step.activity.clone());
    CohortPlan { skill, to: step.to, activity, week: step.week, weeks: step.weeks, people }
}
