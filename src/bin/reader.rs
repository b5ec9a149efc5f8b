//! The worker that reads catalogues, so that the page stays awake. Its messages stand in `exchange::message`.
//!
//! It reads one file at a time and keeps nothing. Whatever is thrown in here reaches the page as `onerror`.

use js_sys::{Array, Date, Uint8Array};
use skillstead::exchange::{
    Progress, ReadError,
    archive::check_size,
    message::{Failure, PROTOCOL, Reply, Request, encode},
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, throw_val};
use web_sys::{DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

/// Milliseconds between two reports of progress: at most 20 in a second.
const REPORT_EVERY_MS: f64 = 50.0;

fn main() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let listener = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        or_throw(answer(&listener, &event.data()));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget(); // It listens for as long as the worker lives.
    or_throw(post(&scope, &Reply::Ready { protocol: PROTOCOL }, None));
}

fn answer(scope: &DedicatedWorkerGlobalScope, message: &JsValue) -> Result<(), JsValue> {
    let mut next_report = 0.0;
    let mut report = |progress: Progress| {
        if Date::now() >= next_report {
            next_report = Date::now() + REPORT_EVERY_MS;
            or_throw(post(scope, &progress.into(), None));
        }
    };
    match read(message, &mut report) {
        Ok((done, bytes)) => post(scope, &done, Some(&bytes)),
        Err(failure) => post(scope, &Reply::Failed(failure), None),
    }
}

fn read(message: &JsValue, report: &mut dyn FnMut(Progress)) -> Result<(Reply, Vec<u8>), Failure> {
    let parts = message.dyn_ref::<Array>().ok_or(Failure::NotARequest)?;
    let request: Uint8Array = parts.get(0).dyn_into().map_err(|_| Failure::NotARequest)?;
    Request::parse(&request.to_vec())?;
    let file: File = parts.get(1).dyn_into().map_err(|_| Failure::NotARequest)?;
    check_size(file.size() as u64).map_err(ReadError::from)?;
    let bytes = bytes_of(&file).map_err(|_| Failure::Unreadable)?;
    let mut catalog = skillstead::exchange::read(&bytes, report)?;
    skillstead::engine::prepare(&mut catalog);
    Reply::done(&catalog)
}

fn bytes_of(file: &File) -> Result<Vec<u8>, JsValue> {
    let buffer = FileReaderSync::new()?.read_as_array_buffer(file)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Sends a reply; the bytes beside it move over, they are not copied again.
fn post(scope: &DedicatedWorkerGlobalScope, reply: &Reply, bytes: Option<&[u8]>) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(encode(reply).as_slice()));
    let moved = Array::new();
    if let Some(bytes) = bytes {
        let bytes = Uint8Array::from(bytes);
        moved.push(&bytes.buffer());
        parts.push(&bytes);
    }
    scope.post_message_with_transfer(&parts, &moved)
}

fn or_throw(result: Result<(), JsValue>) {
    if let Err(error) = result {
        throw_val(error);
    }
}
