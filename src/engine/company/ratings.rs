//! What made-up people can do.

use super::dice::Dice;
use crate::catalog::Catalog;
use crate::domain::{Column, Held, Level, Need, Rater, Role, SkillId, Willing};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// How many skills are rated of somebody at the least, where the catalogue has as many.
const RATED: usize = 20;
/// The most that chance adds to a level or takes from it.
const NOISE: f64 = 1.8;
/// Ratings are no older than this many days.
const OLDEST: usize = 700;

/// How long somebody has been at this work. It is drawn to make ratings and is not kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Seniority {
    Junior,
    Settled,
    Senior,
}

impl Seniority {
    pub(super) fn draw(dice: &mut Dice) -> Self {
        match dice.below(10) {
            0..3 => Self::Junior,
            3..8 => Self::Settled,
            _ => Self::Senior,
        }
    }

    /// Rungs above or below what the role asks. In digital skills it is the other way round.
    fn rungs(self, is_digital: bool) -> f64 {
        match (self, is_digital) {
            (Self::Junior, false) => -1.2,
            (Self::Junior, true) => 0.9,
            (Self::Settled, _) => 0.0,
            (Self::Senior, false) => 0.8,
            (Self::Senior, true) => -0.9,
        }
    }

    /// Whether they would mentor, and whether they would be mentored.
    pub(super) fn willing(self, dice: &mut Dice) -> (Willing, Willing) {
        let draw = |dice: &mut Dice, percent: usize| match dice.below(100) {
            at if at < percent / 2 => Willing::Gladly,
            at if at < percent => Willing::Yes,
            at if at < percent + 10 => Willing::No,
            _ => Willing::Unsaid,
        };
        let (mentor, mentee) = match self {
            Self::Junior => (15, 60),
            Self::Settled => (30, 35),
            Self::Senior => (50, 15),
        };
        (draw(dice, mentor), draw(dice, mentee))
    }
}

/// The ratings of somebody in a role: of nine in ten of the skills that it asks for, and of some that other work has taught.
pub(super) fn ratings(
    catalog: &Catalog,
    columns: &BTreeMap<SkillId, Column>,
    role: &Role,
    seniority: Seniority,
    on: NaiveDate,
    dice: &mut Dice,
) -> Vec<Held> {
    let mut levels: BTreeMap<Column, Level> = BTreeMap::new();
    let mut rate = |asked: &Role, below: f64, percent: usize, dice: &mut Dice| {
        for requirement in asked.requirements.iter().filter(|asked| asked.need != Need::Background) {
            let Some(skill) = catalog.skill(requirement.skill).filter(|_| dice.happens(percent)) else { continue };
            let Some(column) = columns.get(&skill.id) else { continue };
            let noise = dice.noise() * NOISE;
            let rungs = requirement.level.value() - below + seniority.rungs(skill.flags.digital) + noise;
            let level = Level::whole(rungs.round().clamp(0.0, 5.0) as u8).unwrap_or_default();
            levels.entry(*column).or_insert(level);
        }
        levels.len()
    };
    let mut n_rated = rate(role, 0.0, 90, dice);
    // Work that was done before, or beside: as many roles as it takes, a few at most where roles ask for little.
    for _ in 0..6 {
        if n_rated >= RATED {
            break;
        }
        if let Some(other) = dice.one(&catalog.roles) {
            n_rated = rate(other, 1.0, 50, dice);
        }
    }
    let day = |dice: &mut Dice| on.checked_sub_days(Days::new(dice.below(OLDEST) as u64));
    let days = [day(dice), day(dice), day(dice)];
    let held = levels.into_iter().map(|(column, level)| {
        let at = [0, 0, 0, 0, 0, 0, 0, 1, 1, 2][dice.below(10)];
        Held { column, level, by: Some([Rater::Own, Rater::Manager, Rater::Peer][at]), on: days[at] }
    });
    held.collect()
}
