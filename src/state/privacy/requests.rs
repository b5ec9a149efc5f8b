//! What the page has asked for since its start, as the browser itself has written it down.

use super::Privacy;
use crate::state::browser;
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{PerformanceObserver, PerformanceObserverEntryList};

/// One request.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// What for: the path inside this site, or the whole address of anything else.
    pub what: String,
    /// Whether it went to another address than this site's.
    pub is_elsewhere: bool,
    /// Seconds since the page was opened.
    pub seconds: f64,
    /// Bytes that came over the network; 0 where the browser had it already.
    pub bytes: f64,
}

impl Privacy {
    /// Listens to the browser's own list; what came before is in it.
    pub(super) fn watch_requests(self) {
        let heard =
            Closure::<dyn FnMut(PerformanceObserverEntryList)>::new(move |list: PerformanceObserverEntryList| {
                let requests: Vec<Request> = list.get_entries().iter().filter_map(|entry| request(&entry)).collect();
                self.requests.try_update(|known| known.extend(requests));
            });
        let Ok(observer) = PerformanceObserver::new(heard.as_ref().unchecked_ref()) else { return };
        for kind in ["navigation", "resource"] {
            let options = Object::new();
            Reflect::set(&options, &"type".into(), &kind.into()).ok();
            Reflect::set(&options, &"buffered".into(), &true.into()).ok();
            // A browser without such a list shows none.
            Reflect::get(&observer, &"observe".into())
                .and_then(|observe| observe.unchecked_into::<js_sys::Function>().call1(&observer, &options))
                .ok();
        }
        // It listens for as long as the page is there.
        heard.forget();
    }
}

fn request(entry: &JsValue) -> Option<Request> {
    let part = |key: &str| Reflect::get(entry, &key.into()).ok();
    let number = |key: &str| part(key).and_then(|value| value.as_f64()).unwrap_or(0.0);
    let address = part("name")?.as_string()?;
    // What stands behind the mark is not sent.
    let address = address.split('#').next().unwrap_or_default();
    let base = browser::base();
    let is_elsewhere = !address.starts_with(&base) && !address.starts_with("blob:");
    let what = address.strip_prefix(&base).map_or(address, |path| if path.is_empty() { "./" } else { path }).into();
    Some(Request { what, is_elsewhere, seconds: number("startTime") / 1_000.0, bytes: number("transferSize") })
}
