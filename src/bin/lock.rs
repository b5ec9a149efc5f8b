//! The worker that derives the key of a passphrase, so that the page stays awake. Its messages stand in `store::lock::message`.
//!
//! It is ended as soon as it has answered, and what it knew goes with its memory. Whatever is thrown in here reaches the page as `onerror`.

use js_sys::{Array, Date};
use skillstead::exchange::message::decode;
use skillstead::store::lock::message::{Ask, Reply};
use skillstead::worker::{listen, post, request};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

fn main() {
    listen(&Reply::Ready, answer);
}

fn answer(scope: &DedicatedWorkerGlobalScope, message: &JsValue) -> Result<(), JsValue> {
    let asked = message.dyn_ref::<Array>().and_then(request).and_then(|bytes| decode::<Ask>(&bytes));
    let asked = asked.ok_or_else(|| JsValue::from_str("not a request"))?;
    post(scope, &asked.answer(Date::now), None)
}
