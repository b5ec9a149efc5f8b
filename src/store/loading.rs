//! What is found on a device: the highest generation that can be read, over both places; and nothing is written yet.

use super::journal::SLOTS as JOURNAL_SLOTS;
use super::repository::{ASIDE, JOURNAL_ASIDE, JOURNAL_USED, Left, PEND, Place, Reader, SLOTS, USED, Unread};
use super::ring::Copy;
use super::{Backend, Change, Journal, Lock, Opened, Repository, StoreError, Unreadable, head, schema};
use crate::domain::Workspace;
use std::rc::Rc;

/// A text that is not the document, kept as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The text, byte for byte.
    pub text: String,
    /// Why it is not the document.
    pub why: Unreadable,
}

/// What was found on the device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The document; an empty one on the first visit.
    pub workspace: Workspace,
    /// What could not be read, or was saved beside the document by somebody else, to be offered for download.
    pub aside: Vec<Aside>,
    /// Whether somebody has kept something here, and all of it is gone.
    pub is_gone: bool,
    /// Whether the document was left by a tab that did not live to save it: it is to be saved.
    pub is_pending: bool,
    /// What the journal has to do to have what the local place has.
    pub heal: Option<Change>,
    /// Why a place could not be read.
    pub trouble: Option<StoreError>,
}

/// A text of a slot that can be read.
struct Good {
    place: Place,
    text: String,
    opened: Opened,
}

/// What stays of a repository whose save was refused: its generation, and what it knows of the local place.
type Refused = (u64, Vec<Left>, Vec<Unread>);

/// Everything that was read of both places.
#[derive(Default)]
pub(super) struct Texts {
    pub(super) slots: Vec<(Place, &'static str, String)>,
    aside: Vec<String>,
    pub(super) pends: Vec<(String, String)>,
    copies: Vec<Copy>,
    /// Whether the local place and the journal say that somebody has kept something here.
    marks: [bool; 2],
    trouble: Option<StoreError>,
}

impl Texts {
    pub(super) async fn read<B: Backend, J: Journal>(local: Option<&B>, journal: Option<&J>) -> Self {
        let mut texts = Self::default();
        let journal = match journal {
            Some(journal) => texts.read_journal(journal).await,
            None => Err(StoreError::Blocked),
        };
        // Last, since it is read at once: what is written elsewhere while the journal lets wait is not missed.
        let local = local.map_or(Err(StoreError::Blocked), |local| texts.read_local(local));
        texts.trouble = local.err().or(journal.err());
        texts
    }

    fn read_local<B: Backend>(&mut self, local: &B) -> Result<(), StoreError> {
        for slot in SLOTS {
            self.slots.extend(local.get(slot)?.map(|text| (Place::Local, slot, text)));
        }
        for key in ASIDE {
            self.aside.extend(local.get(key)?);
        }
        for key in local.keys()?.into_iter().filter(|key| key.starts_with(PEND)) {
            if let Some(text) = local.get(&key)? {
                self.pends.push((key, text));
            }
        }
        self.marks[0] = local.get(USED)?.is_some();
        Ok(())
    }

    async fn read_journal<J: Journal>(&mut self, journal: &J) -> Result<(), StoreError> {
        let keys = journal.keys().await?;
        self.marks[1] = keys.iter().any(|key| key == JOURNAL_USED);
        self.copies = keys.iter().filter_map(|key| Copy::of(key)).collect();
        for key in keys {
            let slot = JOURNAL_SLOTS.into_iter().find(|slot| *slot == key);
            if slot.is_none() && !key.starts_with(JOURNAL_ASIDE) {
                continue;
            }
            let Some(text) = journal.get(&key).await? else { continue };
            match slot {
                Some(slot) => self.slots.push((Place::Journal, slot, text)),
                None => self.aside.push(text),
            }
        }
        Ok(())
    }
}

impl<B: Backend> Repository<B> {
    /// A repository on what a device holds, and what was found there. Nothing is written: see [`Loaded::heal`] and [`Loaded::is_pending`].
    /// Where nothing can be read of what is there, nothing can be saved either until the person says so. What was closed is opened with `lock`.
    pub async fn load<J: Journal>(
        local: Option<B>,
        journal: Option<&J>,
        tab: &str,
        read: Reader,
        lock: Option<Rc<dyn Lock>>,
    ) -> (Self, Loaded) {
        Self { reader: Some(read), lock, ..Self::first(local, tab) }.read(journal, None).await
    }

    /// The same once more, of the same places and with the same lock: another tab may have written, and may have left what it could not save.
    /// Where the journal `is_refusing`, what it holds goes before all: what the local place has beyond it is what was refused. It is to be saved anew
    /// then, so that it is the newest of both.
    pub fn again<J: Journal>(&self, journal: J, is_refusing: bool) -> impl Future<Output = (Self, Loaded)> + use<B, J>
    where
        B: Clone,
    {
        let blank = Self { reader: self.reader, lock: self.lock.clone(), ..Self::first(self.local.clone(), &self.tab) };
        let is_local = |(place, ..): &&Unread| *place == Place::Local;
        let unread = || self.unread.iter().filter(is_local).cloned().collect();
        let refused = is_refusing.then(|| (self.generation, self.pends.clone(), unread()));
        async move { blank.read(Some(&journal), refused).await }
    }

    async fn read<J: Journal>(self, journal: Option<&J>, refused: Option<Refused>) -> (Self, Loaded) {
        let mut texts = Texts::read(self.local.as_ref(), journal).await;
        if refused.is_some() {
            texts.slots.retain(|(place, ..)| *place == Place::Journal);
            texts.pends.clear();
        }
        let (mut repository, mut loaded) = self.found(texts);
        if let Some((generation, pends, unread)) = refused {
            loaded.is_pending = repository.last.is_some() && generation > repository.fence;
            repository.generation = repository.generation.max(generation);
            repository.pends = pends;
            repository.unread.extend(unread);
        }
        (repository, loaded)
    }

    fn found(self, texts: Texts) -> (Self, Loaded) {
        let mut repository = self;
        let mut loaded = Loaded { trouble: texts.trouble, ..Loaded::default() };
        let why = |text: &str| repository.open(text).err().unwrap_or(Unreadable::Conflict);
        loaded.aside.extend(texts.aside.into_iter().map(|text| Aside { why: why(&text), text }));
        repository.copies = texts.copies;
        repository.marks = texts.marks;
        let mut good: Vec<Good> = Vec::new();
        for (place, slot, text) in texts.slots {
            match repository.open(&text) {
                Ok(opened) => good.push(Good { place, text, opened }),
                Err(why) => {
                    if let Unreadable::Newer(schema) = why {
                        repository.stopped = Some(StoreError::Newer(schema));
                    }
                    if loaded.aside.iter().all(|aside| aside.text != text) {
                        loaded.aside.push(Aside { text: text.clone(), why });
                    }
                    repository.unread.push((place, slot, text));
                }
            }
        }
        // Of the highest generation the journal's, which is fenced; then what hidden tabs have left goes before all.
        good.sort_by_key(|good| (good.opened.generation, good.place == Place::Journal));
        let found_any = !good.is_empty();
        if let Some(winner) = good.last() {
            repository.take(winner, &good, &mut loaded);
            repository.pass_over_old_locks(&mut loaded);
        }
        let may_be_new = !found_any && repository.unread.is_empty();
        repository.take_pends(texts.pends, &good, &mut loaded);
        // What is damaged may name any generation: the next one has to be beyond it.
        let damaged = repository.unread.iter().filter_map(|(_, _, text)| Some(head(text)?.1));
        repository.generation = damaged.fold(repository.generation, u64::max);
        repository.fence = repository.generation;
        if !found_any && !may_be_new && !loaded.is_pending {
            repository.stopped = repository.stopped.or(Some(StoreError::Unread));
        }
        let was_used = may_be_new && texts.marks.contains(&true) && !loaded.is_pending;
        loaded.is_gone = was_used && loaded.trouble.is_none();
        if was_used && loaded.trouble.is_some() {
            // What was kept here may be in the place that does not answer now.
            repository.stopped = repository.stopped.or(Some(StoreError::Unread));
        }
        (repository, loaded)
    }

    /// The document is the winner's; who has another of the same generation is a conflict.
    fn take(&mut self, winner: &Good, good: &[Good], loaded: &mut Loaded) {
        let generation = winner.opened.generation;
        for other in good.iter().filter(|other| other.opened.generation == generation && other.text != winner.text) {
            loaded.aside.push(Aside { text: other.text.clone(), why: Unreadable::Conflict });
            let slots = if other.place == Place::Journal { JOURNAL_SLOTS } else { SLOTS };
            self.unread.push((other.place, slots[(generation % 2) as usize], other.text.clone()));
        }
        loaded.workspace = winner.opened.workspace.clone();
        self.generation = generation;
        self.weight = loaded.workspace.weight();
        self.last = Some(winner.text.clone());
        self.is_migrated = winner.opened.schema < schema::CURRENT;
        let in_journal = good.iter().any(|other| other.place == Place::Journal && other.text == winner.text);
        let slot = JOURNAL_SLOTS[(generation % 2) as usize];
        let is_free = !self.unread.iter().any(|(place, key, _)| (*place, *key) == (Place::Journal, slot));
        if !in_journal && is_free && self.stopped.is_none() {
            let puts = vec![(slot.into(), winner.text.clone()), (JOURNAL_USED.into(), "1".into())];
            loaded.heal = Some(Change { base: generation, puts, ..Change::default() });
        }
    }

    /// What a hidden tab has left goes on from the document if it is newer; otherwise it was saved, or is a conflict.
    fn take_pends(&mut self, pends: Vec<(String, String)>, good: &[Good], loaded: &mut Loaded) {
        for (key, text) in pends {
            let is_saved = good.iter().any(|good| good.text == text);
            let conflict = match self.open(&text) {
                Ok(opened) if opened.generation > self.generation && !loaded.is_pending => {
                    loaded.workspace = opened.workspace;
                    loaded.is_pending = true;
                    None
                }
                Ok(opened) if is_saved || opened.workspace == loaded.workspace => None,
                Err(Unreadable::Locked) if self.is_older(&text) => None,
                read => Some(read.err().unwrap_or(Unreadable::Conflict)),
            };
            loaded.aside.extend(conflict.map(|why| Aside { text: text.clone(), why }));
            self.pends.push((key, conflict.map(|_| text)));
        }
    }

    /// Lets the local place have what was found, and forgets what was left and is saved. For the tab that writes.
    ///
    /// # Errors
    /// Where the local place cannot be written: the journal has it.
    pub fn heal_local(&mut self, is_pending: bool) -> Result<(), StoreError> {
        self.stopped.map_or(Ok(()), Err)?;
        self.sweep();
        if !is_pending {
            self.forget_pends();
        }
        let Some(text) = self.last.clone() else { return Ok(()) };
        if head(&text).is_none_or(|(_, generation)| generation != self.generation) {
            // The place is another's, and the next save is due.
            return Ok(());
        }
        let slot = SLOTS[(self.generation % 2) as usize];
        let there = self.local.as_ref().ok_or(StoreError::Blocked)?.get(slot)?;
        if self.marks[0] && there.as_deref() == Some(text.as_str()) {
            return Ok(());
        }
        self.put_local(self.generation, &text)
    }
}
