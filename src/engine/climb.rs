//! The steps that take a person from one level of a skill to another.

use super::Policy;
use crate::catalog::Catalog;
use crate::domain::{Activity, ActivityId, Kind, Level, SkillIx};

/// One activity on the way up a skill: from the catalogue, or a generic one where the catalogue has none.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The activity; a generic one is called `generic:<kind>:<skill>:<level in tenths>`.
    pub activity: ActivityId,
    /// The skill that it raises.
    pub skill: SkillIx,
    /// What kind of learning it is.
    pub kind: Kind,
    /// The level before.
    pub from: Level,
    /// The level after.
    pub to: Level,
    /// Likely hours in all.
    pub hours: u16,
    /// The most hours that it can take in a week.
    pub weekly: u8,
    /// Its cost in euros.
    pub cost: u32,
}

/// The kind of a generic step, by the rung that it starts from: taught at first, then at work, then with people.
const GENERIC: [Kind; 5] = [Kind::Course, Kind::Project, Kind::Stretch, Kind::Mentoring, Kind::Teaching];

/// The kinds of generic steps from a level: the one that suits it first, then every other.
pub(super) fn generic_kinds(from: Level) -> impl Iterator<Item = Kind> {
    let first = GENERIC[usize::from(from.rung().min(4))];
    [first].into_iter().chain(Kind::ALL.into_iter().filter(move |kind| *kind != first))
}

/// A generic step takes as many hours a week as there are.
const GENERIC_WEEKLY: u8 = u8::MAX;

/// The steps from `from` up to `goal`, in order; none where the goal is reached, the skill is unknown, or it is one that
/// cannot be trained.
///
/// Each step takes the activity of the catalogue that gains most per hour; where there is none, a generic one of
/// engine.md 7, whose hours are those of the rung times the breadth times `1 - 0.4 * credit`.
#[must_use]
pub fn climb(catalog: &Catalog, skill: SkillIx, from: Level, goal: Level, credit: f64, policy: &Policy) -> Vec<Step> {
    let mut steps = Vec::new();
    let Some(trainable) = catalog.skill(skill).filter(|skill| skill.trainable) else {
        return steps;
    };
    let saving = 1.0 - policy.adjacency_saving * credit;
    let factor = policy.breadth_factor(trainable.breadth) * saving;
    let mut level = from;
    while level < goal {
        let known = best_activity(catalog, skill, level, goal);
        let step = match known {
            Some(activity) => from_activity(activity, level, saving),
            None => {
                let kind = GENERIC[usize::from(level.rung().min(4))];
                generic(trainable.id.as_str(), skill, [level, level.step_towards(goal)], kind, factor, policy)
            }
        };
        level = step.to;
        steps.push(step);
    }
    steps
}

/// The activity that can begin at `level` and gains most per hour on the way to `goal`; the first id wins a tie.
fn best_activity(catalog: &Catalog, skill: SkillIx, level: Level, goal: Level) -> Option<&Activity> {
    let gain = |way: &Activity| (way.to.min(goal) - level) / f64::from(way.hours.max(1));
    let ways = catalog.activities_for(skill).filter(|way| way.from <= level && way.to > level);
    ways.fold(None, |best, way| match best {
        Some(best) if gain(best) >= gain(way) => Some(best),
        _ => Some(way),
    })
}

/// The step that an activity is from a level on.
pub(super) fn from_activity(activity: &Activity, level: Level, saving: f64) -> Step {
    Step {
        activity: activity.id.clone(),
        skill: activity.skill,
        kind: activity.kind,
        from: level,
        to: activity.to,
        hours: whole_hours(f64::from(activity.hours) * saving),
        weekly: activity.weekly.max(1),
        cost: activity.cost,
    }
}

/// A step of no activity of the catalogue, from one level to another within a rung.
pub(super) fn generic(
    id: &str,
    skill: SkillIx,
    [from, to]: [Level; 2],
    kind: Kind,
    factor: f64,
    policy: &Policy,
) -> Step {
    let rung = usize::from(from.rung().min(4));
    Step {
        activity: format!("generic:{}:{id}:{}", kind.word(), u8::from(to)).into(),
        skill,
        kind,
        from,
        to,
        hours: whole_hours(policy.hours[rung] * (to - from) * factor),
        weekly: GENERIC_WEEKLY,
        cost: 0,
    }
}

/// Every step takes at least an hour.
fn whole_hours(hours: f64) -> u16 {
    hours.round().clamp(1.0, f64::from(u16::MAX)) as u16
}
