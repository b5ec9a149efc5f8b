//! A worker beside the page: started, asked once it listens, and ended when it is let go.

use crate::exchange::limits;
use crate::exchange::message::{decode, encode};
use js_sys::{Array, Function, Promise, Uint8Array};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::document;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

/// What a worker says: a reply and the bytes beside it, or no reply where it broke off.
pub(super) type Heard<R> = (Option<R>, Option<Uint8Array>);

/// A worker at work, with what it calls.
pub(super) struct Helper {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
    watch: Rc<Watch>,
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.watch.rest();
        self.worker.terminate();
    }
}

/// Calls when a worker that was asked for something has been silent for too long.
struct Watch {
    bark: Box<dyn Fn()>,
    timer: Cell<Option<TimeoutHandle>>,
}

impl Watch {
    /// From now on the time counts.
    fn wake(self: &Rc<Self>) {
        let me = Rc::clone(self);
        let silence = Duration::from_secs(limits::SILENT_SECONDS);
        let timer = set_timeout_with_handle(move || (me.bark)(), silence).ok();
        if let Some(before) = self.timer.replace(timer) {
            before.clear();
        }
    }

    fn rest(&self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
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
        let (broken, silent) = (Rc::clone(&hear), Rc::clone(&hear));
        let watch = Rc::new(Watch { bark: Box::new(move || silent((None, None))), timer: Cell::new(None) });
        watch.wake();
        let watched = Rc::clone(&watch);
        let on_message = Closure::new(move |message: MessageEvent| {
            // What it says may be its last word; if it is asked again, or goes on, the time counts anew.
            watched.wake();
            hear(heard(&message));
        });
        let on_error = Closure::new(move |_: ErrorEvent| broken((None, None)));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, _on_message: on_message, _on_error: on_error, watch })
    }

    /// Asks for something; whether the message went out.
    pub(super) fn ask<T: Serialize>(&self, request: &T, beside: &[JsValue]) -> bool {
        let message = Array::of1(&Uint8Array::from(encode(request).as_slice()));
        for part in beside {
            message.push(part);
        }
        self.watch.wake();
        self.worker.post_message(&message).is_ok()
    }

    /// It has done what it was asked for and waits: its silence means nothing now.
    pub(super) fn wait(&self) {
        self.watch.rest();
    }
}

/// Asks a worker of its own, which is ended with its answer: what it knew goes with its memory. No reply where it broke off.
pub(super) async fn answered<R, A>(name: &str, ask: A, beside: Vec<JsValue>, is_greeting: fn(&R) -> bool) -> Heard<R>
where
    R: DeserializeOwned + 'static,
    A: Serialize + 'static,
{
    let (answer, worker) = (Rc::new(RefCell::new((None, None))), Rc::new(RefCell::new(None::<Helper>)));
    let asked = Rc::new((ask, beside));
    let ended = Promise::new(&mut |done: Function, _| {
        let (asked, place, at_work, ended) = (Rc::clone(&asked), Rc::clone(&answer), Rc::clone(&worker), done.clone());
        let hear = move |heard: Heard<R>| {
            let is_asked = || at_work.borrow().as_ref().is_some_and(|worker| worker.ask(&asked.0, &asked.1));
            if !(heard.0.as_ref().is_some_and(is_greeting) && is_asked()) {
                place.replace(heard);
                ended.call0(&JsValue::NULL).ok();
            }
        };
        worker.replace(Helper::start(name, hear).ok());
        if worker.borrow().is_none() {
            done.call0(&JsValue::NULL).ok();
        }
    });
    JsFuture::from(ended).await.ok();
    worker.take();
    answer.take()
}

fn heard<R: DeserializeOwned>(message: &MessageEvent) -> Heard<R> {
    let parts: Array = message.data().unchecked_into();
    let reply = parts.get(0).dyn_into::<Uint8Array>().ok().and_then(|bytes| decode(&bytes.to_vec()));
    (reply, parts.get(1).dyn_into().ok())
}
