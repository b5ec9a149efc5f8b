//! A short assessment of one skill: the descriptions of its levels, one at a time, until the first that does not fit (engine.md 2).

use crate::domain::Level;

/// The highest level.
const TOP: u8 = 5;

/// Where it stands: what is shown so far, and from where on it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assessment {
    shown: u8,
    not_from: u8,
    asks: u8,
}

impl Assessment {
    /// One that begins at the level where the person is thought to be, or at 1 where nothing is known.
    #[must_use]
    pub fn from(thought: Option<Level>) -> Self {
        let asks = thought.map_or(1, Level::nearest).clamp(1, TOP);
        Self { shown: 0, not_from: TOP + 1, asks }
    }

    /// The level whose description is asked about now; none when it has ended.
    #[must_use]
    pub fn asks(&self) -> Option<u8> {
        (self.shown + 1 < self.not_from).then_some(self.asks)
    }

    /// After the answer to it: "yes, I do this" goes one up, "not yet" one down. It ends where a yes and a no meet, after five answers at most. An
    /// answer after the end changes nothing.
    ///
    /// ```
    /// use skillstead::domain::Level;
    /// use skillstead::engine::Assessment;
    /// let asked = Assessment::from(Level::whole(3).ok());
    /// let asked = asked.answered(true).answered(false);          // 3 yes, 4 not yet
    /// assert_eq!((asked.asks(), asked.level().value()), (None, 3.0));
    /// ```
    #[must_use]
    pub fn answered(mut self, yes: bool) -> Self {
        let Some(asked) = self.asks() else { return self };
        if yes {
            (self.shown, self.asks) = (asked, asked + 1);
        } else {
            (self.not_from, self.asks) = (asked, asked - 1);
        }
        self
    }

    /// The highest level that was shown.
    #[must_use]
    pub fn level(&self) -> Level {
        Level::whole(self.shown).unwrap_or_default()
    }
}
