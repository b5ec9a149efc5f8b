//! Step four for the pages: the record, what follows from it today or on a past day, and what a person can note.

mod files;
mod handshake;
mod look;
mod noting;
mod skill_look;

pub use look::Look;
pub(super) use noting::{milestones, note_in, noting};
pub use skill_look::SkillLook;

use super::App;
use super::same::Same;
use crate::catalog::Catalog;
use crate::domain::{Entry, Note, Record, SkillId, Workspace};
use crate::store::{read_record, write_record};
use chrono::{Datelike, Days, NaiveDate};
use leptos::prelude::*;
use std::sync::Arc;

/// The most letters of one text of a note.
const NOTE_LETTERS: usize = 500;

/// All of it, as one value that is cheap to pass. Only the whole has it.
#[derive(Clone, Copy, Debug)]
pub struct Monitor {
    pub(super) app: App,
    /// The record; none where what is there cannot be read, and is not written over.
    pub(super) record: Memo<Option<Same<Record>>>,
    /// The past day that is looked at; none for today.
    pub past: RwSignal<Option<NaiveDate>>,
    /// What is seen of that day.
    pub look: Memo<Option<Same<Look>>>,
}

impl Monitor {
    /// Provides it to the page below.
    pub(super) fn provide(app: App) {
        let text = Memo::new(move |_| Arc::clone(&app.workspace.read().record));
        let record = Memo::new(move |_| read_record(&text.read()).ok().map(|record| Same(Arc::new(record))));
        let past = RwSignal::new(None);
        let look = Memo::new(move |_| Some(Same(Arc::new(Look::of(app, record.get()?.0, past.get())))));
        provide_context(Self { app, record, past, look });
    }

    /// What is noted.
    ///
    /// # Panics
    /// Outside of the page: a mistake in the code, not in the data.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// Notes something today. Where the record cannot be read nothing is written over it.
    pub fn note(self, note: Note) {
        self.app.note_all(vec![note]);
    }

    /// Takes an entry back.
    pub fn withdraw(self, at: usize) {
        self.note(Note::Withdrawn(at));
    }

    /// A text of a note: without blanks around it, and not longer than anybody reads.
    #[must_use]
    pub fn text(typed: &str) -> Box<str> {
        typed.trim().chars().take(NOTE_LETTERS).collect::<String>().into()
    }
}

impl App {
    /// The catalogue that has a skill.
    #[must_use]
    pub fn catalog_of(self, skill: &SkillId) -> Option<Arc<Catalog>> {
        let library = self.library.read();
        library.catalogs.iter().find(|catalog| catalog.find_skill(skill).is_some()).map(Arc::clone)
    }

    /// The Monday of this week.
    #[must_use]
    pub fn monday_of_today(self) -> NaiveDate {
        let since = u64::from(self.today.weekday().num_days_from_monday());
        self.today.checked_sub_days(Days::new(since)).unwrap_or(self.today)
    }
}

/// The record with more notes, as a document keeps it; none where it cannot be read.
fn with(workspace: &Workspace, notes: Vec<Note>, on: NaiveDate) -> Option<Arc<str>> {
    let mut record = read_record(&workspace.record).ok()?;
    record.entries.extend(notes.into_iter().map(|note| Entry { on, note }));
    Some(write_record(&record))
}
