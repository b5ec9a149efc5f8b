//! The worker that reckons moves, mentoring, sessions and programmes of an organisation. Its messages stand in
//! `engine::workforce::message`.
//!
//! To cancel, the page ends the worker. Whatever is thrown in here reaches the page as `onerror`.

use js_sys::{Array, Date, JsString, Uint8Array};
use skillstead::catalog::unpack;
use skillstead::engine::workforce::message::{PROTOCOL, Reply, Request};
use skillstead::exchange::message::decode;
use skillstead::store::read_org;
use skillstead::worker::{listen, or_throw, post, request};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

/// Milliseconds between one word of progress and the next.
const STRIDE_MS: f64 = 50.0;

fn main() {
    listen(&Reply::Ready { protocol: PROTOCOL }, answer);
}

fn answer(scope: &DedicatedWorkerGlobalScope, message: &JsValue) -> Result<(), JsValue> {
    let not_a_request = || JsValue::from_str("not a request");
    let parts: &Array = message.dyn_ref().ok_or_else(not_a_request)?;
    let asked: Request = request(parts).and_then(|bytes| decode(&bytes)).ok_or_else(not_a_request)?;
    let text: JsString = parts.get(1).dyn_into()?;
    let organisation = read_org(&String::from(text)).map_err(|_| not_a_request())?;
    let packed: Uint8Array = parts.get(2).dyn_into()?;
    let catalog = unpack(&packed.to_vec()).map_err(|_| not_a_request())?;
    let mut told = Date::now();
    let reply = asked.answer(&organisation, &catalog, |share| {
        let now = Date::now();
        if now - told >= STRIDE_MS {
            told = now;
            or_throw(post(scope, &Reply::Progress(share as f32), None));
        }
    });
    post(scope, &reply, None)
}
