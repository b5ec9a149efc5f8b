//! The worker that makes the text to be kept of a large document, so that the page stays awake. Its messages stand in `store::sealing`.
//!
//! Whatever is thrown in here reaches the page as `onerror`.

use js_sys::{Array, JsString};
use skillstead::exchange::message::decode;
use skillstead::store::sealing::{Ask, Reply};
use skillstead::worker::{listen, post, request};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

fn main() {
    listen(&Reply::Ready, answer);
}

fn answer(scope: &DedicatedWorkerGlobalScope, message: &JsValue) -> Result<(), JsValue> {
    let not_a_request = || JsValue::from_str("not a request");
    let parts: &Array = message.dyn_ref().ok_or_else(not_a_request)?;
    let asked: Ask = request(parts).and_then(|bytes| decode(&bytes)).ok_or_else(not_a_request)?;
    let organisation: JsString = parts.get(1).dyn_into()?;
    match asked.answer(organisation.into(), lots) {
        Ok(text) => post(scope, &Reply::Sealed, Some(text.as_bytes())),
        Err(_) => post(scope, &Reply::Failed, None),
    }
}

/// Fills a place by lot; whether it could.
fn lots(place: &mut [u8]) -> bool {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    scope.crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(place)).is_ok()
}
