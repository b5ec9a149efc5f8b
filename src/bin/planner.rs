//! The worker that goes on searching for a better plan and proves how good it is. Its messages stand in `engine`.
//!
//! To cancel, the page ends the worker. Whatever is thrown in here reaches the page as `onerror`.

use js_sys::Array;
use skillstead::engine::{LongAsk, LongReply};
use skillstead::exchange::message::decode;
use skillstead::worker::{listen, or_throw, post, request};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

fn main() {
    listen(&LongReply::Ready, answer);
}

fn answer(scope: &DedicatedWorkerGlobalScope, message: &JsValue) -> Result<(), JsValue> {
    let asked = message.dyn_ref::<Array>().and_then(request).and_then(|bytes| decode::<LongAsk>(&bytes));
    let asked = asked.ok_or_else(|| JsValue::from_str("not a request"))?;
    let mut report = |steps, score| or_throw(post(scope, &LongReply::SoFar(steps, score), None));
    post(scope, &asked.search(&mut report), None)
}
