//! Files of the document that have left this browser.

use super::Privacy;
use crate::store::Backup;
use leptos::prelude::*;

impl Privacy {
    /// Hands the document to the person, and remembers when. A browser is more willing to keep what somebody has cared for: it is asked.
    pub fn export(self) {
        self.app.export();
        self.note_backup();
        self.ask_to_persist();
    }

    /// The reminder comes again in a week.
    pub fn remind_later(self) {
        self.keep(Backup { later: Some(self.app.today), ..self.backup.get_untracked() });
    }

    /// Changes that no file has yet.
    #[must_use]
    pub fn n_since(self) -> u64 {
        self.app.status.track();
        self.backup.get().n_since(self.generation())
    }

    pub(super) fn generation(self) -> u64 {
        self.app.vault.try_with_value(|vault| vault.repository.generation()).unwrap_or(0)
    }

    pub(super) fn note_backup(self) {
        self.keep(Backup { generation: self.generation(), on: Some(self.app.today), later: None });
    }

    fn keep(self, backup: Backup) {
        self.backup.set(backup);
        self.app.vault.with_value(|vault| vault.keep_backup(&backup));
    }
}
