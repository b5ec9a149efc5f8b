//! What every worker beside the page is made of: a greeting, a listener, files in and messages out.

use crate::exchange::message::encode;
use js_sys::{Array, Uint8Array};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, throw_val};
use web_sys::{DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

/// Listens for as long as the worker lives, and greets once it does: what is sent before that may be lost.
pub fn listen<G: Serialize>(greeting: &G, answer: fn(&DedicatedWorkerGlobalScope, &JsValue) -> Result<(), JsValue>) {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let listener = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        or_throw(answer(&listener, &event.data()));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    or_throw(post(&scope, greeting, None));
}

/// Sends a reply; the bytes beside it move over, they are not copied again.
///
/// # Errors
/// What the browser throws.
pub fn post<R: Serialize>(scope: &DedicatedWorkerGlobalScope, reply: &R, bytes: Option<&[u8]>) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(encode(reply).as_slice()));
    let moved = Array::new();
    if let Some(bytes) = bytes {
        let bytes = Uint8Array::from(bytes);
        moved.push(&bytes.buffer());
        parts.push(&bytes);
    }
    scope.post_message_with_transfer(&parts, &moved)
}

/// The bytes of the request in a message.
#[must_use]
pub fn request(parts: &Array) -> Option<Vec<u8>> {
    Some(parts.get(0).dyn_into::<Uint8Array>().ok()?.to_vec())
}

/// The file at a place of a message.
#[must_use]
pub fn file(parts: &Array, at: u32) -> Option<File> {
    parts.get(at).dyn_into().ok()
}

/// The bytes of a file.
///
/// # Errors
/// What the browser throws: the file was moved, changed or taken away.
pub fn bytes_of(file: &File) -> Result<Vec<u8>, JsValue> {
    let buffer = FileReaderSync::new()?.read_as_array_buffer(file)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Hands what was thrown to the page.
pub fn or_throw(result: Result<(), JsValue>) {
    if let Err(error) = result {
        throw_val(error);
    }
}
