//! What is noted by itself, so that a past day can be looked at, and a plan compared with what came of it.

use super::with;
use crate::domain::{Command, Milestone, Note, Workspace};
use crate::engine::{Plan, noted};
use crate::state::App;
use chrono::{Days, NaiveDate};
use leptos::prelude::*;

/// Adds to a changed document what has to be noted of the change.
pub(in crate::state) fn noting(before: &Workspace, after: &mut Workspace, today: NaiveDate) {
    let notes = noted(before, after);
    if !notes.is_empty() {
        add(after, notes, today);
    }
}

/// Adds a note to a changed document.
pub(in crate::state) fn note_in(after: &mut Workspace, note: Note, today: NaiveDate) {
    add(after, vec![note], today);
}

/// Where the record cannot be read nothing is written over it.
fn add(workspace: &mut Workspace, notes: Vec<Note>, today: NaiveDate) {
    if let Some(record) = with(workspace, notes, today) {
        workspace.record = record;
    }
}

/// What a plan foresees of each of its weeks.
pub(in crate::state) fn milestones(plan: &Plan) -> Note {
    let mut percent = 0;
    let week = |(nth, hours): (usize, &u16)| {
        let reached = plan.readiness.iter().rfind(|step| usize::from(step.week) <= nth + 1);
        percent = reached.map_or(percent, |step| (step.fit * 100.0).round() as u8);
        let monday = plan.first_monday.checked_add_days(Days::new(nth as u64 * 7)).unwrap_or(plan.first_monday);
        Milestone { monday, hours: *hours, percent }
    };
    Note::Followed(plan.load.iter().enumerate().map(week).collect())
}

impl App {
    /// Notes things today, as one change that can be undone.
    pub(in crate::state) fn note_all(self, notes: Vec<Note>) {
        let record = self.workspace.with_untracked(|workspace| with(workspace, notes, self.today));
        if let Some(record) = record {
            self.apply(Command::SetRecord(record));
        }
    }
}
