//! Keeps the document: a moment after each change, and at once when the page is hidden. Failure is on screen until it ends.

use super::{App, Settings, nothing_kept, settings};
use crate::domain::Workspace;
use crate::store::{Backend, Loaded, LocalBackend, MemoryBackend, Repository, StoreError};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

const AFTER: Duration = Duration::from_millis(300);
const AGAIN: Duration = Duration::from_secs(5);

/// Whether what was entered is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    /// Nothing to keep yet.
    Empty,
    /// Kept.
    Saved,
    /// About to be kept.
    Saving,
    /// Not kept, and why.
    NotSaved(StoreError),
}

/// The document in whichever place there is.
type Kept = Repository<Box<dyn Backend>>;

/// The door to what is kept on this device.
pub(super) struct Vault {
    local: Option<LocalBackend>,
    repository: Result<Kept, StoreError>,
    first: SaveStatus,
    timer: Option<TimeoutHandle>,
}

impl Vault {
    /// Opens the door. Where the browser keeps nothing, the document lives in memory and the status says so.
    pub(super) fn open() -> (Self, Loaded) {
        let local = LocalBackend::probe();
        let backend: Box<dyn Backend> = match local {
            Ok(local) => Box::new(local),
            Err(_) => Box::new(MemoryBackend::default()),
        };
        let (repository, loaded) = match Repository::load(backend) {
            Ok((repository, loaded)) => (Ok(repository), loaded),
            Err(error) => (Err(error), nothing_kept(error)),
        };
        let first = match local.err().or(repository.as_ref().err().copied()) {
            Some(error) => SaveStatus::NotSaved(error),
            None if loaded.workspace.is_empty() => SaveStatus::Empty,
            None => SaveStatus::Saved,
        };
        (Self { local: local.ok(), repository, first, timer: None }, loaded)
    }

    pub(super) fn first_status(&self) -> SaveStatus {
        self.first
    }

    pub(super) fn settings(&self) -> Settings {
        self.local.map(|local| local.setting(settings::KEY)).unwrap_or_default()
    }

    fn save(&mut self, workspace: &Workspace) -> Result<(), StoreError> {
        // In memory a save works and keeps nothing: the status goes on saying what the probe said.
        if let SaveStatus::NotSaved(error) = self.first {
            return Err(error);
        }
        self.repository()?.save(workspace)
    }

    fn repository(&mut self) -> Result<&mut Kept, StoreError> {
        self.repository.as_mut().map_err(|error| *error)
    }
}

impl App {
    /// Saves a moment from now; a change in that moment waits with it.
    pub(super) fn save_soon(self) {
        self.save_after(AFTER);
        if !matches!(self.status.get_untracked(), SaveStatus::NotSaved(_)) {
            self.status.set(SaveStatus::Saving);
        }
    }

    fn save_after(self, wait: Duration) {
        self.wait_for(set_timeout_with_handle(move || self.save_now(), wait).ok());
    }

    /// Lets go of a save that is waiting.
    pub(super) fn save_no_more(self) {
        self.wait_for(None);
    }

    fn wait_for(self, timer: Option<TimeoutHandle>) {
        let before = self.vault.try_update_value(|vault| std::mem::replace(&mut vault.timer, timer));
        if let Some(before) = before.flatten() {
            before.clear();
        }
    }

    /// Saves now, and tries again for as long as there is hope.
    pub(super) fn save_now(self) {
        let saved =
            self.workspace.with_untracked(|workspace| self.vault.try_update_value(|vault| vault.save(workspace)));
        match saved {
            Some(Ok(())) => self.status.set(SaveStatus::Saved),
            Some(Err(error)) => {
                self.status.set(SaveStatus::NotSaved(error));
                if error == StoreError::Full {
                    self.save_after(AGAIN);
                }
            }
            None => {}
        }
    }

    /// Whatever is still waiting is saved when the page is hidden or left.
    pub(super) fn watch_hiding(self) {
        let save = move |_: leptos::ev::Event| {
            if self.status.get_untracked() == SaveStatus::Saving {
                self.save_now();
            }
        };
        let on = |name: &'static str| leptos::ev::Custom::<leptos::ev::Event>::new(name);
        for name in ["pagehide", "visibilitychange", "blur"] {
            let listener = window_event_listener(on(name), save);
            // After the handover this module must not write any more.
            on_cleanup(move || listener.remove());
        }
    }

    pub(super) fn keep_settings(self) {
        let settings = self.settings.get_untracked();
        self.vault.with_value(|vault| {
            if let Some(local) = vault.local {
                // A theme that is not kept is no loss worth words.
                local.keep_setting(settings::KEY, &settings).ok();
            }
        });
    }

    pub(super) fn forget_kept(self) -> Result<(), StoreError> {
        self.in_repository(Repository::wipe)
    }

    pub(super) fn forget_kept_aside(self) -> Result<(), StoreError> {
        self.in_repository(Repository::forget_aside)
    }

    fn in_repository(self, change: fn(&mut Kept) -> Result<(), StoreError>) -> Result<(), StoreError> {
        self.vault.try_update_value(|vault| vault.repository().and_then(change)).unwrap_or(Err(StoreError::Blocked))
    }
}
