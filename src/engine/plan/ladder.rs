//! Which activities can take a person up a skill, and what each stretch of the way is worth.

use crate::catalog::Catalog;
use crate::domain::{Arrangement, Kind, Level, Prerequisite, SkillIx};
use crate::engine::climb::{from_activity, generic, generic_kinds};
use crate::engine::gap::fit_of;
use crate::engine::{GapItem, Held, Policy, Standing, Step};
use std::collections::BTreeMap;

/// From one level of a skill to the next whole one, or to the goal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    pub(super) from: Level,
    pub(super) to: Level,
    /// Weighted fit that it brings; 0 where the role does not ask for it and it only opens the way.
    pub(super) worth: f64,
}

/// The way up one skill.
#[derive(Clone, Debug)]
pub(super) struct Ladder {
    pub(super) stretches: Vec<Stretch>,
    /// Every activity that covers one stretch or more, alternatives among them.
    pub(super) steps: Vec<Step>,
}

impl Ladder {
    /// Whether a step takes a person over a stretch.
    pub(super) fn covers(step: &Step, stretch: &Stretch) -> bool {
        step.from <= stretch.from && step.to >= stretch.to
    }
}

/// How far a skill has to be taken.
#[derive(Clone, Copy)]
struct Goal<'a> {
    level: Level,
    /// What the role says of it, where it asks for it.
    item: Option<&'a GapItem>,
}

/// What the ladders are made from.
pub(super) struct Ladders<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) standing: &'a Standing,
    pub(super) arrangement: &'a Arrangement,
    pub(super) policy: &'a Policy,
}

impl<'a> Ladders<'a> {
    /// The ladder of each skill that is open, and of each that has to come first.
    pub(super) fn of(&self, items: &'a [GapItem]) -> BTreeMap<SkillIx, Ladder> {
        let mut goals: BTreeMap<SkillIx, Goal<'_>> = BTreeMap::new();
        let mut ladders = BTreeMap::new();
        let open = items.iter().filter(|item| item.is_open());
        let mut todo: Vec<(SkillIx, Goal<'_>)> =
            open.map(|item| (item.skill, Goal { level: item.asked, item: Some(item) })).collect();
        while let Some((skill, goal)) = todo.pop() {
            let known = goals.get(&skill).copied();
            let raised = Goal {
                level: known.map_or(goal.level, |known| known.level.max(goal.level)),
                item: known.and_then(|known| known.item).or(goal.item),
            };
            if known.is_some_and(|known| known.level == raised.level && known.item.is_some() == raised.item.is_some()) {
                continue;
            }
            goals.insert(skill, raised);
            let ladder = self.ladder(skill, raised);
            for first in ladder.steps.iter().flat_map(|step| self.lacking(step)) {
                todo.push((first.skill, Goal { level: first.at_least, item: None }));
            }
            ladders.insert(skill, ladder);
        }
        ladders
    }

    /// What has to be held before a step begins and is not: the prerequisites of every level that it passes. One that the person
    /// calls not applicable is not asked of them here either.
    pub(super) fn lacking(&self, step: &Step) -> impl Iterator<Item = &'a Prerequisite> {
        let skill = self.catalog.skill(step.skill).into_iter().flat_map(|skill| &skill.prerequisites);
        let (from, to, standing) = (step.from, step.to, self.standing);
        skill.filter(move |first| first.level > from && first.level <= to).filter(move |first| {
            let held = standing.held(first.skill);
            held != Held::NotApplicable && held.level() < first.at_least
        })
    }

    fn ladder(&self, skill: SkillIx, goal: Goal<'_>) -> Ladder {
        let from = self.standing.level(skill);
        let credit = goal.item.and_then(|item| item.neighbour).map_or(0.0, |neighbour| neighbour.credit);
        let stretches = self.stretches(from, goal, credit);
        let saving = 1.0 - self.policy.adjacency_saving * credit;
        let known = self.catalog.activities_for(skill).filter(|way| way.to > from && self.is_wanted(way.id.as_str()));
        let mut steps: Vec<Step> = known.map(|way| from_activity(way, way.from.max(from), saving)).collect();
        steps.retain(|step| stretches.iter().any(|stretch| Ladder::covers(step, stretch)));
        if let Some(trainable) = self.catalog.skill(skill).filter(|skill| skill.trainable) {
            let factor = self.policy.breadth_factor(trainable.breadth) * saving;
            for stretch in &stretches {
                let of_kind = |kind: Kind| {
                    generic(trainable.id.as_str(), skill, [stretch.from, stretch.to], kind, factor, self.policy)
                };
                let is_pinned = |step: &Step| self.arrangement.pins.contains_key(&step.activity);
                let all = || generic_kinds(stretch.from).map(of_kind);
                let is_covered = steps.iter().any(|step| Ladder::covers(step, stretch));
                let first = all().find(|step| self.is_wanted(step.activity.as_str())).filter(|_| !is_covered);
                steps.extend(all().filter(is_pinned).chain(first.filter(|step| !is_pinned(step))));
            }
        }
        Ladder { stretches, steps }
    }

    fn stretches(&self, from: Level, goal: Goal<'_>, credit: f64) -> Vec<Stretch> {
        let worth = |from: Level, to: Level| {
            let asked = goal.item.map(|item| (item, item.asked));
            asked.map_or(0.0, |(item, asked)| {
                let fit = |level: Level| fit_of(level.min(asked), asked, credit, self.policy);
                item.weight * (fit(to) - fit(from))
            })
        };
        let mut stretches = Vec::new();
        let mut level = from;
        while level < goal.level {
            let to = level.step_towards(goal.level);
            stretches.push(Stretch { from: level, to, worth: worth(level, to) });
            level = to;
        }
        stretches
    }

    fn is_wanted(&self, activity: &str) -> bool {
        !self.arrangement.declined.contains(&activity.into())
    }
}
