//! The text to be kept of a large document, made in a worker: to check, close and read back ten million letters would keep the page from answering.

use super::worker::answered;
use crate::store::StoreError;
use crate::store::sealing::{Ask, Reply};
use std::future::Future;
use std::pin::Pin;
use wasm_bindgen::JsValue;

/// The way to that worker, for the modules that have large documents.
pub(super) type Keeper = fn(Ask, &str) -> Pin<Box<dyn Future<Output = Result<String, StoreError>>>>;

/// Bytes of an organisation from which on it is a large document.
pub(super) const LARGE: usize = 500_000;

/// Asks a worker for the text; the organisation stands beside what is asked.
pub(super) fn keeper(ask: Ask, organisation: &str) -> Pin<Box<dyn Future<Output = Result<String, StoreError>>>> {
    let beside = vec![JsValue::from_str(organisation)];
    Box::pin(async move {
        let (reply, bytes) = answered("keeper", ask, beside, |reply| matches!(reply, Reply::Ready)).await;
        let text = bytes.filter(|_| matches!(reply, Some(Reply::Sealed)));
        text.and_then(|text| String::from_utf8(text.to_vec()).ok()).ok_or(StoreError::Failing)
    })
}
