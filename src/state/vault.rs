//! The door to what is kept on this device: both places of the document, and the settings beside it.

use super::keeper::{Keeper, LARGE};
use super::tab::Why;
use super::{App, SaveStatus, Settings, browser, settings};
use crate::domain::Workspace;
use crate::store::{
    BACKUP, Backup, BrowserJournal, LOCK_MINUTES, Loaded, LocalBackend, Lock, Occasion, Repository, Space, StoreError,
    open,
};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::Set;
use std::rc::Rc;

/// The document's places, and how the saving of it stands.
pub(super) struct Vault {
    pub(super) space: Space,
    local: Result<LocalBackend, StoreError>,
    pub(super) repository: Repository<LocalBackend>,
    pub(super) journal: BrowserJournal,
    pub(super) timer: Option<TimeoutHandle>,
    /// Whether a save is on its way; another one waits for its end.
    pub(super) is_saving: bool,
    /// Whether something has changed since the save that is on its way, or that was last.
    pub(super) is_dirty: bool,
    /// When the first change came that waits, in milliseconds since 1970.
    pub(super) waits_since: Option<f64>,
    /// How many saves have failed one after the other.
    pub(super) n_failed: usize,
    /// Whether another tab waits for this one to let go.
    pub(super) yields: bool,
    /// What to do when another tab has saved although this one was to write.
    pub(super) outrun: fn(App),
    /// Who makes the texts of large documents, in the modules that have such.
    pub(super) keeper: Option<Keeper>,
    /// Whether the next save puts another document in the place of the one that there is.
    pub(super) replaces: bool,
    /// Whether something was undone or redone since the last save: however much of the document goes with it, it is meant.
    pub(super) travels: bool,
}

impl Vault {
    /// On a first visit: there is nothing to read yet. Whoever has been here begins with the whole.
    pub(super) fn first() -> (Self, Loaded) {
        let local = LocalBackend::probe(Space::Personal);
        let repository = Repository::first(local.ok(), &browser::tab());
        // Only the whole can read what there is.
        (Self::of(Space::Personal, local, repository, |app| app.known.set(true)), Loaded::default())
    }

    /// Reads what is kept, with what closes it.
    pub(super) async fn open(space: Space, lock: Option<Rc<dyn Lock>>) -> (Self, Loaded) {
        let (local, journal) = (LocalBackend::probe(space), BrowserJournal::of(space));
        let tab = browser::tab();
        let (repository, loaded) = Repository::load(local.ok(), Some(&journal), &tab, open, lock).await;
        (Self { journal, ..Self::of(space, local, repository, |app| app.catch_up(Why::Refused)) }, loaded)
    }

    fn of(
        space: Space,
        local: Result<LocalBackend, StoreError>,
        repository: Repository<LocalBackend>,
        outrun: fn(App),
    ) -> Self {
        let journal = BrowserJournal::of(space);
        Self {
            space,
            local,
            repository,
            journal,
            timer: None,
            is_saving: false,
            is_dirty: false,
            waits_since: None,
            n_failed: 0,
            replaces: false,
            travels: false,
            yields: false,
            keeper: None,
            outrun,
        }
    }

    /// How things stand before anything is changed.
    pub(super) fn first_status(&self, loaded: &Loaded) -> SaveStatus {
        let stopped = self.repository.stopped();
        match (stopped, self.local.err().or(loaded.trouble)) {
            (Some(error), _) => SaveStatus::NotSaved(error),
            (None, Some(error)) if self.local.is_err() && loaded.trouble.is_some() => SaveStatus::NotSaved(error),
            _ if loaded.workspace.is_empty() => SaveStatus::Empty,
            (None, Some(error)) => SaveStatus::Unprotected(error),
            (None, None) => SaveStatus::Saved,
        }
    }

    pub(super) fn has_local(&self) -> bool {
        self.local.is_ok()
    }

    pub(super) fn settings(&self) -> Settings {
        self.local.map(|local| local.of(Space::Personal).setting(settings::KEY)).unwrap_or_default()
    }

    pub(super) fn keep_settings(&self, settings: &Settings) {
        if let Ok(local) = self.local {
            // Both spaces look the same. A theme that is not kept is no loss worth words.
            local.of(Space::Personal).keep_setting(settings::KEY, settings).ok();
        }
    }

    /// After how many minutes without anybody the lock falls, if chosen.
    pub(super) fn lock_minutes(&self) -> Option<u8> {
        self.local.ok().and_then(|local| local.setting(LOCK_MINUTES))
    }

    pub(super) fn keep_lock_minutes(&self, minutes: u8) {
        if let Ok(local) = self.local {
            // Where it is not kept the usual ones hold.
            local.keep_setting(LOCK_MINUTES, &Some(minutes)).ok();
        }
    }

    /// The last file that left.
    pub(super) fn backup(&self) -> Backup {
        self.local.ok().map(|local| local.setting(BACKUP)).unwrap_or_default()
    }

    pub(super) fn keep_backup(&self, backup: &Backup) {
        if let Ok(local) = self.local {
            // Where it is not kept the reminder comes too early.
            local.keep_setting(BACKUP, backup).ok();
        }
    }

    /// Who makes the text of a document, where it is a large one.
    pub(super) fn keeper_of(&self, workspace: &Workspace) -> Option<Keeper> {
        self.keeper.filter(|_| workspace.organisation.len() > LARGE)
    }

    /// What goes with the save of a document, the next one.
    pub(super) fn occasion(&mut self, workspace: &Workspace) -> Occasion {
        let travels = std::mem::take(&mut self.travels) && self.repository.would_shrink(workspace);
        Occasion { minutes: browser::minutes(), replaces: std::mem::take(&mut self.replaces) || travels }
    }
}
