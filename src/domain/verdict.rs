//! What a way to a role is called, and a person's own word on it.

use chrono::NaiveDate;

/// What the way to a role is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The present role, and it is held.
    Maintain,
    /// The present role, taken deeper.
    Upskill,
    /// Another role near by, mostly by deepening: a progression.
    UpskillMove,
    /// A different position, trained for.
    Reskill,
    /// One so different that a role in between may be the better way.
    LongReskill,
}

impl Verdict {
    /// All of them, the nearest first.
    pub const ALL: [Self; 5] = [Self::Maintain, Self::Upskill, Self::UpskillMove, Self::Reskill, Self::LongReskill];

    /// The word that it is stored by.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Maintain => "maintain",
            Self::Upskill => "upskill",
            Self::UpskillMove => "upskill-move",
            Self::Reskill => "reskill",
            Self::LongReskill => "long-reskill",
        }
    }

    /// The verdict of a word; `None` for any other.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.word() == word)
    }
}

/// "I see this way differently, and here is why." Kept for ever; the newest one counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overrule {
    /// What the person calls it; none takes an earlier word back.
    pub verdict: Option<Verdict>,
    /// Why.
    pub reason: Box<str>,
    /// When it was said.
    pub on: NaiveDate,
}
