//! Keeps the document: a moment after each change, and at once when the page is hidden. Failure is on screen until it ends.

use super::{App, has_panicked};
use crate::domain::Workspace;
use crate::store::sealing::Ask;
use crate::store::{Change, Journal, Kept, StoreError};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;

const AFTER: Duration = Duration::from_millis(300);
/// No change puts a save off for longer than this.
const LONGEST_MS: f64 = 700.0;
/// Seconds until a save that has failed is tried again: longer each time.
const AGAIN: [u64; 5] = [1, 2, 5, 10, 30];

/// Whether what was entered is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    /// Nothing to keep yet.
    Empty,
    /// Kept, where a crash or a cut of the power cannot take it away.
    Saved,
    /// About to be kept.
    Saving,
    /// Kept in one of its two places, and why not in the other.
    Unprotected(StoreError),
    /// Not kept, and why.
    NotSaved(StoreError),
}

impl App {
    /// On a first visit the local place is empty; the journal may not be, and only the whole can read it.
    pub(super) fn look_around(self) {
        spawn_local(async move {
            let Some(journal) = self.vault.try_with_value(|vault| vault.journal.clone()) else { return };
            match journal.keys().await {
                Ok(keys) => self.known.set(!keys.is_empty()),
                Err(error) => {
                    if self.vault.try_with_value(|vault| vault.has_local()) == Some(false) {
                        self.status.set(SaveStatus::NotSaved(error));
                    }
                }
            }
        });
    }

    /// What the tab that writes does first: either place gets what the other one has, and what was left unsaved is saved.
    pub(super) fn settle_in(self, heal: Option<Change>, is_unsaved: bool) {
        if !self.tab.get_untracked().writes {
            return;
        }
        let local = self.vault.try_update_value(|vault| vault.repository.heal_local(is_unsaved));
        spawn_local(async move {
            let journal = self.vault.try_with_value(|vault| vault.journal.clone());
            let healed = match journal.zip(heal) {
                Some((journal, heal)) => journal.commit(&heal).await,
                None => Ok(()),
            };
            if is_unsaved {
                self.save_soon();
            } else if let (Err(error), SaveStatus::Saved) =
                (healed.and(local.unwrap_or(Ok(()))), self.status.get_untracked())
            {
                self.status.set(SaveStatus::Unprotected(error));
            }
        });
    }

    /// Whether everything is in a place at least.
    pub(super) fn is_kept(self) -> bool {
        let in_one = matches!(self.status.get_untracked(), SaveStatus::Unprotected(_));
        self.vault.try_with_value(|vault| !vault.is_saving && (!vault.is_dirty || in_one)).unwrap_or(true)
    }

    /// Saves a moment from now; a change in that moment waits with it.
    pub(super) fn save_soon(self) {
        let now = js_sys::Date::now();
        let since = self.vault.try_update_value(|vault| {
            vault.is_dirty = true;
            *vault.waits_since.get_or_insert(now)
        });
        // Whoever never pauses is saved all the same.
        if since.is_none_or(|since| now - since < LONGEST_MS) {
            self.save_after(AFTER);
        } else {
            // Its time has come while a save was on its way, which may not have ended well.
            self.save_now();
        }
        if !matches!(self.status.get_untracked(), SaveStatus::NotSaved(_)) {
            self.status.set(SaveStatus::Saving);
        }
    }

    fn save_after(self, wait: Duration) {
        self.wait_for(set_timeout_with_handle(move || self.save_now(), wait).ok());
    }

    /// Lets go of a save that is waiting.
    pub(super) fn save_no_more(self) {
        self.vault.update_value(|vault| (vault.is_dirty, vault.waits_since) = (false, None));
        self.wait_for(None);
    }

    fn wait_for(self, timer: Option<TimeoutHandle>) {
        let before = self.vault.try_update_value(|vault| std::mem::replace(&mut vault.timer, timer));
        if let Some(before) = before.flatten() {
            before.clear();
        }
    }

    /// Saves now, one save after the other, and tries again for as long as there is hope.
    pub(super) fn save_now(self) {
        let begins = self.vault.try_update_value(|vault| {
            let begins =
                !vault.is_saving && vault.is_dirty && !has_panicked() && self.tab.with_untracked(|tab| tab.writes);
            if begins {
                (vault.is_saving, vault.is_dirty, vault.waits_since) = (true, false, None);
            }
            begins
        });
        if begins == Some(true) {
            spawn_local(self.save(self.workspace.get_untracked()));
        }
    }

    async fn save(self, workspace: Workspace) {
        let begun = self.vault.try_update_value(|vault| {
            let (occasion, repository) = (vault.occasion(&workspace), &vault.repository);
            let far = vault.keeper_of(&workspace).map(|keeper| {
                keeper(Ask::of(&workspace, repository.generation() + 1, repository.lock()), &workspace.organisation)
            });
            (occasion, far, vault.journal.clone())
        });
        let Some((occasion, far, journal)) = begun else { return };
        let text = match far {
            // What the worker cannot make is made here, however long it takes.
            Some(far) => far.await.ok(),
            None => None,
        };
        let commit = self.vault.try_with_value(|vault| match text {
            Some(text) => vault.repository.prepare_sealed(&workspace, text, occasion),
            None => vault.repository.prepare(&workspace, occasion),
        });
        let kept = match commit {
            None => return,
            Some(Err(error)) => Some(Err(error)),
            Some(Ok(commit)) => {
                let done = journal.commit(&commit.change).await;
                self.vault.try_update_value(|vault| {
                    let has_left = vault.repository.has_left();
                    let kept = vault.repository.settle(commit, done, &workspace);
                    if has_left && vault.is_dirty {
                        // What a hidden page has left is newer than what was saved just now.
                        vault.repository.pend(&self.workspace.get_untracked()).ok();
                    }
                    kept
                })
            }
        };
        let Some(kept) = kept else { return };
        let is_lost = self.vault.try_update_value(|vault| {
            vault.replaces |= occasion.replaces && kept.is_err();
            kept.is_err() && !vault.is_dirty
        });
        if is_lost == Some(true) && !self.tab.get_untracked().writes {
            // Nobody will try again: another tab has begun to write meanwhile.
            self.keep_beside(&workspace);
        }
        self.save_ended(kept);
    }

    pub(super) fn save_ended(self, kept: Result<Kept, StoreError>) {
        let trouble = match kept {
            Ok(Kept::Both) => None,
            Ok(Kept::One(error)) | Err(error) => Some(error),
        };
        let next = self.vault.try_update_value(|vault| {
            vault.is_saving = false;
            let has_changed = vault.is_dirty;
            vault.is_dirty |= trouble.is_some();
            vault.n_failed = if trouble.is_some() { vault.n_failed + 1 } else { 0 };
            (has_changed, vault.n_failed, vault.repository.generation())
        });
        let Some((has_changed, n_failed, generation)) = next else { return };
        if kept.is_ok() {
            self.announce(generation);
            self.refresh_copies();
        }
        match kept {
            Ok(_) if has_changed => return self.save_now(),
            Ok(Kept::Both) => self.status.set(SaveStatus::Saved),
            Ok(Kept::One(error)) => self.status.set(SaveStatus::Unprotected(error)),
            Err(StoreError::AnotherTab(_)) => return (self.vault.with_value(|vault| vault.outrun))(self),
            Err(error) => self.status.set(SaveStatus::NotSaved(error)),
        }
        self.yield_if_saved();
        if matches!(trouble, Some(StoreError::Full | StoreError::Failing)) {
            self.save_after(Duration::from_secs(AGAIN[n_failed.clamp(1, AGAIN.len()) - 1]));
        }
    }

    /// Whatever is still waiting is left at once where it is found again, when the page is hidden or left; and the browser asks before it
    /// closes a page of which something is not kept.
    pub(super) fn watch_hiding(self) {
        let hide = move |_: leptos::ev::Event| {
            let is_unsaved = self.vault.try_with_value(|vault| vault.is_dirty || vault.is_saving).unwrap_or(false);
            if is_unsaved && !has_panicked() && self.tab.with_untracked(|tab| tab.writes) {
                let workspace = self.workspace.get_untracked();
                // Where it cannot be left the save that is under way has to do.
                self.vault.update_value(|vault| {
                    vault.repository.pend(&workspace).ok();
                });
                self.save_now();
            }
        };
        let on = |name: &'static str| leptos::ev::Custom::<leptos::ev::Event>::new(name);
        for name in ["pagehide", "visibilitychange", "blur"] {
            let listener = window_event_listener(on(name), hide);
            // After the handover this module must not write any more.
            on_cleanup(move || listener.remove());
        }
        let ask = window_event_listener(on("beforeunload"), move |event| {
            // What is on its way is left where it is found again, unless it is too large for that.
            let is_on_its_way = || {
                let workspace = self.workspace.read_untracked();
                self.vault
                    .with_value(|vault| (vault.is_dirty || vault.is_saving) && vault.keeper_of(&workspace).is_some())
            };
            let is_lost = matches!(self.status.get_untracked(), SaveStatus::NotSaved(_)) || is_on_its_way();
            if let (true, Some(event)) = (is_lost, event.dyn_ref::<BeforeUnloadEvent>()) {
                event.prevent_default();
            }
        });
        on_cleanup(move || ask.remove());
    }

    pub(super) fn keep_settings(self) {
        let settings = self.settings.get_untracked();
        self.vault.with_value(|vault| vault.keep_settings(&settings));
    }
}
