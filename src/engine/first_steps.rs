//! What to learn first.

use super::{GapItem, GapReport, Held, Policy, Standing, Step, Way, climb};
use crate::domain::sorted;

/// The first step of each open skill, those with the most weighted fit per hour first. A skill whose first step waits for
/// another skill is left out. Empty where nothing is open.
#[must_use]
pub fn first_steps(way: &Way<'_>, standing: &Standing, gap: &GapReport, policy: &Policy) -> Vec<Step> {
    let open = gap.items.iter().filter(|item| item.is_open());
    let by_priority = sorted(open, |a, b| b.priority.total_cmp(&a.priority).then(a.skill.cmp(&b.skill)));
    let first = |item: &GapItem| {
        let credit = item.neighbour.map_or(0.0, |neighbour| neighbour.credit);
        climb(way.catalog, item.skill, item.held.level(), item.asked, credit, policy).into_iter().next()
    };
    let can_begin = |step: &Step| {
        let skill = way.catalog.skill(step.skill);
        let passed = skill.into_iter().flat_map(|skill| &skill.prerequisites);
        passed.filter(|first| first.level > step.from && first.level <= step.to).all(|first| {
            let held = standing.held(first.skill);
            held == Held::NotApplicable || held.level() >= first.at_least
        })
    };
    by_priority.into_iter().filter_map(first).filter(can_begin).collect()
}
