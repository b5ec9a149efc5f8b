//! What one person can teach another (engine.md 8).

use super::asking::Want;
use crate::domain::{Column, Level, SkillId};
use serde::{Deserialize, Serialize};

/// A skill that somebody has begun or looked at, and is to take further.
#[derive(Debug)]
pub(super) struct Open {
    skill: SkillId,
    column: Column,
    from: Level,
    to: Level,
    /// Its part of all that this person has open, by weight.
    weight: f64,
}

/// A skill that one person teaches another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Teaching {
    /// The skill.
    pub skill: SkillId,
    /// Where the learner is.
    pub from: Level,
    /// Where they want to be.
    pub to: Level,
    /// Where the teacher is.
    pub by: Level,
    /// Its part of everything that the learner has open, by weight, 0 to 1.
    pub weight: f64,
    /// What it adds to the score: the weight, as far as the teacher reaches, damped where they are too far ahead.
    pub score: f64,
    /// Whether the teacher is so far ahead that it is damped.
    pub is_damped: bool,
}

/// What a person has open, by column: what they head for asks more than they are rated at. What is not rated is unknown, and left out.
pub(super) fn open(wants: Vec<Want>, levels: &[Option<Level>]) -> Vec<Open> {
    let short = wants.into_iter().filter_map(|Want { asked, .. }| {
        let (from, column) = (asked.level_in(levels)?, asked.column?);
        (from < asked.level).then_some(Open { skill: asked.skill, column, from, to: asked.level, weight: asked.weight })
    });
    let mut open: Vec<Open> = short.collect();
    // In the order of people's ratings, so that sums over either are the same.
    open.sort_by_key(|open| open.column);
    let all: f64 = open.iter().map(|open| open.weight).sum();
    open.iter_mut().for_each(|open| open.weight /= all);
    open
}

/// From so many levels of distance on a talk is hard: the master has forgotten what is hard at first.
const FAR: f64 = 3.0;

impl Open {
    pub(super) fn column(&self) -> Column {
        self.column
    }

    /// What somebody at a level teaches here, and whether it is damped: nothing unless they are a whole level ahead, and at what is asked
    /// or at the mentor line.
    pub(super) fn taught_by(&self, teacher: Level, damping: f64) -> Option<(f64, bool)> {
        let ahead = teacher - self.from;
        if ahead < 1.0 || (teacher < self.to && teacher < Level::LEADS) {
            return None;
        }
        let is_damped = ahead > FAR;
        let reach = (ahead / (self.to - self.from)).min(1.0);
        Some((self.weight * reach * if is_damped { damping } else { 1.0 }, is_damped))
    }

    pub(super) fn teaching(&self, teacher: Level, damping: f64) -> Option<Teaching> {
        let (score, is_damped) = self.taught_by(teacher, damping)?;
        let (from, to, weight) = (self.from, self.to, self.weight);
        Some(Teaching { skill: self.skill.clone(), from, to, by: teacher, weight, score, is_damped })
    }
}
