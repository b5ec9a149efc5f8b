//! What a person can check for themselves: what is kept here, what was asked for, and that all of it can leave and be gone.

mod backups;
mod footprint;
mod requests;
mod standing_file;

pub use footprint::{Footprint, PlaceSize};
pub use requests::Request;
pub use standing_file::StandingFile;

use super::{App, SaveStatus};
use crate::store::Backup;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// All of it, as one value that is cheap to pass. Only the whole has it.
#[derive(Clone, Copy, Debug)]
pub struct Privacy {
    pub(super) app: App,
    /// What is kept here; none until it was looked for.
    pub footprint: RwSignal<Option<Footprint>>,
    /// Every request of the page since its start.
    pub requests: RwSignal<Vec<Request>>,
    /// The last file that left.
    pub backup: RwSignal<Backup>,
    /// Whether to remind of another one.
    pub is_backup_due: Memo<bool>,
    /// A file that is kept up to date.
    pub file: RwSignal<StandingFile>,
    handle: StoredValue<JsValue, LocalStorage>,
}

impl Privacy {
    /// Provides it to the page below.
    pub(super) fn provide(app: App) {
        let backup = RwSignal::new(app.vault.try_with_value(|vault| vault.backup()).unwrap_or_default());
        let is_backup_due = Memo::new(move |_| {
            // Each save ends with a change of the status.
            let is_empty = app.status.get() == SaveStatus::Empty;
            let generation = app.vault.try_with_value(|vault| vault.repository.generation()).unwrap_or(0);
            !is_empty && backup.read().is_due(generation, app.today)
        });
        let privacy = Self {
            app,
            footprint: RwSignal::new(None),
            requests: RwSignal::new(Vec::new()),
            backup,
            is_backup_due,
            file: RwSignal::new(StandingFile::Off),
            handle: StoredValue::new_local(JsValue::NULL),
        };
        provide_context(privacy);
        // With everything else it is forgotten when it left, and to where.
        Effect::new(move |_| {
            if app.status.get() == SaveStatus::Empty && backup.with_untracked(|backup| *backup != Backup::default()) {
                backup.set(Backup::default());
                privacy.leave_file();
            }
        });
        privacy.watch_requests();
        privacy.watch_footprint();
        privacy.watch_file();
    }

    /// What can be checked.
    ///
    /// # Panics
    /// Outside of the page: a mistake in the code, not in the data.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }
}
