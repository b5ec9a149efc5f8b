//! The worker that reads frameworks, so that the page stays awake. Its messages stand in `exchange::message`.
//!
//! It reads one file at a time and keeps nothing. Whatever is thrown in here reaches the page as `onerror`.

use js_sys::{Array, Date};
use skillstead::exchange::{
    Progress, ReadError,
    archive::check_size,
    message::{Failure, PROTOCOL, Reply, Request, decode},
};
use skillstead::worker::{bytes_of, file, listen, or_throw, post};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

/// Milliseconds between two reports of progress: at most 20 in a second.
const REPORT_EVERY_MS: f64 = 50.0;

fn main() {
    listen(&Reply::Ready { protocol: PROTOCOL }, answer);
}

fn answer(scope: &DedicatedWorkerGlobalScope, message: &JsValue) -> Result<(), JsValue> {
    let mut next_report = 0.0;
    let mut report = |progress: Progress| {
        if Date::now() >= next_report {
            next_report = Date::now() + REPORT_EVERY_MS;
            or_throw(post(scope, &Reply::from(progress), None));
        }
    };
    match read(message, &mut report) {
        Ok((done, bytes)) => post(scope, &done, Some(&bytes)),
        Err(failure) => post(scope, &Reply::Failed(failure), None),
    }
}

fn read(message: &JsValue, report: &mut dyn FnMut(Progress)) -> Result<(Reply, Vec<u8>), Failure> {
    let parts = message.dyn_ref::<Array>().ok_or(Failure::NotARequest)?;
    let Some(Request::Read) = skillstead::worker::request(parts).and_then(|bytes| decode(&bytes)) else {
        return Err(Failure::NotARequest);
    };
    let file = file(parts, 1).ok_or(Failure::NotARequest)?;
    check_size(file.size() as u64).map_err(ReadError::from)?;
    let bytes = bytes_of(&file).map_err(|_| Failure::Unreadable)?;
    let mut catalog = skillstead::exchange::read(&bytes, report)?;
    skillstead::engine::prepare(&mut catalog);
    Reply::done(&catalog)
}
