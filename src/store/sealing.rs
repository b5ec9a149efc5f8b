//! A document as a text to be kept; and what the page and the worker that makes it of a large one say to each other.

use super::lock::{Handed, Key, Random};
use super::locking::{closed, opened};
use super::{Lock, Reader, StoreError, open, seal};
use crate::domain::Workspace;
use serde::{Deserialize, Serialize};

/// A document as a text to be kept, which reads back as the document.
///
/// # Errors
/// Where no lots are drawn for the lock, and where it does not read back.
pub(super) fn sealed(
    workspace: &Workspace,
    generation: u64,
    lock: Option<&dyn Lock>,
    reader: Option<Reader>,
) -> Result<String, StoreError> {
    let text = closed(seal(workspace, generation), lock)?;
    let Some(read) = reader else { return Ok(text) };
    let again = opened(&text, lock).and_then(|plain| read(&plain));
    if again.is_ok_and(|opened| opened.workspace == *workspace) { Ok(text) } else { Err(StoreError::ReadBack) }
}

/// What the page asks for: a document as a text to be kept. The organisation, which is what makes it large, stands beside the message.
#[derive(Debug, Serialize, Deserialize)]
pub struct Ask {
    /// The document without its organisation, as [`seal`] writes it, of the generation that is wanted.
    pub rest: String,
    /// What closes it, where a passphrase is set.
    pub key: Option<Handed>,
}

/// What the worker says.
#[derive(Debug, Serialize, Deserialize)]
pub enum Reply {
    /// It listens.
    Ready,
    /// The text is beside this message.
    Sealed,
    /// There is none.
    Failed,
}

impl Ask {
    /// Asks for this document.
    #[must_use]
    pub fn of(workspace: &Workspace, generation: u64, lock: Option<&dyn Lock>) -> Self {
        let rest = Workspace { organisation: "".into(), ..workspace.clone() };
        Self { rest: seal(&rest, generation), key: lock.map(Lock::hand) }
    }

    /// The worker's answer: the text.
    ///
    /// # Errors
    /// What is no document, and as for a save on the page.
    ///
    /// ```
    /// use skillstead::{domain::Workspace, store::{open, seal, sealing::Ask}};
    /// let town = Workspace { organisation: r#"{"organisation":1,"name":"Town"}"#.into(), ..Workspace::default() };
    /// let text = Ask::of(&town, 7, None).answer(town.organisation.to_string(), |_| true)?;
    /// assert_eq!(text, seal(&town, 7));
    /// # Ok::<(), skillstead::store::StoreError>(())
    /// ```
    pub fn answer(self, organisation: String, random: Random) -> Result<String, StoreError> {
        let rest = open(&self.rest).map_err(|_| StoreError::ReadBack)?;
        let workspace = Workspace { organisation: organisation.into(), ..rest.workspace };
        let key = self.key.map(|handed| Key::handed(&handed, random));
        sealed(&workspace, rest.generation, key.as_ref().map(|key| key as &dyn Lock), Some(open))
    }
}
