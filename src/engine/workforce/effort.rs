//! What it takes to climb a skill, looked up by the million.

use crate::catalog::Catalog;
use crate::domain::{Breadth, Level, SkillId, SkillIx};
use crate::engine::{Policy, climb};
use std::collections::BTreeMap;

/// What one way up takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Effort {
    pub(super) hours: u32,
    /// Fees in euros.
    pub(super) fees: u32,
}

/// The ways up to one level of one skill.
struct Line {
    place: Option<SkillIx>,
    goal: Level,
    /// By the level that they start from, in tenths, as far as somebody has asked.
    known: [Option<Effort>; 51],
}

/// Hours and fees of the shortest way from any level of a skill to any other, each reckoned once. Hours are those of the ladder
/// alone: what a neighbouring skill would save differs from person to person and is left out, so they are rather too many.
pub(super) struct Efforts<'a> {
    catalog: &'a Catalog,
    policy: &'a Policy,
    lines: Vec<Line>,
    places: BTreeMap<(SkillId, Level), usize>,
}

impl<'a> Efforts<'a> {
    pub(super) fn of(catalog: &'a Catalog, policy: &'a Policy) -> Self {
        Self { catalog, policy, lines: Vec::new(), places: BTreeMap::new() }
    }

    /// The line of a skill and a level; a skill that no catalogue has is as much to learn as an ordinary one.
    pub(super) fn line(&mut self, skill: &SkillId, place: Option<SkillIx>, goal: Level) -> usize {
        let next = self.lines.len();
        let at = *self.places.entry((skill.clone(), goal)).or_insert(next);
        if at == next {
            self.lines.push(Line { place, goal, known: [None; 51] });
        }
        at
    }

    /// What it takes to come from a level to that of a line; nothing where it is reached or cannot be trained.
    pub(super) fn from(&mut self, line: usize, level: Level) -> Effort {
        let Some(line) = self.lines.get_mut(line).filter(|line| level < line.goal) else { return Effort::default() };
        let Some(known) = line.known.get_mut(usize::from(u8::from(level))) else { return Effort::default() };
        *known.get_or_insert_with(|| match line.place {
            Some(place) => {
                let steps = climb(self.catalog, place, level, line.goal, 0.0, self.policy);
                Effort {
                    hours: steps.iter().map(|step| u32::from(step.hours)).sum(),
                    fees: steps.iter().map(|step| step.cost).sum(),
                }
            }
            None => Effort { hours: unheard_of(level, line.goal, self.policy), fees: 0 },
        })
    }
}

/// Hours of engine.md 7 for a skill of ordinary breadth.
fn unheard_of(from: Level, goal: Level, policy: &Policy) -> u32 {
    let (mut level, mut hours) = (from, 0.0);
    while level < goal {
        let to = level.step_towards(goal);
        hours += policy.hours[usize::from(level.rung().min(4))] * (to - level);
        level = to;
    }
    (hours * policy.breadth_factor(Breadth::Skill)).round() as u32
}
