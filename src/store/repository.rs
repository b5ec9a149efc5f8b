//! The document on a device, in two places: what a save is made of, and what comes of it.
//!
//! A save is [`Repository::prepare`]d, then committed to the journal, which is the durable place, then [`Repository::settle`]d, which copies it
//! to the local slot. A document that was never read cannot be saved over: there is no repository before [`Repository::load`], and
//! [`Repository::first`] is for a device that holds nothing, which the journal's fence proves.

use super::journal::SLOTS as JOURNAL_SLOTS;
use super::ring::{Copy, CopyKind, is_due, surplus};
use super::sealing::sealed;
use super::{Backend, Change, Lock, Opened, StoreError, Unreadable, head};
use crate::domain::Workspace;
use std::rc::Rc;

/// Slots by the parity of the generation, so that the last good document survives a save that breaks off.
pub(super) const SLOTS: [&str; 2] = ["skillstead.a", "skillstead.b"];
/// Where texts that could not be read are kept until the person lets them go.
pub(super) const ASIDE: [&str; 4] =
    ["skillstead.aside.1", "skillstead.aside.2", "skillstead.aside.3", "skillstead.aside.4"];
/// Where a tab that is hidden leaves at once what is not yet saved.
pub(super) const PEND: &str = "skillstead.pend.";
/// Says that somebody has kept something here: where it stands alone, the browser has taken the rest away.
pub(super) const USED: &str = "skillstead.used";
/// The same in the journal, and where it keeps what could not be read.
pub(super) const JOURNAL_USED: &str = "used";
pub(super) const JOURNAL_ASIDE: &str = "aside/";

/// After how many minutes without anybody the passphrase is asked for.
pub const LOCK_MINUTES: &str = "skillstead.lock-minutes";

/// How texts are read; the first module reads none.
pub type Reader = fn(&str) -> Result<Opened, Unreadable>;

/// A place among the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Local,
    Journal,
}

/// What goes with a save beside the document.
#[derive(Clone, Copy, Debug, Default)]
pub struct Occasion {
    /// The time, in minutes since 1970: it labels copies and orders nothing.
    pub minutes: i64,
    /// Whether another document takes the place of this one, so that much of it may go: a copy is made of it before.
    pub replaces: bool,
}

/// The key of what a hidden tab has left, to be removed once it is saved; with a text that has to be kept aside before.
pub(super) type Left = (String, Option<String>);

/// A slot whose text could not be read, with it: it is copied aside before its place is taken.
pub(super) type Unread = (Place, &'static str, String);

/// A save on its way.
#[derive(Clone, Debug)]
pub struct Commit {
    /// What the journal has to do.
    pub change: Change,
    pub(super) generation: u64,
    pub(super) text: String,
    pub(super) copies: Vec<Copy>,
}

/// Where a document is kept now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// In both places, or in the journal alone where it is too large for the other.
    Both,
    /// In one of them, since the other fails.
    One(StoreError),
}

/// Saves the one document.
#[derive(Debug)]
pub struct Repository<B> {
    pub(super) local: Option<B>,
    pub(super) reader: Option<Reader>,
    /// What closes the texts, where a passphrase is set.
    pub(super) lock: Option<Rc<dyn Lock>>,
    pub(super) generation: u64,
    /// The highest generation that the journal may hold. What it holds beyond was never seen here, and is not written over: a save that the
    /// local place alone has taken does not raise it.
    pub(super) fence: u64,
    /// The text of the generation that was read or saved last; none before the first save.
    pub(super) last: Option<String>,
    /// How much was in it.
    pub(super) weight: usize,
    pub(super) copies: Vec<Copy>,
    /// Whether the last text is of an older schema: it is copied before the first save.
    pub(super) is_migrated: bool,
    /// Slots whose text could not be read.
    pub(super) unread: Vec<Unread>,
    /// What hidden tabs have left.
    pub(super) pends: Vec<Left>,
    /// Why nothing may be written at all.
    pub(super) stopped: Option<StoreError>,
    /// Whether the local place and the journal say that somebody has kept something here.
    pub(super) marks: [bool; 2],
    pub(super) tab: String,
}

impl<B: Backend> Repository<B> {
    /// A repository on a device that holds nothing of ours yet. `tab` names this tab among others.
    #[must_use]
    pub fn first(local: Option<B>, tab: &str) -> Self {
        Self {
            local,
            reader: None,
            lock: None,
            generation: 0,
            fence: 0,
            last: None,
            weight: 0,
            copies: Vec::new(),
            is_migrated: false,
            unread: Vec::new(),
            pends: Vec::new(),
            stopped: None,
            marks: [false; 2],
            tab: tab.into(),
        }
    }

    /// The generation that was read or saved last.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// The text that was read or saved last, closed where there is a lock; none before.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.last.as_deref()
    }

    /// Why nothing may be written at all, if so.
    #[must_use]
    pub fn stopped(&self) -> Option<StoreError> {
        self.stopped
    }

    /// The copies of earlier documents, newest first.
    #[must_use]
    pub fn copies(&self) -> Vec<Copy> {
        let mut copies = self.copies.clone();
        copies.sort_unstable_by(|a, b| b.cmp(a));
        copies
    }

    /// Makes the next generation. Nothing is written yet.
    ///
    /// # Errors
    /// Where nothing may be written: something newer or unread in the way, a text that does not read back as the document, or
    /// a document of which half is gone without any command to let it go.
    pub fn prepare(&self, workspace: &Workspace, occasion: Occasion) -> Result<Commit, StoreError> {
        let text = sealed(workspace, self.generation + 1, self.lock.as_deref(), self.reader)?;
        self.prepare_sealed(workspace, text, occasion)
    }

    /// As [`Self::prepare`], where the text was made elsewhere: of this document, closed by this lock.
    ///
    /// # Errors
    /// See [`Self::prepare`]. A text that is not of the next generation, or that another lock has closed: another tab has saved meanwhile.
    pub fn prepare_sealed(
        &self,
        workspace: &Workspace,
        text: String,
        occasion: Occasion,
    ) -> Result<Commit, StoreError> {
        self.stopped.map_or(Ok(()), Err)?;
        let generation = self.generation + 1;
        if head(&text).is_none_or(|(_, named)| named != generation) || !self.is_mine(&text) {
            return Err(StoreError::AnotherTab(self.generation));
        }
        if !occasion.replaces && self.would_shrink(workspace) {
            return Err(StoreError::Shrunk);
        }
        let slot = JOURNAL_SLOTS[(generation % 2) as usize];
        let mut change = Change { base: self.fence, ..Change::default() };
        for (_, _, text) in self.unread.iter().filter(|(place, key, _)| *place == Place::Journal && *key == slot) {
            change.puts.push(([JOURNAL_ASIDE, slot, "-", &self.generation.to_string()].concat(), text.clone()));
        }
        if !self.marks[1] {
            change.puts.push((JOURNAL_USED.into(), "1".into()));
        }
        let copies = self.copied(occasion, &mut change);
        change.puts.push((slot.into(), text.clone()));
        Ok(Commit { change, generation, text, copies })
    }

    /// Adds the copies that are due to a change, and takes the surplus away; which there are then.
    fn copied(&self, occasion: Occasion, change: &mut Change) -> Vec<Copy> {
        let mut copies = self.copies.clone();
        let kind = match () {
            () if self.is_migrated => Some(CopyKind::Migration),
            () if occasion.replaces => Some(CopyKind::Before),
            () => is_due(&copies, occasion.minutes).then_some(CopyKind::Passing),
        };
        if let Some((kind, last)) = kind.zip(self.last.as_ref()) {
            let letters = last.encode_utf16().count() as u64;
            let copy = Copy { generation: self.generation, kind, minutes: occasion.minutes, letters };
            change.puts.push((copy.to_string(), last.clone()));
            copies.push(copy);
        }
        let surplus = surplus(&copies);
        copies.retain(|copy| !surplus.contains(copy));
        change.removes.extend(surplus.iter().filter(|copy| self.copies.contains(copy)).map(Copy::to_string));
        let is_kept = |key: &str| Copy::of(key).is_none_or(|copy| copies.contains(&copy));
        change.puts.retain(|(key, _)| is_kept(key));
        copies
    }

    /// What came of a commit: the local slot follows the journal, or stands in for it where it cannot be reached.
    ///
    /// # Errors
    /// Where neither place has the document now; the last one stays as it was. [`StoreError::AnotherTab`] and [`StoreError::Newer`] of the
    /// journal are never overridden.
    pub fn settle(
        &mut self,
        commit: Commit,
        journal: Result<(), StoreError>,
        workspace: &Workspace,
    ) -> Result<Kept, StoreError> {
        if let Err(StoreError::AnotherTab(_) | StoreError::Newer(_)) = journal {
            return journal.map(|()| Kept::Both);
        }
        if let (Err(error), false) = (journal, Self::has_room(&commit.text)) {
            // The local place may be the only one that has the last document: it is not to let that go.
            return Err(error);
        }
        let local = self.put_local(commit.generation, &commit.text);
        let kept = match (journal, local) {
            (Ok(()), Ok(())) => Kept::Both,
            (Ok(()), Err(error)) | (Err(error), Ok(())) => Kept::One(error),
            (Err(_), Err(error)) => return Err(error),
        };
        if journal.is_ok() {
            let slot = JOURNAL_SLOTS[(commit.generation % 2) as usize];
            self.unread.retain(|(place, key, _)| (*place, *key) != (Place::Journal, slot));
            self.fence = commit.generation;
            self.copies = commit.copies;
            self.is_migrated = false;
            self.marks[1] = true;
        }
        self.generation = commit.generation;
        self.last = Some(commit.text);
        self.weight = workspace.weight();
        self.forget_pends();
        Ok(kept)
    }

    /// The module of this page that was here before has saved up to this generation, or is about to: what is saved next goes beyond it.
    pub fn go_on_from(&mut self, generation: u64) {
        self.generation = self.generation.max(generation);
        self.fence = self.fence.max(generation);
    }

    /// Whether a document would lose more than half of what was saved last.
    #[must_use]
    pub fn would_shrink(&self, workspace: &Workspace) -> bool {
        shrinks(self.weight, workspace.weight())
    }

    /// The person wants to begin anew although something is there that cannot be read: it is kept aside from now on.
    pub fn begin_anew(&mut self) {
        if self.stopped == Some(StoreError::Unread) {
            self.stopped = None;
        }
    }

    /// Forgets everything that this product keeps of a person here; what the journal has to do for it. Other sites' keys stay.
    ///
    /// # Errors
    /// Where the local place cannot be written.
    pub fn wipe(&mut self, journal_keys: Vec<String>) -> Result<Change, StoreError> {
        let local = self.local.as_mut().ok_or(StoreError::Blocked)?;
        let beside = [USED, LOCK_MINUTES, super::BACKUP];
        let ours = |key: &String| [&SLOTS[..], &ASIDE, &beside].concat().contains(&key.as_str());
        let keys = local.keys()?.into_iter();
        for key in keys.filter(|key| ours(key) || key.starts_with(PEND)) {
            local.remove(&key)?;
        }
        *self = Self { reader: self.reader, ..Self::first(self.local.take(), &self.tab) };
        Ok(Change { base: u64::MAX, removes: journal_keys, ..Change::default() })
    }
}

/// Whether more than half of something larger than a handful is gone.
fn shrinks(before: usize, after: usize) -> bool {
    before >= 10 && after * 2 < before
}
