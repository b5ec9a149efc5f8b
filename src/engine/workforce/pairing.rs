//! Two people as mentor and mentee, in both directions, and what speaks for them.

use super::Teaching;
use crate::domain::{Contract, ContractState, Organisation, Taught};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What speaks for one direction, part by part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PairScore {
    /// The sum over the skills that are taught.
    pub teaching: f64,
    /// That they are of different teams.
    pub other_team: f64,
    /// That they share an interest.
    pub interest: f64,
    /// That whoever teaches has others already; taken off.
    pub load: f64,
}

impl PairScore {
    /// All of it.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.teaching + self.other_team + self.interest - self.load
    }

    /// What both directions together are worth: the score, and as reciprocity the lesser of the two, in thousandths.
    pub(super) fn worth(&self, back: Option<&Self>) -> i32 {
        let reciprocity = back.map_or(0.0, |back| reciprocity(self, back));
        ((self.total() + reciprocity) * 1_000.0).round() as i32
    }
}

fn reciprocity(score: &PairScore, back: &PairScore) -> f64 {
    score.total().min(back.total()).max(0.0)
}

/// A mentor and a mentee: one contract shows both directions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pairing {
    /// The mentor's place among the people.
    pub mentor: usize,
    /// The mentee's.
    pub mentee: usize,
    /// What the mentor teaches; never empty.
    pub taught: Vec<Teaching>,
    /// What the mentee teaches in return: reverse mentoring, where there is something.
    pub returned: Vec<Teaching>,
    /// What speaks for the one direction.
    pub score: PairScore,
    /// What speaks for the other, where there is one.
    pub back: Option<PairScore>,
}

impl Pairing {
    /// The lesser of the scores of both directions; 0 where there is one alone.
    #[must_use]
    pub fn reciprocity(&self) -> f64 {
        self.back.as_ref().map_or(0.0, |back| reciprocity(&self.score, back))
    }

    /// Score and reciprocity in thousandths: what the choice is made by.
    #[must_use]
    pub fn worth(&self) -> i32 {
        self.score.worth(self.back.as_ref())
    }

    /// The contract that the two could agree on; `None` where they are not of this organisation.
    #[must_use]
    pub fn contract(&self, organisation: &Organisation, days: [NaiveDate; 2], hours: u8) -> Option<Contract> {
        let id = |at: usize| organisation.people.get(at).map(|person| person.id.clone());
        // Nobody can be taken further than whoever teaches them is.
        let aim = |teaching: &Teaching| Taught { skill: teaching.skill.clone(), to: teaching.to.min(teaching.by) };
        Some(Contract {
            mentor: id(self.mentor)?,
            mentee: id(self.mentee)?,
            taught: self.taught.iter().map(aim).collect(),
            returned: self.returned.iter().map(aim).collect(),
            from: days[0],
            until: days[1],
            hours,
            state: ContractState::Proposed,
        })
    }
}
