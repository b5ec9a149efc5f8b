//! Which activities can take a person up a skill, and what each stretch of the way is worth.

use crate::catalog::Catalog;
use crate::domain::{Arrangement, Kind, Level, Mix, Prerequisite, SkillIx};
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
#[derive(Clone, Default)]
struct Goal<'a> {
    level: Level,
    /// What each role says of it that asks for it.
    items: Vec<&'a GapItem>,
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
    pub(super) fn of(&self, items: impl Iterator<Item = &'a GapItem>) -> BTreeMap<SkillIx, Ladder> {
        let mut goals: BTreeMap<SkillIx, Goal<'_>> = BTreeMap::new();
        for item in items.filter(|item| item.is_open()) {
            let goal = goals.entry(item.skill).or_default();
            goal.level = goal.level.max(item.asked);
            goal.items.push(item);
        }
        let mut todo: Vec<SkillIx> = goals.keys().copied().collect();
        let mut ladders = BTreeMap::new();
        while let Some(skill) = todo.pop() {
            let Some(goal) = goals.get(&skill) else { continue };
            let ladder = self.ladder(skill, goal);
            for first in ladder.steps.iter().flat_map(|step| self.lacking(step)) {
                let goal = goals.entry(first.skill).or_default();
                if goal.level < first.at_least {
                    goal.level = first.at_least;
                    todo.push(first.skill);
                }
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

    fn ladder(&self, skill: SkillIx, goal: &Goal<'_>) -> Ladder {
        let from = self.standing.level(skill);
        let credit = goal.items.iter().map(|item| credit(item)).fold(0.0, f64::max);
        let stretches = self.stretches(from, goal);
        let saving = (1.0 - self.policy.adjacency_saving * credit) * self.with_mentor(skill);
        let known = self.catalog.activities_for(skill).filter(|way| way.to > from && self.is_wanted(way.id.as_str()));
        let mut steps: Vec<Step> = known.map(|way| from_activity(way, way.from.max(from), saving)).collect();
        steps.retain(|step| stretches.iter().any(|stretch| Ladder::covers(step, stretch)));
        if let Some(trainable) = self.catalog.skill(skill).filter(|skill| skill.trainable) {
            let factor = self.policy.breadth_factor(trainable.breadth) * saving;
            for stretch in &stretches {
                for kind in generic_kinds(stretch.from) {
                    let ends = [stretch.from, stretch.to];
                    let step = generic(trainable.id.as_str(), skill, ends, kind, factor, self.policy);
                    let is_pinned = self.arrangement.pins.contains_key(&step.activity);
                    let lacks = || self.is_wanted(step.activity.as_str()) && self.lacks(&steps, stretch, kind);
                    if is_pinned || lacks() {
                        steps.push(step);
                    }
                }
            }
        }
        Ladder { stretches, steps }
    }

    /// Whether nothing covers a stretch yet; where a mix is wished, nothing of the part that the kind belongs to.
    fn lacks(&self, steps: &[Step], stretch: &Stretch, kind: Kind) -> bool {
        let is_like = |step: &Step| self.arrangement.mix.is_none() || Mix::part_of(step.kind) == Mix::part_of(kind);
        !steps.iter().any(|step| Ladder::covers(step, stretch) && is_like(step))
    }

    /// What a mentor leaves of the hours, where one helps.
    fn with_mentor(&self, skill: SkillIx) -> f64 {
        let skill = self.catalog.skill(skill);
        let helps = skill.is_some_and(|skill| self.arrangement.mentors.contains(&skill.id));
        if helps { 1.0 - self.policy.mentor_saving } else { 1.0 }
    }

    fn stretches(&self, from: Level, goal: &Goal<'_>) -> Vec<Stretch> {
        let worth = |from: Level, to: Level| {
            let rises = goal.items.iter().map(|item| {
                let fit = |level: Level| fit_of(level.min(item.asked), item.asked, credit(item), self.policy);
                item.weight * (fit(to) - fit(from))
            });
            rises.sum()
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

/// How much a neighbouring skill counts for what is asked.
fn credit(item: &GapItem) -> f64 {
    item.neighbour.map_or(0.0, |neighbour| neighbour.credit)
}
