//! The document as a closed file: out with the passphrase that is set, in with the one that it was closed with.

use super::derive::key_of;
use super::{Guard, LockFailure, LockStage};
use crate::state::{Preview, TransferError, browser, transfer};
use crate::store::lock::{Header, LockError, is_locked};
use crate::store::{Space, Unreadable, open, seal};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;
use zeroize::Zeroizing;

/// A closed file, not yet opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedFile {
    /// The file's own name.
    pub name: String,
    text: String,
}

impl Guard {
    /// Hands the document to the person as a file that only the passphrase opens.
    pub fn export_sealed(self) {
        let plain = self.app.workspace.with_untracked(|workspace| seal(workspace, 1));
        let sealed = self.key.with_untracked(|key| key.as_ref().map(|key| key.close(&plain)));
        match sealed {
            Some(Ok(text)) => browser::download(&format!("skillstead-{}-locked.json", self.app.today), &text),
            Some(Err(error)) => self.stage.set(LockStage::Failed(LockFailure::Lock(error))),
            None => {}
        }
    }

    /// Looks into a file and shows what it holds; nothing changes yet. A closed one is opened at once where it is closed as the document is;
    /// otherwise it waits for its passphrase.
    pub fn look_into(self, file: File) {
        self.leave_file();
        spawn_local(async move {
            match transfer::read(&file).await {
                Ok(text) if is_locked(&text) => {
                    match self.key.with_untracked(|key| key.as_ref().and_then(|key| key.open(&text).ok())) {
                        Some(plain) => self.show(file.name(), &plain),
                        None => self.file.set(Some(SealedFile { name: file.name(), text })),
                    }
                }
                Ok(text) => self.show(file.name(), &text),
                Err(error) => self.app.preview.set(Some(Err(error))),
            }
        });
    }

    /// Opens the closed file that waits.
    pub fn open_file(self, passphrase: String) {
        let Some(SealedFile { name, text }) = self.file.get_untracked() else { return };
        self.stage.set(LockStage::Working);
        spawn_local(async move {
            match plain_of(&text, &Zeroizing::new(passphrase)).await {
                Ok(plain) => {
                    self.file.set(None);
                    self.show(name, &plain);
                }
                // One word for a wrong passphrase and a changed file: nobody can tell which.
                Err(_) => self.app.preview.set(Some(Err(TransferError::Document(Unreadable::Locked)))),
            }
            self.stage.set(LockStage::Idle);
        });
    }

    /// Lets it go.
    pub fn leave_file(self) {
        self.file.set(None);
        self.plan.set(None);
        self.app.preview.set(None);
    }

    fn show(self, file: String, plain: &str) {
        // A plan is for a person, not for an organisation's document.
        let is_personal = self.app.vault.with_value(|vault| vault.space == Space::Personal);
        if is_personal && self.look_into_plan(plain) {
            return;
        }
        let looked = open(plain).map_err(TransferError::Document).and_then(|opened| {
            let organisation = (self.look_into)(&opened.workspace)?;
            Ok(Preview { file, workspace: opened.workspace, organisation })
        });
        self.app.preview.set(Some(looked));
    }
}

async fn plain_of(text: &str, passphrase: &str) -> Result<String, LockError> {
    let header = Header::of(text)?;
    let key = key_of(std::slice::from_ref(&header), passphrase).await?;
    key.open(text)
}
