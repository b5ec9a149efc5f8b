//! Files of others: read in the worker, looked at, and taken in as far as the person confirms, as one change that can be undone.

use super::PassportDesk;
use super::signature::verify;
use crate::domain::{Record, SkillId, Workspace};
use crate::exchange::passport::{PassportError, Pick, Proposal, Reading, Signed, Verification, take};
use crate::exchange::sheets::message::{Failure, PROTOCOL, Reply, Request};
use crate::state::SheetsFailure;
use crate::state::worker::{Heard, Helper};
use crate::store::write_record;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use web_sys::File;

/// How far a file is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Taking {
    /// There is none.
    #[default]
    Idle,
    /// It is being read.
    Busy,
    /// It waits to be confirmed.
    Read(Arc<Reading>),
    /// It was taken in: skills with another level, and evidence that is new. Both are 0 where all of it was known.
    TakenIn {
        /// Skills.
        n_levels: usize,
        /// Evidence.
        n_evidence: usize,
    },
    /// Nothing comes of it.
    Failed(TakingFailure),
}

/// Why nothing comes of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum TakingFailure {
    /// It is not what it should be.
    File(PassportError),
    /// The worker, which also reads sheets, says why, or broke off.
    Worker(SheetsFailure),
    /// The record cannot be read, and is not written over.
    Record,
}

impl PassportDesk {
    /// Reads a file; what was read before is let go.
    pub fn read_file(self, file: File) {
        self.taking.set(Taking::Busy);
        match Helper::start("sheets", move |heard| self.hear(&file, heard)) {
            Ok(reader) => self.reader.set_value(Some(reader)),
            Err(_) => self.taking.set(broken(SheetsFailure::Worker)),
        }
    }

    /// Lets the file go. Nothing has changed.
    pub fn forget_file(self) {
        self.reader.set_value(None);
        self.taking.set(Taking::Idle);
    }

    /// Wants something else of the proposal at a place.
    pub fn pick(self, at: usize, change: impl FnOnce(&mut Pick)) {
        self.picks.update(|picks| {
            if let Some(pick) = picks.get_mut(at) {
                change(pick);
            }
        });
    }

    /// The skill of a name in the language of the page, in any catalogue.
    #[must_use]
    pub fn skill_named(self, typed: &str) -> Option<SkillId> {
        let language = self.app.settings.read_untracked().language();
        let typed = typed.trim().to_lowercase();
        let library = self.app.library.read_untracked();
        let mut skills = library.catalogs.iter().flat_map(|catalog| &catalog.skills);
        skills.find(|skill| skill.name.get(language).to_lowercase() == typed).map(|skill| skill.id.clone())
    }

    /// How many proposals are to be taken in.
    #[must_use]
    pub fn n_wanted(self, reading: &Reading) -> usize {
        let picks = self.picks.read();
        picks.iter().zip(&reading.proposals).filter(|(pick, of)| pick.wanted && pick.can_be_taken(of)).count()
    }

    /// Takes in what is wanted, as one change.
    pub fn take_in(self) {
        let Taking::Read(reading) = self.taking.get_untracked() else { return };
        let Some(record) = self.record.get_untracked() else {
            self.taking.set(Taking::Failed(TakingFailure::Record));
            return;
        };
        let picks = self.picks.get_untracked();
        let confirmed = reading.proposals.iter().zip(&picks).filter_map(|(proposal, pick)| pick.confirmed(proposal));
        let confirmed: Vec<_> = confirmed.collect();
        let before = self.app.workspace.get_untracked();
        let (after, n_evidence) = self.with(&before, &record, &confirmed);
        let is_new = |(skill, answers): &(&SkillId, &Vec<_>)| before.ratings.get(*skill) != Some(*answers);
        let n_levels = after.ratings.iter().filter(is_new).count();
        if self.app.adopt(after) {
            self.taking.set(Taking::TakenIn { n_levels, n_evidence });
        }
    }

    /// The document with what was confirmed, and how much evidence of that is new.
    fn with(self, before: &Workspace, record: &Record, confirmed: &[(Proposal, SkillId)]) -> (Workspace, usize) {
        let taken = take(confirmed, before, record, self.app.today);
        let n_evidence = taken.entries.len();
        let mut after = before.clone();
        for command in taken.commands {
            if let Ok(Some(next)) = after.apply(command) {
                after = next;
            }
        }
        if n_evidence > 0 {
            let mut record = record.clone();
            record.entries.extend(taken.entries);
            after.record = write_record(&record);
        }
        (after, n_evidence)
    }

    fn hear(self, file: &File, heard: Heard<Reply>) {
        let next = match heard {
            (Some(Reply::Ready { protocol }), _) if protocol != PROTOCOL => {
                broken(SheetsFailure::File(Failure::Protocol))
            }
            (Some(Reply::Ready { .. }), _) => {
                let beside = self.app.packed_starter().map(|packed| [packed, file.into()]);
                let ask =
                    |reader: &Helper| beside.as_ref().is_some_and(|beside| reader.ask(&Request::Passport, beside));
                if self.reader.with_value(|reader| reader.as_ref().is_some_and(ask)) {
                    return;
                }
                broken(SheetsFailure::Worker)
            }
            (Some(Reply::Passport(Ok(reading))), _) => Taking::Read(self.look(reading)),
            (Some(Reply::Passport(Err(error))), _) => Taking::Failed(TakingFailure::File(error)),
            (Some(Reply::Failed(failure)), _) => broken(SheetsFailure::File(failure)),
            _ => broken(SheetsFailure::Worker),
        };
        self.reader.set_value(None);
        self.taking.set(next);
    }

    /// Makes the first picks of what was read, and has its signature checked.
    fn look(self, reading: Reading) -> Arc<Reading> {
        let reading = Arc::new(reading);
        self.picks.set(reading.proposals.iter().map(Pick::of).collect());
        self.verification.set(None);
        let read = Arc::clone(&reading);
        spawn_local(async move {
            let Signed::ToCheck(signature) = &read.signed else { return };
            let found = verify(signature).await;
            let is_still_there = |taking: &Taking| matches!(taking, Taking::Read(now) if Arc::ptr_eq(now, &read));
            if self.taking.with_untracked(is_still_there) {
                if found == Verification::NotValid {
                    // What was changed on its way is taken in only where the person says so.
                    self.picks.update(|picks| picks.iter_mut().for_each(|pick| pick.wanted = false));
                }
                self.verification.set(Some(found));
            }
        });
        reading
    }
}

fn broken(failure: SheetsFailure) -> Taking {
    Taking::Failed(TakingFailure::Worker(failure))
}
