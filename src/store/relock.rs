//! A passphrase is set, changed or taken away: everything that is kept is closed anew, in one transaction of the journal.

use super::journal::SLOTS as JOURNAL_SLOTS;
use super::locking::{closed, opened};
use super::repository::{ASIDE, JOURNAL_ASIDE, PEND, SLOTS};
use super::sealing::sealed;
use super::{Backend, Change, Commit, Copy, Kept, Loaded, Lock, Repository, StoreError, Unreadable, head};
use crate::domain::Workspace;
use std::rc::Rc;

impl<B: Backend> Repository<B> {
    /// Makes the next generation, closed by another lock or by none, and closes every copy of earlier documents the same way: `kept` is all
    /// that the journal holds. Nothing is written yet. A copy that cannot be opened goes: it would stay readable, or never be.
    ///
    /// # Errors
    /// As [`Repository::prepare`]; and [`StoreError::Unread`] where something is set aside, or was left by a hidden tab and is not yet saved:
    /// it would stay closed as it was.
    pub fn prepare_relock(
        &self,
        lock: Option<&dyn Lock>,
        kept: &[(String, String)],
        workspace: &Workspace,
    ) -> Result<Commit, StoreError> {
        self.stopped.map_or(Ok(()), Err)?;
        // Another tab may have left something since this one has looked.
        let is_left = |key: &String| ASIDE.contains(&key.as_str()) || key.starts_with(PEND);
        let has_aside =
            self.local.as_ref().is_some_and(|local| local.keys().is_ok_and(|keys| keys.iter().any(is_left)));
        let in_journal = kept.iter().any(|(key, _)| key.starts_with(JOURNAL_ASIDE));
        if has_aside || in_journal || !self.unread.is_empty() || !self.pends.is_empty() {
            return Err(StoreError::Unread);
        }
        let generation = self.generation + 1;
        let text = sealed(workspace, generation, lock, self.reader)?;
        let slot = |generation: u64| JOURNAL_SLOTS[(generation % 2) as usize].to_owned();
        let mut change = Change { base: self.fence, ..Change::default() };
        change.removes.push(slot(generation + 1));
        let mut copies = Vec::new();
        for (key, text) in kept {
            let Some(copy) = Copy::of(key) else { continue };
            change.removes.push(key.clone());
            let plain = opened(text, self.lock.as_deref()).ok();
            if let Some(anew) = plain.and_then(|plain| closed(plain, lock).ok()) {
                let copy = Copy { letters: anew.encode_utf16().count() as u64, ..copy };
                change.puts.push((copy.to_string(), anew));
                copies.push(copy);
            }
        }
        change.puts.push((slot(generation), text.clone()));
        Ok(Commit { change, generation, text, copies })
    }

    /// What came of it: from now on the lock is the new one, and nothing is left in the local place of what the old one closed.
    ///
    /// # Errors
    /// Where the journal has not done it: then all is as it was.
    pub fn settle_relock(
        &mut self,
        lock: Option<Rc<dyn Lock>>,
        commit: Commit,
        journal: Result<(), StoreError>,
        workspace: &Workspace,
    ) -> Result<Kept, StoreError> {
        journal?;
        self.lock = lock;
        let kept = self.settle(commit, Ok(()), workspace);
        self.sweep();
        kept
    }

    /// Takes away what an earlier lock has left in the local place, or the time before there was one. The journal is always ahead of it.
    pub(super) fn sweep(&mut self) {
        for slot in SLOTS {
            let text = self.local.as_ref().and_then(|local| local.get(slot).ok().flatten());
            if text.is_some_and(|text| self.is_older(&text) && !self.is_mine(&text)) {
                // Where it cannot be taken away now it is when this device is next opened.
                self.local.as_mut().map(|local| local.remove(slot).ok());
            }
        }
    }

    /// What another lock has closed, and is older than what was read, is no loss: a change of the lock broke off.
    pub(super) fn pass_over_old_locks(&mut self, loaded: &mut Loaded) {
        let is_old = |text: &str| self.is_older(text) && self.open(text).err() == Some(Unreadable::Locked);
        let old: Vec<String> =
            self.unread.iter().map(|(_, _, text)| text).filter(|text| is_old(text)).cloned().collect();
        self.unread.retain(|(_, _, text)| !old.contains(text));
        loaded.aside.retain(|aside| !old.contains(&aside.text));
    }

    /// Whether the lock is another one now than what was read was to be opened with: another tab has changed it.
    #[must_use]
    pub fn is_locked_anew(&self) -> bool {
        let is_closed = |text: &String| self.open(text).err() == Some(Unreadable::Locked);
        self.last.as_ref().is_some_and(|text| !self.is_mine(text))
            || self.unread.iter().any(|(_, _, text)| is_closed(text))
    }

    pub(super) fn is_older(&self, text: &str) -> bool {
        head(text).is_some_and(|(_, generation)| generation < self.generation)
    }
}
