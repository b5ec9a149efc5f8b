//! The shelf: loaded catalogues in IndexedDB, too large for local storage. Reference data only, never a person's.

use super::StoreError;
use super::database::{Connection, SHELF, end};
use idb::{Transaction, TransactionMode};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// The shelf cannot be reached, or refuses. A catalogue can be loaded from its file again, so nothing is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the shelf cannot be used")]
pub struct ShelfError;

impl From<idb::Error> for ShelfError {
    fn from(_: idb::Error) -> Self {
        Self
    }
}

impl From<StoreError> for ShelfError {
    fn from(_: StoreError) -> Self {
        Self
    }
}

/// A catalogue on the shelf.
#[derive(Clone, Debug)]
pub struct Shelved {
    /// The SHA-256 of its bytes, in hexadecimal.
    pub hash: String,
    /// The bytes as `catalog::pack` wrote them.
    pub bytes: Vec<u8>,
}

/// The shelf.
#[derive(Debug, Default)]
pub struct Shelf(Connection);

impl Shelf {
    async fn transaction(&self, mode: TransactionMode) -> Result<Transaction, ShelfError> {
        Ok(self.0.transaction(SHELF, mode).await?)
    }

    /// Everything on the shelf.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub async fn all(&self) -> Result<Vec<Shelved>, ShelfError> {
        let transaction = self.transaction(TransactionMode::ReadOnly).await?;
        let shelf = transaction.object_store(SHELF)?;
        let entries = shelf.get_all(None, None)?.await?;
        Ok(entries.iter().filter_map(entry).collect())
    }

    /// Puts a catalogue in the place of the one of the same source: in one transaction, so that there is never half of one.
    ///
    /// # Errors
    /// Where it cannot be written; the earlier one stays.
    pub async fn put(&self, source: &str, hash: &str, bytes: &Uint8Array) -> Result<(), ShelfError> {
        let transaction = self.transaction(TransactionMode::ReadWrite).await?;
        let shelf = transaction.object_store(SHELF)?;
        let pair = Array::of2(&JsValue::from_str(hash), bytes);
        shelf.put(&pair, Some(&JsValue::from_str(source)))?.await?;
        Ok(end(transaction).await?)
    }

    /// Takes a source's catalogue off the shelf.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub async fn remove(&self, source: &str) -> Result<(), ShelfError> {
        let transaction = self.transaction(TransactionMode::ReadWrite).await?;
        transaction.object_store(SHELF)?.delete(JsValue::from_str(source))?.await?;
        Ok(end(transaction).await?)
    }
}

fn entry(value: &JsValue) -> Option<Shelved> {
    let pair = value.dyn_ref::<Array>()?;
    let hash = pair.get(0).as_string()?;
    let bytes = pair.get(1).dyn_into::<Uint8Array>().ok()?.to_vec();
    Some(Shelved { hash, bytes })
}
