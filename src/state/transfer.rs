//! The document as a file: out, and in again after a look.

use super::{App, browser};
use crate::domain::Workspace;
use crate::store::{Unreadable, seal};
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// No document of a person comes near this size, in bytes.
const LARGEST: f64 = 25.0 * 1024.0 * 1024.0;

/// A document that waits for a yes.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The file's own name.
    pub file: String,
    /// What it holds.
    pub workspace: Workspace,
    /// How many people and positions, where it is an organisation's.
    pub organisation: Option<(usize, usize)>,
}

/// Why a file cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransferError {
    /// Larger than any document.
    TooLarge,
    /// The browser could not read it.
    Unread,
    /// It is no document that this version knows.
    Document(Unreadable),
    /// It is an organisation's, and this is a person's own page.
    Organisation,
    /// It is a person's own, and this is an organisation's page.
    Personal,
}

impl App {
    /// Hands the document to the person as a file that can be taken in again.
    pub fn export(self) {
        let name = format!("skillstead-{}.json", self.today);
        self.workspace.with_untracked(|workspace| browser::download(&name, &seal(workspace, 1)));
    }

    /// Takes the document that was looked into, or leaves it.
    pub fn answer_preview(self, take: bool) {
        let preview = self.preview.try_update(Option::take).flatten();
        if let (true, Some(Ok(preview))) = (take, preview) {
            self.replace(preview.workspace);
        }
    }
}

/// What a document is refused for, or how many people and positions are in it.
pub(super) type LookInto = fn(&Workspace) -> Result<Option<(usize, usize)>, TransferError>;

/// What a file would put in the place of a person's own document.
///
/// # Errors
/// An organisation's file.
pub(super) fn look_into(workspace: &Workspace) -> Result<Option<(usize, usize)>, TransferError> {
    if workspace.organisation.is_empty() { Ok(None) } else { Err(TransferError::Organisation) }
}

/// The text of a person's own file.
pub(super) async fn read(file: &File) -> Result<String, TransferError> {
    if file.size() > LARGEST {
        return Err(TransferError::TooLarge);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    text.ok_or(TransferError::Unread)
}
