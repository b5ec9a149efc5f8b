//! Whether a programme was worth it, on Kirkpatrick's four levels: liked, learnt, used, brought (engine.md 9).

use super::{OrgPolicy, line};
use crate::domain::{Outcome, PersonId, Programme, SkillId, Usage, sorted};
use std::collections::BTreeMap;

/// What became of a skill.
#[derive(Clone, Debug, PartialEq)]
pub struct SkillGain {
    /// The skill.
    pub skill: SkillId,
    /// People rated before and after.
    pub people: usize,
    /// Their levels; none of too few.
    pub levels: Option<Levels>,
    /// Hours of everybody who worked on it, rated or not.
    pub hours: u32,
}

/// Levels before and after, of several people together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levels {
    /// Their mean level before.
    pub before: f64,
    /// Their mean level after.
    pub after: f64,
    /// How many of them were rated lower afterwards: information, not a fault.
    pub fell: usize,
}

impl SkillGain {
    /// Levels that were gained on average; negative where levels fell. None of too few.
    #[must_use]
    pub fn gain(&self) -> Option<f64> {
        self.levels.map(|levels| levels.after - levels.before)
    }
}

/// A programme, evaluated. What people said of it and where they stand is shown of `k` people or more.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgrammeReport {
    /// The programme.
    pub name: Box<str>,
    /// Level 1: the mean of what people gave it, 1 to 5, and how many did. None of too few.
    pub liked: Option<(f64, usize)>,
    /// Level 2: skill by skill, the most hours first.
    pub learnt: Vec<SkillGain>,
    /// Level 3: how many people use none of it yet, some of it sometimes, some of it often. None of too few. Numbers in it that are themselves small are hidden.
    pub used: Option<[Option<u32>; 3]>,
    /// Level 4: what it cost and what it brought in euros, by the organisation's own figures.
    pub brought: [Option<u32>; 2],
    /// Hours of everybody.
    pub hours: u32,
}

impl ProgrammeReport {
    /// What it brought for each euro that it cost, less that euro: `(benefit - cost) / cost`. None without a cost, or without a benefit said.
    #[must_use]
    pub fn pays(&self) -> Option<f64> {
        let [cost, benefit] = self.brought;
        let (cost, benefit) = (f64::from(cost?), f64::from(benefit?));
        (cost > 0.0).then(|| (benefit - cost) / cost)
    }
}

/// What became of a programme. One without outcomes has an empty report, with its own figures.
#[must_use]
pub fn evaluated(programme: &Programme, own: &OrgPolicy) -> ProgrammeReport {
    let mut skills: BTreeMap<&SkillId, Vec<&Outcome>> = BTreeMap::new();
    for outcome in &programme.outcomes {
        skills.entry(&outcome.skill).or_default().push(outcome);
    }
    let k = own.least();
    let learnt = skills.into_iter().map(|(skill, outcomes)| gain(skill, &outcomes, k as usize));
    let said = said(programme);
    let liked: Vec<f64> = said.iter().filter_map(|said| said.liked()).collect();
    let mean = liked.iter().sum::<f64>() / liked.len() as f64;
    let used = Usage::ALL.map(|usage| said.iter().filter(|said| said.used == Some(usage)).count() as u32);
    let mut shown = [None; 3];
    shown.copy_from_slice(&line(&used, k));
    ProgrammeReport {
        name: programme.name.clone(),
        liked: (liked.len() >= k as usize).then_some((mean, liked.len())),
        hours: programme.outcomes.iter().map(|outcome| u32::from(outcome.hours)).sum(),
        learnt: sorted(learnt, |a, b| b.hours.cmp(&a.hours)),
        used: (used.iter().sum::<u32>() >= k).then_some(shown),
        brought: [programme.cost, programme.benefit],
    }
}

/// What one person said of a programme, over everything that they learnt in it.
#[derive(Default)]
struct Said {
    marks: u32,
    n_marks: u32,
    /// The most that they use any of it.
    used: Option<Usage>,
}

impl Said {
    fn liked(&self) -> Option<f64> {
        (self.n_marks > 0).then(|| f64::from(self.marks) / f64::from(self.n_marks))
    }
}

/// By person, since one who learnt five skills is not five people.
fn said(programme: &Programme) -> Vec<Said> {
    let mut people: BTreeMap<&PersonId, Said> = BTreeMap::new();
    for outcome in &programme.outcomes {
        let said = people.entry(&outcome.person).or_default();
        said.marks += outcome.liked.map_or(0, u32::from);
        said.n_marks += u32::from(outcome.liked.is_some());
        said.used = said.used.max(outcome.used);
    }
    people.into_values().collect()
}

fn gain(skill: &SkillId, outcomes: &[&Outcome], k: usize) -> SkillGain {
    let rated = || outcomes.iter().filter_map(|outcome| Some((outcome.before?, outcome.after?)));
    let people = rated().count();
    let mean = |sum: f64| sum / people as f64;
    let levels = || Levels {
        before: mean(rated().map(|(before, _)| before.value()).sum()),
        after: mean(rated().map(|(_, after)| after.value()).sum()),
        fell: rated().filter(|(before, after)| after < before).count(),
    };
    SkillGain {
        skill: skill.clone(),
        people,
        levels: (people >= k).then(levels),
        hours: outcomes.iter().map(|outcome| u32::from(outcome.hours)).sum(),
    }
}
