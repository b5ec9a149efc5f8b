//! What is kept on this device beside the document: copies of earlier ones, texts that could not be read; and how all of it is let go.

use super::{App, SaveStatus};
use crate::domain::Workspace;
use crate::store::{Change, Copy, Journal, StoreError};
use leptos::prelude::*;
use leptos::task::spawn_local;

impl App {
    /// Brings the list of copies up to what there is.
    pub(super) fn refresh_copies(self) {
        if let Some(copies) = self.vault.try_with_value(|vault| vault.repository.copies()) {
            self.copies.set(copies);
        }
    }

    /// Takes an earlier document in the place of this one, of which a copy is made before. It can be undone.
    pub fn restore(self, copy: Copy) {
        spawn_local(async move {
            let Some(journal) = self.vault.try_with_value(|vault| vault.journal.clone()) else { return };
            let text = journal.get(&copy.to_string()).await.ok().flatten();
            let open = |text: String| self.vault.try_with_value(|vault| vault.repository.open(&text).ok()).flatten();
            match text.and_then(open) {
                Some(opened) => self.replace(opened.workspace),
                None => self.status.set(SaveStatus::NotSaved(StoreError::Unread)),
            }
        });
    }

    /// Forgets everything of the person's on this device: the document, its copies, what was set aside.
    pub(super) fn forget_kept(self, gone: impl FnOnce() + 'static) {
        self.workspace.set(Workspace::default());
        self.save_no_more();
        self.in_both(
            |vault, keys| vault.repository.wipe(keys),
            move |done| {
                self.refresh_copies();
                match done {
                    Ok(()) => {
                        self.status.set(SaveStatus::Empty);
                        gone();
                    }
                    Err(error) => self.status.set(SaveStatus::NotSaved(error)),
                }
                self.announce(0);
            },
        );
    }

    /// Lets go of what was set aside: the person has it, or does not want it.
    pub fn forget_aside(self) {
        self.in_both(
            |vault, keys| vault.repository.forget_aside(&keys),
            move |done| match done {
                Ok(()) => self.aside.set(Vec::new()),
                Err(error) => self.status.set(SaveStatus::NotSaved(error)),
            },
        );
    }

    /// Begins anew where nothing of what is there can be read; it is kept aside.
    pub fn begin_anew(self) {
        self.vault.update_value(|vault| vault.repository.begin_anew());
        self.gone.set(false);
        self.status.set(SaveStatus::Empty);
    }

    /// Changes the local place, then the journal as that says.
    fn in_both(
        self,
        change: impl FnOnce(&mut super::vault::Vault, Vec<String>) -> Result<Change, StoreError> + 'static,
        then: impl FnOnce(Result<(), StoreError>) + 'static,
    ) {
        spawn_local(async move {
            let Some(journal) = self.vault.try_with_value(|vault| vault.journal.clone()) else { return };
            let keys = journal.keys().await;
            let unread = keys.as_ref().err().copied();
            let changed = self.vault.try_update_value(|vault| change(vault, keys.unwrap_or_default()));
            then(match (changed, unread) {
                (Some(Ok(change)), None) => journal.commit(&change).await,
                // What it holds is still there.
                (Some(Ok(_)), Some(error)) | (Some(Err(error)), _) => Err(error),
                (None, _) => Ok(()),
            });
        });
    }
}
