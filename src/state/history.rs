//! Undo and redo: the documents before and after. A document is small, so it is kept whole.

use crate::domain::Workspace;

/// As many steps back as are kept.
const DEPTH: usize = 50;

/// The documents to go back to, and forward to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Vec<Workspace>,
    future: Vec<Workspace>,
}

impl History {
    /// Whether there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    pub(super) fn of(past: Vec<Workspace>, future: Vec<Workspace>) -> Self {
        Self { past, future }
    }

    pub(super) fn past(&self) -> &[Workspace] {
        &self.past
    }

    pub(super) fn future(&self) -> &[Workspace] {
        &self.future
    }

    /// Remembers the document before a change; what was undone before is no longer ahead.
    pub(super) fn remember(&mut self, before: Workspace) {
        self.future.clear();
        self.past.push(before);
        if self.past.len() > DEPTH {
            self.past.remove(0);
        }
    }

    /// One step back: the document to show instead of `now`.
    pub(super) fn undo(&mut self, now: Workspace) -> Option<Workspace> {
        let before = self.past.pop()?;
        self.future.push(now);
        Some(before)
    }

    /// One step forward again.
    pub(super) fn redo(&mut self, now: Workspace) -> Option<Workspace> {
        let after = self.future.pop()?;
        self.past.push(now);
        Some(after)
    }
}
