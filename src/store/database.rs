//! The IndexedDB database of a space: catalogues on their shelf, which is the person's for both, and the journal of the document.

use super::{Space, StoreError};
use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, Transaction, TransactionMode};
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbTransaction};

/// 1 had the shelf alone.
const VERSION: u32 = 2;
/// The store of loaded catalogues.
pub(super) const SHELF: &str = "catalogues";
/// The store of the document.
pub(super) const JOURNAL: &str = "document";
/// A database that is only made to be deleted again: see [`begin_new_log`].
const PASSING: &str = "skillstead-passing";
/// A database that has not opened after so long is not there: another version of this page may be in its way.
const PATIENCE_MS: i32 = 2_000;

thread_local! {
    /// When the browser was last waited for in vain, in milliseconds since 1970.
    static LATE: Cell<f64> = const { Cell::new(0.0) };
}

/// A connection that is made when it is first needed, and again when it was lost.
#[derive(Debug, Default)]
pub(super) struct Connection {
    space: Space,
    open: RefCell<Option<IdbDatabase>>,
}

impl Connection {
    pub(super) fn of(space: Space) -> Self {
        Self { space, open: RefCell::default() }
    }

    /// A transaction over one store, durable where it writes.
    pub(super) async fn transaction(&self, store: &str, mode: TransactionMode) -> Result<Transaction, StoreError> {
        let open = self.open.borrow().clone();
        if let Some(transaction) = open.and_then(|database| begin(&database, store, mode)) {
            return Ok(transaction);
        }
        // Somebody else has just waited in vain: whoever opens the page does not wait once for each question.
        if js_sys::Date::now() - LATE.get() < f64::from(PATIENCE_MS) {
            return Err(StoreError::Failing);
        }
        // Never opened, or closed under us: once more.
        let Some(opened) = within(PATIENCE_MS, open_database(self.space)).await else {
            LATE.set(js_sys::Date::now());
            return Err(StoreError::Failing);
        };
        let database = opened?;
        self.open.replace(Some(database.clone()));
        begin(&database, store, mode).ok_or(StoreError::Failing)
    }
}

async fn open_database(space: Space) -> Result<IdbDatabase, StoreError> {
    let blocked = |_: idb::Error| StoreError::Blocked;
    let mut request =
        Factory::new().and_then(|factory| factory.open(space.database(), Some(VERSION))).map_err(blocked)?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        let there = database.store_names();
        for store in [SHELF, JOURNAL].into_iter().filter(|store| !there.iter().any(|name| name == store)) {
            // Where this fails the open fails too, and says so.
            drop(database.create_object_store(store, ObjectStoreParams::new()));
        }
    });
    let mut database: Database = request.await.map_err(blocked)?;
    // Where it fails, what is written stands behind what was there, as before.
    within(PATIENCE_MS, begin_new_log()).await;
    // A newer version of this page is not kept waiting.
    database.on_version_change(|event| {
        if let Some(database) = event.target().and_then(|target| target.dyn_into::<IdbDatabase>().ok()) {
            database.close();
        }
    });
    database.forget_callbacks();
    Ok(database.into())
}

/// Lets the browser begin a new log. Chromium keeps what is written in a log that it goes on with when it is started anew, also where a crash
/// has left a record half written at its end; what stands behind that in the log cannot be read at the next start: it is lost, or all of the
/// database with it. When a database is deleted it copies everything into a table and begins a new log, which takes it some milliseconds.
async fn begin_new_log() -> Option<()> {
    let factory = Factory::new().ok()?;
    factory.open(PASSING, None).ok()?.await.ok()?.close();
    factory.delete(PASSING).ok()?.await.ok()
}

/// A transaction on an open database; none where it is closed. What it writes is on the disk when it completes.
fn begin(database: &IdbDatabase, store: &str, mode: TransactionMode) -> Option<Transaction> {
    let options = Object::new();
    let mode = match mode {
        TransactionMode::ReadWrite => "readwrite",
        _ => "readonly",
    };
    Reflect::set(&options, &"durability".into(), &"strict".into()).ok()?;
    let begin: Function = Reflect::get(database, &"transaction".into()).ok()?.dyn_into().ok()?;
    let transaction = begin.call3(database, &Array::of1(&store.into()), &mode.into(), &options).ok()?;
    Some(transaction.dyn_into::<IdbTransaction>().ok()?.into())
}

/// Ends a transaction. It is durable once this has returned.
pub(super) async fn end(transaction: Transaction) -> Result<(), StoreError> {
    match transaction.commit().map_err(failing)?.await {
        Ok(result) if result.is_committed() => Ok(()),
        Ok(_) => Err(StoreError::Failing),
        Err(error) => Err(failing(error)),
    }
}

/// Browsers name a full place in three ways.
pub(super) fn failing(error: idb::Error) -> StoreError {
    let name = match error {
        idb::Error::DomException(exception) => exception.name(),
        idb::Error::UpdateFailed(value) | idb::Error::TransactionCommitError(value) => {
            value.dyn_ref::<js_sys::Error>().map(|error| String::from(error.name())).unwrap_or_default()
        }
        _ => String::new(),
    };
    if is_full(&name) { StoreError::Full } else { StoreError::Failing }
}

/// Whether that is the name of a full place.
pub(super) fn is_full(name: &str) -> bool {
    matches!(name, "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "QUOTA_EXCEEDED_ERR")
}

/// What a future answers in this time; none where it takes longer.
async fn within<T>(ms: i32, future: impl Future<Output = T>) -> Option<T> {
    let later = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            drop(window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms));
        }
    });
    let (mut future, mut later) = (pin!(future), pin!(JsFuture::from(later)));
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(answer) => Poll::Ready(Some(answer)),
        Poll::Pending => later.as_mut().poll(context).map(|_: Result<JsValue, JsValue>| None),
    })
    .await
}
