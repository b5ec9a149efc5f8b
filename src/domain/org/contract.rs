//! What two people have agreed on as mentor and mentee, in both directions.

use super::super::{Level, PersonId, SkillId};
use chrono::NaiveDate;

/// One contract shows both directions: what the mentor teaches, and what the mentee gives back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contract {
    /// Who has the more to teach.
    pub mentor: PersonId,
    /// Who has the more to learn.
    pub mentee: PersonId,
    /// What the mentor teaches.
    pub taught: Vec<Taught>,
    /// What the mentee teaches in return.
    pub returned: Vec<Taught>,
    /// When it begins.
    pub from: NaiveDate,
    /// The last day on which it holds.
    pub until: NaiveDate,
    /// Hours in a month, for each of the two.
    pub hours: u8,
    /// How far it is.
    pub state: ContractState,
}

impl Contract {
    /// Whether both have said yes to it and its last day has not passed.
    ///
    /// ```
    /// use skillstead::domain::{Contract, ContractState};
    /// let day = |of_month| chrono::NaiveDate::from_ymd_opt(2027, 3, of_month).unwrap();
    /// let mut contract = Contract {
    ///     mentor: "p1".into(), mentee: "p2".into(), taught: vec![], returned: vec![], hours: 2,
    ///     from: day(1), until: day(20), state: ContractState::Agreed,
    /// };
    /// assert_eq!([contract.runs(day(20)), contract.runs(day(21))], [true, false]);
    /// contract.state = ContractState::Ended;
    /// assert!(!contract.runs(day(20)));
    /// ```
    #[must_use]
    pub fn runs(&self, today: NaiveDate) -> bool {
        self.state == ContractState::Agreed && self.until >= today
    }
}

/// What is taught: a skill, up to a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taught {
    /// The skill.
    pub skill: SkillId,
    /// The level that is the aim.
    pub to: Level,
}

/// How far a contract is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ContractState {
    /// Somebody has proposed it.
    #[default]
    Proposed,
    /// Both have said yes.
    Agreed,
    /// It is over.
    Ended,
}

impl ContractState {
    /// Every state, in their order.
    pub const ALL: [Self; 3] = [Self::Proposed, Self::Agreed, Self::Ended];

    /// The state as its stable word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Agreed => "agreed",
            Self::Ended => "ended",
        }
    }
}
