//! Which steps a plan is made of, what each is worth, and what has to come before it.

use crate::catalog::Catalog;
use crate::domain::{Level, Prerequisite, SkillIx, map_of};
use crate::engine::{GapItem, GapReport, Held, Policy, Standing, Step, climb};
use std::collections::BTreeMap;

/// A step, with its worth and its order.
#[derive(Clone, Debug)]
pub(super) struct Need {
    pub(super) step: Step,
    /// Weighted fit for each hour; a step that only opens the way has the worth of what it opens.
    pub(super) priority: f64,
    /// Needs (by place in the list) that have to end before this one begins.
    pub(super) before: Vec<usize>,
}

/// How far a skill has to be taken, and why it matters.
#[derive(Clone, Copy)]
struct Goal {
    level: Level,
    credit: f64,
    priority: f64,
}

/// The needs of a gap, skill by skill, each skill's steps in order.
pub(super) fn needs(catalog: &Catalog, standing: &Standing, gap: &GapReport, policy: &Policy) -> Vec<Need> {
    let open = gap.items.iter().filter(|item| item.is_open());
    let mut goals: BTreeMap<SkillIx, Goal> = map_of(open.map(|item| (item.skill, goal(item))));
    add_prerequisites(catalog, standing, &mut goals, policy);

    let mut needs: Vec<Need> = Vec::new();
    for (skill, goal) in &goals {
        let from = standing.level(*skill);
        for step in climb(catalog, *skill, from, goal.level, goal.credit, policy) {
            let below = needs.len().checked_sub(1).filter(|_| step.from > from);
            let before = below.into_iter().collect();
            needs.push(Need { step, priority: goal.priority, before });
        }
    }
    for at in 0..needs.len() {
        for first in prerequisites(catalog, &needs[at].step) {
            let opens = |need: &Need| need.step.skill == first.skill && need.step.to >= first.at_least;
            if is_lacking(standing, first) {
                let opener = needs.iter().position(opens);
                needs[at].before.extend(opener);
            }
        }
    }
    needs
}

fn goal(item: &GapItem) -> Goal {
    let credit = item.neighbour.map_or(0.0, |neighbour| neighbour.credit);
    Goal { level: item.asked, credit, priority: item.priority }
}

/// Skills that the role does not ask for, but that have to come first, join the goals with the worth of what they open.
fn add_prerequisites(catalog: &Catalog, standing: &Standing, goals: &mut BTreeMap<SkillIx, Goal>, policy: &Policy) {
    let mut open: Vec<SkillIx> = goals.keys().copied().collect();
    while let Some(skill) = open.pop() {
        let (Some(found), Some(goal)) = (catalog.skill(skill), goals.get(&skill).copied()) else {
            continue;
        };
        // An activity can lead beyond the goal, and what it needs on that way counts too.
        let from = standing.level(skill);
        let reach = climb(catalog, skill, from, goal.level, goal.credit, policy).last().map_or(from, |step| step.to);
        for first in &found.prerequisites {
            let is_on_the_way = first.level <= reach && first.level > from;
            if !is_on_the_way || !is_lacking(standing, first) {
                continue;
            }
            let known = goals.get(&first.skill).copied();
            let raised = Goal {
                level: known.map_or(first.at_least, |known| known.level.max(first.at_least)),
                credit: known.map_or(0.0, |known| known.credit),
                priority: known.map_or(goal.priority, |known| known.priority.max(goal.priority)),
            };
            if known.is_none_or(|known| raised.level > known.level || raised.priority > known.priority) {
                goals.insert(first.skill, raised);
                open.push(first.skill);
            }
        }
    }
}

/// What has to be held before a step begins: the prerequisites of every level that the step passes.
fn prerequisites<'a>(catalog: &'a Catalog, step: &Step) -> impl Iterator<Item = &'a Prerequisite> + use<'a> {
    let skill = catalog.skill(step.skill).into_iter().flat_map(|skill| &skill.prerequisites);
    let (from, to) = (step.from, step.to);
    skill.filter(move |first| first.level > from && first.level <= to)
}

/// Whether a prerequisite is still to be learnt. One that the person calls not applicable is not asked of them here either.
fn is_lacking(standing: &Standing, first: &Prerequisite) -> bool {
    let held = standing.held(first.skill);
    held != Held::NotApplicable && held.level() < first.at_least
}
