//! Other people's scales of levels, brought to the ladder of 0 to 5 (engine.md 1).

use crate::domain::Level;
use serde::{Deserialize, Serialize};

/// The scale that the levels of a file are on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scale {
    /// Our own ladder, 0 to 5.
    #[default]
    Ladder,
    /// SFIA, 1 to 7.
    Sfia,
    /// DigComp, 1 to 8.
    DigComp,
    /// Dreyfus, 1 to 5.
    Dreyfus,
    /// O*NET, 0 to 7.
    Onet,
}

/// What the steps of SFIA are on the ladder, from 1 on.
const SFIA: [f64; 7] = [1.0, 1.5, 2.5, 3.0, 4.0, 4.5, 5.0];
/// What the steps of DigComp are on the ladder, from 1 on.
const DIGCOMP: [f64; 8] = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 4.5, 5.0];
/// More than this lies between a level and the tenth that it is kept as: that is a loss.
const LOST: f64 = 1e-6;

impl Scale {
    /// Every scale, ours first.
    pub const ALL: [Self; 5] = [Self::Ladder, Self::Sfia, Self::DigComp, Self::Dreyfus, Self::Onet];

    /// The level on the ladder, and whether it lost precision: the ladder keeps tenths. `None` for what is not on the scale.
    ///
    /// ```
    /// use skillstead::exchange::sheets::Scale;
    /// assert_eq!(Scale::Sfia.level(2.0).map(|(level, lost)| (level.value(), lost)), Some((1.5, false)));
    /// assert_eq!(Scale::Onet.level(4.12).map(|(level, lost)| (level.value(), lost)), Some((2.9, true)));
    /// assert_eq!(Scale::Dreyfus.level(6.0), None);
    /// ```
    #[must_use]
    pub fn level(self, value: f64) -> Option<(Level, bool)> {
        let step = |steps: &[f64]| {
            let at = (value.fract() == 0.0 && value >= 1.0).then_some(value as usize)?;
            steps.get(at - 1).copied()
        };
        let on_ladder = match self {
            Self::Ladder => (0.0..=5.0).contains(&value).then_some(value),
            Self::Sfia => step(&SFIA),
            Self::DigComp => step(&DIGCOMP),
            Self::Dreyfus => (1.0..=5.0).contains(&value).then_some(value),
            Self::Onet => (0.0..=7.0).contains(&value).then(|| value * 5.0 / 7.0),
        }?;
        let tenths = (on_ladder * 10.0).round();
        let level = Level::try_from(tenths as u8).ok()?;
        Some((level, (tenths / 10.0 - on_ladder).abs() > LOST))
    }
}
