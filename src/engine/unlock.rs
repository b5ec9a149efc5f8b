//! The next skill: what brings most roles within reach for an hour of learning (engine.md 5).

use super::{GapItem, Policy, Transition};
use crate::domain::{Level, SkillIx, map_of, sorted};
use std::collections::BTreeMap;

/// A skill, and what it would open.
#[derive(Clone, Debug, PartialEq)]
pub struct Unlock {
    /// The skill.
    pub skill: SkillIx,
    /// The level to take it to: the highest that one of the roles asks.
    pub to: Level,
    /// Likely hours to get there.
    pub hours: f64,
    /// The roles that come within reach, by their places.
    pub opens: Vec<usize>,
    /// Fit that all roles gain together, 0 to 1 each.
    pub gain: f64,
}

/// The skills that help towards these roles, the most roles for an hour first, then the most fit for an hour, then the lower
/// place. A role is opened where its likely fit crosses `Policy::reach_from`. None where nothing is to be learnt.
#[must_use]
pub fn unlock(transitions: &[Transition], policy: &Policy) -> Vec<Unlock> {
    let mut found: BTreeMap<SkillIx, Unlock> = map_of([]);
    for transition in transitions {
        let all: f64 = transition.gap.items.iter().map(|item| item.weight).sum();
        for item in transition.gap.items.iter().filter(|item| item.is_open() && item.hours.likely > 0.0) {
            let gain = item.weighted_gap() / all.max(f64::MIN_POSITIVE);
            let entry = found.entry(item.skill).or_insert_with(|| start(item));
            entry.gain += gain;
            let fit = transition.gap.fit.likely;
            if fit < policy.reach_from && fit + gain >= policy.reach_from {
                entry.opens.push(transition.role);
            }
            if item.asked > entry.to {
                (entry.to, entry.hours) = (item.asked, item.hours.likely);
            }
        }
    }
    let per_hour = |unlock: &Unlock, value: f64| value / unlock.hours.max(1.0);
    sorted(found.into_values(), |a, b| {
        let opened = per_hour(b, b.opens.len() as f64).total_cmp(&per_hour(a, a.opens.len() as f64));
        opened.then(per_hour(b, b.gain).total_cmp(&per_hour(a, a.gain))).then(a.skill.cmp(&b.skill))
    })
}

fn start(item: &GapItem) -> Unlock {
    Unlock { skill: item.skill, to: item.asked, hours: item.hours.likely, opens: Vec::new(), gain: 0.0 }
}
