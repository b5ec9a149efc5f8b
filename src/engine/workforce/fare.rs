//! What one move costs, part by part.

use super::asking::Want;
use super::effort::Efforts;
use super::{OrgPolicy, Prices};
use crate::domain::{Level, SkillId};
use serde::{Deserialize, Serialize};

/// No pair costs more than this, or brings more: a million euros.
const DEAREST: f64 = 1_000_000.0;

/// What is missing of one skill, and what it takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// The skill.
    pub skill: SkillId,
    /// The level that is there; none is unrated and reckons as level 0.
    pub from: Option<Level>,
    /// The level that is asked.
    pub to: Level,
    /// Hours of the shortest way up; 0 for what cannot be trained.
    pub hours: u32,
    /// Fees, in euros.
    pub fees: u32,
}

/// The parts of what it costs that somebody takes a seat. They add up to what the assignment reckons with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Fare {
    /// Hours to learn what is missing.
    pub hours: u32,
    /// Those hours, in euros.
    pub learning: f64,
    /// Fees, in euros.
    pub fees: f64,
    /// What any move costs, in euros; 0 for who stays.
    pub moving: f64,
    /// What the wish is worth that it grants, in euros, taken off.
    pub wish: f64,
    /// Which wish it grants, counted from 0.
    pub wish_place: Option<usize>,
}

impl Fare {
    /// All of it, in euros.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.learning + self.fees + self.moving - self.wish
    }

    /// As the assignment takes it.
    pub(super) fn whole(&self) -> i32 {
        self.total().clamp(-DEAREST, DEAREST).round() as i32
    }
}

/// A person in front of a position.
pub(super) struct Pair<'a> {
    pub(super) wants: &'a [Want],
    /// The person's levels by column.
    pub(super) levels: &'a [Option<Level>],
    /// Whether they hold it already.
    pub(super) stays: bool,
    /// Which of their wishes it is.
    pub(super) wish: Option<usize>,
}

impl Pair<'_> {
    /// Whether something that the position cannot do without is too far away. What is not rated is not known to be.
    pub(super) fn is_out_of_reach(&self, own: &OrgPolicy) -> bool {
        self.wants.iter().map(|want| &want.asked).filter(|asked| asked.must).any(|asked| {
            let level = asked.level_in(self.levels);
            level.is_some_and(|level| asked.level - level > own.must_reach)
        })
    }

    pub(super) fn fare(&self, efforts: &mut Efforts<'_>, prices: &Prices) -> Fare {
        let (mut hours, mut fees) = (0, 0);
        for want in self.wants {
            let effort = efforts.from(want.effort, want.asked.level_in(self.levels).unwrap_or_default());
            hours += effort.hours;
            fees += effort.fees;
        }
        Fare {
            hours,
            learning: f64::from(hours) * prices.hour,
            fees: f64::from(fees),
            moving: if self.stays { 0.0 } else { prices.moving },
            wish: self.wish.map_or(0.0, |place| prices.wish * 0.5_f64.powi(place.min(30) as i32)),
            wish_place: self.wish,
        }
    }

    pub(super) fn missing(&self, efforts: &mut Efforts<'_>) -> Vec<Missing> {
        let short = self.wants.iter().filter_map(|want| {
            let from = want.asked.level_in(self.levels);
            let effort = efforts.from(want.effort, from.unwrap_or_default());
            let is_short = from.unwrap_or_default() < want.asked.level;
            is_short.then(|| Missing {
                skill: want.asked.skill.clone(),
                from,
                to: want.asked.level,
                hours: effort.hours,
                fees: effort.fees,
            })
        });
        short.collect()
    }
}
