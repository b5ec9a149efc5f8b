//! What a person without a wanted role is told, and their own word on it (engine.md 4).

use chrono::NaiveDate;

/// What a talent map says of a person who has chosen no role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonVerdict {
    /// Fewer will be needed in their position, or machines could do much of it: to be trained for another one.
    Reskill,
    /// The position stays, and asks for more than they hold.
    Upskill,
    /// They hold what is asked; a skill near theirs hangs on one other person.
    Versatility,
    /// They hold what is asked, and nothing near hangs on one person.
    Maintain,
}

impl PersonVerdict {
    /// All of them, in the order in which they are tried.
    pub const ALL: [Self; 4] = [Self::Reskill, Self::Upskill, Self::Versatility, Self::Maintain];

    /// The verdict as its stable word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Reskill => "reskill",
            Self::Upskill => "upskill",
            Self::Versatility => "versatility",
            Self::Maintain => "maintain",
        }
    }

    /// The verdict of a word; `None` for any other.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.word() == word)
    }
}

/// "I see this differently, and here is why." Kept for ever; the newest one counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonOverrule {
    /// What it is instead; none takes an earlier word back.
    pub verdict: Option<PersonVerdict>,
    /// Why.
    pub reason: Box<str>,
    /// When it was said.
    pub on: NaiveDate,
}
