//! The local place: its slots, what hidden tabs leave there, and what could not be read and is kept aside.

use super::repository::{ASIDE, JOURNAL_ASIDE, PEND, Place, SLOTS, USED};
use super::{Backend, Change, Repository, StoreError, seal};
use crate::domain::Workspace;

/// Bytes that the local place takes of one text: it has room for about five million letters in all, four of such texts. A larger one, as
/// only an organisation has, is the journal's alone.
const MOST_BYTES: usize = 1_200_000;

impl<B: Backend> Repository<B> {
    /// Whether the local place takes a text of this size.
    pub(super) fn has_room(text: &str) -> bool {
        text.len() <= MOST_BYTES
    }

    /// Writes the local slot and reads it back. A text that is too large for this place, and that the journal has, lets the older ones go: whoever
    /// found them alone would take them for the last.
    pub(super) fn put_local(&mut self, generation: u64, text: &str) -> Result<(), StoreError> {
        self.check_local()?;
        let is_taken = Self::has_room(text);
        let slot = SLOTS[(generation % 2) as usize];
        let goes = |(place, key): (Place, &str)| place == Place::Local && (key == slot || !is_taken);
        let unread: Vec<String> =
            self.unread.iter().filter(|(place, key, _)| goes((*place, key))).map(|(_, _, text)| text.clone()).collect();
        for text in unread {
            self.set_aside(&text)?;
        }
        let is_marked = self.marks[0];
        let local = self.local.as_mut().ok_or(StoreError::Blocked)?;
        if is_taken {
            local.put(slot, text)?;
            if local.get(slot)?.as_deref() != Some(text) {
                return Err(StoreError::ReadBack);
            }
        } else {
            SLOTS.iter().try_for_each(|slot| local.remove(slot))?;
        }
        if !is_marked {
            local.put(USED, "1")?;
            self.marks[0] = true;
        }
        self.unread.retain(|(place, key, _)| !goes((*place, key)));
        Ok(())
    }

    fn check_local(&self) -> Result<(), StoreError> {
        let local = self.local.as_ref().ok_or(StoreError::Blocked)?;
        let texts = [local.get(SLOTS[0])?, local.get(SLOTS[1])?];
        super::fence(texts.iter().flatten().map(String::as_str), self.generation)
    }

    /// Copies a text to the first free place: an earlier one is never given up for a later one.
    ///
    /// # Errors
    /// Where the local place cannot be written, or every place is taken.
    pub fn set_aside(&mut self, text: &str) -> Result<(), StoreError> {
        let text = self.as_mine(text);
        let local = self.local.as_mut().ok_or(StoreError::Blocked)?;
        for key in ASIDE {
            match local.get(key)? {
                Some(kept) if kept == text => return Ok(()),
                Some(_) => {}
                None => return local.put(key, &text),
            }
        }
        Err(StoreError::Full)
    }

    /// Leaves the next generation where it is written at once: a hidden page may not live to see a transaction end. What becomes of
    /// it is decided when it is next read.
    ///
    /// # Errors
    /// Where nothing may be written, or the local place cannot be; for a document that it has no room for.
    pub fn pend(&mut self, workspace: &Workspace) -> Result<(), StoreError> {
        self.stopped.map_or(Ok(()), Err)?;
        if workspace.organisation.len() > MOST_BYTES {
            return Err(StoreError::Full);
        }
        let key = [PEND, &self.tab].concat();
        let text = super::locking::closed(seal(workspace, self.generation + 1), self.lock.as_deref())?;
        self.local.as_mut().ok_or(StoreError::Blocked)?.put(&key, &text)?;
        if !self.pends.iter().any(|(known, _)| *known == key) {
            self.pends.push((key, None));
        }
        Ok(())
    }

    /// Whether this tab has left something that is not forgotten yet.
    #[must_use]
    pub fn has_left(&self) -> bool {
        self.pends.iter().any(|(key, _)| key.strip_prefix(PEND) == Some(&self.tab))
    }

    pub(super) fn forget_pends(&mut self) {
        for (key, conflict) in std::mem::take(&mut self.pends) {
            let is_safe = conflict.as_ref().is_none_or(|text| self.set_aside(text).is_ok());
            let is_gone = is_safe && self.local.as_mut().is_some_and(|local| local.remove(&key).is_ok());
            if !is_gone {
                // What stays is found to be saved when it is next read, or is offered once more.
                self.pends.push((key, conflict));
            }
        }
    }

    /// Lets go of what was set aside, as the person asked; what the journal has to do for it.
    ///
    /// # Errors
    /// Where the local place cannot be written.
    pub fn forget_aside(&mut self, journal_keys: &[String]) -> Result<Change, StoreError> {
        let mut removes: Vec<String> =
            journal_keys.iter().filter(|key| key.starts_with(JOURNAL_ASIDE)).cloned().collect();
        let local = self.local.as_mut().ok_or(StoreError::Blocked)?;
        ASIDE.iter().try_for_each(|key| local.remove(key))?;
        for (place, slot, _) in std::mem::take(&mut self.unread) {
            match place {
                Place::Local => local.remove(slot)?,
                Place::Journal => removes.push(slot.into()),
            }
        }
        Ok(Change { base: u64::MAX, removes, ..Change::default() })
    }
}
