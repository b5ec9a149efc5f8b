//! A place for texts under keys, and its twin in memory.

use super::StoreError;
use std::collections::BTreeMap;

/// A place that keeps texts under keys. Failures are values.
pub trait Backend {
    /// The text under a key; `None` where there is none.
    ///
    /// # Errors
    /// Where the place cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Every key that is there.
    ///
    /// # Errors
    /// Where the place cannot be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// Keeps a text under a key. Where it fails, the earlier text stays.
    ///
    /// # Errors
    /// Where the place is full or cannot be written.
    fn put(&mut self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Forgets a key; a key that is not there is forgotten already.
    ///
    /// # Errors
    /// Where the place cannot be written.
    fn remove(&mut self, key: &str) -> Result<(), StoreError>;
}

/// A place in memory: for a browser that keeps nothing, and for tests, which can tell it to fail.
#[derive(Clone, Debug, Default)]
pub struct MemoryBackend {
    /// What it holds.
    pub texts: BTreeMap<String, String>,
    /// What every write answers instead of writing, if anything.
    pub fails: Option<StoreError>,
}

impl Backend for MemoryBackend {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.texts.keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.texts.get(key).cloned())
    }

    fn put(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        self.fails.map_or(Ok(()), Err)?;
        self.texts.insert(key.into(), text.into());
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.fails.map_or(Ok(()), Err)?;
        self.texts.remove(key);
        Ok(())
    }
}

impl<B: Backend + ?Sized> Backend for Box<B> {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        (**self).keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        (**self).get(key)
    }

    fn put(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        (**self).put(key, text)
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        (**self).remove(key)
    }
}
