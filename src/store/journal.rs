//! The durable place: whole transactions, fenced by the generation that they are based on. And its twin in memory.

use super::{StoreError, head};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::rc::Rc;

/// What one transaction does, if nobody else has saved since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The highest generation that may be there: where a slot holds a higher one, nothing is done.
    pub base: u64,
    /// Texts to keep, under their keys.
    pub puts: Vec<(String, String)>,
    /// Keys to forget.
    pub removes: Vec<String>,
}

/// A place that keeps texts under keys, in transactions that are there as a whole or not at all once they are acknowledged.
pub trait Journal {
    /// Every key, in order.
    ///
    /// # Errors
    /// Where the place cannot be read.
    fn keys(&self) -> impl Future<Output = Result<Vec<String>, StoreError>>;

    /// The text under a key; `None` where there is none.
    ///
    /// # Errors
    /// Where the place cannot be read.
    fn get(&self, key: &str) -> impl Future<Output = Result<Option<String>, StoreError>>;

    /// One transaction, durable once it is answered.
    ///
    /// # Errors
    /// [`StoreError::AnotherTab`] and [`StoreError::Newer`] where a slot holds what must not be overwritten, or a place that cannot be
    /// written: nothing is changed then.
    fn commit(&self, change: &Change) -> impl Future<Output = Result<(), StoreError>>;
}

/// The slots of the durable place.
pub(super) const SLOTS: [&str; 2] = ["a", "b"];

/// Whether a change may be made over what these slots hold.
///
/// # Errors
/// A newer schema in one of them, or a higher generation than the change is based on.
pub fn fence<'a>(slots: impl IntoIterator<Item = &'a str>, base: u64) -> Result<(), StoreError> {
    for (schema, generation) in slots.into_iter().filter_map(head) {
        if schema > super::schema::CURRENT {
            return Err(StoreError::Newer(schema));
        }
        if generation > base {
            return Err(StoreError::AnotherTab(generation));
        }
    }
    Ok(())
}

/// A journal in memory, shared by whoever has a copy of it: for tests, which can tell it to fail.
#[derive(Clone, Debug, Default)]
pub struct MemoryJournal(Rc<RefCell<Memory>>);

#[derive(Debug, Default)]
struct Memory {
    texts: BTreeMap<String, String>,
    fails: Option<StoreError>,
}

impl MemoryJournal {
    /// A journal that holds these texts.
    #[must_use]
    pub fn of(texts: BTreeMap<String, String>) -> Self {
        Self(Rc::new(RefCell::new(Memory { texts, fails: None })))
    }

    /// What it holds.
    #[must_use]
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.0.borrow().texts.clone()
    }

    /// What everything answers from now on instead of working, if anything.
    pub fn fail(&self, error: Option<StoreError>) {
        self.0.borrow_mut().fails = error;
    }

    fn works(&self) -> Result<(), StoreError> {
        self.0.borrow().fails.map_or(Ok(()), Err)
    }
}

impl Journal for MemoryJournal {
    async fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.works()?;
        Ok(self.0.borrow().texts.keys().cloned().collect())
    }

    async fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.works()?;
        Ok(self.0.borrow().texts.get(key).cloned())
    }

    async fn commit(&self, change: &Change) -> Result<(), StoreError> {
        self.works()?;
        let memory = &mut *self.0.borrow_mut();
        fence(SLOTS.iter().filter_map(|slot| memory.texts.get(*slot)).map(String::as_str), change.base)?;
        change.removes.iter().for_each(|key| drop(memory.texts.remove(key)));
        memory.texts.extend(change.puts.iter().cloned());
        Ok(())
    }
}
