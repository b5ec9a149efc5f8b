//! The journal in the browser's IndexedDB.

use super::database::{Connection, JOURNAL, end, failing};
use super::journal::SLOTS;
use super::{Change, Journal, Space, StoreError, fence};
use idb::TransactionMode;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// A journal on the database of this site; a copy is the same connection.
#[derive(Clone, Debug)]
pub struct BrowserJournal(Rc<Connection>);

/// Under which the handle of a file is kept that the person has chosen.
const FILE: &str = "file";

impl BrowserJournal {
    /// The journal of a space.
    #[must_use]
    pub fn of(space: Space) -> Self {
        Self(Rc::new(Connection::of(space)))
    }

    /// The file that the person has chosen to be kept up to date, if any.
    pub async fn handle(&self) -> Option<JsValue> {
        let transaction = self.0.transaction(JOURNAL, TransactionMode::ReadOnly).await.ok()?;
        let handle = transaction.object_store(JOURNAL).ok()?.get(JsValue::from_str(FILE)).ok()?.await.ok()?;
        handle.filter(JsValue::is_object)
    }

    /// Remembers it, or forgets it.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub async fn keep_handle(&self, handle: Option<&JsValue>) -> Result<(), StoreError> {
        let transaction = self.0.transaction(JOURNAL, TransactionMode::ReadWrite).await?;
        let (store, key) = (transaction.object_store(JOURNAL).map_err(failing)?, JsValue::from_str(FILE));
        match handle {
            Some(handle) => drop(store.put(handle, Some(&key)).map_err(failing)?),
            None => drop(store.delete(key).map_err(failing)?),
        }
        end(transaction).await
    }
}

impl Journal for BrowserJournal {
    async fn keys(&self) -> Result<Vec<String>, StoreError> {
        let transaction = self.0.transaction(JOURNAL, TransactionMode::ReadOnly).await?;
        let store = transaction.object_store(JOURNAL).map_err(failing)?;
        let keys = store.get_all_keys(None, None).map_err(failing)?.await.map_err(failing)?;
        Ok(keys.iter().filter_map(JsValue::as_string).collect())
    }

    async fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let transaction = self.0.transaction(JOURNAL, TransactionMode::ReadOnly).await?;
        let store = transaction.object_store(JOURNAL).map_err(failing)?;
        let text = store.get(JsValue::from_str(key)).map_err(failing)?.await.map_err(failing)?;
        Ok(text.and_then(|text| text.as_string()))
    }

    async fn commit(&self, change: &Change) -> Result<(), StoreError> {
        let transaction = self.0.transaction(JOURNAL, TransactionMode::ReadWrite).await?;
        let store = transaction.object_store(JOURNAL).map_err(failing)?;
        let mut slots = Vec::new();
        for slot in SLOTS {
            let text = store.get(JsValue::from_str(slot)).map_err(failing)?.await.map_err(failing)?;
            slots.extend(text.and_then(|text| text.as_string()));
        }
        if let Err(refused) = fence(slots.iter().map(String::as_str), change.base) {
            // Nothing was asked of it yet, so nothing is undone.
            drop(transaction.abort());
            return Err(refused);
        }
        // In the order in which they are asked for; each is answered before the transaction ends.
        for key in &change.removes {
            store.delete(JsValue::from_str(key)).map_err(failing)?;
        }
        for (key, text) in &change.puts {
            store.put(&JsValue::from_str(text), Some(&JsValue::from_str(key))).map_err(failing)?;
        }
        end(transaction).await
    }
}
