//! The passphrase of an open document: set, changed, taken away.

use super::derive::{key_of, lots, new_key};
use super::idle::USUAL_MINUTES;
use super::sealed_file::SealedFile;
use crate::state::transfer::LookInto;
use crate::state::vault::Vault;
use crate::state::{App, PlanOffer, SaveStatus, browser};
use crate::store::lock::{Key, LockError, Strength, made_up, strength};
use crate::store::{Journal, Kept, Lock, StoreError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use zeroize::Zeroizing;

/// What is happening to the passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockStage {
    /// Nothing.
    Idle,
    /// A key is being derived, or everything is being closed anew.
    Working,
    /// It was done.
    Done,
    /// Nothing was changed.
    Failed(LockFailure),
}

/// Why nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockFailure {
    /// The passphrase, or the worker.
    Lock(LockError),
    /// What is kept.
    Store(StoreError),
}

/// The passphrase of this page's document. Only the whole has it.
#[derive(Clone, Copy, Debug)]
pub struct Guard {
    pub(super) app: App,
    /// Looks into a document before it is taken in.
    pub(super) look_into: LookInto,
    /// The key, while there is a passphrase.
    pub(super) key: RwSignal<Option<Rc<Key>>, LocalStorage>,
    /// What is happening.
    pub stage: RwSignal<LockStage>,
    /// A closed file that waits for its own passphrase.
    pub file: RwSignal<Option<SealedFile>>,
    /// A plan of an organisation that waits for a yes.
    pub plan: RwSignal<Option<PlanOffer>>,
    /// Minutes without anybody until the lock falls.
    pub(super) minutes: RwSignal<u8>,
    /// When the person was last seen, in milliseconds since 1970.
    pub(super) seen: StoredValue<f64>,
    pub(super) is_locking: StoredValue<bool>,
}

impl Guard {
    /// Provides it to the page below.
    pub(in crate::state) fn provide(app: App, key: Option<Rc<Key>>, look_into: LookInto) {
        let minutes = app.vault.try_with_value(|vault| vault.lock_minutes()).flatten();
        let guard = Self {
            app,
            look_into,
            key: RwSignal::new_local(key),
            stage: RwSignal::new(LockStage::Idle),
            file: RwSignal::new(None),
            plan: RwSignal::new(None),
            minutes: RwSignal::new(minutes.unwrap_or(USUAL_MINUTES).clamp(1, 60)),
            seen: StoredValue::new(js_sys::Date::now()),
            is_locking: StoredValue::new(false),
        };
        provide_context(guard);
        guard.watch_idle();
        // With everything else the passphrase is forgotten.
        Effect::new(move |_| {
            let is_locked = app.vault.try_with_value(|vault| vault.repository.lock().is_some()).unwrap_or(true);
            if app.status.get() == SaveStatus::Empty && !is_locked {
                guard.key.set(None);
            }
        });
    }

    /// The passphrase of the page.
    ///
    /// # Panics
    /// Outside of the whole page: a mistake in the code, not in the data.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// Whether there is a passphrase.
    #[must_use]
    pub fn is_on(self) -> bool {
        self.key.with(Option::is_some)
    }

    /// How hard a passphrase is to guess.
    #[must_use]
    pub fn strength(typed: &str) -> Strength {
        strength(typed)
    }

    /// A passphrase drawn by lot; none where the browser draws none.
    #[must_use]
    pub fn made_up() -> Option<String> {
        let mut bytes = [0; 10];
        lots(&mut bytes).then(|| made_up(bytes))
    }

    /// Sets a passphrase where there is none; otherwise the present one has to be right. An empty new one takes it away. Everything that is
    /// kept is closed anew with a new key: who knew the old passphrase opens nothing of it.
    pub fn set(self, present: String, new: String) {
        if self.app.refuses() {
            return;
        }
        self.stage.set(LockStage::Working);
        spawn_local(async move {
            let done = self.change(present, new).await;
            self.stage.set(done.map_or_else(LockStage::Failed, |()| LockStage::Done));
        });
    }

    async fn change(self, present: String, new: String) -> Result<(), LockFailure> {
        if let Some(key) = self.key.get_untracked() {
            key_of(std::slice::from_ref(key.header()), &Zeroizing::new(present)).await.map_err(LockFailure::Lock)?;
        }
        let key = if new.is_empty() { None } else { Some(new_key(new).await.map_err(LockFailure::Lock)?) };
        self.app.all_saved().await.map_err(LockFailure::Store)?;
        if self.app.refuses() {
            // To make the key took its time: another tab has begun to write.
            return Err(LockFailure::Store(StoreError::AnotherTab(0)));
        }
        let lock = key.clone().map(|key| key as Rc<dyn Lock>);
        self.app.relock(lock).await.map_err(LockFailure::Store)?;
        self.key.set(key);
        self.seen.set_value(js_sys::Date::now());
        Ok(())
    }
}

impl App {
    /// Waits until everything is kept.
    ///
    /// # Errors
    /// Where it cannot be: what is here would be lost.
    pub(super) async fn all_saved(self) -> Result<(), StoreError> {
        for _ in 0..100 {
            if self.is_kept() {
                return Ok(());
            }
            self.save_now();
            browser::pause(30).await;
        }
        Err(StoreError::Failing)
    }

    /// Closes everything that is kept with another lock, or with none.
    async fn relock(self, lock: Option<Rc<dyn Lock>>) -> Result<(), StoreError> {
        let gone = || StoreError::Failing;
        let journal = self.vault.try_with_value(|vault| vault.journal.clone()).ok_or_else(gone)?;
        // Another save waits for its end.
        self.vault.update_value(|vault| vault.is_saving = true);
        let done = self.relock_in(&journal, lock).await;
        match done {
            Ok(kept) => self.save_ended(Ok(kept)),
            Err(_) => {
                self.vault.update_value(|vault| vault.is_saving = false);
                self.save_now();
            }
        }
        done.map(drop)
    }

    async fn relock_in(self, journal: &impl Journal, lock: Option<Rc<dyn Lock>>) -> Result<Kept, StoreError> {
        let mut kept = Vec::new();
        for key in journal.keys().await? {
            if let Some(text) = journal.get(&key).await? {
                kept.push((key, text));
            }
        }
        let workspace = self.workspace.get_untracked();
        let prepare = |vault: &Vault| vault.repository.prepare_relock(lock.as_deref(), &kept, &workspace);
        let commit = self.vault.try_with_value(prepare).ok_or(StoreError::Failing)??;
        let done = journal.commit(&commit.change).await;
        let settled =
            self.vault.try_update_value(|vault| vault.repository.settle_relock(lock, commit, done, &workspace));
        settled.unwrap_or(Err(StoreError::Failing))
    }
}
