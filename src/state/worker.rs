//! A worker beside the page: started, asked once it listens, and ended when it is let go.

use crate::exchange::message::{decode, encode};
use js_sys::{Array, Uint8Array};
use leptos::prelude::document;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

/// What a worker says: a reply and the bytes beside it, or no reply where it broke off.
pub(super) type Heard<R> = (Option<R>, Option<Uint8Array>);

/// A worker at work, with what it calls.
pub(super) struct Helper {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Helper {
    /// Starts the worker of a name; `hear` is called with its greeting once it listens, and from then on with its replies.
    pub(super) fn start<R: DeserializeOwned>(name: &str, hear: impl Fn(Heard<R>) + 'static) -> Result<Self, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        // The worker's file keeps its name from build to build, so the build's own name goes with it.
        let build = document().get_element_by_id("boot").and_then(|boot| boot.get_attribute("data-build"));
        let address = [name, "_loader.js?v=", &build.unwrap_or_default()].concat();
        let worker = Worker::new_with_options(&address, &options)?;
        let hear = Rc::new(hear);
        let broken = Rc::clone(&hear);
        let on_message = Closure::new(move |message: MessageEvent| hear(heard(&message)));
        let on_error = Closure::new(move |_: ErrorEvent| broken((None, None)));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, _on_message: on_message, _on_error: on_error })
    }

    /// Asks for something; whether the message went out.
    pub(super) fn ask<T: Serialize>(&self, request: &T, beside: &[JsValue]) -> bool {
        let message = Array::of1(&Uint8Array::from(encode(request).as_slice()));
        for part in beside {
            message.push(part);
        }
        self.worker.post_message(&message).is_ok()
    }
}

fn heard<R: DeserializeOwned>(message: &MessageEvent) -> Heard<R> {
    let parts: Array = message.data().unchecked_into();
    let reply = parts.get(0).dyn_into::<Uint8Array>().ok().and_then(|bytes| decode(&bytes.to_vec()));
    (reply, parts.get(1).dyn_into().ok())
}
