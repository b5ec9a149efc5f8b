//! The shelf: loaded catalogues in IndexedDB, too large for local storage. Reference data only, never a person's.

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, Transaction, TransactionMode};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

const DATABASE: &str = "skillstead";
const BYTES: &str = "catalogues";
const VERSION: u32 = 1;

/// The shelf cannot be reached, or refuses. A catalogue can be loaded from its file again, so nothing is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the shelf cannot be used")]
pub struct ShelfError;

impl From<idb::Error> for ShelfError {
    fn from(_: idb::Error) -> Self {
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

/// An open shelf.
#[derive(Debug)]
pub struct Shelf(Database);

impl Shelf {
    /// Opens the shelf, and makes it on the first visit.
    ///
    /// # Errors
    /// Where the browser lets this site keep nothing.
    pub async fn open() -> Result<Self, ShelfError> {
        let mut request = Factory::new()?.open(DATABASE, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            // Where this fails the open fails too, and says so.
            if let Ok(database) = event.database() {
                drop(database.create_object_store(BYTES, ObjectStoreParams::new()));
            }
        });
        Ok(Self(request.await?))
    }

    fn transaction(&self, mode: TransactionMode) -> Result<Transaction, ShelfError> {
        Ok(self.0.transaction(&[BYTES], mode)?)
    }

    /// Everything on the shelf.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub async fn all(&self) -> Result<Vec<Shelved>, ShelfError> {
        let transaction = self.transaction(TransactionMode::ReadOnly)?;
        let shelf = transaction.object_store(BYTES)?;
        let entries = shelf.get_all(None, None)?.await?;
        Ok(entries.iter().filter_map(entry).collect())
    }

    /// Puts a catalogue in the place of the one of the same source: in one transaction, so that there is never half of one.
    ///
    /// # Errors
    /// Where it cannot be written; the earlier one stays.
    pub async fn put(&self, source: &str, hash: &str, bytes: &Uint8Array) -> Result<(), ShelfError> {
        let transaction = self.transaction(TransactionMode::ReadWrite)?;
        let shelf = transaction.object_store(BYTES)?;
        let pair = Array::of2(&JsValue::from_str(hash), bytes);
        shelf.put(&pair, Some(&JsValue::from_str(source)))?.await?;
        transaction.commit()?.await?;
        Ok(())
    }

    /// Takes a source's catalogue off the shelf.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub async fn remove(&self, source: &str) -> Result<(), ShelfError> {
        let transaction = self.transaction(TransactionMode::ReadWrite)?;
        transaction.object_store(BYTES)?.delete(JsValue::from_str(source))?.await?;
        transaction.commit()?.await?;
        Ok(())
    }
}

fn entry(value: &JsValue) -> Option<Shelved> {
    let pair = value.dyn_ref::<Array>()?;
    let hash = pair.get(0).as_string()?;
    let bytes = pair.get(1).dyn_into::<Uint8Array>().ok()?.to_vec();
    Some(Shelved { hash, bytes })
}
