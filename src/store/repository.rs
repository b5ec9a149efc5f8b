//! The document on a device: two slots, the highest valid generation wins, and nothing unread is ever overwritten.

use super::{Backend, Opened, StoreError, Unreadable, open, seal};
use crate::domain::Workspace;

/// Slots by the parity of the generation, so that the last good document survives a save that breaks off.
const SLOTS: [&str; 2] = ["skillstead.a", "skillstead.b"];
/// Where texts that could not be read are kept until the person lets them go.
const ASIDE: [&str; 4] = ["skillstead.aside.1", "skillstead.aside.2", "skillstead.aside.3", "skillstead.aside.4"];

/// A text that could not be read, kept as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The text, byte for byte.
    pub text: String,
    /// Why it could not be read.
    pub why: Unreadable,
}

/// What was found on the device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The document; an empty one on the first visit.
    pub workspace: Workspace,
    /// What could not be read, to be offered for download.
    pub aside: Vec<Aside>,
}

/// Loads and saves the one document.
#[derive(Debug)]
pub struct Repository<B> {
    backend: B,
    generation: u64,
    /// A newer schema was found: this version writes nothing.
    newer: Option<u32>,
}

impl<B: Backend> Repository<B> {
    /// A repository on a backend. Nothing is read yet, and nothing can be saved before it is: see [`Self::load`].
    ///
    /// # Errors
    /// Where the backend cannot be read.
    pub fn load(backend: B) -> Result<(Self, Loaded), StoreError> {
        let mut repository = Self { backend, generation: 0, newer: None };
        let mut loaded = Loaded { aside: repository.kept_aside()?, ..Loaded::default() };
        for slot in SLOTS {
            let Some(text) = repository.backend.get(slot)? else { continue };
            match open(&text) {
                Ok(opened) => repository.take(opened, &mut loaded),
                Err(why) => {
                    match why {
                        Unreadable::Newer(schema) => repository.newer = Some(schema),
                        // Where the copy fails the slot itself stays unwritten: see `save`.
                        _ if repository.set_aside(&text).is_ok() => repository.backend.remove(slot)?,
                        _ => {}
                    }
                    loaded.aside.push(Aside { text, why });
                }
            }
        }
        Ok((repository, loaded))
    }

    fn kept_aside(&self) -> Result<Vec<Aside>, StoreError> {
        let texts: Vec<Option<String>> = ASIDE.iter().map(|key| self.backend.get(key)).collect::<Result<_, _>>()?;
        let aside = texts.into_iter().flatten().map(|text| {
            let why = open(&text).err().unwrap_or(Unreadable::Foreign);
            Aside { text, why }
        });
        Ok(aside.collect())
    }

    /// Copies a text to the first free place: an earlier one is never given up for a later one.
    fn set_aside(&mut self, text: &str) -> Result<(), StoreError> {
        for key in ASIDE {
            match self.backend.get(key)? {
                Some(kept) if kept == text => return Ok(()),
                Some(_) => {}
                None => return self.backend.put(key, text),
            }
        }
        Err(StoreError::Full)
    }

    /// Lets go of what was set aside, as the person asked.
    ///
    /// # Errors
    /// Where the backend cannot be written.
    pub fn forget_aside(&mut self) -> Result<(), StoreError> {
        ASIDE.iter().try_for_each(|key| self.backend.remove(key))
    }

    fn take(&mut self, opened: Opened, loaded: &mut Loaded) {
        if opened.generation >= self.generation {
            self.generation = opened.generation;
            loaded.workspace = opened.workspace;
        }
    }

    /// Keeps a document as the next generation, in the slot that does not hold the last one, and reads it back.
    ///
    /// # Errors
    /// A newer schema or another tab's save in the way, a slot that is full or blocked or still holds something unread.
    /// The last document stays as it was.
    pub fn save(&mut self, workspace: &Workspace) -> Result<(), StoreError> {
        self.check_others()?;
        let generation = self.generation + 1;
        let slot = SLOTS[(generation % 2) as usize];
        if let Some(text) = self.backend.get(slot)?.filter(|text| open(text).is_err()) {
            self.set_aside(&text)?;
        }
        let text = seal(workspace, generation);
        self.backend.put(slot, &text)?;
        if self.backend.get(slot)?.as_deref() != Some(text.as_str()) {
            return Err(StoreError::ReadBack);
        }
        self.generation = generation;
        Ok(())
    }

    fn check_others(&mut self) -> Result<(), StoreError> {
        for slot in SLOTS {
            match self.backend.get(slot)?.as_deref().map(open) {
                Some(Ok(opened)) if opened.generation > self.generation => {
                    return Err(StoreError::AnotherTab(opened.generation));
                }
                Some(Err(Unreadable::Newer(schema))) => self.newer = Some(schema),
                _ => {}
            }
        }
        self.newer.map_or(Ok(()), |schema| Err(StoreError::Newer(schema)))
    }

    /// Forgets everything that this product keeps here: slots and what was set aside. Other sites' keys stay.
    ///
    /// # Errors
    /// Where the backend cannot be written.
    pub fn wipe(&mut self) -> Result<(), StoreError> {
        for key in SLOTS.into_iter().chain(ASIDE) {
            self.backend.remove(key)?;
        }
        (self.generation, self.newer) = (0, None);
        Ok(())
    }
}
