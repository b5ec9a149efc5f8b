//! The browser's local storage as a [`Backend`]: the one file that touches it.

use super::database::is_full;
use super::{Backend, Space, StoreError};
use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::{JsCast, JsValue};

/// Local storage, known to be usable. It exists only after a probe, because gloo's door panics where storage is blocked.
#[derive(Clone, Copy, Debug)]
pub struct LocalBackend(Space);

const PROBE: &str = "skillstead.probe";

impl LocalBackend {
    /// Tries to write and remove a key. A full storage will do: what is in it can be read, and the first save says more.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] where the browser lets this site keep nothing.
    pub fn probe(space: Space) -> Result<Self, StoreError> {
        let window = web_sys::window().ok_or(StoreError::Blocked)?;
        // The access itself throws where storage is blocked.
        let storage = window.local_storage().ok().flatten().ok_or(StoreError::Blocked)?;
        match storage.set_item(PROBE, PROBE).and_then(|()| storage.remove_item(PROBE)).map_err(classify) {
            Ok(()) | Err(StoreError::Full) => Ok(Self(space)),
            Err(error) => Err(error),
        }
    }

    /// The same storage, for the keys of a space.
    #[must_use]
    pub fn of(self, space: Space) -> Self {
        Self(space)
    }

    /// A small setting that is not part of the document; the default where there is none, or where it cannot be read.
    #[must_use]
    pub fn setting<T: serde::de::DeserializeOwned + Default>(&self, key: &str) -> T {
        LocalStorage::get(self.0.key(key)).unwrap_or_default()
    }

    /// Keeps a small setting.
    ///
    /// # Errors
    /// Where there is no room for it.
    pub fn keep_setting<T: serde::Serialize>(&self, key: &str, setting: &T) -> Result<(), StoreError> {
        LocalStorage::set(self.0.key(key), setting).map_err(|_| StoreError::Full)
    }
}

impl Backend for LocalBackend {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = LocalStorage::raw();
        let length = storage.length().map_err(classify)?;
        Ok((0..length).filter_map(|at| self.0.own(&storage.key(at).ok().flatten()?)).collect())
    }

    // Raw texts, through gloo's door: its typed one would hide a damaged text, and escape a sealed one twice.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        LocalStorage::raw().get_item(&self.0.key(key)).map_err(classify)
    }

    fn put(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        LocalStorage::raw().set_item(&self.0.key(key), text).map_err(classify)
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        LocalStorage::raw().remove_item(&self.0.key(key)).map_err(classify)
    }
}

/// Everything but a full storage is one that cannot be used.
fn classify(error: JsValue) -> StoreError {
    let name = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.name()));
    if name.is_some_and(|name| is_full(&name)) { StoreError::Full } else { StoreError::Blocked }
}
