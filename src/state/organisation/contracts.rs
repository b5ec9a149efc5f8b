//! What two people agree on as mentor and mentee: agreed, marked as covered, ended.

use super::{Org, Outcome};
use crate::domain::{Contract, ContractState, OrgCommand, PersonId, Rater, Taught};
use crate::engine::workforce::Pairing;
use crate::engine::workforce::message::Mentored;
use chrono::{Days, NaiveDate};
use leptos::prelude::*;

/// How long a contract runs where nothing else is said: half a year.
const USUAL_DAYS: u64 = 182;

impl Org {
    /// The last day of a contract where nothing else is said.
    #[must_use]
    pub fn usual_end(self) -> NaiveDate {
        self.today().checked_add_days(Days::new(USUAL_DAYS)).unwrap_or(self.today())
    }

    /// Keeps a proposed pair as a contract that both have said yes to.
    pub fn agree(self, outcome: &Outcome<Mentored>, pair: &Pairing, until: NaiveDate, hours: u8) {
        let days = [self.today(), until.max(self.today())];
        if let Some(contract) = pair.contract(&outcome.of, days, hours) {
            self.apply(OrgCommand::PutContract(Box::new(Contract { state: ContractState::Agreed, ..contract })));
        }
    }

    /// Whether two people have a contract that runs. One that is over can be agreed on anew.
    #[must_use]
    pub fn is_agreed(self, mentor: &PersonId, mentee: &PersonId) -> bool {
        let is_it = |one: &Contract| one.mentor == *mentor && one.mentee == *mentee;
        self.now.with(|now| {
            let known = now.as_ref().and_then(|now| now.contracts.iter().find(|one| is_it(one)));
            known.is_some_and(|one| one.runs(self.today()))
        })
    }

    /// The places of the contracts that run, among all.
    #[must_use]
    pub fn running(self) -> Vec<usize> {
        let runs = |(_, one): &(usize, &Contract)| one.runs(self.today());
        self.now.with(|now| {
            let all = now.iter().flat_map(|now| now.contracts.iter().enumerate());
            all.filter(runs).map(|(at, _)| at).collect()
        })
    }

    /// Rates whoever has learnt what was taught, by what they have shown.
    pub fn covered(self, learner: &PersonId, taught: &Taught) {
        self.apply(OrgCommand::Rate {
            person: learner.clone(),
            skill: taught.skill.clone(),
            level: Some(taught.to),
            by: Rater::Evidence,
            on: self.today(),
        });
    }

    /// Whether somebody is where they were to be taken.
    #[must_use]
    pub fn is_covered(self, learner: &PersonId, taught: &Taught) -> bool {
        self.now.with(|now| {
            let level = now.as_ref().and_then(|now| now.person(learner)?.level(now.column(&taught.skill)?));
            level.is_some_and(|level| level >= taught.to)
        })
    }

    /// Ends a contract.
    pub fn end_contract(self, mentor: &PersonId, mentee: &PersonId) {
        let is_it = |one: &&Contract| one.mentor == *mentor && one.mentee == *mentee;
        let known = self.now.with_untracked(|now| now.as_ref()?.contracts.iter().find(is_it).cloned());
        if let Some(contract) = known {
            self.apply(OrgCommand::PutContract(Box::new(Contract { state: ContractState::Ended, ..contract })));
        }
    }
}
