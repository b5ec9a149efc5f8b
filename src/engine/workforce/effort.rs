//! What it takes to climb a skill, looked up by the million.

use crate::catalog::Catalog;
use crate::domain::{ActivityId, Breadth, Level, SkillId, SkillIx};
use crate::engine::{Policy, climb};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What one way up takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Effort {
    pub(super) hours: u32,
    /// Fees in euros.
    pub(super) fees: u32,
}

/// One step of a way up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rung {
    /// What is done, where the catalogue has an activity for it.
    pub(super) activity: Option<ActivityId>,
    pub(super) from: Level,
    pub(super) to: Level,
    pub(super) hours: u32,
    pub(super) fees: u32,
    /// The most hours that it can take in a week.
    pub(super) weekly: u8,
}

/// The ways up to one level of one skill.
#[derive(Debug)]
struct Line {
    place: Option<SkillIx>,
    goal: Level,
    /// By the level that they start from, in tenths, as far as somebody has asked.
    known: Vec<Option<(Effort, Rc<[Rung]>)>>,
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
            let known = vec![None; usize::from(u8::from(Level::TOP))];
            self.lines.push(Line { place, goal, known });
        }
        at
    }

    /// What it takes to come from a level to that of a line; nothing where it is reached or cannot be trained.
    pub(super) fn from(&mut self, line: usize, level: Level) -> Effort {
        self.way(line, level).map(|(effort, _)| *effort).unwrap_or_default()
    }

    /// The steps from a level to that of a line.
    pub(super) fn rungs(&mut self, line: usize, level: Level) -> Rc<[Rung]> {
        self.way(line, level).map_or_else(|| Rc::from([]), |(_, rungs)| rungs.clone())
    }

    fn way(&mut self, line: usize, level: Level) -> Option<&(Effort, Rc<[Rung]>)> {
        let Line { place, goal, known } = self.lines.get_mut(line).filter(|line| level < line.goal)?;
        let known = known.get_mut(usize::from(u8::from(level)))?;
        Some(known.get_or_insert_with(|| {
            let rungs = match place {
                Some(place) => climbed(self.catalog, *place, [level, *goal], self.policy),
                None => generic([level, *goal], Breadth::Skill, self.policy),
            };
            let effort = Effort {
                hours: rungs.iter().map(|rung| rung.hours).sum(),
                fees: rungs.iter().map(|rung| rung.fees).sum(),
            };
            (effort, rungs.into())
        }))
    }
}

fn climbed(catalog: &Catalog, skill: SkillIx, [from, goal]: [Level; 2], policy: &Policy) -> Vec<Rung> {
    let steps = climb(catalog, skill, from, goal, 0.0, policy).into_iter();
    let rungs = steps.map(|step| Rung {
        activity: catalog.find_activity(&step.activity).map(|activity| activity.id.clone()),
        from: step.from,
        to: step.to,
        hours: step.hours.into(),
        fees: step.cost,
        weekly: step.weekly,
    });
    rungs.collect()
}

/// The steps from a level to another that cost nothing: those of no activity, with the hours of engine.md 7. A skill that no
/// catalogue has is as much to learn as an ordinary one.
pub(super) fn free(catalog: &Catalog, skill: &SkillId, ends: [Level; 2], policy: &Policy) -> Vec<Rung> {
    let known = catalog.find_skill(skill).and_then(|place| catalog.skill(place));
    generic(ends, known.map_or(Breadth::Skill, |skill| skill.breadth), policy)
}

fn generic([from, goal]: [Level; 2], breadth: Breadth, policy: &Policy) -> Vec<Rung> {
    let factor = policy.breadth_factor(breadth);
    let levels = std::iter::successors(Some(from), |level| Some(level.step_towards(goal)));
    let rungs = levels.take_while(|level| *level < goal).map(|from| {
        let to = from.step_towards(goal);
        let hours = policy.hours[usize::from(from.rung().min(4))] * (to - from) * factor;
        Rung { activity: None, from, to, hours: hours.round().max(1.0) as u32, fees: 0, weekly: u8::MAX }
    });
    rungs.collect()
}
