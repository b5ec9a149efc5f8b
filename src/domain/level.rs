//! The one ladder of levels (engine.md 1): 0 none, 1 aware, 2 guided, 3 independent, 4 leads, 5 shapes.

use serde::{Deserialize, Serialize};

/// A level from 0 to 5, kept in tenths, because other frameworks map between the rungs (O*NET 4.1 of 7 is 2.9).
///
/// A person picks whole levels. *Unrated* and *not applicable* are never a level: see [`Answer`](super::Answer).
///
/// ```
/// use skillstead::domain::Level;
/// let asked = Level::from_onet(4.12)?;
/// assert_eq!(asked.value(), 2.9);
/// assert_eq!(Level::whole(3)? - asked, 0.1);
/// assert!(Level::whole(6).is_err());
/// # Ok::<(), skillstead::domain::LevelError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

/// A number that is no level.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("{0} is not a level")]
pub struct LevelError(pub f64);

impl Level {
    /// Has not met it.
    pub const NONE: Self = Self(0);
    /// Knows what it is, does it with help.
    pub const AWARE: Self = Self(10);
    /// Solves the hard cases and teaches others: the mentor line.
    pub const LEADS: Self = Self(40);
    /// The top of the ladder.
    pub const TOP: Self = Self(50);

    /// A whole level, 0 to 5.
    ///
    /// # Errors
    /// Where `level` is above 5.
    pub fn whole(level: u8) -> Result<Self, LevelError> {
        if level <= 5 { Ok(Self(level * 10)) } else { Err(LevelError(f64::from(level))) }
    }

    /// O*NET's level scale, 0 to 7, as `level * 5/7` (engine.md 1), rounded to a tenth.
    ///
    /// # Errors
    /// Where `level` is no number between 0 and 7.
    pub fn from_onet(level: f64) -> Result<Self, LevelError> {
        if (0.0..=7.0).contains(&level) { Ok(Self((level * 50.0 / 7.0).round() as u8)) } else { Err(LevelError(level)) }
    }

    /// The level as a number from 0.0 to 5.0.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 10.0
    }

    /// The whole rung at or below: 2.9 is on rung 2.
    #[must_use]
    pub fn rung(self) -> u8 {
        self.0 / 10
    }

    /// The nearest whole rung, for words: 2.9 reads as level 3.
    #[must_use]
    pub fn nearest(self) -> u8 {
        (self.0 + 5) / 10
    }

    /// The next whole level above, but never beyond `goal`: the end of the next step of a way up to `goal`.
    #[must_use]
    pub fn step_towards(self, goal: Self) -> Self {
        Self(((self.0 / 10 + 1) * 10).min(goal.0).max(self.0))
    }
}

impl std::ops::Sub for Level {
    type Output = f64;

    /// How far apart two levels are, in rungs; negative where `other` is higher.
    fn sub(self, other: Self) -> f64 {
        (f64::from(self.0) - f64::from(other.0)) / 10.0
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

impl TryFrom<u8> for Level {
    type Error = LevelError;

    /// From tenths, as they are stored.
    fn try_from(tenths: u8) -> Result<Self, LevelError> {
        if tenths <= 50 { Ok(Self(tenths)) } else { Err(LevelError(f64::from(tenths) / 10.0)) }
    }
}
