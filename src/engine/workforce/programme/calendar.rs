//! When each step is taken, and with whom.

use super::{CohortPlan, PlannedStep, ProgrammeAsk};
use crate::domain::{ActivityId, Level, SkillId, sorted};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// What people do together: the same step of the same skill.
type Key<'a> = (&'a SkillId, Level, Level, Option<&'a ActivityId>);

/// Each person's calendar: one step after the other.
struct Calendar {
    /// The first week in which each is free.
    free: Vec<u16>,
    /// Weeks that each can wait for others, so that everything that was chosen still fits.
    slack: Vec<u16>,
}

/// Gives the chosen steps their weeks, so that people who need the same step take it together where nobody loses a step by that.
///
/// Steps that close most of all gaps per hour come first, and each after those that it waits for. A cohort begins when the last of its
/// people is free, and takes the pace of the one with the least time.
pub(super) fn lay(
    ask: &ProgrammeAsk<'_>,
    mut steps: Vec<PlannedStep>,
    after: &[Vec<usize>],
    progress: &mut impl FnMut(f64) -> ControlFlow<()>,
) -> Option<(Vec<PlannedStep>, Vec<CohortPlan>)> {
    let n = ask.organisation.people.len();
    let mut calendar = Calendar { free: vec![0; n], slack: vec![ask.weeks; n] };
    for step in &steps {
        calendar.slack[step.person] -= step.weeks;
    }
    let mut todo = in_order(&steps, after);
    let mut is_laid = vec![false; steps.len()];
    let mut cohorts = Vec::new();
    let (most, mut done) = (steps.len().max(1), 0);
    // Each round lays those that wait for nothing any more; there are more rounds than one where people need the same steps in another order.
    while !todo.is_empty() {
        let mut later = Vec::new();
        for members in todo {
            progress(done as f64 / most as f64).is_continue().then_some(())?;
            let (mut waiting, rest): (Vec<usize>, Vec<usize>) =
                members.into_iter().partition(|at| after[*at].iter().all(|first| is_laid[*first]));
            done += waiting.len();
            waiting.iter().for_each(|at| is_laid[*at] = true);
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
            if !rest.is_empty() {
                later.push(rest);
            }
        }
        todo = later;
    }
    progress(1.0).is_continue().then_some((steps, cohorts))
}

/// The steps that people share, those of most value per hour first, and none before one that it waits for, as far as all people agree on that.
fn in_order(steps: &[PlannedStep], after: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut shared: BTreeMap<Key<'_>, Vec<usize>> = BTreeMap::new();
    for (at, step) in steps.iter().enumerate() {
        let key = (&step.skill, step.from, step.to, step.activity.as_ref());
        shared.entry(key).or_default().push(at);
    }
    let mut groups: Vec<Vec<usize>> = shared.into_values().collect();
    let mut group_of = vec![0; steps.len()];
    for (group, members) in groups.iter().enumerate() {
        members.iter().for_each(|at| group_of[*at] = group);
    }
    let per_hour = |members: &Vec<usize>| {
        let hours: f64 = members.iter().map(|at| f64::from(steps[*at].hours)).sum();
        members.iter().map(|at| steps[*at].value).sum::<f64>() / hours
    };
    let mut ranks: Vec<f64> = groups.iter().map(per_hour).collect();
    let mut depths = vec![0_usize; groups.len()];
    // What waits ranks no higher than what it waits for; what comes first ranks as high as the best that waits for it. Steps stand in the order
    // in which they were chosen, so that one pass each way is enough but where people disagree.
    for at in (0..steps.len()).rev() {
        for first in &after[at] {
            ranks[group_of[*first]] = ranks[group_of[*first]].max(ranks[group_of[at]]);
        }
    }
    for at in 0..steps.len() {
        for first in &after[at] {
            let (first, then) = (group_of[*first], group_of[at]);
            ranks[then] = ranks[then].min(ranks[first]);
            depths[then] = depths[then].max((depths[first] + 1).min(groups.len()));
        }
    }
    let ordered = sorted(0..groups.len(), |a, b| ranks[*b].total_cmp(&ranks[*a]).then(depths[*a].cmp(&depths[*b])));
    ordered.into_iter().map(|group| std::mem::take(&mut groups[group])).collect()
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
